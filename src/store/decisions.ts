import type { Changes, Edit, Row, RowId, Value } from "../registers";
import type { Parked } from "./journal-entry";
import { rowKey } from "./place";
import { isHiddenColumn, placeOf, type Operation } from "./operation";
import type { RegisterPlace } from "./ports";
import type { Decision, DecisionAnswer } from "./store";

/** Changes that wait for a person, each kept whole with the operation it came from. */
export class Decisions {
  readonly #parked = new Map<string, Parked>();
  #listed: readonly Decision[] = [];
  #rowKeys: ReadonlySet<string> = new Set();

  /** The same array until one came or went. */
  list(): readonly Decision[] {
    return this.#listed;
  }

  all(): readonly Parked[] {
    return [...this.#parked.values()];
  }

  find(decisionId: string): Parked | undefined {
    return this.#parked.get(decisionId);
  }

  add(decision: Decision, operation: Operation): void {
    this.#parked.set(decision.id, { decision, operation });
    this.#relist();
  }

  remove(decisionId: string): void {
    this.#parked.delete(decisionId);
    this.#relist();
  }

  concerns(place: RegisterPlace, id: RowId): boolean {
    return this.#rowKeys.size > 0 && this.#rowKeys.has(rowKey(place, id));
  }

  creates(newId: RowId): boolean {
    const operations = this.all().flatMap(({ operation }) => [operation, ...(operation.rest ?? [])]);
    return operations.some(({ edit }) => edit.kind === "create" && edit.id === newId);
  }

  #relist(): void {
    this.#listed = [...this.#parked.values()].map(({ decision }) => decision);
    this.#rowKeys = new Set(this.#listed.flatMap(({ edit, theirs }) => [edit.id, theirs?.id ?? edit.id].map((id) => rowKey(placeOf(edit), id))));
  }
}

/** Columns that belong to the old row, not to one that takes its place. */
const ofTheLostRow = new Set(["Ref", "RefNo", "Archived"]);

/**
 * The edit that an answer asks for; undefined when the change is to be dropped. Whatever is sent carries `theirs` as seen:
 * the person has just looked at it. A change to a row that is gone, kept, becomes a new row under `freshId`.
 */
export function answeredEdit(decision: Decision, answer: DecisionAnswer, freshId: RowId): Edit | undefined {
  const { edit, theirs } = decision;
  if (answer.kind === "takeTheirs") return undefined;
  if (answer.kind === "tryAgain") return edit;
  const changes: Changes = answer.kind === "merge" ? { ...edit.changes, ...answer.values } : edit.changes;
  if (theirs) return { ...edit, kind: "update", id: theirs.id, changes, seen: seenRow(theirs) };
  if (edit.kind === "update" && decision.reason.kind === "notFound") return asNewRow(edit, changes, freshId);
  return { ...edit, changes };
}

function seenRow(row: Row): Edit["seen"] {
  return { values: row.values, ...(row.etag !== undefined && { etag: row.etag }) };
}

function asNewRow(edit: Edit, changes: Changes, freshId: RowId): Edit {
  const kept = Object.entries({ ...edit.seen.values, ...changes }).filter(
    (entry): entry is [string, Value] => entry[1] !== null && !ofTheLostRow.has(entry[0]) && !isHiddenColumn(entry[0]),
  );
  return { ...edit, kind: "create", id: freshId, changes: Object.fromEntries(kept), seen: { values: {} } };
}
