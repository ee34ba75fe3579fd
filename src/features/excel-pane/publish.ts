import { excelPaneWords } from "../../content";
import { succeed, type Fault, type Progress, type Result } from "../../kernel";
import { type Edit, type Row, type RowId } from "../../registers";
import type { Decision, DecisionAnswer, EditOutcome } from "../../store";
import { keysToWrite, writeKeys, type SheetContent, type Snapshot } from "../../workbook";
import type { PaneTools } from "./pane-tools";
import { heldCells, makeReview, type Review } from "./review";
import { placeOf, readReview, settleRows, type SheetTable } from "./sheet-work";

/** What became of one row of the sheet. `outcome` is absent for a row that was not sent because its author stopped. */
export interface RowOutcome {
  readonly position: number;
  readonly name: string;
  readonly outcome?: EditOutcome;
}

export type PublishResult =
  /** The sheet is another one than was reviewed; nothing was sent. */
  | { readonly kind: "sheetChanged"; readonly review: Review }
  | {
      readonly kind: "published";
      readonly rows: readonly RowOutcome[];
      readonly content: SheetContent;
      readonly snapshot: Snapshot;
      /** Why the sheet could not be brought up to date although the changes were sent. */
      readonly sheetFault?: Fault;
    };

/** Sends what was reviewed, and only that, then writes the register's answers into the sheet. */
export async function publish(
  tools: PaneTools,
  table: SheetTable,
  work: { readonly review: Review; readonly copiesToAdd: ReadonlySet<number>; readonly progress: Progress },
): Promise<Result<PublishResult>> {
  const { review, progress, copiesToAdd } = work;
  const now = await readReview(tools, table, copiesToAdd);
  if (!now.ok) return now;
  if (!isSameSheet(review.content, now.value.content)) return succeed({ kind: "sheetChanged", review: now.value });
  const keyed = await writeNewKeys(tools, table, review);
  if (!keyed.ok) return keyed;
  const label = excelPaneWords.publishLabel(review.edits.length, table.register.many);
  const receipt = await tools.services.store.change(review.edits, label, progress);
  const outcomeOf = outcomesByEdit(tools, table, receipt.outcomes);
  const rows = rowOutcomes(review, outcomeOf);
  const settled = new Map<RowId, Row>(review.equal);
  for (const edit of review.edits) {
    const outcome = outcomeOf(edit);
    if (outcome?.kind === "saved") settled.set(sheetIdOf(edit, review), outcome.row);
  }
  const written = await settleRows(tools, table, { settled, published: keyed.value, held: heldCells(review) });
  const common = { kind: "published", rows, content: keyed.value } as const;
  return succeed(written.ok ? { ...common, snapshot: written.value } : { ...common, snapshot: table.snapshot, sheetFault: written.fault });
}

/** Answers a decision and writes what came of it into the sheet, over cells that still hold what was published. */
export async function settleDecision(
  tools: PaneTools,
  table: SheetTable,
  work: { readonly decision: Decision; readonly answer: DecisionAnswer; readonly published: SheetContent },
): Promise<Result<EditOutcome>> {
  const { decision, answer, published } = work;
  const outcome = await tools.services.store.answer(decision.id, answer);
  if (!outcome.ok || outcome.value.kind !== "saved") return outcome;
  const { id } = decision.edit;
  const review = makeReview(tools, { register: table.register, snapshot: table.snapshot, content: published });
  const written = await settleRows(tools, table, {
    settled: new Map([[id, outcome.value.row]]),
    published,
    ...(review.ok ? { held: heldCells(review.value) } : {}),
  });
  return written.ok ? outcome : written;
}

function isSameSheet(one: SheetContent, other: SheetContent): boolean {
  return JSON.stringify([one.headers, one.cells, one.formulas]) === JSON.stringify([other.headers, other.cells, other.formulas]);
}

/** A new row gets its key in the sheet before it is sent: should the pane close now, the next publishing finds the same row. */
async function writeNewKeys(tools: PaneTools, table: SheetTable, review: Review): Promise<Result<SheetContent>> {
  const sent = new Set(review.edits.filter(({ kind }) => kind === "create").map(({ id }) => id));
  const keys = new Map([...keysToWrite(review.diff)].filter(([, id]) => sent.has(id)));
  if (keys.size > 0) {
    const written = await tools.sheet.writeCells(table.snapshot.tableName, writeKeys(table.snapshot, review.content, keys));
    if (!written.ok) return written;
  }
  return tools.sheet.readTable(table.snapshot.tableName);
}

/** The id under which the sheet knows the row: a row found again by its client key still stands there as new. */
function sheetIdOf(edit: Edit, review: Review): RowId {
  const adopted = [...review.adopted].find(([, row]) => row.id === edit.id);
  return adopted === undefined ? edit.id : adopted[0];
}

function outcomesByEdit({ services }: PaneTools, table: SheetTable, outcomes: readonly EditOutcome[]): (edit: Edit) => EditOutcome | undefined {
  const byId = new Map(outcomes.map((outcome) => [idOf(outcome), outcome]));
  // The store knows a created row under its first id, too.
  return (edit) => byId.get(edit.id) ?? byId.get(services.store.row(placeOf(table.snapshot), edit.id)?.id ?? edit.id);
}

function idOf(outcome: EditOutcome): RowId {
  if (outcome.kind === "saved") return outcome.row.id;
  if (outcome.kind === "onDevice") return outcome.id;
  return outcome.kind === "notKept" ? outcome.edit.id : outcome.decision.edit.id;
}

function rowOutcomes(review: Review, outcomeOf: (edit: Edit) => EditOutcome | undefined): readonly RowOutcome[] {
  const names = new Map(review.rows.map((row) => [row.position, row.name]));
  const edits = new Map(review.edits.map((edit) => [edit.id, edit]));
  return review.plan.rows.flatMap((row): readonly RowOutcome[] => {
    const edit = row.kind === "changed" || row.kind === "added" ? edits.get(row.id) : undefined;
    if (edit === undefined) return [];
    const outcome = outcomeOf(edit);
    return [{ position: row.position, name: names.get(row.position) ?? "", ...(outcome === undefined ? {} : { outcome }) }];
  });
}
