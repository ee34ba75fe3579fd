import { siteFacts, siteQuality } from "../../../src/insight";
import { listsOfTheSite } from "../../../src/insight/site-quality";
import { createTaming } from "../../../src/insight/tame";
import type { Register, Row } from "../../../src/registers";
import { allRegisters } from "../../../src/registers/all-registers";
import { standpoint } from "./money-setting";
import { inShort, projectOf, rowOf, type Cells, type Given } from "./quality-ground";

interface SiteGiven {
  readonly needs?: readonly (readonly Cells[])[];
  readonly capacities?: readonly Cells[];
  readonly requests?: readonly Cells[];
  /** Rows of a project's registers that name none. */
  readonly without?: Given;
  /** Further lists of the site. */
  readonly lists?: Readonly<Record<string, readonly Cells[]>>;
  readonly today?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly registers?: readonly Register[];
  readonly inactive?: readonly string[];
}

function judgeSite({ needs = [], without = {}, lists = {}, today = "2026-11-24", settings = {}, registers = allRegisters, inactive, ...given }: SiteGiven) {
  const at = standpoint({ today, settings });
  const projects = needs.map((rows, index) => projectOf({ ResourceDemand: rows }, String(index + 1)));
  const { project: _, ...withoutProject } = projectOf(without, "n");
  const { requests = [], capacities = [] } = given;
  const rows = new Map<string, readonly Row[]>([
    ["IntakeRequests", requests.map((cells, index) => rowOf(cells, `q${String(index)}`))],
    ["ResourceCapacity", capacities.map((cells, index) => rowOf(cells, `c${String(index)}`))],
    ...Object.entries(lists).map(([name, cells]) => [name, cells.map((values, index) => rowOf(values, `${name}-${String(index)}`))] as const),
  ]);
  return siteQuality(
    {
      needs: projects.flatMap(({ ResourceDemand }) => ResourceDemand),
      withoutProject,
      rowsOf: createTaming()({ registers, rowsOf: (name) => rows.get(name) ?? [] }),
      site: siteFacts({ registers, projects, ...(inactive === undefined ? {} : { inactive: new Set(inactive) }) }, at),
    },
    at,
  );
}

const only = (rule: string) => ({ "dq.disabledRules": ["DQ-44", "DQ-55", "DQ-56"].filter((id) => id !== rule) });

