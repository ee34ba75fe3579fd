import { formatMoment, type Clock, type Result } from "../../kernel";
import { listWords } from "../../content";
import { safeFileName, writeWorkbook, type CellContent } from "../../exchange";
import type { StoredRow } from "../../store";
import { workbookType, type FileService } from "../services";
import type { RecordColumn } from "./record-column";

export interface ExcelView {
  readonly label: string;
  readonly columns: readonly RecordColumn[];
  readonly rows: readonly StoredRow[];
  /** The filters as sentences. */
  readonly filters: readonly string[];
  /** The address of a record in a browser; absent for a row without a ref. */
  readonly linkOf: (row: StoredRow) => string | undefined;
}

/** A workbook of exactly what is on screen: its columns, order and filter, real dates and numbers, as-at, marking, a link a row. */
export async function openInExcel(view: ExcelView, services: { readonly files: FileService; readonly clock: Clock }): Promise<Result<string>> {
  const nowMs = services.clock.nowMs();
  const asAt = listWords.asAt(formatMoment(nowMs));
  const bytes = writeWorkbook({
    title: view.label,
    createdAtMs: nowMs,
    sheets: [
      {
        name: view.label,
        titleRows: [view.label, `${asAt} · ${listWords.marking} · ${listWords.shownAs(view.filters)}`],
        freezeHeading: true,
        autoFilter: true,
        columns: [
          ...view.columns.map((column) => ({ heading: column.label, kind: column.excel.kind, widthCharacters: column.excel.widthCharacters })),
          { heading: listWords.link, kind: "link", widthCharacters: 16 },
        ],
        rows: view.rows.map((row) => [...view.columns.map((column) => column.excel.cell(row)), linkCell(view.linkOf(row), row)]),
      },
    ],
  });
  const name = safeFileName(`${view.label} ${asAt}.xlsx`);
  const saved = await services.files.save(name, bytes, workbookType);
  return saved.ok ? { ok: true, value: name } : saved;
}

function linkCell(href: string | undefined, row: StoredRow): CellContent {
  return href === undefined ? undefined : { text: String(row.values["Ref"] ?? ""), href };
}
