import { addWorkingDays, isReportDue, isWorkingDay, reportingCalendar, workingDay, workingDaysBetween } from "../../../src/insight";
import { bankHolidays } from "../../../src/insight/bank-holidays";
import { day, inputsNamed, inShort, oracleTable, standpointOn, valuesNamed } from "./rag-ground";

const standpoint = standpointOn();

describe("bank holidays in England", () => {
  const table = oracleTable("bank-holidays-england-2024-2028.csv");

  it("are those that GOV.UK published, and no others", () => {
    expect([...bankHolidays.values()].flat()).toEqual(table.map(({ date }) => date));
    expect([...bankHolidays.keys()]).toEqual([2024, 2025, 2026, 2027, 2028]);
    for (const [year, days] of bankHolidays) expect(days.every((text) => text.startsWith(String(year)))).toBe(true);
  });

  it.each(table.map(({ date = "" }) => date))("%s is no working day", (date) => expect(isWorkingDay(day(date), standpoint)).toBe(false));
});

describe("working days between two days", () => {
  it.each(oracleTable("working-days-between.csv"))("$start to $end: $workingDaysInclusive", ({ start = "", end = "", workingDaysInclusive }) => {
    expect(workingDaysBetween(day(start), day(end), standpoint).value).toBe(Number(workingDaysInclusive));
  });

  it.each(oracleTable("working-days-per-month.csv"))("$monthStart to $monthEnd has $workingDays", ({ monthStart = "", monthEnd = "", workingDays }) => {
    expect(workingDaysBetween(day(monthStart), day(monthEnd), standpoint).value).toBe(Number(workingDays));
  });

  it("tell which days they lie between and how many bank holidays were left out", () => {
    const figure = workingDaysBetween(day("2026-12-21"), day("2027-01-04"), standpoint);
    expect(figure.rule).toBe("workingDaysBetween");
    expect(figure.inputs).toEqual([
      { name: "from", kind: "fact", unit: "date", value: "2026-12-21" },
      { name: "to", kind: "fact", unit: "date", value: "2027-01-04" },
      { name: "bankHolidays", kind: "fact", unit: "count", value: 3 },
    ]);
  });

  it("are plainly nought, never minus nought, where none lies between", () => {
    expect(Object.is(workingDaysBetween(day("2026-11-22"), day("2026-11-21"), standpoint).value, 0)).toBe(true);
  });

  it("leave out a bank holiday on the first and on the last day, and the first and last days themselves count", () => {
    expect(workingDaysBetween(day("2026-12-25"), day("2026-12-28"), standpoint).value).toBe(0);
    expect(inShort(workingDaysBetween(day("2026-12-25"), day("2026-12-28"), standpoint))["bankHolidays"]).toBe(2);
    expect(workingDaysBetween(day("2026-11-20"), day("2026-11-23"), standpoint).value).toBe(2);
  });

  it("hold before 1970, too", () => expect(workingDaysBetween(day("1969-12-22"), day("1970-01-04"), standpoint).value).toBe(10));
});

describe("years whose bank holidays nobody knows", () => {
  const unknown = (from: string, to: string): readonly unknown[] => valuesNamed(workingDaysBetween(day(from), day(to), standpoint), "withoutBankHolidays");

  it("count weekdays alone, and the figure says so", () => {
    const figure = workingDaysBetween(day("2029-12-24"), day("2029-12-28"), standpoint);
    expect(figure.value).toBe(5);
    expect(inputsNamed(figure, "withoutBankHolidays")).toEqual([{ name: "withoutBankHolidays", kind: "fact", unit: "words", value: "2029" }]);
  });

  it.each([
    ["2024-01-01", "2028-12-31", []],
    ["2023-12-31", "2024-01-01", ["2023"]],
    ["2028-12-31", "2029-01-01", ["2029"]],
    ["2021-06-01", "2023-06-01", ["2021–2023"]],
    ["2021-06-01", "2031-06-01", ["2021–2023", "2029–2031"]],
    ["2031-06-01", "2021-06-01", ["2021–2023", "2029–2031"]],
    ["2030-06-01", "2031-06-01", ["2030–2031"]],
  ])("from %s to %s are %j", (from, to, expected) => expect(unknown(from, to)).toEqual(expected));

  it("are said of a day that is stepped to, forwards and back", () => {
    expect(valuesNamed(addWorkingDays(day("2028-12-29"), 3, standpoint), "withoutBankHolidays")).toEqual(["2029"]);
    expect(valuesNamed(addWorkingDays(day("2024-01-03"), -5, standpoint), "withoutBankHolidays")).toEqual(["2023"]);
    expect(valuesNamed(addWorkingDays(day("2026-01-03"), 5, standpoint), "withoutBankHolidays")).toEqual([]);
  });
});

