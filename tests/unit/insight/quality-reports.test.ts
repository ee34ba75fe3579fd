import { findingsOf, inShort, rule, type Cells } from "./quality-ground";

const active = { Status: "Active" } as const;
const report = (cells: Cells = {}): Cells => ({ PeriodMonth: "2026-10", Status: "Published", ...cells });
const amber = { project: { RagOverall: "Amber" } } as const;

rule("DQ-07", [
  ["Amber, and the last published report names no path", "fails", { ...amber, HighlightReports: [report()] }],
  ["Red, and it names none", "fails", { project: { RagOverall: "Red" }, HighlightReports: [report()] }],
  ["it names one", "passes", { ...amber, HighlightReports: [report({ PathToGreen: "Ask for help" })] }],
  ["only an older one names one", "fails", { ...amber, HighlightReports: [report({ PeriodMonth: "2026-09", PathToGreen: "Ask" }), report()] }],
  ["a draft names one", "fails", { ...amber, HighlightReports: [report(), report({ PeriodMonth: "2026-11", Status: "Draft", PathToGreen: "Ask" })] }],
  ["nobody declared, and the records say Red", "fails", { HighlightReports: [report()] }, { overall: "Red" }],
  ["not rated, and the records say Amber", "fails", { project: { RagOverall: "Not rated" }, HighlightReports: [report()] }, { overall: "Amber" }],
  ["declared Green, and the records say Red", "silent", { project: { RagOverall: "Green" }, HighlightReports: [report()] }, { overall: "Red" }],
  ["Green", "silent", { project: { RagOverall: "Green" }, HighlightReports: [report()] }],
  ["nothing was published", "silent", { ...amber, HighlightReports: [report({ Status: "Submitted" })] }],
  ["a second series was published", "silent", { ...amber, HighlightReports: [report({ Series: "Board" })] }],
]);

// The fifth working day of November 2026 is Friday the 6th.
const others = { elsewhere: { HighlightReports: [{}] } };

rule("DQ-42", [
  ["October is missing", "fails", { project: active }, others],
  ["October was handed in", "passes", { project: active, HighlightReports: [report({ Status: "Submitted" })] }],
  ["October is published", "passes", { project: active, HighlightReports: [report()] }],
  ["October is a draft", "fails", { project: active, HighlightReports: [report({ Status: "Draft" })] }],
  ["October was returned", "fails", { project: active, HighlightReports: [report({ Status: "Returned" })] }],
  ["October has no status", "fails", { project: active, HighlightReports: [report({ Status: undefined })] }],
  ["October has a status of the trust's own", "passes", { project: active, HighlightReports: [report({ Status: "With the chair" })] }],
  ["October came late", "fails", { project: active, HighlightReports: [report({ IsLate: true })] }],
  [
    "October was corrected, and one of the two was in time",
    "passes",
    { project: active, HighlightReports: [report({ IsLate: true }), report({ Status: "Superseded", IsLate: false })] },
  ],
  ["September alone", "fails", { project: active, HighlightReports: [report({ PeriodMonth: "2026-09" })] }],
  [
    "on the fifth working day September still counts",
    "passes",
    { project: active, HighlightReports: [report({ PeriodMonth: "2026-09" })] },
    { today: "2026-11-06" },
  ],
  ["the day after, October does", "fails", { project: active, HighlightReports: [report({ PeriodMonth: "2026-09" })] }, { today: "2026-11-07" }],
  [
    "the trust's own day",
    "passes",
    { project: active, HighlightReports: [report({ PeriodMonth: "2026-09" })] },
    { today: "2026-11-07", settings: { "report.cycle": { reminderBefore: 3, cutOff: 3, submit: 6, pmoReview: 7, sroApprove: 8, publish: 9 } } },
  ],
  ["Tier 4 owes September", "passes", { project: { ...active, Tier: "Tier 4" }, HighlightReports: [report({ PeriodMonth: "2026-09" })] }],
  ["Tier 4 without September", "fails", { project: { ...active, Tier: "Tier 4" }, HighlightReports: [report()] }],
  ["in January December is owed", "fails", { project: active, HighlightReports: [report()] }, { today: "2027-01-20" }],
  ["the project's row is newer than the last day for it", "silent", { project: { ...active, $made: "2026-11-07" } }, others],
  ["the project's row was made on that day", "fails", { project: { ...active, $made: "2026-11-06" } }, others],
  ["the project starts after the month", "silent", { project: { ...active, StartForecast: "2026-11-01" } }, others],
  ["the project started in the month", "fails", { project: { ...active, StartForecast: "2026-10-31" } }, others],
  ["not active", "silent", { project: { Status: "On hold" } }, others],
  ["the site has no reports", "silent", { project: active }],
]);

