import { useId, useMemo, type ReactElement } from "react";
import { importWords } from "../../content";
import { readMoney, suggestDateOrder, type MoneyScale } from "../../exchange";
import { formatPence, pence, type DateOrder } from "../../kernel";
import { columnOf, type Column, type Register } from "../../registers";
import { ChoiceField } from "../../ui";
import { ConstantField } from "./constant-field";
import { useImportPageStyles } from "./import-page.styles";
import { choicesOf, wordKey, type ColumnSource } from "./mapping";
import { exampleOf, type SourceTable } from "./source-table";
import { columnSource } from "./suggest-import";
import { fileWords, suggestScale } from "./suggest-reading";

export interface MappingRowProps {
  readonly name: string;
  readonly register: Register;
  readonly table: SourceTable;
  /** Absent: left out. */
  readonly source: ColumnSource | undefined;
  readonly onChange: (source: ColumnSource | undefined) => void;
}

/** Where one column of the register comes from, and how its cells are to be read. */
export function MappingRow({ name, register, table, source, onChange }: MappingRowProps): ReactElement | null {
  const styles = useImportPageStyles();
  const id = useId();
  const column = columnOf(register, name);
  if (column === undefined) return null;
  const chosen = source === undefined ? "" : source.kind === "value" ? "value" : String(source.column);
  const choose = (value: string): void => {
    if (value === "") onChange(undefined);
    else onChange(value === "value" ? { kind: "value", written: "" } : columnSource(table, Number(value), column));
  };
  const sources = [
    ...(name === "Ref" ? [] : [{ value: "value", label: importWords.oneValue }]),
    ...table.headings.flatMap((heading, index) => (heading === "" ? [] : [{ value: String(index), label: heading }])),
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
      {source?.kind === "column" && choicesOf(column).length > 0 && <WordTable table={table} column={column} source={source} onChange={onChange} />}
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
      hint={isCertain ? undefined : importWords.checkScale(formatPence(pence(most)))}
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

/** Words of the file and what each means here; open as long as one of them means nothing. */
function WordTable({ table, column, source, onChange }: Omit<DetailProps, "label"> & { readonly column: Column }): ReactElement | null {
  const styles = useImportPageStyles();
  const id = useId();
  const choices = choicesOf(column);
  const words = useMemo(() => fileWords(table, source.column, choices), [table, source.column, choices]);
  const needed = words.filter(({ word }) => column.type === "choice" || !/^\d/.test(word));
  if (needed.length === 0) return null;
  const meaningOf = (word: string): string => source.words.get(wordKey(word)) ?? "";
  const matched = needed.filter(({ word }) => meaningOf(word) !== "").length;
  return (
    <details className={styles.words} open={matched < needed.length}>
      <summary className={styles.wordsSummary}>{`${importWords.words(column.label)}. ${importWords.wordsExplain(matched, needed.length)}`}</summary>
      <div className={styles.fields}>
        {needed.map(({ word, count }, index) => (
          <ChoiceField
            key={word}
            id={`${id}-${String(index)}`}
            label={importWords.wordMeans(word, count)}
            value={meaningOf(word)}
            blank={importWords.leaveEmpty}
            choices={choices.map((choice) => ({ value: choice, label: choice }))}
            onChange={(meaning) => onChange({ ...source, words: new Map([...source.words, [wordKey(word), meaning]]) })}
          />
        ))}
      </div>
    </details>
  );
}
