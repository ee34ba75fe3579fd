import { addDays, dateParts, parseIsoDate, type CalendarDate } from "../kernel";
import { tiers } from "../registers";
import { addWorkingDays, workingDay } from "./calendar";
import { fact, threshold, type Figure, type Input } from "./figure";
import type { Standpoint } from "./standpoint";

/** When a month's highlight reports are asked for, handed in and published (reference 5.2). */
export interface ReportingCalendar {
  /** The month reported, as "2026-07". */
  readonly period: string;
  readonly reminder: Figure<CalendarDate>;
  readonly cutOff: Figure<CalendarDate>;
  /** Handed in after this day, a report is late. */
  readonly submit: Figure<CalendarDate>;
  readonly pmoReview: Figure<CalendarDate>;
  readonly sroApprove: Figure<CalendarDate>;
  readonly publish: Figure<CalendarDate>;
}

/** @param period "2026-07"; undefined for anything else. All days but the reminder's are of the month after it. */
export function reportingCalendar(period: string, standpoint: Standpoint): ReportingCalendar | undefined {
  const firstDay = parseIsoDate(`${period}-01`);
  if (firstDay === undefined) return undefined;
  const lastDay = lastDayOfMonth(firstDay);
  const nextMonth = addDays(lastDay, 1);
  const cycle = standpoint.thresholds["report.cycle"];
  const dated = (rule: string, found: Figure<CalendarDate>, held: Input): Figure<CalendarDate> => ({
    value: found.value,
    rule,
    inputs: [fact("period", { unit: "words", value: period }), held, ...found.inputs.filter(({ name }) => name === "withoutBankHolidays")],
  });
  const step = (rule: string, number: number): Figure<CalendarDate> =>
    dated(rule, workingDay(nextMonth, number, standpoint), threshold("workingDay", { unit: "days", value: number }));
  return {
    period,
    reminder: dated(
      "reportReminder",
      addWorkingDays(lastDay, -cycle.reminderBefore, standpoint),
      threshold("workingDaysBefore", { unit: "days", value: cycle.reminderBefore }),
    ),
    cutOff: step("reportCutOff", cycle.cutOff),
    submit: step("reportSubmit", cycle.submit),
    pmoReview: step("reportPmoReview", cycle.pmoReview),
    sroApprove: step("reportSroApprove", cycle.sroApprove),
    publish: step("reportPublish", cycle.publish),
  };
}

/** Whether a project of this tier reports on the month: each month, or the last of each quarter. A project without a tier reports each month. */
export function isReportDue(period: string, tier: string | undefined, { thresholds }: Standpoint): boolean {
  const known = tiers.find((name) => name === tier);
  return known === undefined || thresholds["report.frequencyByTier"][known] === "Monthly" || Number(period.slice(5)) % 3 === 0;
}

function lastDayOfMonth(firstDay: CalendarDate): CalendarDate {
  const inNextMonth = addDays(firstDay, 31);
  return addDays(inNextMonth, -dateParts(inNextMonth).day);
}
