import {
  capitalSlippage,
  forecastAccuracy,
  fullYearEffect,
  movementNeedsReason,
  outturnMovement,
  runRate,
  runRateMismatch,
  varianceNeedsReason,
  type Effect,
} from "../../../src/insight";
import { financialMonths, pence, penceFromPounds, type Pence } from "../../../src/kernel";
import { inputsOf, invoiced, line, months, oracle, pounds, standpoint, thresholdsOf, toPlaces, year } from "./money-setting";

interface EffectCase {
  readonly monthlyRecurrentValue?: number;
  readonly startMonthNo?: number;
  readonly nonRecurrentValue?: number;
  readonly expected: Readonly<Record<string, number | string>>;
}
interface AccuracyCase {
  readonly forecast: readonly number[];
  readonly actual: readonly number[];
  readonly expected: Readonly<Record<string, number | null>>;
}
interface SlippageCase {
  readonly annualBudget: number;
  readonly fot: number;
  readonly reprofiledToNextYear: number;
  readonly expected: Readonly<Record<string, number | string>>;
}

const cases = oracle("finance-other.json") as {
  readonly forecastAccuracy: AccuracyCase;
  readonly forecastAccuracyZeroActual: AccuracyCase;
  readonly fullYearEffect: readonly EffectCase[];
  readonly capitalSlippage: readonly SlippageCase[];
};

const ended = standpoint({ closed: { "2026/27": 12 } });
const closedMonth = (month: number, settings = {}) => standpoint({ closed: { "2026/27": month }, settings });

describe("full-year effect", () => {
  test.each(cases.fullYearEffect)("worked example %#", ({ monthlyRecurrentValue, startMonthNo, nonRecurrentValue, expected }) => {
    const effect: Effect =
      nonRecurrentValue === undefined
        ? { kind: "recurrent", monthly: penceFromPounds(monthlyRecurrentValue!), from: financialMonths.find((month) => month === startMonthNo) }
        : { kind: "nonRecurrent", value: penceFromPounds(nonRecurrentValue) };
    const found = fullYearEffect(effect);
    expect(expected).toMatchObject({
      partYearEffect: pounds(found.partYear.value),
      fullYearEffect: pounds(found.fullYear.value),
      carryForwardToNextYear: pounds(found.carryForward.value),
      ...(effect.kind === "recurrent" ? { monthsActive: inputsOf(found.partYear)["monthsActive"] } : {}),
    });
  });

  test("each figure has its rule and what it rests on", () => {
    const found = fullYearEffect({ kind: "recurrent", monthly: pence(100), from: 12 });
    expect([found.partYear.rule, found.fullYear.rule, found.carryForward.rule]).toEqual(["partYearEffect", "fullYearEffect", "carryForward"]);
    expect(inputsOf(found.fullYear)).toEqual({ monthlyValue: 100, monthsActive: 1 });
    expect(inputsOf(found.carryForward)).toEqual({ fullYearEffect: 1_200, partYearEffect: 100 });
    expect(inputsOf(fullYearEffect({ kind: "nonRecurrent", value: pence(5) }).partYear)).toEqual({ valueOnce: 5 });
  });

  test("without its first month only the full year is known, without its value nothing is", () => {
    const unplaced = fullYearEffect({ kind: "recurrent", monthly: pence(100), from: undefined });
    expect([unplaced.partYear.value, unplaced.fullYear.value, unplaced.carryForward.value]).toEqual([undefined, 1_200, undefined]);
    expect(inputsOf(unplaced.partYear)).toEqual({ monthlyValue: 100 });
    for (const unpriced of [
      { kind: "recurrent", monthly: undefined, from: 3 },
      { kind: "nonRecurrent", value: undefined },
    ] as const) {
      const found = fullYearEffect(unpriced);
      expect([found.partYear.value, found.fullYear.value, found.carryForward.value]).toEqual([undefined, undefined, undefined]);
    }
  });
});

