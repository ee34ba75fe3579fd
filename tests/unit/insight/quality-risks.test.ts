import { frozenScores, unmovedSince } from "../../../src/insight/frozen-scores";
import { recordsIn } from "../../../src/insight/records";
import type { portfolioSnapshots } from "../../../src/registers";
import { day, findingsOf, inShort, rowOf, rule, type Cells } from "./quality-ground";

const yesterday = "2026-11-23";
const today = "2026-11-24";
const extreme = { Ref: "R-0001", CurrentLikelihood: 3, CurrentConsequence: 5 } as const;

rule("DQ-13", [
  ["an open risk of nobody", "fails", { Risks: [{ Status: "Open" }] }],
  ["a risk without a status", "fails", { Risks: [{}] }],
  ["an owner", "passes", { Risks: [{ Owner: "Ann" }] }],
  ["an owner outside the trust", "passes", { Risks: [{ ExternalOwner: "Supplier Ltd" }] }],
  ["a draft", "silent", { Risks: [{ Status: "Draft" }] }],
  ["a closed one", "silent", { Risks: [{ Status: "Closed" }] }],
  ["a status of the trust's own, as for the RAG", "fails", { Risks: [{ Status: "Parked" }] }],
]);

rule("DQ-14", [
  ["15 and no action", "fails", { Risks: [extreme], Actions: [{ SourceRef: "R-0002" }] }],
  ["its action is complete", "fails", { Risks: [extreme], Actions: [{ SourceRef: "R-0001", Status: "Complete" }] }],
  ["an open action", "passes", { Risks: [extreme], Actions: [{ SourceRef: "R-0001", Status: "Blocked" }] }],
  ["an action without a status", "passes", { Risks: [extreme], Actions: [{ SourceRef: "R-0001" }] }],
  ["12", "passes", { Risks: [{ ...extreme, CurrentLikelihood: 4, CurrentConsequence: 3 }], Actions: [{ SourceRef: "R-0002" }] }],
  ["not scored", "passes", { Risks: [{ Ref: "R-0001" }], Actions: [{ SourceRef: "R-0002" }] }],
  ["no action of the site names its source", "silent", { Risks: [extreme], Actions: [{}] }],
  ["an action of another project names its source", "fails", { Risks: [extreme] }, { elsewhere: { Actions: [{ SourceRef: "R-0009" }] } }],
  [
    "a risk without a Ref is not answered by an action without a source",
    "fails",
    { Risks: [{ ...extreme, Ref: undefined }], Actions: [{}, { SourceRef: "R-0002" }] },
  ],
  ["closed", "silent", { Risks: [{ ...extreme, Status: "Closed" }], Actions: [{ SourceRef: "R-0002" }] }],
]);

rule("DQ-15", [
  ["due yesterday", "fails", { Risks: [{ MitigationDueDate: yesterday }] }],
  ["due today", "passes", { Risks: [{ MitigationDueDate: today }] }],
  ["no day", "passes", { Risks: [{}] }],
  ["closed", "silent", { Risks: [{ Status: "Closed", MitigationDueDate: yesterday }] }],
]);

rule("DQ-16", [
  ["due yesterday", "fails", { Risks: [{ NextReviewDate: yesterday }] }],
  ["due today", "passes", { Risks: [{ NextReviewDate: today }] }],
  ["no day", "passes", { Risks: [{}] }],
  ["became an issue", "silent", { Risks: [{ Status: "Became an issue", NextReviewDate: yesterday }] }],
]);

const treated = { Response: "Treat", TargetDate: yesterday, CurrentLikelihood: 3, CurrentConsequence: 3, TargetLikelihood: 2, TargetConsequence: 4 } as const;

