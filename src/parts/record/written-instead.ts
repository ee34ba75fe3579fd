import { recordWords } from "../../content";
import { applyChanges, columnOf, valueAt, type Changes, type Register, type RuleContext } from "../../registers";
import type { Decision } from "../../store";
import { addressOf, draftsFrom, readDrafts, type DraftProblem, type Drafts } from "./drafts";

export interface WrittenInstead {
  /** The fields that somebody writes now, with their texts; a person column has its `XAddress` too. */
  readonly drafts: Drafts;
  readonly context: RuleContext;
}

export type WrittenReading = { readonly kind: "wrong"; readonly problems: readonly DraftProblem[] } | { readonly kind: "ready"; readonly values: Changes };

/** What a decision's change says with these fields written anew: read as in a form, with its rules and its look for patient details. */
export function readWrittenInstead(register: Register, decision: Decision, { drafts, context }: WrittenInstead): WrittenReading {
  const { edit, theirs } = decision;
  const before = edit.kind === "create" ? {} : (theirs?.values ?? edit.seen.values);
  const mine = draftsFrom(register, applyChanges(before, edit.changes));
  const reading = readDrafts(register, { drafts: { ...mine, ...drafts }, before, context });
  if (reading.kind === "wrong") return reading;
  const changes = reading.kind === "ready" ? reading.changes : {};
  const asks = reading.kind === "ready" ? reading.asks : [];
  const names = Object.keys(drafts);
  if (asks.length > 0) {
    const fieldOf = (label: string): string => names.find((name) => columnOf(register, name)?.label === label) ?? names[0] ?? "";
    return { kind: "wrong", problems: asks.map((label) => ({ field: fieldOf(label), says: recordWords.patientMedium(label) })) };
  }
  // A field written as the register has it is no change: it is said all the same, or my earlier value would stand.
  return { kind: "ready", values: Object.fromEntries(names.map((name) => [name, changes[name] ?? valueAt(before, name) ?? null])) };
}

/** A field's text as a form shows it, with the person's address. */
export function draftOf(register: Register, values: Changes, field: string): Drafts {
  const all = draftsFrom(register, applyChanges({}, values));
  const names = columnOf(register, field)?.type === "person" ? [field, addressOf(field)] : [field];
  return Object.fromEntries(names.map((name) => [name, all[name] ?? ""]));
}
