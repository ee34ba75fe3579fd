import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  addPence,
  formatDecimal,
  formatMoney,
  formatPence,
  formatShortMoney,
  formatThousands,
  formatWholePounds,
  noPence,
  parsePence,
  pence,
  penceFromPounds,
  poundsFromPence,
  roundHalfAwayFromZero,
  roundToDecimals,
  subtractPence,
} from "../../../src/kernel";

const oracle = JSON.parse(readFileSync(join(__dirname, "../../oracle/finance-other.json"), "utf8")) as {
  readonly rounding: readonly { readonly value: number; readonly dp?: number; readonly unit?: string; readonly expected: number | string }[];
  readonly moneyDisplay: readonly { readonly value: number; readonly style?: string; readonly expected: string }[];
};

describe("reading an amount", () => {
  test.each([
    ["£1,234.50", 123_450],
    ["1234.5", 123_450],
    ["654.46", 65_446],
    [".5", 50],
    ["0", 0],
    ["007", 700],
    ["(1,234)", -123_400],
    ["(£12.30)", -1_230],
    ["–12", -1_200],
    ["-12.01", -1_201],
    ["−12", -1_200],
    ["+12", 1_200],
    ["£ 1 000", 100_000],
    ["1\u00a0000\u200b.10", 100_010],
    ["1.2300", 123],
  ])("%p is an amount", (text, amount) => {
    expect(parsePence(text)).toBe(amount);
  });

  test.each(["", "£", "-", "12 pounds", "1.2.3", "(12", "12)", "(-12)", "12.", "1e3", "Infinity", "NaN", "TBC", "12-", "0x10", "1.234", "99999999999999999"])(
    "%p is not an amount",
    (text) => {
      expect(parsePence(text)).toBeUndefined();
    },
  );

  test("a scale shifts the digits, not a binary fraction", () => {
    expect(parsePence("654.46", 1_000_000)).toBe(65_446_000_000);
    expect(parsePence("1.005", 1_000)).toBe(100_500);
    expect(parsePence("0.1", 1_000)).toBe(10_000);
    expect(parsePence("(2.5)", 1_000)).toBe(-250_000);
  });

  test("a fraction of a penny is refused as written, and rounded half away from zero under a scale", () => {
    expect(parsePence("1.005")).toBeUndefined();
    expect(parsePence("0.0000049", 1_000)).toBe(0);
    expect(parsePence("0.000005", 1_000)).toBe(1);
    expect(parsePence("-0.000005", 1_000)).toBe(-1);
    expect(Object.is(parsePence("-0"), 0)).toBe(true);
  });
});

describe("writing an amount", () => {
  test.each(oracle.moneyDisplay)("of $value $style as the oracle has it: $expected", ({ value, style, expected }) => {
    const write = style === "compact" ? formatShortMoney : formatMoney;
    expect(write(penceFromPounds(value))).toBe(expected);
  });

  test("a cell has two decimals and commas, and a minus before the pound sign", () => {
    expect(formatPence(pence(123_450))).toBe("£1,234.50");
    expect(formatPence(pence(-123_450))).toBe("-£1,234.50");
    expect(formatPence(pence(-1))).toBe("-£0.01");
    expect(formatPence(noPence)).toBe("£0.00");
  });

  test("a sentence leaves out pence that are none", () => {
    expect([0, 1, 99, 100, 101, -100, -7_550].map((amount) => formatMoney(pence(amount)))).toEqual(["£0", "£0.01", "£0.99", "£1", "£1.01", "-£1", "-£75.50"]);
  });

  test("whole pounds are rounded half away from zero and never read as minus nought", () => {
    expect(formatWholePounds(pence(123_450))).toBe("£1,235");
    expect(formatWholePounds(pence(-123_450))).toBe("-£1,235");
    expect(formatWholePounds(pence(-49))).toBe("£0");
    expect(formatWholePounds(pence(-50))).toBe("-£1");
  });

  test("a headline tells millions from what reads as a million on", () => {
    const amounts = [99_999_949, 99_999_950, 100_000_000, 123_456_789_012, 100_499_999, 100_500_000, -125_000_000, -4_200, -49];
    expect(amounts.map((amount) => formatShortMoney(pence(amount)))).toEqual([
      "£999,999",
      "£1 million",
      "£1 million",
      "£1,234.57 million",
      "£1 million",
      "£1.01 million",
      "-£1.25 million",
      "-£42",
      "£0",
    ]);
  });

  test("thousands are rounded half away from zero, without a pound sign", () => {
    expect([123_456_700, 150_000, -150_000, 149_999, -49_999, 0].map((amount) => formatThousands(pence(amount)))).toEqual(["1,235", "2", "-2", "1", "0", "0"]);
  });
});

describe("rounding", () => {
  test.each(oracle.rounding)("$value is $expected", ({ value, dp, unit, expected }) => {
    if (unit === undefined) expect(roundToDecimals(value, dp ?? NaN)).toBe(expected);
    else expect([unit, formatThousands(penceFromPounds(value))]).toEqual(["£000", expected]);
  });

  test("is written with commas, at most so many decimals, and no minus before nought", () => {
    expect(formatDecimal(1_234.56, 1)).toBe("1,234.6");
    expect(formatDecimal(-0.04, 1)).toBe("0");
    expect(formatDecimal(0.1 + 0.2, 3)).toBe("0.3");
    expect(formatDecimal(2.5, 0)).toBe("3");
    expect(formatDecimal(-2.5, 0)).toBe("-3");
    expect(formatDecimal(95, 1)).toBe("95");
  });
});

describe("arithmetic", () => {
  test("sums are exact where binary pounds are not", () => {
    expect(addPence(penceFromPounds(0.1), penceFromPounds(0.2))).toBe(30);
    expect(subtractPence(pence(10), pence(30))).toBe(-20);
    expect(addPence()).toBe(0);
    expect(penceFromPounds(1.005)).toBe(101);
    expect(poundsFromPence(pence(-101))).toBe(-1.01);
  });

  test("halves go away from zero", () => {
    expect([0.5, -0.5, 1.5, -1.5, 0.4, -0.4].map(roundHalfAwayFromZero)).toEqual([1, -1, 2, -2, 0, 0]);
  });

  test("a fraction of a penny is a bug", () => {
    expect(() => pence(0.5)).toThrow(RangeError);
    expect(() => pence(Number.NaN)).toThrow(RangeError);
    expect(() => pence(2 ** 53)).toThrow(RangeError);
  });
});