rule("DQ-17", [
  ["past its day and still above the target", "fails", { Risks: [treated] }],
  ["at the target", "passes", { Risks: [{ ...treated, CurrentLikelihood: 4, CurrentConsequence: 2 }] }],
  ["the day is today", "passes", { Risks: [{ ...treated, TargetDate: today }] }],
  ["no target", "passes", { Risks: [{ ...treated, TargetLikelihood: undefined }] }],
  ["not scored", "passes", { Risks: [{ ...treated, CurrentLikelihood: undefined }] }],
  ["tolerated", "silent", { Risks: [{ ...treated, Response: "Tolerate" }] }],
  ["closed", "silent", { Risks: [{ ...treated, Status: "Closed" }] }],
]);

const ten = "0123456789";
const described = { RiskEvent: ten, Cause: ten, Effect: ten } as const;

rule("DQ-18", [
  ["ten characters each", "passes", { Risks: [described] }],
  ["nine of the event", "fails", { Risks: [{ ...described, RiskEvent: "123456789" }] }],
  ["nine and a blank of the event", "fails", { Risks: [{ ...described, RiskEvent: "123456789 " }] }],
  ["no event", "fails", { Risks: [{ ...described, RiskEvent: undefined }] }],
  ["a short cause", "fails", { Risks: [{ ...described, Cause: "x" }] }],
  ["a short effect", "fails", { Risks: [{ ...described, Effect: "x" }] }],
  ["cause and effect are not kept in the site", "passes", { Risks: [{ RiskEvent: ten }] }],
  ["another project keeps causes", "fails", { Risks: [{ RiskEvent: ten }] }, { elsewhere: { Risks: [{ Cause: ten }] } }],
  ["closed", "silent", { Risks: [{ Status: "Closed" }] }],
]);

const frozenAt = (month: string, scores: object = { CurrentScore: 9 }): Cells => ({
  PeriodMonth: month,
  RisksJson: JSON.stringify([{ Ref: "R-0001", ...scores }]),
});
const still = { Ref: "R-0001", Response: "Treat", CurrentLikelihood: 3, CurrentConsequence: 3 } as const;

rule("DQ-19", [
  ["the same since April", "fails", { Risks: [still], PortfolioSnapshots: [frozenAt("2026-04"), frozenAt("2026-10")] }],
  ["snapshots since May: six months at the most", "silent", { Risks: [still], PortfolioSnapshots: [frozenAt("2026-05"), frozenAt("2026-10")] }],
  [
    "moved in between and back",
    "passes",
    { Risks: [still], PortfolioSnapshots: [frozenAt("2026-10"), frozenAt("2026-07", { CurrentScore: 12 }), frozenAt("2026-04")] },
  ],
  ["moved before that long time", "fails", { Risks: [still], PortfolioSnapshots: [frozenAt("2026-03", { CurrentScore: 25 }), frozenAt("2026-04")] }],
  ["moved since", "passes", { Risks: [{ ...still, CurrentLikelihood: 2 }], PortfolioSnapshots: [frozenAt("2026-04")] }],
  ["younger than that", "passes", { Risks: [{ ...still, Ref: "R-0002" }], PortfolioSnapshots: [frozenAt("2026-04")] }],
  [
    "a target that moved",
    "passes",
    { Risks: [{ ...still, TargetLikelihood: 2, TargetConsequence: 2 }], PortfolioSnapshots: [frozenAt("2026-04", { CurrentScore: 9, TargetScore: 6 })] },
  ],
  [
    "an inherent score that moved",
    "passes",
    { Risks: [{ ...still, InherentLikelihood: 5, InherentConsequence: 5 }], PortfolioSnapshots: [frozenAt("2026-04", { CurrentScore: 9, InherentScore: 20 })] },
  ],
  [
    "all three the same",
    "fails",
    { Risks: [{ ...still, TargetLikelihood: 2, TargetConsequence: 2 }], PortfolioSnapshots: [frozenAt("2026-04", { CurrentScore: 9, TargetScore: 4 })] },
  ],
  ["tolerated", "silent", { Risks: [{ ...still, Response: "Tolerate" }], PortfolioSnapshots: [frozenAt("2026-04")] }],
  ["closed", "silent", { Risks: [{ ...still, Status: "Closed" }], PortfolioSnapshots: [frozenAt("2026-04")] }],
  ["no snapshots", "silent", { Risks: [still] }],
]);

