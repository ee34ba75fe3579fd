import { createSiteInsight, type SiteInsight, type SiteRows } from "../../../src/insight";
import type { Register, Row } from "../../../src/registers";
import { allRegisters } from "../../../src/registers/all-registers";
import { day, rowOf, type Cells } from "./quality-ground";

type Lists = Readonly<Record<string, readonly Row[]>>;

const none: readonly Row[] = [];

function moment(
  lists: Lists,
  { today = "2026-11-24", registers = allRegisters }: { readonly today?: string; readonly registers?: readonly Register[] } = {},
): SiteRows {
  return { today: day(today), registers, rowsOf: (register) => lists[register] ?? none };
}

const list = (name: string, ...rows: readonly Cells[]): readonly Row[] => rows.map((cells, index) => rowOf(cells, `${name}-${String(index + 1)}`));

const risk = (ProjectRef: string, cells: Cells = {}): Cells => ({
  ProjectRef,
  Ref: `R-${ProjectRef}`,
  Title: "Delay",
  Status: "Open",
  CurrentLikelihood: 2,
  CurrentConsequence: 2,
  ...cells,
});
const benefit = (ProjectRef: string, cells: Cells = {}): Cells => ({ ProjectRef, Ref: `B-${ProjectRef}`, Measure: "Beds", StartDate: "2026-04-01", ...cells });

/** Two active projects of one programme. */
const start: Lists = {
  Projects: list(
    "p",
    { Ref: "P-0001", Status: "Active", Stage: "5 Deliver", ProgrammeRef: "PG-01" },
    { Ref: "P-0002", Status: "Active", Stage: "5 Deliver", ProgrammeRef: "PG-01" },
  ),
  Risks: list("r", risk("P-0001"), risk("P-0002")),
  Benefits: list("b", benefit("P-0001"), benefit("P-0002", { Measure: "Theatres" })),
};

/** The same rows but for those that were replaced, as the store hands them on: untouched rows are the very rows of before. */
function replaced(lists: Lists, register: string, id: string, cells: Cells): Lists {
  return { ...lists, [register]: (lists[register] ?? none).map((row) => (row.id === id ? rowOf(cells, id) : row)) };
}

/** Asks for everything, as figures are worked out when they are asked for. */
function asked(site: SiteInsight): SiteInsight {
  for (const { declared, quality } of site.projects) expect([declared.trend.rule, quality.score.rule]).toEqual(["trend", "dataQualityScore"]);
  return site;
}

/** The insight of several moments by one memory; the last one must be what a new memory would say. */
function through(...moments: readonly SiteRows[]): readonly SiteInsight[] {
  const insightOf = createSiteInsight();
  const found = moments.map((at) => asked(insightOf(at)));
  const fresh = moments.map((at) => createSiteInsight()(at));
  expect(found).toEqual(fresh);
  return found;
}

/** Which projects were judged again from one moment to the next. */
function judgedAgain(before: SiteRows, after: SiteRows): readonly string[] {
  const [first, second] = through(before, after);
  return (second?.projects ?? []).filter((insight, index) => insight !== first?.projects[index]).map(({ ref }) => ref);
}

describe("the insight of a site", () => {
  it("gives each project its own records and figures, in the order of the register", () => {
    const [site] = through(moment(start));
    expect(site?.projects.map(({ ref, records }) => [ref, records.Risks.map(({ id }) => id), records.Benefits.map(({ id }) => id)])).toEqual([
      ["P-0001", ["r-1"], ["b-1"]],
      ["P-0002", ["r-2"], ["b-2"]],
    ]);
    expect(site?.projects.map(({ rags }) => rags.risk.value)).toEqual(["Green", "Green"]);
    expect(site?.standpoint.today).toBe("2026-11-24");
  });

  it("keeps several rows of a project in their order, and gives those without a project to nobody", () => {
    const [site] = through(moment({ ...start, Risks: list("r", risk("P-0002"), risk("P-0001"), { Ref: "R-9", Status: "Open" }, risk("P-0002")) }));
    expect(site?.projects.map(({ records }) => records.Risks.map(({ id }) => id))).toEqual([["r-2"], ["r-1", "r-4"]]);
  });

  it("finds a project by its Ref: the first of a Ref, and none without one", () => {
    const [site] = through(moment({ Projects: list("p", { Ref: "P-0001", Title: "First" }, { Ref: "P-0001", Title: "Copy" }, { Title: "Typed in Lists" }) }));
    expect(site?.projects.map(({ ref }) => ref)).toEqual(["P-0001", "P-0001", ""]);
    expect([...(site?.byRef.keys() ?? [])]).toEqual(["P-0001"]);
    expect(site?.byRef.get("P-0001")).toBe(site?.projects[0]);
  });

  it("gives a project without a Ref no records, not even those without a project", () => {
    const [site] = through(moment({ Projects: list("p", { Title: "Typed in Lists" }), Risks: list("r", { Ref: "R-9", Status: "Open" }) }));
    expect(site?.projects.map(({ records }) => records.Risks)).toEqual([[]]);
  });

  it("is the very insight of before while nothing changed", () => {
    const [first, second] = through(moment(start), moment(start));
    expect(second).toBe(first);
  });
});

