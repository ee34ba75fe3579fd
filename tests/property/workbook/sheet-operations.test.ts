import fc from "fast-check";
import { applyChanges, costs, valueAt, type Row } from "../../../src/registers";
import { diffSheet, writeBack, type SheetContent, type SheetDiff, type SheetValue } from "../../../src/workbook";
import { contentOf, costRow, countedKeys, filledSheet } from "../../unit/workbook/cost-rows";

const text = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom("=1+1", "'quoted", "+44", " spaced ", "#N/A", "a\r\nb", "1,200"));
const pence = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const day = fc.integer({ min: 0, max: 40_000 }).map((days) => new Date(Date.UTC(2000, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const row = fc.record(
  {
    Title: text,
    FinancialYear: text,
    CapRev: text,
    Status: text,
    Owner: text,
    OwnerAddress: text,
    BudM01: pence,
    FctM01: pence,
    AnnualBudget: pence,
    ForecastDate: day,
    VarianceReason: text,
  },
  { requiredKeys: [] },
);

function rowsFrom(values: readonly object[]): readonly Row[] {
  return values.map((each, index) => costRow(index + 1, Object.fromEntries(Object.entries(each).filter(([, value]) => value !== ""))));
}

/** What a person may do with whole rows and single cells; numbers are taken modulo what there is. */
type Operation =
  | { readonly kind: "sort"; readonly column: number }
  | { readonly kind: "insert" | "copy" | "delete"; readonly row: number; readonly to: number }
  | { readonly kind: "retype"; readonly row: number; readonly column: number; readonly value: SheetValue }
  /** Whole rows over others, their hidden keys with them, as filling down and pasting under a filter do. */
  | { readonly kind: "paste"; readonly row: number; readonly to: number; readonly count: number }
  /** The key column shown, and something typed into it. */
  | { readonly kind: "retypeKey"; readonly row: number; readonly value: string };

const number = fc.nat(1_000);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ kind: fc.constant("sort" as const), column: number }),
  fc.record({ kind: fc.constantFrom("insert" as const, "copy" as const, "delete" as const), row: number, to: number }),
  fc.record({
    kind: fc.constant("retype" as const),
    row: number,
    column: number,
    value: fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()),
  }),
  fc.record({ kind: fc.constant("paste" as const), row: number, to: number, count: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant("retypeKey" as const), row: number, value: fc.constantFrom("", "7", "K-1", "new:1", "__proto__") }),
);

function perform(cells: readonly (readonly SheetValue[])[], what: Operation, columnCount: number): readonly (readonly SheetValue[])[] {
  if (cells.length === 0 && what.kind !== "insert") return cells;
  if (what.kind === "sort") {
    const column = what.column % columnCount;
    return [...cells].sort((one, other) => String(one[column]).localeCompare(String(other[column])));
  }
  if (what.kind === "retype") {
    // The key column is hidden: this is about the visible ones.
    const [at, column] = [what.row % cells.length, 1 + (what.column % (columnCount - 1))];
    return cells.map((each, index) => (index === at ? each.map((cell, place) => (place === column ? what.value : cell)) : each));
  }
  if (what.kind === "retypeKey") {
    const at = what.row % cells.length;
    return cells.map((each, index) => (index === at ? [what.value, ...each.slice(1)] : each));
  }
  if (what.kind === "paste") {
    const [from, to] = [what.row % cells.length, what.to % cells.length];
    const copied = cells.slice(from, from + what.count);
    return cells.map((each, index) => copied[index - to] ?? each);
  }
  const from = cells.length === 0 ? 0 : what.row % cells.length;
  if (what.kind === "delete") return cells.filter((_, index) => index !== from);
  const added = what.kind === "copy" ? (cells[from] ?? []) : Array.from({ length: columnCount }, () => "");
  const to = what.to % (cells.length + 1);
  return [...cells.slice(0, to), added, ...cells.slice(to)];
}

function diffOf(content: SheetContent, snapshot: ReturnType<typeof filledSheet>["snapshot"]): SheetDiff {
  const result = diffSheet({ register: costs, snapshot, content, makeKey: countedKeys() });
  if (!result.ok) throw new Error("the key column is there");
  return result.value;
}

