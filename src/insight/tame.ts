import { sameItems } from "../kernel";
import type { Column, Columns, Register, Row } from "../registers";
import { oncePer } from "./once-per";

/** What a cell of each type of column must be for a rule to read it. */
type Fits = (value: unknown) => boolean;

const isText: Fits = (value) => typeof value === "string";
const isFlag: Fits = (value) => typeof value === "boolean";
const isNumber: Fits = (value) => typeof value === "number" && Number.isFinite(value);
/** Its shape alone: rules look at thousands. */
const isDay: Fits = (value) => typeof value === "string" && /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value);
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

type Cells = { readonly values: Readonly<Record<string, unknown>> };

/**
 * A row as its register promises it: a cell that is not of its column's type counts as empty, so that one wrong cell, from a file
 * or from a list that somebody remade, never stops the judging of a whole portfolio. A row without one is the same object.
 */
function tame<Row extends Cells>(row: Row, fits: ReadonlyMap<string, Fits>): Row {
  return isTame(row.values, fits) ? row : { ...row, values: Object.fromEntries(Object.entries(row.values).filter((cell) => isFitting(cell, fits))) };
}

export function tamed<Row extends Cells>(rows: readonly Row[], register: Register): readonly Row[] {
  const fits = fitsByColumn(register);
  return rows.map((row) => tame(row, fits));
}

/** The lists of a site at one moment. */
interface Lists {
  readonly rowsOf: (register: string) => readonly Row[];
  readonly registers: readonly Register[];
}

/**
 * A site's rows again and again, each as its register promises it; of a register that the site did not bring there are none. A row that
 * stands where it stood is not looked at twice, and a list in which nothing changed is the very array of before.
 */
export function createTaming(): (lists: Lists) => (register: string) => readonly Row[] {
  const known = new Map<string, Tamed>();
  return ({ rowsOf, registers }) => {
    const kept = new Map(registers.map((register) => [register.name, register]));
    return (name) => {
      const register = kept.get(name);
      if (register === undefined) return none;
      const now = tamedAgain({ rows: rowsOf(name), register }, known.get(name));
      known.set(name, now);
      return now.tame;
    };
  };
}

const none: readonly Row[] = [];

interface Tamed {
  readonly rows: readonly Row[];
  readonly register: Register;
  readonly tame: readonly Row[];
}

function tamedAgain({ rows, register }: Omit<Tamed, "tame">, last: Tamed | undefined): Tamed {
  const before = last?.register === register ? last : undefined;
  if (before?.rows === rows) return before;
  const fits = fitsByColumn(register);
  const found = rows.map((row, place) => (row === before?.rows[place] ? (before.tame[place] ?? row) : tame(row, fits)));
  return { rows, register, tame: sameItems(found, rows) ? rows : found };
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

const fitsByColumn = oncePer((register: Register) => new Map(Object.entries(register.columns as Columns).flatMap(([name, column]) => fitsOf(name, column))));

/** A person's address stands beside the name. */
function fitsOf(name: string, column: Column): readonly (readonly [string, Fits])[] {
  const own = [name, fitsType[column.type]] as const;
  return column.type === "person" ? [own, [`${name}Address`, isText]] : [own];
}