describe("forecast accuracy", () => {
  const pairsOf = ({ forecast, actual }: AccuracyCase) =>
    forecast.map((amount, index) => ({ forecast: penceFromPounds(amount), actual: penceFromPounds(actual[index]!) }));

  test("the worked example", () => {
    const found = forecastAccuracy(pairsOf(cases.forecastAccuracy), standpoint());
    expect({
      sumAbsError: pounds(inputsOf(found.error)["absoluteError"] as Pence),
      sumAbsActual: pounds(inputsOf(found.error)["absoluteActual"] as Pence),
      wapePct: toPlaces(found.error.value, 1),
      accuracyPct: toPlaces(found.accuracy.value, 1),
      biasPct: toPlaces(found.bias.value, 1),
    }).toEqual(cases.forecastAccuracy.expected);
    expect([found.error.rule, found.accuracy.rule, found.bias.rule]).toEqual(["forecastError", "forecastAccuracy", "forecastBias"]);
    expect(inputsOf(found.error)).toEqual({ absoluteError: 12_800, absoluteActual: 56_800, monthsCompared: 6, accuracyLag: 3 });
    expect(inputsOf(found.bias)).toEqual({ forecastSum: 65_000, actualSum: 56_800, absoluteActual: 56_800, monthsCompared: 6, accuracyLag: 3 });
    expect(thresholdsOf(found.error)).toEqual(["accuracyLag"]);
  });

  test("it is not applicable when nothing was spent, or nothing can be compared", () => {
    const { error, accuracy, bias } = forecastAccuracy(pairsOf(cases.forecastAccuracyZeroActual), standpoint());
    expect([error.value ?? null, accuracy.value ?? null]).toEqual(Object.values(cases.forecastAccuracyZeroActual.expected));
    expect(bias.value).toBeUndefined();
    expect(forecastAccuracy([], standpoint()).accuracy.value).toBeUndefined();
  });

  test("a month without forecast or actual is left out and counted", () => {
    const found = forecastAccuracy(
      [
        { forecast: pence(90), actual: pence(100) },
        { forecast: undefined, actual: pence(500) },
        { forecast: pence(70), actual: undefined },
      ],
      standpoint(),
    );
    expect([found.error.value, found.accuracy.value, found.bias.value]).toEqual([10, 90, -10]);
    expect(inputsOf(found.accuracy)).toMatchObject({ monthsCompared: 1, monthsLeftOut: 2 });
  });

  test("accuracy is never below nought, and a credit counts by its size", () => {
    const found = forecastAccuracy([{ forecast: pence(300), actual: pence(-100) }], standpoint());
    expect([found.error.value, found.accuracy.value, found.bias.value]).toEqual([400, 0, 400]);
  });
});

describe("capital slippage", () => {
  const capital = (values: Readonly<Record<string, string | number | undefined>>) => line({ CapRev: "Capital", ...values });

  test("has no variance while nobody records the months of the year, and says so", () => {
    const capital = line({ CapRev: "Capital", ReprofiledToNextYear: 1_000, ...months("BudM", [200]) });
    const unknown = capitalSlippage([capital], year, standpoint({ closed: {} }));
    expect([unknown.variance.value, unknown.slippage.value, unknown.underspendNotSlippage.value]).toEqual([undefined, 1_000, undefined]);
    expect(inputsOf(unknown.variance)).toEqual({ budget: 20_000, monthsNotRecorded: "2026/27" });
    expect(inputsOf(capitalSlippage([capital], year, standpoint()).variance)).not.toHaveProperty("monthsNotRecorded");
  });

  test.each(cases.capitalSlippage)("worked example %#", ({ annualBudget, fot, reprofiledToNextYear, expected }) => {
    const one = capital({ ...months("BudM", [annualBudget]), ...months("ActM", [fot]), ReprofiledToNextYear: reprofiledToNextYear * 100 });
    const found = capitalSlippage([one], year, ended);
    expect(expected).toMatchObject({
      variance: pounds(found.variance.value),
      slippage: pounds(found.slippage.value),
      slippagePct: toPlaces(found.slippagePercent.value, 1),
      underspendNotSlippage: pounds(found.underspendNotSlippage.value),
    });
  });

  test("only capital lines of the year count, and the reasons are told", () => {
    const one = capital({ ...months("BudM", [100]), ...months("ActM", [60]), ReprofiledToNextYear: 1_000, Ref: "CO-1" });
    const others = [
      line({ ...months("BudM", [7]), ReprofiledToNextYear: 5 }),
      capital({ ...months("BudM", [7]), FinancialYear: "2025/26", ReprofiledToNextYear: 5 }),
    ];
    const found = capitalSlippage([...others, one, capital(months("BudM", [100]))], year, ended);
    expect([found.variance.value, found.slippage.value, found.slippagePercent.value, found.underspendNotSlippage.value]).toEqual([14_000, 1_000, 5, 13_000]);
    expect([found.variance.rule, found.slippage.rule, found.slippagePercent.rule, found.underspendNotSlippage.rule]).toEqual([
      "capitalVariance",
      "slippage",
      "slippagePercent",
      "underspendNotSlippage",
    ]);
    expect(inputsOf(found.variance)).toEqual({ budget: 20_000, outturn: 6_000, direction: "Favourable" });
    expect(inputsOf(found.slippage)).toEqual({ linesWithSlippage: [1, "Costs CO-1"] });
    expect(inputsOf(found.slippagePercent)).toEqual({ slippage: 1_000, budget: 20_000 });
    expect(inputsOf(found.underspendNotSlippage)).toEqual({ variance: 14_000, slippage: 1_000, direction: "Favourable" });
  });

  test("what nobody has agreed is not known, and so is what is left of the variance", () => {
    const found = capitalSlippage([capital({ ...months("BudM", [100]), ...months("ActM", [60]) })], year, ended);
    expect([found.variance.value, found.slippage.value, found.slippagePercent.value, found.underspendNotSlippage.value]).toEqual([
      4_000,
      undefined,
      undefined,
      undefined,
    ]);
    const unforecast = capitalSlippage([capital({ ...months("BudM", Array<number>(12).fill(1)), ReprofiledToNextYear: 1, Ref: "CO-2" })], year, standpoint());
    expect([unforecast.variance.value, unforecast.slippage.value, unforecast.underspendNotSlippage.value]).toEqual([undefined, 1, undefined]);
    expect(inputsOf(unforecast.variance)).toEqual({ budget: 1_200, linesWithoutForecast: [1, "Costs CO-2"] });
  });
});

