import { projectTier, tierOf, type TierFactors } from "../../../src/insight";
import { recordsIn } from "../../../src/insight/records";
import { factorScore } from "../../../src/insight/tier";
import type { projectOrganisations, Values } from "../../../src/registers";
import { inputsNamed, inShort, oracle, projectWith, standpointOn, valuesNamed } from "./rag-ground";

interface Case {
  readonly wholeLifeCost: number;
  readonly durationMonths: number;
  readonly organisations: number;
  readonly clinicalImpact: number;
  readonly novelty: number;
  readonly profile: number;
  readonly expected: { readonly factorScores: readonly number[]; readonly total: number; readonly tier: string };
}
const { cases } = oracle("tier.json") as { cases: readonly Case[] };
const standpoint = standpointOn();
const scoreNames = ["wholeLifePenceScore", "lengthMonthsScore", "organisationsScore", "clinicalImpactScore", "newnessScore", "profileScore"];

const small: TierFactors = { wholeLifePence: 1, lengthMonths: 1, organisations: 1, clinicalImpact: 1, newness: 1, profile: 1 };

describe("a tier", () => {
  it.each(cases)("of %j", (found) => {
    const figure = tierOf(
      {
        wholeLifePence: Math.round(found.wholeLifeCost * 100),
        lengthMonths: found.durationMonths,
        organisations: found.organisations,
        clinicalImpact: found.clinicalImpact,
        newness: found.novelty,
        profile: found.profile,
      },
      standpoint,
    );
    expect(figure.value).toBe(found.expected.tier);
    expect(scoreNames.map((name) => inShort(figure)[name])).toEqual(found.expected.factorScores);
    expect(inShort(figure)["total"]).toBe(found.expected.total);
  });

  it.each<[Parameters<typeof factorScore>[0], readonly number[], readonly number[]]>([
    ["wholeLifePence", [0, 4_999_999, 5_000_000, 49_999_999, 50_000_000, 499_999_999, 500_000_000], [1, 1, 2, 2, 3, 3, 4]],
    ["lengthMonths", [0, 5.9, 6, 11.9, 12, 23.9, 24], [1, 1, 2, 2, 3, 3, 4]],
    ["organisations", [1, 2, 3, 4, 5, 9], [1, 2, 3, 3, 4, 4]],
    ["clinicalImpact", [1, 2, 3, 4], [1, 2, 3, 4]],
  ])("scores %s", (name, values, scores) => expect(values.map((value) => factorScore(name, value))).toEqual(scores));

  it.each([0, 5, 2.5, -1])("does not know a judgement of %p", (value) => {
    for (const name of ["clinicalImpact", "newness", "profile"] as const) expect(factorScore(name, value)).toBeUndefined();
  });

  it("goes up at each band's end", () => {
    const tier = (...scores: readonly [number, number, number]) =>
      tierOf({ ...small, organisations: scores[0] === 4 ? 5 : scores[0], newness: scores[1], profile: scores[2] }, standpoint).value;
    expect([tier(1, 3, 2), tier(1, 3, 3), tier(3, 3, 4), tier(4, 3, 4)]).toEqual(["Tier 4", "Tier 3", "Tier 3", "Tier 2"]);
    const large: TierFactors = { ...small, wholeLifePence: 500_000_000, lengthMonths: 24, organisations: 5, newness: 4 };
    expect([tierOf(large, standpoint).value, tierOf({ ...large, profile: 2 }, standpoint).value]).toEqual(["Tier 2", "Tier 1"]);
  });

  it("of a very large cost or the highest clinical impact is 2 at least", () => {
    expect(tierOf({ ...small, wholeLifePence: 500_000_000 }, standpoint).value).toBe("Tier 2");
    expect(tierOf({ ...small, wholeLifePence: 499_999_999 }, standpoint).value).toBe("Tier 4");
    expect(tierOf({ ...small, clinicalImpact: 4 }, standpoint).value).toBe("Tier 2");
    expect(tierOf({ ...small, clinicalImpact: 4, newness: 4 }, standpoint).value).toBe("Tier 2");
    expect(valuesNamed(tierOf({ ...small, clinicalImpact: 4 }, standpoint), "atLeastTier2")).toEqual(["Tier 2"]);
    expect(valuesNamed(tierOf({ ...small, clinicalImpact: 3 }, standpoint), "atLeastTier2")).toEqual([]);
    const highest: TierFactors = { wholeLifePence: 500_000_000, lengthMonths: 24, organisations: 5, clinicalImpact: 4, newness: 4, profile: 4 };
    expect(tierOf(highest, standpoint).value).toBe("Tier 1");
  });

  it.each(Object.keys(small))("is not known without %s, and names what is missing", (name) => {
    const figure = tierOf({ ...small, [name]: undefined }, standpoint);
    expect(figure.value).toBeUndefined();
    expect(inputsNamed(figure, "missing")).toHaveLength(1);
    expect(inputsNamed(figure, "total")).toEqual([]);
  });

  it("names what is missing in the register's own words", () => {
    const none: TierFactors = {
      wholeLifePence: undefined,
      lengthMonths: undefined,
      organisations: undefined,
      clinicalImpact: undefined,
      newness: undefined,
      profile: undefined,
    };
    expect(valuesNamed(tierOf(none, standpoint), "missing")).toEqual([
      "Approved budget (whole life)",
      "End (forecast)",
      "Lead organisation (ODS code)",
      "Clinical impact (1 to 4)",
      "Newness and complexity (1 to 4)",
      "Public and stakeholder profile (1 to 4)",
    ]);
  });

  it("follows the trust's own bands, and tells them", () => {
    const own = standpointOn("2026-11-21", { "tier.bands": { "Tier 4": 6, "Tier 3": 7, "Tier 2": 8, "Tier 1": 24 } });
    expect([1, 2, 3, 4].map((newness) => tierOf({ ...small, newness }, own).value)).toEqual(["Tier 4", "Tier 3", "Tier 2", "Tier 1"]);
    expect(inputsNamed(tierOf(small, standpoint), "upTo").map(({ kind, value }) => [kind, value])).toEqual([
      ["threshold", "Tier 4: 9"],
      ["threshold", "Tier 3: 13"],
      ["threshold", "Tier 2: 18"],
    ]);
    expect(tierOf(small, standpoint).rule).toBe("tier");
  });
});

