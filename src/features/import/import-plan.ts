import { importWords, planWords, recordWords } from "../../content";
import { rowWords } from "../../exchange";
import { addPence, fail, noPence, succeed, wait, type Confidence, type Pence, type Progress, type Result, type Timers } from "../../kernel";
import {
  applyChanges,
  columnOf,
  newRowId,
  planChanges,
  valueAt,
  type CellProblem,
  type ChangePlan,
  type Changes,
  type IncomingRow,
  type PlannedRow,
  type PlanTotals,
  type Register,
  type Row,
  type RuleContext,
  type Values,
} from "../../registers";
import { saysNothing } from "./empty-rows";
import { keyMaker, KnownRecords, type RowKey } from "./identity";
import type { LookUps } from "./look-ups";
import { notesColumn, type Mapping } from "./mapping";
import { notesAfter } from "./notes";
import { readSourceRow, type Reader, type ReadRow } from "./read-source-row";
import { keepSamePeople } from "./same-person";
import type { LeftOut, SourceRow, SourceTable } from "./source-table";

export interface ImportRequest {
  /** With the choices that its list has now. */
  readonly register: Register;
  readonly site: string;
  readonly table: SourceTable;
  readonly mapping: Mapping;
  /** The register's rows as known now. */
  readonly base: { readonly live: readonly Row[]; readonly archived: readonly Row[] };
  readonly lookUps: LookUps;
  readonly context: RuleContext;
  /** What looks like a patient's detail in new texts. */
  readonly patientDetails: (register: Register, changes: Changes) => readonly { readonly field: string; readonly confidence: Confidence }[];
}

/** What an import would do, as shown before anything is written. */
export interface ImportPlan {
  readonly plan: ChangePlan;
  /** Worth a look but written all the same, by row number: people known by name only, records that come back from the archive. */
  readonly remarks: ReadonlyMap<number, readonly CellProblem[]>;
  /** Labels of texts that may hold a patient's detail: asked once before writing. */
  readonly patientAsks: readonly string[];
  /** Rows that were refused for patients' details: their words are shown nowhere. */
  readonly withheld: ReadonlySet<number>;
  readonly names: ReadonlyMap<number, string>;
  readonly namesOnly: number;
  readonly comingBack: number;
  /** Filled rows of the file that are no records, in the order of the file. */
  readonly leftOut: readonly LeftOut[];
}

const rowsInSlice = 100; // about 20 to 40 ms of work on a slow computer

/**
 * Plans an import in slices, so that 20,000 rows leave the page usable. Nothing is written.
 * @returns `cancelled` when the signal aborts.
 */
export async function importPlan(request: ImportRequest, pace: { readonly timers: Timers; readonly progress: Progress }): Promise<Result<ImportPlan>> {
  const { table } = request;
  const planner = new Planner(request);
  for (let from = 0; from < table.rows.length; from += rowsInSlice) {
    pace.progress.report(from, table.rows.length);
    await wait(pace.timers, 0, pace.progress.signal);
    if (pace.progress.signal.aborted) return fail({ kind: "cancelled" });
    planner.add(table.rows.slice(from, from + rowsInSlice));
  }
  pace.progress.report(table.rows.length, table.rows.length);
  return succeed(planner.finish());
}

class Planner {
  readonly #request: ImportRequest;
  readonly #reader: Reader;
  readonly #known: KnownRecords;
  readonly #keyOf: (row: SourceRow, read: ReadRow) => RowKey;
  readonly #used = new Set<string>();
  readonly #rows: PlannedRow[] = [];
  readonly #totals: PlanTotals[] = [];
  readonly #remarks = new Map<number, CellProblem[]>();
  readonly #asks = new Set<string>();
  readonly #withheld = new Set<number>();
  readonly #names = new Map<number, string>();
  readonly #empty: LeftOut[] = [];
  #namesOnly = 0;
  #comingBack = 0;

  constructor(request: ImportRequest) {
    const { register, table, mapping, lookUps, base } = request;
    this.#request = request;
    this.#reader = { register, table, mapping, lookUps, notesColumn: notesColumn(register), today: request.context.today };
    this.#known = new KnownRecords(base, mapping.keyColumn);
    this.#keyOf = keyMaker(register, mapping.keyColumn);
  }

