import { formatArea } from "./area";
import { parseAddress } from "./rectangle";
import type { CellValue } from "./typed-value";
import type { Workbook } from "./workbook";

/** The choices of a list rule: "Red,Amber,Green", "=RagChoices" or "=Lists!$A$1:$A$3"; undefined when they cannot be had. */
export function listChoices(workbook: Workbook, source: string): readonly CellValue[] | undefined {
  if (!source.startsWith("=")) return source.split(",").map((choice) => choice.trim());
  const named = workbook.names.find((item) => item.name.toLowerCase() === source.slice(1).toLowerCase())?.area;
  const address = parseAddress(named === undefined ? source.slice(1) : formatArea(named));
  const sheet = address?.sheetName === undefined ? undefined : workbook.sheet(address.sheetName);
  if (address === undefined || sheet === undefined) return undefined;
  const used = sheet.usedRectangle();
  const { row, column, columnCount } = address;
  const rowCount = Math.min(address.rowCount, Math.max(0, (used?.row ?? 0) + (used?.rowCount ?? 0) - row));
  return Array.from({ length: rowCount * columnCount }, (_, i) => sheet.value(row + Math.floor(i / columnCount), column + (i % columnCount)));
}
