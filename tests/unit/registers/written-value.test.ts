import {
  columnOf,
  costs,
  matchChoice,
  projects,
  readWritten,
  risks,
  showValue,
  writtenValue,
  type Column,
  type Reading,
  type Register,
} from "../../../src/registers";

function column(register: Register, name: string): Column {
  const found = columnOf(register, name);
  if (found === undefined) throw new Error(`no column ${name}`);
  return found;
}

const value = (read: unknown): unknown => ({ kind: "value", value: read });
const wrong = (reading: Reading): string => (reading.kind === "wrong" ? reading.says : `not wrong but ${reading.kind}`);

describe("what a person writes", () => {
  test("edges and invisible characters do not count, and nothing is empty", () => {
    expect(readWritten(column(projects, "Title"), "  Blood\u200b tracking \u00a0")).toEqual(value("Blood tracking"));
    expect(readWritten(column(projects, "Title"), " \u200b ")).toEqual({ kind: "empty" });
    expect(readWritten(column(projects, "Title"), "Blood\ntracking")).toEqual(value("Blood tracking"));
  });

  test("money forgives pounds and commas, and follows the file's scale", () => {
    const budget = column(costs, "BudM01");
    expect(readWritten(budget, "£1,234.50")).toEqual(value(123_450));
    expect(readWritten(budget, "(1.2)", { scale: 1_000 })).toEqual(value(-120_000));
    expect(wrong(readWritten(budget, "about 5k"))).toBe(`${budget.label} must be an amount of money, like £1,234.50`);
  });

  test("days are read in words or numbers", () => {
    const review = column(risks, "NextReviewDate");
    expect(readWritten(review, "6 August 2026")).toEqual(value("2026-08-06"));
    expect(readWritten(review, "06/08/2026", { dateOrder: "month first" })).toEqual(value("2026-06-08"));
    expect(wrong(readWritten(review, "31/02/2026"))).toContain("real date");
  });

  test("a choice that differs only in case, spaces or dashes is the listed one; another is kept for validation", () => {
    expect(matchChoice(["On hold", "In progress"], "in-progress")).toBe("In progress");
    expect(matchChoice(["On hold"], "Waiting")).toBe("Waiting");
  });

  test("numbers forgive commas, dashes and a percent sign", () => {
    const likelihood = column(risks, "CurrentLikelihood");
    expect(readWritten(likelihood, "4")).toEqual(value(4));
    expect(wrong(readWritten(likelihood, "4.5"))).toContain("whole number");
    expect(wrong(readWritten(likelihood, "four"))).toContain("whole number");
    expect(wrong(readWritten(likelihood, "1e2"))).toContain("whole number");
    const number: Column = { type: "number", label: "Probability", level: "light", decimals: 2 };
    expect(readWritten(number, "12.345%")).toEqual(value(12.35));
    expect(readWritten(number, "–1,000.5")).toEqual(value(-1_000.5));
  });

  test("yes and no have their usual short forms", () => {
    const answer: Column = { type: "yesNo", label: "Benefits", level: "light" };
    expect(["Yes", "y", "TRUE", "1", "✓"].map((text) => readWritten(answer, text))).toEqual(Array.from({ length: 5 }, () => value(true)));
    expect(["No", "n", "false", "0"].map((text) => readWritten(answer, text))).toEqual(Array.from({ length: 4 }, () => value(false)));
    expect(wrong(readWritten(answer, "maybe"))).toContain("yes or no");
  });

  test("only an https address is a link", () => {
    const link: Column = { type: "link", label: "Folder", level: "light" };
    expect(readWritten(link, "https://northmere.example/a b")).toEqual(value("https://northmere.example/a%20b"));
    for (const text of ["javascript:alert(1)", "http://northmere.example", "northmere"]) expect(readWritten(link, text).kind).toBe("wrong");
  });

  test("people stand one a line", () => {
    const people: Column = { type: "people", label: "Team", level: "light", most: 50 };
    expect(readWritten(people, "Asha Patel <asha@northmere.example>; Tom Reid\r\n\n Bea Marsh")).toEqual(
      value("Asha Patel <asha@northmere.example>\nTom Reid\nBea Marsh"),
    );
  });

  test("a financial year is written one way", () => {
    expect(readWritten(column(costs, "FinancialYear"), "FY26-27")).toEqual(value("2026/27"));
    expect(readWritten(column(costs, "FinancialYear"), "next year")).toEqual(value("next year"));
  });
});

describe("what a person reads", () => {
  test("money, days and yes are in words; nothing is the empty text", () => {
    expect(showValue(column(costs, "BudM01"), -5)).toBe("-£0.05");
    expect(showValue(column(risks, "NextReviewDate"), "2026-08-06")).toBe("6 August 2026");
    expect(showValue({ type: "yesNo", label: "x", level: "light" }, false)).toBe("No");
    expect(showValue({ type: "number", label: "x", level: "light", decimals: 1 }, 12_345.67)).toBe("12,345.7");
    expect(showValue(column(projects, "Title"), undefined)).toBe("");
  });

  test("a form's field holds money without its sign", () => {
    expect(writtenValue(column(costs, "BudM01"), 123_450)).toBe("1,234.50");
    expect(writtenValue(column(costs, "BudM01"), undefined)).toBe("");
  });
});
