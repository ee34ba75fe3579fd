import { makeClientKey, type Fault } from "../kernel";
import { applyChanges, newRowId, type Changes, type Edit, type Row, type RowId, type Seen } from "../registers";
import { Arrivals } from "./arrivals";
import { Base } from "./base";
import { Decisions } from "./decisions";
import { History } from "./history";
import type { Named, Parked } from "./journal-entry";
import { Keeper } from "./keeper";
import { Listeners } from "./listeners";
import { Names } from "./names";
import { joinedSince, placeOf, unsavedNamesIn, withRefs, isHiddenColumn, type Operation } from "./operation";
import { isUnsavedRow, Outbox, stepOf, type Entry } from "./outbox";
import { layeredRows } from "./layered-rows";
import type { RegisterPlace } from "./ports";
import type { Job, Verdict } from "./push";
import { Selectors } from "./selectors";
import { Sender } from "./sender";
import { sharedQueue } from "./shared-queue";
import type { Decision, EditOutcome, FieldConflict, StoreEnvironment, StoredRow } from "./store";
import { withRest, withoutEtag, withoutLayer } from "./taken-off";
import { withoutColumns, type WorkedOut } from "./worked-out";

const nothingWorkedOut: WorkedOut = {};
/** Operations that joined one that was taken off, and those whose authors now have seen something else. */
type Taken = { readonly absorbed: readonly Entry[]; readonly rebased: readonly Entry[] };

/** Whoever made a change. */
export interface Waiter {
  /** Called once: with the first outcome, or with undefined when the author takes the change back. */
  readonly told: (outcome: EditOutcome | undefined) => void;
  /** They still have the values in front of them, and take them back when they can be kept nowhere. */
  readonly holdsValues: boolean;
}

type Parking = { readonly reason: Fault; readonly conflicts: readonly FieldConflict[]; readonly theirs?: Row };

/** The parts at work: puts operations in, hands them to the sender, and does what each verdict asks. */
export class Engine {
  readonly base = new Base();
  readonly names = new Names(this.base);
  readonly outbox = new Outbox();
  readonly decisions = new Decisions();
  readonly history = new History();
  readonly listeners = new Listeners();
  readonly selectors = new Selectors(layeredRows(this));
  readonly sender: Sender;
  readonly keeper: Keeper;
  readonly arrivals: Arrivals;
  readonly #environment: StoreEnvironment;
  readonly #asking = new Set<Entry>();
  readonly #waiters = new Map<string, Waiter>();

  constructor(environment: StoreEnvironment) {
    this.#environment = environment;
    const tasks = {
      jobOf: (entry: Entry) => this.#jobOf(entry),
      waitsFor: (entry: Entry) => this.#waitsFor(entry),
      settle: (job: Job, verdict: Verdict) => this.#settle(job, verdict),
      hold: (entries: readonly Entry[]) => this.#hold(entries),
    };
    const { clock, timers, randomness, source } = environment;
    this.sender = new Sender(this.outbox, source, { clock, timers, randomness, tasks });
    this.keeper = new Keeper(environment.device, sharedQueue(this));
    this.arrivals = new Arrivals(source, this);
  }

