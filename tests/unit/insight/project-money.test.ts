import { moneyOf, projectMoney, recordsIn, runRate, capitalSlippage } from "../../../src/insight";
import { spentBetween, type CostLine } from "../../../src/insight/cost-lines";
import { closedMonthOf } from "../../../src/insight/year-totals";
import { parseFinancialYear } from "../../../src/kernel";
import type { projects } from "../../../src/registers";
import { inputsOf, invoiced, line, months, oracle, pounds, row, standpoint, thresholdsOf, toPlaces, year } from "./money-setting";

interface OracleLine {
  readonly ref: string;
  readonly capRev: string;
  readonly budget: readonly number[];
  readonly actual: readonly number[];
  readonly accrual: readonly number[];
  readonly forecast: readonly number[];
  readonly opening: number;
  readonly reprofiled?: number;
  readonly expected: Readonly<Record<string, number | string | null>>;
}

const cases = oracle("finance-ytd-fot.json") as { readonly lines: readonly OracleLine[]; readonly expectedTotals: Readonly<Record<string, number>> };

function lineOf(given: OracleLine): CostLine {
  return line({
    Ref: given.ref,
    CapRev: given.capRev,
    OpeningAccrual: given.opening * 100,
    ReprofiledToNextYear: given.reprofiled === undefined ? undefined : given.reprofiled * 100,
    ...months("BudM", given.budget),
    ...months("ActM", given.actual),
    ...months("AccM", given.accrual),
    ...months("FctM", given.forecast),
  });
}

describe("the worked examples of a ledger of invoices, with eight months closed", () => {
  const at = standpoint({ settings: invoiced });

  test.each(cases.lines.map((given) => [given.ref, given] as const))("%s", (_, given) => {
    const lines = [lineOf(given)];
    const money = moneyOf(lines, year, at)!;
    const rate = runRate(lines, year, at);
    const slippage = capitalSlippage(lines, year, at);
    const percent = (figure: { readonly inputs: readonly { readonly name: string; readonly value: unknown }[] }): number | null => {
      const found = figure.inputs.find(({ name }) => name === "percentOfBudget")?.value;
      return typeof found === "number" ? toPlaces(found, 1)! : null;
    };
    const outturnPercent = percent(money.outturnVariance);
    const worked = {
      ytdBudget: pounds(money.budgetToDate.value),
      ytdExpenditure: pounds(money.spentToDate.value),
      ytdVariance: pounds(money.varianceToDate.value),
      ytdVariancePct: percent(money.varianceToDate),
      annualBudget: pounds(money.budget.value),
      fot: pounds(money.outturn.value),
      fotVariance: pounds(money.outturnVariance.value),
      fotVariancePct: outturnPercent,
      overspendPct: outturnPercent === null ? null : -outturnPercent,
      favAdv: inputsOf(money.outturnVariance)["direction"],
      runRateMonthly: toPlaces(pounds(rate.monthly.value), 2),
      runRateFot: toPlaces(pounds(rate.outturn.value), 2),
      recentRunRateMonthly: toPlaces(pounds(rate.recent.value), 2),
      remainingForecast: pounds(money.remainingForecast.value),
      monthExpenditureM8: pounds(spentBetween(lines[0]!, { after: 7, to: 8 }, "invoiced")),
      ...(given.reprofiled === undefined
        ? {}
        : {
            slippage: pounds(slippage.slippage.value),
            slippagePct: toPlaces(slippage.slippagePercent.value, 1),
            underspendNotSlippage: pounds(slippage.underspendNotSlippage.value),
          }),
    };
    expect(worked).toEqual(given.expected);
  });

  test("the four together", () => {
    const project = projectMoney({ project: projectWith({}), Costs: cases.lines.map(lineOf) }, at);
    const all = project.all!;
    expect({
      ytdBudget: pounds(all.budgetToDate.value),
      ytdExpenditure: pounds(all.spentToDate.value),
      annualBudget: pounds(all.budget.value),
      fot: pounds(all.outturn.value),
      ytdVariance: pounds(all.varianceToDate.value),
      fotVariance: pounds(all.outturnVariance.value),
      fotVariancePct: toPlaces(inputsOf(all.outturnVariance)["percentOfBudget"] as number, 1),
      capitalFot: pounds(project.capital?.outturn.value),
      revenueFot: pounds(project.revenue?.outturn.value),
    }).toEqual(cases.expectedTotals);
  });
});

