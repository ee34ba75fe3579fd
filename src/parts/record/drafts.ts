import { findPatientDetails, type Confidence } from "../../kernel";
import { recordWords } from "../../content";
import {
  applyChanges,
  blockingProblems,
  changesBetween,
  columnOf,
  completeRow,
  fillableColumns,
  moveProblem,
  readWritten,
  valueAt,
  writtenValue,
  type Changes,
  type Level,
  type Register,
  type RuleContext,
  type Value,
  type Values,
} from "../../registers";

/** What stands in a form: text by column, as typed. A person column has a second entry, `XAddress`. */
export type Drafts = Readonly<Record<string, string>>;

export interface DraftProblem {
  readonly field: string;
  readonly says: string;
}

/** What a form would save, or what is in the way. */
export type DraftReading =
  | { readonly kind: "wrong"; readonly problems: readonly DraftProblem[] }
  | { readonly kind: "unchanged" }
  | {
      readonly kind: "ready";
      readonly changes: Changes;
      /** Labels of texts that may hold patient details and need a person's word. */ readonly asks: readonly string[];
    };

export function draftsFrom(register: Register, values: Values): Drafts {
  const entries = fillableColumns(register).flatMap(([name, column]): (readonly [string, string])[] => {
    const own = [name, writtenValue(column, valueAt(values, name))] as const;
    return column.type === "person" ? [own, [addressOf(name), String(valueAt(values, addressOf(name)) ?? "")]] : [own];
  });
  return Object.fromEntries(entries);
}

export function addressOf(personColumn: string): string {
  return `${personColumn}Address`;
}

/** What a new record starts with: the columns' standards and what the place implies. Nothing that matters to safety. */
export function startingValues(register: Register, given: Values): Values {
  const standards = fillableColumns(register).flatMap(([name, column]): (readonly [string, Value])[] =>
    "standard" in column ? [[name, column.standard]] : [],
  );
  return { ...Object.fromEntries(standards), ...given };
}

const levels: readonly Level[] = ["light", "standard", "full"];

/** Columns of a form at a level, in the register's order; Title steps back where another column names the record. */
export function columnsAt(register: Register, level: Level): readonly string[] {
  return fillableColumns(register)
    .filter(
      ([name, column]) => levels.indexOf(column.level) <= levels.indexOf(level) && !(name === "Title" && register.titleFrom !== undefined && level === "light"),
    )
    .map(([name]) => name);
}

export interface DraftForm {
  readonly drafts: Drafts;
  readonly before: Values;
  readonly context: RuleContext;
}

/**
 * Reads a whole form of a register as its list is kept.
 * @param before what the author saw; for a new record the starting values count as typed, so `before` is empty.
 */
export function readDrafts(register: Register, form: DraftForm): DraftReading {
  const { drafts, before, context } = form;
  const shown = draftsFrom(register, before);
  const typed = new Map<string, Value | null>();
  const problems: DraftProblem[] = [];
  for (const [name, column] of fillableColumns(register)) {
    const draft = drafts[name] ?? "";
    const address = drafts[addressOf(name)] ?? "";
    if (draft === shown[name] && (column.type !== "person" || address === shown[addressOf(name)])) continue;
    if (column.type === "person") {
      const person = readPerson(draft, address);
      if (person === undefined) problems.push({ field: name, says: recordWords.choosePerson });
      else {
        typed.set(name, person.name);
        typed.set(addressOf(name), person.address);
      }
      continue;
    }
    const reading = readWritten(column, draft);
    if (reading.kind === "wrong") problems.push({ field: name, says: reading.says });
    else typed.set(name, reading.kind === "empty" ? null : reading.value);
  }
  const after = completeRow(register, applyChanges(before, Object.fromEntries(typed)));
  const changes = changesBetween(before, after);
  const isNew = Object.keys(before).length === 0;
  if (!isNew && problems.length === 0 && Object.keys(changes).length === 0) return { kind: "unchanged" };
  const failing = new Set(problems.map((problem) => problem.field));
  const blocking = blockingProblems(register, after, { context, changed: changes, ...(isNew ? {} : { before }) });
  // A title made from another column is missing because that column is; it is said once.
  const isSaidBySource = blocking.some((problem) => problem.rule === `needed:${register.titleFrom ?? ""}`);
  for (const problem of blocking) {
    if (problem.rule === "needed:Title" && isSaidBySource) continue;
    const field = problem.fields.find((name) => !failing.has(name)) ?? problem.fields[0];
    // A column that could not be read is missing only because of that; it is said once.
    if (field !== undefined && !problem.fields.some((name) => failing.has(name))) problems.push({ field: formField(register, field), says: problem.says });
  }
  const move = moveProblem(register, before, after);
  if (move !== undefined && register.statusColumn !== undefined) problems.push({ field: register.statusColumn, says: move });
  const found = patientDetails(register, Object.fromEntries(typed));
  const certain = new Set(found.filter((match) => match.confidence === "high").map((match) => match.field));
  problems.push(...[...certain].map((field) => ({ field, says: recordWords.patientHigh })));
  if (problems.length > 0) return { kind: "wrong", problems };
  const asks = found.filter((match) => match.confidence === "medium").map((match) => columnOf(register, match.field)?.label ?? match.field);
  return { kind: "ready", changes, asks: [...new Set(asks)] };
}

/** A title made from another column is put right there. */
function formField(register: Register, field: string): string {
  return field === "Title" && register.titleFrom !== undefined ? register.titleFrom : field;
}

function readPerson(name: string, address: string): { readonly name: string | null; readonly address: string | null } | undefined {
  const bare = name.trim();
  if (bare === "") return { name: null, address: null };
  if (address !== "") return { name: bare, address: address.toLowerCase() };
  return /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(bare) ? { name: bare, address: bare.toLowerCase() } : undefined;
}

/** What looks like a patient's detail in the texts that somebody just wrote; what was there before was judged before. */
export function patientDetails(register: Register, changes: Changes): readonly { readonly field: string; readonly confidence: Confidence }[] {
  return Object.entries(changes).flatMap(([field, value]) => {
    const type = columnOf(register, field)?.type;
    if (typeof value !== "string" || (type !== "text" && type !== "longText" && type !== "people")) return [];
    return findPatientDetails(value).map((match) => ({ field, confidence: match.confidence }));
  });
}
