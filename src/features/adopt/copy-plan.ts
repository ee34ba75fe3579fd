import { importWords, recordWords } from "../../content";
import { deriveClientKey, type Confidence } from "../../kernel";
import {
  columnOf,
  completeRow,
  newRowId,
  planChanges,
  valueAt,
  type ChangePlan,
  type Changes,
  type IncomingRow,
  type PlannedRow,
  type Register,
  type Row,
  type RuleContext,
  type Value,
} from "../../registers";

export interface CopyRequest {
  readonly register: Register;
  readonly site: string;
  readonly listId: string;
  /** Every row of their list, read as the register's; `id` is the item's. */
  readonly theirs: readonly Row[];
  /** The rows of our list as known now, archived ones too. */
  readonly ours: readonly Row[];
  readonly context: RuleContext;
  /** What looks like a patient's detail in texts. */
  readonly patientDetails: (register: Register, changes: Changes) => readonly { readonly field: string; readonly confidence: Confidence }[];
}

/** What a copy would do, as shown before anything is written. */
export interface CopyPlan {
  readonly plan: ChangePlan;
  readonly names: ReadonlyMap<number, string>;
  /** Labels of texts that may hold a patient's detail: asked once before writing. */
  readonly patientAsks: readonly string[];
}

/** Plans a copy like an import: the same item gives the same key, so a repeat finds its rows. Nothing is written. */
export function copyPlan(request: CopyRequest): CopyPlan {
  const { register, site, listId, theirs, ours, context, patientDetails } = request;
  const byKey = new Map(ours.map((row) => [valueAt(row.values, "ClientKey"), row]));
  const names = new Map<number, string>();
  const asks = new Set<string>();
  const incoming: IncomingRow[] = [];
  const refused: PlannedRow[] = [];
  for (const [index, row] of theirs.entries()) {
    const position = index + 1;
    const newKey = deriveClientKey(listId.toLowerCase(), row.id);
    const found = byKey.get(newKey) ?? ours.find(({ id }) => id === newRowId(newKey));
    const values = copied(register, row);
    const details = patientDetails(register, values);
    if (details.some(({ confidence }) => confidence === "high")) {
      names.set(position, importWords.withheld);
      refused.push({ kind: "refused", position, problems: [], missing: [], reasons: [recordWords.patientHigh] });
      continue;
    }
    for (const { field, confidence } of details) if (confidence === "medium") asks.add(columnOf(register, field)?.label ?? field);
    names.set(position, String(valueAt(completeRow(register, row.values), "Title") ?? row.id));
    incoming.push({ position, values, problems: [], newKey, ...(found === undefined ? {} : { id: found.id }) });
  }
  const plan = planChanges({ register, site, incoming, base: ours, context });
  const rows = [...plan.rows, ...refused].sort((one, other) => one.position - other.position);
  return { plan: { ...plan, rows, totals: { ...plan.totals, refused: plan.totals.refused + refused.length } }, names, patientAsks: [...asks] };
}

/** What people fill, with their own number, or the item's where it has none. What the product works out comes by itself. */
function copied(register: Register, { id, values }: Row): Changes {
  const own = Object.entries(values).filter(([name]) => isCopied(register, name));
  const changes = new Map<string, Value>(own);
  if (!changes.has("OldReference")) changes.set("OldReference", id);
  return Object.fromEntries(changes);
}

/** What people fill is copied; what the product or the list fills comes by itself. */
export function isCopied(register: Register, name: string): boolean {
  const column = columnOf(register, name);
  if (column !== undefined) return column.filledBy === undefined && column.hidden !== true;
  const person = columnOf(register, name.replace(/Address$/, ""));
  return person?.type === "person" && person.filledBy === undefined;
}
