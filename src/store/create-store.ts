import { fail, succeed, type Fault, type Progress, type Result } from "../kernel";
import type { Edit, RowId } from "../registers";
import { answeredEdit } from "./decisions";
import { Engine } from "./engine";
import type { StepKind } from "./history";
import { clientKeyOf, mostInOneSend, placeOf, type Operation } from "./operation";
import type { RegisterPlace } from "./ports";
import { Refresh } from "./refresh";
import { Shelf } from "./shelf";
import type { ChangeReceipt, Decision, DecisionAnswer, EditOutcome, Store, StoreEnvironment, StoreStatus } from "./store";

/** A store that begins empty; what this person's pages left unsent on the device joins it when the disk has opened. */
export function createStore(environment: StoreEnvironment): Store {
  const engine = new Engine(environment);
  const { base, selectors, names, listeners } = engine;
  const shelf = new Shelf(environment.device, base);
  const refresh = new Refresh(
    environment.source,
    { base, shelf },
    {
      clock: environment.clock,
      timers: environment.timers,
      reader: {
        restored: (place, ids) => engine.arrived(place, ids),
        applied: (place, changed) => engine.arrived(place, changed),
        stateChanged: () => listeners.tellSoon(),
      },
    },
  );
  const readStatus = statusReader(engine, environment.gate);
  environment.gate?.subscribe(() => listeners.tellSoon());
  return {
    rows: (place) => selectors.rows(place),
    archivedRows: (place) => selectors.archivedRows(place),
    row: (place, id) => engine.storedRow(place, id),
    // A reference to a row that is not in the list yet holds the row's own id.
    findByRef: (place, ref) => (clientKeyOf(ref) === undefined ? selectors.findByRef(place, ref) : engine.storedRow(place, ref)),
    placeState: (place) => base.state(place),
    status: readStatus,
    decisions: () => engine.decisions.list(),
    subscribe: (listener) => listeners.subscribe(listener),
    refresh: async (places, signal) => {
      await refresh.run(places, signal);
      void engine.keeper.lookAgain();
      return places.map((place) => base.state(place));
    },
    change: (edits, label, progress) => apply(engine, { edits, label, kind: "change", progress }),
    changeTogether: (edits, label) => apply(engine, { edits, label, kind: "change", progress: undefined, inOrder: true }),
    answer: (decisionId, answer) => answerDecision(engine, decisionId, answer),
    retryUnsent: () => engine.sender.retryNow(),
    undo: () => takeBack(engine, "undo"),
    redo: () => takeBack(engine, "redo"),
    archive: (place, ids) => archive(engine, place, ids),
    seen: (place, id) => engine.seen(place, names.idOf(place, id)),
  };
}

interface Work {
  readonly edits: readonly Edit[];
  readonly label: string;
  readonly kind: StepKind;
  readonly progress: Progress | undefined;
  readonly inOrder?: boolean;
}

async function apply(engine: Engine, { edits, label, kind, progress, inOrder = false }: Work): Promise<ChangeReceipt> {
  const name = engine.makeKey();
  if (edits.length === 0 || progress?.signal.aborted === true) return { operation: name, outcomes: [], cancelled: edits.length > 0 };
  const lane = edits.length > mostInOneSend ? "bulk" : "interactive";
  const operations = edits.map((edit, step) => engine.makeOperation(edit, { lane, ...(inOrder && { group: { id: name, step } }) }));
  engine.history.record(kind, label, operations);
  const outcomes = enqueueAll(engine, operations, progress);
  engine.parkOrphans();
  engine.listeners.tell();
  void engine.keepAndSend(operations);
  const told = await outcomes;
  return { operation: name, outcomes: told.filter((outcome) => outcome !== undefined), cancelled: told.includes(undefined) };
}

/** Resolves when every operation has its first outcome; undefined for one that was taken back because the signal aborted. */
async function enqueueAll(engine: Engine, operations: readonly Operation[], progress: Progress | undefined): Promise<readonly (EditOutcome | undefined)[]> {
  const total = operations.length;
  const takenBack = new Set<string>();
  let done = 0;
  const outcomes = operations.map(
    (operation) =>
      new Promise<EditOutcome | undefined>((resolve) => {
        const told = (outcome: EditOutcome | undefined): void => {
          done += 1;
          if (done % mostInOneSend === 0 || done === total) progress?.report(done, total);
          resolve(outcome);
        };
        engine.enqueue(operation, { told, holdsValues: true });
      }),
  );
  const stop = (): void => {
    // The newest first, so that nothing is left standing on a change that goes.
    for (const { id } of [...operations].reverse()) if (engine.withdraw(id)) takenBack.add(id);
    engine.parkOrphans();
    engine.listeners.tell();
  };
  progress?.signal.addEventListener("abort", stop, { once: true });
  const told = await Promise.all(outcomes);
  progress?.signal.removeEventListener("abort", stop);
  return told.map((outcome, index) => (takenBack.has(operations[index]?.id ?? "") ? undefined : outcome));
}

