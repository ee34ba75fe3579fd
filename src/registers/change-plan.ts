import { planWords } from "../content";
import { addPence, noPence, pence, type ClientKey, type Pence } from "../kernel";
import type { Column, Columns } from "./language/column";
import { columnOf, type Register, type RuleContext } from "./language/register";
import {
  applyChanges,
  changesBetween,
  newRowId,
  valueAt,
  type Changes,
  type Edit,
  type Row,
  type RowId,
  type Seen,
  type Value,
  type Values,
} from "./language/row";
import { completeRow, moveProblem, problemsOf, whatIsWrong } from "./validate";

/**
 * What would happen if these rows were written: the one answer that serves import, paste, bulk edit and publish.
 * 1. Nothing is planned that its author did not bring: a column absent from an incoming row is left alone.
 * 2. What is wrong is refused by the cell; the row's other cells still count, unless the row itself is refused.
 * 3. Empty is incomplete, not refused.
 * 4. The same rows planned again over the result are all `unchanged`.
 */

/** One row that somebody brings: `values` holds only what was read; `problems` what could not be. */
export interface IncomingRow {
  /** Where it stands for the person: the row number in their file or sheet. */
  readonly position: number;
  readonly values: Changes;
  /** Cells that could not be read, by column. They are left as they are in the register. */
  readonly problems: readonly CellProblem[];
  /** The row it is known to be (a sheet's key); absent: found by key column, or new. */
  readonly id?: RowId;
  readonly seen?: Seen;
  /** Names a new row, so that the same incoming row planned twice is one row. */
  readonly newKey: ClientKey;
}

export interface CellProblem {
  readonly field: string;
  readonly says: string;
  /** What the cell held, for the person to find it. */
  readonly wrote: string;
}

export type PlannedRow = {
  readonly position: number;
  readonly problems: readonly CellProblem[];
  /** Columns needed to create that are still empty: the row is kept and marked incomplete. */
  readonly missing: readonly string[];
} & (
  | { readonly kind: "added"; readonly id: RowId; readonly changes: Changes; readonly after: Values }
  | { readonly kind: "changed"; readonly id: RowId; readonly changes: Changes; readonly before: Values; readonly after: Values; readonly seen: Seen }
  | { readonly kind: "unchanged"; readonly id: RowId }
  | { readonly kind: "refused"; readonly reasons: readonly string[] }
);

export interface ChangePlan {
  readonly register: string;
  readonly site: string;
  readonly rows: readonly PlannedRow[];
  readonly totals: PlanTotals;
}

export interface PlanTotals {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly incomplete: number;
  readonly cells: number;
  readonly cellProblems: number;
  /** How money columns would move, by project ref ("" where a row has none; the row's own ref in a register without projects). Only what moves. */
  readonly penceByProject: ReadonlyMap<string, Pence>;
}

export interface PlanRequest {
  readonly register: Register;
  readonly site: string;
  readonly incoming: readonly IncomingRow[];
  /** The register's rows as known now. */
  readonly base: readonly Row[];
  /** The column whose value says which row is meant, when rows do not name it themselves. */
  readonly keyColumn?: string;
  readonly context: RuleContext;
}

export function planChanges(request: PlanRequest): ChangePlan {
  const known = index(request);
  const used = new Set<RowId>();
  const rows = request.incoming.map((incoming) => planRow(incoming, { ...request, known, used }));
  return { register: request.register.name, site: request.site, rows, totals: totalsOf(rows, request.register) };
}

/** The edits a plan stands for, in its order. */
export function editsOf(plan: ChangePlan): readonly Edit[] {
  return plan.rows.flatMap((row): readonly Edit[] => {
    if (row.kind === "added") return [{ site: plan.site, register: plan.register, kind: "create", id: row.id, changes: row.changes, seen: { values: {} } }];
    if (row.kind === "changed") return [{ site: plan.site, register: plan.register, kind: "update", id: row.id, changes: row.changes, seen: row.seen }];
    return [];
  });
}

interface KnownRows {
  readonly byId: ReadonlyMap<RowId, Row>;
  /** By the key column's value, trimmed and in lower case. */
  readonly byKey: ReadonlyMap<string, readonly Row[]>;
}