function projectWith(values: Readonly<Record<string, number | string>>) {
  return recordsIn<typeof projects>([row({ Ref: "P-0001", ...values })])[0]!;
}

function money(lines: readonly CostLine[], at = standpoint()) {
  return moneyOf(lines, year, at)!;
}

const whole = { ...months("BudM", Array<number>(12).fill(10)), ...months("ActM", Array<number>(8).fill(9)), ...months("FctM", [11, 11, 11, 11], 9) };

describe("a year of cost lines", () => {
  test("it is the sum of its parts, with the reason beside each figure", () => {
    const figures = money([line(whole)]);
    expect(figures.budget).toMatchObject({ value: 12_000, rule: "budget" });
    expect(inputsOf(figures.budget)).toEqual({ lines: 1 });
    expect(figures.budgetToDate).toMatchObject({ value: 8_000, rule: "budgetToDate" });
    expect(inputsOf(figures.budgetToDate)).toEqual({ closedMonth: 8, budget: 12_000, lines: 1 });
    expect(figures.spentToDate).toMatchObject({ value: 7_200, rule: "spentToDateAccrued" });
    expect(inputsOf(figures.spentToDate)).toEqual({ closedMonth: 8, posted: 7_200, lines: 1, actualsBasis: "accrued" });
    expect(thresholdsOf(figures.spentToDate)).toEqual(["actualsBasis"]);
    expect(figures.varianceToDate).toMatchObject({ value: 800, rule: "varianceToDate" });
    expect(inputsOf(figures.varianceToDate)).toEqual({ budgetToDate: 8_000, spentToDate: 7_200, percentOfBudget: 10, direction: "Favourable" });
    expect(figures.remainingForecast).toMatchObject({ value: 4_400, rule: "remainingForecast" });
    expect(inputsOf(figures.remainingForecast)).toEqual({ closedMonth: 8, lines: 1 });
    expect(figures.outturn).toMatchObject({ value: 11_600, rule: "outturn" });
    expect(inputsOf(figures.outturn)).toEqual({ spentToDate: 7_200, remainingForecast: 4_400, closedMonth: 8, actualsBasis: "accrued" });
    expect(figures.outturnVariance).toMatchObject({ value: 400, rule: "outturnVariance" });
    expect(inputsOf(figures.outturnVariance)).toMatchObject({ budget: 12_000, outturn: 11_600, direction: "Favourable" });
    expect(figures.varianceToDate.inputs.find(({ name }) => name === "percentOfBudget")).toEqual({
      name: "percentOfBudget",
      kind: "fact",
      unit: "percent",
      value: 10,
    });
  });

  test("a variance of nothing is on budget, one below nothing is adverse", () => {
    const even = money([line({ ...months("BudM", [10]), ...months("ActM", [10]) })], standpoint({ closed: { "2026/27": 1 } }));
    expect([even.varianceToDate.value, inputsOf(even.varianceToDate)["direction"]]).toEqual([0, "On budget"]);
    const over = money([line({ ...months("BudM", [10]), ...months("ActM", [10.01]) })], standpoint({ closed: { "2026/27": 1 } }));
    expect([over.varianceToDate.value, inputsOf(over.varianceToDate)["direction"]]).toEqual([-1, "Adverse"]);
    const under = money([line({ ...months("BudM", [10]), ...months("ActM", [9.99]) })], standpoint({ closed: { "2026/27": 1 } }));
    expect([under.varianceToDate.value, inputsOf(under.varianceToDate)["direction"]]).toEqual([1, "Favourable"]);
  });

  test("a percentage of no budget is not applicable, and a variance without a budget is not known", () => {
    const zero = money([line({ ...months("BudM", [0]), ...months("ActM", [5]) })]);
    expect(inputsOf(zero.outturnVariance)).toEqual({ budget: 0, outturn: 500, direction: "Adverse" });
    const none = money([line({ ...months("ActM", [5]), ...months("FctM", [1], 9) })]);
    expect(none.budget.value).toBeUndefined();
    expect(none.budgetToDate.value).toBeUndefined();
    expect(none.outturn.value).toBe(600);
    expect(none.outturnVariance.value).toBeUndefined();
    expect(inputsOf(none.outturnVariance)).toEqual({ outturn: 600 });
  });

  test("only lines of the year count, in whichever way they write it; without one there is no answer", () => {
    const other = line({ ...whole, FinancialYear: "2025/26" });
    expect(moneyOf([other], year, standpoint())).toBeUndefined();
    expect(moneyOf([], year, standpoint())).toBeUndefined();
    expect(moneyOf([line({ ...whole, FinancialYear: "soon" }), line({ ...whole, FinancialYear: undefined })], year, standpoint())).toBeUndefined();
    expect(money([line(whole), other, line({ ...whole, FinancialYear: "2026-27" })]).budget.value).toBe(24_000);
  });

  test("a line whose amounts are all empty changes nothing, and alone it says nothing", () => {
    const empty = line({ Status: "Live", OpeningAccrual: 500 });
    expect(money([line(whole), empty])).toEqual(money([line(whole)]));
    const alone = money([empty], standpoint({ closed: {} }));
    expect(Object.values(alone).map(({ value }) => value as unknown)).toEqual(Array(7).fill(undefined));
  });

  test("an amount of nought is an amount", () => {
    expect(money([line(months("BudM", [0]))]).budget.value).toBe(0);
    expect(money([line(months("AccM", [0], 8))], standpoint({ settings: invoiced })).spentToDate.value).toBe(0);
  });

  test("lines without a budget add none and are counted, with the first of them", () => {
    const figures = money([line(whole), line({ ...whole, ...months("BudM", Array<undefined>(12).fill(undefined)), Ref: "CO-00007" })]);
    expect(figures.budget.value).toBe(12_000);
    expect(inputsOf(figures.budget)).toEqual({ lines: 2, linesWithoutBudget: [1, "Costs CO-00007"] });
    expect(inputsOf(figures.budgetToDate)["linesWithoutBudget"]).toEqual([1, "Costs CO-00007"]);
  });

  test("a budget that begins later is nought to date, not empty", () => {
    const later = money([line({ ...months("BudM", [10], 9), ...months("FctM", [10], 9) })]);
    expect(later.budgetToDate.value).toBe(0);
    expect(later.spentToDate.value).toBeUndefined();
    expect(later.varianceToDate.value).toBeUndefined();
  });

  test("a sum too large to be exact is not told", () => {
    const huge = { BudM01: Number.MAX_SAFE_INTEGER, ActM01: Number.MAX_SAFE_INTEGER };
    expect(money([line({ ...huge, BudM02: 0 })]).budget.value).toBe(Number.MAX_SAFE_INTEGER);
    expect(money([line({ ...huge, BudM02: 1 })]).budget.value).toBeUndefined();
    expect(money([line({ BudM01: -Number.MAX_SAFE_INTEGER, ActM01: 1 })]).varianceToDate.value).toBeUndefined();
  });
});

