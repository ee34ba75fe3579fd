import { Button, SearchBox } from "@fluentui/react-components";
import { ColumnTripleRegular, FilterRegular, TableRegular } from "@fluentui/react-icons";
import { useMemo, useRef, useState, type ReactElement, type ReactNode } from "react";
import { faultWords, listWords, recordWords, uiWords } from "../../content";
import { valueAt, type Register } from "../../registers";
import type { StoredRow } from "../../store";
import {
  cardsBelowPx,
  CommandToolbar,
  FilterSentences,
  MenuButton,
  RecordsView,
  StateView,
  useIsNarrow,
  useNotify,
  useSharedStyles,
  type Command,
  type FilterSentence,
  type MenuEntry,
  type ViewState,
} from "../../ui";
import { useServices } from "../services";
import { useHoldEdit } from "../record/held-edits";
import { rowKeyOf } from "../row-key";
import { searchRows, sortRows, type ListView } from "./list-view";
import type { RecordColumn } from "./record-column";
import { useRecordListStyles } from "./record-list.styles";

export interface RecordListProps {
  readonly label: string;
  readonly many: string;
  /** After the list's own filters, before search and sort. */
  readonly rows: readonly StoredRow[];
  /** Before any filter. */
  readonly total: number;
  readonly columns: readonly RecordColumn[];
  readonly startColumns: readonly string[];
  readonly view: ListView;
  readonly onView: (view: ListView) => void;
  readonly filters: readonly FilterSentence[];
  /** Controls of the list's own filters. */
  readonly filterControls?: ReactNode;
  readonly commands: readonly Command[];
  readonly onOpen: (row: StoredRow) => void;
  readonly registerOf: (row: StoredRow) => Register | undefined;
  readonly projectTitle: (ref: string) => string;
  /** The address of a row's site, where rows of several stand together. */
  readonly siteOf?: (row: StoredRow) => string;
  /** A record is open beside the list: the grid stays a grid, so that focus and place are kept. */
  readonly isBesideRecord: boolean;
  /** What stands in place of rows: loading, empty, error; absent when there are rows to show. */
  readonly state?: Exclude<ViewState<never>, { readonly kind: "ready" }> | undefined;
}

/** A list of records with search, filters as sentences, chosen columns, grid or simple table, and Open in Excel. */
export function RecordList(props: RecordListProps): ReactElement {
  const { label, many, columns, startColumns, view, onView, state } = props;
  const styles = useRecordListStyles();
  const filtersRef = useRef<HTMLDivElement>(null);
  // On a phone the filters would push the first record out of sight; what is filtered stands in its sentence anyway.
  const isNarrow = useIsNarrow(filtersRef, cardsBelowPx);
  const [isFiltering, setIsFiltering] = useState(false);
  const shared = useSharedStyles();
  const shownColumns = useMemo(() => chosenColumns(columns, view.columns ?? startColumns), [columns, view.columns, startColumns]);
  const rows = useMemo(
    () => sortRows(searchRows(props.rows, view.search, props.projectTitle), columns, view.sort),
    [props.rows, props.projectTitle, view.search, view.sort, columns],
  );
  const sentences: readonly FilterSentence[] = [
    ...props.filters,
    ...(view.search === "" ? [] : [{ id: "search", sentence: listWords.searchFor(view.search), onRemove: () => onView({ ...view, search: "" }) }]),
  ];
  const clear = (): void => onView({ ...view, search: "", filters: {} });
  const { shape, chooseShape } = useShape();
  const commitCell = useCommitCell(props.registerOf);
  const exportView = useExport({ ...props, columns: shownColumns, rows, sentences: sentences.map((filter) => filter.sentence) });
  const noMatch: ViewState<never> | undefined =
    rows.length === 0 && props.total > 0 ? { kind: "noMatch", filters: sentences.map((filter) => filter.sentence), onClear: clear } : undefined;
  return (
    <div className={styles.list}>
      <h1 className={shared.visuallyHidden}>{label}</h1>
      <div className={styles.bar}>
        <div className={styles.commands}>
          <CommandToolbar label={label} commands={[...props.commands, exportView]} />
        </div>
        <ColumnChooser columns={columns} shown={shownColumns} isNarrow={isNarrow} onChange={(names) => onView({ ...view, columns: names })} />
        <ShapeChooser shape={shape} onChoose={chooseShape} />
      </div>
      <div ref={filtersRef} className={styles.bar}>
        <SearchBox
          size="small"
          className={styles.search}
          value={view.search}
          autoComplete="off"
          aria-label={listWords.search}
          placeholder={listWords.search}
          onChange={(_event, data) => onView({ ...view, search: data.value })}
        />
        {isNarrow && props.filterControls !== undefined && (
          <Button size="small" icon={<FilterRegular />} aria-expanded={isFiltering} onClick={() => setIsFiltering(!isFiltering)}>
            {listWords.filters}
          </Button>
        )}
        {(!isNarrow || isFiltering) && props.filterControls}
      </div>
      <FilterSentences filters={sentences} onClearAll={clear} count={state?.kind === "loading" ? "" : listWords.count(rows.length, props.total, many)} />
      <div className={styles.rows}>
        <StateView state={state ?? noMatch ?? { kind: "ready", value: rows }}>
          {(shown) => (
            <RecordsView<StoredRow>
              view={shape}
              cardsBelowPx={props.isBesideRecord ? gridBesideRecordPx : undefined}
              label={label}
              rows={shown}
              columns={shownColumns}
              rowKey={rowKeyOf}
              rowName={nameOf}
              sort={view.sort}
              onSort={(sort) => onView({ ...view, sort })}
              onOpen={props.onOpen}
              onCommitCell={commitCell}
              onHideColumn={(id) => onView({ ...view, columns: shownColumns.map((column) => column.id).filter((name) => name !== id) })}
            />
          )}
        </StateView>
      </div>
    </div>
  );
}

