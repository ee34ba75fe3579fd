import { excelPaneWords } from "../../content";
import { makeClientKey, succeed, type Pence, type Result } from "../../kernel";
import { keptRegister, patientDetails, ruleContext } from "../../parts";
import {
  columnOf,
  editsOf,
  newRowId,
  planChanges,
  showValue,
  valueAt,
  type ChangePlan,
  type Changes,
  type Edit,
  type IncomingRow,
  type PlannedRow,
  type Register,
  type Row,
  type RowId,
  type Value,
  type Values,
} from "../../registers";
import { diffSheet, formulaName, type SheetContent, type SheetDiff, type Snapshot } from "../../workbook";
import type { PaneTools } from "./pane-tools";

/** One cell of a review, as people read it. */
export interface ReviewCell {
  readonly field: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly hasFormula: boolean;
}

export interface ReviewRow {
  readonly position: number;
  readonly kind: "changed" | "added" | "refused";
  readonly name: string;
  readonly cells: readonly ReviewCell[];
  /** Whole sentences; a cell with a problem is not published, the others of its row are. */
  readonly problems: readonly string[];
  /** Labels of cells that may hold a patient's detail and need a person's word. */
  readonly patientAsks: readonly string[];
}

/** What publishing a sheet would do, as shown to its author before anything is sent. */
export interface Review {
  readonly content: SheetContent;
  readonly diff: SheetDiff;
  readonly plan: ChangePlan;
  readonly edits: readonly Edit[];
  readonly rows: readonly ReviewRow[];
  readonly penceByProject: ReadonlyMap<string, Pence>;
  readonly cellsByProject: ReadonlyMap<string, number>;
  /** Rows whose changes equal the register already, by the id that the sheet knows them under. */
  readonly equal: ReadonlyMap<RowId, Row>;
  /** New rows of the sheet that the register has meanwhile: an earlier publishing did not finish. */
  readonly adopted: ReadonlyMap<RowId, Row>;
}

export interface ReviewRequest {
  readonly register: Register;
  readonly snapshot: Snapshot;
  readonly content: SheetContent;
  readonly copiesToAdd?: ReadonlySet<number>;
}

/** Compares the sheet with its snapshot and plans the changes over the register as known now. */
export function makeReview({ services }: PaneTools, request: ReviewRequest): Result<Review> {
  const { snapshot, content, copiesToAdd } = request;
  const makeKey = (): ReturnType<typeof makeClientKey> => makeClientKey(services.randomness);
  const compared = diffSheet({ register: request.register, snapshot, content, makeKey, ...(copiesToAdd === undefined ? {} : { copiesToAdd }) });
  if (!compared.ok) return compared;
  const register = keptRegister(services, request.register);
  const base = baseRows(services, snapshot);
  const { incoming, adopted } = adopt(compared.value.rows, base);
  const guarded = incoming.map((row) => ({ row, found: patientDetails(register, row.values) }));
  const blocked = guarded.filter(({ found }) => found.some(({ confidence }) => confidence === "high")).map(({ row }) => row);
  const plan = planChanges({ register, site: snapshot.site, incoming: incoming.filter((row) => !blocked.includes(row)), base, context: ruleContext(services) });
  const asks = new Map(guarded.map(({ row, found }) => [row.position, found.map(({ field }) => columnOf(register, field)?.label ?? field)]));
  const shaper: Shaper = { register, snapshot, diff: compared.value, incoming: new Map(incoming.map((row) => [row.position, row])), asks };
  const rows = [
    ...plan.rows.flatMap((row) => reviewRow(row, shaper)),
    ...blocked.map((row) => blockedRow(row, shaper)),
    ...compared.value.refused.map(refusedRow),
  ];
  return succeed({
    content,
    diff: compared.value,
    plan,
    edits: editsOf(plan),
    rows: rows.sort((one, other) => one.position - other.position),
    penceByProject: plan.totals.penceByProject,
    cellsByProject: cellsByProject(plan),
    equal: equalRows(plan, base, adopted),
    adopted,
  });
}

/** The register's rows; one that is there no more stands as the sheet saw it, so that the store can ask what to do with the change. */
function baseRows({ store }: PaneTools["services"], snapshot: Snapshot): readonly Row[] {
  const place = { site: snapshot.site, register: snapshot.register };
  const known = [...store.rows(place), ...store.archivedRows(place)];
  const ids = new Set(known.map(({ id }) => id));
  const lost = [...snapshot.rows].filter(([id]) => !ids.has(id)).map(([id, seen]): Row => ({ id, ...seen, extras: {} }));
  return [...known, ...lost];
}

/** A new row whose client key is in the register already is that row. */
function adopt(rows: readonly IncomingRow[], base: readonly Row[]): { readonly incoming: readonly IncomingRow[]; readonly adopted: ReadonlyMap<RowId, Row> } {
  const byKey = new Map(base.map((row) => [valueAt(row.values, "ClientKey"), row]));
  const adopted = new Map<RowId, Row>();
  const incoming = rows.map((row): IncomingRow => {
    const found = row.id === undefined ? byKey.get(row.newKey) : undefined;
    if (found === undefined) return row;
    adopted.set(newRowId(row.newKey), found);
    return { ...row, id: found.id, seen: { ...(found.etag === undefined ? {} : { etag: found.etag }), values: found.values } };
  });
  return { incoming, adopted };
}

