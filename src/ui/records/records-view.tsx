import { useRef, type ReactElement } from "react";
import { fetched } from "../fetched/fetched";
import { Grid } from "../grid/grid";
import type { GridProps } from "../grid/use-grid";
import { cardsBelowPx as usualCardsBelowPx, useIsNarrow } from "../layout/use-container-width";
import { RowsSkeleton } from "../states/state-view";
import { RecordCards } from "./record-cards";
import { useRecordsViewStyles } from "./records-view.styles";
import type { SimpleTable } from "./simple-table";

export interface RecordsViewProps<Row> extends GridProps<Row> {
  readonly view: "grid" | "table";
  /** Narrower than this the rows become cards; less where the list stands beside an open record and must keep its place. */
  readonly cardsBelowPx?: number | undefined;
}

interface FetchedTableProps {
  /** Draws with the table's own code, whatever its rows are. */
  readonly children: (Table: typeof SimpleTable) => ReactElement;
}

/** Few choose it, so no first page waits for it. */
const FetchedTable = fetched<FetchedTableProps>(
  () =>
    import("./simple-table").then(
      (part) =>
        function Table({ children }: FetchedTableProps): ReactElement {
          return children(part.SimpleTable);
        },
    ),
  <RowsSkeleton />,
);

/** Grid or table as the person chose; cards where neither fits (its own container below 640 px). */
export function RecordsView<Row>({ view, cardsBelowPx, ...props }: RecordsViewProps<Row>): ReactElement {
  const styles = useRecordsViewStyles();
  const frameRef = useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrow(frameRef, cardsBelowPx ?? usualCardsBelowPx);
  return (
    <div ref={frameRef} className={styles.frame}>
      {isNarrow ? <RecordCards {...props} /> : view === "grid" ? <Grid {...props} /> : <FetchedTable>{(Table) => <Table {...props} />}</FetchedTable>}
    </div>
  );
}