describe("a project's tier", () => {
  const project: Values = {
    BudgetApproved: 2_000_000,
    StartBaseline: "2026-04-01",
    EndBaseline: "2026-09-30",
    ClinicalImpact: 1,
    NoveltyScore: 2,
    ProfileScore: 3,
    LeadOrgCode: "RXX",
  };
  const tier = (values: Values, ...partners: readonly Values[]) =>
    projectTier(
      {
        project: projectWith({ project: values }).project,
        partners: recordsIn<typeof projectOrganisations>(partners.map((partner, index) => ({ id: String(index), values: partner, extras: {} }))),
      },
      standpoint,
    );
  const scores = (values: Values, ...partners: readonly Values[]): readonly unknown[] => scoreNames.map((name) => inShort(tier(values, ...partners))[name]);

  it("takes what the project says of itself, and names the project", () => {
    expect(scores(project)).toEqual([1, 1, 1, 1, 2, 3]);
    expect(tier(project).value).toBe("Tier 4");
    expect(inputsNamed(tier(project), "newnessScore")[0]?.from).toEqual({ register: "Projects", ref: "P-0001" });
    expect(inputsNamed(tier(project), "upTo")[0]?.from).toBeUndefined();
  });

  it.each([
    ["2026-09-30", 1],
    ["2026-10-01", 2],
    ["2027-03-31", 2],
    ["2027-04-01", 3],
    ["2028-03-31", 3],
    ["2028-04-01", 4],
  ])("from 1 April 2026 to %s scores %p for length", (EndBaseline, expected) => expect(scores({ ...project, EndBaseline })[1]).toBe(expected));

  it.each([
    ["2026-10-14", 1],
    ["2026-10-15", 2],
    ["2027-01-31", 2],
    ["2027-04-14", 2],
    ["2027-04-15", 3],
  ])("from 15 April 2026 to %s scores %p for length", (EndBaseline, expected) => {
    expect(scores({ ...project, StartBaseline: "2026-04-15", EndBaseline })[1]).toBe(expected);
  });

  it("counts the length by the forecast while there is no baseline", () => {
    const { StartBaseline: _start, EndBaseline: _end, ...rest } = project;
    expect(scores({ ...rest, StartForecast: "2026-04-01", EndForecast: "2027-04-01" })[1]).toBe(3);
    expect(scores({ ...project, StartForecast: "2020-04-01", EndForecast: "2030-04-01" })[1]).toBe(1);
    expect(scores({ ...rest, StartForecast: "2026-04-01" })[1]).toBeUndefined();
    expect(scores({ ...rest, EndForecast: "2026-04-01" })[1]).toBeUndefined();
  });

  it("counts each organisation once, and none that has left", () => {
    const partner = (OrgCode: string, more: Values = {}): Values => ({ OrgCode, ...more });
    expect(scores(project, partner("RXX", { OrgRole: "Lead" }))[2]).toBe(1);
    expect(scores(project, partner("RYY"), partner("RYY", { OrgRole: "Funder" }))[2]).toBe(2);
    expect(scores(project, partner("RYY"), partner("RZZ", { Active: false }))[2]).toBe(2);
    expect(scores(project, partner("RYY"), partner("RZZ", { Active: true }))[2]).toBe(3);
    expect(scores(project, partner("RYY"), {})[2]).toBe(2);
    const { LeadOrgCode: _lead, ...leaderless } = project;
    expect(scores(leaderless)[2]).toBeUndefined();
    expect(scores(leaderless, partner("RYY"))[2]).toBe(1);
  });
});
