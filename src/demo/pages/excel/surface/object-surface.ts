import type { Area } from "../model/area";
import type { Sheet } from "../model/sheet";
import type { Table } from "../model/table";
import type { Workbook } from "../model/workbook";
import { commentsMembers } from "./comment-members";
import { hostObject, type HostObject, type Members } from "./host-object";
import { namesMembers } from "./name-members";
import { rangeMembers } from "./range-members";
import type { SurfaceContext } from "./surface-context";
import { tableMembers, tablesMembers } from "./table-members";
import { workbookMembers } from "./workbook-members";
import { worksheetMembers } from "./worksheet-members";

/** The root object of Excel's API over a workbook; everything else is reached from it. */
export function createObjectSurface(workbook: Workbook): HostObject {
  const context: SurfaceContext = {
    workbook,
    range: (area) => hostObject(range(), area),
    worksheet: (sheet) => hostObject(worksheet(), sheet),
    table: (each) => hostObject(table(), each),
    tablesOf: (sheet) => hostObject(tables(), sheet),
    namesOf: (sheet) => hostObject(names(), sheet),
    commentsOf: (sheet) => hostObject(comments(), sheet),
  };
  // Each set of members is made once, on first use: they answer with each other through `context`.
  const range = once<Members<Area>>(() => rangeMembers(context));
  const worksheet = once<Members<Sheet>>(() => worksheetMembers(context));
  const table = once<Members<Table>>(() => tableMembers(context));
  const tables = once<Members<Sheet | undefined>>(() => tablesMembers(context));
  const names = once<Members<Sheet | undefined>>(() => namesMembers(context));
  const comments = once<Members<Sheet | undefined>>(() => commentsMembers(context));
  return hostObject(workbookMembers(context), workbook);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
