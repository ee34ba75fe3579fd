import { workbookWords } from "../content";
import { fail, isClientKey, succeed, type ClientKey, type Result } from "../kernel";
import { isNewRow, newRowId, valueAt, type CellProblem, type Changes, type IncomingRow, type Register, type RowId, type Seen, type Value } from "../registers";
import { isSameCell, readSheetCell } from "./cell";
import { knownPeople, readPersonCell, type KnownPeople } from "./person-cell";
import { readRowKey } from "./row-key";
import { cellOf, sheetColumns, type SheetColumn } from "./sheet-columns";
import { hasFormula, keyColumnOf, keyHeader, keysOf, type SheetContent, type SheetValue } from "./sheet-content";
import type { Snapshot } from "./snapshot";

/**
 * What a person did to a sheet, worked out from the sheet alone, so that sorting, filtering, inserting, filling and undoing cannot mislead it.
 * D1. A row is found by its key and a column by its header, never by place.
 * D2. Every row that holds something of the register is in exactly one of `rows`, `copies` and `refused`, or nobody touched it.
 * D3. A cell that still holds what was written is no change, whatever its value reads as.
 * D4. Nothing is inferred from absence: a key that is gone, or a row emptied of everything, is reported and changes nothing.
 * D5. The first row with a key counts; later ones are copies.
 */
export interface SheetDiff {
  /** Changed and new rows, ready for the change plan; `position` is the sheet's row number. */
  readonly rows: readonly IncomingRow[];
  readonly copies: readonly SheetCopy[];
  readonly refused: readonly { readonly position: number; readonly says: string }[];
  /** Rows of the snapshot whose key no row has any more, or whose row was emptied. */
  readonly removed: readonly RowId[];
  /** Changed cells whose value comes from a formula, as "48 Title": the value goes, the formula stays. */
  readonly formulas: ReadonlySet<string>;
  /** Headers that are gone or renamed: their columns are left as they are in the register. */
  readonly missingHeaders: readonly string[];
}

export interface SheetCopy {
  readonly position: number;
  readonly firstPosition: number;
  readonly id: RowId;
}

export interface DiffRequest {
  readonly register: Register;
  readonly snapshot: Snapshot;
  readonly content: SheetContent;
  readonly makeKey: () => ClientKey;
  /** Copies that the person wants as new rows, by row number. */
  readonly copiesToAdd?: ReadonlySet<number>;
}

/** Compares a sheet with what was last written to it. The fault is a table without its key column. */
export function diffSheet(request: DiffRequest): Result<SheetDiff> {
  if (keyColumnOf(request.content) < 0) return fail({ kind: "unreadable", where: workbookWords.theSheet, says: workbookWords.noKeyColumn(keyHeader) });
  return succeed(new Comparison(request).run());
}

export function formulaName(position: number, column: string): string {
  return `${String(position)} ${column}`;
}

/** A known row names itself, so it needs no key of its own. */
const noKey = "0".repeat(32);

interface PlacedColumn extends SheetColumn {
  readonly at: number;
}

class Comparison {
  readonly #request: DiffRequest;
  readonly #columns: readonly PlacedColumn[];
  readonly #missingHeaders: readonly string[];
  readonly #people: KnownPeople;
  readonly #firstPositions = new Map<RowId, number>();
  readonly #rows: IncomingRow[] = [];
  readonly #copies: SheetCopy[] = [];
  readonly #refused: { position: number; says: string }[] = [];
  readonly #emptied = new Set<RowId>();
  readonly #formulas = new Set<string>();

