import { displayText } from "../model/display-text";
import { columnLetters, formatRectangle } from "../model/rectangle";
import type { CellStyle, Sheet } from "../model/sheet";
import type { Table } from "../model/table";
import type { Workbook } from "../model/workbook";
import { columnWidthPixels, rowHeaderWidth, rowHeight, type GridLayout } from "./grid-layout";
import { gridWords } from "./grid-words";

export interface DrawnRows {
  /** Positions in `layout.rows`. */
  readonly from: number;
  readonly to: number;
}

/** Builds the table's head: column letters and the frozen rows. */
export function drawHead(document: Document, workbook: Workbook, layout: GridLayout): HTMLTableSectionElement {
  const head = document.createElement("thead");
  const letters = document.createElement("tr");
  letters.setAttribute("aria-rowindex", "1");
  const corner = document.createElement("td");
  corner.style.inlineSize = `${String(rowHeaderWidth)}px`;
  letters.append(corner);
  for (const column of layout.columns) {
    const cell = headerCell(document, "col", columnLetters(column));
    cell.style.inlineSize = `${String(columnWidthPixels(workbook.activeSheet, column))}px`;
    letters.append(cell);
  }
  head.append(letters, ...layout.frozenRows.map((row) => drawRow(document, workbook, { row, columns: layout.columns })));
  return head;
}

/** Builds the rows on the screen, with empty space for those above and below. */
export function drawBody(document: Document, workbook: Workbook, view: { layout: GridLayout; drawn: DrawnRows }): HTMLTableSectionElement {
  const { layout, drawn } = view;
  const body = document.createElement("tbody");
  const rows = layout.rows.slice(drawn.from, drawn.to).map((row) => drawRow(document, workbook, { row, columns: layout.columns }));
  body.append(space(document, drawn.from * rowHeight), ...rows, space(document, Math.max(0, layout.rows.length - drawn.to) * rowHeight));
  return body;
}

function space(document: Document, height: number): HTMLTableRowElement {
  const row = document.createElement("tr");
  row.className = "space";
  row.setAttribute("aria-hidden", "true");
  const cell = document.createElement("td");
  cell.style.blockSize = `${String(height)}px`;
  row.append(cell);
  row.hidden = height === 0;
  return row;
}

function headerCell(document: Document, scope: "col" | "row", text: string): HTMLTableCellElement {
  const cell = document.createElement("th");
  cell.scope = scope;
  cell.textContent = text;
  return cell;
}

function drawRow(document: Document, workbook: Workbook, { row, columns }: { row: number; columns: readonly number[] }): HTMLTableRowElement {
  const element = document.createElement("tr");
  element.setAttribute("aria-rowindex", String(row + 2));
  element.append(headerCell(document, "row", String(row + 1)));
  const { activeSheet: sheet } = workbook;
  const tables = workbook.tables.filter(({ area }) => area.sheet === sheet && row >= area.row && row < area.row + area.rowCount);
  for (const column of columns) element.append(drawCell(document, workbook, { row, column, tables }));
  return element;
}

function drawCell(document: Document, workbook: Workbook, at: { row: number; column: number; tables: readonly Table[] }): HTMLTableCellElement {
  const { row, column } = at;
  const sheet: Sheet = workbook.activeSheet;
  const cell = sheet.cell(row, column);
  const element = document.createElement("td");
  element.setAttribute("role", "gridcell");
  element.setAttribute("aria-colindex", String(column + 2));
  element.dataset.address = formatRectangle({ row, column, rowCount: 1, columnCount: 1 });
  element.tabIndex = -1;
  if (typeof cell?.value === "number") element.classList.add("number");
  const table = at.tables.find(({ area }) => column >= area.column && column < area.column + area.columnCount);
  if (row === table?.area.row) element.classList.add("header");
  else if (table?.showBandedRows === true && (row - table.area.row) % 2 === 1) element.classList.add("band");
  if (cell !== undefined) {
    element.textContent = displayText(cell.value, cell.numberFormat);
    applyStyle(element, cell.style);
  }
  const comment = workbook.comments.find(({ area }) => area.sheet === sheet && area.row === row && area.column === column);
  if (comment !== undefined) {
    element.classList.add("commented");
    element.title = gridWords.comment(comment.content);
  }
  return element;
}

function applyStyle(element: HTMLElement, style: CellStyle): void {
  if (typeof style.fillColor === "string") element.style.background = style.fillColor;
  if (typeof style.fontColor === "string") element.style.color = style.fontColor;
  if (style.bold === true) element.style.fontWeight = "600";
  if (style.italic === true) element.style.fontStyle = "italic";
  const alignment = typeof style.horizontalAlignment === "string" ? style.horizontalAlignment.toLowerCase() : "";
  if (alignment === "left" || alignment === "right" || alignment === "center") element.style.textAlign = alignment;
}
