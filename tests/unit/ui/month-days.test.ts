import { parseIsoDate, type CalendarDate } from "../../../src/kernel";
import { addMonths, moveInCalendar, weekdayOf, weeksOfMonth } from "../../../src/ui/form/month-days";

function day(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(`no such day: ${text}`);
  return date;
}

test("weeks begin on Monday", () => {
  expect(weekdayOf(day("2026-11-23"))).toBe(0);
  expect(weekdayOf(day("2026-11-29"))).toBe(6);
  expect(weekdayOf(day("1950-01-01"))).toBe(6);
});

test("a month holds each of its days once, in whole weeks", () => {
  const weeks = weeksOfMonth({ year: 2026, month: 2 });
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  expect(weeks.flat().filter((date) => date !== undefined).length).toBe(28);
  expect(weeks[0]?.[6]).toBe("2026-02-01");
});

test("a month on from the 31st is the last day of that month", () => {
  expect(addMonths(day("2026-01-31"), 1)).toBe("2026-02-28");
  expect(addMonths(day("2026-01-15"), -1)).toBe("2025-12-15");
});

test("Home and End go to the ends of the week", () => {
  expect(moveInCalendar(day("2026-11-26"), "Home")).toBe("2026-11-23");
  expect(moveInCalendar(day("2026-11-26"), "End")).toBe("2026-11-29");
  expect(moveInCalendar(day("2026-11-26"), "x")).toBeUndefined();
});
