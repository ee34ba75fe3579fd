import type { GridColumn, GridViewport } from "../../../src/ui";

export interface SampleRow {
  readonly ref: string;
  readonly title: string;
  readonly score: number;
  readonly owner: string;
}

export function sampleRows(count: number): readonly SampleRow[] {
  return Array.from({ length: count }, (_, index) => ({
    ref: `R-${String(index + 1).padStart(4, "0")}`,
    title: `Title ${String(index + 1)}`,
    score: index % 26,
    owner: index % 3 === 0 ? "" : "Asha Patel",
  }));
}

export const sampleColumns: readonly GridColumn<SampleRow>[] = [
  { id: "ref", label: "Reference", widthPx: 100, align: "start", sortable: true, text: (row) => row.ref },
  { id: "title", label: "Title", widthPx: 240, align: "start", sortable: true, text: (row) => row.title, edit: { start: (row) => row.title } },
  { id: "score", label: "Score", widthPx: 80, align: "end", sortable: true, text: (row) => String(row.score) },
  { id: "owner", label: "Owner", widthPx: 160, align: "start", sortable: false, text: (row) => row.owner || "Not set" },
];

export const rowKey = (row: SampleRow): string => row.ref;

/** jsdom has no layout: a fixed window of 20 rows that follows scrollTop. */
export const fixedViewport: GridViewport = {
  initialRect: { width: 800, height: 640 },
  observeElementRect: (_instance, report) => report({ width: 800, height: 640 }),
  observeElementOffset: (instance, report) => {
    const element = instance.scrollElement;
    const onScroll = (): void => report(element?.scrollTop ?? 0, false);
    onScroll();
    element?.addEventListener("scroll", onScroll);
    return () => element?.removeEventListener("scroll", onScroll);
  },
};
