import { costs } from "../../../src/registers";
import { findingsOf, inShort, rule, type Cells } from "./quality-ground";

const closed = { "2026/27": 8 };
const noneClosed = { "2025/26": 12 };

/** Twelve months of the same amount of pence. */
const monthly = (prefix: string, pence: number, from = 1, to = 12): Cells =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, index) => [`${prefix}${String(from + index).padStart(2, "0")}`, pence]));

const line = (cells: Cells = {}): Cells => ({ FinancialYear: "2026/27", ...cells });
const live = line({ Status: "Live" });

rule("DQ-28", [
  ["reviewed 32 days ago", "fails", { Costs: [{ ...live, ForecastDate: "2026-10-23" }] }, { closed }],
  ["reviewed 31 days ago", "passes", { Costs: [{ ...live, ForecastDate: "2026-10-24" }] }, { closed }],
  ["the trust's own limit", "passes", { Costs: [{ ...live, ForecastDate: "2026-10-23" }] }, { closed, settings: { "dq.forecastDays": 32 } }],
  ["nobody said when", "passes", { Costs: [live] }, { closed }],
  ["nothing closed", "fails", { Costs: [{ ...live, ForecastDate: "2026-10-23" }] }, { closed: {} }],
  ["no year", "fails", { Costs: [{ Status: "Live", ForecastDate: "2026-10-23" }] }, { closed }],
  ["a year whose March is closed", "silent", { Costs: [{ ...live, ForecastDate: "2026-10-23" }] }, { closed: { "2026/27": 12 } }],
  ["a year that is over", "silent", { Costs: [{ ...live, FinancialYear: "2025/26", ForecastDate: "2026-10-23" }] }],
  ["planned", "silent", { Costs: [line({ Status: "Planned", ForecastDate: "2026-10-23" })] }],
  ["no status", "silent", { Costs: [line({ ForecastDate: "2026-10-23" })] }],
]);

// £10,000 a month; the budget is £120,000 and 5% of it £6,000.
const spent = (forecast: number): Cells => line({ ...monthly("BudM", 1_000_000), ...monthly("ActM", 1_000_000, 1, 8), ...monthly("FctM", forecast, 9, 12) });
const explained = { elsewhere: { Costs: [{ VarianceReason: "Prices" }] }, closed };

rule("DQ-29", [
  ["£6,000.04 over", "fails", { Costs: [spent(1_150_001)] }, explained],
  ["5% over and no more", "passes", { Costs: [spent(1_150_000)] }, explained],
  ["more than 5% under", "fails", { Costs: [spent(849_999)] }, explained],
  ["explained", "passes", { Costs: [{ ...spent(1_150_001), VarianceReason: "Prices" }] }, { closed }],
  ["no forecast, so no outturn", "passes", { Costs: [line(monthly("BudM", 1_000_000))] }, explained],
  ["nobody in the site explains", "silent", { Costs: [spent(1_150_001)] }, { closed }],
  ["no year", "silent", { Costs: [{ ...spent(1_150_001), FinancialYear: undefined }] }, explained],
  ["no year that anybody could read", "silent", { Costs: [{ ...spent(1_150_001), FinancialYear: "2026/28" }] }, explained],
]);

const recurrent = (forecast: number): Cells => ({ ...spent(forecast), CapRev: "Revenue", Recurrence: "Recurrent" });

rule("DQ-30", [
  ["far over the run rate", "fails", { Costs: [recurrent(2_000_000)] }, { closed }],
  ["at the run rate", "passes", { Costs: [recurrent(1_000_000)] }, { closed }],
  ["three months closed", "fails", { Costs: [{ ...recurrent(3_000_000), ...monthly("FctM", 3_000_000, 4, 12) }] }, { closed: { "2026/27": 3 } }],
  ["two months closed", "silent", { Costs: [recurrent(3_000_000)] }, { closed: { "2026/27": 2 } }],
  ["no actuals", "passes", { Costs: [line({ CapRev: "Revenue", Recurrence: "Recurrent", ...monthly("FctM", 1_000_000) })] }, { closed }],
  ["capital", "silent", { Costs: [{ ...recurrent(2_000_000), CapRev: "Capital" }] }, { closed }],
  ["non-recurrent", "silent", { Costs: [{ ...recurrent(2_000_000), Recurrence: "Non-recurrent" }] }, { closed }],
  ["no year", "silent", { Costs: [{ ...recurrent(2_000_000), FinancialYear: undefined }] }, { closed }],
]);

const coded = { elsewhere: { Costs: [{ CostCentre: "A1234", CapitalSchemeCode: "S1" }] } };

