import fc from "fast-check";
import type { Row } from "../../../src/registers";
import { chunkChanges, chunkFolder, chunkNumber, chunksOf, parseChunk, rowsFromChunks } from "../../../src/store/chunks";
import type { Disk } from "../../../src/store/disk";
import { packedRows, packRows } from "../../../src/store/packed-rows";
import { MemoryDevice } from "../../../src/store/memory-disk";

type Rows = ReadonlyMap<string, Row>;

const format = packedRows("1");
const place = { site: "northmere.example,1,2", register: "Risks" };
const id = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 2_600 }).map(String) },
  fc.constantFrom("a", "b").map((end) => `new:${end.repeat(32)}`),
);
const value = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((found) => found + 0),
  fc.boolean(),
);
const row: fc.Arbitrary<Row> = fc.record(
  {
    id,
    etag: fc.string(),
    values: fc.dictionary(fc.string(), value),
    extras: fc.dictionary(fc.string(), fc.string()),
    changedBy: fc.string(),
    changedAtMs: fc.nat(),
  },
  { requiredKeys: ["id", "values", "extras"] },
);
const rows: fc.Arbitrary<Rows> = fc.array(row, { maxLength: 12 }).map((found) => new Map(found.map((one) => [one.id, one])));

const inList = (all: Rows): readonly Row[] =>
  [...all.values()].filter((one) => !one.id.startsWith("new:")).sort((one, other) => Number(one.id) - Number(other.id));

async function readBack(disk: Disk): Promise<readonly Row[]> {
  const found = await disk.read("chunks", chunkFolder(place));
  const read = found.ok ? rowsFromChunks(found.value, format) : found;
  if (!read.ok) throw new Error(read.fault.kind);
  return [...read.value.values()];
}

/** As text, whatever the order of a row's columns; -0 and 0 are one number to a list column, and to JSON. */
function told(all: readonly Row[]): string {
  const inOrder = (part: unknown): unknown =>
    typeof part === "object" && part !== null ? Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)) : part;
  return JSON.stringify(all.map((one) => inOrder(Object.fromEntries(Object.entries(one).map(([name, part]) => [name, inOrder(part)])))));
}

const idsOf = (...states: readonly Rows[]): ReadonlySet<string> => new Set(states.flatMap((state) => [...state.keys()]));

test("rows written as chunks come back as they were, without the unsaved ones and in the order of their ids", async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (all) => {
      const disk = new MemoryDevice().open();
      await disk.write(chunkChanges(place, chunksOf(all, all.keys()), format), { durability: "relaxed" });
      expect(told(await readBack(disk))).toBe(told(inList(all)));
    }),
  );
});

test("writing only the chunks of what a round brought or took leaves what writing everything would", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(rows, { minLength: 1, maxLength: 5 }), async (states) => {
      const disk = new MemoryDevice().open();
      let before: Rows = new Map();
      for (const after of states) {
        await disk.write(chunkChanges(place, chunksOf(after, idsOf(before, after)), format), { durability: "relaxed" });
        before = after;
      }
      expect(told(await readBack(disk))).toBe(told(inList(before)));
    }),
  );
});

test("the chunks of some ids hold all rows of these chunks and no others", () => {
  fc.assert(
    fc.property(rows, fc.array(id), (all, ids) => {
      const numbers = new Set(ids.map(chunkNumber).filter((number) => number !== undefined));
      const chunks = chunksOf(all, ids);
      expect(new Set(chunks.keys())).toEqual(numbers);
      for (const [number, held] of chunks) expect(held).toEqual(inList(all).filter((one) => chunkNumber(one.id) === number));
    }),
  );
});

test("whatever lies in a chunk's place is read as rows of that chunk or not at all", () => {
  const hostile = fc.oneof(
    fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true }),
    fc.array(fc.oneof(row, fc.anything()), { maxLength: 3 }),
    fc.tuple(rows, fc.anything(), fc.nat(), fc.nat()).map(([all, other, first, second]) => spoiled(packRows(inList(all)), other, [first, second])),
  );
  fc.assert(
    fc.property(hostile, fc.nat(3), (content, number) => {
      const read = parseChunk(number, content, format);
      if (read.ok) for (const one of read.value) expect([chunkNumber(one.id), Object.keys(one).filter((name) => !partNames.has(name))]).toEqual([number, []]);
      else expect(read.fault.kind).toBe("unreadable");
    }),
    { numRuns: 500 },
  );
});

const partNames = new Set(["id", "etag", "values", "extras", "changedBy", "changedAtMs", "createdBy", "createdAtMs"]);

/** Packed rows in which something else stands in one place, at most two levels down. */
function spoiled(packed: object, other: unknown, [first = 0, second]: readonly number[]): unknown {
  const entries = Object.entries(packed);
  const at = entries[first % Math.max(1, entries.length)];
  if (!at) return other;
  const [name, part] = at as [string, unknown];
  const inside = second !== undefined && typeof part === "object" && part !== null ? spoiled(part, other, [second]) : other;
  return Array.isArray(packed) ? packed.map((one: unknown, index) => (String(index) === name ? inside : one)) : { ...packed, [name]: inside };
}
