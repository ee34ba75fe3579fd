import { financialMonths, parseFinancialYear, type CalendarDate, type FinancialMonth, type FinancialYear } from "../kernel";
import type { Row } from "../registers";
import type { PeriodRecord } from "./records";
import { readThresholds, type ThresholdName, type Thresholds } from "./thresholds";

/** What every figure may depend on beside the records: the day, and what the trust has set. */
export interface Standpoint {
  readonly today: CalendarDate;
  readonly thresholds: Thresholds;
  /** Thresholds that the trust has set itself. */
  readonly own: ReadonlySet<ThresholdName>;
  /** Thresholds whose value in Settings cannot be used; the standard value holds. */
  readonly refused: readonly ThresholdName[];
  /** The last closed month of each year that has months recorded; 0 while none of them is closed (reference 6.2). */
  readonly closedMonths: ReadonlyMap<FinancialYear, FinancialMonth | 0>;
}

interface WhatIsSet {
  readonly today: CalendarDate;
  readonly settings: readonly Row[];
  readonly periods: readonly PeriodRecord[];
}

export function standpointFrom({ today, settings, periods }: WhatIsSet): Standpoint {
  return { today, ...readThresholds(settings), closedMonths: lastClosedMonths(periods) };
}

/** The highest month that is Closed; months before it count as closed whatever they say. */
function lastClosedMonths(periods: readonly PeriodRecord[]): Standpoint["closedMonths"] {
  const last = new Map<FinancialYear, FinancialMonth | 0>();
  for (const { values } of periods) {
    const year = parseFinancialYear(values.FinancialYear ?? "");
    const month = financialMonths.find((number) => number === values.MonthNo);
    if (year === undefined || month === undefined) continue;
    const before = last.get(year) ?? 0;
    last.set(year, values.PeriodStatus === "Closed" && month > before ? month : before);
  }
  return last;
}