describe("run rate", () => {
  const eight = { ...months("ActM", [10, 10, 10, 10, 10, 40, 40, 40]), ...months("FctM", [10, 10, 10, 10], 9) };

  test("spent a month so far, the year at that rate, and the last three months", () => {
    const found = runRate([line(eight)], year, standpoint());
    expect([found.monthly.value, found.outturn.value, found.recent.value]).toEqual([2_125, 25_500, 4_000]);
    expect([found.monthly.rule, found.outturn.rule, found.recent.rule]).toEqual(["runRate", "runRateOutturn", "recentRunRate"]);
    expect(inputsOf(found.monthly)).toEqual({ spentToDate: 17_000, closedMonth: 8, actualsBasis: "accrued" });
    expect(inputsOf(found.outturn)).toEqual(inputsOf(found.monthly));
    expect(inputsOf(found.recent)).toEqual({ spentLately: 12_000, closedMonth: 8, actualsBasis: "accrued" });
  });

  test("while nobody records the months of the year there is no rate, and the reason stands beside it", () => {
    const unknown = runRate([line(eight)], year, standpoint({ closed: {} }));
    for (const figure of [unknown.monthly, unknown.outturn, unknown.recent]) {
      expect(figure.value).toBeUndefined();
      expect(inputsOf(figure)).toEqual({ monthsNotRecorded: "2026/27", actualsBasis: "accrued" });
    }
    const asked = line({ ...eight, CapRev: "Revenue", Recurrence: "Recurrent" });
    expect(runRateMismatch(asked, standpoint({ closed: {} })).value).toBeUndefined();
  });

  test("with nothing closed there is no rate, and no recent one before three months are", () => {
    expect(Object.values(runRate([line(eight)], year, closedMonth(0))).map(({ value }) => value as unknown)).toEqual([undefined, undefined, undefined]);
    expect(runRate([line(eight)], year, closedMonth(2)).recent.value).toBeUndefined();
    expect(runRate([line(eight)], year, closedMonth(2)).monthly.value).toBe(1_000);
    expect(runRate([line(eight)], year, closedMonth(3)).recent.value).toBe(1_000);
    expect(runRate([line(months("BudM", [1]))], year, standpoint()).monthly.value).toBeUndefined();
  });

  test("the recent rate gives back the opening accrual in the third month, and an older balance later", () => {
    const owed = line({ ...months("ActM", [10, 10, 10, 10]), ...months("AccM", [3, 0, 6, 9]), OpeningAccrual: 600 });
    expect(runRate([owed], year, closedMonth(3, invoiced)).recent.value).toBe(1_000);
    expect(runRate([owed], year, closedMonth(4, invoiced)).recent.value).toBe(1_200);
    expect(runRate([owed], year, closedMonth(4)).recent.value).toBe(1_000);
    expect(runRate([line(months("AccM", [3, 3]))], year, closedMonth(2, invoiced)).recent.value).toBeUndefined();
  });

  test("other years' lines are left out", () => {
    expect(runRate([line(eight), line({ ...eight, FinancialYear: "2025/26" })], year, standpoint()).monthly.value).toBe(2_125);
  });
});

