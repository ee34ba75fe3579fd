import { Area } from "../model/area";
import { parseAddress } from "../model/rectangle";
import { invalidArgument, itemNotFound } from "../model/refusal";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import type { Arguments } from "./host-object";

/** An area given as a Range object, an address or the name of a named range. @param home the sheet that an address without a sheet means. */
export function areaArgument(workbook: Workbook, home: Sheet, args: Arguments): Area {
  return args.target(0, Area) ?? areaAt(workbook, home, args.text(0));
}

export function areaAt(workbook: Workbook, home: Sheet, text: string): Area {
  // 8,192 characters is Excel's own limit for an address (docs-pr, excel-add-ins-troubleshooting.md).
  if (text.length > 8192) throw invalidArgument();
  const named = workbook.names.find((item) => item.area !== undefined && item.name.toLowerCase() === text.toLowerCase())?.area;
  if (named !== undefined) return named.copy();
  const address = parseAddress(text);
  if (address === undefined) throw invalidArgument();
  const sheet = address.sheetName === undefined ? home : workbook.sheet(address.sheetName);
  if (sheet === undefined) throw itemNotFound();
  return new Area(sheet, address);
}
