import { costs, projects, risks } from "../../../src/registers";
import { headingCandidates, sourceTable } from "../../../src/features/import/source-table";
import { suggestImport } from "../../../src/features/import/suggest-import";
import { suggestScale } from "../../../src/features/import/suggest-reading";
import { mappingName, mappingText, readMapping } from "../../../src/features/import/remembered-mapping";
import { notesColumn } from "../../../src/features/import/mapping";
import { portfolioText, sheetOf, tableOf, windows1252 } from "./fixture";

test("a portfolio's headings find their columns, its prose goes to the notes, and its number is the key", async () => {
  const table = await tableOf(portfolioText(24));
  const mapping = suggestImport(projects, table);
  const from = Object.fromEntries(
    [...mapping.sources].map(([name, source]) => [name, source.kind === "column" ? table.headings[source.column] : source.written]),
  );
  expect(from).toEqual({
    Title: "project_name",
    OldReference: "project_number",
    EndForecast: "end_date",
    RagOverall: "colour_rating",
    Description: "description_aims",
    SponsorDivision: "department",
    BudgetApproved: "wlc_baseline_incl_NCG",
    StartForecast: "start_date",
  });
  expect([...mapping.notes].map((column) => table.headings[column])).toEqual(["rating_comment", "schedule_comment", "variance_comment", "budget_comment"]);
  expect(mapping.keyColumn).toBe("OldReference");
});

test("a scale is told by the heading, by a title row, by the same amounts spelt out beside them, or left to be checked", async () => {
  const scaleOf = async (text: string): Promise<unknown> => suggestScale(await tableOf(text), 1);
  expect(await scaleOf("Name,Cost (£m)\r\nA scheme,12.5\r\n")).toEqual({ scale: 1_000_000, isCertain: true });
  expect(await scaleOf("All figures in £000,\r\nName,Cost\r\nA scheme,1250\r\nB scheme,900\r\n")).toEqual({ scale: 1000, isCertain: true });
  expect(await scaleOf("Name,Cost,Why\r\nA,12.50,It is £12.5m now\r\nB,80.00,Was £79m and is £80m\r\n")).toEqual({ scale: 1_000_000, isCertain: true });
  expect(await scaleOf("Name,Cost\r\nA scheme,654.46\r\n")).toEqual({ scale: 1, isCertain: false });
  expect(await scaleOf("Name,Cost\r\nA scheme,654460.00\r\n")).toEqual({ scale: 1, isCertain: true });
});

test("titles that repeat are no key", async () => {
  const table = await tableOf("Title,Financial year\r\nScanners,2026/27\r\nScanners,2027/28\r\n");
  expect(suggestImport(costs, table).keyColumn).toBeUndefined();
});

test("a heading row that a person names is used, whatever was found", async () => {
  const sheet = await sheetOf(windows1252("Name,Cost\r\nName,Cost,Cost\r\nA scheme,1,2\r\n"));
  expect(headingCandidates(sheet, sourceTable(sheet)).map(({ row }) => row)).toEqual([0, 1, 2]);
  const table = sourceTable(sheet, { headingRow: 1 });
  expect(table.headings).toEqual(["Name", "Cost", "Cost (2)"]);
  expect(table.rows.map(({ position }) => position)).toEqual([3]);
});

test("a mapping is remembered for the same headings and read back whole; anything else on the device is ignored", async () => {
  const table = await tableOf(portfolioText(6));
  const mapping = suggestImport(projects, table);
  const text = mappingText(mapping);
  expect(readMapping(text, projects, table.headings.length)).toEqual(mapping);
  expect(readMapping(text, projects, 3)).toBeUndefined();
  for (const bad of ["", "{}x", "[]", text.replace('"Title"', '"__proto__"'), text.replace('"scale":1,', '"scale":7,')])
    expect(readMapping(bad, projects, table.headings.length)).toBeUndefined();
  expect(mappingName(projects, table.headings)).not.toBe(mappingName(projects, [...table.headings, "more"]));
});

test("each register says where stray words go, never into the column that names its record", () => {
  expect(notesColumn(projects)).toBe("Notes");
  expect(notesColumn(risks)).toBe("Cause");
});
