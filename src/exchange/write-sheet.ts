import { poundsFromPence, safeHref } from "../kernel";
import { serialFromDate } from "./number-formats";
import type { CellContent, ColumnKind, SheetContent } from "./workbook-content";
import { cleanHeadings, columnLetters, cut } from "./workbook-names";
import { cellStyles, styleOfKind } from "./workbook-styles";
import { dropIllegalCharacters, escapeCellText, escapeXml } from "./xml-text";

/** Every different text of a workbook once, in order of appearance. */
export class SharedStrings {
  private readonly indexes = new Map<string, number>();
  private uses = 0;

  indexOf(text: string): number {
    this.uses += 1;
    const known = this.indexes.get(text);
    if (known !== undefined) return known;
    this.indexes.set(text, this.indexes.size);
    return this.indexes.size - 1;
  }

  toXml(): string {
    const items = [...this.indexes.keys()].map((text) => `<si><t xml:space="preserve">${escapeCellText(text)}</t></si>`);
    return `${xmlHeader}<sst xmlns="${mainNamespace}" count="${String(this.uses)}" uniqueCount="${String(items.length)}">${items.join("")}</sst>`;
  }
}

export const xmlHeader = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const mainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const relationshipNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface WrittenSheet {
  readonly sheetXml: string;
  /** Targets of the sheet's hyperlinks; the first is relationship rId2, since rId1 is the table. */
  readonly hrefs: readonly string[];
  /** Undefined when there is no column to make a table of. */
  readonly tableXml: string | undefined;
  /** Row of the headings, from 1, to repeat on each printed page; 0 when there is no column. */
  readonly headingRow: number;
}

/** Excel refuses a file with a longer cell; text beyond it ends in "…". */
const longestCell = 32_767;
/** Excel drops links beyond this number (Excel specifications and limits). */
const mostLinks = 65_530;

