import { importWords } from "../../content";
import { cellText, writeWorkbook } from "../../exchange";
import { columnOf, type PlannedRow, type Register } from "../../registers";
import type { ImportPlan } from "./import-plan";
import type { SourceTable } from "./source-table";

/** A workbook of the rows that need a hand: the file's own columns, so that it can be corrected and imported again. */
export function problemRowsWorkbook(made: {
  readonly register: Register;
  readonly table: SourceTable;
  readonly planned: ImportPlan;
  readonly nowMs: number;
}): Uint8Array {
  const { register, table, planned, nowMs } = made;
  const bad = planned.plan.rows.filter((row) => row.kind === "refused" || row.problems.length > 0);
  const cells = new Map(table.rows.map((row) => [row.position, row.cells]));
  return writeWorkbook({
    title: importWords.problemRows,
    createdAtMs: nowMs,
    sheets: [
      {
        name: importWords.problemRows,
        freezeHeading: true,
        autoFilter: true,
        columns: [
          { heading: importWords.rowInFile, kind: "wholeNumber", widthCharacters: 10 },
          { heading: importWords.whatIsWrong, kind: "text", widthCharacters: 60 },
          ...table.headings.map((heading) => ({ heading, kind: "text" as const, widthCharacters: 24 })),
        ],
        rows: bad.map((row) => [
          row.position,
          problemSentences(register, row).join("\n"),
          // A patient's detail must not travel on in a second file.
          ...table.headings.map((_, column) => (planned.withheld.has(row.position) ? undefined : cellText(cells.get(row.position)?.[column]))),
        ]),
      },
    ],
  });
}

export function problemSentences(register: Register, row: PlannedRow): readonly string[] {
  const reasons = row.kind === "refused" ? row.reasons : [];
  return [...reasons, ...row.problems.map(({ field, says }) => (says.startsWith(labelOf(register, field)) ? says : `${labelOf(register, field)}: ${says}`))];
}

function labelOf(register: Register, field: string): string {
  return columnOf(register, field)?.label ?? field;
}