describe("DQ-55", () => {
  const ann = { Person: "Ann", PersonAddress: "ann@example.org", FinancialYear: "2026/27" } as const;
  const agreed = (cells: Cells): Cells => ({ ...ann, AllocationStatus: "Agreed", ...cells });
  const verdict = (given: SiteGiven) => {
    const { findings, applied } = judgeSite({ settings: only("DQ-55"), ...given });
    return findings.some(({ rule }) => rule === "DQ-55") ? "fails" : applied.Medium > 0 ? "passes" : "silent";
  };

  const cases: readonly (readonly [string, string, SiteGiven])[] = [
    [
      "two projects together are more than Ann can give",
      "fails",
      { needs: [[agreed({ AllM08: 0.6 })], [agreed({ AllM08: 0.5 })]], capacities: [{ ...ann, CapM08: 1 }] },
    ],
    [
      "together they are just what she can give",
      "passes",
      { needs: [[agreed({ AllM08: 0.7 })], [agreed({ AllM08: 0.1 }), agreed({ AllM08: 0.2 })]], capacities: [{ ...ann, CapM08: 1 }] },
    ],
    ["a hundredth more", "fails", { needs: [[agreed({ AllM08: 0.8 })]], capacities: [{ ...ann, CapM08: 0.79 }] }],
    ["in the second month after this one", "fails", { needs: [[agreed({ AllM10: 1 })]], capacities: [{ ...ann, CapM08: 1, CapM10: 0.5 }] }],
    ["in the third", "passes", { needs: [[agreed({ AllM11: 1 })]], capacities: [{ ...ann, CapM08: 1, CapM11: 0.5 }] }],
    ["in the month before", "passes", { needs: [[agreed({ AllM07: 1 })]], capacities: [{ ...ann, CapM08: 1, CapM07: 0.5 }] }],
    [
      "in April of the next year",
      "fails",
      { today: "2027-02-03", needs: [[agreed({ FinancialYear: "2027/28", AllM01: 1 })]], capacities: [{ ...ann, FinancialYear: "2027/28", CapM01: 0.5 }] },
    ],
    ["in April of this year", "silent", { today: "2027-02-03", needs: [[agreed({ AllM01: 1 })]], capacities: [{ ...ann, CapM01: 0.5 }] }],
    ["what she gave was of another year", "passes", { needs: [[agreed({ FinancialYear: "2025/26", AllM08: 1 })]], capacities: [{ ...ann, CapM08: 0.5 }] }],
    ["only asked for", "silent", { needs: [[agreed({ AllM08: 1, AllocationStatus: "Requested" })]], capacities: [{ ...ann, CapM08: 0.5 }] }],
    ["nobody said what she can give", "silent", { needs: [[agreed({ AllM08: 1 })]] }],
    ["what she can give is of another year", "silent", { needs: [[agreed({ AllM08: 1 })]], capacities: [{ ...ann, FinancialYear: "2025/26", CapM08: 0.5 }] }],
    [
      "her capacity stands in two rows",
      "passes",
      {
        needs: [[agreed({ AllM08: 1 })]],
        capacities: [
          { ...ann, CapM08: 0.5 },
          { ...ann, CapM08: 0.5 },
        ],
      },
    ],
    ["somebody else has the need", "silent", { needs: [[agreed({ PersonAddress: "bob@example.org", AllM08: 1 })]], capacities: [{ ...ann, CapM08: 0.5 }] }],
    [
      "by name where there is no address, however it is written",
      "fails",
      { needs: [[agreed({ PersonAddress: undefined, Person: " ANN", AllM08: 1 })]], capacities: [{ ...ann, PersonAddress: undefined, CapM08: 0.5 }] },
    ],
    [
      "a role that nobody fills",
      "silent",
      {
        needs: [[agreed({ Person: undefined, PersonAddress: undefined, AllM08: 1 })]],
        capacities: [{ FinancialYear: "2026/27", PoolName: "Pool", CapM08: 0.5 }],
      },
    ],
    ["nothing agreed in a month that has a capacity", "passes", { needs: [[agreed({})]], capacities: [{ ...ann, CapM08: 0 }] }],
    [
      "the register is not here",
      "silent",
      { registers: allRegisters.filter(({ name }) => name !== "ResourceCapacity"), needs: [[agreed({ AllM08: 1 })]], capacities: [{ ...ann, CapM08: 0.5 }] },
    ],
  ];
  for (const [sentence, expected, given] of cases) {
    test(`${expected} when ${sentence}`, () => {
      expect(verdict(given)).toBe(expected);
    });
  }

  test("stands at the first of the needs, and tells the first month that is too much", () => {
    const { findings } = judgeSite({
      needs: [[agreed({ Ref: "RD-0002", AllM09: 0.6, AllM10: 1 })], [agreed({ Ref: "RD-0001", AllM09: 0.5 })]],
      capacities: [{ ...ann, CapM08: 1, CapM09: 1, CapM10: 0.1 }],
    });
    expect(findings.filter(({ rule }) => rule === "DQ-55").map(inShort)).toEqual([
      { field: "Person", ref: "RD-0001", inputs: { person: "Ann", financialYear: "2026/27", month: 9, agreedWte: 1.1, capacityWte: 1, needs: 2 } },
    ]);
    expect(findings.find(({ rule }) => rule === "DQ-55")).toMatchObject({ severity: "Medium", register: "ResourceDemand" });
  });

  test("stands at the same need whatever the order of the rows", () => {
    const needs = [agreed({ AllM08: 1 }), agreed({ AllM08: 1 }), agreed({ AllM08: 1, Ref: "0" })];
    expect(judgeSite({ needs: [needs], capacities: [{ ...ann, CapM08: 1 }] }).findings[0]?.id).toBe("1-3");
    expect(judgeSite({ needs: [needs.slice(0, 2)], capacities: [{ ...ann, CapM08: 1 }] }).findings[0]?.id).toBe("1-1");
  });

  test("is silent when it is switched off", () => {
    expect(verdict({ settings: { "dq.disabledRules": ["DQ-55"] }, needs: [[agreed({ AllM08: 1 })]], capacities: [{ ...ann, CapM08: 0.5 }] })).toBe("silent");
  });
});

