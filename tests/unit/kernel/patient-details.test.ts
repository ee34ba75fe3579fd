import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findNhsNumbers, findPatientDetails, isNhsNumber } from "../../../src/kernel";

interface ScanCase {
  readonly text: string;
  readonly issuedIncludes999?: boolean;
  readonly matches: readonly { readonly start: number; readonly end: number; readonly digits: string; readonly confidence: string }[];
}

function oracle(name: string): string {
  return readFileSync(join(__dirname, "../../oracle", name), "utf8");
}

const checks = oracle("nhs-number-check.csv")
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(","));
const scans = (JSON.parse(oracle("nhs-number-text-scan.json")) as { cases: readonly ScanCase[] }).cases;

describe("the check of an NHS number", () => {
  test.each(checks.map(([input = "", digits = "", , , , valid = ""]) => [input, digits, valid] as const))("%p", (_input, digits, valid) => {
    expect(isNhsNumber(digits)).toBe(valid === "yes");
  });

  test("only ten plain digits are asked about", () => {
    for (const text of ["943 476 5919", "９４３４７６５９１９", "", "abcdefghij"]) expect(isNhsNumber(text)).toBe(false);
  });
});

describe("the scan of a text", () => {
  test.each(scans.map((scan) => [scan.text, scan] as const))("%p", (text, scan) => {
    const found = scan.issuedIncludes999 === true ? findNhsNumbers(text, "34679") : findNhsNumbers(text);
    expect(found.map(({ start, end, confidence }) => ({ start, end, confidence }))).toEqual(
      scan.matches.map(({ start, end, confidence }) => ({ start, end, confidence: confidence.toLowerCase() })),
    );
  });

  test("the digits never leave: only the first three and the last two are shown", () => {
    const [found] = findNhsNumbers("Pt 943 476 5919");
    expect(found?.masked).toBe("943 ••• ••19");
    expect(JSON.stringify(found)).not.toContain("476");
    expect(findPatientDetails("Pt 943 476 5919").map((match) => Object.keys(match).sort())).toEqual([["confidence", "end", "kind", "start"]]);
  });

  test("digits of full width and hard spaces do not hide a number", () => {
    expect(findNhsNumbers("nhs ９４３４７６５９１９")).toHaveLength(1);
    expect(findNhsNumbers("nhs 943\u00a0476\u00a05919")).toHaveLength(1);
  });

  test("separators must agree, and money and longer numbers are no candidates", () => {
    for (const text of ["943 476-5919", "£9434765919", "9434765919.50", "9434765919,00", "1.9434765919", "94347659190"])
      expect(findNhsNumbers(text)).toEqual([]);
  });

  test("a number straight after another number is no candidate, after a comma or a word it is", () => {
    expect(findNhsNumbers("ward 4 943 476 5919")).toEqual([]);
    for (const text of ["ward 4, 943 476 5919", "ward 4 patient 943 476 5919"]) expect(findNhsNumbers(text)).toHaveLength(1);
  });

  test("a word twenty characters before makes a plain number certain, a word further away does not", () => {
    expect(findNhsNumbers("hospital 9434765919", "9")[0]?.confidence).toBe("high");
    expect(findNhsNumbers(`hospital ${"-".repeat(20)} 9434765919`, "9")[0]?.confidence).toBe("medium");
  });

  test("national insurance numbers and dates of birth are asked about, in order of place", () => {
    const found = findPatientDetails("DOB: 3/4/1950, QQ 12 34 56 C is none but AB 12 34 56 C is, born date of birth 4 April 1950");
    expect(found.map(({ kind, confidence }) => [kind, confidence])).toEqual([
      ["dateOfBirth", "medium"],
      ["nationalInsuranceNumber", "medium"],
      ["dateOfBirth", "medium"],
    ]);
    expect(found.map(({ start }) => start)).toEqual([...found.map(({ start }) => start)].sort((one, other) => one - other));
  });

  test("ordinary project text holds none", () => {
    expect(findPatientDetails("R-0042: 12 scanners arrive 6 August 2026, £1,234,567.89, call 07700 900123, PO 4500012345")).toEqual([]);
  });
});
