import fc from "fast-check";
import { capitalSlippage, moneyOf, projectMoney, recordsIn, runRate, type MoneyFigures } from "../../../src/insight";
import { spentBetween, type CostLine } from "../../../src/insight/cost-lines";
import type { projects, Value } from "../../../src/registers";
import { invoiced, line, row, standpoint, year } from "../../unit/insight/money-setting";

type Amounts = Readonly<Record<string, number | undefined>>;
type FigureName = keyof MoneyFigures;

const numbers = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));
const amount = fc.integer({ min: -1_000_000_00, max: 1_000_000_00 });
const perhaps = fc.option(amount, { nil: undefined });

function monthly(prefix: string, of: fc.Arbitrary<number | undefined>): fc.Arbitrary<Amounts> {
  return fc.record(Object.fromEntries(numbers.map((number) => [`${prefix}${number}`, of])));
}

/** A row of twelve that is wholly empty, wholly filled, or filled here and there. */
function some(prefix: string): fc.Arbitrary<Amounts> {
  return fc.oneof(fc.constant({}), monthly(prefix, amount), monthly(prefix, perhaps));
}

const named = fc.record({
  CapRev: fc.constantFrom<(string | undefined)[]>("Capital", "Revenue"),
  Status: fc.constantFrom<(string | undefined)[]>("Live", "Closed", "Cancelled", "Another", undefined),
  OpeningAccrual: perhaps,
  ReprofiledToNextYear: perhaps,
});

function lineFrom(parts: readonly Readonly<Record<string, Value | undefined>>[]): CostLine {
  return line(parts.reduce((all, part) => ({ ...all, ...part }), {}));
}

const lines = fc.tuple(named, some("BudM"), some("ActM"), some("AccM"), some("FctM")).map(lineFrom);
/** Every amount is there, so that every figure is known. */
const fullLines = fc.tuple(named, ...["BudM", "ActM", "AccM", "FctM"].map((prefix) => monthly(prefix, amount))).map(lineFrom);
const withoutAccruals = fc.tuple(named, some("BudM"), some("ActM"), some("FctM"), fc.constant({ OpeningAccrual: undefined })).map(lineFrom);

const closed = fc.integer({ min: 0, max: 12 });
const situations = fc.record({ closed: closed.map((month) => ({ "2026/27": month })), settings: fc.constantFrom({}, invoiced) }).map(standpoint);

const names: readonly FigureName[] = ["budget", "budgetToDate", "spentToDate", "varianceToDate", "remainingForecast", "outturn", "outturnVariance"];

function valuesOf(figures: MoneyFigures | undefined): readonly (number | undefined)[] {
  return names.map((name) => figures?.[name].value);
}

const project = recordsIn<typeof projects>([row({ Ref: "P-0001" })])[0]!;