describe("DQ-56", () => {
  const submitted = (SubmittedDate: string | undefined, cells: Cells = {}): Cells => ({ Status: "Submitted", SubmittedDate, ...cells });
  const verdict = (request: Cells, given: SiteGiven = {}) => {
    const { findings, applied } = judgeSite({ settings: only("DQ-56"), requests: [request], ...given });
    return findings.some(({ rule }) => rule === "DQ-56") ? "fails" : applied.Medium > 0 ? "passes" : "silent";
  };

  test("fails on the eleventh working day", () => {
    // Ten working days after Tuesday 10 November is Tuesday the 24th.
    expect(verdict(submitted("2026-11-10"))).toBe("passes");
    expect(verdict(submitted("2026-11-09"))).toBe("fails");
  });

  test("keeps to the trust’s own days", () => {
    expect(verdict(submitted("2026-11-09"), { settings: { "intake.triageDays": 11 } })).toBe("passes");
  });

  test("passes once it was looked at, and while nobody said when it was submitted", () => {
    expect(verdict(submitted("2026-01-05", { TriageDate: "2026-11-20" }))).toBe("passes");
    expect(verdict(submitted(undefined))).toBe("passes");
  });

  test.each(["Draft", "Triage", "Accepted", undefined])("is silent of a request that is %s", (Status) => {
    expect(verdict(submitted("2026-01-05", { Status }))).toBe("silent");
  });

  test("is silent when it is switched off", () => {
    expect(verdict(submitted("2026-01-05"), { settings: { "dq.disabledRules": ["DQ-56"] } })).toBe("silent");
  });

  test("says what it rests on", () => {
    const { findings } = judgeSite({ requests: [submitted("2026-11-09", { Ref: "IN-0001" })] });
    expect(findings[0]).toMatchObject({ rule: "DQ-56", severity: "Medium", register: "IntakeRequests", id: "q0" });
    expect(findings.map(inShort)).toEqual([
      { field: "TriageDate", ref: "IN-0001", inputs: { submitted: "2026-11-09", triageDue: "2026-11-23", triageDays: 10 } },
    ]);
  });
});

describe("the site’s own lists", () => {
  test("are searched for patient details, stale totals and people who left", () => {
    const { findings } = judgeSite({
      requests: [{ Problem: "NHS number 401 023 2137", RequestedByAddress: "ann@example.org", RouteCalc: "Project" }],
      capacities: [{ PersonAddress: "ann@example.org" }],
      inactive: ["ann@example.org"],
    });
    expect(findings.map(({ rule, register }) => `${rule} ${register}`)).toEqual([
      "DQ-44 IntakeRequests",
      "DQ-45 IntakeRequests",
      "DQ-57 IntakeRequests",
      "DQ-57 ResourceCapacity",
    ]);
  });

  test("may hold anything", () => {
    expect(judgeSite({ requests: [{ Status: "Submitted", SubmittedDate: 5 }], capacities: [{ Person: 5, CapM08: "x" }] }).findings).toEqual([]);
  });

  test("are all those that belong to no project and are not read by every figure", () => {
    const names = ["Projects", "Risks", "PortfolioSnapshots", "Settings", "FinancialPeriods", "StrategicObjectives", "Stakeholders", "IntakeRequests"];
    expect(listsOfTheSite(names)).toEqual(["Stakeholders", "IntakeRequests"]);
    const patient = [{ Title: "NHS number 401 023 2137" }];
    const { findings } = judgeSite({ lists: { Programmes: patient, Settings: patient, Projects: patient, Risks: patient } });
    expect(findings.map(({ rule, register, id }) => `${rule} ${register} ${id}`)).toEqual(["DQ-45 Programmes Programmes-0"]);
  });

  test("have no score while they are empty", () => {
    expect(judgeSite({}).score.value).toBeUndefined();
  });
});

describe("records that name no project", () => {
  test("are held against the rules of their registers, and against none of a project’s own", () => {
    const { findings } = judgeSite({
      without: { Risks: [{ Ref: "R-0009", ProgrammeRef: "PG-001", Status: "Open" }], Issues: [{ Ref: "I-0009", DueDate: "2026-11-01" }] },
    });
    expect(findings.map(({ rule, register, ref }) => `${rule} ${register} ${ref}`)).toEqual([
      "DQ-13 Risks R-0009",
      "DQ-18 Risks R-0009",
      "DQ-21 Issues I-0009",
    ]);
  });

  test("are searched for patient details", () => {
    const { findings } = judgeSite({ without: { Actions: [{ Title: "Ring 401 023 2137, NHS number" }] } });
    expect(findings.map(({ rule, register }) => `${rule} ${register}`)).toEqual(["DQ-45 Actions"]);
  });

  test("have no RAG that a report could be better than", () => {
    const report = { Status: "Draft", PeriodMonth: "2026-10", FinancialYear: "2026/27", MonthNo: 7, RagOverall: "Green" };
    const { findings, applied } = judgeSite({ without: { HighlightReports: [report] } });
    // DQ-43 and DQ-45.
    expect([findings, applied.High]).toEqual([[], 2]);
  });
});
