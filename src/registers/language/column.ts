import type { CalendarDate, Pence } from "../../kernel";

/** How much a trust wants to see: a light form shows only light columns, and so on. */
export type Level = "light" | "standard" | "full";

/** When a column must be filled: to save at all, to start a project, for a report, at a gate. Only `create` blocks a save. */
export type Step = "create" | "start" | "report" | "gate";

export interface ColumnCommon {
  readonly label: string;
  readonly level: Level;
  /** Absent: never asked for. */
  readonly needed?: Step;
  /** One or two sentences under the field. */
  readonly help?: string;
  /** One of the at most 8 indexed columns of a list of ours. */
  readonly indexed?: true;
  /** Unique in the list; implies an index. */
  readonly unique?: true;
  /** Not shown anywhere. */
  readonly hidden?: true;
  /** Other headings under which a file may carry this column. */
  readonly alsoKnownAs?: readonly string[];
  /**
   * Who fills it. Absent: a person. `ownRow`: worked out from the row by the register's `workedOut`, stored with each write.
   * `once`: set by the product at one moment (first due date, frozen report) and never again.
   * `list`: in SharePoint alone, in a list that the trust made itself (`registerAsKept`); never in a definition.
   */
  readonly filledBy?: "ownRow" | "once" | "list";
  /** A condition of the reference that no rule enforces yet; shown in the register's help, counted in its tests. */
  readonly notYetEnforced?: string;
}

export interface TextColumn extends ColumnCommon {
  readonly type: "text";
  readonly longest: number;
  readonly pattern?: string;
  readonly shortest?: number;
  /** "2026-27" and "FY26/27" are read as "2026/27". */
  readonly writtenAs?: "financialYear";
}
export interface LongTextColumn extends ColumnCommon {
  readonly type: "longText";
  readonly longest: number;
  readonly shortest?: number;
}
export interface LinkColumn extends ColumnCommon {
  readonly type: "link";
}
export interface ChoiceColumn extends ColumnCommon {
  readonly type: "choice";
  readonly choices: readonly string[];
  readonly standard?: string;
  /** Those of `choices` that the list's owner added: the trust's own words, of which no rule knows what they mean. Never in a definition. */
  readonly added?: readonly string[];
}
export interface WholeNumberColumn extends ColumnCommon {
  readonly type: "wholeNumber";
  readonly from?: number;
  readonly to?: number;
  readonly standard?: number;
  /** What each number from `from` on is called: "Rare", "Unlikely" … */
  readonly named?: readonly string[];
}
export interface NumberColumn extends ColumnCommon {
  readonly type: "number";
  readonly decimals: number;
  readonly from?: number;
  readonly to?: number;
  readonly standard?: number;
}
/** Whole pence in memory, a two-decimal number of pounds on the wire. */
export interface MoneyColumn extends ColumnCommon {
  readonly type: "money";
  readonly fromPence?: number;
}
export interface DateColumn extends ColumnCommon {
  readonly type: "date";
  /** True where a future day cannot be right ("Raised", "Completed"). */
  readonly notInFuture?: true;
}
export interface YesNoColumn extends ColumnCommon {
  readonly type: "yesNo";
  readonly standard?: boolean;
}
/** Two columns in the list: `X` holds the name, `XAddress` the user principal name in lower case. */
export interface PersonColumn extends ColumnCommon {
  readonly type: "person";
}
/** Several people in one multiline column, a `Name <address>` a line. */
export interface PeopleColumn extends ColumnCommon {
  readonly type: "people";
  readonly most: number;
}
/** Text that holds the `Ref` (or, with `by`, another unique column) of a row in another register. */
export interface ReferenceColumn extends ColumnCommon {
  readonly type: "reference";
  readonly register: string;
  readonly by: string;
}

export type Column =
  | TextColumn
  | LongTextColumn
  | LinkColumn
  | ChoiceColumn
  | WholeNumberColumn
  | NumberColumn
  | MoneyColumn
  | DateColumn
  | YesNoColumn
  | PersonColumn
  | PeopleColumn
  | ReferenceColumn;