describe("a year of cost lines", () => {
  test("the order of the lines does not matter", () => {
    fc.assert(
      fc.property(
        fc.array(lines, { maxLength: 6 }).chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
        situations,
        ([some, shuffled], at) => expect(valuesOf(moneyOf(shuffled, year, at))).toEqual(valuesOf(moneyOf(some, year, at))),
      ),
    );
  });

  test("a total is the sum of its parts, and of capital and revenue", () => {
    fc.assert(
      fc.property(fc.array(fullLines, { minLength: 1, maxLength: 6 }), situations, (some, at) => {
        const parts = some.map((one) => valuesOf(moneyOf([one], year, at)));
        const { all, capital, revenue } = projectMoney({ project, Costs: some }, at);
        const sum = (of: readonly (readonly (number | undefined)[])[]) => names.map((_, index) => of.reduce((total, values) => total + values[index]!, 0));
        expect(valuesOf(all)).toEqual(sum(parts));
        expect(valuesOf(all)).toEqual(sum([capital, revenue].filter((figures) => figures !== undefined).map(valuesOf)));
      }),
    );
  });

  test("where some amounts are empty a known total is still the sum of the known parts, but for what needs both actual and forecast", () => {
    fc.assert(
      fc.property(fc.array(lines, { minLength: 1, maxLength: 6 }), situations, (some, at) => {
        const parts = some.map((one) => moneyOf([one], year, at)!);
        const total = moneyOf(some, year, at)!;
        for (const name of ["budget", "budgetToDate", "spentToDate", "remainingForecast"] as const) {
          const known = parts.flatMap((figures) => figures[name].value ?? []);
          if (total[name].value !== undefined) expect(total[name].value).toBe(known.reduce<number>((sum, value) => sum + value, 0));
          else if (name !== "remainingForecast") expect(known).toEqual([]);
        }
      }),
    );
  });

  test("spent to date and the forecast that is left make the outturn, budgets less costs the variances", () => {
    fc.assert(
      fc.property(fc.array(lines, { minLength: 1, maxLength: 6 }), situations, (some, at) => {
        const [budget, budgetToDate, spentToDate, varianceToDate, remaining, outturn, outturnVariance] = valuesOf(moneyOf(some, year, at));
        const add = (one: number | undefined, other: number | undefined, sign: number) =>
          one === undefined || other === undefined ? undefined : one + sign * other;
        expect(outturn).toBe(add(spentToDate, remaining, 1));
        expect(varianceToDate).toBe(add(budgetToDate, spentToDate, -1));
        expect(outturnVariance).toBe(add(budget, outturn, -1));
      }),
    );
  });

  test("an empty line changes no figure, in any status", () => {
    fc.assert(
      fc.property(fc.array(lines, { minLength: 1, maxLength: 4 }), named, situations, (some, empty, at) => {
        expect(moneyOf([...some, line(empty)], year, at)).toEqual(moneyOf(some, year, at));
      }),
    );
  });

  test("a line without any budget has no budget, not nought", () => {
    fc.assert(
      fc.property(fc.tuple(named, some("ActM"), some("AccM"), some("FctM")).map(lineFrom), situations, (one, at) => {
        const figures = moneyOf([one], year, at)!;
        expect([figures.budget.value, figures.budgetToDate.value, figures.varianceToDate.value, figures.outturnVariance.value]).toEqual(
          Array(4).fill(undefined),
        );
      }),
    );
  });

  test("both kinds of ledger agree when nothing is owed", () => {
    fc.assert(
      fc.property(fc.array(withoutAccruals, { minLength: 1, maxLength: 4 }), closed, (some, month) => {
        const of = (settings: Readonly<Record<string, unknown>>) => {
          const at = standpoint({ closed: { "2026/27": month }, settings });
          const { monthly, outturn, recent } = runRate(some, year, at);
          return [...valuesOf(moneyOf(some, year, at)), monthly.value, outturn.value, recent.value];
        };
        expect(of(invoiced)).toEqual(of({}));
      }),
    );
  });

  test("months spent one by one add up to what was spent, whatever was owed in between", () => {
    fc.assert(
      fc.property(fullLines, closed, fc.constantFrom("accrued", "invoiced"), (one, month, basis) => {
        const months = Array.from({ length: month }, (_, after) => spentBetween(one, { after, to: after + 1 }, basis)!);
        expect(months.reduce<number>((sum, spent) => sum + spent, 0)).toBe(spentBetween(one, { after: 0, to: month }, basis));
      }),
    );
  });

  test("slippage and the underspend that is none make the variance", () => {
    fc.assert(
      fc.property(fc.array(lines, { minLength: 1, maxLength: 4 }), situations, (some, at) => {
        const { variance, slippage, underspendNotSlippage } = capitalSlippage(some, year, at);
        if (underspendNotSlippage.value !== undefined) expect(slippage.value! + underspendNotSlippage.value).toBe(variance.value);
        else expect([variance.value, slippage.value]).toContain(undefined);
      }),
    );
  });

  test("the whole life is the sum of its years", () => {
    const inYear = (FinancialYear: string) => fullLines.map((one) => line({ ...one.values, FinancialYear }));
    fc.assert(
      fc.property(
        fc.array(fc.oneof(inYear("2024/25"), inYear("2025/26"), inYear("2026/27"), inYear("2027/28")), { minLength: 1, maxLength: 6 }),
        situations,
        (some, at) => {
          const years = ["2024/25", "2025/26", "2026/27", "2027/28"] as (typeof year)[];
          const outturns = years.flatMap((one) => moneyOf(some, one, at)?.outturn.value ?? []);
          expect(projectMoney({ project, Costs: some }, at).wholeLife.forecast.value).toBe(outturns.reduce<number>((sum, value) => sum + value, 0));
        },
      ),
    );
  });
});
