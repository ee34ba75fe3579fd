import fc from "fast-check";
import { findHeadings, findTableRows, type Cell, type Sheet } from "../../../src/exchange";
import { importReceipt } from "../../../src/features/import/import-receipt";
import { rowNumbers } from "../../../src/features/import/left-out";
import { mappingText, readMapping } from "../../../src/features/import/remembered-mapping";
import { sourceTable } from "../../../src/features/import/source-table";
import { suggestImport } from "../../../src/features/import/suggest-import";
import { projects, risks } from "../../../src/registers";
import { planOf, written } from "../../unit/import/fixture";

const word = fc.constantFrom("Scanners", "Ward", "lift", "arrive", "late", "beds", "roof", "nurse");
const title = fc.array(word, { minLength: 3, maxLength: 6 }).map((words) => words.join(" "));
const step = fc.constantFrom<Cell>(1, 3, 5, "4 - Likely", "High", "Med", "Rare", "TBC", undefined);
const records = fc
  .array(fc.tuple(title, step, step), { minLength: 3, maxLength: 8 })
  .map((rows) => rows.map(([event, likelihood, impact], index): readonly Cell[] => [`LR/${String(index)}`, event, likelihood, impact]));
const headings: readonly Cell[] = ["Risk ref", "Risk", "Likelihood", "Impact"];

const sheetOf = (rows: readonly (readonly Cell[])[], more: Partial<Sheet> = {}): Sheet => ({ name: "Log", rows, isHidden: false, ...more });

async function imported(sheet: Sheet): Promise<readonly unknown[]> {
  const planned = await planOf(sourceTable(sheet), { register: risks });
  return written(planned).map(({ values }) => ({ ...values, ClientKey: undefined, Ref: undefined }));
}

test("title rows above, and totals, footers, blank rows and repeated headings among and below, change nothing of what is imported", async () => {
  const above = fc.array(fc.constantFrom<readonly Cell[]>(["Northmere risk log"], ["As at 3 November 2026"], []), { maxLength: 4 });
  const below = fc.array(fc.constantFrom<readonly Cell[]>(["Total", undefined, 12, 9], ["Page 1 of 2"], [], headings, ["Grand total", "-", "n/a", 3]), {
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(records, above, below, fc.nat({ max: 8 }), async (rows, before, after, cut) => {
      const at = Math.min(cut, rows.length);
      const ugly = [...before, headings, ...rows.slice(0, at), ...(at === 0 ? [] : after), ...rows.slice(at), ...after];
      expect(await imported(sheetOf(ugly))).toEqual(await imported(sheetOf([headings, ...rows])));
    }),
    { numRuns: 60 },
  );
});

test("every filled row beneath the headings is read: as a record, or left out with its reason", async () => {
  const cell = fc.option(fc.oneof(title, fc.integer({ min: 0, max: 99 }), fc.constantFrom("Total", "Risk", "Page 2", "Notes:")), { nil: undefined });
  const sheet = fc.record({
    rows: fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 14 }),
    hidden: fc.array(fc.nat({ max: 15 }), { maxLength: 3 }),
    merged: fc.array(fc.record({ top: fc.nat({ max: 12 }), height: fc.nat({ max: 3 }), left: fc.nat({ max: 4 }), width: fc.nat({ max: 3 }) }), {
      maxLength: 4,
    }),
  });
  await fc.assert(
    fc.asyncProperty(sheet, async ({ rows, hidden, merged }) => {
      const ugly = sheetOf([headings, ...rows], {
        hiddenRows: new Set(hidden),
        merged: merged.map(({ top, height, left, width }) => ({ top, bottom: top + height, left, right: left + width })),
      });
      const found = findHeadings(ugly);
      const { leftOut } = findTableRows(ugly, found);
      expect(leftOut.map(({ index }) => index)).toEqual([...new Set(leftOut.map(({ index }) => index))].sort((one, other) => one - other));
      const planned = await planOf(sourceTable(ugly), { register: risks });
      const filled = ugly.rows.flatMap((row, index) => (index >= found.firstRow && row.some((one) => one !== undefined) ? [index + 1] : []));
      const told = [...planned.plan.rows.map(({ position }) => position), ...planned.leftOut.map(({ position }) => position)];
      expect(told.sort((one, other) => one - other)).toEqual(filled);

      const { added, changed, unchanged, refused } = planned.plan.totals;
      const receipt = importReceipt(planned, { cancelled: false, outcomes: [] } as never, undefined);
      expect(receipt.rowsRead).toBe(added + changed + unchanged + refused + receipt.leftOut.length);
    }),
    { numRuns: 150 },
  );
});

test("a mapping that was remembered gives the same records the second time", async () => {
  await fc.assert(
    fc.asyncProperty(records, async (rows) => {
      const table = sourceTable(sheetOf([headings, ...rows]));
      const mapping = suggestImport(risks, table);
      const again = readMapping(mappingText(mapping), risks, table.headings.length);
      expect(again).toEqual(mapping);
      const first = written(await planOf(table, { register: risks, mapping }));
      const second = await planOf(table, { register: risks, ...(again === undefined ? {} : { mapping: again }), live: first });
      expect(second.plan.totals).toMatchObject({ added: 0, changed: 0, unchanged: first.length });
    }),
    { numRuns: 40 },
  );
});

test("a project merged down is the same as the project written in each row", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(title, fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 4 }), async (groups) => {
      const plain = groups.flatMap(([division, count], group) =>
        Array.from({ length: count }, (_, index) => [division, `G${String(group)}-${String(index)}`, `Scheme ${String(group)} ${String(index)}`]),
      );
      const starts = groups.map((_, group) => 1 + groups.slice(0, group).reduce((sum, [, count]) => sum + count, 0));
      const names = ["Division", "Project code", "Project name"];
      const drawn = plain.map((row, index) => (starts.includes(index + 1) ? row : [undefined, ...row.slice(1)]));
      const merged = groups.flatMap(([, count], group) => (count > 1 ? [{ top: starts[group]!, bottom: starts[group]! + count - 1, left: 0, right: 0 }] : []));
      const rowsOf = async (sheet: Sheet) => written(await planOf(sourceTable(sheet), { register: projects })).map(({ values }) => values);
      expect(await rowsOf(sheetOf([names, ...drawn], { merged }))).toEqual(await rowsOf(sheetOf([names, ...plain])));
    }),
    { numRuns: 40 },
  );
});

test("row numbers are told in order, and read back they are the same rows", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 10 }), (numbers) => {
      const sorted = numbers.toSorted((one, other) => one - other);
      const back = rowNumbers(sorted)
        .split(/, | and /)
        .flatMap((range) => {
          const [first = 0, last = first] = range.split("–").map(Number);
          return Array.from({ length: last - first + 1 }, (_, index) => first + index);
        });
      expect(back).toEqual(sorted);
    }),
  );
});
