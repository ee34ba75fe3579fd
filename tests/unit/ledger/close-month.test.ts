import { calendarDate, type CalendarDate, type FinancialMonth } from "../../../src/kernel";
import { standpointFrom, type ClosedMonth, type Standpoint } from "../../../src/insight";
import { closingProblem, forecastAtRunRate, outturnsBeforeClosing, periodClosed } from "../../../src/ledger";
import { line, year } from "./ledger-ground";

const day = (text: string): CalendarDate => calendarDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))!;

function standpoint(closed: ClosedMonth): Standpoint {
  return { ...standpointFrom({ today: day("2026-12-10"), settings: [], periods: [] }), closedMonths: new Map([[year, closed]]) };
}

describe("a month", () => {
  const asked = (month: FinancialMonth, closed: ClosedMonth | undefined, today = "2026-12-10") => closingProblem({ year, month }, closed, day(today));

  it("is closed after the one before it, once it is over", () => {
    expect(asked(8, 7)).toBeUndefined();
    expect(asked(9, 8)).toBe("running");
    expect(asked(9, 8, "2026-12-31")).toBe("running");
    expect(asked(9, 8, "2027-01-01")).toBeUndefined();
    expect(asked(12, 11, "2027-04-01")).toBeUndefined();
  });

  it("is not closed twice, out of order, of a year to come, or where nobody records months", () => {
    expect([asked(7, 7), asked(6, 7), asked(9, 7)]).toEqual(["closedAlready", "closedAlready", "order"]);
    expect(asked(1, 0, "2026-03-31")).toBe("running");
    expect(asked(8, undefined)).toBe("notRecorded");
  });

  it("says who closed it and when", () => {
    expect(periodClosed({ name: "Ruth Adeyemi", address: "ruth.adeyemi@northmere.example" }, day("2026-12-10"))).toEqual({
      PeriodStatus: "Closed",
      ClosedBy: "Ruth Adeyemi",
      ClosedByAddress: "ruth.adeyemi@northmere.example",
      ClosedDate: "2026-12-10",
    });
  });
});

describe("when a month closes", () => {
  const actuals = Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`ActM0${String(index + 1)}`, 100]));
  const forecasts = { FctM08: 50, FctM09: 50, FctM10: 50, FctM11: 50, FctM12: 50 };

  it("each line remembers the outturn that it had, and what it remembers already is not written", () => {
    const lines = [line("1", { ...actuals, ...forecasts }), line("2", { ...actuals, ...forecasts, FotPrevious: 950 }), line("3", actuals, "2025/26")];
    expect([...outturnsBeforeClosing(lines, { year, month: 8 }, standpoint(7))]).toEqual([["1", { FotPrevious: 95_000 }]]);
  });

  it("a line without a known outturn remembers none", () => {
    const lines = [line("1", { ...actuals, BudM12: 10, FotPrevious: 950 }), line("2", {})];
    expect([...outturnsBeforeClosing(lines, { year, month: 8 }, standpoint(7))]).toEqual([["1", { FotPrevious: null }]]);
  });
});

describe("open months at the rate of the closed ones", () => {
  it("come together to what the rate leads to, shared evenly", () => {
    expect(forecastAtRunRate(line("1", { ActM01: 10, ActM02: 0.01 }), year, standpoint(2))).toEqual({
      ...Object.fromEntries(["03", "04", "05", "06", "07"].map((month) => [`FctM${month}`, 501])),
      ...Object.fromEntries(["08", "09", "10", "11", "12"].map((month) => [`FctM${month}`, 500])),
    });
  });

  it("are nothing before a month is closed, after the last, and where nothing is known to be spent", () => {
    const spent = line("1", { ActM01: 10 });
    expect([forecastAtRunRate(spent, year, standpoint(0)), forecastAtRunRate(spent, year, standpoint(12))]).toEqual([undefined, undefined]);
    expect(forecastAtRunRate(line("1", {}), year, standpoint(2))).toBeUndefined();
  });
});
