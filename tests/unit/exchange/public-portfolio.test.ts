import { findHeadings, readCell, readTable, suggestMapping } from "../../../src/exchange";

/** Shaped like a published government portfolio: Windows-1252, semicolons, £ million, sentences where figures are exempt. */
const text = [
  "year;project_number;project_name;colour_rating;end_date;schedule_comment;total_baseline",
  '2021;NM_0001;Blood tracking;Amber/red;2027-04-01;"The end date moved. This is due to:\r\n\r\n- late scanners; and\r\n- training.";£654.46',
  "2021;NM_0002;Dental imaging;Green;2026-12-31;On track, no change.;£2,013.02",
  '2021;NM_0003;Ward Wi-Fi;"Exempt under Section 43 of the Act (Commercial interests)";The project is not in a position to provide this;"Nothing to add; see above.";Exempt under Section 43 of the Act (Commercial interests)',
  "",
].join("\r\n");

test("a published portfolio is read whole, mapped, and its sentences are kept", async () => {
  const table = await readTable(
    Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
    "portfolio.csv",
  );
  if (!table.ok) throw new Error(JSON.stringify(table.fault));
  const sheet = table.value.sheets[0]!;
  const found = findHeadings(sheet);
  const rows = sheet.rows.slice(found.firstRow, found.endRow);
  expect(table.value.source).toEqual({ kind: "text", encoding: "Windows-1252", delimiter: ";" });
  expect(rows.map((row) => row.length)).toEqual([7, 7, 7]);
  const suggested = suggestMapping(found.headings, rows, [
    { name: "Title", label: "Project name", alsoKnownAs: [], kind: "text" },
    { name: "Budget", label: "Budget", alsoKnownAs: ["total baseline"], kind: "money" },
    { name: "FinishDate", label: "Planned finish", alsoKnownAs: ["end date"], kind: "date" },
  ]);
  expect(suggested.map(({ column }) => column)).toEqual([2, 6, 4]);
  expect(rows.map((row) => readCell(row[6], { kind: "money", scale: 1_000_000 }))).toEqual([
    { kind: "value", value: 65_446_000_000 },
    { kind: "value", value: 201_302_000_000 },
    { kind: "problem", problem: "sentence", text: "Exempt under Section 43 of the Act (Commercial interests)" },
  ]);
  expect(readCell(rows[0]![3], { kind: "choice", choices: ["Green", "Amber/Green", "Amber", "Amber/Red", "Red"] })).toEqual({
    kind: "value",
    value: "Amber/Red",
  });
});