  add(rows: readonly SourceRow[]): void {
    const { register, site, context } = this.#request;
    const incoming: IncomingRow[] = [];
    const matched: Row[] = [];
    const refused: PlannedRow[] = [];
    for (const row of rows) {
      if (saysNothing(this.#reader, row)) {
        this.#empty.push({ position: row.position, reason: "nothing", words: rowWords(row.cells) });
        continue;
      }
      const taken = this.#take(row);
      if ("kind" in taken) {
        refused.push(taken);
        continue;
      }
      incoming.push(taken.incoming);
      if (taken.match !== undefined) matched.push(taken.match);
    }
    const plan = planChanges({ register, site, incoming, base: matched, context });
    this.#totals.push(plan.totals, refusedTotals(refused));
    this.#rows.push(...[...plan.rows, ...refused].sort((left, right) => left.position - right.position));
  }

  finish(): ImportPlan {
    const { register, site } = this.#request;
    const plan = { register: register.name, site, rows: this.#rows, totals: addTotals(this.#totals) };
    return {
      plan,
      remarks: this.#remarks,
      patientAsks: [...this.#asks],
      withheld: this.#withheld,
      names: this.#names,
      namesOnly: this.#namesOnly,
      comingBack: this.#comingBack,
      leftOut: [...this.#request.table.leftOut, ...this.#empty].sort((left, right) => left.position - right.position),
    };
  }

  /** One row read and told apart from the others, or refused as a whole. */
  #take(row: SourceRow): { readonly incoming: IncomingRow; readonly match: Row | undefined } | Extract<PlannedRow, { kind: "refused" }> {
    const { register } = this.#request;
    const { position } = row;
    const said = readSourceRow(this.#reader, row);
    const key = this.#keyOf(row, said);
    const found = this.#known.find(key, said);
    const match = found.kind === "row" ? found.row : undefined;
    const read = match === undefined ? said : keepSamePeople(register, said, match);
    const values = this.#valuesFor(read, match);
    this.#names.set(position, nameOf(register, applyChanges(match?.values ?? {}, values)));
    const refuse = (reason: string): Extract<PlannedRow, { kind: "refused" }> => ({
      kind: "refused",
      position,
      problems: read.problems,
      missing: [],
      reasons: [reason],
    });
    if (found.kind === "several") return refuse(planWords.keyMatchesSeveral(key.written ?? ""));
    const id = match?.id ?? newRowId(key.clientKey);
    if (this.#used.has(id)) return refuse(planWords.sameKeyTwice(key.written ?? read.ref ?? ""));
    this.#used.add(id);
    const details = this.#request.patientDetails(register, this.#newTexts(values, match));
    if (details.some(({ confidence }) => confidence === "high")) {
      this.#withheld.add(position);
      this.#names.set(position, importWords.withheld);
      return { ...refuse(recordWords.patientHigh), problems: [] };
    }
    const remarks = [...read.remarks, ...this.#patientRemarks(details)];
    if (match !== undefined && valueAt(match.values, "Archived") === true) {
      this.#comingBack += 1;
      remarks.push({ field: "Archived", says: importWords.comesBack, wrote: "" });
    }
    this.#namesOnly += read.remarks.length;
    if (remarks.length > 0) this.#remarks.set(position, remarks);
    return { incoming: { position, values, problems: read.problems, newKey: key.clientKey, ...(match === undefined ? {} : { id: match.id }) }, match };
  }

  /** What the row would write over its record: notes joined, addresses that no longer belong cleared, the archive left. */
  #valuesFor(read: ReadRow, match: Row | undefined): Changes {
    const { register } = this.#request;
    const before = match?.values ?? {};
    const values = new Map(Object.entries(read.values));
    for (const [name, value] of Object.entries(read.values)) {
      if (columnOf(register, name)?.type !== "person" || Object.hasOwn(read.values, `${name}Address`)) continue;
      if (value !== valueAt(before, name)) values.set(`${name}Address`, null);
    }
    const { notesColumn: notes } = this.#reader;
    if (notes !== undefined) {
      const existing = valueAt(before, notes);
      const text = notesAfter(typeof existing === "string" ? existing : undefined, read.directNotes, read.blocks);
      if (text !== undefined) values.set(notes, text);
    }
    if (valueAt(before, "Archived") === true) values.set("Archived", null);
    return Object.fromEntries(values);
  }

  /** Texts that this import brings; what stood in the record before was judged before. */
  #newTexts(values: Changes, match: Row | undefined): Changes {
    return Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => {
        const before = match === undefined ? undefined : valueAt(match.values, name);
        if (value === before) return [];
        return typeof value === "string" && typeof before === "string" && value.startsWith(before) ? [[name, value.slice(before.length)]] : [[name, value]];
      }),
    );
  }

  #patientRemarks(details: ReturnType<ImportRequest["patientDetails"]>): readonly CellProblem[] {
    return [...new Set(details.filter(({ confidence }) => confidence === "medium").map(({ field }) => field))].map((field) => {
      const label = columnOf(this.#request.register, field)?.label ?? field;
      this.#asks.add(label);
      return { field, says: importWords.maybePatient(label), wrote: "" };
    });
  }
}

function nameOf(register: Register, values: Values): string {
  const names = ["Title", register.titleFrom, "OldReference"].flatMap((name) => (name === undefined ? [] : [valueAt(values, name)]));
  return String(names.find((value) => value !== undefined) ?? "");
}

function refusedTotals(rows: readonly PlannedRow[]): PlanTotals {
  const cellProblems = rows.reduce((sum, row) => sum + row.problems.length, 0);
  return { added: 0, changed: 0, unchanged: 0, refused: rows.length, incomplete: 0, cells: 0, cellProblems, penceByProject: new Map() };
}

function addTotals(parts: readonly PlanTotals[]): PlanTotals {
  const sum = (of: (totals: PlanTotals) => number): number => parts.reduce((total, part) => total + of(part), 0);
  const moved = new Map<string, Pence>();
  for (const part of parts) for (const [project, amount] of part.penceByProject) moved.set(project, addPence(moved.get(project) ?? noPence, amount));
  return {
    added: sum((part) => part.added),
    changed: sum((part) => part.changed),
    unchanged: sum((part) => part.unchanged),
    refused: sum((part) => part.refused),
    incomplete: sum((part) => part.incomplete),
    cells: sum((part) => part.cells),
    cellProblems: sum((part) => part.cellProblems),
    penceByProject: new Map([...moved].filter(([, amount]) => amount !== 0)),
  };
}