/** Beside a record the list is at least 240 px wide; below this a grid shows less than a title. */
const gridBesideRecordPx = 400;

function nameOf(row: StoredRow): string {
  return String(valueAt(row.values, "Ref") ?? valueAt(row.values, "Title") ?? row.id);
}

/** Title stays first: it names the record and opens it. */
function chosenColumns(columns: readonly RecordColumn[], names: readonly string[]): readonly RecordColumn[] {
  const title = columns[0];
  const rest = names.flatMap((name) => columns.filter((column) => column.id === name && column !== title));
  return title === undefined ? rest : [title, ...rest];
}

function ColumnChooser({
  columns,
  shown,
  isNarrow,
  onChange,
}: {
  readonly columns: readonly RecordColumn[];
  readonly shown: readonly RecordColumn[];
  readonly isNarrow: boolean;
  readonly onChange: (names: readonly string[]) => void;
}): ReactElement {
  const shownIds = shown.map((column) => column.id);
  const toggle = (id: string): void => {
    const isShown = shownIds.includes(id);
    onChange(columns.map((column) => column.id).filter((name) => (name === id ? !isShown : shownIds.includes(name))));
  };
  return (
    <MenuButton
      size="small"
      appearance="subtle"
      icon={<ColumnTripleRegular />}
      isIconOnly={isNarrow}
      label={listWords.columns}
      entries={columns.slice(1).map(({ id, label }) => ({ id, label, choice: { of: "many", isChosen: shownIds.includes(id) }, run: () => toggle(id) }))}
    />
  );
}

type Shape = "grid" | "table";

/** Chosen once and remembered on the device. */
function useShape(): { readonly shape: Shape; readonly chooseShape: (shape: Shape) => void } {
  const { preferences } = useServices();
  const [shape, setShape] = useState<Shape>(() => (preferences.read("recordsView") === "table" ? "table" : "grid"));
  return {
    shape,
    chooseShape: (chosen) => {
      preferences.write("recordsView", chosen);
      setShape(chosen);
    },
  };
}

function ShapeChooser({ shape, onChoose }: { readonly shape: Shape; readonly onChoose: (shape: Shape) => void }): ReactElement {
  const entry = (id: Shape, label: string): MenuEntry => ({ id, label, choice: { of: "one", isChosen: shape === id }, run: () => onChoose(id) });
  return (
    <MenuButton
      size="small"
      appearance="subtle"
      icon={<TableRegular />}
      isIconOnly
      label={listWords.viewAs}
      entries={[entry("grid", listWords.asGrid), entry("table", listWords.asTable)]}
    />
  );
}

/** What a cell's typing means is read by a part that is fetched behind the first rows. */
function useCommitCell(registerOf: (row: StoredRow) => Register | undefined): (row: StoredRow, column: { readonly id: string }, text: string) => void {
  const services = useServices();
  const notify = useNotify();
  const hold = useHoldEdit();
  return (row, { id }, text) => {
    const register = registerOf(row);
    if (register === undefined) return;
    import(/* webpackPrefetch: true */ "./commit-cell").then(
      ({ commitCell }) => commitCell({ services, notify, hold }, { register, row, id, text }),
      () => notify({ kind: "error", text: `${uiWords.partNotFetched} ${recordWords.typedInCell(text)}` }),
    );
  };
}

function useExport(view: RecordListProps & { readonly sentences: readonly string[] }): Command {
  const services = useServices();
  const notify = useNotify();
  return {
    id: "openInExcel",
    label: listWords.openInExcel,
    canRun: view.rows.length > 0,
    run: () => {
      const siteOf = view.siteOf ?? ((): string => services.session.site.address);
      const linkOf = (row: StoredRow): string | undefined => {
        const ref = valueAt(row.values, "Ref");
        return typeof ref === "string" ? services.links.toRecord({ register: row.register, ref }, siteOf(row)).browser : undefined;
      };
      const shown = { label: view.label, columns: view.columns, rows: view.rows, filters: view.sentences, linkOf };
      import("./open-in-excel").then(
        async ({ openInExcel }) => {
          const saved = await openInExcel(shown, services);
          notify(saved.ok ? { kind: "success", text: listWords.exported(saved.value) } : { kind: "error", text: faultWords(saved.fault).happened });
        },
        () => notify({ kind: "error", text: uiWords.partNotFetched }),
      );
    },
  };
}
