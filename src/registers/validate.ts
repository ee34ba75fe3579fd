import { valueWords } from "../content";
import { formatMoney, pence, safeHref } from "../kernel";
import { isOwnChoice, type Column, type Columns, type Step } from "./language/column";
import { columnOf, type Register, type Rule, type RuleContext } from "./language/register";
import { valueAt, valuesFrom, type Changes, type Value, type Values } from "./language/row";

/** Something a person should know about a row: which columns, how grave, from which rule. */
export interface Problem {
  readonly rule: string;
  readonly severity: "error" | "warning";
  readonly fields: readonly string[];
  readonly says: string;
}

const steps: readonly Step[] = ["create", "start", "report", "gate"];

/** Whether something asked for at `asked` is asked for by the time of `at`. */
export function isDueBy(asked: Step, at: Step): boolean {
  return steps.indexOf(asked) <= steps.indexOf(at);
}

/** How a row is to be judged. */
export interface Judging {
  readonly context: RuleContext;
  /** When given, a value outside its choice list is a problem only if it is among them: what was typed elsewhere is left alone. */
  readonly changed?: Changes;
  /** The row as its author saw it; absent for a new row. */
  readonly before?: Values;
}

/** Everything wrong with a row by the given step: wrong values always, missing ones once they are due, rules of the steps so far. */
export function problemsOf(register: Register, row: Values, at: Judging & { readonly step: Step }): readonly Problem[] {
  const columns = Object.entries(register.columns as Columns);
  const context = at.before === undefined ? at.context : { ...at.context, before: at.before };
  const foreign = foreignChoices(columns, row);
  return [
    ...columns.flatMap(([name, column]) => missingProblem(name, column, { row, step: at.step })),
    ...columns.flatMap(([name, column]) => valueProblems(name, column, { row, context: at.context, changed: at.changed })),
    ...register.rules.filter((rule) => isDueBy(rule.at, at.step)).flatMap((rule) => ruleProblem(rule, { row, context, foreign })),
  ];
}

/** The problems that keep a row from being saved: errors due at `create`. */
export function blockingProblems(register: Register, row: Values, at: Judging): readonly Problem[] {
  return problemsOf(register, row, { ...at, step: "create" }).filter((problem) => problem.severity === "error");
}

function missingProblem(name: string, column: Column, at: { row: Values; step: Step }): readonly Problem[] {
  if (column.needed === undefined || !isDueBy(column.needed, at.step) || valueAt(at.row, name) !== undefined) return [];
  const says = column.type === "person" || column.type === "choice" ? valueWords.neededPerson(column.label) : valueWords.needed(column.label);
  return [{ rule: `needed:${name}`, severity: "error", fields: [name], says }];
}

interface Judged {
  readonly row: Values;
  readonly context: RuleContext;
  readonly foreign: ReadonlySet<string>;
}

function ruleProblem(rule: Rule<Values>, judged: Judged): readonly Problem[] {
  if (rule.holds(judged.row, judged.context) || readsForeignChoice(rule, judged)) return [];
  return [{ rule: rule.id, severity: rule.severity, fields: rule.fields, says: rule.says }];
}

/** Choice columns of the row whose value the register does not know: the trust's own, or typed elsewhere. */
function foreignChoices(columns: readonly (readonly [string, Column])[], row: Values): ReadonlySet<string> {
  return new Set(
    columns.flatMap(([name, column]) => {
      const value = column.type === "choice" ? valueAt(row, name) : undefined;
      return column.type !== "choice" || value === undefined || isOwnChoice(column, value) ? [] : [name];
    }),
  );
}

/** A rule cannot mean a value that it does not know, so whatever it makes of one is left unsaid. Asked only of rules that did not hold. */
function readsForeignChoice(rule: Rule<Values>, { row, context, foreign }: Judged): boolean {
  if (foreign.size === 0) return false;
  let isRead = false;
  const note = (name: string | symbol): void => {
    isRead ||= typeof name === "string" && foreign.has(name);
  };
  const watched = new Proxy(row, {
    get: (target, name): unknown => {
      note(name);
      return Reflect.get(target, name);
    },
    getOwnPropertyDescriptor: (target, name) => {
      note(name);
      return Reflect.getOwnPropertyDescriptor(target, name);
    },
  });
  rule.holds(watched, context);
  return isRead;
}

