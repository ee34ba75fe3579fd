import { listWords, recordWords } from "../../content";
import { columnOf, type Register } from "../../registers";
import type { StoredRow } from "../../store";
import type { useNotify } from "../../ui";
import { draftsFrom, readDrafts } from "../record/drafts";
import type { useHoldEdit } from "../record/held-edits";
import { recordName } from "../record/record-name";
import type { Services } from "../services";
import { keptRegister, ruleContext } from "../use-records";

interface Ports {
  readonly services: Services;
  readonly notify: ReturnType<typeof useNotify>;
  readonly hold: ReturnType<typeof useHoldEdit>;
}

interface TypedCell {
  readonly register: Register;
  readonly row: StoredRow;
  /** The column. */
  readonly id: string;
  readonly text: string;
}

/** One cell typed in the grid is one edit with what its author saw; what cannot be read is said and the cell stays as it was. */
export async function commitCell({ services, notify, hold }: Ports, { register: definition, row, id, text }: TypedCell): Promise<void> {
  const register = keptRegister(services, definition);
  if (services.rights.of({ site: row.site, register: row.register }) !== "unknown") {
    notify({ kind: "warning", text: listWords.readOnly });
    return;
  }
  // The same reading as a form's: rules, status moves, scores and the patient guard hold in a cell too.
  const reading = readDrafts(register, {
    drafts: { ...draftsFrom(register, row.values), [id]: text },
    before: row.values,
    context: ruleContext(services),
  });
  if (reading.kind === "unchanged") return;
  const refusal = reading.kind === "wrong" ? reading.problems.map((problem) => problem.says) : reading.asks.map(recordWords.patientInCell);
  if (reading.kind === "wrong" || refusal.length > 0) {
    notify({ kind: "warning", text: refusal.join(". ") });
    return;
  }
  const seen = { values: row.values, ...(row.etag === undefined ? {} : { etag: row.etag }) };
  const edit = { site: row.site, register: row.register, kind: "update" as const, id: row.id, changes: reading.changes, seen };
  const {
    outcomes: [outcome],
  } = await services.store.change([edit], recordName(register, row.values));
  // The cell shows the register's value again: what was typed is held above the page.
  if (outcome?.kind === "notKept") hold(outcome);
  if (outcome?.kind === "needsDecision") notify({ kind: "warning", text: recordWords.cellNeedsDecision(recordName(register, row.values)) });
  if (outcome?.kind !== "saved" || outcome.mergedFields.length === 0) return;
  notify({ kind: "success", text: recordWords.mergedWith(outcome.mergedFields.map((name) => columnOf(register, name)?.label ?? name)) });
}
