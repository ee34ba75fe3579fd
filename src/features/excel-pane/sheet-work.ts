import { excelPaneWords } from "../../content";
import { fail, succeed, type Result } from "../../kernel";
import { keptRegister } from "../../parts";
import { isNewRow, registerNamed, valueAt, type Register, type Row, type RowId } from "../../registers";
import type { RegisterPlace } from "../../store";
import {
  defaultSheetColumns,
  readSnapshots,
  refreshSheet,
  sheetPlan,
  snapshotOf,
  writeBack,
  writeSnapshot,
  type SheetContent,
  type Snapshot,
} from "../../workbook";
import type { PaneTools } from "./pane-tools";
import { makeReview, type Review } from "./review";

/** A table of ours in the open workbook and what its author did to it. */
export interface SheetTable {
  readonly register: Register;
  readonly snapshot: Snapshot;
  readonly review: Result<Review>;
}

/** More than this makes Excel on the web slow and its requests too large. */
const mostCells = 400_000;
/** Rows may move while an answer travels: read again and write again, so often. */
const mostTries = 3;

export function placeOf({ site, register }: Snapshot): RegisterPlace {
  return { site, register };
}

/** Every table of this site that the workbook still holds. */
export async function readSheetTables(tools: PaneTools): Promise<Result<readonly SheetTable[]>> {
  const parts = await tools.sheet.readParts();
  if (!parts.ok) return parts;
  const names = await tools.sheet.tables();
  if (!names.ok) return names;
  const snapshots = readSnapshots(parts.value).filter(({ tableName, site }) => names.value.includes(tableName) && site === tools.services.session.site.id);
  const tables: SheetTable[] = [];
  for (const snapshot of snapshots) {
    const register = registerNamed(snapshot.register);
    const content = await tools.sheet.readTable(snapshot.tableName);
    if (register === undefined) continue;
    tables.push({ register, snapshot, review: content.ok ? makeReview(tools, { register, snapshot, content: content.value }) : content });
  }
  return succeed(tables);
}

/** Reads one table again, for instance with copies that are now to be added. */
export async function readReview(tools: PaneTools, table: SheetTable, copiesToAdd?: ReadonlySet<number>): Promise<Result<Review>> {
  const content = await tools.sheet.readTable(table.snapshot.tableName);
  if (!content.ok) return content;
  const { register, snapshot } = table;
  return makeReview(tools, { register, snapshot, content: content.value, ...(copiesToAdd === undefined ? {} : { copiesToAdd }) });
}

export interface InsertRequest {
  readonly register: Register;
  /** A project's ref; "" for all. */
  readonly project: string;
}

/** Pulls the register and puts its rows into the workbook as a table. Answers with how many rows it has. */
export async function insertRegister(tools: PaneTools, { register: definition, project }: InsertRequest): Promise<Result<number>> {
  const { store, session, clock } = tools.services;
  const place = { site: session.site.id, register: definition.name };
  const [state] = await store.refresh([place]);
  if (state?.fault !== undefined) return fail(state.fault);
  const register = keptRegister(tools.services, definition);
  const rows = shownRows(tools, register, { place, project });
  const columns = defaultSheetColumns(register);
  if (rows.length * columns.length > mostCells) return fail({ kind: "tooLarge", limit: excelPaneWords.tooManyCells });
  const request = { register, site: place.site, rows, columns };
  const inserted = await tools.sheet.insertTable(sheetPlan(request));
  if (!inserted.ok) return inserted;
  const head = { tableName: inserted.value, asAtMs: state?.asAtMs ?? clock.nowMs(), ...(project === "" ? {} : { project }) };
  const kept = await tools.sheet.writeParts(inserted.value, writeSnapshot(snapshotOf(request, head)));
  return kept.ok ? succeed(rows.length) : kept;
}

/** Rows as the list has them, in the order of their refs: without rows that it does not know yet, and each with what may be sent as seen. */
function shownRows({ services }: PaneTools, register: Register, of: { readonly place: RegisterPlace; readonly project: string }): readonly Row[] {
  const projectColumn = register.name === "Projects" ? "Ref" : "ProjectRef";
  return services.store
    .rows(of.place)
    .filter((row) => !isNewRow(row.id) && (of.project === "" || valueAt(row.values, projectColumn) === of.project))
    .map((row) => ({ ...row, ...services.store.seen(of.place, row.id) }))
    .sort((one, other) => byNumber.compare(refOf(one), refOf(other)));
}

/** "R-9" before "R-10". */
const byNumber = new Intl.Collator("en-GB", { numeric: true });

function refOf(row: Row): string {
  return String(valueAt(row.values, "Ref") ?? "");
}

/** Brings a table up to date; cells that its author changed stay. Answers with how many of its rows the register has no more. */
export async function refreshTable(tools: PaneTools, table: SheetTable): Promise<Result<number>> {
  const { store, clock } = tools.services;
  const place = placeOf(table.snapshot);
  const [state] = await store.refresh([place]);
  if (state?.fault !== undefined) return fail(state.fault);
  const asAtMs = state?.asAtMs ?? clock.nowMs();
  const rows = shownRows(tools, table.register, { place, project: table.snapshot.project ?? "" });
  const review = await readReview(tools, table);
  if (!review.ok) return review;
  const adopted = await settleRows(tools, table, { settled: review.value.adopted, cells: "keep" });
  if (!adopted.ok) return adopted;
  return repeatOnConflict(async () => {
    const again = await readReview(tools, { ...table, snapshot: adopted.value });
    if (!again.ok) return again;
    const { content, diff } = again.value;
    const next = refreshSheet({ register: table.register, snapshot: adopted.value, content, diff, rows, asAtMs });
    const written = await tools.sheet.writeCells(table.snapshot.tableName, next.update);
    if (!written.ok) return written;
    const longer = next.added === undefined ? written : await tools.sheet.appendRows(table.snapshot.tableName, next.added);
    if (!longer.ok) return longer;
    const kept = await tools.sheet.writeParts(table.snapshot.tableName, writeSnapshot(next.snapshot));
    return kept.ok ? succeed(next.gone.length) : kept;
  });
}

export interface Settlement {
  /** Rows as the register has them, by the id that the sheet knows them under. */
  readonly settled: ReadonlyMap<RowId, Row>;
  readonly published?: SheetContent;
  readonly held?: ReadonlyMap<RowId, ReadonlySet<string>>;
  readonly cells?: "keep";
}

/** Writes settled rows into the sheet, then the snapshot after them, in this order: a crash between shows changes that equal the register. */
export async function settleRows(tools: PaneTools, table: SheetTable, settlement: Settlement): Promise<Result<Snapshot>> {
  const { register, snapshot } = table;
  if (settlement.settled.size === 0) return succeed(snapshot);
  return repeatOnConflict(async () => {
    const content = await tools.sheet.readTable(snapshot.tableName);
    if (!content.ok) return content;
    const back = writeBack({ register, snapshot, content: content.value, ...settlement });
    const written = await tools.sheet.writeCells(snapshot.tableName, back.update);
    if (!written.ok) return written;
    const kept = await tools.sheet.writeParts(snapshot.tableName, writeSnapshot(back.snapshot));
    return kept.ok ? succeed(back.snapshot) : kept;
  });
}

async function repeatOnConflict<T>(work: () => Promise<Result<T>>, triesLeft = mostTries): Promise<Result<T>> {
  const result = await work();
  return !result.ok && result.fault.kind === "conflict" && triesLeft > 1 ? repeatOnConflict(work, triesLeft - 1) : result;
}
