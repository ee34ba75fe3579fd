import { applyChanges, reverseChanges, type Changes, type Edit, type Row } from "../registers";
import type { Operation } from "./operation";

const mostSteps = 50;

/** One call of `change`: what undo takes back at once. */
export interface Step {
  readonly label: string;
  readonly entries: Map<string, StepEntry>;
}

interface StepEntry {
  edit: Edit;
  /** The row as the register answered; absent while the change is on its way. */
  saved: Row | undefined;
  /** False while the change waits for a decision: there is nothing to take back. */
  isStanding: boolean;
}

export type StepKind = "change" | "undo" | "redo";

/**
 * Steps to undo and redo, by operation.
 * H1. Undo takes back exactly what one call changed: its columns get the values its author saw before.
 * H2. A taken-back create is archived, never deleted.
 * H3. The author of an undo has seen the state right after the change, so whatever anybody changed since is a conflict.
 */
export class History {
  #undo: Step[] = [];
  #redo: Step[] = [];
  readonly #entries = new Map<string, { readonly step: Step; readonly entry: StepEntry }>();

  get undoLabel(): string | undefined {
    return newest(this.#undo)?.label;
  }

  get redoLabel(): string | undefined {
    return newest(this.#redo)?.label;
  }

  record(kind: StepKind, label: string, operations: readonly Operation[]): void {
    const step: Step = { label, entries: new Map() };
    for (const { id, edit } of operations) this.#enter(step, id, { edit, saved: undefined, isStanding: true });
    const target = kind === "undo" ? this.#redo : this.#undo;
    target.push(step);
    if (kind === "change") this.#forget(this.#redo.splice(0));
    this.#forget(target.splice(0, Math.max(0, target.length - mostSteps)));
  }

  /**
   * @param row as the register answered, or as it was found later. Its author's columns count as they wrote them (H3):
   *     a found row may hold what somebody wrote since, and the Lists page leaves `OperationId` as it was.
   */
  saved(operationId: string, row: Row): void {
    const entry = this.#entries.get(operationId)?.entry;
    if (!entry) return;
    entry.isStanding = true;
    entry.saved = { ...row, values: applyChanges(row.values, entry.edit.changes) };
  }

  parked(operationId: string): void {
    const found = this.#entries.get(operationId);
    if (found) found.entry.isStanding = false;
  }

  /** The operation goes on as another one, or with another edit: an answered decision, a rebased follower. */
  replaced(operationId: string, operation: Operation): void {
    const found = this.#entries.get(operationId);
    if (!found) return;
    this.dropped(operationId);
    this.#enter(found.step, operation.id, { edit: operation.edit, saved: undefined, isStanding: true });
  }

  dropped(operationId: string): void {
    this.#entries.get(operationId)?.step.entries.delete(operationId);
    this.#entries.delete(operationId);
  }

  /** Takes the newest step off and gives the edits that reverse it, last change first. */
  takeBack(kind: "undo" | "redo"): { readonly label: string; readonly edits: readonly Edit[] } | undefined {
    const steps = kind === "undo" ? this.#undo : this.#redo;
    while (steps.length > 0) {
      const step = steps.pop();
      if (!step) return undefined;
      const edits = [...step.entries.values()]
        .reverse()
        .filter((entry) => entry.isStanding)
        .map(reverseOf);
      this.#forget([step]);
      if (edits.length > 0) return { label: step.label, edits };
    }
    return undefined;
  }

  #enter(step: Step, operationId: string, entry: StepEntry): void {
    step.entries.set(operationId, entry);
    this.#entries.set(operationId, { step, entry });
  }

  #forget(steps: readonly Step[]): void {
    for (const step of steps) for (const id of step.entries.keys()) this.#entries.delete(id);
  }
}

function newest(steps: readonly Step[]): Step | undefined {
  return steps.findLast((step) => [...step.entries.values()].some((entry) => entry.isStanding));
}

function reverseOf({ edit, saved }: StepEntry): Edit {
  const seen = saved ?? { values: applyChanges(edit.seen.values, edit.changes) };
  const changes: Changes = edit.kind === "create" ? { Archived: true } : reverseChanges(edit.changes, edit.seen.values);
  const id = saved?.id ?? edit.id;
  return { ...edit, kind: "update", id, changes, seen: { values: seen.values, ...(saved?.etag !== undefined && { etag: saved.etag }) } };
}
