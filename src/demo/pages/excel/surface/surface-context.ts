import type { Area } from "../model/area";
import type { Sheet } from "../model/sheet";
import type { Table } from "../model/table";
import type { Workbook } from "../model/workbook";
import type { HostObject } from "./host-object";

/** Lets one type of object answer with another without the files importing each other in a circle. */
export interface SurfaceContext {
  readonly workbook: Workbook;
  range(area: Area): HostObject;
  worksheet(sheet: Sheet): HostObject;
  table(table: Table): HostObject;
  /** The tables, names and comments of one sheet, or of the whole workbook. */
  tablesOf(sheet: Sheet | undefined): HostObject;
  namesOf(sheet: Sheet | undefined): HostObject;
  commentsOf(sheet: Sheet | undefined): HostObject;
}
