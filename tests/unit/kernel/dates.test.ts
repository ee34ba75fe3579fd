import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  addDays,
  calendarDate,
  daysBetween,
  financialMonthOf,
  financialMonths,
  financialYear,
  financialYearOf,
  firstDayOfFinancialMonth,
  formatDate,
  formatMoment,
  formatShortDate,
  isoMomentFromDate,
  parseFinancialYear,
  parseIsoDate,
  parseWrittenDate,
  ukDateAt,
  ukDateFromIsoMoment,
  type CalendarDate,
} from "../../../src/kernel";

interface GraphDate {
  readonly graphValue: string;
  readonly ukDate: string;
  readonly financialYear: string;
  readonly monthNo: number;
  readonly why: string;
}

function oracle(name: string): string {
  return readFileSync(join(__dirname, "../../oracle", name), "utf8");
}

function day(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(`no such day: ${text}`);
  return date;
}

const graphDates = (JSON.parse(oracle("date-timezone-cases.json")) as { cases: readonly GraphDate[] }).cases;
const months = oracle("financial-year-month.csv")
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(","));

describe("a date-only value from SharePoint", () => {
  test.each(graphDates.map((found) => [found.graphValue, found] as const))("%s is the day in London", (value, found) => {
    const date = ukDateFromIsoMoment(value);
    expect(date).toBe(found.ukDate);
    expect(date && financialYearOf(date)).toBe(found.financialYear);
    expect(date && financialMonthOf(date)).toBe(found.monthNo);
  });

  test("what is no moment is no day", () => {
    expect(ukDateFromIsoMoment("")).toBeUndefined();
    expect(ukDateFromIsoMoment("soon")).toBeUndefined();
    expect(ukDateFromIsoMoment("9999-12-31T23:59:59Z")).toBeUndefined();
  });

  test("we write noon, which is the same day in London all year", () => {
    expect(isoMomentFromDate(day("2026-08-06"))).toBe("2026-08-06T12:00:00Z");
    expect(ukDateFromIsoMoment("2026-08-06T12:00:00Z")).toBe("2026-08-06");
  });
});

describe("the NHS financial year", () => {
  test.each(months)("%s lies in %s (from %s), month %s", (date = "", year = "", start = "", month = "") => {
    expect(financialYearOf(day(date))).toBe(year);
    expect(financialYear(Number(start))).toBe(year);
    expect(financialMonthOf(day(date))).toBe(Number(month));
  });

  test("it is read as people write it", () => {
    for (const text of ["2026/27", "2026-27", "2026–27", "2026/2027", "FY26/27", "fy 26/27", " 26/27 "]) expect(parseFinancialYear(text)).toBe("2026/27");
    for (const text of ["2026/28", "2026", "27/26", "", "2026/27 plan"]) expect(parseFinancialYear(text)).toBeUndefined();
    expect(parseFinancialYear("2099/00")).toBe("2099/00");
  });

  test("its months start in April", () => {
    const year = financialYear(2026);
    expect(financialMonths.map((month) => firstDayOfFinancialMonth(year, month)).filter((date) => financialYearOf(date) === year)).toHaveLength(12);
    expect(firstDayOfFinancialMonth(year, 1)).toBe("2026-04-01");
    expect(firstDayOfFinancialMonth(year, 12)).toBe("2027-03-01");
  });
});

describe("a day as a person writes it", () => {
  test.each([
    "6 August 2026",
    "6 aug 26",
    "06/08/2026",
    "6.8.26",
    "6-8-2026",
    "2026-08-06",
    "2026/8/6",
    "6th August 2026",
    "August 6, 2026",
    "Aug 6 2026",
    "Thursday, 6 August 2026",
    "Thu 6 Aug 2026",
    "06-Aug-2026",
    "2026-08-06T00:00:00Z",
    "2026-08-06 00:00",
    "  6 August 2026  ",
  ])("%p", (text) => {
    expect(parseWrittenDate(text)).toBe("2026-08-06");
  });

  test("September has two short names", () => {
    expect(parseWrittenDate("1 Sep 2026")).toBe("2026-09-01");
    expect(parseWrittenDate("1 Sept 2026")).toBe("2026-09-01");
  });

  test("years of two digits are 1970 to 2069", () => {
    expect(parseWrittenDate("1/4/69")).toBe("2069-04-01");
    expect(parseWrittenDate("1/4/70")).toBe("1970-04-01");
  });

  test("the order of a file settles numbers alone", () => {
    expect(parseWrittenDate("03/04/2026", "day first")).toBe("2026-04-03");
    expect(parseWrittenDate("03/04/2026", "month first")).toBe("2026-03-04");
    expect(parseWrittenDate("26/04/03", "year first")).toBe("2026-04-03");
    expect(parseWrittenDate("3 April 2026", "month first")).toBe("2026-04-03");
    expect(parseWrittenDate("2026-04-03", "month first")).toBe("2026-04-03");
  });

  test.each([
    "31/02/2026",
    "29 February 2027",
    "0/1/2026",
    "32/1/2026",
    "1/13/2026",
    "6 Augustus 2026",
    "August 2026",
    "2026",
    "",
    "TBC",
    "6/8",
    "6/8/202",
    "1/1/1899",
    "1 January 2200",
    "2026-08-06T10:00:00Z",
    "6 August 2026 or later",
  ])("%p is no day", (text) => {
    expect(parseWrittenDate(text)).toBeUndefined();
  });

  test("29 February is a day in leap years alone", () => {
    expect(calendarDate(2028, 2, 29)).toBe("2028-02-29");
    expect(calendarDate(2100, 2, 29)).toBeUndefined();
    expect(calendarDate(2026.5, 1, 1)).toBeUndefined();
    expect(parseIsoDate("2026-8-06")).toBeUndefined();
  });
});

describe("a day as it is written for people", () => {
  test("in full, short, and with the time in London", () => {
    expect(formatDate(day("2026-08-06"))).toBe("6 August 2026");
    expect(formatShortDate(day("2026-08-06"))).toBe("6 Aug 2026");
    expect(formatMoment(Date.UTC(2026, 10, 4, 16, 10))).toBe("4 November 2026, 16:10");
    expect(formatMoment(Date.UTC(2026, 5, 30, 23, 30))).toBe("1 July 2026, 00:30");
    expect(ukDateAt(Date.UTC(2026, 5, 30, 23, 30))).toBe("2026-07-01");
  });

  test("arithmetic crosses months, years and the change of the clocks", () => {
    expect(addDays(day("2026-12-31"), 1)).toBe("2027-01-01");
    expect(addDays(day("2026-03-28"), 2)).toBe("2026-03-30");
    expect(daysBetween(day("2026-03-01"), day("2026-11-01"))).toBe(245);
    expect(daysBetween(day("2026-11-01"), day("2026-03-01"))).toBe(-245);
  });
});
