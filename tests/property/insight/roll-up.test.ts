import fc from "fast-check";
import { addRollUps, type RollUp, type Sum } from "../../../src/insight";
import { pence } from "../../../src/kernel";
import { rags, stages } from "../../../src/registers";

const count = fc.nat({ max: 1_000 });
const sum: fc.Arbitrary<Sum> = fc.record({
  amount: fc.option(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map(pence), { nil: undefined }),
  without: count,
});
const counts = <Key>(keys: readonly Key[]): fc.Arbitrary<ReadonlyMap<Key, number>> =>
  fc.array(fc.tuple(fc.constantFrom(...keys), fc.integer({ min: 1, max: 50 })), { maxLength: 4 }).map((entries) => new Map(entries));

const rollUp: fc.Arbitrary<RollUp> = fc.record({
  projects: count,
  active: count,
  declared: counts([...rags, undefined]),
  workedOut: counts(rags),
  stages: counts([...stages, undefined, "Of our own"]),
  approvedBudget: sum,
  budget: sum,
  budgetToDate: sum,
  spentToDate: sum,
  outturn: sum,
  benefitsPlanned: sum,
  benefitsRealised: sum,
  extremeRisks: count,
  onTime: count,
  late: count,
});

/** With the order of every count, too. */
function written(one: RollUp): string {
  return JSON.stringify(one, (_, value: unknown) => (value instanceof Map ? [...(value as ReadonlyMap<unknown, unknown>)] : value));
}

test("the portfolio is the sum of its programmes, however its projects are grouped and in whatever order they come", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(rollUp, fc.nat({ max: 3 })), { maxLength: 8 }), fc.infiniteStream(fc.nat()), (projects, keys) => {
      const whole = written(addRollUps(projects.map(([one]) => one)));
      const groups = [0, 1, 2, 3].map((group) => addRollUps(projects.filter(([, of]) => of === group).map(([one]) => one)));
      expect(written(addRollUps(groups))).toBe(whole);
      const shuffled = projects.map(([one]) => ({ one, key: keys.next().value as number })).sort((first, second) => first.key - second.key);
      expect(written(addRollUps(shuffled.map(({ one }) => one)))).toBe(whole);
    }),
  );
});

test("nothing added changes nothing", () => {
  fc.assert(fc.property(rollUp, (one) => expect(addRollUps([one, addRollUps([])])).toEqual(addRollUps([one]))));
  fc.assert(fc.property(rollUp, (one) => expect(addRollUps([one])).toEqual(one)));
});
