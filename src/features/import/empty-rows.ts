import { readText } from "../../exchange";
import { columnOf } from "../../registers";
import type { Reader } from "./read-source-row";
import type { SourceRow } from "./source-table";

/** Columns that say which record it is, and nothing of the record itself. */
const numbers = new Set(["Ref", "OldReference"]);

/** A row numbered ahead, or one with formulas alone: no used column holds anything but a number of the row or its project. */
export function saysNothing({ register, mapping }: Reader, { cells }: SourceRow): boolean {
  const telling = [...mapping.sources].flatMap(([name, source]) =>
    source.kind === "value" || numbers.has(name) || columnOf(register, name)?.type === "reference" ? [] : [source.column],
  );
  // Refs alone, with one value for all of them, are a change of those records.
  return telling.length > 0 && [...telling, ...mapping.notes].every((column) => isBlank(cells[column]));
}

function isBlank(cell: SourceRow["cells"][number]): boolean {
  const read = readText(cell);
  return read.kind === "empty" || (read.kind === "problem" && read.problem === "notWorkedOut");
}
