import { fail, type Fault, type Result } from "../kernel";
import { applyChanges, type Changes, type Edit, type Row, type RowId, type Values } from "../registers";
import { merge } from "./merge";
import { clientKeyOf, isHiddenColumn, placeOf, wroteIt, type Operation } from "./operation";
import { mayHaveWritten, needsPerson } from "./pause";
import type { CreateRequest, RegisterSource, UpdateRequest } from "./ports";
import type { FieldConflict } from "./store";
import { withWorkedOut, type WorkedOut } from "./worked-out";

/**
 * How one operation gets into the register, whatever answers get lost.
 * P1. No write goes out without an etag, and the etag is always that of the row whose values it was merged with.
 * P2. After an answer that may hide a success the register is asked first: a create by its client key, an update by the
 *     `OperationId` of the row and, when others have changed it since, of its versions.
 * P3. A refused create is believed only when its key is not in the list; whatever was parked after a lost answer is looked
 *     at again with every pull, because a request may arrive after its sender gave it up.
 * P4. What stands under the row's number in a list made anew is another row: for the author theirs is gone.
 * P5. A row that moved on is read and merged, at most five times in a row; then the operation waits like any other.
 */
const mostMerges = 5;

export type Verdict =
  | { readonly kind: "done"; readonly row: Row; readonly mergedFields: readonly string[] }
  | { readonly kind: "park"; readonly reason: Fault; readonly conflicts: readonly FieldConflict[]; readonly theirs?: Row }
  | { readonly kind: "wait"; readonly fault: Fault; readonly maybeSent: boolean };

/** One operation ready to go: names of unsaved rows already replaced by refs. */
export interface Job {
  readonly operation: Operation;
  readonly edit: Edit;
  /** The row as the base has it. */
  readonly known: Row | undefined;
  readonly workedOut: WorkedOut;
  /** Another page may be sending it, too. */
  readonly isShared: boolean;
}

/** Told of each verdict as soon as it stands. */
export type Settle = (job: Job, verdict: Verdict) => void;

export class Push {
  readonly #source: RegisterSource;

  constructor(source: RegisterSource) {
    this.#source = source;
  }

