import { cellText } from "../../exchange";
import { deriveClientKey, type ClientKey } from "../../kernel";
import { newRowId, valueAt, type Register, type Row, type RowId, type Value } from "../../registers";
import type { ReadRow } from "./read-source-row";
import type { SourceRow } from "./source-table";

/**
 * Which record a row of a file is.
 * I1. The client key of a new record is worked out from the register, the key column and its value, so a repeat finds it.
 * I2. A row without a key is known by all its cells and by how many rows before it hold the same.
 * I3. A record's own Ref in the file goes before everything, then the client key, then the key column's value.
 * I4. Archived records are found only where no other record answers.
 */
export interface RowKey {
  readonly clientKey: ClientKey;
  /** The key as the file writes it; undefined when the row has none. */
  readonly written: string | undefined;
}

export function keyText(value: Value | null | undefined): string | undefined {
  return value === undefined || value === null ? undefined : String(value).trim().replace(/\s+/g, " ").toLowerCase();
}

/** @returns a function that is asked for each row of one file, in order (I2). */
export function keyMaker(register: Register, keyColumn: string | undefined): (row: SourceRow, read: ReadRow) => RowKey {
  const times = new Map<string, number>();
  return (row, read) => {
    const value = keyColumn === "Ref" ? read.ref : keyColumn === undefined ? undefined : read.values[keyColumn];
    const key = keyText(value);
    if (keyColumn !== undefined && key !== undefined && key !== "") {
      return { clientKey: deriveClientKey("import", register.name, keyColumn, key), written: String(value) };
    }
    const whole = JSON.stringify(row.cells.map((cell) => cellText(cell).trim()));
    const time = (times.get(whole) ?? 0) + 1;
    times.set(whole, time);
    return { clientKey: deriveClientKey("import", register.name, "whole row", whole, String(time)), written: undefined };
  };
}

export type Match = { readonly kind: "none" | "several" } | { readonly kind: "row"; readonly row: Row };

/** The records that rows of a file may be. */
export class KnownRecords {
  readonly #byId = new Map<RowId, Row>();
  readonly #byRef = new Map<string, Row>();
  readonly #byClientKey = new Map<string, Row>();
  readonly #byKey = new Map<string, Row | "several">();
  readonly #keyColumn: string | undefined;

  constructor(rows: { readonly live: readonly Row[]; readonly archived: readonly Row[] }, keyColumn: string | undefined) {
    this.#keyColumn = keyColumn;
    const liveKeys = new Set(rows.live.map((row) => this.#keyOf(row)));
    // Archived first: what is live takes its place (I4).
    for (const row of rows.archived) this.#add(row, { isKeyTaken: liveKeys.has(this.#keyOf(row)) });
    for (const row of rows.live) this.#add(row, { isKeyTaken: false });
  }

  find(key: RowKey, read: ReadRow): Match {
    const named = read.ref === undefined ? undefined : this.#byRef.get(read.ref.trim().toUpperCase());
    const own = named ?? this.#byClientKey.get(key.clientKey) ?? this.#byId.get(newRowId(key.clientKey));
    if (own !== undefined) return { kind: "row", row: own };
    const text = this.#keyColumn === "Ref" ? undefined : keyText(key.written);
    const match = text === undefined ? undefined : this.#byKey.get(text);
    if (match === "several") return { kind: "several" };
    return match === undefined ? { kind: "none" } : { kind: "row", row: match };
  }

  #keyOf(row: Row): string | undefined {
    return this.#keyColumn === undefined ? undefined : keyText(valueAt(row.values, this.#keyColumn));
  }

  #add(row: Row, { isKeyTaken }: { readonly isKeyTaken: boolean }): void {
    this.#byId.set(row.id, row);
    const ref = valueAt(row.values, "Ref");
    const clientKey = valueAt(row.values, "ClientKey");
    const key = this.#keyOf(row);
    if (typeof ref === "string") this.#byRef.set(ref, row);
    if (typeof clientKey === "string") this.#byClientKey.set(clientKey, row);
    if (key !== undefined && !isKeyTaken) this.#byKey.set(key, this.#byKey.has(key) ? "several" : row);
  }
}
