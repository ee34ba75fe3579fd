import fc from "fast-check";
import { applyChanges, changesBetween, valueAt, type Changes, type Values } from "../../../src/registers";
import { merge } from "../../../src/store/merge";

const fields = ["a", "b", "c", "d", "constructor"];
const value = fc.integer({ min: 0, max: 3 });
const values: fc.Arbitrary<Values> = fc.dictionary(fc.constantFrom(...fields), value);
const changes: fc.Arbitrary<Changes> = fc.dictionary(fc.constantFrom(...fields), fc.option(value));

function disjoint(one: Changes, other: Changes): boolean {
  return Object.keys(one).every((name) => !Object.hasOwn(other, name));
}

describe("laws of merge", () => {
  it("sends everything that differs when nobody else changed anything, and reports nothing (M6)", () => {
    fc.assert(
      fc.property(values, changes, (seen, mine) => {
        const merged = merge(seen, mine, seen);
        expect(merged.conflicts).toEqual([]);
        expect(merged.mergedFields).toEqual([]);
        expect(applyChanges(seen, merged.changes)).toEqual(applyChanges(seen, mine));
      }),
    );
  });

  it("sends nothing when nothing of mine is left (M2, M4)", () => {
    fc.assert(
      fc.property(values, changes, (seen, mine) => {
        expect(merge(seen, mine, applyChanges(seen, mine)).changes).toEqual({});
        expect(merge(seen, {}, applyChanges(seen, mine)).changes).toEqual({});
      }),
    );
  });

  it("gives the same row whoever comes first when the columns differ (M5)", () => {
    fc.assert(
      fc.property(values, changes, changes, (seen, mine, yours) => {
        fc.pre(disjoint(mine, yours));
        const mineLast = merge(seen, mine, applyChanges(seen, yours));
        const yoursLast = merge(seen, yours, applyChanges(seen, mine));
        expect([...mineLast.conflicts, ...yoursLast.conflicts]).toEqual([]);
        expect(applyChanges(applyChanges(seen, yours), mineLast.changes)).toEqual(applyChanges(applyChanges(seen, mine), yoursLast.changes));
      }),
    );
  });

  it("wins only where the register still holds what its author saw, and calls everything else a conflict (M1, M3)", () => {
    fc.assert(
      fc.property(values, changes, values, (seen, mine, theirs) => {
        const merged = merge(seen, mine, theirs);
        const conflicts = new Set(merged.conflicts.map(({ field }) => field));
        for (const [field, wanted] of Object.entries(mine)) {
          const isMine = (wanted ?? undefined) !== valueAt(seen, field);
          const isOpen = valueAt(theirs, field) === valueAt(seen, field);
          const isThere = valueAt(theirs, field) === (wanted ?? undefined);
          expect(Object.hasOwn(merged.changes, field)).toBe(isMine && isOpen);
          expect(conflicts.has(field)).toBe(isMine && !isOpen && !isThere);
        }
      }),
    );
  });

  it("names exactly the columns that others changed and I did not", () => {
    fc.assert(
      fc.property(values, changes, values, (seen, mine, theirs) => {
        const own = new Set(Object.keys(changesBetween(seen, applyChanges(seen, mine))));
        const others = Object.keys(changesBetween(seen, theirs)).filter((field) => !own.has(field));
        expect([...merge(seen, mine, theirs).mergedFields].sort()).toEqual(others.sort());
      }),
    );
  });
});
