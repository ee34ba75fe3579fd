import type { ClientKey } from "../../../src/kernel";
import {
  actions,
  costs,
  editsOf,
  planChanges,
  projects,
  type ChangePlan,
  type Changes,
  type IncomingRow,
  type PlanRequest,
  type Register,
  type Row,
  type Values,
} from "../../../src/registers";
import { ruleContext } from "./rule-context";

const site = "northmere.sharepoint.com,site-one";

function key(number: number): ClientKey {
  return String(number).padStart(32, "0") as ClientKey;
}

function incoming(position: number, values: Changes, more: Partial<IncomingRow> = {}): IncomingRow {
  return { position, values, problems: [], newKey: key(position), ...more };
}

function row(id: string, values: Values): Row {
  return { id, etag: `"${id},1"`, values, extras: {} };
}

function plan(register: Register, incomingRows: readonly IncomingRow[], more: Partial<PlanRequest> = {}): ChangePlan {
  return planChanges({ register, site, incoming: incomingRows, base: [], context: ruleContext(), ...more });
}

const owner = { Owner: "Asha Patel", OwnerAddress: "asha@northmere.example" };
const order: Values = { Title: "Order spares", ...owner, DueDate: "2026-12-01", OldReference: "A1" };

describe("each row's fate", () => {
  const base = [row("1", order), row("2", { ...order, Title: "Train staff", OldReference: "A2" })];

  test("a row nobody knows is added under its new key", () => {
    const made = plan(actions, [incoming(2, order)]);
    expect(made.rows[0]).toMatchObject({ kind: "added", id: `new:${key(2)}`, missing: [], after: order });
    expect(editsOf(made)).toMatchObject([{ site, register: "Actions", kind: "create", id: `new:${key(2)}`, seen: { values: {} } }]);
  });

  test("a row known by its key column is changed only where it differs, with what was seen", () => {
    const made = plan(actions, [incoming(2, { OldReference: " a1 ", Title: "Order more spares", DueDate: "2026-12-01" })], { base, keyColumn: "OldReference" });
    expect(made.rows[0]).toMatchObject({ kind: "changed", id: "1", before: order, seen: { etag: '"1,1"', values: order } });
    expect(made.rows[0]?.kind === "changed" && made.rows[0].changes).toEqual({ OldReference: " a1 ", Title: "Order more spares" });
  });

  test("a row that says what is there already is unchanged, and a column it does not bring is left alone", () => {
    const made = plan(actions, [incoming(2, { OldReference: "A1" }), incoming(3, order, { id: "2" })], { base, keyColumn: "OldReference" });
    expect(made.rows.map((planned) => planned.kind)).toEqual(["unchanged", "changed"]);
    expect(plan(actions, [incoming(2, { OldReference: "A1" })], { base, keyColumn: "OldReference" }).totals.cells).toBe(0);
  });

  test("an empty cell clears, and what becomes missing is marked, not refused", () => {
    const made = plan(actions, [incoming(2, { DueDate: null }, { id: "1" })], { base });
    expect(made.rows[0]).toMatchObject({ kind: "changed", changes: { DueDate: null }, missing: ["DueDate"] });
    expect(made.totals).toMatchObject({ changed: 1, incomplete: 1, cells: 1 });
  });

  test("what its author saw travels with the row instead of what is known now", () => {
    const seen = { etag: '"1,0"', values: { Title: "Order" } };
    expect(plan(actions, [incoming(2, { Title: "Order more spares" }, { id: "1", seen })], { base }).rows[0]).toMatchObject({ kind: "changed", seen });
  });

  test("nothing at all is refused: no values, only empty values, only values that do not fit", () => {
    const made = plan(actions, [incoming(2, {}), incoming(3, { Title: null, DueDate: null }), incoming(4, { Title: "ab" })]);
    expect(made.rows).toMatchObject([
      { kind: "refused", reasons: ["The row has no values"] },
      { kind: "refused", reasons: ["The row has no values"] },
      { kind: "refused", reasons: ["The row has no values"], problems: [{ field: "Title", wrote: "ab" }] },
    ]);
    expect(editsOf(made)).toEqual([]);
  });

  test("the same key twice counts once, and a key that several records have changes nothing", () => {
    const twice = plan(actions, [incoming(2, order), incoming(3, { ...order, Title: "Order again" })], { base: [row("1", order)], keyColumn: "OldReference" });
    expect(twice.rows.map((planned) => planned.kind)).toEqual(["unchanged", "refused"]);
    const several = plan(actions, [incoming(2, { ...order, Title: "Order again" })], { base: [row("1", order), row("2", order)], keyColumn: "OldReference" });
    expect(several.rows[0]).toMatchObject({ kind: "refused", reasons: ["More than one record has the key A1. Nothing is changed for this row"] });
    expect(editsOf(several)).toEqual([]);
  });
});

