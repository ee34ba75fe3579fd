import type { CalendarDate } from "../kernel";
import type { Delimiter } from "./delimited";
import type { TextEncoding } from "./text-encoding";

/** One cell as it was stored, formulas dropped. An error such as #N/A is its text; a percentage is text too, as "45%". */
export type Cell = string | number | boolean | { readonly date: CalendarDate } | undefined;

export interface Sheet {
  readonly name: string;
  /** Row 1 of the sheet is `rows[0]`; ragged, blank rows kept. */
  readonly rows: readonly (readonly Cell[])[];
  readonly isHidden: boolean;
  /** Indexes of rows that the file hides, by hand or by a filter; absent: none. */
  readonly hiddenRows?: ReadonlySet<number>;
  readonly hiddenColumns?: ReadonlySet<number>;
  /** Cells drawn as one; the value stands in the first of them. */
  readonly merged?: readonly MergedCells[];
}

/** First and last indexes of rows and columns. */
export interface MergedCells {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** How the file was understood, so that the page can show it and let it be changed. */
export type TableSource = { readonly kind: "workbook" } | { readonly kind: "text"; readonly encoding: TextEncoding; readonly delimiter: Delimiter };

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly source: TableSource;
}
