import { attainment, benefitMoney, benefitMoneyByClass, recordsIn, valueToDate } from "../../../src/insight";
import type { benefitMeasures, benefits, Value } from "../../../src/registers";
import { inputsOf, oracle, pounds, row, standpoint, toPlaces } from "./money-setting";

type Given = Readonly<Record<string, Value | undefined>>;

const benefit = (values: Given) => recordsIn<typeof benefits>([row({ Ref: "B-0001", Frequency: "Monthly", ...values })])[0]!;
const measurement = (values: Given) => recordsIn<typeof benefitMeasures>([row({ BenefitRef: "B-0001", ...values })])[0]!;
const at = standpoint({ today: "2026-11-24" });

interface MonetaryCase {
  readonly ref: string;
  readonly cls: string;
  readonly disbenefit?: boolean;
  readonly planned: readonly number[];
  readonly realised: readonly number[];
  readonly expected: Readonly<Record<string, number>>;
}
interface AttainmentCase {
  readonly baseline: number;
  readonly target: number;
  readonly actual: number;
  readonly expectedAttainmentPct: number | null;
}

const cases = oracle("benefits.json") as {
  readonly attainment: readonly AttainmentCase[];
  readonly monetary: readonly MonetaryCase[];
  readonly portfolio: { readonly expected: Readonly<Record<string, number>> };
};
const classes = new Map([
  ["CRB", "Cash-releasing (CRB)"],
  ["NCRB", "Non-cash-releasing (NCRB)"],
]);

const monetaryBenefit = ({ ref, cls, disbenefit }: MonetaryCase) => benefit({ Ref: ref, BenefitClass: classes.get(cls), IsDisbenefit: disbenefit });
const monetaryMeasures = ({ ref, planned, realised }: MonetaryCase) =>
  planned.map((amount, index) =>
    measurement({ BenefitRef: ref, PeriodStart: `2026-0${String(index + 4)}-01`, PlannedValue: amount * 100, RealisedValue: realised[index]! * 100 }),
  );

describe("the worked examples", () => {
  test.each(cases.attainment)("attainment %#", ({ baseline, target, actual, expectedAttainmentPct }) => {
    const measured = measurement({ PeriodStart: "2026-10-01", ActualMeasure: actual });
    expect(attainment(benefit({ BaselineValue: baseline, TargetValue: target }), [measured], at).value ?? null).toBe(expectedAttainmentPct);
  });

  test.each(cases.monetary)("$ref", (given) => {
    const found = valueToDate(monetaryBenefit(given), monetaryMeasures(given), at);
    expect({ planned: pounds(found.planned.value), realised: pounds(found.realised.value), realisationPct: found.realisation.value }).toEqual(given.expected);
  });

  test("the portfolio is net of disbenefits", () => {
    const records = { Benefits: cases.monetary.map(monetaryBenefit), BenefitMeasures: cases.monetary.flatMap(monetaryMeasures) };
    const found = benefitMoney(records, at);
    const cash = benefitMoneyByClass(records, at).find(({ benefitClass }) => benefitClass === "Cash-releasing (CRB)");
    expect({
      netPlanned: pounds(found.planned.value),
      netRealised: pounds(found.realised.value),
      netRealisationPct: toPlaces(found.realisation.value, 1),
      cashReleasingNetRealised: pounds(cash?.realised.value),
    }).toEqual(cases.portfolio.expected);
  });
});

describe("attainment", () => {
  const measured = benefit({ BaselineValue: 12, TargetValue: 8 });

  test("the actual is that of the latest period that has begun and has one, wherever it stands", () => {
    const rows = [
      measurement({ PeriodStart: "2026-09-01", ActualMeasure: 11, Ref: "BM-2" }),
      measurement({ PeriodStart: "2026-11-24", ActualMeasure: 9, Ref: "BM-5" }),
      measurement({ PeriodStart: "2026-11-25", ActualMeasure: 8 }),
      measurement({ PeriodStart: "2026-11-24", RealisedValue: 5 }),
      measurement({ PeriodStart: "2026-10-01", ActualMeasure: 10 }),
      measurement({ ActualMeasure: 7 }),
    ];
    const found = attainment(measured, rows, at);
    expect(found).toMatchObject({ value: 75, rule: "attainment" });
    expect(inputsOf(found)).toEqual({
      latestValue: [9, "BenefitMeasures BM-5"],
      baselineValue: [12, "Benefits B-0001"],
      targetValue: [8, "Benefits B-0001"],
    });
    expect(found.inputs[0]).toMatchObject({ kind: "fact", unit: "count" });
  });

  test("without baseline, target or actual nobody can tell; nought is a value", () => {
    const ten = [measurement({ PeriodStart: "2026-10-01", ActualMeasure: 10 })];
    expect(attainment(measured, [], at).value).toBeUndefined();
    expect(inputsOf(attainment(measured, [measurement({ PeriodStart: "2026-10-01" })], at))).not.toHaveProperty("latestValue");
    expect(attainment(benefit({ TargetValue: 8 }), ten, at).value).toBeUndefined();
    expect(inputsOf(attainment(benefit({ TargetValue: 8 }), ten, at))).not.toHaveProperty("baselineValue");
    expect(attainment(benefit({ BaselineValue: 8 }), ten, at).value).toBeUndefined();
    expect(inputsOf(attainment(benefit({ BaselineValue: 8 }), ten, at))).not.toHaveProperty("targetValue");
    expect(attainment(benefit({ BaselineValue: 20, TargetValue: 0 }), ten, at).value).toBe(50);
    expect(attainment(benefit({ BaselineValue: 0, TargetValue: 20 }), ten, at).value).toBe(50);
    // Not yet begun to fall is nought, not minus nought.
    expect(attainment(benefit({ BaselineValue: 10, TargetValue: 8 }), ten, at).value).toBe(0);
  });
});

