import type { Column as GraphColumn, Graph } from "../graph";
import { deriveClientKey } from "../kernel";
import {
  adoptedRef,
  fitOf,
  isMappable,
  writtenAdoption,
  type Adoption,
  type Column,
  type Columns,
  type MappedColumn,
  type Register,
  type TheirColumn,
} from "../registers";
import { readAdopted, writeAdopted, type AdoptedList, type ColumnLimits } from "./adopted-fields";
import { sharePointColumns } from "./column-definition";
import type { DecodedFields } from "./field-codec";
import { fieldsToRead, theirColumns } from "./list-look";
import type { AdoptedFields, FoundList, ListSchema } from "./found-list";
import { nobody, readPeople } from "./site-people";

/**
 * A list that a trust made itself, as the schema of a register. A column that was mapped and is gone, or has become something else,
 * is missing like one that an owner deleted from a list of ours: screens say so, and nothing is read into it or written to it.
 */
export async function openAdopted(graph: Graph, found: FoundList & { readonly adoption: Adoption }, columns: readonly GraphColumn[]): Promise<ListSchema> {
  const { register, list, site } = found;
  const theirs = theirColumns(columns);
  const byField = new Map(theirs.map((column) => [column.field, column]));
  const standing = [...found.adoption.columns].filter(([name, mapped]) => isMappable(register, name) && byField.get(mapped.field)?.heldAs === mapped.heldAs);
  const adoption: Adoption = { ...found.adoption, columns: new Map(standing) };
  const people = standing.some(([, { heldAs }]) => heldAs === "person") ? await readPeople(graph, site) : nobody;
  const closed = standing.filter(([, { field, heldAs }]) => heldAs === "choice" && byField.get(field)?.takesOtherWords === false);
  const locked = standing.filter(([name, mapped]) => isReadOnly(register, { name, mapped }, byField)).map(([name]) => name);
  return {
    listId: list.id,
    webUrl: list.webUrl,
    missing: missingFrom(register, adoption),
    lost: new Set([...found.adoption.columns.keys()].filter((name) => !adoption.columns.has(name))),
    displayNames: new Map(theirs.map(({ field, displayName }) => [field, displayName])),
    choices: new Map(choicesOf(register, adoption, byField)),
    readOnly: new Set(adoption.allOfProject === undefined ? locked : [...locked, "ProjectRef"]),
    closedChoices: new Set(closed.map(([name]) => name)),
    adopted: fieldsOf(register, { adoption, people, limits: new Map(theirs.map((column) => [column.field, limitsOf(column)])) }, theirs),
  };
}

function fieldsOf(register: Register, list: AdoptedList, theirs: readonly TheirColumn[]): AdoptedFields {
  const { columns } = list.adoption;
  return {
    listName: list.adoption.listName,
    // "2": rows are called by their items since.
    mapping: deriveClientKey("mapping 2", writtenAdoption(list.adoption)),
    select: fieldsToRead(theirs, new Set([...columns.values()].map(({ field }) => field))),
    nameOf: (column) => columns.get(column)?.field,
    read: (fields, id) => called(adoptedRef(register, list.adoption.listId, id), readAdopted(register, list, fields)),
    write: (changes) => writeAdopted(register, list, changes),
  };
}

function called(ref: string | undefined, read: DecodedFields): DecodedFields {
  return ref === undefined ? read : { ...read, values: { ...read.values, Ref: ref } };
}

function limitsOf({ displayName, isReadOnly: locked, heldAs, choices, takesOtherWords, longest }: TheirColumn): ColumnLimits {
  return {
    displayName,
    isReadOnly: locked,
    ...(heldAs === "choice" && !takesOtherWords ? { onlyChoices: choices } : {}),
    ...(longest === undefined ? {} : { longest }),
  };
}

/** What the product works out for itself needs no column of theirs, nor does a number that comes from the item's own. */
function missingFrom(register: Register, { columns, allOfProject, listId }: Adoption): readonly string[] {
  const isCalled = adoptedRef(register, listId, "1") !== undefined;
  const isThere = (name: string): boolean =>
    columns.has(name) ||
    (name === "Ref" && isCalled) ||
    (name === "ProjectRef" && allOfProject !== undefined) ||
    (register.columns as Columns)[name]?.filledBy === "ownRow";
  return sharePointColumns(register)
    .map(({ name }) => name)
    .filter((name) => {
      const owner = name.replace(/Address$/, "");
      return !isThere(name) && !(owner !== name && (register.columns as Columns)[owner]?.type === "person" && isThere(owner));
    });
}

function isReadOnly(
  register: Register,
  { name, mapped }: { readonly name: string; readonly mapped: MappedColumn },
  byField: ReadonlyMap<string, TheirColumn>,
): boolean {
  const column: Column | undefined = (register.columns as Columns)[name];
  return column === undefined || byField.get(mapped.field)?.isReadOnly === true || fitOf(column, mapped.heldAs) !== "readAndWrite";
}

/** Their words in ours, where they mean something here; else as they are. */
function choicesOf(register: Register, { columns }: Adoption, byField: ReadonlyMap<string, TheirColumn>): readonly (readonly [string, readonly string[]])[] {
  return [...columns].flatMap(([name, { field, words }]) => {
    const choices = (register.columns as Columns)[name]?.type === "choice" ? byField.get(field)?.choices : undefined;
    if (choices === undefined || choices.length === 0) return [];
    const ours = choices.map((choice) => String(words.find(({ theirs }) => theirs === choice)?.ours ?? choice));
    return [[name, [...new Set(ours)]] as const];
  });
}
