import type { MoneyScale } from "../../exchange";
import { deriveClientKey, isRecord, listAt, numberAt, parseJson, property, textAt, type DateOrder } from "../../kernel";
import type { Register } from "../../registers";
import { wordPairs } from "./remembered-words";
import { targetNames, type ColumnSource, type Mapping } from "./mapping";

/** The preference under which a mapping of these headings into this register is kept on the device. */
export function mappingName(register: Register, headings: readonly string[]): string {
  return `import.${register.name}.${deriveClientKey(...headings).slice(0, 16)}`;
}

/** JSON that `readMapping` reads back. */
export function mappingText({ sources, notes, keyColumn, keepsUnread }: Mapping): string {
  const kept = [...sources].map(([target, source]) => ({ target, ...source, ...(source.kind === "column" ? { words: [...source.words] } : {}) }));
  return JSON.stringify({ sources: kept, notes: [...notes], keyColumn, keepsUnread });
}

/** Undefined for anything that is not a mapping of this many columns into this register: the device's storage is anyone's. */
export function readMapping(text: string, register: Register, columns: number): Mapping | undefined {
  const kept = parseJson(text);
  if (!isRecord(kept)) return undefined;
  const targets = new Set(targetNames(register));
  const sources = new Map<string, ColumnSource>();
  for (const entry of listAt(kept, "sources")) {
    const target = textAt(entry, "target");
    const source = readSource(entry, columns);
    if (target === undefined || !targets.has(target) || source === undefined) return undefined;
    sources.set(target, source);
  }
  const notes = listAt(kept, "notes").filter((column): column is number => isColumn(column, columns));
  const keyColumn = textAt(kept, "keyColumn");
  const hasKey = keyColumn !== undefined && sources.has(keyColumn);
  return { sources, notes: new Set(notes), keepsUnread: property(kept, "keepsUnread") === true, ...(hasKey ? { keyColumn } : {}) };
}

function isColumn(value: unknown, columns: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < columns;
}

const scales: readonly MoneyScale[] = [1, 1000, 1_000_000];
const orders: readonly DateOrder[] = ["day first", "month first", "year first"];

function readSource(entry: unknown, columns: number): ColumnSource | undefined {
  const written = textAt(entry, "written");
  if (textAt(entry, "kind") === "value") return written === undefined ? undefined : { kind: "value", written };
  const column = numberAt(entry, "column");
  const scale = scales.find((known) => known === numberAt(entry, "scale"));
  const order = orders.find((known) => known === textAt(entry, "order"));
  if (!isColumn(column, columns) || scale === undefined || order === undefined) return undefined;
  return { kind: "column", column, scale, order, words: new Map(wordPairs(listAt(entry, "words"))) };
}
