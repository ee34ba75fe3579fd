import type { Column, Columns, HeldAs, Register } from "../registers";

/** One column as `POST …/lists` takes it (graph.md 4.3). */
export interface SharePointColumn {
  readonly name: string;
  readonly displayName: string;
  readonly indexed?: true;
  readonly enforceUniqueValues?: true;
  readonly hidden?: true;
  readonly text?: { readonly allowMultipleLines?: boolean; readonly textType?: "plain"; readonly maxLength?: number };
  readonly number?: { readonly decimalPlaces: string };
  readonly currency?: { readonly locale: string };
  readonly dateTime?: { readonly format: "dateOnly" };
  readonly choice?: { readonly choices: readonly string[]; readonly allowTextEntry: boolean; readonly displayAs: "dropDownMenu" };
  readonly boolean?: Record<string, never>;
}

/** The list's URL name is taken from its first display name (graph.md 4.1), so it is made under this plain name. */
export function listUrlName(register: Pick<Register, "name">): string {
  return `PR${register.name}`;
}

/** Every column of a register as SharePoint is asked to make it. A person becomes two text columns. Title exists already. */
export function sharePointColumns(register: Register): readonly SharePointColumn[] {
  return Object.entries(register.columns as Columns).flatMap(([name, column]) => (name === "Title" ? [] : columnsFor(name, column)));
}

function columnsFor(name: string, column: Column): readonly SharePointColumn[] {
  if (column.type !== "person") return [{ ...described(name, column), ...facet(column) }];
  const address = { ...described(`${name}Address`, column), displayName: `${column.label} (address)`, text: { maxLength: 255 } };
  // The address is what is looked up; the name beside it is only read.
  const { indexed: _indexed, ...plain } = described(name, column);
  return [{ ...plain, text: { maxLength: 255 } }, address];
}

function described(name: string, column: Column): Pick<SharePointColumn, "name" | "displayName" | "indexed" | "enforceUniqueValues" | "hidden"> {
  return {
    name,
    displayName: column.label,
    // Set at creation: a list above the view threshold takes no new index (graph.md 4.3). Unique needs an index.
    ...(column.indexed === true || column.unique === true ? { indexed: true } : {}),
    ...(column.unique === true ? { enforceUniqueValues: true } : {}),
    ...(column.hidden === true ? { hidden: true } : {}),
  };
}

/** How a column that is made so holds its values. */
export function heldAsMade({ text, choice, number, currency, dateTime }: SharePointColumn): HeldAs {
  if (text !== undefined) return text.allowMultipleLines === true ? "lines" : "text";
  if (choice !== undefined) return "choice";
  if (number !== undefined) return "number";
  if (currency !== undefined) return "currency";
  return dateTime !== undefined ? "date" : "yesNo";
}

const decimalWords = ["none", "one", "two", "three", "four", "five"] as const;

function facet(column: Exclude<Column, { type: "person" }>): Partial<SharePointColumn> {
  switch (column.type) {
    case "text":
      return { text: { maxLength: column.longest } };
    case "reference":
      return { text: { maxLength: 255 } };
    case "longText":
    case "link":
    case "people":
      return { text: { allowMultipleLines: true, textType: "plain" } };
    case "choice":
      return { choice: { choices: column.choices, allowTextEntry: true, displayAs: "dropDownMenu" } };
    case "wholeNumber":
      return { number: { decimalPlaces: "none" } };
    case "number":
      return { number: { decimalPlaces: decimalWords[column.decimals] ?? "automatic" } };
    case "money":
      return { currency: { locale: "en-GB" } };
    case "date":
      return { dateTime: { format: "dateOnly" } };
    case "yesNo":
      return { boolean: {} };
  }
}
