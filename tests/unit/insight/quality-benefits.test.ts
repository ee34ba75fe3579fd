import { findingsOf, inShort, rule, type Cells, type Given } from "./quality-ground";

const manager = { ProjectManager: "Bob Ray", ProjectManagerAddress: "bob@example.org" } as const;

rule("DQ-33", [
  ["nobody's", "fails", { Benefits: [{ Status: "Planned" }] }],
  ["the project manager's, by address", "fails", { project: manager, Benefits: [{ Owner: "Robert Ray", OwnerAddress: "bob@example.org" }] }],
  ["the project manager's, by name", "fails", { project: manager, Benefits: [{ Owner: "Bob Ray" }] }],
  ["a namesake's", "passes", { project: manager, Benefits: [{ Owner: "Bob Ray", OwnerAddress: "bob.ray2@example.org" }] }],
  ["somebody of the service's", "passes", { project: manager, Benefits: [{ Owner: "Ann" }] }],
  ["not achieved", "fails", { Benefits: [{ Status: "Not achieved" }] }],
  ["closed", "silent", { Benefits: [{ Status: "Closed" }] }],
  ["a status of the trust's own", "silent", { Benefits: [{ Status: "Banked" }] }],
]);

const planned = { Stage: "3 Plan (OBC)" } as const;

rule("DQ-34", [
  ["no baseline", "fails", { project: planned, Benefits: [{ TargetValue: 5 }] }],
  ["no target", "fails", { project: planned, Benefits: [{ BaselineValue: 0 }] }],
  ["both, nought too", "passes", { project: planned, Benefits: [{ BaselineValue: 0, TargetValue: 5, BenefitClass: "Societal (SB)" }] }],
  ["cash-releasing without either", "fails", { project: planned, Benefits: [{ BenefitClass: "Cash-releasing (CRB)" }] }],
  ["non-cash-releasing without either", "fails", { project: planned, Benefits: [{ BenefitClass: "Non-cash-releasing (NCRB)" }] }],
  ["societal without either", "fails", { project: planned, Benefits: [{ BenefitClass: "Societal (SB)" }] }],
  ["one that cannot be priced", "silent", { project: planned, Benefits: [{ BenefitClass: "Unmonetisable (UB)" }] }],
  ["a class of the trust's own", "silent", { project: planned, Benefits: [{ BenefitClass: "Carbon" }] }],
  ["stage 2", "silent", { project: { Stage: "2 Define (SOC)" }, Benefits: [{}] }],
  ["no stage", "silent", { Benefits: [{}] }],
]);

const measuredBy = (benefit: Cells, ...months: readonly string[]): Given => ({
  Benefits: [{ Ref: "B-0001", Frequency: "Monthly", StartDate: "2026-04-15", ...benefit }],
  BenefitMeasures: months.map((month) => ({ BenefitRef: "B-0001", PeriodStart: `${month}-01`, ActualMeasure: 0 })),
});

