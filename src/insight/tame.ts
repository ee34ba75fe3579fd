import type { Column, Columns, Register } from "../registers";
import { perRegister } from "./per-register";

/** What a cell of each type of column must be for a rule to read it. */
type Fits = (value: unknown) => boolean;

const isText: Fits = (value) => typeof value === "string";
const isFlag: Fits = (value) => typeof value === "boolean";
const isNumber: Fits = (value) => typeof value === "number" && Number.isFinite(value);
/** Its shape alone: rules look at thousands. */
const isDay: Fits = (value) => typeof value === "string" && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value);
const isPence: Fits = (value) => Number.isSafeInteger(value);

const fitsType: Readonly<Record<Column["type"], Fits>> = {
  text: isText,
  longText: isText,
  link: isText,
  choice: isText,
  wholeNumber: isNumber,
  number: isNumber,
  money: isPence,
  date: isDay,
  yesNo: isFlag,
  person: isText,
  people: isText,
  reference: isText,
};

/**
 * Rows as their register promises them: a cell that is not of its column's type counts as empty, so that one wrong cell, from a file
 * or from a list that somebody remade, never stops the judging of a whole portfolio. A row without one is the same object.
 */
export function tamed<Row extends { readonly values: Readonly<Record<string, unknown>> }>(rows: readonly Row[], register: Register): readonly Row[] {
  const fits = fitsByColumn(register);
  return rows.map((row) =>
    isTame(row.values, fits) ? row : { ...row, values: Object.fromEntries(Object.entries(row.values).filter((cell) => isFitting(cell, fits))) },
  );
}

/** Without a list of cells in between: a portfolio has hundreds of thousands. */
function isTame(values: Readonly<Record<string, unknown>>, fits: ReadonlyMap<string, Fits>): boolean {
  for (const name in values) if (fits.get(name)?.(values[name]) === false) return false;
  return true;
}

/** A column that the register does not have is nobody's to read. */
function isFitting([name, value]: readonly [string, unknown], fits: ReadonlyMap<string, Fits>): boolean {
  return fits.get(name)?.(value) !== false;
}

const fitsByColumn = perRegister((register) => new Map(Object.entries(register.columns as Columns).flatMap(([name, column]) => fitsOf(name, column))));

/** A person's address stands beside the name. */
function fitsOf(name: string, column: Column): readonly (readonly [string, Fits])[] {
  const own = [name, fitsType[column.type]] as const;
  return column.type === "person" ? [own, [`${name}Address`, isText]] : [own];
}