function valueProblems(name: string, column: Column, at: { row: Values; context: RuleContext; changed: Changes | undefined }): readonly Problem[] {
  const value = valueAt(at.row, name);
  if (value === undefined) return [];
  const says = whatIsWrong(column, value, at.context);
  if (says === undefined) return [];
  const typedElsewhere = column.type === "choice" && at.changed !== undefined && !Object.hasOwn(at.changed, name);
  return [{ rule: `value:${name}`, severity: typedElsewhere ? "warning" : "error", fields: [name], says }];
}

/** One sentence about a value that does not fit its column, or undefined when it fits. */
export function whatIsWrong(column: Column, value: Value, context: Pick<RuleContext, "today">): string | undefined {
  const { label } = column;
  switch (column.type) {
    case "text":
      if (typeof value !== "string" || value.length > column.longest) return valueWords.tooLong(label, column.longest);
      if (value.length < (column.shortest ?? 0)) return valueWords.tooShort(label, column.shortest ?? 0);
      return column.pattern === undefined || new RegExp(column.pattern).test(value) ? undefined : valueWords.wrongShape(label);
    case "longText":
      if (typeof value !== "string" || value.length > column.longest) return valueWords.tooLong(label, column.longest);
      return value.length < (column.shortest ?? 0) ? valueWords.tooShort(label, column.shortest ?? 0) : undefined;
    case "person":
    case "reference":
      return typeof value === "string" && value.length <= 255 ? undefined : valueWords.tooLong(label, 255);
    case "people":
      return typeof value === "string" && value.split("\n").length <= column.most ? undefined : valueWords.tooMany(label, column.most);
    case "link":
      return typeof value === "string" && safeHref(value) !== undefined ? undefined : valueWords.notALink(label);
    case "choice":
      return typeof value === "string" && column.choices.includes(value) ? undefined : valueWords.notAChoice(label);
    case "wholeNumber":
      return typeof value === "number" && Number.isInteger(value) ? outsideRange(column, value) : valueWords.notAWholeNumber(label);
    case "number":
      return typeof value === "number" ? outsideRange(column, value) : valueWords.notANumber(label);
    case "money":
      if (typeof value !== "number" || !Number.isSafeInteger(value)) return valueWords.notAMoney(label);
      return column.fromPence !== undefined && value < column.fromPence ? valueWords.tooLow(label, formatMoney(pence(column.fromPence))) : undefined;
    case "date":
      if (typeof value !== "string") return valueWords.notADate(label);
      return column.notInFuture === true && value > context.today ? valueWords.inFuture(label) : undefined;
    case "yesNo":
      return typeof value === "boolean" ? undefined : valueWords.notYesNo(label);
  }
}

function outsideRange(column: { label: string; from?: number; to?: number }, value: number): string | undefined {
  if (column.from !== undefined && value < column.from) return valueWords.tooLow(column.label, String(column.from));
  if (column.to !== undefined && value > column.to) return valueWords.tooHigh(column.label, String(column.to));
  return undefined;
}

/** One sentence when the register does not let its status move so; undefined when it may. A status that the list's owner added moves freely. */
export function moveProblem(register: Register, before: Values, after: Values): string | undefined {
  const { moves } = register;
  if (moves === undefined) return undefined;
  const from = valueAt(before, moves.column);
  const to = valueAt(after, moves.column);
  if (typeof from !== "string" || typeof to !== "string" || from === to || !Object.hasOwn(moves.allowed, from)) return undefined;
  const column = columnOf(register, moves.column);
  if (column?.type === "choice" && column.added?.includes(to) === true) return undefined;
  return moves.allowed[from]?.includes(to) === true ? undefined : valueWords.moveNotAllowed(from, to);
}

/** The row as it is stored: title from its source column when nobody typed one, and the columns worked out from the row itself. */
export function completeRow(register: Register, row: Values): Values {
  const values = new Map(Object.entries(row));
  const source = register.titleFrom === undefined ? undefined : values.get(register.titleFrom);
  if (!values.has("Title") && typeof source === "string") values.set("Title", titleFrom(source));
  for (const [name, workOut] of Object.entries(register.workedOut)) {
    const value = workOut(valuesFrom(values));
    if (value === undefined) values.delete(name);
    else values.set(name, value);
  }
  return valuesFrom(values);
}

/** The first sentence or line, cut at a word below 120 characters. */
function titleFrom(source: string): string {
  const first = source.split(/\n|(?<=[.!?])\s/)[0]?.trim() ?? "";
  if (first.length <= 120) return first;
  const cut = first.slice(0, 119);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 60))}…`;
}
