import { fail, isRecord, succeed, type Fault, type Result } from "../kernel";
import type { Row, RowId } from "../registers";
import type { DiskChange, DiskEntry } from "./disk";
import { placeKey } from "./place";
import type { RegisterPlace } from "./ports";
import { sameRow } from "./same-row";

/**
 * Rows on a disk lie in chunks: 500 list item ids each, whichever of them exist. Writing chunks is thirty times as fast as
 * writing rows, and rewriting one of 500 after an edit takes about 2 ms.
 */
const idsPerChunk = 500;

/** Chunk number to its rows, in the order of their ids. */
export type Chunks = ReadonlyMap<number, readonly Row[]>;

/** Undefined for a row that is not in the list yet, and for anything else that is no list item id. */
export function chunkNumber(id: RowId): number | undefined {
  return itemIdPattern.test(id) ? Math.floor(Number(id) / idsPerChunk) : undefined;
}

const itemIdPattern = /^[1-9][0-9]{0,9}$/;

/** The whole chunks that hold these ids, out of all rows of a place. An empty chunk is one whose last row went. */
export function chunksOf(rows: ReadonlyMap<RowId, Row>, ids: Iterable<RowId>): Chunks {
  const chunks = new Map<number, Row[]>();
  for (const id of ids) {
    const number = chunkNumber(id);
    if (number !== undefined) chunks.set(number, []);
  }
  if (chunks.size === 0) return chunks;
  for (const row of rows.values()) {
    const number = chunkNumber(row.id);
    if (number !== undefined) chunks.get(number)?.push(row);
  }
  for (const chunk of chunks.values()) chunk.sort((one, other) => Number(one.id) - Number(other.id));
  return chunks;
}

/** The chunks of `after` that differ from those of `before`. */
export function changedChunks(before: ReadonlyMap<RowId, Row>, after: ReadonlyMap<RowId, Row>): Chunks {
  const changed: RowId[] = [];
  for (const [id, row] of after) {
    const old = before.get(id);
    if (old === undefined || !sameRow(old, row)) changed.push(id);
  }
  for (const id of before.keys()) if (!after.has(id)) changed.push(id);
  return chunksOf(after, changed);
}

/** The folder of a place's chunks, for reading them. */
export function chunkFolder(place: RegisterPlace): string {
  return placeKey(place);
}

export function chunkChanges(place: RegisterPlace, chunks: Chunks): readonly DiskChange[] {
  return [...chunks].map(([number, rows]) => ({
    drawer: "chunks",
    key: `${chunkFolder(place)}/${number}`,
    value: rows.length === 0 ? undefined : rows,
  }));
}

/** All rows of a place from the entries of its folder, in the order of their ids. One entry that is not a chunk spoils all of them. */
export function rowsFromChunks(entries: readonly DiskEntry[]): Result<ReadonlyMap<RowId, Row>> {
  const rows: Row[] = [];
  for (const { key, value } of entries) {
    const chunk = parseChunk(Number(key.slice(key.lastIndexOf("/") + 1)), value);
    if (!chunk.ok) return chunk;
    rows.push(...chunk.value);
  }
  rows.sort((one, other) => Number(one.id) - Number(other.id));
  return succeed(new Map(rows.map((row) => [row.id, row])));
}

/** Rows of exactly the shape that was written, each in its own chunk and no id twice; anything else is `unreadable`. */
export function parseChunk(number: number, value: unknown): Result<readonly Row[]> {
  if (!Array.isArray(value)) return fail(unreadable("a chunk is not a list"));
  const rows: readonly unknown[] = value;
  const ids = new Set<RowId>();
  const parsed: Row[] = [];
  for (const row of rows) {
    if (!isRow(row)) return fail(unreadable("a row has a wrong shape"));
    if (chunkNumber(row.id) !== number || ids.has(row.id)) return fail(unreadable("a row lies where it does not belong"));
    ids.add(row.id);
    parsed.push(row);
  }
  return succeed(parsed);
}

function unreadable(says: string): Fault {
  return { kind: "unreadable", where: "This device", says };
}

const isText = (value: unknown): boolean => typeof value === "string";
const isNumber = (value: unknown): boolean => typeof value === "number" && Number.isFinite(value);
const isValue = (value: unknown): boolean => isText(value) || isNumber(value) || typeof value === "boolean";
const isEach = (accepts: (value: unknown) => boolean) => (value: unknown) => isRecord(value) && Object.values(value).every(accepts);

const optionalParts = new Map<string, (value: unknown) => boolean>([
  ["etag", isText],
  ["changedBy", isText],
  ["changedAtMs", isNumber],
  ["createdBy", isText],
  ["createdAtMs", isNumber],
]);
const parts = new Map([...optionalParts, ["id", isText], ["values", isEach(isValue)], ["extras", isEach(isText)]]);

/** A part that we do not know was written by another version of the app: better read again than half understood. */
function isRow(value: unknown): value is Row {
  if (!isRecord(value)) return false;
  const needed = ["id", "values", "extras"].every((name) => Object.hasOwn(value, name));
  return needed && Object.entries(value).every(([name, part]) => parts.get(name)?.(part) === true);
}
