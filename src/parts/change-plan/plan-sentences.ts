import { changePlanWords } from "../../content";
import { addPence, formatMoney } from "../../kernel";
import { columnOf, showValue, valueAt, type CellProblem, type ChangePlan, type PlannedRow, type Register, type Value } from "../../registers";

/** What a plan would do, a sentence for each total that is not nought. */
export function planSentences(register: Register, plan: ChangePlan): readonly string[] {
  const { totals } = plan;
  const { one, many } = register;
  const words = changePlanWords;
  const money = addPence(...totals.penceByProject.values());
  const sentences = [
    totals.added > 0 ? words.added(totals.added, one, many) : "",
    totals.changed > 0 ? words.changed(totals.changed, one, many) : "",
    totals.unchanged > 0 ? words.unchanged(totals.unchanged, one, many) : "",
    totals.refused > 0 ? words.refused(totals.refused) : "",
    totals.incomplete > 0 ? words.incomplete(totals.incomplete) : "",
    totals.cellProblems > 0 ? words.cellProblems(totals.cellProblems) : "",
    totals.penceByProject.size > 0 ? words.money(formatMoney(money)) : "",
  ].filter((sentence) => sentence !== "");
  return sentences.length === 0 ? [words.nothing] : sentences;
}

const changesTold = 4;

/** "Status: Pipeline becomes Active; Stage: 2 Define", the first few of a row. */
export function changesText(register: Register, row: PlannedRow): string {
  if (row.kind !== "added" && row.kind !== "changed") return "";
  const told = Object.entries(row.changes).flatMap(([name, value]) => {
    const column = columnOf(register, name);
    if (column === undefined || column.hidden === true || (row.kind === "added" && name === "Title")) return [];
    const show = (held: Value | undefined): string => shorten(showValue(column, held)) || changePlanWords.empty;
    const after = show(value ?? undefined);
    return [row.kind === "added" ? changePlanWords.isSet(column.label, after) : changePlanWords.becomes(column.label, show(valueAt(row.before, name)), after)];
  });
  const rest = told.length - changesTold;
  return [...told.slice(0, changesTold), ...(rest > 0 ? [changePlanWords.moreChanges(rest)] : [])].join("; ");
}

const longestShown = 60;

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= longestShown ? line : `${line.slice(0, longestShown - 1)}…`;
}

/** One thing that is wrong, or worth a look, in one row. */
export interface PlanProblem {
  readonly key: string;
  readonly position: number;
  readonly row: PlannedRow;
  readonly column: string;
  readonly held: string;
  readonly says: string;
}

/** Everything wrong with a plan in the order of its rows: refused rows, cells, then remarks. */
export function planProblems(register: Register, plan: ChangePlan, remarks: ReadonlyMap<number, readonly CellProblem[]>): readonly PlanProblem[] {
  return plan.rows.flatMap((row) => {
    const { position } = row;
    const whole = row.kind === "refused" ? row.reasons.map((says) => ({ column: changePlanWords.wholeRow, held: "", says })) : [];
    const cells = [...row.problems, ...(remarks.get(position) ?? [])].map(({ field, says, wrote }) => ({
      column: columnOf(register, field)?.label ?? field,
      held: wrote,
      says,
    }));
    return [...whole, ...cells].map((problem, index) => ({ key: `${String(position)}/${String(index)}`, position, row, ...problem }));
  });
}
