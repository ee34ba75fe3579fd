import { useRef, type ReactElement } from "react";
import { Grid } from "../grid/grid";
import type { GridProps } from "../grid/use-grid";
import { cardsBelowPx as usualCardsBelowPx, useIsNarrow } from "../layout/use-container-width";
import { RecordCards } from "./record-cards";
import { useRecordsViewStyles } from "./records-view.styles";
import { SimpleTable } from "./simple-table";

export interface RecordsViewProps<Row> extends GridProps<Row> {
  readonly view: "grid" | "table";
  /** Narrower than this the rows become cards; less where the list stands beside an open record and must keep its place. */
  readonly cardsBelowPx?: number | undefined;
}

/** Grid or table as the person chose; cards where neither fits (its own container below 640 px). */
export function RecordsView<Row>({ view, cardsBelowPx, ...props }: RecordsViewProps<Row>): ReactElement {
  const styles = useRecordsViewStyles();
  const frameRef = useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrow(frameRef, cardsBelowPx ?? usualCardsBelowPx);
  return (
    <div ref={frameRef} className={styles.frame}>
      {isNarrow ? <RecordCards {...props} /> : view === "grid" ? <Grid {...props} /> : <SimpleTable {...props} />}
    </div>
  );
}
