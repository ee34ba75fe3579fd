import { useState } from "react";

export const rowsPerPage = 50;

export interface Pages<Row> {
  readonly rows: readonly Row[];
  /** Counts from 1. */
  readonly page: number;
  readonly pageCount: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly total: number;
  readonly goTo: (page: number) => void;
}

/** Cuts rows into pages of 50. The page stays within what there is when rows go away. */
export function usePages<Row>(rows: readonly Row[]): Pages<Row> {
  const [wanted, setWanted] = useState(1);
  const pageCount = Math.max(1, Math.ceil(rows.length / rowsPerPage));
  const page = Math.min(wanted, pageCount);
  const from = (page - 1) * rowsPerPage;
  const shown = rows.slice(from, from + rowsPerPage);
  return {
    rows: shown,
    page,
    pageCount,
    firstRow: rows.length === 0 ? 0 : from + 1,
    lastRow: from + shown.length,
    total: rows.length,
    goTo: (next) => setWanted(Math.max(1, Math.min(pageCount, next))),
  };
}