  constructor(request: DiffRequest) {
    const { register, snapshot, content } = request;
    const wanted = sheetColumns(register, snapshot.columns).map((column) => ({ ...column, at: content.headers.indexOf(column.header) }));
    this.#request = request;
    this.#columns = wanted.filter(({ at }) => at >= 0);
    this.#missingHeaders = wanted.filter(({ at }) => at < 0).map(({ header }) => header);
    const personColumns = wanted.filter(({ column }) => column.type === "person").map(({ name }) => name);
    this.#people = knownPeople(
      [...snapshot.rows.values()].map(({ values }) => values),
      personColumns,
    );
  }

  run(): SheetDiff {
    const { snapshot, content } = this.#request;
    keysOf(content).forEach((key, row) => this.#take(key, row));
    return {
      rows: this.#rows,
      copies: this.#copies,
      refused: this.#refused,
      removed: [...snapshot.rows.keys()].filter((id) => !this.#firstPositions.has(id) || this.#emptied.has(id)),
      formulas: this.#formulas,
      missingHeaders: this.#missingHeaders,
    };
  }

  #take(key: string, row: number): void {
    const { snapshot, copiesToAdd, makeKey } = this.#request;
    const position = this.#request.content.firstRow + row;
    if (key === "") {
      this.#takeNew(row, makeKey());
      return;
    }
    const id = readRowKey(snapshot, key);
    if (id === undefined) {
      this.#refused.push({ position, says: workbookWords.damagedKey });
      return;
    }
    const firstPosition = this.#firstPositions.get(id);
    if (firstPosition !== undefined) {
      if (copiesToAdd?.has(position) === true) this.#takeNew(row, makeKey());
      else this.#copies.push({ position, firstPosition, id });
      return;
    }
    const seen = snapshot.rows.get(id);
    const ownKey = id.slice("new:".length);
    if (seen !== undefined) this.#firstPositions.set(id, position);
    if (seen !== undefined) this.#takeKnown(row, id, seen);
    else if (isNewRow(id) && isClientKey(ownKey)) {
      this.#firstPositions.set(id, position);
      this.#takeNew(row, ownKey);
    } else this.#refused.push({ position, says: workbookWords.unknownKey });
  }

  /** A row without a record: every filled cell is brought, but for those that the product fills. */
  #takeNew(row: number, newKey: ClientKey): void {
    const position = this.#request.content.firstRow + row;
    const open = this.#columns.filter(({ isLocked }) => !isLocked);
    const { values, problems } = this.#read(
      row,
      open.filter(({ at }) => this.#cell(row, at) !== ""),
    );
    if (Object.keys(values).length + problems.length > 0) this.#rows.push({ position, values, problems, newKey });
  }

  #takeKnown(row: number, id: RowId, seen: Seen): void {
    const position = this.#request.content.firstRow + row;
    const open = this.#columns.filter(({ isLocked }) => !isLocked);
    const hadValues = open.some((column) => cellOf(column, seen.values) !== "");
    if (hadValues && open.every(({ at }) => this.#cell(row, at) === "")) {
      this.#emptied.add(id);
      return;
    }
    const touched = this.#columns.filter((column) => !isSameCell(this.#cell(row, column.at), cellOf(column, seen.values)));
    const read = this.#read(row, touched);
    const values = Object.fromEntries(Object.entries(read.values).filter(([name, value]) => (value ?? undefined) !== valueAt(seen.values, name)));
    if (Object.keys(values).length + read.problems.length > 0 && isClientKey(noKey)) {
      this.#rows.push({ position, id, seen, values, problems: read.problems, newKey: noKey });
    }
  }

  #cell(row: number, column: number): SheetValue {
    return this.#request.content.cells[row]?.[column] ?? "";
  }

  #read(row: number, columns: readonly PlacedColumn[]): { readonly values: Changes; readonly problems: readonly CellProblem[] } {
    const position = this.#request.content.firstRow + row;
    const values = new Map<string, Value | null>();
    const problems: CellProblem[] = [];
    for (const { name, column, at } of columns) {
      const cell = this.#cell(row, at);
      if (hasFormula(this.#request.content, row, at)) this.#formulas.add(formulaName(position, name));
      const reading = readSheetCell(column, cell);
      const person = column.type === "person" && reading.kind !== "wrong" ? readPersonCell(name, String(cell), this.#people) : {};
      if (reading.kind === "wrong" || person === undefined) {
        problems.push({ field: name, says: reading.kind === "wrong" ? reading.says : workbookWords.notOnePerson(column.label), wrote: String(cell) });
      } else if (column.type === "person") {
        for (const [field, value] of Object.entries(person)) values.set(field, value);
      } else values.set(name, reading.kind === "empty" ? null : reading.value);
    }
    return { values: Object.fromEntries(values), problems };
  }
}

/** New rows that have no key in the sheet yet, by row number: the key is written before the row is sent, so that sending twice is one row. */
export function keysToWrite(diff: SheetDiff): ReadonlyMap<number, RowId> {
  return new Map(diff.rows.flatMap((row): (readonly [number, RowId])[] => (row.id === undefined ? [[row.position, newRowId(row.newKey)]] : [])));
}