rule("DQ-35", [
  ["October is over and not measured", "fails", measuredBy({}, "2026-09")],
  ["October was measured", "passes", measuredBy({}, "2026-10")],
  ["this month was measured", "passes", measuredBy({}, "2026-11")],
  ["never measured", "fails", measuredBy({})],
  ["measured in pounds", "passes", { ...measuredBy({}), BenefitMeasures: [{ BenefitRef: "B-0001", PeriodStart: "2026-10-01", RealisedValue: 0 }] }],
  ["planned only", "fails", { ...measuredBy({}), BenefitMeasures: [{ BenefitRef: "B-0001", PeriodStart: "2026-10-01", PlannedValue: 5 }] }],
  ["a result of no period", "fails", { ...measuredBy({}), BenefitMeasures: [{ BenefitRef: "B-0001", ActualMeasure: 5 }] }],
  ["another benefit's result", "fails", { ...measuredBy({}), BenefitMeasures: [{ BenefitRef: "B-0002", PeriodStart: "2026-10-01", ActualMeasure: 5 }] }],
  [
    "without a Ref nobody's result is its own",
    "fails",
    { ...measuredBy({ Ref: undefined }), BenefitMeasures: [{ PeriodStart: "2026-10-01", ActualMeasure: 5 }] },
  ],
  ["weekly is asked by the month", "fails", measuredBy({ Frequency: "Weekly" }, "2026-09")],
  ["its first month is not over", "silent", measuredBy({ StartDate: "2026-11-01" })],
  ["its first month was October", "fails", measuredBy({ StartDate: "2026-10-31" })],
  ["quarters from April: July to September is due", "fails", measuredBy({ Frequency: "Quarterly" }, "2026-06")],
  ["quarters from April: July will do", "passes", measuredBy({ Frequency: "Quarterly" }, "2026-07")],
  ["half a year from April: not measured", "fails", measuredBy({ Frequency: "Every 6 months" }, "2026-03")],
  ["half a year from April: measured", "passes", measuredBy({ Frequency: "Every 6 months" }, "2026-04")],
  ["half a year from June: not over", "silent", measuredBy({ Frequency: "Every 6 months", StartDate: "2026-06-01" })],
  ["half a year from May: just over", "fails", measuredBy({ Frequency: "Every 6 months", StartDate: "2026-05-01" })],
  ["a year: not over", "silent", measuredBy({ Frequency: "Yearly", StartDate: "2025-12-01" })],
  ["a year: over", "fails", measuredBy({ Frequency: "Yearly", StartDate: "2025-11-30" })],
  ["it ended in June, and June was measured", "passes", measuredBy({ EndDate: "2026-06-30" }, "2026-06")],
  ["it ended in June, and May was the last", "fails", measuredBy({ EndDate: "2026-06-30" }, "2026-05")],
  ["quarters until August: July will do", "passes", measuredBy({ Frequency: "Quarterly", EndDate: "2026-08-31" }, "2026-07")],
  [
    "quarters from April to August of last year: July was the last",
    "passes",
    measuredBy({ Frequency: "Quarterly", StartDate: "2025-04-01", EndDate: "2025-08-31" }, "2025-07"),
  ],
  [
    "quarters from April to August of last year: June will not do",
    "fails",
    measuredBy({ Frequency: "Quarterly", StartDate: "2025-04-01", EndDate: "2025-08-31" }, "2025-06"),
  ],
  ["it ends this month: October will do", "passes", measuredBy({ EndDate: "2026-11-30" }, "2026-10")],
  ["it ended before it began", "silent", measuredBy({ EndDate: "2026-03-31" })],
  ["no start", "silent", measuredBy({ StartDate: undefined })],
  ["no frequency", "silent", measuredBy({ Frequency: undefined })],
  ["a frequency of the trust's own", "silent", measuredBy({ Frequency: "Now and then" })],
  ["once, its target's day yesterday, not measured", "fails", measuredBy({ Frequency: "Once", TargetDate: "2026-11-23" })],
  ["once, measured long ago", "passes", measuredBy({ Frequency: "Once", TargetDate: "2026-11-23" }, "2020-01")],
  ["once, its target's day today", "silent", measuredBy({ Frequency: "Once", TargetDate: "2026-11-24" })],
  ["once, without a target's day", "silent", measuredBy({ Frequency: "Once" })],
  ["closed", "silent", measuredBy({ Status: "Closed" })],
]);

const releasing = { BenefitClass: "Cash-releasing (CRB)", Status: "Planned" } as const;

rule("DQ-36", [
  ["planned and not agreed", "fails", { Benefits: [{ ...releasing, BudgetHolderAgreed: false }] }],
  ["planned and nobody said", "fails", { Benefits: [releasing] }],
  ["agreed", "passes", { Benefits: [{ ...releasing, BudgetHolderAgreed: true }] }],
  ["realising", "fails", { Benefits: [{ ...releasing, Status: "Realising" }] }],
  ["realised", "fails", { Benefits: [{ ...releasing, Status: "Realised" }] }],
  ["at risk", "fails", { Benefits: [{ ...releasing, Status: "At risk" }] }],
  ["not achieved", "fails", { Benefits: [{ ...releasing, Status: "Not achieved" }] }],
  ["closed", "fails", { Benefits: [{ ...releasing, Status: "Closed" }] }],
  ["baselined", "silent", { Benefits: [{ ...releasing, Status: "Baselined" }] }],
  ["no status", "silent", { Benefits: [{ ...releasing, Status: undefined }] }],
  ["not cash-releasing", "silent", { Benefits: [{ ...releasing, BenefitClass: "Societal (SB)" }] }],
]);

const counted = (cells: Cells = {}): Cells => ({ Measure: "Length of stay", StartDate: "2026-04-01", EndDate: "2027-03-31", ...cells });
const inProgramme = { ProgrammeRef: "PG-001" } as const;

