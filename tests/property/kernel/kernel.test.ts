import fc from "fast-check";
import {
  addDays,
  calendarDate,
  dateFromDayNumber,
  dayNumber,
  daysBetween,
  findNhsNumbers,
  formatDate,
  formatMoney,
  formatPence,
  formatShortDate,
  isNhsNumber,
  isoMomentFromDate,
  parseIsoDate,
  parsePence,
  parseWrittenDate,
  pence,
  penceFromPounds,
  poundsFromPence,
  safeHref,
  ukDateFromIsoMoment,
  type CalendarDate,
} from "../../../src/kernel";

// SharePoint and Excel keep 15 digits of an amount.
const amounts = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }).map(pence);

const first = dayNumber(known(calendarDate(1970, 1, 1)));
const last = dayNumber(known(calendarDate(2069, 12, 31)));
const days = fc.integer({ min: first, max: last }).map(dateFromDayNumber);

function known(date: CalendarDate | undefined): CalendarDate {
  if (date === undefined) throw new Error("no such day");
  return date;
}

describe("money", () => {
  test("survives the wire", () => {
    fc.assert(fc.property(amounts, (amount) => expect(penceFromPounds(poundsFromPence(amount))).toBe(amount)));
  });

  test("survives being written and read", () => {
    fc.assert(fc.property(amounts, (amount) => expect(parsePence(formatPence(amount))).toBe(amount)));
    fc.assert(fc.property(amounts, (amount) => expect(parsePence(formatMoney(amount))).toBe(amount)));
  });

  test("in thousands is the same amount with three digits moved", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (thousands) =>
        expect(parsePence(String(thousands), 1_000)).toBe(thousands === 0 ? 0 : thousands * 100_000),
      ),
    );
  });

  test("no text makes the reader throw or answer with a fraction", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom(1, 1_000, 1_000_000), (text, scale) => {
        const amount = parsePence(text, scale);
        expect(amount === undefined || Number.isSafeInteger(amount)).toBe(true);
      }),
    );
  });
});

describe("days", () => {
  test("survive the wire and every way of writing them", () => {
    fc.assert(
      fc.property(days, (date) => {
        expect(ukDateFromIsoMoment(isoMomentFromDate(date))).toBe(date);
        expect(parseIsoDate(date)).toBe(date);
        const [year = "", month = "", day = ""] = date.split("-");
        const written = [formatDate(date), formatShortDate(date), date, `${day}/${month}/${year}`, `${day}.${month}.${year.slice(2)}`];
        expect(written.map((text) => parseWrittenDate(text))).toEqual(written.map(() => date));
        expect(parseWrittenDate(`${month}/${day}/${year}`, "month first")).toBe(date);
      }),
    );
  });

  test("add and subtract like numbers and compare like texts", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -200, max: 200 }), (date, count) => {
        const other = addDays(date, count);
        expect(daysBetween(date, other)).toBe(count);
        expect(Math.sign(count)).toBe(other > date ? 1 : other < date ? -1 : 0);
      }),
    );
  });
});

/** A number in issue: a first digit given to patients, and the check digit that follows from the others. */
const nhsNumbers = fc
  .tuple(fc.constantFrom("3", "4", "6", "7"), fc.stringMatching(/^[0-9]{8}$/))
  .map(([start, rest]) =>
    "0123456789"
      .split("")
      .map((check) => `${start}${rest}${check}`)
      .find(isNhsNumber),
  )
  .filter((digits) => digits !== undefined);

describe("an NHS number", () => {
  test("planted in any text is found, however it is written, and its middle digits are not shown", () => {
    const separators = fc.constantFrom("", " ", "-", ".", "\u00a0");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), nhsNumbers, separators, fc.string({ unit: "grapheme" }), (before, digits, separator, after) => {
        const written = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)].join(separator);
        // A neighbour that makes it part of a longer number or an amount is told apart by a letter.
        const text = `${before} x ${written} y ${after}`;
        const found = findNhsNumbers(text).find((match) => match.start === before.length + 3);
        expect(found?.end).toBe(before.length + 3 + written.length);
        expect(["high", "medium"]).toContain(found?.confidence);
        expect(found?.masked.replace(/\D/g, "")).toBe(`${digits.slice(0, 3)}${digits.slice(8)}`);
      }),
    );
  });

  test("has at most one last digit for any nine, so one of eleven random numbers is flagged and no more", () => {
    const tenDigits = fc.stringMatching(/^[0-9]{10}$/);
    fc.assert(
      fc.property(tenDigits, (digits) => {
        const passing = Array.from({ length: 10 }, (_, last) => `${digits.slice(0, 9)}${String(last)}`).filter(isNhsNumber);
        expect(passing.length).toBeLessThanOrEqual(1);
      }),
    );
    const count = 20_000;
    const flagged = fc.sample(tenDigits, { numRuns: count, seed: 11 }).filter((digits) => findNhsNumbers(`Order ${digits}, paid`).length > 0);
    // Three standard deviations above one in eleven.
    expect(flagged.length).toBeLessThan(count / 11 + 3 * Math.sqrt((count * 10) / 121));
  });

  test("with any one digit changed does not pass", () => {
    fc.assert(
      fc.property(nhsNumbers, fc.nat(9), fc.integer({ min: 1, max: 9 }), (digits, place, step) => {
        const changed = String((Number(digits[place]) + step) % 10);
        expect(isNhsNumber(digits.slice(0, place) + changed + digits.slice(place + 1))).toBe(false);
      }),
    );
  });
});

test("a safe address stays the same when it is read again", () => {
  fc.assert(
    fc.property(fc.webUrl({ validSchemes: ["https"], withQueryParameters: true, withFragments: true }), (address) => {
      const href = safeHref(address);
      expect(href === undefined ? undefined : safeHref(href)).toBe(href);
    }),
  );
});