describe("working days later", () => {
  it.each(oracleTable("add-working-days.csv"))("$start and $workingDays: $result", ({ start = "", workingDays, result }) => {
    expect(addWorkingDays(day(start), Number(workingDays), standpoint).value).toBe(result);
  });

  it("tell from where and how many", () => {
    expect(addWorkingDays(day("2026-11-20"), 1, standpoint)).toEqual({
      value: "2026-11-23",
      rule: "addWorkingDays",
      inputs: [
        { name: "from", kind: "fact", unit: "date", value: "2026-11-20" },
        { name: "workingDays", kind: "fact", unit: "days", value: 1 },
      ],
    });
  });

  it("with none stay on a working day", () => expect(addWorkingDays(day("2026-11-20"), 0, standpoint).value).toBe("2026-11-20"));
});

describe("holidays that the trust added", () => {
  const withExtra = standpointOn("2026-11-21", { "calendar.extraHolidays": ["2026-11-23", "2026-11-22", "2026-12-25"] });

  it("are no working days, and a weekend or a bank holiday among them is not left out twice", () => {
    expect(isWorkingDay(day("2026-11-23"), withExtra)).toBe(false);
    expect(workingDaysBetween(day("2026-11-20"), day("2026-11-24"), withExtra).value).toBe(2);
    expect(inShort(workingDaysBetween(day("2026-11-20"), day("2026-11-24"), withExtra))["bankHolidays"]).toBe(1);
    expect(workingDaysBetween(day("2026-12-24"), day("2026-12-29"), withExtra).value).toBe(2);
    expect(addWorkingDays(day("2026-11-20"), 1, withExtra).value).toBe("2026-11-24");
  });

  it("leave the bank holidays as they are", () => expect(isWorkingDay(day("2026-12-28"), withExtra)).toBe(false));

  it.each([[["soon"]], [["2026-11-23", "2026-02-30"]], ["2026-11-23"], [[20261123]]])("%j are refused, and none is added", (value) => {
    const { refused, thresholds } = standpointOn("2026-11-21", { "calendar.extraHolidays": value });
    expect(refused).toEqual(["calendar.extraHolidays"]);
    expect(thresholds["calendar.extraHolidays"]).toEqual([]);
  });

  it("may be none", () => expect(standpointOn("2026-11-21", { "calendar.extraHolidays": [] }).refused).toEqual([]));
});

describe("a working day of a month", () => {
  it("is counted from its first day, whichever day of the month is named", () => {
    expect(workingDay(day("2026-04-01"), 3, standpoint).value).toBe("2026-04-07");
    expect(workingDay(day("2026-04-30"), 3, standpoint).value).toBe("2026-04-07");
    expect(workingDay(day("2027-01-15"), 1, standpoint).value).toBe("2027-01-04");
  });

  it("tells its number alone", () => {
    expect(workingDay(day("2026-04-30"), 3, standpoint)).toMatchObject({ rule: "workingDay", inputs: [{ name: "workingDays", value: 3 }] });
  });
});

