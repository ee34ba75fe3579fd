import type { CalendarDate, Pence } from "../kernel";

/** What a column holds: sets the format, the alignment and the wrapping of its cells. */
export type ColumnKind = "text" | "date" | "money" | "wholeNumber" | "number" | "link";

export interface ColumnContent {
  readonly heading: string;
  readonly kind: ColumnKind;
  readonly widthCharacters: number;
}

/** A string is always text, never a formula. A link is written as one only when its address is https. */
export type CellContent =
  string | number | boolean | { readonly date: CalendarDate } | { readonly pence: Pence } | { readonly text: string; readonly href: string } | undefined;

export interface SheetContent {
  /** Cleaned and made unique as Excel demands. */
  readonly name: string;
  readonly columns: readonly ColumnContent[];
  readonly rows: readonly (readonly CellContent[])[];
  /** Lines above the table, the first in bold; a blank row follows them. */
  readonly titleRows?: readonly string[];
  readonly freezeHeading: boolean;
  readonly autoFilter: boolean;
}

export interface WorkbookContent {
  /** Shown in the file's properties, and read out by screen readers. */
  readonly title: string;
  readonly sheets: readonly SheetContent[];
  /** Milliseconds since 1970. */
  readonly createdAtMs: number;
}