describe("spent to date", () => {
  test("an actual after the last closed month does not count", () => {
    expect(money([line({ ...whole, ...months("ActM", [100], 9) })]).spentToDate.value).toBe(7_200);
  });

  test("with nothing closed nothing is spent, whatever stands in the ledger", () => {
    for (const settings of [{}, invoiced]) {
      const none = money([line({ ...whole, OpeningAccrual: 5 })], standpoint({ closed: { "2026/27": 0 }, settings }));
      expect([none.budgetToDate.value, none.spentToDate.value, none.varianceToDate.value]).toEqual([0, 0, 0]);
      expect(inputsOf(none.spentToDate)).toMatchObject({ closedMonth: 0 });
      expect(inputsOf(none.spentToDate)["posted"]).toBe(settings === invoiced ? undefined : 0);
    }
  });

  test("while nobody records the months of this year it is unknown, and so is all that rests on it; the reason stands beside it", () => {
    const at = standpoint({ closed: { "2025/26": 12 } });
    const unknown = money([line({ ...whole, Status: "Live" })], at);
    expect(Object.entries(unknown).flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value as unknown]]))).toEqual([["budget", 12_000]]);
    for (const figure of [unknown.spentToDate, unknown.budgetToDate, unknown.remainingForecast, unknown.outturn]) {
      expect(inputsOf(figure)).toMatchObject({ monthsNotRecorded: "2026/27" });
      expect(inputsOf(figure)).not.toHaveProperty("closedMonth");
    }
    expect(inputsOf(unknown.remainingForecast)).not.toHaveProperty("linesWithoutForecast");
    expect(inputsOf(unknown.spentToDate)).not.toHaveProperty("linesWithoutActuals");
    const { wholeLife, closedMonth } = projectMoney({ project: projectWith({}), Costs: [line(whole)] }, at);
    expect([closedMonth, wholeLife.forecast.value, inputsOf(wholeLife.forecast)["monthsNotRecorded"]]).toEqual([undefined, undefined, "2026/27"]);
    expect(inputsOf(projectMoney({ project: projectWith({}), Costs: [line(whole)] }, standpoint()).wholeLife.forecast)).not.toHaveProperty("monthsNotRecorded");
  });

  test.each([
    ["in April", { today: "2026-04-30" }, "2026/27", 0],
    ["from May on", { today: "2026-05-01" }, "2026/27", undefined],
    ["of a year to come", {}, "2027/28", 0],
    ["of a year that is over", {}, "2025/26", 12],
    ["of a year that is over and has months, none of them closed", { closed: { "2025/26": 0 } }, "2025/26", 12],
    ["of a year that is over and was closed up to its eleventh month", { closed: { "2025/26": 11 } }, "2025/26", 11],
    ["of a year to come that is closed already", { closed: { "2027/28": 1 } }, "2027/28", 1],
  ] as const)("the closed months %s", (_, situation, of, month) => {
    expect(closedMonthOf(parseFinancialYear(of)!, standpoint({ closed: {}, ...situation }))).toBe(month);
  });

  test("an accrued ledger holds its accruals: nothing is added", () => {
    expect(money([line({ ...whole, ...months("AccM", Array<number>(12).fill(5)), OpeningAccrual: 7 })])).toEqual(money([line(whole)]));
  });

  test("no actual and no accrual is nothing known", () => {
    for (const settings of [{}, invoiced]) {
      const unknown = money(
        [line({ ...whole, OpeningAccrual: 5, ...months("ActM", Array<undefined>(8).fill(undefined)), Ref: "CO-1" })],
        standpoint({ settings }),
      );
      expect([unknown.spentToDate.value, unknown.varianceToDate.value, unknown.outturn.value]).toEqual([undefined, undefined, undefined]);
      expect(inputsOf(unknown.spentToDate)["linesWithoutActuals"]).toEqual([1, "Costs CO-1"]);
      expect(inputsOf(unknown.outturn)).toMatchObject({ remainingForecast: 4_400 });
    }
  });

  test("a line that has not begun is not missed among lines with actuals", () => {
    const later = line({ ...months("BudM", [10], 9), ...months("FctM", [10], 9) });
    const figures = money([line(whole), later]);
    expect(figures.spentToDate.value).toBe(7_200);
    expect(inputsOf(figures.spentToDate)).not.toHaveProperty("linesWithoutActuals");
    for (const unbudgeted of [{ ...months("ActM", [1]), ...months("FctM", [1], 9) }, months("FctM", [1], 9)]) {
      expect(inputsOf(money([line(whole), line(unbudgeted)]).spentToDate)).not.toHaveProperty("linesWithoutActuals");
    }
  });

  test("invoices take the balance owed at the end, and give back the one before", () => {
    const owed = line({ ...months("ActM", [100, 50]), ...months("AccM", [30, 20]), OpeningAccrual: 4_000 });
    const at = standpoint({ settings: invoiced, closed: { "2026/27": 2 } });
    const figures = money([owed], at);
    expect(figures.spentToDate).toMatchObject({ value: 13_000, rule: "spentToDateInvoiced" });
    expect(inputsOf(figures.spentToDate)).toEqual({ closedMonth: 2, posted: 15_000, accrualsAdded: -2_000, lines: 1, actualsBasis: "invoiced" });
    expect(inputsOf(figures.outturn)).toMatchObject({ actualsBasis: "invoiced" });
    expect(spentBetween(owed, { after: 0, to: 1 }, "invoiced")).toBe(9_000);
    expect(spentBetween(owed, { after: 1, to: 2 }, "invoiced")).toBe(4_000);
    expect(spentBetween(owed, { after: 1, to: 2 }, "accrued")).toBe(5_000);
    expect(spentBetween(owed, { after: 2, to: 2 }, "invoiced")).toBe(0);
    expect(spentBetween(owed, { after: 2, to: 3 }, "invoiced")).toBeUndefined();
    expect(spentBetween(line(months("AccM", [7], 3)), { after: 2, to: 3 }, "invoiced")).toBe(700);
    expect(spentBetween(line({ ...months("ActM", [7]), OpeningAccrual: 300 }), { after: 0, to: 3 }, "invoiced")).toBe(400);
  });
});