function equalRows(plan: ChangePlan, base: readonly Row[], adopted: ReadonlyMap<RowId, Row>): ReadonlyMap<RowId, Row> {
  const byId = new Map(base.map((row) => [row.id, row]));
  const sheetIds = new Map([...adopted].map(([sheetId, row]) => [row.id, sheetId]));
  return new Map(
    plan.rows.flatMap((row): (readonly [RowId, Row])[] => {
      const found = row.kind === "unchanged" && row.problems.length === 0 ? byId.get(row.id) : undefined;
      return found === undefined ? [] : [[sheetIds.get(found.id) ?? found.id, found]];
    }),
  );
}

function cellsByProject(plan: ChangePlan): ReadonlyMap<string, number> {
  const cells = new Map<string, number>();
  for (const row of plan.rows) {
    if (row.kind !== "changed" && row.kind !== "added") continue;
    const project = String(valueAt(row.after, "ProjectRef") ?? "");
    cells.set(project, (cells.get(project) ?? 0) + Object.keys(row.changes).length);
  }
  return cells;
}

/** The columns of each row whose cells cannot be published, by the id that the sheet knows the row under. */
export function heldCells({ diff, plan }: Review): ReadonlyMap<RowId, ReadonlySet<string>> {
  const ids = new Map(diff.rows.map(({ position, id, newKey }) => [position, id ?? newRowId(newKey)]));
  return new Map(
    plan.rows.flatMap(({ position, problems }): (readonly [RowId, ReadonlySet<string>])[] => {
      const id = ids.get(position);
      // A person stands in one cell, whichever of the two columns has the problem.
      return id === undefined || problems.length === 0 ? [] : [[id, new Set(problems.flatMap(({ field }) => [field, field.replace(/Address$/, "")]))]];
    }),
  );
}

interface Shaper {
  readonly register: Register;
  readonly snapshot: Snapshot;
  readonly diff: SheetDiff;
  readonly incoming: ReadonlyMap<number, IncomingRow>;
  readonly asks: ReadonlyMap<number, readonly string[]>;
}

function reviewRow(row: PlannedRow, shaper: Shaper): readonly ReviewRow[] {
  const { register, incoming, asks } = shaper;
  const brought = incoming.get(row.position);
  const problems = row.problems.map(({ says, wrote }) => excelPaneWords.wrote(says, wrote));
  const missing = row.missing.map((name) => columnOf(register, name)?.label ?? name);
  if (row.kind === "unchanged")
    return problems.length === 0 ? [] : [{ position: row.position, kind: "refused", name: nameOf(brought, shaper), cells: [], problems, patientAsks: [] }];
  if (row.kind === "refused") {
    // A row that brought only unreadable cells has no reason of its own beside theirs.
    const reasons = problems.length > 0 && Object.keys(brought?.values ?? {}).length === 0 ? [] : row.reasons;
    const cells = cellsOf(brought?.values ?? {}, { before: brought?.seen?.values ?? {}, position: row.position }, shaper);
    return [{ position: row.position, kind: "refused", name: nameOf(brought, shaper), cells, problems: [...reasons, ...problems], patientAsks: [] }];
  }
  const before = row.kind === "changed" ? row.before : {};
  return [
    {
      position: row.position,
      kind: row.kind,
      name: nameOf(brought, shaper),
      cells: cellsOf(row.changes, { before, position: row.position }, shaper),
      problems: [...problems, ...(missing.length > 0 ? [excelPaneWords.incomplete(missing)] : [])],
      patientAsks: asks.get(row.position) ?? [],
    },
  ];
}

function blockedRow(row: IncomingRow, shaper: Shaper): ReviewRow {
  return { position: row.position, kind: "refused", name: nameOf(row, shaper), cells: [], problems: [excelPaneWords.patientHigh], patientAsks: [] };
}

function refusedRow({ position, says }: SheetDiff["refused"][number]): ReviewRow {
  return { position, kind: "refused", name: "", cells: [], problems: [says], patientAsks: [] };
}

function nameOf(row: IncomingRow | undefined, { register }: Shaper): string {
  const values = row?.seen?.values;
  if (values === undefined) return excelPaneWords.newRow(register.one);
  return [valueAt(values, "Ref"), valueAt(values, "Title")].filter((part) => part !== undefined).join(" ");
}

/** Cells that a person typed: worked-out columns follow by themselves and an address stands with its name. */
function cellsOf(changes: Changes, at: { readonly before: Values; readonly position: number }, { register, diff }: Shaper): readonly ReviewCell[] {
  return Object.entries(changes).flatMap(([field, value]): readonly ReviewCell[] => {
    const column = columnOf(register, field);
    if (column === undefined || column.filledBy !== undefined || column.hidden === true) return [];
    const shown = (one: Value | null | undefined): string => {
      const text = showValue(column, one ?? undefined);
      return text === "" ? excelPaneWords.empty : text;
    };
    return [
      {
        field,
        label: column.label,
        before: shown(valueAt(at.before, field)),
        after: shown(value),
        hasFormula: diff.formulas.has(formulaName(at.position, field)),
      },
    ];
  });
}