describe("a forecast that does not match the run rate", () => {
  // At 10 a month for three months the year comes to 120 at the run rate.
  const recurrent = (forecast: number, more: Readonly<Record<string, string>> = {}) =>
    line({ Ref: "CO-9", Recurrence: "Recurrent", ...months("ActM", [10, 10, 10]), ...months("FctM", [forecast], 4), ...more });
  const at = closedMonth(3);

  test("the gap must be above the limit's share of the outturn, either way", () => {
    // 85% of 141.18 is just above 120; 115% of 104.35 as well.
    expect(runRateMismatch(recurrent(111.17), at).value).toBe(false);
    expect(runRateMismatch(recurrent(111.18), at).value).toBe(true);
    expect(runRateMismatch(recurrent(74.35), at).value).toBe(false);
    expect(runRateMismatch(recurrent(74.34), at).value).toBe(true);
  });

  test("exactly the limit is no mismatch", () => {
    const twenty = standpoint({ closed: { "2026/27": 3 }, settings: { "finance.runRatePct": 20 } });
    expect(runRateMismatch(recurrent(120), twenty).value).toBe(false);
    expect(runRateMismatch(recurrent(120.01), twenty).value).toBe(true);
    expect(runRateMismatch(recurrent(70), twenty).value).toBe(false);
    expect(runRateMismatch(recurrent(69.99), twenty).value).toBe(true);
  });

  test("income is held against the size of its outturn", () => {
    const income = line({ Recurrence: "Recurrent", ...months("ActM", [-10, -10, -10]), ...months("FctM", [-90], 4) });
    expect(runRateMismatch(income, at).value).toBe(false);
  });

  test("it tells what it compared", () => {
    const found = runRateMismatch(recurrent(90), at);
    expect(found.rule).toBe("runRateMismatch");
    expect(inputsOf(found)).toEqual({
      outturn: [12_000, "Costs CO-9"],
      spentToDate: [3_000, "Costs CO-9"],
      closedMonth: 3,
      runRatePercent: 15,
      actualsBasis: "accrued",
    });
    expect(thresholdsOf(found)).toEqual(["runRatePercent", "actualsBasis"]);
  });

  test("it is asked of recurrent revenue of a known year with three months closed, and an outturn", () => {
    expect(runRateMismatch(recurrent(500), closedMonth(2)).value).toBeUndefined();
    for (const other of [{ Recurrence: "Non-recurrent" }, { Recurrence: "Now and then" }, { CapRev: "Capital" }, { FinancialYear: "soon" }]) {
      const found = runRateMismatch(recurrent(500, other), at);
      expect(found.value).toBeUndefined();
      expect(inputsOf(found)).toEqual({ runRatePercent: 15, actualsBasis: "accrued" });
    }
    const unforecast = line({ Recurrence: "Recurrent", ...months("BudM", Array<number>(12).fill(1)), ...months("ActM", [10, 10, 10]) });
    expect(runRateMismatch(unforecast, at).value).toBeUndefined();
    const unspent = line({ Recurrence: "Recurrent", ...months("FctM", [10], 4) });
    expect(runRateMismatch(unspent, at).value).toBeUndefined();
  });
});