describe("the forecast that is left", () => {
  const noForecast = months("FctM", Array<undefined>(12).fill(undefined));

  test("a forecast of a closed month is no longer one", () => {
    expect(money([line({ ...whole, ...months("FctM", [500], 8) })]).remainingForecast.value).toBe(4_400);
  });

  test("one line without the forecast that it needs leaves the outturn unknown, and is named", () => {
    const figures = money([line(whole), line({ ...whole, ...noForecast, Ref: "CO-00012" }), line({ ...whole, ...noForecast, Ref: "CO-00013" })]);
    expect([figures.remainingForecast.value, figures.outturn.value, figures.outturnVariance.value]).toEqual([undefined, undefined, undefined]);
    expect(inputsOf(figures.remainingForecast)["linesWithoutForecast"]).toEqual([2, "Costs CO-00012"]);
    expect(inputsOf(figures.outturn)["linesWithoutForecast"]).toEqual([2, "Costs CO-00012"]);
    expect(figures.spentToDate.value).toBe(21_600);
    expect(money([line(whole), line({ ...whole, ...noForecast })]).remainingForecast.value).toBeUndefined();
  });

  test("a forecast of one month is the line's forecast", () => {
    expect(money([line({ ...whole, ...noForecast, ...months("FctM", [7], 12) })]).remainingForecast.value).toBe(700);
    expect(money([line({ ...whole, ...noForecast, ...months("FctM", [0], 9) })]).remainingForecast.value).toBe(0);
  });

  test.each(["Closed", "Cancelled"])("a %s line needs none", (Status) => {
    const figures = money([line({ ...whole, ...noForecast, Status })]);
    expect([figures.remainingForecast.value, figures.outturn.value]).toEqual([0, 7_200]);
    expect(inputsOf(figures.remainingForecast)).toEqual({ closedMonth: 8, lines: 1 });
  });

  test.each(["Live", "Planned", "On a list of its own", undefined])("a line that is %s does", (Status) => {
    expect(money([line({ ...whole, ...noForecast, Status })]).outturn.value).toBeUndefined();
  });

  test("a line whose budget ends before needs none; one that was never budgeted does", () => {
    const budget = months("BudM", [10, 10, 10, 10, 10, 10, 10, 10]);
    expect(money([line({ ...budget, ...months("ActM", [5]) })]).outturn.value).toBe(500);
    expect(money([line({ ...budget, ...months("BudM", [0], 9), ...months("ActM", [5]) })]).outturn.value).toBe(500);
    expect(money([line({ ...budget, ...months("BudM", [1], 9), ...months("ActM", [5]) })]).outturn.value).toBeUndefined();
    expect(money([line(months("ActM", [5]))]).outturn.value).toBeUndefined();
  });

  test("at the end of the year nothing is left, for any line", () => {
    const end = standpoint({ closed: { "2026/27": 12 } });
    const figures = money([line(whole), line({ ...months("BudM", [10], 12), ...months("ActM", [3]), Status: "Live" })], end);
    expect([figures.remainingForecast.value, figures.outturn.value]).toEqual([0, 7_500]);
  });

  test("what is forecast on a cancelled line counts, and is told", () => {
    const figures = money([line(whole), line({ ...whole, Status: "Cancelled" })]);
    expect([figures.budget.value, figures.spentToDate.value, figures.remainingForecast.value]).toEqual([24_000, 14_400, 8_800]);
    expect(inputsOf(figures.remainingForecast)["forecastOnCancelledLines"]).toBe(4_400);
  });
});

