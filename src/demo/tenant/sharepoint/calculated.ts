import type { ColumnRecord, FieldValue, FieldValues } from "../state/records";
import { valueText } from "./value-text";

const factor = /^\s*(?:LEFT\(\s*\[([^\]]+)\]\s*,\s*(\d+)\s*\)|\[([^\]]+)\])\s*$/i;

/**
 * The value of a calculated column. Products of columns and of first characters are known, as in
 * `=LEFT([Likelihood],1)*LEFT([Impact],1)`; a row where one is empty or no number has no value, nor has any other formula.
 * In formulas a column goes by the name that people see.
 */
export function workOut(column: ColumnRecord, columns: ReadonlyMap<string, ColumnRecord>, fields: FieldValues): FieldValue | undefined {
  const { formula, outputType } = column.settings;
  if (typeof formula !== "string" || !formula.startsWith("=")) return undefined;
  let worth = 1;
  for (const part of formula.slice(1).split("*")) {
    const [, shortened, length, whole] = factor.exec(part) ?? [];
    const name = [...columns.values()].find(({ displayName }) => displayName === (shortened ?? whole))?.name;
    const text = name === undefined ? "" : valueText(fields[name]).slice(0, length === undefined ? undefined : Number(length));
    if (text.trim() === "" || Number.isNaN(Number(text))) return undefined;
    worth *= Number(text);
  }
  return outputType === "number" ? worth : String(worth);
}