  makeKey(): string {
    return makeClientKey(this.#environment.randomness);
  }

  makeOperation(edit: Edit, { lane, group }: Pick<Operation, "lane" | "group">): Operation {
    const workedOut = this.workedOut(edit.register);
    const changes = withoutColumns(edit.changes, (name) => isHiddenColumn(name) || Object.hasOwn(workedOut, name));
    const madeAtMs = this.#environment.clock.nowMs();
    return { id: this.makeKey(), edit: { ...edit, changes }, lane, madeAtMs, maybeSent: false, attempts: 0, ...(group && { group }) };
  }

  /** Lays the operation over its row. */
  enqueue(operation: Operation, waiter: Waiter): Entry {
    const place = placeOf(operation.edit);
    this.#waiters.set(operation.id, waiter);
    const entry = this.outbox.add(operation, this.names.idOf(place, operation.edit.id));
    this.selectors.touch(place, [entry.id]);
    return entry;
  }

  /** Has the device keep what was enqueued, and sends it then: also what the device refuses, since the register may take it. */
  async keepAndSend(operations: readonly Operation[]): Promise<void> {
    const isKept = await this.keeper.keep(operations);
    this.#goesOn(operations, isKept ? "kept" : "refused");
  }

  /** The same for what follows from a decision; both lie on the device or neither. */
  async answerAndSend(decision: Decision, next: readonly Operation[], named: readonly Named[]): Promise<void> {
    const isKept = await this.keeper.answered(decision, { next, named });
    this.#goesOn(next, isKept ? "kept" : "refused");
  }

  #goesOn(operations: readonly Operation[], keeping: "kept" | "refused"): void {
    for (const { id } of operations) {
      const entry = this.outbox.find(id);
      if (entry) entry.keeping = keeping;
    }
    this.sender.startAfresh();
  }

  /** Takes an operation back that has certainly not been written; false when it is too late for that. */
  withdraw(operationId: string): boolean {
    const entry = this.outbox.find(operationId);
    return entry !== undefined && this.#takeBack(entry, () => undefined);
  }

  #takeBack(entry: Entry, outcomeOf: (edit: Edit) => EditOutcome | undefined): boolean {
    if (entry.inFlight || entry.operation.maybeSent || this.#carriesOthers(entry) || this.#waitingFor(entry).length > 0) return false;
    const { absorbed, rebased } = this.#takeOff(entry);
    this.keeper.leave({ gone: idsOf([entry, ...absorbed]), replaced: rebased.map(({ operation }) => operation) });
    this.history.dropped(entry.operation.id);
    for (const { operation } of [entry, ...absorbed]) this.#tell(operation.id, outcomeOf(operation.edit));
    return true;
  }

