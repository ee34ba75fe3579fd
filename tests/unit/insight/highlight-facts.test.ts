import { highlightFacts } from "../../../src/insight";
import { benefitMoney } from "../../../src/insight/benefit-figures";
import { projectMoney } from "../../../src/insight/project-money";
import { projectRags } from "../../../src/insight/project-rags";
import type { Values } from "../../../src/registers";
import { months, standpoint } from "./money-setting";
import { projectWith } from "./rag-ground";

type Given = Parameters<typeof projectWith>[0];

const now = standpoint({ today: "2026-11-24", closed: { "2026/27": 7 } });

function factsOf(given: Given, period?: string, at = now) {
  const records = projectWith(given);
  const money = projectMoney(records, at);
  return highlightFacts({ records, money, rags: projectRags({ records, money, benefits: benefitMoney(records, at) }, at) }, at, period);
}

const published: Values = { Ref: "HR-00002", Status: "Published", PeriodMonth: "2026-10", PublishedDate: "2026-11-11", RagOverall: "Green" };
const frozen: Values = { Ref: "PS-00002", PeriodMonth: "2026-10" };
const scores = (...risks: readonly (readonly [string, number])[]) => JSON.stringify(risks.map(([Ref, CurrentScore]) => ({ Ref, CurrentScore })));
const reported = (report: Values = {}, snapshot: Values = {}): Given => ({
  HighlightReports: [{ ...published, ...report }],
  PortfolioSnapshots: [{ ...frozen, ...snapshot }],
});
const refs = (records: readonly { readonly values: { readonly Ref?: string } }[]) => records.map(({ values }) => values.Ref);
const both = [
  { register: "HighlightReports", ref: "HR-00002" },
  { register: "PortfolioSnapshots", ref: "PS-00002" },
];
const own = { register: "Projects", ref: "P-0001" };

describe("the last report", () => {
  it("is the newest that was published, and things are new from its day on", () => {
    const { lastReport, since } = factsOf({
      HighlightReports: [{ ...published, PeriodMonth: "2026-09", PublishedDate: "2026-10-12" }, published, { PeriodMonth: "2026-11" }],
    });
    expect([lastReport?.period, since]).toEqual(["2026-10", "2026-11-11"]);
  });

  it("is of an earlier month than the report to write", () => {
    const earlier = { ...published, Ref: "HR-00001", PeriodMonth: "2026-09", PublishedDate: "2026-10-12" };
    expect(factsOf({ HighlightReports: [earlier, published] }, "2026-10")).toMatchObject({ since: "2026-10-12", lastReport: { period: "2026-09" } });
    expect(factsOf({ HighlightReports: [earlier, published] }, "2026-11")).toMatchObject({ since: "2026-11-11", lastReport: { period: "2026-10" } });
  });

  it.each([
    ["2026-10", "2026-10-31"],
    ["2025-12", "2025-12-31"],
    ["2026-02", "2026-02-28"],
  ])("of %s, without the day of its publishing, tells of what came since %s", (PeriodMonth, since) => {
    expect(factsOf({ HighlightReports: [{ Status: "Published", PeriodMonth }] }).since).toBe(since);
  });

  it("of a month that nobody can read is none", () => {
    expect(factsOf({ HighlightReports: [{ ...published, PeriodMonth: "October" }] }).lastReport).toBeUndefined();
  });

  it("is missed before the first one: then this month and the one before are new, and nothing has moved", () => {
    const facts = factsOf({
      project: { RagOverall: "Red", EndForecast: "2027-01-01" },
      Risks: [
        { Ref: "R-0001", CurrentLikelihood: 3, CurrentConsequence: 3, RaisedDate: "2026-10-01" },
        { Ref: "R-0002", RaisedDate: "2026-09-30" },
      ],
      Milestones: [{ Ref: "M-0001", ForecastDate: "2026-12-01" }],
    });
    expect([facts.lastReport, facts.since, refs(facts.newRisks)]).toEqual([undefined, "2026-10-01", ["R-0001"]]);
    expect(facts.declared).toEqual({ before: undefined, now: "Red", hasMoved: false, from: [own] });
    for (const moved of [facts.end, facts.topRisk, facts.nextMilestone])
      expect([moved.before, moved.hasMoved, moved.from.length]).toEqual([undefined, false, 1]);
    expect(factsOf({}, undefined, standpoint({ today: "2026-01-31" })).since).toBe("2025-12-01");
  });
});

