import { calendarDate } from "../../../src/kernel";
import { describeCellProblem, readCell, type Cell, type HowToRead } from "../../../src/exchange";

/** A value as itself, "empty", or the problem's key after a cross. */
function outcome(cell: Cell, how: HowToRead): unknown {
  const read = readCell(cell, how);
  return read.kind === "value" ? read.value : read.kind === "empty" ? "empty" : `✗ ${read.problem}`;
}

const exempt = "Exempt under Section 43 of the Act (Commercial interests)";
const august = calendarDate(2026, 8, 6)!;

test.each<[string, HowToRead, readonly (readonly [Cell, unknown])[]]>([
  [
    "amounts in millions are exact to the penny",
    { kind: "money", scale: 1_000_000 },
    [
      ["£654.46", 65_446_000_000],
      [654.46, 65_446_000_000],
      [0.1, 10_000_000],
      ["£2,013.02", 201_302_000_000],
      ["-0.01", -1_000_000],
      [exempt, "✗ sentence"],
      ["", "empty"],
      [undefined, "empty"],
    ],
  ],
  [
    "amounts in pounds",
    { kind: "money", scale: 1 },
    [
      ["£1,234.50", 123_450],
      ["(1,234)", -123_400],
      ["1,234.50-", -123_450],
      ["GBP 12", 1200],
      ["£1.2m", 120_000_000],
      ["£500k", 50_000_000],
      [" £ -   ", 0],
      ["-", "empty"],
      ["n/a", "empty"],
      ["TBC", "✗ placeholder"],
      ["#REF!", "✗ cellError"],
      ["12.345", "✗ fractionOfPenny"],
      [33.333333, 3333],
      [1e300, "✗ tooBig"],
      ["twelve", "✗ notANumber"],
      [true, "✗ notANumber"],
      [{ date: august }, "✗ notANumber"],
    ],
  ],
  [
    "whole numbers",
    { kind: "wholeNumber" },
    [
      ["4", 4],
      ["4.0", 4],
      ["1,234", 1234],
      ["4 - Likely", 4],
      ["4 (Likely)", 4],
      ["4 Almost certain", 4],
      ["45%", 45],
      [5, 5],
      ["4.5", "✗ notWhole"],
      ["3 milestones were missed by the supplier in October", "✗ sentence"],
      ["High", "✗ notANumber"],
    ],
  ],
  [
    "numbers",
    { kind: "number" },
    [
      ["1,234.5", 1234.5],
      ["–3", -3],
      ["1e3", 1000],
      ["1,23", "✗ notANumber"],
      ["(3", "✗ notANumber"],
    ],
  ],
  [
    "dates, day first",
    { kind: "date", order: "day first" },
    [
      [{ date: august }, "2026-08-06"],
      ["06/08/2026", "2026-08-06"],
      ["6 Aug 26", "2026-08-06"],
      ["2026-08-06T00:00:00Z", "2026-08-06"],
      ["06/08/2026 14:30", "2026-08-06"],
      ["31/02/2026", "✗ notADate"],
      ["Q3", "✗ notADate"],
      [46240, "✗ notADate"],
      ["The project is not in a position to provide this", "✗ sentence"],
    ],
  ],
  ["dates, month first", { kind: "date", order: "month first" }, [["06/08/2026", "2026-06-08"]]],
  [
    "choices by label, ignoring case, blanks and punctuation",
    { kind: "choice", choices: ["Amber/Red", "On hold", "Research & development"] },
    [
      ["Amber/red", "Amber/Red"],
      [" ON  HOLD ", "On hold"],
      ["research and development", "Research & development"],
      ["Blue", "✗ notAChoice"],
      [exempt, "✗ sentence"],
    ],
  ],
  [
    "yes and no",
    { kind: "yesNo" },
    [
      ["Y", true],
      ["false", false],
      [1, true],
      [0, false],
      [true, true],
      ["maybe", "✗ notYesOrNo"],
    ],
  ],
  [
    "people",
    { kind: "person" },
    [
      ["Asha Patel", { name: "Asha Patel", address: undefined }],
      ["Asha Patel <Asha.Patel@northmere.example>", { name: "Asha Patel", address: "asha.patel@northmere.example" }],
      ["asha.patel@northmere.example", { name: "", address: "asha.patel@northmere.example" }],
      ["Asha Patel; Tom Reid", "✗ severalPeople"],
      ["Asha Patel and Tom Reid", "✗ severalPeople"],
    ],
  ],
  [
    "web addresses",
    { kind: "url" },
    [
      ["https://northmere.example/a", "https://northmere.example/a"],
      ["www.northmere.example/a", "https://www.northmere.example/a"],
      ["javascript:alert(1)", "✗ notAnAddress"],
      ["http://northmere.example", "✗ notAnAddress"],
    ],
  ],
  [
    "text",
    { kind: "longText" },
    [
      ["  first\r\nsecond ", "first\nsecond"],
      [12, "12"],
      [{ date: august }, "6 August 2026"],
      [true, "Yes"],
      ["#N/A", "✗ cellError"],
      [" ", "empty"],
    ],
  ],
])("%s", (_, how, cases) => {
  expect(cases.map(([cell]) => [cell, outcome(cell, how)])).toEqual(cases);
});

test("a sentence in a figure's column keeps its text for the notes", () => {
  expect(readCell(exempt, { kind: "money", scale: 1 })).toEqual({ kind: "problem", problem: "sentence", text: exempt });
  expect(describeCellProblem("sentence", "Budget")).toBe("Budget holds a sentence. You can keep it in the notes");
});
