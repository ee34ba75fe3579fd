import { readPeriod } from "../../../src/ledger/period";

describe("a ledger's period", () => {
  it.each([5, "5", "05", "M5", "m05", "P05", "Period 5", "Month 05"])("%p is the fifth month of the year, of no year in particular", (cell) => {
    expect(readPeriod(cell)).toEqual({ year: undefined, month: 5 });
  });

  it.each([202605, "2026/05", "2026-05", "2026P05"])("%p is the fifth period of 2026/27", (cell) => {
    expect(readPeriod(cell)).toEqual({ year: "2026/27", month: 5 });
  });

  it.each([
    ["Aug", undefined, 5],
    ["August 2026", "2026/27", 5],
    ["Mar-27", "2026/27", 12],
    ["Apr '26", "2026/27", 1],
    ["jan 2027", "2026/27", 10],
  ])("%p is a month of the calendar", (cell, year, month) => {
    expect(readPeriod(cell)).toEqual({ year, month });
  });

  it("is also a day", () => {
    expect(readPeriod({ date: "2026-08-31" as never })).toEqual({ year: "2026/27", month: 5 });
  });

  it.each(["", undefined, "13", 0, "M13", "soon", "Smarch", 202613])("is not %p", (cell) => {
    expect(readPeriod(cell)).toBeUndefined();
  });
});