/** One worksheet with its table. @param tableId from 1, unique in the workbook. */
export function writeSheet(sheet: SheetContent, tableId: number, strings: SharedStrings): WrittenSheet {
  const writer = new SheetWriter(sheet, strings);
  const rowsXml = writer.writeRows();
  const lastColumn = columnLetters(Math.max(0, sheet.columns.length - 1));
  // A table needs one body row even when there is nothing to show.
  const range = `A${String(writer.headingRow)}:${lastColumn}${String(writer.headingRow + Math.max(1, sheet.rows.length))}`;
  const hasTable = sheet.columns.length > 0;
  const links = writer.links.map(({ cell }, index) => `<hyperlink ref="${cell}" r:id="rId${String(index + 2)}"/>`);
  const sheetXml = [
    xmlHeader,
    `<worksheet xmlns="${mainNamespace}" xmlns:r="${relationshipNamespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0">${sheet.freezeHeading && hasTable ? frozenPane(writer.headingRow) : ""}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    hasTable ? `<cols>${sheet.columns.map(({ widthCharacters }, index) => widthXml(index + 1, widthCharacters)).join("")}</cols>` : "",
    `<sheetData>${rowsXml}</sheetData>`,
    links.length > 0 ? `<hyperlinks>${links.join("")}</hyperlinks>` : "",
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    hasTable ? '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' : "",
    "</worksheet>",
  ].join("");
  const tableXml = hasTable ? writeTable(sheet, { tableId, range, headings: writer.headings }) : undefined;
  return { sheetXml, hrefs: writer.links.map(({ href }) => href), tableXml, headingRow: hasTable ? writer.headingRow : 0 };
}

/** A table names its headings, so that a screen reader reads them with each cell. */
function writeTable(sheet: SheetContent, table: { readonly tableId: number; readonly range: string; readonly headings: readonly string[] }): string {
  const { tableId, range, headings } = table;
  const name = `Table${String(tableId)}`;
  const columns = headings.map((heading, index) => `<tableColumn id="${String(index + 1)}" name="${escapeCellText(heading)}"/>`);
  return [
    xmlHeader,
    `<table xmlns="${mainNamespace}" id="${String(tableId)}" name="${name}" displayName="${name}" ref="${range}" totalsRowShown="0">`,
    sheet.autoFilter ? `<autoFilter ref="${range}"/>` : "",
    `<tableColumns count="${String(columns.length)}">${columns.join("")}</tableColumns>`,
    '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>',
  ].join("");
}

function frozenPane(headingRow: number): string {
  const cell = `A${String(headingRow + 1)}`;
  return `<pane ySplit="${String(headingRow)}" topLeftCell="${cell}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="${cell}" sqref="${cell}"/>`;
}

function widthXml(position: number, widthCharacters: number): string {
  const width = Math.min(255, Math.max(1, widthCharacters)) + 0.7109375; // room for the cell's own padding
  return `<col min="${String(position)}" max="${String(position)}" width="${String(width)}" customWidth="1"/>`;
}

class SheetWriter {
  readonly links: { readonly cell: string; readonly href: string }[] = [];
  readonly headings: readonly string[];
  readonly headingRow: number;

  constructor(
    private readonly sheet: SheetContent,
    private readonly strings: SharedStrings,
  ) {
    const titleCount = sheet.titleRows?.length ?? 0;
    this.headings = cleanHeadings(sheet.columns.map(({ heading }) => heading));
    this.headingRow = titleCount > 0 ? titleCount + 2 : 1;
  }

  writeRows(): string {
    const titles = (this.sheet.titleRows ?? []).map((title, index) =>
      rowXml(index + 1, [this.textCell(`A${String(index + 1)}`, title, index === 0 ? cellStyles.title : cellStyles.subtitle)]),
    );
    const headings = this.headings.map((heading, index) => {
      const isNumeric = ["money", "wholeNumber", "number", "date"].includes(this.sheet.columns[index]?.kind ?? "text");
      return this.textCell(`${columnLetters(index)}${String(this.headingRow)}`, heading, isNumeric ? cellStyles.headingRight : cellStyles.heading);
    });
    const body = this.sheet.rows.map((row, index) => this.bodyRow(row, this.headingRow + 1 + index));
    return [...titles, headings.length > 0 ? rowXml(this.headingRow, headings) : "", ...body].join("");
  }

  private bodyRow(row: readonly CellContent[], rowNumber: number): string {
    const cells = this.sheet.columns.map(({ kind }, index) => this.cellXml(`${columnLetters(index)}${String(rowNumber)}`, row[index], kind));
    return rowXml(rowNumber, cells);
  }

  private cellXml(at: string, value: CellContent, kind: ColumnKind): string {
    const style = styleOfKind[kind];
    if (value === undefined || value === "") return `<c r="${at}" s="${String(style)}"/>`;
    if (typeof value === "string") return this.textCell(at, value, textStyle(value));
    if (typeof value === "number") return Number.isFinite(value) ? numberCell(at, value, style) : `<c r="${at}" s="${String(style)}"/>`;
    if (typeof value === "boolean") return `<c r="${at}" s="${String(style)}" t="b"><v>${value ? "1" : "0"}</v></c>`;
    if ("date" in value) return numberCell(at, serialFromDate(value.date), cellStyles.date);
    if ("pence" in value) return numberCell(at, poundsFromPence(value.pence), cellStyles.money);
    return this.linkCell(at, value);
  }

  private linkCell(at: string, { text, href }: { readonly text: string; readonly href: string }): string {
    const safe = safeHref(href);
    if (safe === undefined || this.links.length >= mostLinks) return this.textCell(at, text, textStyle(text));
    this.links.push({ cell: at, href: safe });
    return this.textCell(at, text === "" ? safe : text, cellStyles.link);
  }

  private textCell(at: string, text: string, style: number): string {
    const legal = dropIllegalCharacters(text);
    const fits = legal.length <= longestCell ? legal : `${cut(legal, longestCell - 1)}…`;
    return `<c r="${at}" s="${String(style)}" t="s"><v>${String(this.strings.indexOf(fits))}</v></c>`;
  }
}

/** Text that Excel would take for a formula, a number or a date when somebody edits the cell is marked as text. */
function textStyle(text: string): number {
  return /^[\s'(£$€]*[=+\-@\d.＝＋－＠]/.test(text) ? cellStyles.guardedText : cellStyles.text;
}

function numberCell(at: string, value: number, style: number): string {
  return `<c r="${at}" s="${String(style)}"><v>${String(value)}</v></c>`;
}

function rowXml(rowNumber: number, cells: readonly string[]): string {
  return `<row r="${String(rowNumber)}">${cells.join("")}</row>`;
}

/** The relationships of one sheet: its table, then its links. */
export function writeSheetRelationships(written: WrittenSheet, tableId: number): string {
  const table = `<Relationship Id="rId1" Type="${relationshipNamespace}/table" Target="../tables/table${String(tableId)}.xml"/>`;
  const links = written.hrefs.map(
    (href, index) => `<Relationship Id="rId${String(index + 2)}" Type="${relationshipNamespace}/hyperlink" Target="${escapeXml(href)}" TargetMode="External"/>`,
  );
  return `${xmlHeader}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${written.tableXml === undefined ? "" : table}${links.join("")}</Relationships>`;
}