const frozen = (RagOverallCalc: string, PeriodMonth = "2026-10"): Cells => ({ PeriodMonth, RagOverallCalc });
const draft = (RagOverall: string, cells: Cells = {}): Cells => report({ Status: "Draft", RagOverall, ...cells });

rule("DQ-43", [
  ["Green declared, Amber worked out", "fails", { HighlightReports: [draft("Green")] }, { overall: "Amber" }],
  ["Amber declared, Red worked out", "fails", { HighlightReports: [draft("Amber")] }, { overall: "Red" }],
  ["the same", "passes", { HighlightReports: [draft("Amber")] }, { overall: "Amber" }],
  ["worse", "passes", { HighlightReports: [draft("Red")] }, { overall: "Green" }],
  ["with a reason", "passes", { HighlightReports: [draft("Green", { RagReason: "One late paper" })] }, { overall: "Red" }],
  ["nothing worked out", "passes", { HighlightReports: [draft("Green")] }, { overall: "Not rated" }],
  ["an older report that was better", "passes", { HighlightReports: [draft("Red"), draft("Green", { PeriodMonth: "2026-09" })] }, { overall: "Red" }],
  ["published, and worse was frozen", "fails", { HighlightReports: [draft("Green", { Status: "Published" })], PortfolioSnapshots: [frozen("Amber")] }],
  [
    "published, and the same was frozen",
    "passes",
    { HighlightReports: [draft("Green", { Status: "Published" })], PortfolioSnapshots: [frozen("Green")] },
    { overall: "Red" },
  ],
  [
    "published, and worse was frozen in another month",
    "passes",
    { HighlightReports: [draft("Green", { Status: "Published" })], PortfolioSnapshots: [frozen("Red", "2026-09")] },
  ],
  [
    "published, and two were frozen",
    "fails",
    { HighlightReports: [draft("Green", { Status: "Published" })], PortfolioSnapshots: [frozen("Green"), frozen("Red")] },
  ],
  ["published without a snapshot", "passes", { HighlightReports: [draft("Green", { Status: "Published" })] }, { overall: "Red" }],
  ["replaced by a correction", "silent", { HighlightReports: [report({ Status: "Superseded", RagOverall: "Green" })] }, { overall: "Red" }],
  ["not rated", "silent", { HighlightReports: [draft("Not rated")] }, { overall: "Red" }],
  ["nothing declared", "silent", { HighlightReports: [report({ Status: "Draft" })] }, { overall: "Red" }],
  ["a second series", "silent", { HighlightReports: [draft("Green", { Series: "Board" })] }, { overall: "Red" }],
]);

describe("a finding of a report", () => {
  const of = (...given: Parameters<typeof findingsOf>) => findingsOf(...given).map(inShort);

  test("says what it rests on", () => {
    expect(of("DQ-07", { ...amber, HighlightReports: [report()] })).toEqual([
      { field: "RagOverall", ref: "P-0001", inputs: { overall: "Amber", period: "2026-10" } },
    ]);
    expect(of("DQ-42", { project: active, HighlightReports: [report({ Status: "Draft" }), report({ IsLate: true })] })).toEqual([
      { field: "Status", ref: "P-0001", inputs: { period: "2026-10", reports: 2, reportsHandedIn: 1 } },
    ]);
    expect(of("DQ-43", { HighlightReports: [draft("Green", { Ref: "HR-00001" })] }, { overall: "Red" })).toEqual([
      { field: "RagReason", ref: "HR-00001", inputs: { declared: "Green", workedOut: "Red" } },
    ]);
  });

  test("is of the newest report, the same one whatever the order of the rows", () => {
    const reports = [draft("Green", { Ref: "HR-00002" }), draft("Green", { Ref: "HR-00001" }), draft("Green", { Ref: "HR-00003", PeriodMonth: undefined })];
    const refs = (rows: readonly Cells[]) => of("DQ-43", { HighlightReports: rows }, { overall: "Red" }).map(({ ref }) => ref);
    expect(refs(reports)).toEqual(["HR-00001"]);
    expect(refs([...reports].reverse())).toEqual(["HR-00001"]);
  });

  test("is told of a report that was never dated, while there is no other", () => {
    expect(of("DQ-43", { HighlightReports: [draft("Green", { PeriodMonth: undefined })] }, { overall: "Red" })).toHaveLength(1);
    const published = draft("Green", { PeriodMonth: undefined, Status: "Published" });
    expect(of("DQ-43", { HighlightReports: [published], PortfolioSnapshots: [{ RagOverallCalc: "Red" }] })).toEqual([]);
  });
});