/** Whether a rule may know what the value means: a choice that somebody added or typed elsewhere says nothing to it. */
export function isOwnChoice(column: ChoiceColumn, value: unknown): boolean {
  return typeof value === "string" && column.choices.includes(value) && column.added?.includes(value) !== true;
}

export type ColumnType = Column["type"];
export type Columns = Readonly<Record<string, Column>>;

/** What a cell holds in memory. Empty is absent, never "" or 0. */
export type ValueOf<C extends Column> = C extends MoneyColumn
  ? Pence
  : C extends DateColumn
    ? CalendarDate
    : C extends YesNoColumn
      ? boolean
      : C extends WholeNumberColumn | NumberColumn
        ? number
        : string;

type PersonName<C extends Columns> = { [Name in keyof C]: C[Name] extends PersonColumn ? Name : never }[keyof C] & string;

/** The typed values of a row: every column optional, a person's address beside the name. */
export type RowOfColumns<C extends Columns> = { readonly [Name in keyof C]?: ValueOf<C[Name]> } & {
  readonly [Name in PersonName<C> as `${Name}Address`]?: string;
};

type Options<C extends Column, Given extends keyof C = never> = Omit<C, "type" | Given> & Partial<Pick<C, Given & keyof C>>;

export function text(options: Options<TextColumn, "longest">): TextColumn {
  return { longest: 255, ...options, type: "text" };
}
export function longText(options: Options<LongTextColumn, "longest">): LongTextColumn {
  return { longest: 8_000, ...options, type: "longText" };
}
/** JSON that the product writes for itself; SharePoint allows about 64,000 characters in a multiline column. */
export function json(options: Options<LongTextColumn, "longest">): LongTextColumn {
  return { longest: 60_000, ...options, type: "longText" };
}
export function link(options: Options<LinkColumn>): LinkColumn {
  return { ...options, type: "link" };
}
export function choice(choices: readonly string[], options: Omit<ChoiceColumn, "type" | "choices" | "added">): ChoiceColumn {
  return { ...options, choices, type: "choice" };
}
export function wholeNumber(options: Options<WholeNumberColumn>): WholeNumberColumn {
  return { ...options, type: "wholeNumber" };
}
export function number(options: Options<NumberColumn, "decimals">): NumberColumn {
  return { decimals: 2, ...options, type: "number" };
}
export function money(options: Options<MoneyColumn>): MoneyColumn {
  return { ...options, type: "money" };
}
export function date(options: Options<DateColumn>): DateColumn {
  return { ...options, type: "date" };
}
export function yesNo(options: Options<YesNoColumn>): YesNoColumn {
  return { ...options, type: "yesNo" };
}
export function person(options: Options<PersonColumn>): PersonColumn {
  return { ...options, type: "person" };
}
export function people(options: Options<PeopleColumn, "most">): PeopleColumn {
  return { most: 50, ...options, type: "people" };
}
export function reference(register: string, options: Options<ReferenceColumn, "register" | "by">): ReferenceColumn {
  return { by: "Ref", ...options, register, type: "reference" };
}

/** Twelve columns, `Prefix01` to `Prefix12` (April to March), from one description. */
export function monthly<Prefix extends string, C extends Column>(
  prefix: Prefix,
  describe: (monthName: string) => C,
): Readonly<Record<`${Prefix}${MonthNumber}`, C>> {
  const columns = monthNumbers.map((month, index) => [`${prefix}${month}`, describe(monthLabels[index] ?? month)] as const);
  return Object.fromEntries(columns) as Record<`${Prefix}${MonthNumber}`, C>; // fromEntries forgets the keys' literal types
}

type MonthNumber = "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10" | "11" | "12";
const monthNumbers: readonly MonthNumber[] = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];
const monthLabels = ["April", "May", "June", "July", "August", "September", "October", "November", "December", "January", "February", "March"];