describe("cells", () => {
  test("a cell that does not fit becomes a problem and stays as it was; the row's other cells count", () => {
    const made = plan(
      actions,
      [incoming(2, { ...order, DueDate: 5 }, { id: "1", problems: [{ field: "Notes", says: "Notes cannot be read", wrote: "#REF!" }] })],
      {
        base: [row("1", { ...order, Title: "Order" })],
      },
    );
    expect(made.rows[0]).toMatchObject({
      kind: "changed",
      changes: { Title: "Order spares" },
      problems: [{ field: "Notes" }, { field: "DueDate", wrote: "5" }],
    });
    expect(made.totals.cellProblems).toBe(2);
  });

  test("what the product fills is left as it is, but a record may be archived", () => {
    const made = plan(actions, [incoming(2, { Ref: "A-9999", Archived: true }, { id: "1" })], { base: [row("1", order)] });
    expect(made.rows[0]).toMatchObject({
      kind: "changed",
      changes: { Archived: true },
      problems: [{ field: "Ref", says: "Ref is filled by the product and was left as it is" }],
    });
  });

  test("names that every object has, and columns nobody knows, are harmless", () => {
    const values = JSON.parse('{"__proto__":"polluted","constructor":"polluted","Mood":"good","Title":"Order spares"}') as Changes;
    const made = plan(actions, [incoming(2, { ...values, ...owner, DueDate: "2026-12-01" }), { ...incoming(3, values), values }]);
    for (const planned of made.rows)
      expect(planned.kind === "added" && Object.keys(planned.changes).filter((name) => !["Title", "Owner", "OwnerAddress", "DueDate"].includes(name))).toEqual(
        [],
      );
    expect(Object.prototype).not.toHaveProperty("polluted");
    const byProto = plan(actions, [incoming(2, order)], { base: [row("1", order)], keyColumn: "__proto__" });
    expect(byProto.rows[0]?.kind).toBe("added");
  });

  test("a status move that the register does not allow refuses the row", () => {
    const moving: Register = { ...actions, moves: { column: "Status", allowed: { Open: ["Done"] } } };
    const other = moving.columns["Status"];
    const choices = other?.type === "choice" ? other.choices : [];
    const [, , third = ""] = choices;
    const made = plan(
      { ...moving, moves: { column: "Status", allowed: { [String(choices[0])]: [String(choices[1])] } } },
      [incoming(2, { Status: third }, { id: "1" })],
      {
        base: [row("1", { ...order, Status: String(choices[0]) })],
      },
    );
    expect(made.rows[0]).toMatchObject({ kind: "refused", reasons: [`The status cannot move from ${String(choices[0])} to ${third}`] });
  });
});

describe("money by project", () => {
  const line: Values = { Title: "Scanners", ProjectRef: "P-0001", FinancialYear: "2026/27", CapRev: "Capital" };

  test("an added line adds, a changed line moves by the difference, a line that changes project moves between both", () => {
    const made = plan(
      costs,
      [incoming(2, { ...line, BudM01: 500 }), incoming(3, { BudM01: 150 }, { id: "1" }), incoming(4, { ProjectRef: "P-0003" }, { id: "2" })],
      { base: [row("1", { ...line, ProjectRef: "P-0002", BudM01: 100 }), row("2", { ...line, BudM02: 40 })] },
    );
    expect([...made.totals.penceByProject]).toEqual([
      ["P-0001", 460],
      ["P-0002", 50],
      ["P-0003", 40],
    ]);
  });

  test("a project counts under its own ref, and what does not move is not told", () => {
    const money = Object.entries(projects.columns).find(([, column]) => column.type === "money" && column.filledBy === undefined)?.[0];
    if (money === undefined) throw new Error("projects have no money");
    const made = plan(projects, [incoming(2, { [money]: 300 }, { id: "1" }), incoming(3, { Title: "Dental imaging" }, { id: "2" })], {
      base: [row("1", { Ref: "P-0001", Title: "Blood tracking" }), row("2", { Ref: "P-0002", Title: "Dental", [money]: 100 })],
    });
    expect([...made.totals.penceByProject]).toEqual([["P-0001", 300]]);
  });
});