describe("the reporting calendar", () => {
  it.each(oracleTable("reporting-calendar.csv"))("of $periodMonth", (row) => {
    const calendar = reportingCalendar(row["periodMonth"] ?? "", standpoint);
    expect([calendar?.cutOff, calendar?.submit, calendar?.pmoReview, calendar?.sroApprove, calendar?.publish].map((step) => step?.value)).toEqual([
      row["WD3_cutOff"],
      row["WD5_submit"],
      row["WD7_pmoReview"],
      row["WD8_sroApprove"],
      row["WD9_publish"],
    ]);
    expect(workingDay(day(row["WD1"] ?? ""), 1, standpoint).value).toBe(row["WD1"]);
  });

  it.each([
    ["2026-07", "2026-07-28"],
    ["2026-10", "2026-10-28"],
    ["2026-12", "2026-12-24"],
    ["2026-02", "2026-02-25"],
    ["2028-02", "2028-02-24"],
  ])("of %s reminds on %s, 3 working days before the month ends", (period, expected) => {
    expect(reportingCalendar(period, standpoint)?.reminder.value).toBe(expected);
  });

  it("tells the period and the working day, each step by a rule of its own", () => {
    const calendar = reportingCalendar("2026-07", standpoint);
    expect(calendar?.period).toBe("2026-07");
    expect(calendar?.submit.inputs).toEqual([
      { name: "period", kind: "fact", unit: "words", value: "2026-07" },
      { name: "workingDay", kind: "threshold", unit: "days", value: 5 },
    ]);
    expect(calendar?.reminder.inputs).toEqual([
      { name: "period", kind: "fact", unit: "words", value: "2026-07" },
      { name: "workingDaysBefore", kind: "threshold", unit: "days", value: 3 },
    ]);
    const { period: _period, ...steps } = calendar ?? { period: "" };
    expect(Object.values(steps).map(({ rule }) => rule)).toEqual([
      "reportReminder",
      "reportCutOff",
      "reportSubmit",
      "reportPmoReview",
      "reportSroApprove",
      "reportPublish",
    ]);
  });

  it("says where the holidays are not known", () => {
    expect(valuesNamed(reportingCalendar("2029-03", standpoint)!.publish, "withoutBankHolidays")).toEqual(["2029"]);
    expect(valuesNamed(reportingCalendar("2029-03", standpoint)!.reminder, "withoutBankHolidays")).toEqual(["2029"]);
  });

  it("follows the trust's own days", () => {
    const cycle = { reminderBefore: 1, cutOff: 1, submit: 2, pmoReview: 3, sroApprove: 4, publish: 30 };
    const calendar = reportingCalendar("2026-10", standpointOn("2026-11-21", { "report.cycle": cycle }));
    expect(calendar?.reminder.value).toBe("2026-10-30");
    expect(calendar?.cutOff.value).toBe("2026-11-02");
    expect(calendar?.publish.value).toBe("2026-12-11");
  });

  it.each([[2.5], [-1], [100], ["3"]])("a cut-off on working day %p is refused", (cutOff) => {
    const cycle = { reminderBefore: 3, cutOff, submit: 5, pmoReview: 7, sroApprove: 8, publish: 99 };
    expect(standpointOn("2026-11-21", { "report.cycle": cycle }).refused).toEqual(["report.cycle"]);
    expect(standpointOn("2026-11-21", { "report.cycle": { ...cycle, cutOff: 0 } }).refused).toEqual([]);
  });

  it.each(["", "2026-13", "2026", "July", "2026-07-01"])("of %p is none", (period) => expect(reportingCalendar(period, standpoint)).toBeUndefined());

  it("asks a tier 4 project at the end of a quarter, the others and those without a tier each month", () => {
    expect(["2026-03", "2026-06", "2026-09", "2026-12"].every((period) => isReportDue(period, "Tier 4", standpoint))).toBe(true);
    expect(["2026-01", "2026-02", "2026-07", "2026-11"].some((period) => isReportDue(period, "Tier 4", standpoint))).toBe(false);
    for (const tier of ["Tier 1", "Tier 2", "Tier 3", "Tier 9", undefined]) expect(isReportDue("2026-02", tier, standpoint)).toBe(true);
  });

  it("asks as often as the trust says", () => {
    const frequency = { "Tier 1": "Quarterly", "Tier 2": "Monthly", "Tier 3": "Monthly", "Tier 4": "Monthly" };
    const own = standpointOn("2026-11-21", { "report.frequencyByTier": frequency });
    expect(isReportDue("2026-02", "Tier 4", own)).toBe(true);
    expect(isReportDue("2026-02", "Tier 1", own)).toBe(false);
  });
});