rule("DQ-37", [
  ["the same measure twice", "fails", { Benefits: [counted(), counted({ StartDate: "2027-03-31", EndDate: "2028-01-01" })] }],
  ["one after the other", "passes", { Benefits: [counted(), counted({ StartDate: "2027-04-01", EndDate: "2028-01-01" })] }],
  ["written otherwise", "fails", { Benefits: [counted(), counted({ Measure: " length of STAY " })] }],
  ["no end goes on", "fails", { Benefits: [counted({ EndDate: undefined }), counted({ StartDate: "2035-01-01", EndDate: undefined })] }],
  ["no start", "passes", { Benefits: [counted(), counted({ StartDate: undefined })] }],
  ["another measure", "passes", { Benefits: [counted(), counted({ Measure: "Waiting time" })] }],
  [
    "another project of the programme",
    "fails",
    { project: inProgramme, Benefits: [counted()] },
    { elsewhere: { project: inProgramme, Benefits: [counted()] } },
  ],
  [
    "a project of another programme",
    "passes",
    { project: inProgramme, Benefits: [counted()] },
    { elsewhere: { project: { ProgrammeRef: "PG-002" }, Benefits: [counted()] } },
  ],
  ["two projects without a programme", "passes", { Benefits: [counted()] }, { elsewhere: { Benefits: [counted()] } }],
  ["a measure of blanks", "passes", { Benefits: [counted({ Measure: " " }), counted({ Measure: "  " })] }],
  ["no measure", "silent", { Benefits: [{ StartDate: "2026-04-01" }, { StartDate: "2026-04-01" }] }],
]);

describe("a finding of a benefit", () => {
  const of = (...given: Parameters<typeof findingsOf>) => findingsOf(...given).map(inShort);

  test("says what it rests on", () => {
    expect(of("DQ-33", { Benefits: [{}] })).toEqual([{ field: "Owner", ref: "1-1", inputs: {} }]);
    expect(of("DQ-33", { project: manager, Benefits: [{ Owner: "Bob Ray" }] })).toEqual([
      { field: "Owner", ref: "1-1", inputs: { projectManager: "Bob Ray" } },
    ]);
    expect(of("DQ-34", { project: planned, Benefits: [{}] })).toEqual([{ field: "BaselineValue", ref: "1-1", inputs: {} }]);
    expect(of("DQ-34", { project: planned, Benefits: [{ BaselineValue: 1 }] })).toEqual([{ field: "TargetValue", ref: "1-1", inputs: {} }]);
    expect(of("DQ-35", measuredBy({}, "2026-07", "2026-08", "2026-06"))).toEqual([
      { field: "Frequency", ref: "B-0001", inputs: { frequency: "Monthly", measureDueFrom: "2026-10", lastMeasured: "2026-08" } },
    ]);
    expect(of("DQ-35", measuredBy({ Frequency: "Once", TargetDate: "2026-11-23" }))).toEqual([
      { field: "Frequency", ref: "B-0001", inputs: { frequency: "Once", targetDate: "2026-11-23" } },
    ]);
    expect(of("DQ-36", { Benefits: [releasing] })).toEqual([{ field: "BudgetHolderAgreed", ref: "1-1", inputs: {} }]);
  });

  test("that is counted twice names another one that counts the same", () => {
    const benefits = [
      counted({ Ref: "B-0003", StartDate: "2026-06-01", EndDate: "2026-07-01" }),
      counted({ Ref: "B-0001", StartDate: "2026-04-01", EndDate: "2027-03-31" }),
      counted({ Ref: "B-0002", StartDate: "2026-05-01", EndDate: "2026-05-02" }),
      counted({ Ref: "B-0004", StartDate: "2027-04-01", EndDate: "2027-05-02" }),
    ];
    const found = of("DQ-37", { Benefits: benefits });
    expect(found.map(({ ref, inputs }) => [ref, inputs["otherBenefit"]])).toEqual([
      ["B-0001", "B-0002"],
      ["B-0002", "B-0001"],
      ["B-0003", "B-0001"],
    ]);
    expect(found[0]).toEqual({ field: "Measure", ref: "B-0001", inputs: { measure: "Length of stay", otherBenefit: "B-0002" } });
  });

  test("that overlaps a longer one after a short one is found", () => {
    const benefits = [
      counted({ Ref: "B-0001", StartDate: "2026-04-01", EndDate: "2026-04-10" }),
      counted({ Ref: "B-0002", StartDate: "2026-04-05", EndDate: "2026-12-31" }),
      counted({ Ref: "B-0003", StartDate: "2026-06-01", EndDate: "2026-07-01" }),
    ];
    expect(of("DQ-37", { Benefits: benefits }).map(({ ref, inputs }) => [ref, inputs["otherBenefit"]])).toEqual([
      ["B-0001", "B-0002"],
      ["B-0002", "B-0001"],
      ["B-0003", "B-0002"],
    ]);
  });

  test("that is counted twice is told the same whatever the order of the rows", () => {
    const twice = [counted({ Ref: "B-0002" }), counted({ Ref: "B-0001" }), counted({ Ref: "B-0003" })];
    const told = (rows: readonly Cells[]) => of("DQ-37", { Benefits: rows }).map(({ ref, inputs }) => [ref, inputs["otherBenefit"]]);
    expect(told(twice)).toEqual([
      ["B-0001", "B-0002"],
      ["B-0002", "B-0001"],
      ["B-0003", "B-0001"],
    ]);
    expect(told([...twice].reverse())).toEqual(told(twice));
  });
});
