import fc from "fast-check";
import { Person, Workbook } from "../../../src/demo/pages/excel";
import { parseClipboard } from "../../../src/demo/pages/excel/grid/grid-keys";
import { formatRectangle, parseAddress } from "../../../src/demo/pages/excel/model/rectangle";
import { Area } from "../../../src/demo/pages/excel/model/area";
import { shiftCells } from "../../../src/demo/pages/excel/model/change-cells";

const rectangles = fc.record({
  row: fc.nat(5000),
  column: fc.nat(800),
  rowCount: fc.integer({ min: 1, max: 500 }),
  columnCount: fc.integer({ min: 1, max: 100 }),
});

test("an address reads back as the rectangle it was written from", () => {
  fc.assert(
    fc.property(rectangles, (rectangle) => {
      expect(parseAddress(formatRectangle(rectangle))).toEqual({ sheetName: undefined, ...rectangle });
    }),
  );
});

test("no text in a text cell is ever changed or becomes a formula", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("=1", "+a", "-b", "@x", "1E5", "3/4", "'q")), (text) => {
      const workbook = new Workbook({ currentYear: 2026 });
      workbook.activeSheet.ensureCell(0, 0).numberFormat = "@";
      expect(new Person(workbook).typeInto("A1", text).ok).toBe(true);
      expect([workbook.activeSheet.value(0, 0), workbook.activeSheet.cell(0, 0)?.formula]).toEqual([text, undefined]);
    }),
  );
});

test("inserting rows and deleting the same rows leaves the sheet as it was", () => {
  fc.assert(
    fc.property(fc.nat(12), fc.integer({ min: 1, max: 5 }), (at, count) => {
      const workbook = new Workbook({ currentYear: 2026 });
      const sheet = workbook.activeSheet;
      for (let row = 0; row < 10; row++) sheet.ensureCell(row, 0).value = row;
      workbook.names.push({
        name: "Kept",
        area: new Area(sheet, { row: 3, column: 0, rowCount: 4, columnCount: 1 }),
        formula: "",
        comment: "",
        visible: true,
      });
      const rows = (): Area => new Area(sheet, { row: at, column: 0, rowCount: count, columnCount: 16_384 });
      shiftCells(workbook, rows(), { axis: "rows", kind: "insert" });
      shiftCells(workbook, rows(), { axis: "rows", kind: "delete" });
      expect(Array.from({ length: 10 }, (_, row) => sheet.value(row, 0))).toEqual(Array.from({ length: 10 }, (_, row) => row));
      expect(workbook.names[0]?.area).toMatchObject({ row: 3, rowCount: 4 });
    }),
  );
});

test("a clipboard text of plain cells splits into them", () => {
  const texts = fc.array(fc.array(fc.stringMatching(/^[a-z0-9 ]{1,8}$/), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(texts, (rows) => {
      expect(parseClipboard(rows.map((row) => row.join("\t")).join("\r\n"))).toEqual(rows);
    }),
  );
});
