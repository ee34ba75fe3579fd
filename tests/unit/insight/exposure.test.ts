import { expectedValue, exposure } from "../../../src/insight";
import { exposureRag, riskRag } from "../../../src/insight/rag-risk";
import { pence, roundHalfAwayFromZero, type Pence } from "../../../src/kernel";
import type { Values } from "../../../src/registers";
import { inputsNamed, inShort, oracle, projectWith, recordOf, standpointOn, valuesNamed } from "./rag-ground";

const standpoint = standpointOn();
const risk = (values: Values) => recordOf("Risks", values);

interface EmvCase {
  readonly ref: string;
  readonly type: string;
  readonly likelihood: number;
  readonly probability: number | null;
  readonly costImpact: number | null;
  readonly timeImpactDays: number | null;
  readonly expectedProbability: number;
  readonly expectedEmv: number | null;
}
const emv = oracle("emv-contingency.json") as {
  likelihoodToProbability: unknown;
  risks: readonly EmvCase[];
  contingencyRemaining: number;
  expected: Readonly<Record<string, number | string>> & { readonly unquantified: readonly string[] };
};

const poundsToPence = (pounds: number | null): Pence | undefined => (pounds === null ? undefined : pence(Math.round(pounds * 100)));

function emvRow({ ref, type, likelihood, probability, costImpact, timeImpactDays }: EmvCase): Values {
  const row = {
    Ref: ref,
    RiskType: type,
    Status: "Open",
    CurrentLikelihood: likelihood,
    CurrentConsequence: 4,
    Probability: probability ?? undefined,
    CostImpact: poundsToPence(costImpact),
    TimeImpactDays: timeImpactDays ?? undefined,
  };
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Values;
}

