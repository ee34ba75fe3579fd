import { valueAt, type Changes, type Values } from "../registers";
import { cellText } from "./cell";

/** A person stands in one cell, "Asha Patel <asha.patel@northmere.example>", and in two columns of the row. */

export function addressColumn(name: string): string {
  return `${name}Address`;
}

export function personCell(values: Values, name: string): string {
  const person = valueAt(values, name);
  const address = valueAt(values, addressColumn(name));
  if (person === undefined) return "";
  return cellText(typeof address === "string" && address !== "" ? `${String(person)} <${address}>` : String(person));
}

const withAddress = /^([^<>;\n]*?)\s*<\s*([^\s@<>;,]+@[^\s@<>;,]+)\s*>$/;
const onlyAddress = /^[^\s@<>;,]+@[^\s@<>;,]+\.[^\s@<>;,]+$/;

/** By name in lower case; a name that two addresses share is left out. */
export type KnownPeople = ReadonlyMap<string, string>;

/**
 * Reads a person's cell. A name alone gets its address from people already in the register; otherwise the old
 * address is cleared, because it may be somebody else's.
 * @returns undefined when the cell names more than one person.
 */
export function readPersonCell(name: string, cell: string, known: KnownPeople): Changes | undefined {
  const bare = cell.trim();
  const changes = (person: string | null, address: string | null): Changes => ({ [name]: person, [addressColumn(name)]: address });
  if (bare === "") return changes(null, null);
  const both = withAddress.exec(bare);
  if (both?.[2] !== undefined) return changes(both[1]?.trim() === "" ? both[2].toLowerCase() : (both[1]?.trim() ?? null), both[2].toLowerCase());
  if (onlyAddress.test(bare)) return changes(bare.toLowerCase(), bare.toLowerCase());
  if (/[;\n<>@]/.test(bare)) return undefined;
  return changes(bare, known.get(bare.toLowerCase()) ?? null);
}

export function knownPeople(rows: Iterable<Values>, columns: readonly string[]): KnownPeople {
  const addresses = new Map<string, Set<string>>();
  for (const values of rows) {
    for (const name of columns) {
      const person = valueAt(values, name);
      const address = valueAt(values, addressColumn(name));
      if (typeof person !== "string" || typeof address !== "string" || address === "") continue;
      const key = person.toLowerCase();
      addresses.set(key, (addresses.get(key) ?? new Set()).add(address));
    }
  }
  return new Map([...addresses].flatMap(([name, found]) => ([...found].length === 1 ? [[name, [...found][0] ?? ""] as const] : [])));
}
