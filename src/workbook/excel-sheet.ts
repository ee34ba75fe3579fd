import type { Result } from "../kernel";
import type { CellBlock, CellUpdate } from "./cell-update";
import type { CellAddress, SheetContent } from "./sheet-content";
import type { SheetPlan } from "./sheet-plan";

/**
 * Excel as the pane needs it. `hosts` satisfies it over office.js; everything Excel refuses comes back as a Fault.
 * Nothing here switches a sheet's protection: that clears the person's undo (docs-pr, excel-add-ins-undo-capabilities.md).
 */
export interface ExcelSheet {
  /** The names of all tables in the workbook. */
  tables(): Promise<Result<readonly string[]>>;
  /** Puts the table on the open sheet when that is empty, on a new one otherwise. Answers with the name it got. */
  insertTable(plan: SheetPlan): Promise<Result<string>>;
  /** `notFound` when no table has this name. */
  readTable(tableName: string): Promise<Result<SheetContent>>;
  /** `conflict`, with nothing written, when the key column is no longer as expected: read again. */
  writeCells(tableName: string, update: CellUpdate): Promise<Result<void>>;
  /** Makes the table longer by these rows, moving down what stands below it. */
  appendRows(tableName: string, rows: CellBlock): Promise<Result<void>>;
  /** Every part that an add-in of ours keeps in the file, of all tables. */
  readParts(): Promise<Result<readonly string[]>>;
  /** Replaces the parts of one table. */
  writeParts(tableName: string, texts: readonly string[]): Promise<Result<void>>;
  selectCell(address: CellAddress): Promise<Result<void>>;
  /** A hint that something in the workbook may have changed; some changes raise none (office-js#1110). Returns the end of listening. */
  onChange(listener: () => void): () => void;
}
