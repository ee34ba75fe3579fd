import { cellText, type Cell } from "../exchange";
import { financialMonthOf, financialMonths, financialYear, financialYearOf, type FinancialMonth, type FinancialYear } from "../kernel";

/** A month of a financial year; `year` is undefined where the text names none. */
export interface Period {
  readonly year: FinancialYear | undefined;
  readonly month: FinancialMonth;
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Reads a ledger's period: 5, "05", "M5", "Period 5" and "P05" count from April; "Aug", "August 2026" and "Aug-26" are calendar
 * months; 202605 and "2026/05" are the fifth period of the year that begins in April 2026.
 */
export function readPeriod(cell: Cell): Period | undefined {
  if (typeof cell === "object") return { year: financialYearOf(cell.date), month: financialMonthOf(cell.date) };
  const text = cellText(cell).trim().toLowerCase();
  const bare = /^(?:m|p|mth|month|period|per)?\s*0*(\d{1,2})$/.exec(text);
  if (bare) return withMonth(Number(bare[1]), undefined);
  const joined = /^(\d{4})\s*[/.-]?\s*(?:m|p)?0*(\d{1,2})$/.exec(text);
  if (joined) return withMonth(Number(joined[2]), financialYear(Number(joined[1])));
  const named = /^([a-z]{3})[a-z]*\.?(?:[\s/-]*'?(\d{4}|\d{2}))?$/.exec(text);
  const calendarMonth = named ? monthNames.indexOf(named[1] ?? "") + 1 : 0;
  if (!named || calendarMonth === 0) return undefined;
  const written = named[2];
  const calendarYear = written === undefined ? undefined : Number(written) < 100 ? 2000 + Number(written) : Number(written);
  return withMonth(
    ((calendarMonth + 8) % 12) + 1,
    calendarYear === undefined ? undefined : financialYear(calendarMonth >= 4 ? calendarYear : calendarYear - 1),
  );
}

function withMonth(number: number, year: FinancialYear | undefined): Period | undefined {
  const month = financialMonths.find((one) => one === number);
  return month === undefined ? undefined : { year, month };
}
