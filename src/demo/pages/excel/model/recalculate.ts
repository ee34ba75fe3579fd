import { calculate } from "./formula";
import type { Address } from "./rectangle";
import type { Cell, Sheet } from "./sheet";
import type { CellValue } from "./typed-value";
import type { Workbook } from "./workbook";

/** Works out every formula once, operands first. A formula that depends on itself shows 0, as Excel's circular references do. */
export function recalculate(workbook: Workbook): void {
  const settled = new Set<Cell>();
  const settle = (sheet: Sheet, cell: Cell): void => {
    if (cell.formula === undefined || settled.has(cell)) return;
    settled.add(cell);
    cell.value = 0;
    cell.value = calculate(cell.formula, { valuesAt: (address) => valuesAt(sheet, address) });
  };
  const valuesAt = (home: Sheet, address: Address): CellValue[][] | undefined => {
    const sheet = address.sheetName === undefined ? home : workbook.sheet(address.sheetName);
    const used = sheet?.usedRectangle();
    if (sheet === undefined) return undefined;
    const rowCount = Math.max(1, Math.min(address.rowCount, (used?.row ?? 0) + (used?.rowCount ?? 0) - address.row));
    return Array.from({ length: rowCount }, (_, i) =>
      Array.from({ length: address.columnCount }, (__, j) => {
        const cell = sheet.cell(address.row + i, address.column + j);
        if (cell !== undefined) settle(sheet, cell);
        return cell?.value ?? "";
      }),
    );
  };
  for (const sheet of workbook.sheets) {
    if (!sheet.hasFormulas) continue;
    for (const { cell } of sheet.placedCells()) settle(sheet, cell);
  }
}