describe("a figure", () => {
  it("is worked out once, when somebody asks for it", () => {
    const [first] = createSiteInsight()(moment(start)).projects;
    const parts = () => [first?.money, first?.benefits, first?.rags, first?.declared, first?.quality];
    const [once, again] = [parts(), parts()];
    expect(once.every((part) => part !== undefined)).toBe(true);
    expect(once.map((part, index) => part === again[index])).toEqual(Array(5).fill(true));
  });

  it("that nobody asked for before a change is of what holds after it", () => {
    const insightOf = createSiteInsight();
    insightOf(moment({ ...start, Risks: none }));
    const after = insightOf(moment(start));
    expect(after).toEqual(createSiteInsight()(moment(start)));
    expect(after.projects[1]?.quality.applied.Medium).toBeGreaterThan(
      createSiteInsight()(moment({ ...start, Risks: none })).projects[1]?.quality.applied.Medium ?? 0,
    );
  });
});

describe("what no project answers for", () => {
  const rulesOf = (site: SiteInsight | undefined) => site?.quality.findings.map(({ rule, register, id }) => `${rule} ${register} ${id}`);
  const orphan: Lists = { ...start, Risks: list("r", risk("P-0001"), { Ref: "R-9", Status: "Open", RiskEvent: "Scanners arrive late" }) };

  it("is judged with the site: records that name no project", () => {
    const empty: Lists = {
      ...orphan,
      Issues: list("i", { ProjectRef: "", DueDate: "2026-11-01" }),
      Actions: list("a", { ProjectRef: "P-0404", DueDate: "2026-11-01" }),
    };
    const [before, after, named] = through(moment(start), moment(orphan), moment(empty));
    expect(rulesOf(before)).toEqual([]);
    expect(rulesOf(after)).toEqual(["DQ-13 Risks r-2"]);
    // A record of a project that is archived, or gone, is nobody's to mend.
    expect(rulesOf(named)).toEqual(["DQ-13 Risks r-2", "DQ-21 Issues i-1"]);
  });

  it("is judged with the site: people across its projects, and records without one", () => {
    const ann: Cells = { PersonAddress: "ann@example.org", FinancialYear: "2026/27", AllocationStatus: "Agreed", AllM08: 0.5 };
    const demand = list("d", { ...ann, ProjectRef: "P-0001" }, { ...ann, ProjectRef: "P-0002" });
    const given = { ResourceCapacity: list("c", { PersonAddress: "ann@example.org", FinancialYear: "2026/27", CapM08: 1 }) };
    const [enough, tooMuch, other] = through(
      moment({ ...start, ...given, ResourceDemand: demand }),
      moment({ ...start, ...given, ResourceDemand: [...demand, ...list("n", { ...ann, AllM08: 0.1 })] }),
      moment({ ...start, ...given, ResourceDemand: [...demand, ...list("n", { ...ann, AllM08: 0.1 })], Projects: (start["Projects"] ?? none).slice(1) }),
    );
    expect([enough, tooMuch, other].map(rulesOf)).toEqual([[], ["DQ-55 ResourceDemand d-1"], []]);
  });

  it("is judged with the site: its own lists, as they change", () => {
    const waits = (SubmittedDate: string): Lists => ({ ...start, IntakeRequests: list("q", { Status: "Submitted", SubmittedDate }) });
    const [late, inTime] = through(moment(waits("2026-10-01")), moment(waits("2026-11-23")));
    expect([late, inTime].map(rulesOf)).toEqual([["DQ-56 IntakeRequests q-1"], []]);
  });

  it("stays the very judgement while only projects’ records change", () => {
    const [before, after] = through(moment(orphan), moment(replaced(orphan, "Risks", "r-1", risk("P-0001", { CurrentLikelihood: 5, CurrentConsequence: 4 }))));
    expect(after).not.toBe(before);
    expect(after?.quality).toBe(before?.quality);
  });
});

describe("cells and registers that are not as they should be", () => {
  it("count as empty in every figure, not only in the rules", () => {
    const [site] = through(moment({ ...start, Risks: list("r", risk("P-0001", { CurrentLikelihood: "5", CurrentConsequence: 5 })) }));
    expect(site?.projects[0]?.rags.risk.value).toBe("Not rated");
    expect(site?.projects[0]?.records.Risks[0]?.values).not.toHaveProperty("CurrentLikelihood");
    expect(() => through(moment({ ...start, FinancialPeriods: list("f", { FinancialYear: 2026, MonthNo: 7, PeriodStatus: "Closed" }) }))).not.toThrow();
  });

  it("count as none when the site did not bring the register", () => {
    const registers = allRegisters.filter(({ name }) => name !== "Risks");
    const [site] = through(moment(start, { registers }));
    expect(site?.projects.map(({ records }) => records.Risks)).toEqual([[], []]);
  });
});