const worth = (PeriodStart: string, planned: number | undefined, realised: number | undefined, more: Given = {}) =>
  measurement({ PeriodStart, PlannedValue: planned, RealisedValue: realised, ...more });

describe("planned and realised to date", () => {
  test("a period counts once it is over", () => {
    for (const [frequency, last, next] of [
      ["Monthly", "2026-10-01", "2026-11-01"],
      ["Weekly", "2026-10-01", "2026-11-01"],
      ["Quarterly", "2026-08-01", "2026-09-01"],
      ["Every 6 months", "2026-05-01", "2026-06-01"],
      ["Yearly", "2025-11-01", "2025-12-01"],
      ["Once", "2026-10-01", "2026-11-01"],
      ["When we feel like it", "2026-10-01", "2026-11-01"],
      [undefined, "2026-10-01", "2026-11-01"],
    ] as const) {
      const found = valueToDate(benefit({ Frequency: frequency }), [worth(last, 100, 90), worth(next, 1_000, 1_000)], at);
      expect([frequency, found.planned.value, found.realised.value]).toEqual([frequency, 100, 90]);
    }
  });

  test("a month is over on the first day of the next, also across a year", () => {
    const rows = [worth("2026-12-01", 100, 100)];
    expect(valueToDate(benefit({}), rows, standpoint({ today: "2026-12-31" })).planned.value).toBeUndefined();
    expect(valueToDate(benefit({}), rows, standpoint({ today: "2027-01-01" })).planned.value).toBe(100);
  });

  test("a measurement without its period does not count", () => {
    expect(valueToDate(benefit({}), [measurement({ PlannedValue: 5, RealisedValue: 5 })], at).planned.value).toBeUndefined();
  });

  test("a period without a result is not a result of nought: it is left out of the share, and counted", () => {
    const rows = [
      worth("2026-08-01", 100, 90),
      worth("2026-09-01", 100, undefined),
      worth("2026-10-01", 100, undefined),
      worth("2026-07-01", undefined, undefined),
    ];
    const found = benefitMoney({ Benefits: [benefit({})], BenefitMeasures: rows }, at);
    expect([found.planned.value, found.realised.value, found.realisation.value]).toEqual([300, 90, 90]);
    expect([found.planned.rule, found.realised.rule, found.realisation.rule]).toEqual(["benefitsPlanned", "benefitsRealised", "realisation"]);
    expect(inputsOf(found.planned)).toEqual({ benefits: 1 });
    expect(inputsOf(found.realised)).toEqual({ benefits: 1, periodsNotMeasured: 2 });
    expect(inputsOf(found.realisation)).toEqual({ realised: 90, plannedOfMeasured: 100, planned: 300, periodsNotMeasured: 2 });
  });

  test("what came without a plan counts as realised", () => {
    const found = valueToDate(benefit({}), [worth("2026-08-01", 100, 90), worth("2026-09-01", undefined, 30)], at);
    expect([found.planned.value, found.realised.value, found.realisation.value]).toEqual([100, 120, 120]);
    expect(inputsOf(found.realised)).toEqual({ benefits: 1 });
  });

  test("planned and never measured, or measured and never planned, has no share", () => {
    expect(valueToDate(benefit({}), [worth("2026-08-01", 100, undefined)], at)).toMatchObject({
      planned: { value: 100 },
      realised: { value: undefined },
      realisation: { value: undefined },
    });
    expect(valueToDate(benefit({}), [worth("2026-08-01", undefined, 5)], at)).toMatchObject({ realised: { value: 5 }, realisation: { value: undefined } });
    expect(valueToDate(benefit({}), [worth("2026-08-01", 0, 5)], at)).toMatchObject({ planned: { value: 0 }, realisation: { value: undefined } });
    expect(valueToDate(benefit({}), [worth("2026-08-01", 100, 0)], at).realisation.value).toBe(0);
  });

  test("no benefit and no measurement is nothing known", () => {
    const found = benefitMoney({ Benefits: [], BenefitMeasures: [] }, at);
    expect([found.planned.value, found.realised.value, found.realisation.value, found.wholeLife.value]).toEqual([undefined, undefined, undefined, undefined]);
    expect(inputsOf(found.wholeLife)).toEqual({});
  });

  test("where harm outweighs gain in the plan no share is told, as more of it would read as better", () => {
    const records = { Benefits: [benefit({ IsDisbenefit: true })], BenefitMeasures: [worth("2026-08-01", 100, 125)] };
    expect(benefitMoney(records, at)).toMatchObject({ planned: { value: -100 }, realised: { value: -125 }, realisation: { value: undefined } });
  });

  test("a measurement belongs to the benefit that it names; one typed in Lists is named by its number there", () => {
    const unnamed = benefit({ Ref: undefined });
    const Benefits = [benefit({}), unnamed];
    const mine = worth("2026-08-01", 100, 90);
    const lost = worth("2026-08-01", 7, 7, { BenefitRef: "B-0404" });
    const nobodys = worth("2026-08-01", 7, 7, { BenefitRef: undefined });
    const ofUnnamed = worth("2026-08-01", 50, 50, { BenefitRef: unnamed.id });
    expect(benefitMoney({ Benefits, BenefitMeasures: [mine, lost, nobodys, ofUnnamed] }, at)).toMatchObject({
      planned: { value: 150 },
      realised: { value: 140 },
    });
  });
});

