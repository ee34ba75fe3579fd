import {
  actions,
  blockingProblems,
  changes,
  columnOf,
  completeRow,
  matchChoice,
  moveProblem,
  planChanges,
  problemsOf,
  projects,
  registerAsKept,
  risks,
  type ListAsKept,
  type Row,
  type Values,
} from "../../../src/registers";
import type { ClientKey } from "../../../src/kernel";
import { ruleContext } from "./rule-context";

const context = ruleContext();

function list(changed: { readonly missing?: readonly string[]; readonly choices?: Readonly<Record<string, readonly string[]>> }): ListAsKept {
  return { missing: changed.missing ?? [], choices: new Map(Object.entries(changed.choices ?? {})), displayNames: new Map() };
}

const withWatching = registerAsKept(risks, list({ choices: { Status: ["Watching", "Open", "Closed"] } }));

describe("a register as its list is kept", () => {
  test("is the register itself before the list was read, and when its owner changed nothing", () => {
    expect(registerAsKept(risks, undefined)).toBe(risks);
    expect(registerAsKept(risks, list({ choices: { Status: ["Open", "Closed"] } }))).toBe(risks);
  });

  test("is the same for the same list, however often it is asked for", () => {
    const kept = list({ choices: { Status: ["Watching"] } });
    const once = registerAsKept(risks, kept);
    expect(registerAsKept(risks, kept)).toBe(once);
    expect(registerAsKept(once, kept)).toBe(once);
  });
});

describe("choices that the list's owner added", () => {
  test("come after ours, in the list's order, marked as the trust's own", () => {
    expect(columnOf(withWatching, "Status")).toMatchObject({ choices: ["Draft", "Open", "Closed", "Became an issue", "Watching"], added: ["Watching"] });
    expect(columnOf(risks, "Status")).not.toHaveProperty("added");
  });

  test("are read from a file in any case, and judged like ours", () => {
    const column = columnOf(withWatching, "Status");
    expect(column?.type === "choice" && matchChoice(column.choices, "watching")).toBe("Watching");
    const said = (register: typeof risks): readonly string[] =>
      blockingProblems(register, { Status: "Watching" }, { context, changed: { Status: "Watching" } }).map(({ rule }) => rule);
    expect(said(withWatching as typeof risks)).not.toContain("value:Status");
    expect(said(risks)).toContain("value:Status");
  });

  test("are accepted by the change plan, and stay while other columns change", () => {
    const stored: Row = { id: "1", etag: '"1,1"', values: { Title: "Roof leaks", RiskEvent: "The roof leaks", Status: "Watching" }, extras: {} };
    const plan = (values: Values, position: number): unknown =>
      planChanges({
        register: withWatching,
        site: "northmere",
        incoming: [{ position, values, problems: [], id: "1", newKey: "0".repeat(32) as ClientKey }],
        base: [stored],
        context,
      }).rows[0];
    expect(plan({ Controls: "Tarpaulin" }, 2)).toMatchObject({
      kind: "changed",
      changes: { Controls: "Tarpaulin" },
      problems: [],
      after: { Status: "Watching" },
    });
    expect(plan({ Status: "Open" }, 3)).toMatchObject({ kind: "changed", changes: { Status: "Open" } });
    const open: Row = { ...stored, values: { ...stored.values, Status: "Open" } };
    const moved = planChanges({
      register: withWatching,
      site: "northmere",
      incoming: [{ position: 2, values: { Status: "Watching" }, problems: [], id: "1", newKey: "0".repeat(32) as ClientKey }],
      base: [open],
      context,
    });
    expect(moved.rows[0]).toMatchObject({ kind: "changed", changes: { Status: "Watching" }, problems: [] });
  });

  test("may be moved to and from, because no allowed move speaks of them", () => {
    const kept = registerAsKept(changes, list({ choices: { Status: ["With the chair"] } }));
    expect(moveProblem(kept, { Status: "Draft" }, { Status: "With the chair" })).toBeUndefined();
    expect(moveProblem(kept, { Status: "With the chair" }, { Status: "Implemented" })).toBeUndefined();
    expect(moveProblem(kept, { Status: "Draft" }, { Status: "Implemented" })).toBeDefined();
  });

  test("break no rule that reads them, while rules that do not still speak", () => {
    const active: Values = {
      Title: "Scanners",
      Status: "Active",
      Stage: "2b Rethink",
      EndForecast: "2020-01-01",
      BudgetApproved: 10,
      BudgetCapital: 4,
      BudgetRevenue: 5,
    };
    const rules = (row: Values): readonly string[] => problemsOf(projects, row, { step: "report", context }).map(({ rule }) => rule);
    expect(rules(active)).toContain("V-PRJ-03");
    expect(rules(active)).toContain("V-PRJ-05");
    expect(rules({ ...active, Status: "Paused for review" })).not.toContain("V-PRJ-05");
    // V-PRJ-01 reads the stage, which nobody knows here; what it asks for besides is left unsaid too.
    expect(rules({ ...active, Sro: "Bola Hart", ProjectManager: "Amina Okafor" })).not.toContain("V-PRJ-01");
    expect(rules({ ...active, Stage: "1 Identify" })).toContain("V-PRJ-01");
  });
});

describe("columns that the list's owner removed", () => {
  const kept = registerAsKept(actions, list({ missing: ["DueDate", "OwnerAddress"] }));

  test("are neither asked for nor judged; they stand under missing with their words", () => {
    expect([columnOf(kept, "DueDate"), columnOf(kept, "Owner")]).toEqual([undefined, undefined]);
    expect(Object.keys(kept.missing ?? {}).toSorted()).toEqual(["DueDate", "Owner"]);
    expect(kept.shows).not.toContain("DueDate");
    expect(kept.rules.flatMap(({ fields }) => fields).filter((name) => /^(?:DueDate|Owner(?:Address)?)$/.test(name))).toEqual([]);
    expect(blockingProblems(kept, { Title: "Order spares" }, { context })).toEqual([]);
    expect(blockingProblems(actions, { Title: "Order spares" }, { context })).not.toEqual([]);
  });

  test("take no value from a file or an older sheet, which says so in the cell", () => {
    const plan = planChanges({
      register: kept,
      site: "northmere",
      incoming: [{ position: 2, values: { Title: "Order spares", DueDate: "2026-12-01" }, problems: [], newKey: "0".repeat(32) as ClientKey }],
      base: [],
      context,
    });
    expect(plan.rows[0]).toMatchObject({ kind: "added", changes: { Title: "Order spares" }, problems: [{ field: "DueDate", wrote: "2026-12-01" }] });
  });

  test("take the register's own words with them: status, moves, title source, what is worked out", () => {
    const noStatus = registerAsKept(changes, list({ missing: ["Status"] }));
    expect([noStatus.statusColumn, noStatus.moves]).toEqual([undefined, undefined]);
    const bare = registerAsKept(risks, list({ missing: ["RiskEvent", "CurrentScore"] }));
    expect(bare.titleFrom).toBeUndefined();
    expect(completeRow(bare, { CurrentLikelihood: 4, CurrentConsequence: 4 })).not.toHaveProperty("CurrentScore");
  });

  test("never are the title", () => {
    expect(columnOf(registerAsKept(actions, list({ missing: ["Title", "DueDate"] })), "Title")).toBeDefined();
  });
});