describe("after a change", () => {
  it("of nothing but the arrays, every project keeps its figures", () => {
    expect(judgedAgain(moment(start), moment({ ...start, Risks: [...(start["Risks"] ?? none)] }))).toEqual([]);
  });

  it("of one project's risk, only that project is judged again", () => {
    const after = replaced(start, "Risks", "r-2", risk("P-0002", { CurrentLikelihood: 5, CurrentConsequence: 4 }));
    expect(judgedAgain(moment(start), moment(after))).toEqual(["P-0002"]);
    expect(through(moment(start), moment(after))[1]?.projects.map(({ rags }) => rags.risk.value)).toEqual(["Green", "Red"]);
  });

  it("of a project's own row, only that project is judged again", () => {
    const after = replaced(start, "Projects", "p-1", {
      Ref: "P-0001",
      Status: "Active",
      Stage: "5 Deliver",
      ContingencyRemaining: 1_000_000_00,
      ProgrammeRef: "PG-01",
      Title: "New name",
    });
    expect(judgedAgain(moment(start), moment(after))).toEqual(["P-0001"]);
  });

  it("that takes a project's only row away, that project has none", () => {
    expect(judgedAgain(moment(start), moment({ ...start, Risks: (start["Risks"] ?? none).slice(1) }))).toEqual(["P-0001"]);
  });

  it("of a row's project, both are judged again", () => {
    expect(judgedAgain(moment(start), moment(replaced(start, "Risks", "r-2", risk("P-0001"))))).toEqual(["P-0001", "P-0002"]);
  });

  it.each(["Settings", "FinancialPeriods"])("of %s, all are judged again from the new standpoint", (register) => {
    const own: Lists = {
      Settings: list("s", { Key: "rag.risk.redScore", ValueJson: "3" }),
      FinancialPeriods: list("f", { FinancialYear: "2026/27", MonthNo: 7, PeriodStatus: "Closed" }),
    };
    expect(judgedAgain(moment(start), moment({ ...start, [register]: own[register] ?? none }))).toEqual(["P-0001", "P-0002"]);
  });

  it("of the day, all are judged again", () => {
    expect(judgedAgain(moment(start), moment(start, { today: "2026-11-25" }))).toEqual(["P-0001", "P-0002"]);
  });

  it("of the strategic objectives or of how the lists are kept, all are judged again", () => {
    expect(judgedAgain(moment(start), moment({ ...start, StrategicObjectives: list("o", { Code: "SO-1", Active: true }) }))).toEqual(["P-0001", "P-0002"]);
    expect(judgedAgain(moment(start), moment(start, { registers: [...allRegisters] }))).toEqual(["P-0001", "P-0002"]);
  });

  it("that makes the site use a column or a register for the first time, all are judged again", () => {
    const withoutRisks: Lists = { ...start, Risks: none };
    const withOne: Lists = { ...start, Risks: list("r", risk("P-0001")) };
    expect(judgedAgain(moment(withoutRisks), moment(withOne))).toEqual(["P-0001", "P-0002"]);
    expect(judgedAgain(moment(withOne), moment({ ...withOne, Risks: none }))).toEqual(["P-0001", "P-0002"]);
  });

  it("that makes two projects count one benefit twice, all are judged again; a further change of theirs leaves the others alone", () => {
    const twice = replaced(start, "Benefits", "b-2", benefit("P-0002"));
    expect(judgedAgain(moment(start), moment(twice))).toEqual(["P-0001", "P-0002"]);
    const renamed = replaced(twice, "Benefits", "b-2", benefit("P-0002", { Title: "Beds of the ward" }));
    expect(judgedAgain(moment(twice), moment(renamed))).toEqual(["P-0002"]);
  });

  it("and another, what the first one changed is not forgotten", () => {
    const second = replaced(start, "Risks", "r-2", risk("P-0002", { CurrentLikelihood: 5, CurrentConsequence: 4 }));
    const third = replaced(second, "Risks", "r-1", risk("P-0001", { CurrentLikelihood: 5, CurrentConsequence: 4 }));
    const [, before, after] = through(moment(start), moment(second), moment(third));
    expect(after?.projects[1]).toBe(before?.projects[1]);
    expect(after?.projects.map(({ rags }) => rags.risk.value)).toEqual(["Red", "Red"]);
  });

  it("that is taken back, the figures of before are worked out again", () => {
    const changed = replaced(start, "Risks", "r-2", risk("P-0002", { CurrentLikelihood: 5, CurrentConsequence: 4 }));
    const [first, , third] = through(moment(start), moment(changed), moment(start));
    expect(third?.projects[0]).toBe(first?.projects[0]);
    expect(third?.projects[1]?.rags.risk.value).toBe("Green");
  });
});