describe("from old to new", () => {
  it("goes the RAG, as declared, as worked out and by dimension", () => {
    const { HighlightReports, PortfolioSnapshots } = reported({ RagTime: "Red", RagCost: "Green" }, { RagOverallCalc: "Red" });
    const facts = factsOf({
      project: { RagOverall: "Amber", RagTime: "Red", RagCost: "Amber", RagScope: "Green" },
      HighlightReports: HighlightReports!,
      PortfolioSnapshots: PortfolioSnapshots!,
    });
    expect(facts.declared).toEqual({ before: "Green", now: "Amber", hasMoved: true, from: [...both, own] });
    expect(facts.workedOut).toMatchObject({ before: "Red", now: "Green", hasMoved: true });
    expect(facts.dimensions.time).toMatchObject({ before: "Red", now: "Red", hasMoved: false });
    expect(facts.dimensions.cost).toMatchObject({ before: "Green", now: "Amber", hasMoved: true });
    expect(facts.dimensions.scope).toMatchObject({ before: undefined, now: "Green", hasMoved: false });
    expect(facts.dimensions.quality).toEqual({ before: undefined, now: undefined, hasMoved: false, from: [] });
    expect(Object.keys(facts.dimensions)).toHaveLength(7);
    const { quality, benefits, risk, resources } = factsOf(
      reported({ RagQuality: "Green", RagScope: "Red", RagBenefits: "Amber", RagRisk: "Red", RagResources: "Green" }),
    ).dimensions;
    expect([quality, benefits, risk, resources].map(({ before }) => before)).toEqual(["Green", "Amber", "Red", "Green"]);
  });

  it("goes the end of the project", () => {
    const of = (EndForecast: string) => factsOf({ project: { EndForecast }, ...reported({}, { EndForecast: "2027-03-31" }) }).end;
    expect(of("2027-05-31")).toMatchObject({ before: "2027-03-31", now: "2027-05-31", hasMoved: true });
    expect(of("2027-03-31").hasMoved).toBe(false);
  });

  it("goes the forecast outturn, within one year", () => {
    const Costs = [{ FinancialYear: "2026/27", ...months("ActM", Array<number>(7).fill(1)), ...months("FctM", [5], 8) } as Values];
    expect(factsOf({ Costs, ...reported({}, { Fot: 1_000 }) }).outturn).toMatchObject({ before: 1_000, now: 1_200, hasMoved: true });
    const may = standpoint({ today: "2026-05-24", closed: { "2026/27": 1 } });
    const march = { HighlightReports: [{ ...published, PeriodMonth: "2026-03" }], PortfolioSnapshots: [{ ...frozen, PeriodMonth: "2026-03", Fot: 9 }] };
    expect(factsOf({ Costs, ...march }, undefined, may).outturn).toMatchObject({ before: undefined, hasMoved: false });
  });

  it("goes the top risk: of the report, or else of the snapshot", () => {
    const Risks: readonly Values[] = [
      { Ref: "R-0003", CurrentLikelihood: 4, CurrentConsequence: 4 },
      { Ref: "R-0002", CurrentLikelihood: 4, CurrentConsequence: 4 },
      { Ref: "R-0004", CurrentLikelihood: 5, CurrentConsequence: 5, Status: "Closed" },
      { Ref: "R-0005", CurrentLikelihood: 5, CurrentConsequence: 5, RiskType: "Opportunity" },
      { Ref: "R-0006" },
    ];
    const of = (report: Values, snapshot: Values = {}) => factsOf({ Risks, ...reported(report, snapshot) }).topRisk;
    expect(of({ RisksJson: scores(["R-0001", 9], ["R-0007", 20], ["R-0006", 20]) }, { RisksJson: scores(["R-0009", 25]) })).toEqual({
      before: { ref: "R-0006", score: 20 },
      now: { ref: "R-0002", score: 16 },
      hasMoved: true,
      from: [...both, { register: "Risks", ref: "R-0002" }],
    });
    expect(of({}, { RisksJson: scores(["R-0002", 16]) })).toMatchObject({ before: { ref: "R-0002", score: 16 }, hasMoved: false });
    expect(of({}, { RisksJson: scores(["R-0002", 15]) }).hasMoved).toBe(true);
    expect(of({ RisksJson: "[]" }, { RisksJson: scores(["R-0002", 15]) }).before).toBeUndefined();
    expect(of({ RisksJson: '[{"Ref":5},{"Ref":"R-0001","CurrentScore":"9"},null]' }).before).toBeUndefined();
    expect(of({ RisksJson: '{"Ref":"R-0001"}' }).before).toBeUndefined();
  });

  it("goes the next milestone", () => {
    const Milestones: readonly Values[] = [
      { Ref: "M-0003", ForecastDate: "2026-12-01" },
      { Ref: "M-0002", BaselineDate: "2026-12-01" },
      { Ref: "M-0001", ForecastDate: "2026-11-01", ActualDate: "2026-11-20" },
      { Ref: "M-0004", ForecastDate: "2026-12-09", BaselineDate: "2026-01-01" },
      { Ref: "M-0005" },
    ];
    const frozenMilestones = (...rows: readonly Values[]) => factsOf({ Milestones, ...reported({ MilestonesJson: JSON.stringify(rows) }) }).nextMilestone;
    expect(frozenMilestones({ Ref: "M-0001", ForecastDate: "2026-11-01" }, { Ref: "M-0000", BaselineDate: "2026-01-01", ActualDate: "2026-01-01" })).toEqual({
      before: { ref: "M-0001", expected: "2026-11-01" },
      now: { ref: "M-0002", expected: "2026-12-01" },
      hasMoved: true,
      from: [...both, { register: "Milestones", ref: "M-0002" }],
    });
    expect(frozenMilestones({ Ref: "M-0002", BaselineDate: "2026-12-01" }).hasMoved).toBe(false);
    expect(frozenMilestones({ Ref: "M-0002", BaselineDate: "2026-11-30", ForecastDate: "2026-12-01" }).hasMoved).toBe(false);
    expect(frozenMilestones({ Ref: "M-0002", BaselineDate: "2026-12-02" }).hasMoved).toBe(true);
    expect(frozenMilestones({ BaselineDate: "2026-12-02" }).before).toBeUndefined();
    expect(factsOf({ Milestones, ...reported() }).nextMilestone.before).toBeUndefined();
  });
});

