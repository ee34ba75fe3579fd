import type { CalendarDate } from "../../kernel";
import { commonColumns, type CommonColumns } from "./common-columns";
import type { Column, Columns, Level, RowOfColumns, Step } from "./column";
import type { Row, Value, Values } from "./row";

/** What a rule may ask about the world around its row. */
export interface RuleContext {
  readonly today: CalendarDate;
  /** The signed-in person's user principal name, lower case. */
  readonly me: string;
  /** The row as its author saw it; absent for a new row, and where rows are judged as they stand. */
  readonly before?: Values;
  setting(key: string): unknown;
  find(register: string, ref: string): Row | undefined;
  rowsOf(register: string, projectRef: string): readonly Row[];
}

/**
 * A condition of the reference. `holds` says what must be true; an empty column makes it true unless the rule is about emptiness.
 * An `error` at step `create` blocks a save; at a later step it is a data-quality finding and a condition of that step.
 * A rule that reads a choice which the register does not know (the trust's own, or typed elsewhere) does not fire.
 */
export interface Rule<R> {
  readonly id: string;
  readonly severity: "error" | "warning";
  readonly at: Step;
  /** A whole sentence for the person who broke it. */
  readonly says: string;
  readonly fields: readonly (keyof R & string)[];
  holds(row: R, context: RuleContext): boolean;
}

type WorkedOut<R> = { readonly [Name in keyof R]?: (row: R) => R[Name] | undefined };

/** Which statuses may follow which; a status not named may move anywhere. */
export interface StatusMoves {
  readonly column: string;
  readonly allowed: Readonly<Record<string, readonly string[]>>;
}

export interface RefShape {
  readonly prefix: string;
  /** Digits the number is padded to; it may grow to `mostDigits`. */
  readonly digits: number;
  readonly mostDigits: number;
}

interface Definition<C extends Columns> {
  /** Internal name, also of the list: `PR` + name. */
  readonly name: string;
  /** "Risks", "risk", "risks" as people say it. */
  readonly label: string;
  readonly one: string;
  readonly many: string;
  readonly purpose: string;
  readonly ref: RefShape;
  readonly belongsTo: "project" | "projectOrProgramme" | "projectIfAny" | "nothing";
  readonly level: Level;
  readonly columns: C;
  /** The column whose first words become the title when nobody types one. */
  readonly titleFrom?: keyof C & string;
  /** Grid columns before anyone chooses, most important first. Title and Ref come by themselves. */
  readonly shows: readonly (keyof C & string)[];
  readonly statusColumn?: keyof C & string;
  /** Statuses after which a row is history: left out of "open" views. */
  readonly closedStatuses?: readonly string[];
  readonly workedOut?: WorkedOut<RowOfColumns<CommonColumns & C>>;
  readonly rules?: readonly Rule<RowOfColumns<CommonColumns & C>>[];
  readonly moves?: StatusMoves;
}

/** A register: one typed definition from which lists, forms, grids, sheets, imports and checks are derived. */
export interface Register<C extends Columns = Columns> extends Omit<Definition<C>, "columns" | "shows" | "titleFrom" | "statusColumn" | "workedOut" | "rules"> {
  readonly columns: CommonColumns & C;
  /** Columns that the list of a site no longer has (`registerAsKept`); absent in a definition. */
  readonly missing?: Columns;
  readonly shows: readonly string[];
  readonly titleFrom?: string;
  readonly statusColumn?: string;
  readonly workedOut: Readonly<Record<string, (row: Values) => Value | undefined>>;
  readonly rules: readonly Rule<Values>[];
}

/** The typed values of a register's rows. */
export type RowOf<R extends { readonly columns: Columns }> = RowOfColumns<R["columns"]>;

export function register<const C extends Columns>(definition: Definition<C>): Register<C> {
  const { columns, workedOut, rules, ...rest } = definition;
  return {
    ...rest,
    columns: { ...commonColumns(definition.belongsTo), ...columns } as CommonColumns & C, // a spread of two generics is widened
    // Rules and workings are written against typed rows and run on any row of their own register: the columns' types are the codec's promise.
    workedOut: (workedOut ?? {}) as Register["workedOut"],
    rules: (rules ?? []) as unknown as Register["rules"],
  };
}

/** Columns a person may fill, in the register's order. */
export function fillableColumns(of: Register): readonly (readonly [string, Column])[] {
  return Object.entries(of.columns).filter(([, column]) => column.hidden !== true && column.filledBy === undefined);
}

export function columnOf(of: Register, name: string): Column | undefined {
  return Object.hasOwn(of.columns, name) ? (of.columns as Columns)[name] : undefined;
}
