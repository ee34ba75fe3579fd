import { fail, isRecord, listAt, parseJson, succeed, textAt, type Result } from "../kernel";
import type { Column } from "./language/column";
import { columnOf, type Register } from "./language/register";
import { adoptionKey } from "./adoption-key";

/** How a column of somebody else's list holds its values, as far as reading and writing differ (graph.md 5.3). */
const heldAs = [
  ...["text", "lines", "richText", "number", "currency", "date", "dateTime", "choice", "choices", "yesNo"],
  ...["person", "people", "lookup", "lookups", "calculated", "other"],
] as const;
export type HeldAs = (typeof heldAs)[number];

/** A word of the trust's list and what it means here: "4 - Likely" is 4, item 3 of a look-up is "P-0012". */
export interface SameMeaning {
  readonly theirs: string;
  readonly ours: string | number | boolean;
}

/** Where a column of the register stands in the trust's list. */
export interface MappedColumn {
  /** Internal name: "Risk_x0020_owner". */
  readonly field: string;
  /** As it was when it was mapped; a column that became something else is not worked with. */
  readonly heldAs: HeldAs;
  readonly words: readonly SameMeaning[];
}

/**
 * A list that a trust made itself and uses as this register: plain data, kept in a Settings row of its site.
 * Nothing of the list is renamed, retyped or deleted for it.
 */
export interface Adoption {
  readonly register: string;
  readonly listId: string;
  /** What people call the list, for sentences about it. */
  readonly listName: string;
  /** By the register's column. */
  readonly columns: ReadonlyMap<string, MappedColumn>;
  /** Every row belongs to this project; the list says nothing of projects. */
  readonly allOfProject?: string;
}

/** A column of a list that somebody else made. */
export interface TheirColumn {
  /** Internal name. */
  readonly field: string;
  readonly displayName: string;
  readonly heldAs: HeldAs;
  readonly isRequired: boolean;
  readonly isReadOnly: boolean;
  /** Of a choice; empty otherwise. */
  readonly choices: readonly string[];
  /** Words of their own may be typed beside the choices. */
  readonly takesOtherWords: boolean;
  readonly longest?: number;
  /** Of a look-up: each item's id and what is shown for it. */
  readonly items: readonly { readonly id: string; readonly shown: string }[];
}

/** What somebody needs to see of a list before they use it as a register. */
export interface ListLook {
  readonly listId: string;
  readonly listName: string;
  readonly webUrl: string;
  readonly columns: readonly TheirColumn[];
  /** Its first rows, as text by internal name. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** A list of the site that is not ours, as somebody chooses among them. */
export interface CandidateList {
  readonly listId: string;
  readonly name: string;
  readonly webUrl: string;
  readonly columns: number;
  readonly rows: number;
  /** There are more rows than were counted. */
  readonly hasMoreRows: boolean;
  /** The register that it is used as already. */
  readonly usedAs?: string;
}

export function writtenAdoption({ register, listId, listName, columns, allOfProject }: Adoption): string {
  return JSON.stringify({
    version: 1,
    ...{ register, listId, listName },
    ...(allOfProject === undefined ? {} : { allOfProject }),
    columns: [...columns].map(([name, column]) => ({ name, ...column })),
  });
}

const identifier = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const mostColumns = 200;
const mostWords = 500;

/** What a Settings row says. Anybody who may edit the list may have written it: what is not a mapping is refused whole. */
export function readAdoption(json: string): Result<Adoption> {
  const value = parseJson(json);
  const register = textAt(value, "register") ?? "";
  const listId = textAt(value, "listId") ?? "";
  const listName = textAt(value, "listName") ?? "";
  const allOfProject = textAt(value, "allOfProject");
  const columns = listAt(value, "columns").map(readColumn);
  const read = columns.filter((column) => column !== undefined);
  const isWhole = isRecord(value) && value["version"] === 1 && /^[A-Za-z]{1,40}$/.test(register) && identifier.test(listId);
  if (!isWhole || read.length < columns.length || read.length > mostColumns)
    return fail({ kind: "unreadable", where: "Settings", says: adoptionKey(register) });
  return succeed({ register, listId: listId.toLowerCase(), listName, columns: new Map(read), ...(allOfProject === undefined ? {} : { allOfProject }) });
}

function readColumn(value: unknown): readonly [string, MappedColumn] | undefined {
  const name = textAt(value, "name");
  const field = textAt(value, "field");
  const held = heldAs.find((one) => one === textAt(value, "heldAs"));
  const words = listAt(value, "words");
  const read = words.map(readWord).filter((word) => word !== undefined);
  if (name === undefined || field === undefined || field === "" || held === undefined || read.length < words.length || read.length > mostWords)
    return undefined;
  return [name, { field, heldAs: held, words: read }];
}

function readWord(value: unknown): SameMeaning | undefined {
  const theirs = textAt(value, "theirs");
  const ours = isRecord(value) ? value["ours"] : undefined;
  const isValue = typeof ours === "string" || typeof ours === "boolean" || (typeof ours === "number" && Number.isFinite(ours));
  return theirs === undefined || !isValue ? undefined : { theirs, ours };
}

/** What can be done with a column of theirs in the place of one of ours. */
export type Fit = "readAndWrite" | "readOnly" | "never";

const writableAs: Readonly<Record<Column["type"], readonly HeldAs[]>> = {
  text: ["text", "lines", "choice"],
  longText: ["lines", "text"],
  link: ["lines", "text"],
  people: ["lines"],
  reference: ["text", "choice", "lookup"],
  person: ["person", "text"],
  choice: ["choice", "text"],
  wholeNumber: ["number", "choice"],
  number: ["number", "currency"],
  money: ["currency", "number"],
  date: ["date", "dateTime"],
  yesNo: ["yesNo", "choice"],
};

const readableAs: Readonly<Record<Column["type"], readonly HeldAs[]>> = {
  text: ["text", "lines", "choice", "choices", "number", "lookup", "lookups", "person", "people", "calculated", "richText", "other"],
  longText: ["lines", "text", "richText", "choice", "choices", "lookup", "lookups", "calculated"],
  link: ["other", "text", "lines"],
  people: ["people", "person", "lines", "text"],
  reference: ["text", "choice", "lookup", "calculated"],
  person: ["person", "text"],
  choice: ["choice", "text", "lookup", "calculated"],
  wholeNumber: ["number", "choice", "text", "lookup", "calculated"],
  number: ["number", "currency", "calculated"],
  money: ["currency", "number", "calculated"],
  date: ["date", "dateTime", "calculated"],
  yesNo: ["yesNo", "choice"],
};

/**
 * Columns that a mapping may name: those that people fill, the mark of the archive, and the two that protect a list of ours.
 * Not Ref: their numbers are not ours, and an address with one could open another record (`adoptedRef`).
 */
export function isMappable(of: Register, name: string): boolean {
  const column = columnOf(of, name);
  if (column === undefined) return false;
  return name === "ClientKey" || name === "OperationId" || name === "Archived" || (column.filledBy === undefined && column.hidden !== true);
}

export function fitOf(column: Column, held: HeldAs): Fit {
  if (writableAs[column.type].includes(held)) return "readAndWrite";
  return readableAs[column.type].includes(held) ? "readOnly" : "never";
}
