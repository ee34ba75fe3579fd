import fc from "fast-check";
import type { Row } from "../../../src/registers";
import { changedChunks, chunkChanges, chunkFolder, chunkNumber, chunksOf, parseChunk, rowsFromChunks } from "../../../src/store/chunks";
import type { Disk } from "../../../src/store/disk";
import { MemoryDevice } from "../../../src/store/memory-disk";

type Rows = ReadonlyMap<string, Row>;

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
  const read = found.ok ? rowsFromChunks(found.value) : found;
  if (!read.ok) throw new Error(read.fault.kind);
  return [...read.value.values()];
}

test("rows written as chunks come back as they were, without the unsaved ones and in the order of their ids", async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (all) => {
      const disk = new MemoryDevice().open();
      await disk.write(chunkChanges(place, chunksOf(all, all.keys())), { durability: "relaxed" });
      // -0 and 0 are one number to a list column, and to JSON.
      expect(JSON.stringify(await readBack(disk))).toBe(JSON.stringify(inList(all)));
    }),
  );
});

test("writing only the changed chunks after each change leaves what writing everything would", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(rows, { minLength: 1, maxLength: 5 }), async (states) => {
      const disk = new MemoryDevice().open();
      let before: Rows = new Map();
      for (const after of states) {
        await disk.write(chunkChanges(place, changedChunks(before, after)), { durability: "relaxed" });
        before = after;
      }
      expect(JSON.stringify(await readBack(disk))).toBe(JSON.stringify(inList(before)));
    }),
  );
});

test("a chunk is changed exactly when one of its rows was added, altered or removed", () => {
  fc.assert(
    fc.property(rows, rows, fc.subarray(["keep", "alter", "drop"] as const, { minLength: 1 }), (some, more, ways) => {
      const before = new Map(some);
      const after = new Map(more);
      const touched = new Set([...after.keys()].map(chunkNumber));
      for (const [index, [key, old]] of [...before].entries()) {
        if (after.has(key)) before.delete(key);
        else if (ways[index % ways.length] === "keep") after.set(key, { ...old });
        else if (ways[index % ways.length] === "alter") after.set(key, { ...old, etag: `${old.etag ?? ""}+` });
        if (after.get(key)?.etag !== old.etag || !after.has(key)) touched.add(chunkNumber(key));
      }
      touched.delete(undefined);
      expect(new Set(changedChunks(before, after).keys())).toEqual(touched);
    }),
  );
});

test("whatever lies in a chunk's place is read as rows of that chunk or not at all", () => {
  const hostile = fc.oneof(
    fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true }),
    fc.array(fc.oneof(row, fc.anything()), { maxLength: 3 }),
  );
  fc.assert(
    fc.property(hostile, fc.nat(3), (content, number) => {
      const read = parseChunk(number, content);
      if (read.ok) for (const one of read.value) expect(chunkNumber(one.id)).toBe(number);
      else expect(read.fault.kind).toBe("unreadable");
    }),
    { numRuns: 500 },
  );
});
