import { makeZip, workbookParts } from "./make-zip";

/** A cell as other programs write it; a plain string or number is itself. */
export type UglyCell =
  | string
  | number
  | boolean
  | undefined
  /** A day by its serial number. */
  | { readonly serial: number }
  | { readonly percent: number }
  | { readonly error: string }
  /** A formula with its stored result, or without one. */
  | { readonly formula: string; readonly result?: string | number }
  /** Differently formatted pieces of one text. */
  | { readonly rich: readonly string[] };

export interface UglySheet {
  readonly rows: readonly (readonly UglyCell[])[];
  /** "A1:C1" */
  readonly merged?: readonly string[];
  /** Numbers as Excel shows them. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly filter?: string;
  readonly is1904?: boolean;
  /** As programs write it that store 0 beside every formula. */
  readonly isUncalculated?: boolean;
  readonly moreSheets?: readonly { readonly name: string; readonly isHidden: boolean; readonly rows: readonly (readonly UglyCell[])[] }[];
}

const styles = '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/></cellXfs>';

/** A workbook byte by byte as Excel, LibreOffice or a script leaves it: merged cells, hidden rows, filters, formulas. */
export function uglyWorkbook(sheet: UglySheet): Uint8Array {
  const more = sheet.moreSheets ?? [];
  const parts = workbookParts({
    sheetData: "",
    styles,
    is1904: sheet.is1904 === true,
    more: more.map(({ rows }, index) => ({ name: `xl/worksheets/sheet${String(index + 2)}.xml`, text: worksheet({ rows }) })),
  });
  return makeZip(
    parts.map((part) => {
      if (part.name === "xl/worksheets/sheet1.xml") return { ...part, text: worksheet(sheet) };
      if (part.name === "xl/workbook.xml") return { ...part, text: withSheets(part.text ?? "", sheet) };
      if (part.name === "xl/_rels/workbook.xml.rels") return { ...part, text: withRelationships(part.text ?? "", more.length) };
      return part;
    }),
  );
}

function withSheets(text: string, { moreSheets = [], isUncalculated = false }: UglySheet): string {
  const sheets = moreSheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${name}" sheetId="${String(index + 2)}" ${isHidden ? 'state="hidden" ' : ""}r:id="rIdMore${String(index + 2)}"/>`,
  );
  return text.replace("</sheets>", `${sheets.join("")}</sheets>${isUncalculated ? '<calcPr fullCalcOnLoad="1"/>' : ""}`);
}

function withRelationships(text: string, more: number): string {
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
  const added = Array.from(
    { length: more },
    (_, index) => `<Relationship Id="rIdMore${String(index + 2)}" Type="${type}" Target="worksheets/sheet${String(index + 2)}.xml"/>`,
  );
  return text.replace("</Relationships>", `${added.join("")}</Relationships>`);
}

function worksheet({ rows, merged = [], hiddenRows = [], hiddenColumns = [], filter }: UglySheet): string {
  const columns = hiddenColumns.map((number) => `<col min="${String(number)}" max="${String(number)}" width="0" hidden="1"/>`);
  const data = rows.map((cells, index) => {
    const number = index + 1;
    const written = cells.map((cell, column) => cellXml(`${lettersOf(column)}${String(number)}`, cell));
    return `<row r="${String(number)}"${hiddenRows.includes(number) ? ' hidden="1"' : ""}>${written.join("")}</row>`;
  });
  return [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    columns.length > 0 ? `<cols>${columns.join("")}</cols>` : "",
    `<sheetData>${data.join("")}</sheetData>`,
    filter === undefined ? "" : `<autoFilter ref="${filter}"/>`,
    merged.length > 0 ? `<mergeCells count="${String(merged.length)}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join("")}</mergeCells>` : "",
    "</worksheet>",
  ].join("");
}

function cellXml(at: string, cell: UglyCell): string {
  if (cell === undefined) return "";
  if (typeof cell === "string") return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if (typeof cell === "number") return `<c r="${at}"><v>${String(cell)}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? "1" : "0"}</v></c>`;
  if ("serial" in cell) return `<c r="${at}" s="1"><v>${String(cell.serial)}</v></c>`;
  if ("percent" in cell) return `<c r="${at}" s="2"><v>${String(cell.percent / 100)}</v></c>`;
  if ("error" in cell) return `<c r="${at}" t="e"><f>Sheet9!A1</f><v>${cell.error}</v></c>`;
  if ("rich" in cell)
    return `<c r="${at}" t="inlineStr"><is>${cell.rich.map((piece) => `<r><rPr><b/></rPr><t xml:space="preserve">${escaped(piece)}</t></r>`).join("")}</is></c>`;
  const type = typeof cell.result === "string" ? ' t="str"' : "";
  return `<c r="${at}"${type}><f>${escaped(cell.formula)}</f>${cell.result === undefined ? "<v/>" : `<v>${escaped(String(cell.result))}</v>`}</c>`;
}

function lettersOf(column: number): string {
  return (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "&#10;");
}
