import { useId, useMemo, type ReactElement } from "react";
import { importWords } from "../../content";
import { meaningsOf, readMoney, suggestDateOrder, type MoneyScale } from "../../exchange";
import { formatMoney, pence, type DateOrder } from "../../kernel";
import { columnOf, type Register } from "../../registers";
import { ChoiceField } from "../../ui";
import { ConstantField } from "./constant-field";
import { useImportPageStyles } from "./import-page.styles";
import type { ColumnSource } from "./mapping";
import { exampleOf, type SourceTable } from "./source-table";
import { columnSource } from "./suggest-import";
import { suggestScale } from "./suggest-reading";
import { WordTable } from "./word-table";

export interface MappingRowProps {
  readonly name: string;
  readonly register: Register;
  readonly table: SourceTable;
  /** Absent: left out. */
  readonly source: ColumnSource | undefined;
  /** Meanings of words that a person has given before. */
  readonly known: ReadonlyMap<string, string>;
  readonly onChange: (source: ColumnSource | undefined) => void;
}

/** Where one column of the register comes from, and how its cells are to be read. */
export function MappingRow({ name, register, table, source, known, onChange }: MappingRowProps): ReactElement | null {
  const styles = useImportPageStyles();
  const id = useId();
  const column = columnOf(register, name);
  if (column === undefined) return null;
  const chosen = source === undefined ? "" : source.kind === "value" ? "value" : String(source.column);
  const choose = (value: string): void => {
    if (value === "") onChange(undefined);
    else onChange(value === "value" ? { kind: "value", written: "" } : columnSource(table, { column: Number(value), wanted: column, known }));
  };
  const sources = [
    ...(name === "Ref" ? [] : [{ value: "value", label: importWords.oneValue }]),
    ...table.headings.flatMap((heading, index) =>
      heading === "" ? [] : [{ value: String(index), label: table.hiddenColumns.has(index) ? importWords.hiddenHeading(heading) : heading }],
    ),
  ];
  return (
    <li className={styles.mapping}>
      <ChoiceField
        id={id}
        label={column.label}
        isNeeded={column.needed === "create"}
        hint={source?.kind === "column" ? hintOf(table, source.column) : undefined}
        value={chosen}
        blank={importWords.leaveOut}
        choices={sources}
        onChange={choose}
      />
      {source?.kind === "value" && <ConstantField column={column} value={source.written} onChange={(written) => onChange({ kind: "value", written })} />}
      {source?.kind === "column" && column.type === "money" && <ScaleField table={table} label={column.label} source={source} onChange={onChange} />}
      {source?.kind === "column" && column.type === "date" && <OrderField table={table} label={column.label} source={source} onChange={onChange} />}
      {source?.kind === "column" && meaningsOf(column).length > 0 && (
        <WordTable key={source.column} table={table} column={column} source={source} known={known} onChange={onChange} />
      )}
    </li>
  );
}

function hintOf(table: SourceTable, column: number): string | undefined {
  const example = exampleOf(table, column);
  return example === undefined ? undefined : importWords.example(example);
}

interface DetailProps {
  readonly table: SourceTable;
  readonly label: string;
  readonly source: Extract<ColumnSource, { readonly kind: "column" }>;
  readonly onChange: (source: ColumnSource) => void;
}

const scales: readonly MoneyScale[] = [1, 1000, 1_000_000];
const orders: readonly DateOrder[] = ["day first", "month first", "year first"];

function ScaleField({ table, label, source, onChange }: DetailProps): ReactElement {
  const id = useId();
  const isCertain = useMemo(() => suggestScale(table, source.column).isCertain, [table, source.column]);
  const most = useMemo(() => largestPence(table, source), [table, source]);
  return (
    <ChoiceField
      id={id}
      label={importWords.scale(label)}
      isNeeded
      hint={isCertain ? undefined : importWords.checkScale(formatMoney(pence(most)))}
      value={String(source.scale)}
      choices={scales.map((scale) => ({ value: String(scale), label: importWords.scales[String(scale)] ?? String(scale) }))}
      onChange={(value) => {
        const scale = scales.find((known) => String(known) === value);
        if (scale !== undefined) onChange({ ...source, scale });
      }}
    />
  );
}

function largestPence(table: SourceTable, { column, scale }: DetailProps["source"]): number {
  return table.rows.reduce((most, { cells }) => {
    const read = readMoney(cells[column], scale);
    return read.kind === "value" ? Math.max(most, Math.abs(read.value)) : most;
  }, 0);
}

function OrderField({ table, label, source, onChange }: DetailProps): ReactElement {
  const id = useId();
  const { isCertain } = useMemo(() => suggestDateOrder(table.rows.map(({ cells }) => cells[source.column])), [table, source.column]);
  return (
    <ChoiceField
      id={id}
      label={importWords.dateOrder(label)}
      isNeeded
      hint={isCertain ? undefined : importWords.checkOrder}
      value={source.order}
      choices={orders.map((order) => ({ value: order, label: importWords.orders[order] ?? order }))}
      onChange={(value) => {
        const order = orders.find((known) => known === value);
        if (order !== undefined) onChange({ ...source, order });
      }}
    />
  );
}
