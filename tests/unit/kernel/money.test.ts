import {
  addPence,
  formatPence,
  formatWholePounds,
  noPence,
  parsePence,
  pence,
  penceFromPounds,
  poundsFromPence,
  roundHalfAwayFromZero,
  subtractPence,
} from "../../../src/kernel";

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
  test("it has two decimals, commas, and an en dash before the pound sign", () => {
    expect(formatPence(pence(123_450))).toBe("£1,234.50");
    expect(formatPence(pence(-123_450))).toBe("–£1,234.50");
    expect(formatPence(noPence)).toBe("£0.00");
  });

  test("whole pounds are rounded half away from zero and never read as minus nought", () => {
    expect(formatWholePounds(pence(123_450))).toBe("£1,235");
    expect(formatWholePounds(pence(-123_450))).toBe("–£1,235");
    expect(formatWholePounds(pence(-49))).toBe("£0");
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
