import fc from "fast-check";
import type { ClientKey } from "../../../src/kernel";
import { allRegisters, applyChanges, editsOf, planChanges, valueAt, type ChangePlan, type IncomingRow, type Register, type Row } from "../../../src/registers";
import { ruleContext } from "../../unit/registers/rule-context";
import { rowOf } from "./values";

interface World {
  readonly register: Register;
  readonly base: readonly Row[];
  readonly incoming: readonly IncomingRow[];
}

/** Some rows that are there, and rows that somebody brings: for them, for nobody, with empty cells. */
const worlds: fc.Arbitrary<World> = fc.constantFrom(...allRegisters).chain((register) =>
  fc
    .record({
      base: fc.array(rowOf(register), { maxLength: 4 }),
      brought: fc.array(fc.tuple(rowOf(register), fc.option(fc.nat(5), { nil: undefined }), fc.subarray(Object.keys(register.columns))), { maxLength: 6 }),
    })
    .map(({ base, brought }) => ({
      register,
      base: base.map((values, index): Row => ({ id: String(index), etag: `"${String(index)},1"`, values, extras: {} })),
      incoming: brought.map(([values, id, emptied], index): IncomingRow => ({
        position: index + 1,
        values: { ...values, ...Object.fromEntries(emptied.slice(0, 2).map((name) => [name, null])) },
        problems: [],
        newKey: String(index).padStart(32, "0") as ClientKey,
        ...(id !== undefined && id < base.length ? { id: String(id) } : {}),
      })),
    })),
);

function plan({ register, base, incoming }: World): ChangePlan {
  return planChanges({ register, site: "site", incoming, base, context: ruleContext() });
}

/** The register after a plan was carried out. */
function after(world: World): readonly Row[] {
  const rows = new Map(world.base.map((row) => [row.id, row]));
  for (const edit of editsOf(plan(world))) rows.set(edit.id, { id: edit.id, extras: {}, values: applyChanges(rows.get(edit.id)?.values ?? {}, edit.changes) });
  return [...rows.values()];
}

test("4. the same rows planned again over the result are all unchanged", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const first = plan(world);
      const again = plan({ ...world, base: after(world) });
      // What was refused is refused again: it was never written.
      expect(again.rows.map((row) => row.kind)).toEqual(first.rows.map((row) => (row.kind === "refused" ? "refused" : "unchanged")));
      expect(editsOf(again)).toEqual([]);
    }),
  );
});

test("1. nothing is planned that its author did not bring, but what follows from it", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      plan(world).rows.forEach((row, index) => {
        if (row.kind !== "added" && row.kind !== "changed") return;
        const mayFollow = new Set(["Title", ...Object.keys(world.register.workedOut)]);
        for (const name of Object.keys(row.changes)) expect(mayFollow.has(name) || Object.hasOwn(world.incoming[index]?.values ?? {}, name)).toBe(true);
      });
    }),
  );
});

test("a refused row changes nothing, and the money told is what the register's sums move by", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const made = plan(world);
      const written = new Set(editsOf(made).map((edit) => edit.id));
      const money = Object.entries(world.register.columns).flatMap(([name, column]) =>
        column.type === "money" && column.filledBy === undefined ? [name] : [],
      );
      const sum = (rows: readonly Row[]): number =>
        rows.reduce((total, row) => total + money.reduce((part, name) => part + Number(valueAt(row.values, name) ?? 0), 0), 0);
      expect([...made.totals.penceByProject.values()].reduce<number>((total, amount) => total + amount, 0)).toBe(sum(after(world)) - sum(world.base));
      for (const row of after(world)) if (!written.has(row.id)) expect(world.base).toContainEqual(row);
    }),
  );
});