function index({ base, keyColumn }: PlanRequest): KnownRows {
  const byId = new Map<RowId, Row>();
  const byKey = new Map<string, Row[]>();
  for (const row of base) {
    byId.set(row.id, row);
    const key = keyColumn === undefined ? undefined : keyText(valueAt(row.values, keyColumn));
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  return { byId, byKey };
}

function keyText(value: Value | null | undefined): string | undefined {
  return value === undefined || value === null ? undefined : String(value).trim().replace(/\s+/g, " ").toLowerCase();
}

function planRow(incoming: IncomingRow, plan: PlanRequest & { known: KnownRows; used: Set<RowId> }): PlannedRow {
  const { position } = incoming;
  const refused = (...reasons: readonly string[]): PlannedRow => ({ kind: "refused", position, problems: incoming.problems, missing: [], reasons });
  if (Object.keys(incoming.values).length === 0) return refused(planWords.nothingInRow);

  const match = matchRow(incoming, plan);
  if (match === "several") return refused(planWords.keyMatchesSeveral(String(valueOf(incoming.values, plan.keyColumn))));
  const id = match?.id ?? newRowId(incoming.newKey);
  if (plan.used.has(id)) return refused(planWords.sameKeyTwice(String(valueOf(incoming.values, plan.keyColumn))));
  plan.used.add(id);

  const { accepted, problems } = acceptCells(incoming, plan);
  if (match === undefined && Object.values(accepted).every((value) => value === null)) return { ...refused(planWords.nothingInRow), problems };
  const before = match?.values ?? {};
  const after = completeRow(plan.register, applyChanges(before, accepted));
  const changes = changesBetween(before, after);
  if (match !== undefined && Object.keys(changes).length === 0) return { kind: "unchanged", position, id, problems, missing: [] };

  const judging = { step: "create", context: plan.context, changed: changes } as const;
  const found = problemsOf(plan.register, after, match === undefined ? judging : { ...judging, before });
  const missing = found.filter((problem) => problem.rule.startsWith("needed:")).flatMap((problem) => problem.fields);
  const broken = found.filter((problem) => problem.severity === "error" && !problem.rule.startsWith("needed:") && touches(problem.fields, changes));
  const move = moveProblem(plan.register, before, after);
  const reasons = [...broken.map((problem) => problem.says), ...(move === undefined ? [] : [move])];
  if (reasons.length > 0) return { kind: "refused", position, problems, missing, reasons };
  return match === undefined
    ? { kind: "added", position, id, changes, after, problems, missing }
    : { kind: "changed", position, id, changes, before, after, problems, missing, seen: incoming.seen ?? seenOf(match) };
}

function matchRow(incoming: IncomingRow, plan: PlanRequest & { known: KnownRows }): Row | "several" | undefined {
  if (incoming.id !== undefined) return plan.known.byId.get(incoming.id);
  const again = plan.known.byId.get(newRowId(incoming.newKey));
  if (again !== undefined) return again;
  const key = keyText(valueOf(incoming.values, plan.keyColumn));
  const matches = key === undefined ? [] : (plan.known.byKey.get(key) ?? []);
  return matches.length > 1 ? "several" : matches[0];
}

function valueOf(values: Changes, name: string | undefined): Value | null | undefined {
  return name !== undefined && Object.hasOwn(values, name) ? values[name] : undefined;
}

function seenOf(row: Row): Seen {
  return row.etag === undefined ? { values: row.values } : { etag: row.etag, values: row.values };
}

/** Cells that may be written; a cell that does not fit its column becomes a problem and stays as it was. */
function acceptCells(incoming: IncomingRow, { register, context }: PlanRequest): { accepted: Changes; problems: readonly CellProblem[] } {
  const accepted = new Map<string, Value | null>();
  const problems: CellProblem[] = [...incoming.problems];
  for (const [name, value] of Object.entries(incoming.values)) {
    const gone = missingColumn(register, name);
    if (gone !== undefined && value !== null) problems.push({ field: name, says: planWords.missingColumn(gone.label), wrote: String(value) });
    const column = columnOf(register, addressless(register, name));
    if (column === undefined) continue;
    const says = value === null ? undefined : cellProblem(column, { name, value }, context);
    if (says === undefined) accepted.set(name, value);
    else problems.push({ field: name, says, wrote: String(value) });
  }
  return { accepted: Object.fromEntries(accepted), problems };
}

/** A column that the list lost after its values were written down: in a sheet that is older than that, in a file. */
function missingColumn({ missing }: Register, name: string): Column | undefined {
  return missing !== undefined && Object.hasOwn(missing, name) ? missing[name] : undefined;
}

/** `OwnerAddress` travels with the person column `Owner`. */
function addressless(register: Register, name: string): string {
  const owner = name.replace(/Address$/, "");
  return owner !== name && columnOf(register, owner)?.type === "person" ? owner : name;
}

function cellProblem(column: Column, { name, value }: { name: string; value: Value }, context: RuleContext): string | undefined {
  if (column.filledBy === "ownRow") return planWords.lockedColumn(column.label);
  if (column.filledBy === "once" && name !== "Archived") return planWords.lockedColumn(column.label);
  if (column.filledBy === "list") return planWords.heldInSharePoint(column.label);
  return whatIsWrong(column, value, context);
}

function touches(fields: readonly string[], changes: Changes): boolean {
  return fields.some((field) => Object.hasOwn(changes, field));
}

function totalsOf(rows: readonly PlannedRow[], register: Register): PlanTotals {
  const count = (kind: PlannedRow["kind"]): number => rows.filter((row) => row.kind === kind).length;
  const written = rows.filter((row) => row.kind === "added" || row.kind === "changed");
  return {
    added: count("added"),
    changed: count("changed"),
    unchanged: count("unchanged"),
    refused: count("refused"),
    incomplete: written.filter((row) => row.missing.length > 0).length,
    cells: written.reduce((sum, row) => sum + Object.keys(row.changes).length, 0),
    cellProblems: rows.reduce((sum, row) => sum + row.problems.length, 0),
    penceByProject: penceByProject(written, register),
  };
}

type WrittenRow = Extract<PlannedRow, { kind: "added" | "changed" }>;

/** The sum of all money columns that people fill, after minus before. */
function penceByProject(rows: readonly WrittenRow[], register: Register): ReadonlyMap<string, Pence> {
  const moneyColumns = Object.entries(register.columns as Columns).flatMap(([name, column]) =>
    column.type === "money" && column.filledBy === undefined ? [name] : [],
  );
  const moved = new Map<string, Pence>();
  const add = (project: Value | undefined, amount: number): void => {
    const key = typeof project === "string" ? project : "";
    moved.set(key, addPence(moved.get(key) ?? noPence, pence(amount)));
  };
  const sum = (values: Values): number => moneyColumns.reduce((total, name) => total + Number(valueAt(values, name) ?? 0), 0);
  const projectColumn = columnOf(register, "ProjectRef") === undefined ? "Ref" : "ProjectRef";
  for (const row of rows) {
    if (row.kind === "changed") add(valueAt(row.before, projectColumn), -sum(row.before));
    add(valueAt(row.after, projectColumn), sum(row.after));
  }
  return new Map([...moved].filter(([, amount]) => amount !== 0));
}
