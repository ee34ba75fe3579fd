import { addDays, calendarDate, dateParts, daysBetween, financialMonthOf, financialYear, financialYearOf, parseIsoDate, type CalendarDate } from "../kernel";
import { lastHolidayYear } from "./calendar";
import { compareText } from "./compare-text";
import { fact, threshold, type Input } from "./figure";
import type { RegisterOfAProject } from "./records";
import type { Standpoint } from "./standpoint";

/** Something that every figure counts with, and that somebody must bring up to date. */
export interface ReferenceDataNotice {
  readonly subject: "bankHolidays" | "procurementThresholds" | "monthsOfTheYear" | "lastClosedMonth";
  /** Soon, or already: then what rests on it is a guess, or not known. */
  readonly state: "runsOut" | "hasRunOut";
  readonly inputs: readonly Input[];
}

/** How long before the end somebody is told: GOV.UK publishes holidays years ahead, thresholds in the weeks before they change. */
const daysTold = { bankHolidays: 365, procurementThresholds: 60 } as const;

const daysToClose = 14;

/** The thresholds of the Procurement Act are set anew every second January (reference 11.1). */
const yearsOfThresholds = 2;

/**
 * What runs out or has run out, seen from a day.
 * @param isUsed whether the site has rows of a register: nobody is told of what their site never counts with.
 */
export function referenceDataNotices(standpoint: Standpoint, isUsed: (register: RegisterOfAProject) => boolean = () => true): readonly ReferenceDataNotice[] {
  return [
    ...bankHolidayNotice(standpoint),
    ...(isUsed("Contracts") ? thresholdNotice(standpoint) : []),
    ...(isUsed("Costs") ? [...monthNotice(standpoint), ...closingNotice(standpoint)] : []),
  ];
}

function bankHolidayNotice({ today }: Standpoint): readonly ReferenceDataNotice[] {
  const until = calendarDate(lastHolidayYear, 12, 31);
  return until === undefined ? [] : untilNotice("bankHolidays", { until, today, inputs: [] });
}

function thresholdNotice({ today, thresholds }: Standpoint): readonly ReferenceDataNotice[] {
  const [newest] = thresholds["procurement.thresholds"].map(({ from }) => from).sort((one, other) => compareText(other, one));
  const from = parseIsoDate(newest ?? "");
  if (from === undefined) return [];
  const { year, month, day } = dateParts(from);
  const next = calendarDate(year + yearsOfThresholds, month, day) ?? addDays(from, yearsOfThresholds * 365); // 29 February
  return untilNotice("procurementThresholds", { until: addDays(next, -1), today, inputs: [threshold("thresholdsFrom", { unit: "date", value: from })] });
}

interface Known {
  /** The last day for which it holds. */
  readonly until: CalendarDate;
  readonly today: CalendarDate;
  readonly inputs: readonly Input[];
}

function untilNotice(subject: keyof typeof daysTold, { until, today, inputs }: Known): readonly ReferenceDataNotice[] {
  const daysLeft = daysBetween(today, until);
  if (daysLeft > daysTold[subject]) return [];
  return [{ subject, state: daysLeft < 0 ? "hasRunOut" : "runsOut", inputs: [...inputs, fact("knownUntil", { unit: "date", value: until })] }];
}

/** Without the months of a year nobody can tell what is spent in it. April can wait: none of its months is over. */
function monthNotice({ today, closedMonths }: Standpoint): readonly ReferenceDataNotice[] {
  const month = financialMonthOf(today);
  const thisYear = financialYearOf(today);
  const notice = (state: ReferenceDataNotice["state"], year: string): ReferenceDataNotice => ({
    subject: "monthsOfTheYear",
    state,
    inputs: [fact("financialYear", { unit: "words", value: year })],
  });
  const next = financialYear(startOf(thisYear) + 1);
  return [
    ...(closedMonths.has(thisYear) ? [] : [notice(month === 1 ? "runsOut" : "hasRunOut", thisYear)]),
    ...(month === 12 && !closedMonths.has(next) ? [notice("runsOut", next)] : []),
  ];
}

/** A month is closed in the two weeks after its end. Once the one after it is over, too, spending to date tells of the past. */
function closingNotice({ today, closedMonths }: Standpoint): readonly ReferenceDataNotice[] {
  const month = financialMonthOf(today);
  const thisYear = financialYearOf(today);
  const stillOpen = dateParts(today).day > daysToClose ? 0 : 1;
  return [financialYear(startOf(thisYear) - 1), thisYear].flatMap((year): readonly ReferenceDataNotice[] => {
    const closed = closedMonths.get(year);
    const over = year === thisYear ? month - 1 : Math.min(12, 11 + month);
    const longOver = year === thisYear ? month - 2 : Math.min(12, 10 + month);
    if (closed === undefined || closed >= Math.max(longOver, over - stillOpen)) return [];
    const inputs = [fact("financialYear", { unit: "words", value: year }), fact("closedMonth", { unit: "month", value: closed })];
    return [{ subject: "lastClosedMonth", state: closed < longOver ? "hasRunOut" : "runsOut", inputs }];
  });
}

function startOf(year: string): number {
  return Number(year.slice(0, 4));
}