  /** Operations that name an unsaved row which will never come wait for a person, not for ever. */
  parkOrphans(): void {
    for (const entry of this.outbox.allNaming()) {
      if (entry.inFlight || !unsavedNamesIn(entry.operation.edit.changes).some((name) => this.#isNobody(entry, name))) continue;
      this.#park(entry, { reason: { kind: "invalid", problems: [] }, conflicts: [] });
    }
  }

  arrived(place: RegisterPlace, changed: readonly RowId[]): void {
    this.arrivals.arrived(place, changed);
    this.sender.start();
  }

  storedRow(place: RegisterPlace, id: RowId): StoredRow | undefined {
    return this.selectors.row(place, this.names.idOf(place, id));
  }

  seen(place: RegisterPlace, id: RowId): Seen | undefined {
    const row = this.storedRow(place, id);
    return row && { values: row.values, ...(row.etag !== undefined && { etag: row.etag }) };
  }

  /** A parked change turns out to stand in the register. */
  isIn({ decision, operation }: Parked, row: Row): void {
    this.history.saved(operation.id, row);
    this.decisions.remove(decision.id);
    this.selectors.touch(placeOf(operation.edit), [row.id]);
    this.listeners.tellSoon();
    this.goOn(operation.rest ?? []);
    void this.answerAndSend(decision, operation.rest ?? [], this.#namedBy(operation));
  }

  /** What waited with a parked change comes back into the queue. */
  goOn(rest: readonly Operation[]): void {
    for (const operation of rest) {
      this.history.replaced(operation.id, operation);
      this.enqueue(operation, { told: () => undefined, holdsValues: false });
    }
  }

  #settle(job: Job, verdict: Verdict): void {
    const entry = this.outbox.find(job.operation.id);
    if (!entry) return;
    entry.inFlight = false;
    this.sender.heard(verdict.kind === "wait" ? verdict.fault : undefined);
    if (verdict.kind === "done") {
      // A row that was not asked for again is no news, and the base may have moved on since.
      if (verdict.row !== job.known) this.base.answered(placeOf(job.edit), verdict.row.id, verdict.row);
      this.finish(entry, verdict.row, verdict.mergedFields);
    } else if (verdict.kind === "park") {
      if (verdict.theirs && verdict.theirs !== job.known) this.base.answered(placeOf(job.edit), verdict.theirs.id, verdict.theirs);
      if (verdict.reason.kind === "notFound" && job.edit.kind === "update") this.base.answered(placeOf(job.edit), job.edit.id, "gone");
      this.#park(entry, verdict);
    } else {
      entry.operation = { ...entry.operation, maybeSent: verdict.maybeSent, attempts: entry.operation.attempts + 1 };
      entry.pause = this.sender.pauseFor(entry, verdict.fault);
      this.#hold([entry]);
    }
  }

  finish(entry: Entry, row: Row, mergedFields: readonly string[] = []): void {
    const { operation } = entry;
    const place = placeOf(operation.edit);
    this.outbox.remove(entry);
    this.selectors.touch(place, [entry.id, row.id]);
    if (operation.edit.kind === "create") this.arrivals.learn(operation.edit.id, place, row);
    this.keeper.leave({ gone: [operation.id], named: this.#namedBy(operation), anew: this.#joinedAfter(operation, row) });
    this.history.saved(operation.id, row);
    this.listeners.tellSoon();
    if (!this.#waiters.has(operation.id)) return;
    const stored = this.selectors.row(place, row.id) ?? { ...row, ...place, state: "saved" };
    this.#tell(operation.id, { kind: "saved", row: stored, mergedFields });
  }

  /** What joined a create after it had been sent follows as a change to its row. */
  #joinedAfter(operation: Operation, { id }: Row): readonly Operation[] {
    const changes = joinedSince(operation);
    const { edit, lane, sent = {} } = operation;
    if (Object.keys(changes).length === 0) return [];
    const seen = { values: applyChanges({}, sent) };
    const next = this.makeOperation({ ...edit, kind: "update", id, changes, seen }, { lane });
    this.enqueue(next, { told: () => undefined, holdsValues: false }).keeping = "kept";
    return [next];
  }

  #park(entry: Entry, { reason, conflicts, theirs }: Parking): void {
    const waiting = this.#waitingFor(entry);
    // The newest first, so that nothing is left standing on a change that goes.
    const rest = [...waiting]
      .reverse()
      .map((other) => this.#lift(other))
      .reverse();
    const lifted = this.#lift(entry);
    const { edit } = lifted.operation;
    const parked = withRest(
      lifted.operation,
      rest.map(({ operation }) => operation),
    );
    const atMs = this.#environment.clock.nowMs();
    const more = { ...(theirs && { theirs }), ...(rest.length > 0 && { waitingWithIt: rest.map((one) => one.operation.edit) }) };
    const decision: Decision = { id: parked.id, edit, reason, conflicts, ...more, atMs };
    this.decisions.add(decision, parked);
    const joined = [lifted, ...rest].flatMap(({ absorbed }) => absorbed);
    this.keeper.leave({
      // What the device refused once may find room now: a decision is kept like any other change.
      anew: entry.keeping === "kept" ? [] : [parked],
      parked: [{ decision, operation: parked }],
      gone: idsOf([...waiting, ...joined]),
      replaced: [lifted, ...rest].flatMap(({ rebased }) => rebased.map(({ operation }) => operation)),
    });
    for (const { operation } of [lifted, ...rest]) this.history.parked(operation.id);
    this.selectors.touch(placeOf(edit), theirs ? [entry.id, theirs.id] : [entry.id]);
    this.listeners.tellSoon();
    for (const { operation: one } of [entry, ...waiting, ...joined]) this.#tell(one.id, { kind: "needsDecision", decision });
    this.arrivals.lookBack([parked]);
  }

  /** Those of its group that come after, and of the groups of changes that will join it or one of them; oldest first. */
  #waitingFor(entry: Entry): readonly Entry[] {
    const later = new Set<Entry>();
    const joining = new Set<Entry>();
    const visit = (one: Entry): void => {
      const followers = isUnsavedRow(one) ? this.outbox.behind(one) : [];
      for (const follower of followers) joining.add(follower);
      for (const member of [one, ...followers]) {
        for (const other of this.outbox.groupOf(member)) {
          if (stepOf(other) <= stepOf(member) || later.has(other)) continue;
          later.add(other);
          visit(other);
        }
      }
    };
    visit(entry);
    return later.size === 0 ? [] : [...this.outbox.all()].filter((one) => later.has(one) && !joining.has(one));
  }

  /** Takes an operation off its row, with what joins it. */
  #lift(entry: Entry): Taken & { readonly operation: Operation } {
    const { operation } = entry;
    const taken = this.#takeOff(entry);
    const edit = this.#withRefs({ ...operation.edit, id: operation.edit.kind === "create" ? operation.edit.id : entry.id });
    const changes = taken.absorbed.reduce<Changes>((sum, follower) => ({ ...sum, ...follower.operation.edit.changes }), edit.changes);
    const sent = operation.maybeSent && taken.absorbed.length > 0 ? (operation.sent ?? edit.changes) : operation.sent;
    return { ...taken, operation: { ...operation, edit: { ...edit, changes }, ...(sent && { sent }) } };
  }

  /**
   * Takes an operation's layer off its row. What stands behind it was typed over it: changes to a row that now will not be
   * created join the create; other authors had seen, below the layer, what its author had seen.
   * @returns the operations that joined, and those whose authors now have seen something else.
   */
  #takeOff(entry: Entry): Taken {
    const behind = this.outbox.behind(entry);
    const isUnsaved = isUnsavedRow(entry);
    this.outbox.remove(entry);
    this.selectors.touch(placeOf(entry.operation.edit), [entry.id]);
    for (const follower of behind) {
      if (isUnsaved) {
        this.outbox.remove(follower);
        this.history.dropped(follower.operation.id);
      } else {
        const { edit } = follower.operation;
        const rebased = this.#isOfOneRow(edit, entry.operation.edit) ? withoutLayer(edit, entry.operation.edit) : withoutEtag(edit);
        follower.operation = { ...follower.operation, edit: rebased };
        this.history.replaced(follower.operation.id, follower.operation);
      }
    }
    return isUnsaved ? { absorbed: behind, rebased: [] } : { absorbed: [], rebased: behind };
  }

  /** In a list made anew the layer of a change to the old row lies over another one. */
  #isOfOneRow({ seen: one }: Edit, { seen: other }: Edit): boolean {
    return one.etag === undefined || other.etag === undefined || this.#environment.source.mayBeOneRow(one.etag, other.etag);
  }