describe("the whole life of benefits", () => {
  const of = (...Benefits: readonly ReturnType<typeof benefit>[]) => benefitMoney({ Benefits, BenefitMeasures: [] }, at).wholeLife;

  test("the forecast of the approved, net of disbenefits", () => {
    const found = of(benefit({ ForecastTotal: 900, BaselineTotal: 1_000 }), benefit({ ForecastTotal: 200, BaselineTotal: 200, IsDisbenefit: true }));
    expect(found).toMatchObject({ value: 87.5, rule: "benefitsWholeLife" });
    expect(inputsOf(found)).toEqual({ forecastTotal: 700, baselineTotal: 800 });
  });

  test("a benefit without both totals is left out and counted", () => {
    const found = of(benefit({ ForecastTotal: 900, BaselineTotal: 1_000 }), benefit({ ForecastTotal: 50 }), benefit({ BaselineTotal: 50 }));
    expect(found.value).toBe(90);
    expect(inputsOf(found)).toEqual({ forecastTotal: 900, baselineTotal: 1_000, benefitsWithoutTotals: 2 });
    expect(of(benefit({ ForecastTotal: 50 })).value).toBeUndefined();
  });

  test("nothing or less approved has no share", () => {
    expect(of(benefit({ ForecastTotal: 50, BaselineTotal: 0 })).value).toBeUndefined();
    expect(of(benefit({ ForecastTotal: 50, BaselineTotal: 10, IsDisbenefit: true })).value).toBeUndefined();
  });
});

test("by class, in the order of the classes; what is not one of them comes last", () => {
  const Benefits = [
    benefit({ Ref: "B-0001", BenefitClass: "Our own class" }),
    benefit({ Ref: "B-0002", BenefitClass: "Societal (SB)" }),
    benefit({ Ref: "B-0003", BenefitClass: "Cash-releasing (CRB)" }),
    benefit({ Ref: "B-0004", BenefitClass: "Cash-releasing (CRB)", IsDisbenefit: true }),
    benefit({ Ref: "B-0005" }),
  ];
  const BenefitMeasures = Benefits.map((_, index) => worth("2026-08-01", 10 ** index, 2 * 10 ** index, { BenefitRef: `B-000${String(index + 1)}` }));
  const found = benefitMoneyByClass({ Benefits, BenefitMeasures }, at);
  expect(found.map(({ benefitClass, planned, realised }) => [benefitClass, planned.value, realised.value])).toEqual([
    ["Cash-releasing (CRB)", -900, -1_800],
    ["Societal (SB)", 10, 20],
    [undefined, 10_001, 20_002],
  ]);
  expect(found[2]?.planned.rule).toBe("benefitsPlanned");
});
