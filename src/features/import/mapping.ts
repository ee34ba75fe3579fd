import { meaningsOf, type HowToRead, type MoneyScale, type TargetColumn, type TargetKind } from "../../exchange";
import type { DateOrder } from "../../kernel";
import { columnOf, fillableColumns, type Column, type Register } from "../../registers";

/** Where the values of one column of the register come from. Absent in a mapping: left out. */
export type ColumnSource =
  | {
      readonly kind: "column";
      /** Index into the headings. */
      readonly column: number;
      /** For money. */
      readonly scale: MoneyScale;
      /** For dates. */
      readonly order: DateOrder;
      /** For choices: our value for a word of the file, by `wordKey`; "" keeps the cell empty. */
      readonly words: ReadonlyMap<string, string>;
    }
  | { readonly kind: "value"; /** As a form takes it: "Active", "6 August 2026". */ readonly written: string };

/** How a file becomes rows of a register. */
export interface Mapping {
  readonly sources: ReadonlyMap<string, ColumnSource>;
  /** Indexes of columns whose words go to the notes, with their heading. */
  readonly notes: ReadonlySet<number>;
  /** The column that says it is the same record again; absent: a row is known by all its cells. */
  readonly keyColumn?: string;
  /** What cannot be read goes to the notes with its heading. */
  readonly keepsUnread: boolean;
}

/** "amber / red " and "Amber/Red" are one word of a file. */
export function wordKey(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}

/** Columns a file may fill. Ref is never written, but says which record is meant. */
export function targetNames(register: Register): readonly string[] {
  return ["Ref", ...fillableColumns(register).map(([name]) => name)];
}

export function targetColumns(register: Register): readonly TargetColumn[] {
  return targetNames(register).flatMap((name) => {
    const column = columnOf(register, name);
    if (column === undefined) return [];
    const choices = meaningsOf(column);
    return [
      {
        name,
        label: column.label,
        alsoKnownAs: name === "OldReference" ? [...(column.alsoKnownAs ?? []), ...numberNames(register)] : (column.alsoKnownAs ?? []),
        kind: kindOf(column),
        ...(choices.length === 0 ? {} : { choices }),
      },
    ];
  });
}

/** What a file calls the numbers of its own rows: "Ref", "No.", "Risk ID". */
function numberNames({ one }: Register): readonly string[] {
  const plain = ["Ref", "No", "Ref no", "Item no", "Serial no", "Log no", "Log ref", "Old ref", "Legacy ref", "Unique ID"];
  return [...plain, ...["ref", "no", "ref no"].map((number) => `${one} ${number}`)];
}

function kindOf(column: Column): TargetKind {
  switch (column.type) {
    case "reference":
    case "people":
      return "text";
    case "link":
      return "url";
    default:
      return column.type;
  }
}

export function howToRead(column: Column, source: { readonly scale: MoneyScale; readonly order: DateOrder }): HowToRead {
  const kind = kindOf(column);
  if (kind === "money") return { kind, scale: source.scale };
  if (kind === "date") return { kind, order: source.order };
  if (column.type === "number") return { kind: "number", asFraction: column.to === 1 };
  return kind === "choice" ? { kind, choices: meaningsOf(column) } : { kind };
}

/** The column that takes what has no other place: Notes, a comment, else the first long text that does not name the record. */
export function notesColumn(register: Register): string | undefined {
  const texts = fillableColumns(register).filter(([name, column]) => column.type === "longText" && name !== register.titleFrom);
  const named = texts.find(([name]) => /^(?:Notes?|Comments?)$/.test(name));
  return (named ?? texts.find(([, column]) => column.needed !== "create"))?.[0];
}