describe("exposure", () => {
  const own = standpointOn("2026-11-21", { "risk.probability": emv.likelihoodToProbability });
  const records = projectWith({ Risks: emv.risks.map(emvRow), project: { ContingencyRemaining: emv.contingencyRemaining * 100 } });
  const found = exposure(records, own);

  it.each(emv.risks)("of $ref is $expectedEmv", (given) => {
    const figure = expectedValue(risk(emvRow(given)), own);
    expect(figure.value).toBe(poundsToPence(given.expectedEmv));
    expect(figure.rule).toBe("expectedValue");
    expect(inShort(figure)["probability"]).toBe(given.expectedProbability);
    expect(inShort(figure)["costIfItHappens"]).toBe(poundsToPence(given.costImpact));
  });

  it("of all is the oracle's, with the extreme risk that has no cost beside it", () => {
    expect(found.netEmv).toMatchObject({ value: Number(emv.expected["netEmv"]) * 100, rule: "netExposure" });
    expect(found.netEmv.inputs).toEqual([
      { name: "threats", kind: "fact", unit: "pence", value: 17_100_000 },
      { name: "opportunities", kind: "fact", unit: "pence", value: 1_875_000 },
      { name: "risksWithoutCost", kind: "fact", unit: "count", value: 1 },
      { name: "extremeWithoutCost", kind: "fact", unit: "score", value: 20, from: { register: "Risks", ref: "R-0005" } },
    ]);
    expect(found.unquantifiedExtremes.map(({ ref }) => ref)).toEqual(emv.expected.unquantified);
    expect(found.unquantifiedExtremes[0]?.register).toBe("Risks");
  });

  it("gives the expected delay and how far the contingency reaches", () => {
    expect(roundHalfAwayFromZero(found.expectedDelay.value! * 100) / 100).toBe(emv.expected["expectedDelayDays"]);
    expect(found.expectedDelay.rule).toBe("expectedDelay");
    expect(inShort(found.expectedDelay)).toEqual({ risksWithDelay: 4, risksWithoutDelay: 1 });
    expect(roundHalfAwayFromZero(found.contingencyCover.value! * 100) / 100).toBe(emv.expected["contingencyCover"]);
    expect(found.contingencyCover.rule).toBe("contingencyCover");
    expect(found.contingencyCover.inputs).toEqual([
      { name: "contingencyLeft", kind: "fact", unit: "pence", value: 15_000_000, from: { register: "Projects", ref: "P-0001" } },
      { name: "netExposure", kind: "fact", unit: "pence", value: 15_225_000 },
    ]);
    expect(exposureRag(found.netEmv.value, pence(15_000_000), own.thresholds)).toBe(emv.expected["coverRag"]);
  });

  it("is not known while no open risk says what it would cost", () => {
    const none = exposure(projectWith({ Risks: [{ CurrentLikelihood: 3 }, { CostImpact: 100 }], project: { ContingencyRemaining: 5 } }), standpoint);
    expect([none.netEmv.value, none.expectedDelay.value, none.contingencyCover.value]).toEqual([undefined, undefined, undefined]);
    expect(none.unquantifiedExtremes).toEqual([]);
    expect(inShort(none.netEmv)).toEqual({ risksWithoutCost: 2 });
    expect(inShort(none.contingencyCover)).toEqual({ contingencyLeft: 5 });
  });

  it("leaves out risks that are closed or in draft", () => {
    const values = { CurrentLikelihood: 5, CurrentConsequence: 5, CostImpact: 10_000, TimeImpactDays: 10 };
    const some = exposure(
      projectWith({
        Risks: [
          { ...values, Status: "Closed" },
          { ...values, Status: "Draft" },
        ],
      }),
      standpoint,
    );
    expect(some.netEmv.value).toBeUndefined();
    expect(some.expectedDelay.value).toBeUndefined();
  });

  it("covers nothing where there is nothing to cover, and does not know without a contingency", () => {
    const opportunity = { RiskType: "Opportunity", Probability: 0.5, CostImpact: 10_000 };
    const below = exposure(projectWith({ Risks: [opportunity], project: { ContingencyRemaining: 5_000 } }), standpoint);
    expect(below.netEmv.value).toBe(-5_000);
    expect(inShort(below.netEmv)).toEqual({ opportunities: 5_000, risksWithoutCost: 0 });
    expect(below.contingencyCover.value).toBeUndefined();
    const nought = exposure(projectWith({ Risks: [{ Probability: 0, CostImpact: 10_000 }], project: { ContingencyRemaining: 5_000 } }), standpoint);
    expect(nought.netEmv.value).toBe(0);
    expect(nought.contingencyCover.value).toBeUndefined();
    expect(exposure(projectWith({ Risks: [{ Probability: 0.5, CostImpact: 10_000 }] }), standpoint).contingencyCover.value).toBeUndefined();
    const least = exposure(projectWith({ Risks: [{ Probability: 1, CostImpact: 1 }], project: { ContingencyRemaining: 5_000 } }), standpoint);
    expect(least.contingencyCover.value).toBe(5_000);
    const used = exposure(projectWith({ Risks: [{ Probability: 0.5, CostImpact: 10_000 }], project: { ContingencyRemaining: 0 } }), standpoint);
    expect(used.contingencyCover.value).toBe(0);
  });

  it("is in whole pence, half a penny away from nought, whatever binary fractions say", () => {
    expect(expectedValue(risk({ Probability: 0.5, CostImpact: 1 }), standpoint).value).toBe(1);
    expect(expectedValue(risk({ RiskType: "Opportunity", Probability: 0.5, CostImpact: 1 }), standpoint).value).toBe(-1);
    expect(expectedValue(risk({ Probability: 0.145, CostImpact: 100 }), standpoint).value).toBe(15);
    expect(expectedValue(risk({ Probability: 0, CostImpact: 100, RiskType: "Opportunity" }), standpoint).value).toBe(0);
  });

  it("gives no probability to a likelihood that is no score", () => {
    expect(expectedValue(risk({ CurrentLikelihood: 6, CostImpact: 100 }), standpoint).value).toBeUndefined();
    expect(inShort(expectedValue(risk({ CurrentLikelihood: 6 }), standpoint))).toEqual({});
    expect(expectedValue(risk({ CostImpact: 100 }), standpoint).inputs).toEqual([
      { name: "costIfItHappens", kind: "fact", unit: "pence", value: 100, from: { register: "Risks", ref: "1" } },
    ]);
  });

  it("goes by the likelihood where a probability is none", () => {
    const value = (Probability: number) => expectedValue(risk({ Probability, CurrentLikelihood: 4, CostImpact: 1_000 }), standpoint).value;
    expect([value(70), value(-0.1), value(1.01), value(1), value(0)]).toEqual([700, 700, 700, 1_000, 0]);
  });

  it("too large to be exact is not known, and nothing breaks", () => {
    const vast = { Probability: 1, CostImpact: Number.MAX_SAFE_INTEGER - 1_000 };
    expect(exposure(projectWith({ Risks: [vast, vast] }), standpoint).netEmv.value).toBeUndefined();
    const opportunity = { RiskType: "Opportunity", Probability: 1, CostImpact: 100 };
    expect(exposure(projectWith({ Risks: [vast, vast, opportunity] }), standpoint).netEmv.value).toBeUndefined();
  });
});

interface RiskRagCase {
  readonly openCurrentScores: readonly number[];
  readonly netEmv: number | null;
  readonly contingencyRemaining: number | null;
  readonly expectedRag: string;
}
const likelihoodOf: Readonly<Record<number, readonly [number, number]>> = { 3: [1, 3], 4: [1, 4], 6: [2, 3], 8: [2, 4], 12: [3, 4], 15: [3, 5] };

