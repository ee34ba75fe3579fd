import { isRecord, property } from "../kernel";
import type { Row, Value } from "../registers";

/**
 * Rows on a disk lie as columns: a name stands once, and so does a text that many rows share. That is a third of the bytes that the
 * rows take as JSON, and writing, sealing, opening and parsing all cost by the byte.
 */
export interface PackedRows {
  readonly ids: readonly number[];
  /** What a row says of itself. */
  readonly parts: Columns;
  readonly values: Columns;
  readonly extras: Columns;
}

type Columns = readonly (readonly [name: string, column: Column])[];

/** How rows are written where they lie. The store is handed it with the disk, so that a page without one does not fetch it. */
export interface RowsFormat {
  /** Rows of another name are not read: an older version of the app may not have known a column. */
  readonly name: string;
  readonly pack: (rows: readonly Row[]) => unknown;
  readonly unpack: (packed: unknown) => readonly Row[] | undefined;
}

export function packedRows(name: string): RowsFormat {
  return { name, pack: packRows, unpack: unpackRows };
}

/** One cell a row. Texts that repeat: each of them once, and where it stands by row, -1 for nowhere. */
type Column = readonly Cell[] | { readonly texts: readonly string[]; readonly at: readonly number[] };

/** `null` where a row has none. */
type Cell = Value | null;

type Cells = readonly (readonly [name: string, cells: readonly Cell[]])[];

/** @param rows of the list, so that their ids are numbers. */
export function packRows(rows: readonly Row[]): PackedRows {
  return {
    ids: rows.map(({ id }) => Number(id)),
    parts: packColumns(rows.map(({ id: _id, values: _values, extras: _extras, ...parts }) => parts)),
    values: packColumns(rows.map(({ values }) => values)),
    extras: packColumns(rows.map(({ extras }) => extras)),
  };
}

/** Rows of exactly the shape that was packed, in the rising order of their ids; undefined for anything else. */
export function unpackRows(packed: unknown): readonly Row[] | undefined {
  if (!isRecord(packed) || Object.keys(packed).length !== 4) return undefined;
  const ids = parseIds(property(packed, "ids"));
  const parts = ids && parseColumns(property(packed, "parts"), ids.length);
  const values = ids && parseColumns(property(packed, "values"), ids.length);
  const extras = ids && parseColumns(property(packed, "extras"), ids.length);
  if (!parts?.every(isPart) || !values || !extras?.every(isText)) return undefined;
  const count = ids.length;
  const rows = recordsFrom<unknown>(
    [
      ["id", ids.map(String)],
      ...parts,
      ["values", recordsFrom(values, count)],
      ["extras", extras.length === 0 ? ids.map(() => none) : recordsFrom(extras, count)],
    ],
    count,
  );
  // Every column was looked at, which the compiler does not see.
  return rows as unknown as readonly Row[];
}

const none: Row["extras"] = {};

function packColumns(records: readonly Readonly<Record<string, Value>>[]): Columns {
  const columns = new Map<string, Cell[]>();
  for (const [row, record] of records.entries()) {
    for (const name of Object.keys(record)) {
      let cells = columns.get(name);
      if (cells === undefined) columns.set(name, (cells = new Array<Cell>(records.length).fill(null)));
      cells[row] = record[name] ?? null;
    }
  }
  return [...columns].map(([name, cells]) => [name, packCells(cells)]);
}

/** So many different texts say nothing yet. */
const fewTexts = 16;

function packCells(cells: readonly Cell[]): Column {
  const places = new Map<string, number>();
  const at: number[] = [];
  for (const cell of cells) {
    if (cell !== null && typeof cell !== "string") return cells;
    let place = cell === null ? -1 : places.get(cell);
    if (place === undefined && cell !== null) places.set(cell, (place = places.size));
    at.push(place ?? -1);
    if (places.size > fewTexts && places.size * 2 > at.length) return cells;
  }
  return { texts: [...places.keys()], at };
}

function parseIds(value: unknown): readonly number[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const ids: number[] = [];
  let last = 0;
  for (const id of value as readonly unknown[]) {
    if (typeof id !== "number" || !Number.isSafeInteger(id) || id <= last) return undefined;
    ids.push(id);
    last = id;
  }
  return ids;
}

function parseColumns(value: unknown, length: number): Cells | undefined {
  if (!Array.isArray(value)) return undefined;
  const columns = new Map<string, readonly Cell[]>();
  for (const column of value as readonly unknown[]) {
    if (!Array.isArray(column) || column.length !== 2) return undefined;
    const [name, packed] = column as readonly unknown[];
    const cells = Array.isArray(packed) ? parseCells(packed) : unpackTexts(packed);
    if (typeof name !== "string" || columns.has(name) || cells?.length !== length) return undefined;
    columns.set(name, cells);
  }
  return [...columns];
}

function parseCells(cells: readonly unknown[]): readonly Cell[] | undefined {
  return cells.every((cell) => cell === null || isValue(cell)) ? cells : undefined;
}

function unpackTexts(packed: unknown): readonly Cell[] | undefined {
  const [texts, at] = [property(packed, "texts"), property(packed, "at")];
  if (!Array.isArray(texts) || !Array.isArray(at) || !texts.every((text): text is string => typeof text === "string")) return undefined;
  const cells: Cell[] = [];
  for (const place of at as readonly unknown[]) {
    const text = place === -1 ? null : typeof place === "number" ? texts[place] : undefined;
    if (text === undefined) return undefined;
    cells.push(text);
  }
  return cells;
}

function isValue(value: unknown): value is Value {
  return typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));
}

function isText([, cells]: Cells[number]): boolean {
  return cells.every((cell) => cell === null || typeof cell === "string");
}

const isNumber = ([, cells]: Cells[number]): boolean => cells.every((cell) => cell === null || typeof cell === "number");

const partKinds = new Map<string, (column: Cells[number]) => boolean>([
  ["etag", isText],
  ["changedBy", isText],
  ["changedAtMs", isNumber],
  ["createdBy", isText],
  ["createdAtMs", isNumber],
]);

/** A part that we do not know was written by another version of the app: better read again than half understood. */
function isPart(column: Cells[number]): boolean {
  return partKinds.get(column[0])?.(column) === true;
}

/** Records by row. Copies of one that has every cell share its shape, which is faster than adding cells one by one. */
function recordsFrom<T>(columns: readonly (readonly [string, readonly (T | null)[]])[], count: number): readonly Readonly<Record<string, T>>[] {
  const withGaps = columns.filter(([, cells]) => cells.includes(null));
  // Set like any other name, it would be the record's prototype.
  const isOdd = columns.some(([name]) => name === "__proto__");
  const records: Readonly<Record<string, T>>[] = [];
  let whole: Readonly<Record<string, T>> | undefined;
  for (let row = 0; row < count; row += 1) {
    const hasAll = withGaps.every(([, cells]) => cells[row] !== null);
    const record: Record<string, T> = hasAll ? { ...whole } : {};
    for (const [name, cells] of columns) {
      const cell = cells[row];
      if (cell !== undefined && cell !== null) record[name] = cell;
    }
    if (hasAll) whole = record;
    records.push(isOdd ? oddRecord(columns, row) : record);
  }
  return records;
}

function oddRecord<T>(columns: readonly (readonly [string, readonly (T | null)[]])[], row: number): Readonly<Record<string, T>> {
  const entries: [string, T][] = [];
  for (const [name, cells] of columns) {
    const cell = cells[row];
    if (cell !== undefined && cell !== null) entries.push([name, cell]);
  }
  return Object.fromEntries(entries);
}