  /** @param jobs at most 20, all creates. */
  async creates(jobs: readonly Job[], settle: Settle): Promise<void> {
    const found = await Promise.all(jobs.map(async (job) => (job.operation.maybeSent ? this.#adopted(job) : undefined)));
    const fresh = jobs.filter((job, index) => {
      const verdict = found[index];
      if (verdict) settle(job, verdict);
      return verdict === undefined;
    });
    if (fresh.length === 0) return;
    const answers = await this.#source.createMany(fresh.map(createRequest));
    await Promise.all(paired(fresh, answers).map(async ([job, answer]) => settle(job, await this.#judgeCreate(job, answer))));
  }

  /** @param jobs at most 20, all updates of different rows. */
  async updates(jobs: readonly Job[], settle: Settle): Promise<void> {
    const prepared = await Promise.all(jobs.map((job) => this.#prepareUpdate(job)));
    const ready: ReadyUpdate[] = [];
    for (const one of prepared) {
      if ("verdict" in one) settle(one.job, one.verdict);
      else ready.push(one);
    }
    if (ready.length === 0) return;
    const answers = await this.#source.updateMany(ready.map(({ request }) => request));
    await Promise.all(paired(ready, answers).map(async ([one, answer]) => settle(one.job, await this.#judgeUpdate(one, answer))));
  }

  /** P2 for creates; undefined when the row is not there and may be created. */
  async #adopted(job: Job): Promise<Verdict | undefined> {
    const found = await this.#lookUp(job);
    if (!found.ok) return this.#refused(job, found.fault);
    return found.value && this.#judgeFound(job, found.value);
  }

  /** A row with this create's key is there: its own, or that of an import which somebody else made of the same rows. */
  async #judgeFound(job: Job, found: Row): Promise<Verdict> {
    if (wroteIt(job.operation, found)) return done(job, found, []);
    const wrote = await this.#source.wrote(placeOf(job.edit), found.id, job.operation.id);
    if (!wrote.ok && !needsPerson(wrote.fault, job.operation.attempts)) return this.#refused(job, wrote.fault);
    // Without versions nobody can tell; a key is one create's own save for repeated imports.
    if (wrote.ok ? wrote.value : job.operation.maybeSent) return done(job, found, []);
    // An import repeated by somebody else: the row stands, and what differs is a question for a person.
    return this.#mergeAndSend(job, found, {});
  }

  async #judgeCreate(job: Job, answer: Result<Row>): Promise<Verdict> {
    if (answer.ok) return done(job, answer.value, []);
    const { fault } = answer;
    const isDoubtful = fault.kind === "conflict" || (job.operation.maybeSent && needsPerson(fault, job.operation.attempts));
    if (!isDoubtful) return this.#refused(job, fault);
    const found = await this.#lookUp(job);
    if (!found.ok) return this.#refused(job, found.fault);
    if (found.value === undefined) return this.#refused(job, fault);
    return this.#judgeFound(job, found.value);
  }

  async #prepareUpdate(job: Job): Promise<ReadyUpdate | { readonly job: Job; readonly verdict: Verdict }> {
    const { edit, known, operation } = job;
    const against = known ?? edit.seen;
    if (known && this.#isAnother(job, known)) return { job, verdict: this.#refused(job, { kind: "notFound" }) };
    if (operation.maybeSent || against.etag === undefined) return { job, verdict: await this.#readAndMerge(job) };
    const { changes, conflicts, mergedFields } = merge(edit.seen.values, edit.changes, against.values);
    const hasNothingToSend = Object.keys(changes).length === 0;
    // The base may be older than what the author saw elsewhere; only the register can say that two people disagree.
    if (conflicts.length > 0 || (hasNothingToSend && !known)) return { job, verdict: await this.#readAndMerge(job) };
    if (hasNothingToSend && known) return { job, verdict: done(job, known, mergedFields) };
    const { etag, values } = against;
    return { job, mergedFields, values, request: updateRequest(job, { id: edit.id, etag, values }, changes) };
  }

  async #judgeUpdate({ job, request, values, mergedFields }: ReadyUpdate, answer: Result<Row>): Promise<Verdict> {
    if (answer.ok) return done(job, rowAfter(request, values, answer.value), mergedFields);
    if (answer.fault.kind === "conflict") return this.#readAndMerge(job, job.operation.maybeSent || job.isShared);
    return this.#refused(job, answer.fault);
  }

  /** @param mayBeMine this operation may have been written already, by this page or another one. */
  async #readAndMerge(job: Job, mayBeMine = job.operation.maybeSent): Promise<Verdict> {
    const read = await this.#source.read(placeOf(job.edit), job.edit.id);
    if (!read.ok) return this.#refused(job, read.fault);
    if (this.#isAnother(job, read.value)) return this.#refused(job, { kind: "notFound" });
    if (mayBeMine && read.value.etag !== job.edit.seen.etag && !wroteIt(job.operation, read.value)) {
      const wrote = await this.#source.wrote(placeOf(job.edit), job.edit.id, job.operation.id);
      // Without versions the columns alone must tell; a fault that passes is waited for.
      if (!wrote.ok && !needsPerson(wrote.fault, job.operation.attempts)) return this.#refused(job, wrote.fault);
      if (wrote.ok && wrote.value) return done(job, read.value, []);
    }
    return this.#mergeAndSend(job, read.value, job.edit.seen.values);
  }

  async #mergeAndSend(job: Job, first: Row, seen: Values): Promise<Verdict> {
    let theirs = first;
    for (let round = 0; round < mostMerges; round += 1) {
      if (wroteIt(job.operation, theirs)) return done(job, theirs, []);
      const merged = merge(seen, job.edit.changes, theirs.values);
      if (merged.conflicts.length > 0) return { kind: "park", reason: { kind: "conflict" }, conflicts: merged.conflicts, theirs };
      if (Object.keys(merged.changes).length === 0) return done(job, theirs, merged.mergedFields);
      if (theirs.etag === undefined) return this.#refused(job, { kind: "unreadable", where: "store", says: "a row of the list came without an etag" });
      const { id, etag, values } = theirs;
      const request = updateRequest(job, { id, etag, values }, merged.changes);
      const answer = await this.#source.update(request);
      if (answer.ok) return done(job, rowAfter(request, values, answer.value), merged.mergedFields);
      if (answer.fault.kind !== "conflict") return this.#refused(job, answer.fault, theirs);
      const again = await this.#source.read(placeOf(job.edit), theirs.id);
      if (!again.ok) return this.#refused(job, again.fault);
      theirs = again.value;
    }
    return { kind: "wait", fault: { kind: "conflict" }, maybeSent: job.operation.maybeSent };
  }

  #refused(job: Job, fault: Fault, theirs: Row | undefined = job.known): Verdict {
    const { attempts, maybeSent } = job.operation;
    if (!needsPerson(fault, attempts)) return { kind: "wait", fault, maybeSent: maybeSent || mayHaveWritten(fault) };
    const newest = fault.kind === "notFound" ? undefined : theirs;
    return { kind: "park", reason: fault, conflicts: [], ...(newest && { theirs: newest }) };
  }

  #isAnother({ edit }: Job, row: Row): boolean {
    return edit.seen.etag !== undefined && row.etag !== undefined && !this.#source.mayBeOneRow(edit.seen.etag, row.etag);
  }

  #lookUp(job: Job): Promise<Result<Row | undefined>> {
    return this.#source.findByClientKey(placeOf(job.edit), clientKeyOf(job.operation.edit.id) ?? "");
  }
}

/** The row whose values a write was merged with (P1). */
interface MergedRow {
  readonly id: RowId;
  readonly etag: string;
  readonly values: Values;
}

interface ReadyUpdate {
  readonly job: Job;
  readonly request: UpdateRequest;
  /** What the row was merged with. */
  readonly values: Values;
  readonly mergedFields: readonly string[];
}

function done(job: Job, row: Row, mergedFields: readonly string[]): Verdict {
  const said = mergedFields.filter((name) => !isHiddenColumn(name) && !Object.hasOwn(job.workedOut, name));
  return { kind: "done", row, mergedFields: said };
}

function createRequest({ edit, operation, workedOut }: Job): CreateRequest {
  const values = applyChanges({}, withWorkedOut(workedOut, {}, edit.changes));
  return { place: placeOf(edit), clientKey: clientKeyOf(operation.edit.id) ?? "", operationId: operation.id, values };
}

function updateRequest({ edit, operation, workedOut }: Job, against: MergedRow, changes: Changes): UpdateRequest {
  return {
    place: placeOf(edit),
    id: against.id,
    etag: against.etag,
    operationId: operation.id,
    changes: withWorkedOut(workedOut, against.values, changes),
  };
}

/**
 * Without an etag the answer says only that the write was carried out: the rest of the row is as it was when it was sent. Its etag of
 * then is refused by now, so the next change reads the row first.
 */
function rowAfter({ changes, etag }: UpdateRequest, before: Values, row: Row): Row {
  return row.etag === undefined ? { ...row, etag, values: { ...applyChanges(before, changes), ...row.values } } : row;
}

/** A source that answers too little has left the rest in doubt. */
function paired<T>(sent: readonly T[], answers: readonly Result<Row>[]): readonly (readonly [T, Result<Row>])[] {
  return sent.map((one, index) => [one, answers[index] ?? fail({ kind: "unavailable" })]);
}