describe("the Risk RAG", () => {
  const { risk: cases } = oracle("rag-other.json") as { risk: readonly RiskRagCase[] };

  it.each(cases)("of scores $openCurrentScores, exposure $netEmv and contingency $contingencyRemaining is $expectedRag", (found) => {
    const rows = found.openCurrentScores.map((score): Values => {
      const [CurrentLikelihood, CurrentConsequence] = likelihoodOf[score]!;
      return { CurrentLikelihood: CurrentLikelihood, CurrentConsequence: CurrentConsequence };
    });
    const [first, ...rest] = rows;
    const costed = first === undefined || found.netEmv === null ? rows : [{ ...first, Probability: 1, CostImpact: found.netEmv * 100 }, ...rest];
    const project: Values = found.contingencyRemaining === null ? {} : { ContingencyRemaining: found.contingencyRemaining * 100 };
    expect(riskRag(projectWith({ Risks: costed, project }), standpoint).value).toBe(found.expectedRag);
  });

  const scoredRisk = (CurrentLikelihood: number, CurrentConsequence: number, more: Values = {}): Values => ({ CurrentLikelihood, CurrentConsequence, ...more });

  it("tells the two parts, the risks that decided, and the limits", () => {
    const records = projectWith({
      Risks: [
        scoredRisk(3, 5, { Ref: "R-0001" }),
        scoredRisk(2, 4, { Ref: "R-0002" }),
        scoredRisk(5, 5, { Ref: "R-0003", Probability: 1, CostImpact: 100 }),
        { Ref: "R-0004" },
      ],
      project: { ContingencyRemaining: 200 },
    });
    const figure = riskRag(records, standpoint);
    expect(figure).toMatchObject({ value: "Red", rule: "riskRag" });
    expect(figure.inputs).toEqual([
      { name: "scoresRag", kind: "fact", unit: "rag", value: "Red" },
      { name: "currentScore", kind: "fact", unit: "score", value: 25, from: { register: "Risks", ref: "R-0003" } },
      { name: "currentScore", kind: "fact", unit: "score", value: 15, from: { register: "Risks", ref: "R-0001" } },
      { name: "risksNotScored", kind: "fact", unit: "count", value: 1 },
      { name: "exposureRag", kind: "fact", unit: "rag", value: "Green" },
      { name: "contingencyLeft", kind: "fact", unit: "pence", value: 200, from: { register: "Projects", ref: "P-0001" } },
      { name: "netExposure", kind: "fact", unit: "pence", value: 100 },
      { name: "amberFrom", kind: "threshold", unit: "score", value: 8 },
      { name: "redFrom", kind: "threshold", unit: "score", value: 15 },
      { name: "exposureAmberAbove", kind: "threshold", unit: "percent", value: 80 },
    ]);
  });

  it("when Amber names those from the amber limit, when Green the highest alone", () => {
    const amber = riskRag(projectWith({ Risks: [scoredRisk(2, 4), scoredRisk(3, 4), scoredRisk(2, 3)] }), standpoint);
    expect([amber.value, valuesNamed(amber, "currentScore")]).toEqual(["Amber", [12, 8]]);
    expect(inputsNamed(amber, "risksNotScored")).toEqual([]);
    const green = riskRag(projectWith({ Risks: [scoredRisk(1, 4), scoredRisk(2, 3)] }), standpoint);
    expect([green.value, valuesNamed(green, "currentScore")]).toEqual(["Green", [6]]);
  });

  it("of an opportunity alone is Green, of threats that nobody scored not rated", () => {
    expect(riskRag(projectWith({ Risks: [scoredRisk(5, 5, { RiskType: "Opportunity" })] }), standpoint).value).toBe("Green");
    expect(riskRag(projectWith({ Risks: [{ CurrentLikelihood: 5 }] }), standpoint).value).toBe("Not rated");
    expect(riskRag(projectWith({ Risks: [{ CurrentLikelihood: 5 }, scoredRisk(5, 5, { RiskType: "Opportunity" })] }), standpoint).value).toBe("Not rated");
    expect(riskRag(projectWith({ Risks: [{ CurrentLikelihood: 5 }, scoredRisk(1, 1)] }), standpoint).value).toBe("Green");
    expect(riskRag(projectWith({ Risks: [scoredRisk(5, 5, { Status: "Draft" })] }), standpoint).value).toBe("Not rated");
  });

  it("follows the trust's own limits", () => {
    const own = standpointOn("2026-11-21", { "rag.risk.redScore": 20, "rag.risk.amberScore": 16, "rag.risk.exposureAmberPct": 50 });
    expect(riskRag(projectWith({ Risks: [scoredRisk(3, 5)] }), own).value).toBe("Green");
    expect(riskRag(projectWith({ Risks: [scoredRisk(4, 4)] }), own).value).toBe("Amber");
    expect(exposureRag(pence(51), pence(100), own.thresholds)).toBe("Amber");
    expect(exposureRag(pence(50), pence(100), own.thresholds)).toBe("Green");
  });

  it.each([
    [undefined, 0, "Not rated"],
    [0, undefined, "Not rated"],
    [0, 0, "Not rated"],
    [0, 1, "Green"],
    [1, 0, "Red"],
    [-1, 0, "Green"],
    [100, 100, "Amber"],
    [101, 100, "Red"],
    [81, 100, "Amber"],
    [80, 100, "Green"],
  ])("by exposure %p against contingency %p is %s", (netEmv, contingency, expected) => {
    const amount = (value: number | undefined): Pence | undefined => (value === undefined ? undefined : pence(value));
    expect(exposureRag(amount(netEmv), amount(contingency), standpoint.thresholds)).toBe(expected);
  });
});
