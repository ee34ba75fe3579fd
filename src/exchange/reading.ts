import type { CalendarDate, DateOrder, Pence } from "../kernel";

/** What a column of the register holds, as far as reading a cell goes. */
export type TargetKind = "text" | "longText" | "wholeNumber" | "number" | "money" | "date" | "choice" | "yesNo" | "person" | "url";

/** Amounts of a file may be in pounds, thousands or millions. */
export type MoneyScale = 1 | 1000 | 1_000_000;

/** How to read the cells of one column. */
export type HowToRead =
  | { readonly kind: "text" | "longText" | "wholeNumber" | "yesNo" | "person" | "url" }
  /** `asFraction`: "45%" is 0.45, for a column from 0 to 1. */
  | { readonly kind: "number"; readonly asFraction?: boolean }
  | { readonly kind: "money"; readonly scale: MoneyScale }
  | { readonly kind: "date"; readonly order: DateOrder }
  | { readonly kind: "choice"; readonly choices: readonly string[] };

export interface PersonWritten {
  readonly name: string;
  /** Lower case; undefined when the cell holds a name only. */
  readonly address: string | undefined;
}

/** Keys of sentences in `content`. `sentence` is prose where a value should be: its text can go to the notes. */
export type CellProblem =
  | "sentence"
  | "placeholder"
  | "cellError"
  | "notWorkedOut"
  | "notANumber"
  | "notWhole"
  | "tooBig"
  | "fractionOfPenny"
  | "notADate"
  | "notAChoice"
  | "notYesOrNo"
  | "notAnAddress"
  | "severalPeople";

/** One cell read. `text` is what stood there, for the preview and for the notes. */
export type Reading<T> =
  | { readonly kind: "empty" }
  | { readonly kind: "value"; readonly value: T }
  | { readonly kind: "problem"; readonly problem: CellProblem; readonly text: string };

export type ReadValue = string | number | boolean | Pence | CalendarDate | PersonWritten;

export const emptyReading = { kind: "empty" } as const;

export function readingOf<T>(value: T): Reading<T> {
  return { kind: "value", value };
}

export function problemReading(problem: CellProblem, text: string): Reading<never> {
  return { kind: "problem", problem, text };
}
