import { referenceDataNotices, type ReferenceDataNotice } from "../../../src/insight";
import { referenceDataWords } from "../../../src/content";
import { standpoint } from "./money-setting";

type Situation = Parameters<typeof standpoint>[0];

/** A day on which nothing runs out, but for what is said otherwise. */
const upToDate = { "2025/26": 12, "2026/27": 7 } as const;

function told(
  situation: Situation,
  isUsed?: Parameters<typeof referenceDataNotices>[1],
): readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] {
  const notices = referenceDataNotices(standpoint({ closed: upToDate, ...situation }), isUsed);
  return notices.map(({ subject, state, inputs }) => [subject, state, Object.fromEntries(inputs.map(({ name, value }) => [name, value]))]);
}

const of = (subject: ReferenceDataNotice["subject"], situation: Situation) => told(situation).filter(([found]) => found === subject);

test("nothing is told while all is up to date", () => {
  expect(told({})).toEqual([]);
});

describe("bank holidays", () => {
  it.each([
    ["2027-12-31", []],
    ["2028-01-01", [["bankHolidays", "runsOut", { knownUntil: "2028-12-31" }]]],
    ["2028-12-31", [["bankHolidays", "runsOut", { knownUntil: "2028-12-31" }]]],
    ["2029-01-01", [["bankHolidays", "hasRunOut", { knownUntil: "2028-12-31" }]]],
  ])("on %s", (today, expected) => {
    expect(of("bankHolidays", { today })).toEqual(expected);
  });
});

describe("procurement thresholds", () => {
  const known = { thresholdsFrom: "2026-01-01", knownUntil: "2027-12-31" };
  it.each([
    ["2027-10-31", []],
    ["2027-11-01", [["procurementThresholds", "runsOut", known]]],
    ["2027-12-31", [["procurementThresholds", "runsOut", known]]],
    ["2028-01-01", [["procurementThresholds", "hasRunOut", known]]],
  ])("on %s", (today, expected) => {
    expect(of("procurementThresholds", { today })).toEqual(expected);
  });

  it("follow what the trust entered, in whatever order", () => {
    const step = (from: string) => ({ from, goods: 1, works: 1, light: 1, concession: 1 });
    const settings = { "procurement.thresholds": [step("2024-01-01"), step("2028-02-29"), step("2026-01-01")] };
    expect(of("procurementThresholds", { today: "2029-06-01", settings })).toEqual([]);
    expect(of("procurementThresholds", { today: "2030-02-28", settings })).toEqual([
      ["procurementThresholds", "hasRunOut", { thresholdsFrom: "2028-02-29", knownUntil: "2030-02-27" }],
    ]);
  });
});

describe("the months of the financial year", () => {
  it.each([
    ["2026-04-30", { "2025/26": 12 }, [["monthsOfTheYear", "runsOut", { financialYear: "2026/27" }]]],
    ["2026-05-01", { "2025/26": 12 }, [["monthsOfTheYear", "hasRunOut", { financialYear: "2026/27" }]]],
    ["2026-05-01", { "2026/27": 0 }, []],
    ["2027-02-28", { "2026/27": 10 }, []],
    ["2027-03-01", { "2026/27": 10 }, [["monthsOfTheYear", "runsOut", { financialYear: "2027/28" }]]],
    ["2027-03-01", { "2026/27": 10, "2027/28": 0 }, []],
  ])("on %s, with %j", (today, closed, expected) => {
    expect(of("monthsOfTheYear", { today, closed })).toEqual(expected);
  });
});

describe("the last closed month", () => {
  const waits = (financialYear: string, closedMonth: number) => ["lastClosedMonth", "runsOut", { financialYear, closedMonth }];
  const late = (financialYear: string, closedMonth: number) => ["lastClosedMonth", "hasRunOut", { financialYear, closedMonth }];
  it.each([
    // In November, the eighth month, September must be closed, and October from the 15th on.
    ["2026-11-14", { "2026/27": 6 }, []],
    ["2026-11-15", { "2026/27": 6 }, [waits("2026/27", 6)]],
    ["2026-11-15", { "2026/27": 7 }, []],
    ["2026-11-01", { "2026/27": 5 }, [late("2026/27", 5)]],
    ["2026-11-24", { "2026/27": 5 }, [late("2026/27", 5)]],
    ["2026-06-01", { "2026/27": 0 }, [late("2026/27", 0)]],
    ["2026-05-14", { "2026/27": 0 }, []],
    ["2026-05-15", { "2026/27": 0 }, [waits("2026/27", 0)]],
    ["2026-04-30", { "2026/27": 0 }, []],
    // The year before: February must be closed in April, March from the 15th on, and certainly in May.
    ["2026-04-14", { "2025/26": 11, "2026/27": 0 }, []],
    ["2026-04-15", { "2025/26": 11, "2026/27": 0 }, [waits("2025/26", 11)]],
    ["2026-04-14", { "2025/26": 10, "2026/27": 0 }, [late("2025/26", 10)]],
    ["2026-05-01", { "2025/26": 11, "2026/27": 0 }, [late("2025/26", 11)]],
    ["2026-11-24", { "2025/26": 11, "2026/27": 7 }, [late("2025/26", 11)]],
    ["2026-11-24", { "2025/26": 12, "2026/27": 7 }, []],
  ])("on %s, with %j", (today, closed, expected) => {
    expect(of("lastClosedMonth", { today, closed })).toEqual(expected);
  });
});

test("nobody is told of what their site never counts with", () => {
  const situation = { today: "2029-06-01", closed: {} };
  const subjects = (isUsed?: Parameters<typeof told>[1]) => told(situation, isUsed).map(([subject]) => subject);
  expect(subjects()).toEqual(["bankHolidays", "procurementThresholds", "monthsOfTheYear"]);
  expect(subjects((register) => register === "Costs")).toEqual(["bankHolidays", "monthsOfTheYear"]);
  expect(subjects((register) => register === "Contracts")).toEqual(["bankHolidays", "procurementThresholds"]);
});

test("every notice and every thing that it rests on has its words", () => {
  const situations: readonly Situation[] = [{ today: "2029-06-01", closed: {} }, { closed: { "2026/27": 1 } }];
  const notices = situations.flatMap((situation) => referenceDataNotices(standpoint(situation)));
  expect(new Set(notices.map(({ subject }) => subject))).toEqual(new Set(Object.keys(referenceDataWords.notices)));
  expect(new Set(notices.flatMap(({ inputs }) => inputs.map(({ name }) => name)))).toEqual(new Set(Object.keys(referenceDataWords.inputs)));
});
