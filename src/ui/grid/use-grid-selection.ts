import { useMemo, useRef } from "react";
import { toggleKey, type TableProps } from "../records/table-props";

export interface GridSelection {
  readonly isOffered: boolean;
  readonly keys: ReadonlySet<string>;
  /** For the heading's checkbox; identical while nothing it shows changed. */
  readonly heading: { readonly total: number; readonly state: "none" | "some" | "all" } | undefined;
  /** Selects every row, or none when every row is selected already. */
  readonly toggleAll: () => void;
  readonly toggleRow: (rowIndex: number) => void;
  /** Adds every row between the last one toggled and this one. */
  readonly extendTo: (rowIndex: number) => void;
}

const noKeys: ReadonlySet<string> = new Set();

export function useGridSelection<Row>(props: TableProps<Row>): GridSelection {
  const { rows, rowKey, selectedKeys, onSelectedKeys } = props;
  const anchor = useRef<number | undefined>(undefined);
  const keys = selectedKeys ?? noKeys;
  const isOffered = onSelectedKeys !== undefined;
  const total = rows.length;
  const areAll = useMemo(() => keys.size > 0 && rows.length > 0 && rows.every((row) => keys.has(rowKey(row))), [keys, rows, rowKey]);
  const state = areAll ? "all" : keys.size === 0 ? "none" : "some";
  const heading = useMemo(() => (isOffered ? ({ total, state } as const) : undefined), [isOffered, total, state]);

  const toggleRow = (rowIndex: number): void => {
    const row = rows[rowIndex];
    if (row === undefined) return;
    anchor.current = rowIndex;
    onSelectedKeys?.(toggleKey(keys, rowKey(row)));
  };
  return {
    isOffered,
    keys,
    heading,
    toggleRow,
    toggleAll: () => onSelectedKeys?.(areAll ? noKeys : new Set(rows.map(rowKey))),
    extendTo(rowIndex) {
      const from = anchor.current;
      if (from === undefined) {
        toggleRow(rowIndex);
        return;
      }
      anchor.current = rowIndex;
      const between = rows.slice(Math.min(from, rowIndex), Math.max(from, rowIndex) + 1);
      onSelectedKeys?.(new Set([...keys, ...between.map(rowKey)]));
    },
  };
}
