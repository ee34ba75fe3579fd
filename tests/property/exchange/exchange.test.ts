import fc from "fast-check";
import { calendarDate, dateFromDayNumber, dayNumber, pence } from "../../../src/kernel";
import {
  addCsvGuard,
  findHeadings,
  guardFile,
  readCell,
  readTable,
  safeFileName,
  stripCsvGuard,
  suggestMapping,
  writeCsv,
  writeWorkbook,
  type Cell,
  type CellContent,
  type Sheet,
} from "../../../src/exchange";

const anyText = fc.string({ unit: "binary", maxLength: 12 });
/** Texts made of the letters that have a meaning to some parser on the way. */
const trickyText = fc.string({
  unit: fc.constantFrom("'", '"', ",", ";", "|", "\t", "\r", "\n", "=", "+", "-", "@", "＝", " ", "a", "£", "_", "x", "0", "D", "<", "&", "\ufeff"),
  maxLength: 10,
});
const text = fc.oneof(anyText, trickyText);
const rowsOfText = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });

async function sheetOf(bytes: Uint8Array): Promise<Sheet> {
  const table = await readTable(bytes, "Sheet");
  if (!table.ok) throw new Error(JSON.stringify(table.fault));
  return table.value.sheets[0]!;
}

test("whatever is written as CSV comes back exactly", async () => {
  await fc.assert(
    fc.asyncProperty(rowsOfText, async (rows) => {
      const expected = rows.map((row) => row.map((cell) => (cell === "" ? undefined : cell)));
      expect((await sheetOf(writeCsv(rows))).rows).toEqual(expected);
    }),
    // Found once: under another delimiter these quotation marks made steadier rows.
    { numRuns: 500, examples: [[[["", "\r;\r"], [""], [""], [""]]]] },
  );
});

test("a guard comes off exactly, and what is guarded never starts a formula", () => {
  fc.assert(
    fc.property(text, (plain) => {
      expect(stripCsvGuard(addCsvGuard(plain))).toBe(plain);
      expect(addCsvGuard(plain)).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/);
    }),
    { numRuns: 1000 },
  );
});

const earliest = dayNumber(calendarDate(1900, 1, 1)!);
const anyDate = fc.integer({ min: earliest, max: dayNumber(calendarDate(2199, 12, 31)!) }).map(dateFromDayNumber);
const content = fc.oneof(
  text,
  anyDate.map((date) => ({ date })),
  fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map((amount) => ({ pence: pence(amount) })),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
  fc.boolean(),
  fc.constant(undefined),
);

const illegalInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function asRead(value: CellContent): Cell {
  if (typeof value === "string") return value.replace(illegalInXml, "") || undefined;
  return typeof value === "object" && "pence" in value ? value.pence / 100 : (value as Cell);
}

test("whatever is written as a workbook comes back exactly, and no text becomes a formula", async () => {
  const columns = ["text", "date", "money", "number"] as const;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(content, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 4 }), async (rows) => {
      const bytes = writeWorkbook({
        title: "Law",
        createdAtMs: 0,
        sheets: [
          {
            name: "Law",
            columns: columns.map((kind) => ({ heading: kind, kind: kind === "date" ? "text" : kind, widthCharacters: 10 })),
            rows,
            freezeHeading: true,
            autoFilter: true,
          },
        ],
      });
      const read = (await sheetOf(bytes)).rows.slice(1);
      expect(rows.map((_, row) => columns.map((__, column) => read[row]?.[column]))).toEqual(rows.map((row) => row.map(asRead)));
      const guarded = await guardFile(bytes);
      const sheetXml = guarded.ok && guarded.value.kind === "package" ? new TextDecoder().decode(guarded.value.parts.get("xl/worksheets/sheet1.xml")) : "";
      expect(sheetXml).toMatch(/^<\?xml(?:(?!<f[\s>]).)*<\/worksheet>$/s);
    }),
    { numRuns: 300 },
  );
});

test("no bytes make the reader throw", async () => {
  const start = fc.constantFrom(
    [],
    [0x50, 0x4b, 3, 4],
    [0x3c, 0x3f],
    [0xff, 0xfe],
    [0xfe, 0xff],
    [0xef, 0xbb, 0xbf],
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  );
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array({ maxLength: 300 }), async (header, body) => {
      const table = await readTable(Uint8Array.from([...header, ...body]), "Any");
      if (table.ok) for (const sheet of table.value.sheets) findHeadings(sheet);
    }),
    { numRuns: 1000 },
  );
});

test("a workbook damaged anywhere is read or refused, never thrown at", async () => {
  const sound = writeWorkbook({
    title: "Law",
    createdAtMs: 0,
    sheets: [{ name: "Law", columns: [{ heading: "Title", kind: "text", widthCharacters: 10 }], rows: [["a"], ["b"]], freezeHeading: true, autoFilter: true }],
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat({ max: sound.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 }), async (changes) => {
      const damaged = Uint8Array.from(sound);
      for (const [at, byte] of changes) damaged[at] = byte;
      await readTable(damaged, "Any");
    }),
    { numRuns: 400 },
  );
});

const cell: fc.Arbitrary<Cell> = fc.oneof(
  text,
  fc.double(),
  fc.boolean(),
  fc.constant(undefined),
  anyDate.map((date) => ({ date })),
);

test("no cell makes a reader throw, and no heading row lies outside the sheet", () => {
  const how = fc.constantFrom(
    { kind: "money", scale: 1 } as const,
    { kind: "money", scale: 1_000_000 } as const,
    { kind: "wholeNumber" } as const,
    { kind: "number" } as const,
    { kind: "date", order: "day first" } as const,
    { kind: "choice", choices: ["Open", "Closed"] } as const,
    { kind: "yesNo" } as const,
    { kind: "person" } as const,
    { kind: "url" } as const,
    { kind: "text" } as const,
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 }), how, (rows, kind) => {
      for (const row of rows) for (const one of row) readCell(one, kind);
      const found = findHeadings({ name: "Any", rows, isHidden: false });
      expect(found.headingRow).toBeLessThan(Math.max(1, found.endRow));
      expect(found.firstRow).toBeGreaterThan(found.headingRow);
      const named = found.headings.filter((heading) => heading !== "").map((heading) => heading.toLowerCase());
      expect(new Set(named).size).toBe(named.length);
      suggestMapping(found.headings, rows, [{ name: "Budget", label: "Budget", alsoKnownAs: [], kind: "money" }]);
    }),
    { numRuns: 1000 },
  );
});

test("pounds and pence read as money give the same pence at every scale", () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.constantFrom(1 as const, 1000 as const, 1_000_000 as const), (hundredths, scale) => {
      const written = (hundredths / 100).toFixed(2);
      const expected = { kind: "value", value: hundredths === 0 ? 0 : hundredths * scale };
      expect(readCell(written, { kind: "money", scale })).toEqual(expected);
      expect(readCell(hundredths / 100, { kind: "money", scale })).toEqual(expected);
    }),
  );
});

test("a file name is never empty, never a path, and safe stays safe", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (name) => {
      const safe = safeFileName(name);
      expect(safe).toMatch(/^[^<>:"/\\|?*\p{Cc}]{1,140}$/u);
      expect(safeFileName(safe)).toBe(safe);
    }),
  );
});
