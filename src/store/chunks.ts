import { fail, succeed, type Fault, type Result } from "../kernel";
import type { Row, RowId } from "../registers";
import type { DiskChange, DiskEntry } from "./disk";
import type { RowsFormat } from "./packed-rows";
import { placeKey } from "./place";
import type { RegisterPlace } from "./ports";

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
    if (number !== undefined && !chunks.has(number)) chunks.set(number, []);
  }
  if (chunks.size === 0) return chunks;
  for (const row of rows.values()) {
    const number = chunkNumber(row.id);
    if (number !== undefined) chunks.get(number)?.push(row);
  }
  for (const chunk of chunks.values()) chunk.sort((one, other) => Number(one.id) - Number(other.id));
  return chunks;
}

/** The folder of a place's chunks, for reading them. */
export function chunkFolder(place: RegisterPlace): string {
  return placeKey(place);
}

/** The chunks as a disk takes them. Each is packed when the disk comes to it, so that no turn of the page packs more than one. */
export function chunkChanges(place: RegisterPlace, chunks: Chunks, { pack }: RowsFormat): readonly DiskChange[] {
  return [...chunks].map(([number, rows]) => new ChunkChange(chunkKey(place, number), () => (rows.length === 0 ? undefined : pack(rows))));
}

export function chunkKey(place: RegisterPlace, number: number): string {
  return `${chunkFolder(place)}/${number}`;
}

class ChunkChange implements DiskChange {
  readonly drawer = "chunks";
  readonly key: string;
  readonly #pack: () => unknown;

  constructor(key: string, pack: () => unknown) {
    this.key = key;
    this.#pack = pack;
  }

  get value(): unknown {
    return this.#pack();
  }
}

/** All rows of a place from the entries of its folder, in the order of their ids. One entry that is not a chunk spoils all of them. */
export function rowsFromChunks(entries: readonly DiskEntry[], format: RowsFormat): Result<ReadonlyMap<RowId, Row>> {
  const numbered = entries.map(({ key, value }) => ({ number: Number(key.slice(key.lastIndexOf("/") + 1)), value }));
  numbered.sort((one, other) => one.number - other.number);
  const rows = new Map<RowId, Row>();
  for (const { number, value } of numbered) {
    const chunk = parseChunk(number, value, format);
    if (!chunk.ok) return chunk;
    for (const row of chunk.value) rows.set(row.id, row);
  }
  return succeed(rows);
}

/** Rows of exactly the shape that was written, each in its own chunk and no id twice; anything else is `unreadable`. */
export function parseChunk(number: number, value: unknown, { unpack }: RowsFormat): Result<readonly Row[]> {
  const rows = unpack(value);
  if (rows === undefined) return fail(unreadable("a chunk has a wrong shape"));
  // They rise, so the first and the last speak for all.
  const isAtHome = [rows[0], rows.at(-1)].every((row) => row === undefined || chunkNumber(row.id) === number);
  return isAtHome ? succeed(rows) : fail(unreadable("a row lies where it does not belong"));
}

function unreadable(says: string): Fault {
  return { kind: "unreadable", where: "This device", says };
}
