import type { Person } from "../../parts";
import { columnOf, registerNamed, valueAt, type Row, type Value } from "../../registers";
import { nameKey } from "./person-names";

/** People and records that an import may name. */
export interface LookUps {
  /** The one person that this name surely means, or was said to mean. */
  personNamed(name: string): Pick<Person, "name" | "address"> | undefined;
  nameOf(address: string): string | undefined;
  /** What a reference to this record holds, found by its own value, title or old reference. */
  reference(register: string, by: string, written: string): "unknown" | "several" | { readonly value: string };
}

export type NamedPeople = ReadonlyMap<string, Pick<Person, "name" | "address">>;

/**
 * @param people whom the names of the file mean, by `nameKey`.
 * @param rowsOf a register's rows as known now; asked once for each register that is referred to.
 */
export function makeLookUps(people: { readonly named: NamedPeople; readonly known: readonly Person[] }, rowsOf: (register: string) => readonly Row[]): LookUps {
  const byAddress = new Map(people.known.map(({ name, address }) => [address, name]));
  const indexes = new Map<string, ReadonlyMap<string, string | undefined>>();
  const indexOf = (register: string, by: string): ReadonlyMap<string, string | undefined> => {
    const known = indexes.get(register) ?? indexReferences(register, by, rowsOf(register));
    indexes.set(register, known);
    return known;
  };
  return {
    personNamed: (name) => people.named.get(nameKey(name)),
    nameOf: (address) => byAddress.get(address),
    reference: (register, by, written) => {
      const index = indexOf(register, by);
      const value = index.get(plain(written));
      if (value !== undefined) return { value };
      return index.has(plain(written)) ? "several" : "unknown";
    },
  };
}

function plain(text: Value): string {
  return String(text).replace(/\s+/g, " ").trim().toLowerCase();
}

/** Everybody whom these rows name with an address, each once. */
export function peopleIn(rows: readonly Row[]): readonly Person[] {
  const byAddress = new Map<string, Person>();
  for (const { values } of rows) {
    for (const [column, address] of Object.entries(values)) {
      const name = column.endsWith("Address") ? valueAt(values, column.slice(0, -"Address".length)) : undefined;
      if (typeof name === "string" && typeof address === "string") byAddress.set(address, { name, address });
    }
  }
  return [...byAddress.values()];
}

/** Its own value counts before a title, so that a project called "P-0002" cannot stand for another. */
function indexReferences(register: string, by: string, rows: readonly Row[]): ReadonlyMap<string, string | undefined> {
  const index = new Map<string, string | undefined>();
  const definition = registerNamed(register);
  const others = ["Title", "OldReference"].filter((name) => definition !== undefined && columnOf(definition, name) !== undefined);
  for (const name of others) {
    for (const { values } of rows) {
      const written = valueAt(values, name);
      const value = valueAt(values, by);
      if (written === undefined || value === undefined) continue;
      const key = plain(written);
      index.set(key, index.has(key) && index.get(key) !== String(value) ? undefined : String(value));
    }
  }
  for (const { values } of rows) {
    const value = valueAt(values, by);
    if (value !== undefined) index.set(plain(value), String(value));
  }
  return index;
}
