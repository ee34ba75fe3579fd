import fc from "fast-check";
import { attainment, benefitMoney, benefitMoneyByClass, recordsIn } from "../../../src/insight";
import type { benefitMeasures, benefits, Value } from "../../../src/registers";
import { row, standpoint } from "../../unit/insight/money-setting";

type Given = Readonly<Record<string, Value | undefined>>;
const benefit = (values: Given) => recordsIn<typeof benefits>([row(values)])[0]!;
const measurement = (values: Given) => recordsIn<typeof benefitMeasures>([row(values)])[0]!;
const at = standpoint();

const amount = fc.option(fc.nat(10_000_000), { nil: undefined });
const refs = fc.constantFrom("B-0001", "B-0002", "B-0003");
const owned = fc
  .record({
    IsDisbenefit: fc.boolean(),
    BenefitClass: fc.constantFrom("Cash-releasing (CRB)", "Societal (SB)", "Another", undefined),
    Frequency: fc.constantFrom("Monthly", "Quarterly"),
  })
  .map((values): Given => values);
const books = fc.record({
  Benefits: fc.tuple(owned, owned, owned).map((all) => all.map((values, index) => benefit({ Ref: `B-000${String(index + 1)}`, ...values }))),
  BenefitMeasures: fc.array(
    fc
      .record({
        BenefitRef: refs,
        PeriodStart: fc.constantFrom("2026-04-01", "2026-08-01", "2026-09-01", "2026-10-01", "2026-12-01"),
        PlannedValue: amount,
        RealisedValue: amount,
      })
      .map((values) => measurement(values)),
    { maxLength: 8 },
  ),
});

describe("benefits", () => {
  test("attainment is the same for both directions: baseline, target and actual may change their signs", () => {
    const number = fc.integer({ min: -10_000, max: 10_000 });
    const of = (BaselineValue: number, TargetValue: number, actual: number) =>
      attainment(benefit({ BaselineValue, TargetValue }), [measurement({ PeriodStart: "2026-09-01", ActualMeasure: actual })], at).value;
    fc.assert(
      fc.property(number, number, number, number, (baseline, target, actual, shift) => {
        expect(of(-baseline, -target, -actual)).toBe(of(baseline, target, actual));
        expect(of(baseline + shift, target + shift, actual + shift)).toBe(of(baseline, target, actual));
        if (baseline !== target) expect([of(baseline, target, target), of(baseline, target, baseline)]).toEqual([100, of(0, 1, 0)]);
      }),
    );
  });

  test("classes add up to the whole", () => {
    fc.assert(
      fc.property(books, (records) => {
        const whole = benefitMoney(records, at);
        const parts = benefitMoneyByClass(records, at);
        for (const name of ["planned", "realised"] as const) {
          const known = parts.flatMap((part) => part[name].value ?? []);
          expect(whole[name].value).toBe(known.length === 0 ? undefined : known.reduce<number>((sum, value) => sum + value, 0));
        }
      }),
    );
  });

  test("a disbenefit is taken off by as much as it would add as a benefit", () => {
    fc.assert(
      fc.property(books, (records) => {
        const turned = { ...records, Benefits: records.Benefits.map((one) => benefit({ ...one.values, IsDisbenefit: one.values.IsDisbenefit !== true })) };
        const [one, other] = [benefitMoney(records, at), benefitMoney(turned, at)];
        for (const name of ["planned", "realised"] as const) {
          const value = one[name].value;
          expect(other[name].value).toBe(value === undefined ? undefined : 0 - value);
        }
      }),
    );
  });

  test("an empty measurement changes nothing, and the order does not matter", () => {
    const told = (records: Parameters<typeof benefitMoney>[0]) => {
      const { planned, realised, realisation } = benefitMoney(records, at);
      return [planned, realised, realisation];
    };
    fc.assert(
      fc.property(books, refs, (records, BenefitRef) => {
        const empty = measurement({ BenefitRef, PeriodStart: "2026-05-01" });
        expect(told({ ...records, BenefitMeasures: [...records.BenefitMeasures, empty] })).toEqual(told(records));
        expect(told({ Benefits: [...records.Benefits].reverse(), BenefitMeasures: [...records.BenefitMeasures].reverse() })).toEqual(told(records));
      }),
    );
  });
});
