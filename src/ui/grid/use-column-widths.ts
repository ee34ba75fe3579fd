import { useLayoutEffect, useMemo, useRef, useState, type PointerEvent, type RefObject } from "react";
import { selectionWidthPx } from "./grid-cells";
import { clampColumnWidth } from "./grid-position";

export interface SizedColumn {
  readonly id: string;
  readonly widthPx: number;
}

export interface ColumnWidths {
  /** In order, with the selection column first when there is one. */
  readonly widthsPx: readonly number[];
  readonly widthOf: (columnId: string) => number;
  readonly setWidth: (columnId: string, widthPx: number) => void;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: () => void;
}

export interface ColumnWidthsInput {
  readonly gridRef: RefObject<HTMLDivElement | null>;
  readonly columns: readonly SizedColumn[];
  readonly hasSelection: boolean;
  readonly onColumnWidth?: ((columnId: string, widthPx: number) => void) | undefined;
}

/** Widths stand in two CSS variables on the grid, so that dragging an edge renders no row. */
export function useColumnWidths({ gridRef, columns, hasSelection, onColumnWidth }: ColumnWidthsInput): ColumnWidths {
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(() => new Map());
  const drag = useRef<{ columnId: string; fromX: number; fromPx: number } | undefined>(undefined);

  const widthsPx = useMemo(
    () => [...(hasSelection ? [selectionWidthPx] : []), ...columns.map((column) => chosen.get(column.id) ?? column.widthPx)],
    [columns, chosen, hasSelection],
  );

  useLayoutEffect(() => {
    gridRef.current?.style.setProperty("--grid-columns", columnTemplate(widthsPx, hasSelection ? 1 : 0));
    gridRef.current?.style.setProperty("--grid-width", `${String(widthsPx.reduce((sum, width) => sum + width, 0))}px`);
  }, [gridRef, widthsPx, hasSelection]);

  const widthOf = (columnId: string): number => chosen.get(columnId) ?? columns.find((column) => column.id === columnId)?.widthPx ?? 0;
  const setWidth = (columnId: string, widthPx: number): void => {
    setChosen((before) => new Map(before).set(columnId, clampColumnWidth(widthPx)));
    onColumnWidth?.(columnId, clampColumnWidth(widthPx));
  };

  return {
    widthsPx,
    widthOf,
    setWidth,
    onPointerDown(event) {
      const handle = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-resize]") : null;
      const columnId = handle?.dataset.resize;
      if (handle === null || columnId === undefined) return;
      event.preventDefault();
      handle.setPointerCapture(event.pointerId);
      drag.current = { columnId, fromX: event.clientX, fromPx: handle.parentElement?.clientWidth ?? widthOf(columnId) };
    },
    onPointerMove(event) {
      if (drag.current === undefined) return;
      const { columnId, fromPx, fromX } = drag.current;
      setChosen((before) => new Map(before).set(columnId, clampColumnWidth(fromPx + event.clientX - fromX)));
    },
    onPointerUp() {
      const columnId = drag.current?.columnId;
      drag.current = undefined;
      if (columnId !== undefined) onColumnWidth?.(columnId, widthOf(columnId));
    },
  };
}

/** The widest column takes up spare room; all others keep their width. */
function columnTemplate(widthsPx: readonly number[], firstColumn: number): string {
  const widest = widthsPx.indexOf(Math.max(...widthsPx.slice(firstColumn)), firstColumn);
  return widthsPx.map((width, index) => (index === widest ? `minmax(${String(width)}px, 1fr)` : `${String(width)}px`)).join(" ");
}
