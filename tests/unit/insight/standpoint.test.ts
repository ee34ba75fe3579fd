import { recordsIn, standpointFrom } from "../../../src/insight";
import type { financialPeriods } from "../../../src/registers";
import { day, rowOf, type Cells } from "./quality-ground";

function closed(...periods: readonly Cells[]): readonly (readonly [string, number])[] {
  const rows = periods.map((cells, index) => rowOf({ PeriodStatus: "Closed", ...cells }, String(index)));
  return [...standpointFrom({ today: day("2026-11-24"), settings: [], periods: recordsIn<typeof financialPeriods>(rows) }).closedMonths];
}

describe("the last closed month of a year", () => {
  const year = "2026/27";

  it("is the highest that is Closed, wherever it stands in the list", () => {
    expect(closed({ FinancialYear: year, MonthNo: 3 }, { FinancialYear: year, MonthNo: 7 }, { FinancialYear: year, MonthNo: 5 })).toEqual([[year, 7]]);
  });

  it("is told for each year", () => {
    expect(closed({ FinancialYear: "2025/26", MonthNo: 12 }, { FinancialYear: year, MonthNo: 1 })).toEqual([
      ["2025/26", 12],
      [year, 1],
    ]);
  });

  it.each<readonly [string, Cells]>([
    ["without a year", { MonthNo: 8 }],
    ["of a year that nobody can read", { FinancialYear: "2026-28", MonthNo: 8 }],
    ["without a number", { FinancialYear: year }],
    ["number 13", { FinancialYear: year, MonthNo: 13 }],
    ["number 0", { FinancialYear: year, MonthNo: 0 }],
  ])("is never a month %s", (_, period) => {
    expect(closed(period)).toEqual([]);
    expect(closed({ FinancialYear: year, MonthNo: 7 }, period)).toEqual([[year, 7]]);
  });

  it.each<readonly [string, Cells]>([
    ["open", { PeriodStatus: "Open" }],
    ["without a status", { PeriodStatus: undefined }],
    ["of a status that the trust added", { PeriodStatus: "Half closed" }],
  ])("is never a month that is %s, and 0 where all are", (_, cells) => {
    const period = { FinancialYear: year, MonthNo: 8, ...cells };
    expect(closed(period)).toEqual([[year, 0]]);
    expect(closed(period, { FinancialYear: year, MonthNo: 7 })).toEqual([[year, 7]]);
    expect(closed({ FinancialYear: year, MonthNo: 7 }, period)).toEqual([[year, 7]]);
  });
});