const inherent = { InherentLikelihood: 3, InherentConsequence: 3 } as const;

rule("DQ-20", [
  ["current above inherent", "fails", { Risks: [{ ...inherent, CurrentLikelihood: 2, CurrentConsequence: 5 }] }],
  ["current at inherent", "passes", { Risks: [{ ...inherent, CurrentLikelihood: 3, CurrentConsequence: 3 }] }],
  [
    "tolerated above its target",
    "fails",
    { Risks: [{ Response: "Tolerate", CurrentLikelihood: 2, CurrentConsequence: 3, TargetLikelihood: 5, TargetConsequence: 1 }] },
  ],
  [
    "tolerated at its target",
    "passes",
    { Risks: [{ Response: "Tolerate", CurrentLikelihood: 2, CurrentConsequence: 2, TargetLikelihood: 4, TargetConsequence: 1 }] },
  ],
  [
    "treated above its target",
    "passes",
    { Risks: [{ Response: "Treat", CurrentLikelihood: 2, CurrentConsequence: 3, TargetLikelihood: 5, TargetConsequence: 1 }] },
  ],
  ["no inherent score", "passes", { Risks: [{ CurrentLikelihood: 5, CurrentConsequence: 5 }] }],
  ["tolerated without a target", "passes", { Risks: [{ Response: "Tolerate", CurrentLikelihood: 5, CurrentConsequence: 5 }] }],
  ["tolerated and not scored", "passes", { Risks: [{ Response: "Tolerate", TargetLikelihood: 1, TargetConsequence: 1 }] }],
  ["closed, and still wrong", "fails", { Risks: [{ ...inherent, Status: "Closed", CurrentLikelihood: 2, CurrentConsequence: 5 }] }],
]);

describe("a finding of a risk", () => {
  const of = (...given: Parameters<typeof findingsOf>) => findingsOf(...given).map(inShort);

  test("says what it rests on", () => {
    expect(of("DQ-13", { Risks: [{ Ref: "R-0001" }] })).toEqual([{ field: "Owner", ref: "R-0001", inputs: {} }]);
    expect(of("DQ-14", { Risks: [extreme], Actions: [{ SourceRef: "R-0002" }] })).toEqual([
      { field: "ResponsePlan", ref: "R-0001", inputs: { currentScore: 15, extremeFrom: 15 } },
    ]);
    expect(of("DQ-15", { Risks: [{ MitigationDueDate: yesterday }] })).toEqual([
      { field: "MitigationDueDate", ref: "1-1", inputs: { mitigationDue: yesterday } },
    ]);
    expect(of("DQ-17", { Risks: [treated] })).toEqual([
      { field: "TargetDate", ref: "1-1", inputs: { targetDate: yesterday, currentScore: 9, targetScore: 8 } },
    ]);
    expect(of("DQ-19", { Risks: [still], PortfolioSnapshots: [frozenAt("2026-04")] })).toEqual([
      { field: "CurrentLikelihood", ref: "R-0001", inputs: { unmovedSince: "2026-04", currentScore: 9 } },
    ]);
    expect(of("DQ-20", { Risks: [{ ...inherent, CurrentLikelihood: 2, CurrentConsequence: 5 }] })).toEqual([
      { field: "CurrentLikelihood", ref: "1-1", inputs: { currentScore: 10, inherentScore: 9 } },
    ]);
    expect(of("DQ-20", { Risks: [{ Response: "Tolerate", CurrentLikelihood: 2, CurrentConsequence: 3, TargetLikelihood: 5, TargetConsequence: 1 }] })).toEqual([
      { field: "Response", ref: "1-1", inputs: { currentScore: 6, targetScore: 5 } },
    ]);
  });

  test("stands at the part of the description that is too short, and counts every such part", () => {
    expect(of("DQ-18", { Risks: [{ ...described, RiskEvent: "short", Effect: "12345678" }] })).toEqual([
      { field: "RiskEvent", ref: "1-1", inputs: { charactersRiskEvent: 5, charactersEffect: 8, describedFrom: 10 } },
    ]);
    expect(of("DQ-18", { Risks: [{ ...described, Cause: "short" }] })).toMatchObject([{ field: "Cause" }]);
  });
});

