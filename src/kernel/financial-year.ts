import { calendarDate, dateParts, type CalendarDate } from "./calendar-date";

/** An NHS financial year, 1 April to 31 March, as "2026/27" (reference 14.1). */
export type FinancialYear = string & { readonly unit: "financial year" };

/** 1 is April, 12 is March. */
export type FinancialMonth = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

export const financialMonths: readonly FinancialMonth[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** @param startYear the calendar year of its April. */
export function financialYear(startYear: number): FinancialYear {
  return `${String(startYear)}/${String((startYear + 1) % 100).padStart(2, "0")}` as FinancialYear;
}

/** Reads "2026/27", "2026-27", "2026/2027" and "FY26/27". */
export function parseFinancialYear(text: string): FinancialYear | undefined {
  const match = /^(?:fy\s*)?(\d{4}|\d{2})\s*[/–-]\s*(\d{4}|\d{2})$/i.exec(text.trim());
  if (!match) return undefined;
  const start = Number(match[1]) < 100 ? 2000 + Number(match[1]) : Number(match[1]);
  return Number(match[2]) % 100 === (start + 1) % 100 ? financialYear(start) : undefined;
}

export function financialYearOf(date: CalendarDate): FinancialYear {
  const { year, month } = dateParts(date);
  return financialYear(month >= 4 ? year : year - 1);
}

export function financialMonthOf(date: CalendarDate): FinancialMonth {
  return (((dateParts(date).month + 8) % 12) + 1) as FinancialMonth;
}

export function firstDayOfFinancialMonth(year: FinancialYear, month: FinancialMonth): CalendarDate {
  const startYear = Number(year.slice(0, 4));
  const day = calendarDate(month <= 9 ? startYear : startYear + 1, ((month + 2) % 12) + 1, 1);
  if (day === undefined) throw new RangeError(`no such financial month: ${year} M${String(month)}`);
  return day;
}