describe("a variance that needs a reason", () => {
  const spent = (budget: number, actual: number, more: Readonly<Record<string, number | string>> = {}) =>
    line({ Ref: "CO-4", ...months("BudM", [budget]), ...months("ActM", [actual]), ...more });

  test("both limits must be passed, over or under", () => {
    expect(varianceNeedsReason(spent(100_000, 105_000), ended).value).toBe(false);
    expect(varianceNeedsReason(spent(100_000, 105_000.01), ended).value).toBe(true);
    expect(varianceNeedsReason(spent(100_000, 95_000), ended).value).toBe(false);
    expect(varianceNeedsReason(spent(100_000, 94_999.99), ended).value).toBe(true);
    // More than 5%, not more than £5,000.
    expect(varianceNeedsReason(spent(20_000, 25_000), ended).value).toBe(false);
    expect(varianceNeedsReason(spent(20_000, 25_000.01), ended).value).toBe(true);
    // More than £5,000, not more than 5%.
    expect(varianceNeedsReason(spent(1_000_000, 1_050_000), ended).value).toBe(false);
    expect(varianceNeedsReason(spent(1_000_000, 1_050_000.01), ended).value).toBe(true);
  });

  test("of no budget any amount above the limit is much; of income its size counts", () => {
    expect(varianceNeedsReason(spent(0, 5_000.01), ended).value).toBe(true);
    expect(varianceNeedsReason(spent(0, 5_000), ended).value).toBe(false);
    expect(varianceNeedsReason(spent(-1_000_000, -1_040_000), ended).value).toBe(false);
  });

  test("the trust's own limits hold, in pounds", () => {
    const own = standpoint({ closed: { "2026/27": 12 }, settings: { "finance.varianceExplain": { pct: 50, amount: 10 } } });
    expect(varianceNeedsReason(spent(20, 30), own).value).toBe(false);
    expect(varianceNeedsReason(spent(20, 30.01), own).value).toBe(true);
    expect(inputsOf(varianceNeedsReason(spent(20, 30), own))).toEqual({
      budget: [2_000, "Costs CO-4"],
      outturn: [3_000, "Costs CO-4"],
      percentOfBudget: -50,
      direction: "Adverse",
      explainPercent: 50,
      explainAmount: 1_000,
    });
    expect(thresholdsOf(varianceNeedsReason(spent(20, 30), own))).toEqual(["explainPercent", "explainAmount"]);
    expect(varianceNeedsReason(spent(20, 30), own).rule).toBe("varianceNeedsReason");
  });

  test("without a budget, an outturn or a year nobody can tell", () => {
    expect(varianceNeedsReason(line(months("ActM", [9_000_000])), ended).value).toBeUndefined();
    expect(varianceNeedsReason(line(months("BudM", [9_000_000])), ended).value).toBeUndefined();
    const nowhere = varianceNeedsReason(spent(1, 9_000_000, { FinancialYear: "soon" }), ended);
    expect(nowhere.value).toBeUndefined();
    expect(inputsOf(nowhere)).toEqual({ explainPercent: 5, explainAmount: 500_000 });
  });

  test("a movement since last month is held against last month's outturn", () => {
    const moved = spent(1, 106_000, { FotPrevious: 10_000_000 });
    expect(movementNeedsReason(moved, ended)).toMatchObject({ value: true, rule: "movementNeedsReason" });
    expect(inputsOf(movementNeedsReason(moved, ended))).toMatchObject({
      previousOutturn: [10_000_000, "Costs CO-4"],
      percentOfPrevious: -6,
      direction: "Adverse",
    });
    expect(movementNeedsReason(spent(1, 105_000, { FotPrevious: 10_000_000 }), ended).value).toBe(false);
    expect(movementNeedsReason(spent(1, 106_000), ended).value).toBeUndefined();
    expect(movementNeedsReason(spent(1, 106_000, { FotPrevious: 10_000_000, FinancialYear: "soon" }), ended).value).toBeUndefined();
  });

  test("an outturn that has risen has moved by more than nought", () => {
    const found = outturnMovement(spent(1, 106_000, { FotPrevious: 10_000_000 }), ended);
    expect(found).toMatchObject({ value: 600_000, rule: "outturnMovement" });
    expect(inputsOf(found)).toEqual({ previousOutturn: [10_000_000, "Costs CO-4"], outturn: [10_600_000, "Costs CO-4"] });
    expect(outturnMovement(spent(1, 106_000), ended).value).toBeUndefined();
    expect(outturnMovement(spent(1, 1, { FotPrevious: 1, FinancialYear: "soon" }), ended).value).toBeUndefined();
  });
});
