import { mergeClasses } from "@fluentui/react-components";
import { useRef, type ReactElement } from "react";
import { uiWords } from "../../content";
import { useOffersRows } from "../layout/row-focus";
import { useSharedStyles } from "../theme/shared.styles";
import { PageButtons } from "./page-buttons";
import { useRecordCardsStyles } from "./record-cards.styles";
import { nameOfRow, toggleKey, type GridColumn, type TableProps } from "./table-props";
import { useOpenerFocus } from "./use-opener-focus";
import { usePages } from "./use-pages";

const detailsPerCard = 4;

/** The same rows for a narrow container: the first column is the heading, the next four stand below it. */
export function RecordCards<Row>(props: TableProps<Row>): ReactElement {
  const { label, rows, columns, rowKey, selectedKeys, onSelectedKeys, onOpen, emptyState } = props;
  const styles = useRecordCardsStyles();
  const pages = usePages(rows);
  const frameRef = useRef<HTMLDivElement>(null);
  useOffersRows(useOpenerFocus(frameRef));
  if (rows.length === 0) return <div className={styles.empty}>{emptyState}</div>;
  return (
    // Cards that cannot be opened hold nothing to stop at, and a keyboard must still reach what scrolls.
    <div ref={frameRef} className={styles.frame} {...(onOpen === undefined ? { role: "group", "aria-label": label, tabIndex: 0 } : {})}>
      <ul aria-label={label} className={styles.cards}>
        {pages.rows.map((row) => (
          <li key={rowKey(row)} data-row-key={rowKey(row)} className={styles.card}>
            {onSelectedKeys !== undefined && (
              <input
                type="checkbox"
                className={styles.checkbox}
                checked={selectedKeys?.has(rowKey(row)) ?? false}
                aria-label={uiWords.selectRow(nameOfRow(props, row))}
                onChange={() => onSelectedKeys(toggleKey(selectedKeys ?? new Set(), rowKey(row)))}
              />
            )}
            <div className={styles.body}>
              <CardHeading {...props} row={row} />
              <dl className={styles.details}>
                {columns.slice(1, 1 + detailsPerCard).map((column) => (
                  <Detail key={column.id} column={column} row={row} />
                ))}
              </dl>
            </div>
          </li>
        ))}
      </ul>
      <PageButtons label={label} pages={pages} />
    </div>
  );
}

function CardHeading<Row>({ columns, rowKey, onOpen, row }: TableProps<Row> & { readonly row: Row }): ReactElement | null {
  const styles = useRecordCardsStyles();
  const [title] = columns;
  if (title === undefined) return null;
  const content = title.render?.(row) ?? title.text(row);
  return (
    <h2 className={styles.heading}>
      {onOpen === undefined ? (
        content
      ) : (
        <button type="button" className={styles.headingButton} data-opens-row={rowKey(row)} onClick={() => onOpen(row)}>
          {content}
        </button>
      )}
    </h2>
  );
}

function Detail<Row>({ column, row }: { readonly column: GridColumn<Row>; readonly row: Row }): ReactElement {
  const styles = useRecordCardsStyles();
  const shared = useSharedStyles();
  const text = column.text(row);
  return (
    <div className={styles.detail}>
      <dt className={styles.label}>{column.label}</dt>
      <dd className={mergeClasses(styles.value, column.align === "end" && shared.tabularFigures, uiWords.emptyValues.includes(text) && shared.secondary)}>
        {column.render?.(row) ?? text}
      </dd>
    </div>
  );
}