describe("what came and what went", () => {
  it("of risks, by what the snapshot froze", () => {
    const facts = factsOf({
      Risks: [
        { Ref: "R-0001", Status: "Open" },
        { Ref: "R-0002", Status: "Open", RaisedDate: "2026-01-01" },
        { Ref: "R-0003", Status: "Closed" },
        { Ref: "R-0004", Status: "Closed", ClosedDate: "2026-11-20" },
        { Ref: "R-0005", Status: "Draft" },
        {},
      ],
      ...reported({}, { RisksJson: scores(["R-0001", 9], ["R-0003", 9]) }),
    });
    expect([refs(facts.newRisks), refs(facts.closedRisks)]).toEqual([["R-0002", undefined], ["R-0003"]]);
  });

  it("of risks and issues, by their days where nothing is frozen", () => {
    const facts = factsOf({
      Risks: [
        { Ref: "R-0001", RaisedDate: "2026-11-10" },
        { Ref: "R-0002", RaisedDate: "2026-11-11" },
        { Ref: "R-0003", Status: "Closed", RaisedDate: "2026-11-12", ClosedDate: "2026-11-11" },
        { Ref: "R-0004", Status: "Closed", ClosedDate: "2026-11-10" },
        { Ref: "R-0005" },
      ],
      Issues: [
        { Ref: "I-0001", RaisedDate: "2026-11-10" },
        { Ref: "I-0002", RaisedDate: "2026-11-11" },
        { Ref: "I-0003", Status: "Resolved", RaisedDate: "2026-11-12", ResolvedDate: "2026-11-11" },
        { Ref: "I-0004", Status: "Closed", ResolvedDate: "2026-11-10" },
        { Ref: "I-0005", Status: "Open", ResolvedDate: "2026-11-20" },
      ],
      ...reported(),
    });
    expect([refs(facts.newRisks), refs(facts.closedRisks)]).toEqual([["R-0002"], ["R-0003"]]);
    expect([refs(facts.newIssues), refs(facts.closedIssues)]).toEqual([["I-0002"], ["I-0003"]]);
  });

  it("of milestones: achieved since, and missed since", () => {
    const facts = factsOf({
      Milestones: [
        { Ref: "M-0001", ActualDate: "2026-11-11" },
        { Ref: "M-0002", ActualDate: "2026-11-10" },
        { Ref: "M-0003", ActualDate: "2026-11-12", Status: "Removed by change" },
        { Ref: "M-0004", ActualDate: "2026-11-12" },
        { Ref: "M-0005", BaselineDate: "2026-11-11", ForecastDate: "2026-12-24" },
        { Ref: "M-0006", BaselineDate: "2026-10-01", ForecastDate: "2026-11-23" },
        { Ref: "M-0007", BaselineDate: "2026-11-24" },
        { Ref: "M-0008", BaselineDate: "2026-11-10" },
        { Ref: "M-0009", BaselineDate: "2026-11-12", Status: "Complete" },
        { Ref: "M-0010" },
      ],
      ...reported({ MilestonesJson: '[{"Ref":"M-0004","ActualDate":"2026-11-11"},{"Ref":"M-0001"}]' }),
    });
    expect([refs(facts.achieved), refs(facts.missed)]).toEqual([["M-0001"], ["M-0005", "M-0006"]]);
  });

  it("and which decisions somebody waits for, the first needed first", () => {
    const facts = factsOf({
      Decisions: [
        { Ref: "D-0003" },
        { Ref: "D-0002" },
        { Ref: "D-0004", NeededBy: "2026-12-01", Status: "Awaiting decision" },
        { Ref: "D-0001", NeededBy: "2026-01-01", Status: "Decided" },
        { Ref: "D-0005", NeededBy: "2026-11-01" },
      ],
    });
    expect(refs(facts.decisionsWanted)).toEqual(["D-0005", "D-0004", "D-0002", "D-0003"]);
  });
});