test("a sheet that nobody touched has no differences, whatever the register holds", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (values) => {
      const { snapshot, content } = filledSheet(rowsFrom(values));
      expect(diffOf(content, snapshot)).toMatchObject({ rows: [], copies: [], refused: [], removed: [] });
    }),
  );
});

test("moving rows about changes nothing", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.array(fc.record({ kind: fc.constant("sort" as const), column: number })), (values, sorts) => {
      const { snapshot, content } = filledSheet(rowsFrom(values));
      const cells = sorts.reduce((rows, sort) => perform(rows, sort, content.headers.length), content.cells);
      expect(diffOf(contentOf(content.headers, cells), snapshot)).toMatchObject({ rows: [], copies: [], refused: [], removed: [] });
    }),
  );
});

test("whatever is done to a sheet, no row is lost, doubled or crossed with another", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), fc.array(operation, { maxLength: 25 }), (values, operations) => {
      const { snapshot, content } = filledSheet(rowsFrom(values));
      const cells = operations.reduce((rows, each) => perform(rows, each, content.headers.length), content.cells);
      const diff = diffOf(contentOf(content.headers, cells), snapshot);

      const keys = cells.map((each) => String(each[0] ?? ""));
      const originals = content.cells.map((each) => String(each[0]));
      const firstOf = (id: string): number => keys.indexOf(originals[Number(id) - 1] ?? "");

      // Nothing is doubled: an id, and a row of the sheet, is named once.
      const named = diff.rows.flatMap(({ id }) => (id === undefined ? [] : [id]));
      expect(new Set(named).size).toBe(named.length);
      const positions = [...diff.rows, ...diff.copies, ...diff.refused].map(({ position }) => position);
      expect(new Set(positions).size).toBe(positions.length);

      // Nothing is crossed: a change is read from the first row that carries the id's own key, against that id's own snapshot.
      for (const { id, position, seen } of diff.rows) {
        if (id === undefined) expect(keys[position - 2]).toBe("");
        else expect([position - 2, seen]).toEqual([firstOf(id), snapshot.rows.get(id)]);
      }

      // Nothing is lost: every row of the snapshot stands in the sheet or is reported, every later one with its key is a copy.
      for (const id of snapshot.rows.keys()) if (firstOf(id) < 0) expect(diff.removed).toContain(id);
      const isOurs = (key: string): boolean => originals.includes(key);
      expect(diff.copies).toHaveLength(keys.filter((key, index) => isOurs(key) && keys.indexOf(key) !== index).length);

      // A key that somebody typed is no row's: it is refused by the number of its row, and changes nothing.
      const strange = keys.flatMap((key, index) => (key === "" || isOurs(key) ? [] : [index + 2]));
      expect(diff.refused.map(({ position }) => position)).toEqual(strange);

      // Every value that is brought differs from what the author saw.
      for (const { seen, values: brought } of diff.rows) {
        for (const [name, value] of Object.entries(brought)) if (seen !== undefined) expect(value ?? undefined).not.toBe(valueAt(seen.values, name));
      }
    }),
    { numRuns: 2_000 },
  );
});

test("once what was found is in the register, the same sheet has nothing more to publish", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), fc.array(operation, { maxLength: 25 }), (values, operations) => {
      const { snapshot, content: filled } = filledSheet(rowsFrom(values));
      const cells = operations.reduce((rows, each) => perform(rows, each, filled.headers.length), filled.cells);
      const content = contentOf(filled.headers, cells);
      const settled = new Map(
        diffOf(content, snapshot).rows.flatMap(({ id, seen, values: brought }) =>
          id === undefined ? [] : [[id, { id, etag: '"later"', values: applyChanges(seen?.values ?? {}, brought), extras: {} }] as const],
        ),
      );
      const after = writeBack({ register: costs, snapshot, content, settled, cells: "keep" }).snapshot;
      for (const { id, values: brought } of diffOf(content, after).rows) if (id !== undefined) expect(brought).toEqual({});
    }),
  );
});
