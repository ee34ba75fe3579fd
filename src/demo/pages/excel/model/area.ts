import { columnLimit, formatRectangle, intersect, rowLimit, type Rectangle } from "./rectangle";
import { invalidArgument } from "./refusal";
import type { Sheet } from "./sheet";

/** Cells of one sheet. It is mutable: areas that the workbook keeps move when rows or columns are inserted above them. */
export class Area implements Rectangle {
  row: number;
  column: number;
  rowCount: number;
  columnCount: number;
  /** Every cell of it was deleted. */
  gone = false;
  /** The name under which a client keeps it between requests. */
  referenceId: string | undefined;

  constructor(
    readonly sheet: Sheet,
    rectangle: Rectangle,
  ) {
    const { row, column, rowCount, columnCount } = rectangle;
    const fits = row >= 0 && column >= 0 && rowCount > 0 && columnCount > 0 && row + rowCount <= rowLimit && column + columnCount <= columnLimit;
    if (!fits) throw invalidArgument();
    this.row = row;
    this.column = column;
    this.rowCount = rowCount;
    this.columnCount = columnCount;
  }

  copy(): Area {
    return new Area(this.sheet, this);
  }
}

/** "Sheet1!B2:D5", the sheet quoted where Excel quotes it. */
export function formatArea(area: Area): string {
  const name = area.sheet.name;
  const quoted = /^[A-Za-z_][\w.]*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
  return `${quoted}!${formatRectangle(area)}`;
}

export function overlaps(one: Area, other: Area): boolean {
  return one.sheet === other.sheet && intersect(one, other) !== undefined;
}