async function takeBack(engine: Engine, kind: "undo" | "redo"): Promise<Result<ChangeReceipt>> {
  const step = engine.history.takeBack(kind);
  if (!step) return fail({ kind: "notFound" });
  return succeed(await apply(engine, { ...step, kind, progress: undefined }));
}

function archive(engine: Engine, place: RegisterPlace, ids: readonly RowId[]): Promise<ChangeReceipt> {
  const edits = ids.flatMap((id): readonly Edit[] => {
    const seen = engine.seen(place, id);
    return seen ? [{ site: place.site, register: place.register, kind: "update", id, changes: { Archived: true }, seen }] : [];
  });
  const only = edits.length === 1 ? edits[0]?.seen.values["Ref"] : undefined;
  const what = typeof only === "string" ? only : `${String(edits.length)} ${edits.length === 1 ? "row" : "rows"}`;
  return apply(engine, { edits, label: `archive of ${what}`, kind: "change", progress: undefined });
}

async function answerDecision(engine: Engine, decisionId: string, answer: DecisionAnswer): Promise<Result<EditOutcome>> {
  const parked = engine.decisions.find(decisionId);
  if (!parked) return fail({ kind: "notFound" });
  const { decision, operation } = parked;
  const edit = answeredEdit(decision, answer, engine.freshRowId());
  const place = placeOf(decision.edit);
  engine.decisions.remove(decisionId);
  engine.selectors.touch(place, [engine.names.idOf(place, decision.edit.id), decision.theirs?.id ?? decision.edit.id]);
  if (decision.edit.kind === "create" && decision.theirs && answer.kind !== "tryAgain") engine.arrivals.learn(decision.edit.id, place, decision.theirs);
  const known = engine.names.named(decision.edit.id);
  const named = known ? [known] : [];
  if (!edit) {
    void engine.keeper.answered(decision, { named });
    return dropped(engine, decision, operation);
  }
  const goesOn = answer.kind === "tryAgain" || (edit.kind === "create" && edit.id === operation.edit.id);
  const { group, rest = [] } = operation;
  const fresh = engine.makeOperation(edit, { lane: "interactive", ...(group && { group }) });
  const next: Operation = goesOn ? { ...fresh, id: operation.id, maybeSent: operation.maybeSent, ...(operation.sent && { sent: operation.sent }) } : fresh;
  engine.history.replaced(operation.id, next);
  const told = new Promise<EditOutcome | undefined>((resolve) => engine.enqueue(next, { told: resolve, holdsValues: false }));
  engine.goOn(rest);
  engine.parkOrphans();
  engine.listeners.tell();
  void engine.answerAndSend(decision, [next, ...rest], named);
  const outcome = await told;
  return outcome ? succeed(outcome) : fail({ kind: "cancelled" });
}

/** The row as it stands, or `cancelled` when there is none: a refused new row, or one that somebody removed. */
function dropped(engine: Engine, decision: Decision, operation: Operation): Result<EditOutcome> {
  for (const { id } of [operation, ...(operation.rest ?? [])]) engine.history.dropped(id);
  engine.parkOrphans();
  engine.listeners.tell();
  // What stood behind the dropped change may go now.
  engine.sender.start();
  const row = engine.storedRow(placeOf(decision.edit), decision.edit.id);
  return row ? succeed({ kind: "saved", row, mergedFields: [] }) : fail({ kind: "cancelled" });
}

/** The same object until a figure changed. */
function statusReader({ outbox, decisions, history, keeper, sender }: Engine, gate: StoreEnvironment["gate"]): () => StoreStatus {
  let last: StoreStatus | undefined;
  let order: Fault | undefined;
  return () => {
    const { undoLabel, redoLabel } = history;
    const { elsewhereSinceMs = Infinity } = keeper.state;
    const oldestUnsentAtMs = [...outbox.all()].reduce((oldest, { operation }) => Math.min(oldest, operation.madeAtMs), elsewhereSinceMs);
    const [oldest] = outbox.all();
    const retryAtMs = gate?.blockedUntilMs ?? 0;
    if (order?.kind !== "throttled" || order.retryAtMs !== retryAtMs) order = retryAtMs === 0 ? undefined : { kind: "throttled", retryAtMs };
    const heldUpBy = oldest && (order ?? sender.heldUpBy(oldest));
    const next: StoreStatus = {
      unsent: outbox.size,
      unkept: [...outbox.all()].filter(({ keeping }) => keeping === "refused").length,
      needsDecision: decisions.list().length,
      device: keeper.state,
      ...(heldUpBy && { heldUpBy }),
      ...(oldestUnsentAtMs < Infinity && { oldestUnsentAtMs }),
      ...(undoLabel !== undefined && { undoLabel }),
      ...(redoLabel !== undefined && { redoLabel }),
    };
    if (last === undefined || !isSameStatus(last, next)) last = next;
    return last;
  };
}

function isSameStatus(one: StoreStatus, other: StoreStatus): boolean {
  return (["unsent", "unkept", "needsDecision", "heldUpBy", "oldestUnsentAtMs", "device", "undoLabel", "redoLabel"] as const).every(
    (name) => one[name] === other[name],
  );
}
