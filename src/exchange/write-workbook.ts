import { zipSync } from "fflate";
import type { WorkbookContent } from "./workbook-content";
import { cleanSheetNames } from "./workbook-names";
import { stylesXml } from "./workbook-styles";
import { mainNamespace, relationshipNamespace, SharedStrings, writeSheet, writeSheetRelationships, xmlHeader, type WrittenSheet } from "./write-sheet";
import { escapeXml } from "./xml-text";

/** A local time without zone, so that the archive's date stamps are the same on every machine. */
const stampOfParts = "1980-01-01T12:00:00";

/**
 * Writes an .xlsx: each sheet one table under optional title lines, real dates and numbers, no formula whatever the data says.
 * The same content gives the same bytes. Text longer than Excel's 32,767 characters is cut and ends in "…".
 */
export function writeWorkbook(content: WorkbookContent): Uint8Array {
  if (content.sheets.length === 0) throw new RangeError("a workbook needs a sheet");
  const strings = new SharedStrings();
  const names = cleanSheetNames(content.sheets.map(({ name }) => name));
  const written = content.sheets.map((sheet, index) => writeSheet(sheet, index + 1, strings));
  const parts = new Map<string, string>([
    ["[Content_Types].xml", contentTypes(written)],
    ["_rels/.rels", packageRelationships],
    ["docProps/core.xml", coreProperties(content)],
    ["xl/workbook.xml", workbookXml(names, written)],
    ["xl/_rels/workbook.xml.rels", workbookRelationships(written.length)],
    ["xl/styles.xml", stylesXml],
  ]);
  written.forEach((sheet, index) => {
    const number = String(index + 1);
    parts.set(`xl/worksheets/sheet${number}.xml`, sheet.sheetXml);
    if (sheet.tableXml !== undefined) parts.set(`xl/tables/table${number}.xml`, sheet.tableXml);
    if (sheet.tableXml !== undefined || sheet.hrefs.length > 0)
      parts.set(`xl/worksheets/_rels/sheet${number}.xml.rels`, writeSheetRelationships(sheet, index + 1));
  });
  parts.set("xl/sharedStrings.xml", strings.toXml());
  return zipParts(parts);
}

function zipParts(parts: ReadonlyMap<string, string>): Uint8Array {
  const encoder = new TextEncoder();
  return zipSync(Object.fromEntries([...parts].map(([name, text]) => [name, encoder.encode(text)])), { mtime: stampOfParts, level: 6 });
}

const spreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function contentTypes(written: readonly WrittenSheet[]): string {
  const overrides = [
    ["/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
    ["/xl/workbook.xml", `${spreadsheetType}.sheet.main+xml`],
    ["/xl/styles.xml", `${spreadsheetType}.styles+xml`],
    ["/xl/sharedStrings.xml", `${spreadsheetType}.sharedStrings+xml`],
    ...written.map((_, index) => [`/xl/worksheets/sheet${String(index + 1)}.xml`, `${spreadsheetType}.worksheet+xml`]),
    ...written.flatMap((sheet, index) => (sheet.tableXml === undefined ? [] : [[`/xl/tables/table${String(index + 1)}.xml`, `${spreadsheetType}.table+xml`]])),
  ].map(([part = "", type = ""]) => `<Override PartName="${part}" ContentType="${type}"/>`);
  return [
    `${xmlHeader}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>',
    ...overrides,
    "</Types>",
  ].join("");
}

const packageNamespace = "http://schemas.openxmlformats.org/package/2006";

const packageRelationships = [
  `${xmlHeader}<Relationships xmlns="${packageNamespace}/relationships">`,
  `<Relationship Id="rId1" Type="${relationshipNamespace}/officeDocument" Target="xl/workbook.xml"/>`,
  `<Relationship Id="rId2" Type="${packageNamespace}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
].join("");

function coreProperties({ title, createdAtMs }: WorkbookContent): string {
  const created = new Date(createdAtMs).toISOString().replace(/\.\d+Z$/, "Z");
  return [
    `${xmlHeader}<cp:coreProperties xmlns:cp="${packageNamespace}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
    `<dc:title>${escapeXml(title)}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">${created}</dcterms:created><dc:language>en-GB</dc:language></cp:coreProperties>`,
  ].join("");
}

function workbookXml(names: readonly string[], written: readonly WrittenSheet[]): string {
  const list = names.map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${String(index + 1)}" r:id="rId${String(index + 1)}"/>`);
  const repeated = written.flatMap(({ headingRow }, index) => (headingRow === 0 ? [] : [printTitles(index, names[index] ?? "", headingRow)]));
  const areas = repeated.length > 0 ? `<definedNames>${repeated.join("")}</definedNames>` : "";
  return `${xmlHeader}<workbook xmlns="${mainNamespace}" xmlns:r="${relationshipNamespace}"><bookViews><workbookView/></bookViews><sheets>${list.join("")}</sheets>${areas}</workbook>`;
}

/** The heading row comes again at the top of each printed page. */
function printTitles(index: number, name: string, headingRow: number): string {
  const row = `$${String(headingRow)}`;
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${String(index)}">${escapeXml(`'${name.replaceAll("'", "''")}'!${row}:${row}`)}</definedName>`;
}

function workbookRelationships(sheetCount: number): string {
  const sheets = Array.from(
    { length: sheetCount },
    (_, index) => `<Relationship Id="rId${String(index + 1)}" Type="${relationshipNamespace}/worksheet" Target="worksheets/sheet${String(index + 1)}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${String(sheetCount + 1)}" Type="${relationshipNamespace}/styles" Target="styles.xml"/>`;
  const strings = `<Relationship Id="rId${String(sheetCount + 2)}" Type="${relationshipNamespace}/sharedStrings" Target="sharedStrings.xml"/>`;
  return `${xmlHeader}<Relationships xmlns="${packageNamespace}/relationships">${sheets.join("")}${styles}${strings}</Relationships>`;
}
