import { findHeadings, findTableRows, type Cell, type Sheet } from "../../../src/exchange";

const headings = ["Ref", "Scheme", "Lead", "Budget"];

/** "total 4" for each row left out, numbered as Excel does it. */
function leftOut(rows: readonly (readonly Cell[])[], more: Partial<Sheet> = {}): readonly string[] {
  const sheet = { name: "Sheet", rows, isHidden: false, ...more };
  return findTableRows(sheet, findHeadings(sheet)).leftOut.map(({ index, reason }) => `${reason} ${String(index + 1)}`);
}

const first = ["C1", "Ward 7", "Mei Lin", 100] as const;
const second = ["C2", "Scanners", "Tom Reid", 250.5] as const;

describe("a row is a total", () => {
  test.each<[string, readonly Cell[]]>([
    ["by its word", ["Total", undefined, undefined, 350.5]],
    ["by its word, whatever the figure", ["TOTALS:", undefined, undefined, 9]],
    ["by its word in another column", [undefined, undefined, "Grand total", 350.5]],
    ["of a group", ["Sub-total wards", undefined, undefined, 350.5]],
    ["named after what it adds up", ["Ward schemes total", undefined, undefined, 350.5]],
    ["of a year", ["Total 2026/27", undefined, undefined, 350.5]],
    ["that adds up, whatever else it says", ["Total capital schemes", undefined, undefined, 350.5]],
    ["without any word, as the sum of the rows above", [undefined, undefined, undefined, 350.5]],
    ["in text", [undefined, undefined, undefined, "£350.50"]],
    ["with dashes for nothing", ["Total", "-", "n/a", "350.5"]],
  ])("%s", (_, row) => {
    expect(leftOut([headings, first, second, row])).toEqual(["total 4"]);
  });

  test.each<[string, readonly Cell[]]>([
    ["a scheme whose name begins so", ["C3", "Total hip pathway", "Mei Lin", 350.5]],
    ["a scheme of that name without its code and lead", [undefined, "Total hip pathway", undefined, 120]],
    ["a figure alone that is not the sum", [undefined, undefined, undefined, 350.4]],
    ["a sum with a word beside it", ["C3", undefined, undefined, 350.5]],
    ["nought, which anything adds up to", [undefined, undefined, undefined, 0]],
  ])("but not %s", (_, row) => {
    expect(leftOut([headings, first, second, row])).toEqual([]);
  });

  test("one row and its equal are twins, and rows numbered ahead are no sums", () => {
    expect(
      leftOut([
        ["Scheme", "Budget"],
        ["Ward 7", 5],
        [undefined, 5],
        ["Scanners", 7],
      ]),
    ).toEqual([]);
    expect(leftOut([["No", "Risk"], [1, "Late"], [2, "Weak"], [3], [4]])).toEqual([]);
  });

  test("each group adds up by itself, then all of them, and a filter's total adds up what is seen", () => {
    const groups = [headings, first, second, [undefined, undefined, undefined, 350.5], ["C3", "Beds", "Mei Lin", 10], ["C4", "Lifts", "Mei Lin", 20]];
    expect(leftOut([...groups, [undefined, undefined, undefined, 30], [undefined, undefined, undefined, 380.5]])).toEqual(["total 4", "total 7", "total 8"]);
    const filtered = [headings, first, ["C9", "Roof", "Tom Reid", 1000], second, [undefined, undefined, undefined, 350.5]];
    expect(leftOut(filtered, { hiddenRows: new Set([2]) })).toEqual(["hidden 3", "total 5"]);
  });
});

describe("other rows that are no records", () => {
  test.each<[string, readonly string[], readonly (readonly Cell[])[]]>([
    ["a footer right under the table", ["note 4"], [headings, first, second, ["Prepared by the project office"]]],
    ["a footer in two cells", ["note 4"], [headings, first, second, ["Updated:", "3 November 2026"]]],
    ["whatever stands alone below a gap", ["note 5"], [headings, first, second, [], ["Ring the office with any questions"]]],
    ["the headings again, in other letters", ["repeatedHeadings 3"], [headings, first, headings.map((heading) => heading.toUpperCase()), second]],
    ["a band above fuller rows", ["band 3"], [headings, first, ["Division of medicine"], second, ["C3", "Beds", "Mei Lin", 10]]],
    [
      "another table behind a gap",
      ["anotherTable 5", "anotherTable 6"],
      [headings, first, second, [], ["Milestone", "Due date", "Status"], ["Go live", "3/11/2026", "Open"]],
    ],
  ])("%s", (_, expected, rows) => {
    expect(leftOut(rows)).toEqual(expected);
  });

  test.each<[string, readonly (readonly Cell[])[]]>([
    ["a scheme with its name alone, last in the table", [headings, first, second, [undefined, "Key worker housing"]]],
    ["a scheme whose name begins like a footer", [headings, first, ["C2", "Note taking pilot", undefined, 5], second]],
    ["schemes behind a blank row", [headings, first, [], ["C2", "Cost of lifts", "Tom Reid", 250.5]]],
    ["a list of names", [["Scheme"], ["Ward 7"], [], ["Scanners"]]],
    ["a sparse table of two columns", [["Scheme", "Lead"], ["Ward 7"], ["Scanners", "Tom Reid"], ["Beds"], ["Lifts", "Mei Lin"]]],
  ])("but not %s", (_, rows) => {
    expect(leftOut(rows)).toEqual([]);
  });
});

test("a total that is hidden too is a total, and a hidden record is hidden", () => {
  const rows = [headings, first, second, ["Total", undefined, undefined, 350.5]];
  expect(leftOut(rows, { hiddenRows: new Set([1, 3]) })).toEqual(["hidden 2", "total 4"]);
});

test("cells merged over one another, as no program writes them, cost little and break nothing", () => {
  const rows = [headings, ...Array.from({ length: 2_000 }, (_, index) => [`C${String(index)}`, "Ward 7", "Mei Lin", index])];
  const merged = Array.from({ length: 2_000 }, () => ({ top: 1, bottom: 1_900, left: 2, right: 2 }));
  expect(() => leftOut(rows, { merged })).not.toThrow();
});