describe("one step for a review that is overdue", () => {
  const fixOf = (risk: Cells, settings = {}) => findingsOf("DQ-16", { Risks: [{ NextReviewDate: yesterday, ...risk }] }, { settings })[0];

  test.each([
    [5, 3, "2026-12-01"],
    [4, 3, "2026-12-24"],
    [2, 2, "2027-01-23"],
    [1, 3, "2027-02-22"],
  ])("of a risk scored %d × %d sets the next one by its band", (CurrentLikelihood, CurrentConsequence, next) => {
    expect(fixOf({ CurrentLikelihood, CurrentConsequence })?.fix).toEqual({ LastReviewDate: today, NextReviewDate: next });
  });

  test("keeps to the trust's own days", () => {
    const settings = { "risk.reviewDays": { Extreme: 1, High: 2, Moderate: 3, Low: 4 } };
    expect(fixOf({ CurrentLikelihood: 5, CurrentConsequence: 5 }, settings)?.fix).toEqual({ LastReviewDate: today, NextReviewDate: "2026-11-25" });
  });

  test("is not offered for a risk without a score", () => {
    const finding = fixOf({});
    expect(finding).toMatchObject({ field: "NextReviewDate", inputs: [{ name: "nextReview", value: yesterday }] });
    expect(finding).not.toHaveProperty("fix");
  });

  test("is not what a finding of another kind offers", () => {
    expect(findingsOf("DQ-15", { Risks: [{ MitigationDueDate: yesterday, CurrentLikelihood: 5, CurrentConsequence: 5 }] })[0]).not.toHaveProperty("fix");
  });
});

describe("scores that the snapshots froze", () => {
  const frozen = (cells: readonly Cells[]) =>
    frozenScores(recordsIn<typeof portfolioSnapshots>(cells.map((each, index) => rowOf(each, String(index)))), day(today));

  test("begin with the newest month that is more than six months gone, oldest first", () => {
    const found = frozen([frozenAt("2026-10"), frozenAt("2026-01"), frozenAt("2026-04"), frozenAt("2026-08")]);
    expect(found.map(({ month }) => month - 2026 * 12 + 1)).toEqual([4, 8, 10]);
  });

  test("leave out a month that is to come, and one that is no month", () => {
    expect(frozen([frozenAt("2026-12"), frozenAt("2026-11"), frozenAt("2026-04"), { PeriodMonth: "April" }, {}])).toHaveLength(2);
  });

  test("are none while no snapshot is old enough", () => {
    expect(frozen([frozenAt("2026-05"), frozenAt("2026-11")])).toEqual([]);
    expect(frozen([])).toEqual([]);
  });

  test.each(["", "not JSON", "{}", '[1, null, "x", {}]', '[{"Ref": 3, "CurrentScore": 9}]', '[{"Ref": "R-0001", "CurrentScore": "9"}]'])(
    "say nothing where they hold %j",
    (RisksJson) => {
      expect(unmovedSince("R-0001", { CurrentScore: 9 }, frozen([{ PeriodMonth: "2026-04", RisksJson }]))).toBeUndefined();
    },
  );

  test("say nothing of a risk that left them in between", () => {
    const later = { PeriodMonth: "2026-09", RisksJson: "[]" };
    expect(unmovedSince("R-0001", { CurrentScore: 9 }, frozen([frozenAt("2026-04"), later]))).toBe(2026 * 12 + 3);
  });

  test("an empty Ref was never frozen", () => {
    expect(unmovedSince("", { CurrentScore: 9 }, frozen([frozenAt("2026-04")]))).toBeUndefined();
  });
});