describe("a project's money", () => {
  test("capital, revenue and both, of the year of today", () => {
    const capital = line({ ...whole, CapRev: "Capital" });
    const neither = line({ ...whole, CapRev: "Charitable" });
    const lines = [capital, line(whole), neither, line({ ...whole, CapRev: undefined }), line({ ...whole, FinancialYear: "2027/28" })];
    const found = projectMoney({ project: projectWith({}), Costs: lines }, standpoint());
    expect([found.year, found.closedMonth]).toEqual(["2026/27", 8]);
    expect([found.capital?.budget.value, found.revenue?.budget.value, found.all?.budget.value]).toEqual([12_000, 12_000, 48_000]);
    const one = projectMoney({ project: projectWith({}), Costs: [capital] }, standpoint());
    expect([one.revenue, one.all?.budget.value]).toEqual([undefined, 12_000]);
    expect(projectMoney({ project: projectWith({}), Costs: [] }, standpoint()).all).toBeUndefined();
    expect(projectMoney({ project: projectWith({}), Costs: [line(whole)] }, standpoint()).capital).toBeUndefined();
  });

  test("its whole-life budget is the approved one, not the sum of its lines", () => {
    const { wholeLife } = projectMoney({ project: projectWith({ BudgetApproved: 99 }), Costs: [line(whole)] }, standpoint());
    expect(wholeLife.budget).toMatchObject({ value: 99, rule: "wholeLifeBudget" });
    expect(inputsOf(wholeLife.budget)).toEqual({ approvedBudget: [99, "Projects P-0001"] });
    expect(projectMoney({ project: projectWith({}), Costs: [line(whole)] }, standpoint()).wholeLife.budget).toEqual({
      value: undefined,
      rule: "wholeLifeBudget",
      inputs: [],
    });
  });

  test("its whole-life forecast is what past years came to, this year's outturn and what later years forecast", () => {
    const past = line({ FinancialYear: "2025/26", ...months("ActM", Array<number>(12).fill(1)), ...months("FctM", Array<number>(12).fill(50)) });
    const future = line({ FinancialYear: "2027/28", ...months("FctM", [2, 3]) });
    const empty = line({ FinancialYear: "2028/29" });
    const nowhere = line({ FinancialYear: undefined });
    const { forecast } = projectMoney({ project: projectWith({}), Costs: [future, line(whole), past, empty, nowhere, future] }, standpoint()).wholeLife;
    expect(forecast).toMatchObject({ value: 1_200 + 11_600 + 1_000, rule: "wholeLifeForecast" });
    expect(inputsOf(forecast)).toEqual({ pastYears: 1_200, thisYear: 11_600, futureYears: 1_000 });
  });

  test("a past year that is not yet wholly closed keeps its forecast of the months that are not", () => {
    const past = line({ FinancialYear: "2025/26", ...months("ActM", Array<number>(12).fill(1)), ...months("FctM", Array<number>(12).fill(50)) });
    const at = standpoint({ today: "2026-04-10", closed: { "2025/26": 11 } });
    expect(projectMoney({ project: projectWith({}), Costs: [past] }, at).wholeLife.forecast.value).toBe(1_100 + 5_000);
    const over = moneyOf([past], "2025/26" as typeof year, standpoint())!;
    expect([over.outturn.value, inputsOf(over.outturn)["closedMonth"]]).toEqual([1_200, 12]);
  });

  test("it is not known while one of its years is not, or a line with money names no year", () => {
    const future = line({ FinancialYear: "2027/28", Ref: "CO-00020", ...months("BudM", [2, 3]) });
    const unknown = projectMoney({ project: projectWith({}), Costs: [line(whole), future] }, standpoint()).wholeLife.forecast;
    expect(unknown.value).toBeUndefined();
    expect(inputsOf(unknown)).toEqual({ thisYear: 11_600, linesWithoutForecast: [1, "Costs CO-00020"] });
    const lost = projectMoney({ project: projectWith({}), Costs: [line(whole), line({ ...whole, FinancialYear: undefined, Ref: "CO-3" })] }, standpoint());
    expect(lost.wholeLife.forecast.value).toBeUndefined();
    expect(inputsOf(lost.wholeLife.forecast)).toEqual({ thisYear: 11_600, linesWithoutYear: [1, "Costs CO-3"] });
    expect(projectMoney({ project: projectWith({}), Costs: [] }, standpoint()).wholeLife.forecast.value).toBeUndefined();
  });
});