rule("DQ-31", [
  ["live without a cost centre", "fails", { Costs: [live] }, coded],
  ["capital without its scheme", "fails", { Costs: [{ ...live, CapRev: "Capital", CostCentre: "A1234" }] }, coded],
  ["capital with both", "passes", { Costs: [{ ...live, CapRev: "Capital", CostCentre: "A1234", CapitalSchemeCode: "S1" }] }],
  ["revenue with its cost centre", "passes", { Costs: [{ ...live, CapRev: "Revenue", CostCentre: "A1234" }] }, coded],
  ["planned", "silent", { Costs: [line({ Status: "Planned" })] }, coded],
  ["nobody in the site codes", "silent", { Costs: [{ ...live, CapRev: "Capital" }] }],
  ["nobody in the site has scheme codes", "passes", { Costs: [{ ...live, CapRev: "Capital", CostCentre: "A1234" }] }],
]);

const unspent = line({ BudM08: 500_001 });
const posted = { closed, elsewhere: { Costs: [{ ActM08: 1 }] } };

rule("DQ-32", [
  ["nothing in November", "fails", { Costs: [unspent] }, posted],
  ["nought in November", "fails", { Costs: [{ ...unspent, ActM08: 0, AccM08: 0 }] }, posted],
  ["a budget of £5,000", "passes", { Costs: [{ ...unspent, BudM08: 500_000 }] }, posted],
  ["no budget", "passes", { Costs: [line()] }, posted],
  ["an actual", "passes", { Costs: [{ ...unspent, ActM08: 1 }] }, posted],
  ["a refund", "passes", { Costs: [{ ...unspent, ActM08: -1 }] }, posted],
  ["an accrual", "passes", { Costs: [{ ...unspent, AccM08: 1 }] }, posted],
  ["an actual of the month before", "fails", { Costs: [{ ...unspent, ActM07: 1 }] }, posted],
  ["cancelled", "silent", { Costs: [{ ...unspent, Status: "Cancelled" }] }, posted],
  ["another year", "silent", { Costs: [{ ...unspent, FinancialYear: "2025/26" }] }, posted],
  ["the newest year that closes months counts", "fails", { Costs: [unspent] }, { ...posted, closed: { ...closed, "2024/25": 8, "2025/26": 12 } }],
  [
    "the year before, while this one has months and none of them is closed",
    "fails",
    { Costs: [{ ...unspent, FinancialYear: "2025/26", BudM12: 500_001 }] },
    { closed: { "2025/26": 12, "2026/27": 0 }, elsewhere: { Costs: [{ ActM12: 1 }] } },
  ],
  ["no month of its year is closed", "silent", { Costs: [unspent] }, { closed: noneClosed, elsewhere: { Costs: [{ ActM12: 1 }] } }],
  ["no month is closed", "silent", { Costs: [unspent] }, { closed: {}, elsewhere: { Costs: [{ ActM08: 1 }] } }],
  ["nobody in the site records actuals of the month", "silent", { Costs: [unspent] }, { closed, elsewhere: { Costs: [{ ActM07: 1 }] } }],
]);

describe("a finding of a cost line", () => {
  const of = (...given: Parameters<typeof findingsOf>) => findingsOf(...given).map(inShort);
  const ref = "1-1";

  test("says what it rests on", () => {
    expect(of("DQ-28", { Costs: [{ ...live, ForecastDate: "2026-10-01" }] })).toEqual([
      { field: "ForecastDate", ref, inputs: { forecastReviewed: "2026-10-01", forecastDays: 31 } },
    ]);
    expect(of("DQ-29", { Costs: [spent(1_150_001)] }, explained)).toMatchObject([
      { field: "VarianceReason", ref, inputs: { budget: 12_000_000, outturn: 12_600_004 } },
    ]);
    expect(of("DQ-30", { Costs: [recurrent(2_000_000)] }, { closed })).toMatchObject([
      { field: "ForecastDate", ref, inputs: { outturn: 16_000_000, runRatePercent: 15 } },
    ]);
    expect(of("DQ-31", { Costs: [{ ...live, CapRev: "Capital" }] }, coded)).toEqual([{ field: "CostCentre", ref, inputs: {} }]);
    expect(of("DQ-31", { Costs: [{ ...live, CapRev: "Capital", CostCentre: "A1234" }] }, coded)).toEqual([{ field: "CapitalSchemeCode", ref, inputs: {} }]);
    expect(of("DQ-32", { Costs: [unspent] }, posted)).toEqual([
      { field: "ActM08", ref, inputs: { closedMonth: 8, monthBudget: 500_001, noSpendFrom: 500_000 } },
    ]);
  });

  test("whose forecast is old offers to say that it was reviewed today", () => {
    expect(findingsOf("DQ-28", { Costs: [{ ...live, ForecastDate: "2026-10-01" }] })[0]?.fix).toEqual({ ForecastDate: "2026-11-24" });
  });

  test("comes only where the list has its column", () => {
    const { VarianceReason: _, ...columns } = costs.columns;
    const registers = [{ ...costs, columns }] as unknown as readonly (typeof costs)[];
    expect(findingsOf("DQ-29", { Costs: [spent(1_150_001)] }, { ...explained, registers: registers })).toEqual([]);
  });
});