  #hold(entries: readonly Entry[]): void {
    const unkept = entries.filter(({ keeping }) => keeping === "refused");
    for (const entry of entries) {
      if (entry.keeping !== "kept") continue;
      entry.isOnDevice = true;
      this.selectors.touch(placeOf(entry.operation.edit), [entry.id]);
      this.#tell(entry.operation.id, { kind: "onDevice", id: entry.id });
    }
    if (entries.length > 0) this.listeners.tellSoon();
    if (unkept.length > 0) void this.#keepOrTakeBack(unkept);
  }

  /**
   * Changes that have to wait and lie nowhere. The device is asked once more; refused again, they go back to whoever holds their
   * values, else they wait for a person; save those that may have reached the register, and those that the service has told to
   * wait for a while.
   */
  async #keepOrTakeBack(entries: readonly Entry[]): Promise<void> {
    // Asked twice at once, a change that the one asking brought in would be taken back by the other.
    const unasked = entries.filter((entry) => !this.#asking.has(entry));
    const waiting = unasked.filter(({ operation, pause }) => operation.maybeSent || !this.sender.isOrderedToWait(pause));
    if (waiting.length === 0) return;
    for (const entry of waiting) this.#asking.add(entry);
    const isKept = await this.keeper.keep(waiting.map(({ operation }) => operation));
    for (const entry of waiting) this.#asking.delete(entry);
    const here = waiting.filter((entry) => this.outbox.find(entry.operation.id) === entry);
    if (isKept) {
      for (const entry of here) entry.keeping = "kept";
      this.#hold(here.filter(({ inFlight }) => !inFlight));
      return;
    }
    const fault: Fault = this.keeper.state.fault ?? { kind: "storageRefused" };
    // The newest first, so that nothing is left standing on a change that goes.
    for (const entry of [...here].reverse()) {
      const isHeld = this.#waiters.get(entry.operation.id)?.holdsValues === true;
      if (isHeld && this.#takeBack(entry, (edit) => ({ kind: "notKept", edit, fault }))) continue;
      if (this.#mayLeaveAlone(entry)) this.#park(entry, { reason: fault, conflicts: [] });
    }
    this.parkOrphans();
    this.listeners.tellSoon();
  }

  /** Changes typed over a new row go where it goes; acknowledged ones are with nobody who could take them back. */
  #carriesOthers(entry: Entry): boolean {
    return isUnsavedRow(entry) && this.outbox.behind(entry).some(({ operation }) => this.#waiters.get(operation.id)?.holdsValues !== true);
  }

  /** False for one that is under way, and for one that waits for others of its group: it waits for a person with them. */
  #mayLeaveAlone(entry: Entry): boolean {
    return !entry.inFlight && !entry.operation.maybeSent && !this.outbox.groupOf(entry).some((other) => stepOf(other) < stepOf(entry));
  }

  /** What a row that this operation made has become, so that what names it can be sent after a restart, too. */
  #namedBy({ edit }: Operation): readonly Named[] {
    const named = edit.kind === "create" ? this.names.named(edit.id) : undefined;
    return named ? [named] : [];
  }

  #tell(operationId: string, outcome: EditOutcome | undefined): void {
    const waiter = this.#waiters.get(operationId);
    this.#waiters.delete(operationId);
    waiter?.told(outcome);
  }

  #jobOf(entry: Entry): Job {
    const { operation } = entry;
    const place = placeOf(operation.edit);
    if (entry.isOnDevice) {
      this.selectors.touch(place, [entry.id]);
      this.listeners.tellSoon();
    }
    const edit = this.#withRefs({ ...operation.edit, id: operation.edit.kind === "create" ? operation.edit.id : entry.id });
    return { operation, edit, known: this.base.row(place, entry.id), workedOut: this.workedOut(edit.register), isShared: !this.keeper.isSureOfPages };
  }

  #waitsFor(entry: Entry): readonly (Entry | "later")[] {
    const missing = unsavedNamesIn(entry.operation.edit.changes).filter((name) => this.names.refOf(name) === undefined);
    const before = this.outbox.groupOf(entry).filter((other) => stepOf(other) < stepOf(entry));
    return [...before, ...missing.map((name) => this.outbox.createOf(name) ?? "later")];
  }

  #isNobody(entry: Entry, name: RowId): boolean {
    if (name === entry.operation.edit.id || this.names.isGone(name)) return true;
    return !this.names.isNamed(name) && this.outbox.createOf(name) === undefined && !this.decisions.creates(name) && !this.keeper.makesElsewhere(name);
  }

  #withRefs(edit: Edit): Edit {
    const refOf = (newId: RowId): string | undefined => this.names.refOf(newId);
    return { ...edit, changes: withRefs(edit.changes, refOf), seen: { ...edit.seen, values: withRefs(edit.seen.values, refOf) } };
  }

  workedOut(register: string): WorkedOut {
    return this.#environment.workedOut?.(register) ?? nothingWorkedOut;
  }

  freshRowId(): RowId {
    return newRowId(makeClientKey(this.#environment.randomness));
  }
}

function idsOf(entries: readonly Entry[]): readonly string[] {
  return entries.map(({ operation }) => operation.id);
}
