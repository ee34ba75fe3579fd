import { isClientKey, isRecord, type FaultKind } from "../kernel";
import type { Edit, RowId } from "../registers";
import { chunkNumber } from "./chunks";
import type { DiskChange, DiskEntry } from "./disk";
import { clientKeyOf, unsavedNamesIn, type Operation } from "./operation";
import type { RegisterPlace } from "./ports";
import type { Decision, FieldConflict } from "./store";

/** The shape that this version writes. Any other number is another version's entry, and is left to that version. */
const format = 1;

/** A change that waits for a person, with the operation it came from. */
export interface Parked {
  readonly decision: Decision;
  readonly operation: Operation;
}

/** The list item that a `new:` id has become. */
export interface Named {
  readonly newId: RowId;
  readonly place: RegisterPlace;
  readonly id: RowId;
  /** Absent while the row has none. */
  readonly ref?: string;
}

/** An operation lies in the queue in one of two states; a higher order number is newer. One to be sent names the page that sends it. */
export type Waiting =
  | { readonly kind: "operation"; readonly order: number; readonly page: string; readonly operation: Operation }
  | { readonly kind: "parked"; readonly order: number; readonly operation: Operation; readonly decision: Decision };

export type JournalEntry = Waiting | { readonly kind: "named"; readonly named: Named };

export function entryKey(kind: JournalEntry["kind"], id: string): string {
  return `${kind}/${id}`;
}

/** What writes the entry. */
export function entryChange(entry: JournalEntry): DiskChange {
  const id = entry.kind === "named" ? entry.named.newId : entry.operation.id;
  return { drawer: "queue", key: entryKey(entry.kind, id), value: { format, ...(entry.kind === "parked" ? withoutGaps(entry) : entry) } };
}

/**
 * An entry of exactly the shape that `entryChange` writes, under its own key; undefined for anything else. An operation that
 * waited to be sent comes back as maybe sent: the page that wrote it may have sent it before it died, and so no second write
 * is needed before a send. A parked one says of itself whether it was, because its parking came after its last answer.
 */
export function parseEntry({ key, value }: DiskEntry): JournalEntry | undefined {
  if (hasShape(operationEntry)(value)) {
    const { order, page, operation } = value as OperationEntry;
    return key === entryKey("operation", operation.id) ? { kind: "operation", order, page, operation: { ...operation, maybeSent: true } } : undefined;
  }
  if (hasShape(parkedEntry)(value)) {
    const { order, operation, decision } = value as ParkedEntry;
    const isInPlace = key === entryKey("parked", operation.id) && decision.id === operation.id;
    return isInPlace ? { kind: "parked", order, operation, decision: withGaps(decision) } : undefined;
  }
  if (hasShape(namedEntry)(value)) {
    const { named } = value as NamedEntry;
    return key === entryKey("named", named.newId) ? { kind: "named", named } : undefined;
  }
  return undefined;
}

/** Unsaved rows without whose list items the edit cannot be sent: its own, unless it makes it, and those in its values. */
export function rowsNamedBy({ kind, id, changes, seen }: Edit): readonly RowId[] {
  const own = kind === "update" && isUnsaved(id) ? [id] : [];
  return [...new Set([...own, ...unsavedNamesIn(changes), ...unsavedNamesIn(seen.values)])];
}

// JSON knows no undefined, so an empty side of a conflict is left out there and put back here.
function withoutGaps(entry: ParkedEntry): object {
  const conflicts = entry.decision.conflicts.map((conflict) => Object.fromEntries(Object.entries(conflict).filter(([, side]) => side !== undefined)));
  return { ...entry, decision: { ...entry.decision, conflicts } };
}

function withGaps(decision: Decision): Decision {
  const conflicts = decision.conflicts.map((found: Partial<FieldConflict> & { readonly field: string }): FieldConflict => {
    const { field, base, mine, theirs } = found;
    return { field, base, mine, theirs };
  });
  return { ...decision, conflicts };
}

type OperationEntry = Extract<JournalEntry, { readonly kind: "operation" }>;
type ParkedEntry = Extract<JournalEntry, { readonly kind: "parked" }>;
type NamedEntry = Extract<JournalEntry, { readonly kind: "named" }>;

type Accepts = (value: unknown) => boolean;
type Parts = Readonly<Record<string, Accepts>>;

/** Bytes, dates and maps are objects as well, but none that we write. */
const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> => isRecord(value) && Object.prototype.toString.call(value) === "[object Object]";

/** All of `needed`, any of `optional`, nothing else: a part that we do not know is another version's. */
function hasShape({ needed, optional = {} }: { readonly needed: Parts; readonly optional?: Parts }): Accepts {
  const parts = new Map([...Object.entries(needed), ...Object.entries(optional)]);
  return (value) =>
    isPlain(value) &&
    Object.keys(needed).every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(([name, part]) => parts.get(name)?.(part) === true);
}

const isText: Accepts = (value) => typeof value === "string";
const isNumber: Accepts = (value) => typeof value === "number" && Number.isFinite(value);
const isCount: Accepts = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isFlag: Accepts = (value) => typeof value === "boolean";
const isValue: Accepts = (value) => isText(value) || isNumber(value) || isFlag(value);
const isOneOf =
  (...words: readonly string[]): Accepts =>
  (value) =>
    typeof value === "string" && words.includes(value);
const isEach =
  (accepts: Accepts): Accepts =>
  (value) =>
    isPlain(value) && Object.values(value).every(accepts);
const isListOf =
  (accepts: Accepts): Accepts =>
  (value) =>
    Array.isArray(value) && value.every(accepts);

const isUnsaved: Accepts = (value) => typeof value === "string" && clientKeyOf(value) !== undefined;
const isItemId: Accepts = (value) => typeof value === "string" && chunkNumber(value) !== undefined;
/** A line break would make one place of two (`placeKey`). */
const isPlaceName: Accepts = (value) => typeof value === "string" && value !== "" && !value.includes("\n");

const isRow = hasShape({
  needed: { id: isItemId, values: isEach(isValue), extras: isEach(isText) },
  optional: { etag: isText, changedBy: isText, changedAtMs: isNumber, createdBy: isText, createdAtMs: isNumber },
});

const isChanges = isEach((value) => value === null || isValue(value));

const editShape = hasShape({
  needed: {
    site: isPlaceName,
    register: isPlaceName,
    kind: isOneOf("create", "update"),
    id: (value) => isUnsaved(value) || isItemId(value),
    changes: isChanges,
    seen: hasShape({ needed: { values: isEach(isValue) }, optional: { etag: isText } }),
  },
});

const isEdit: Accepts = (value) => {
  if (!editShape(value)) return false;
  const { kind, id } = value as Edit;
  return kind === "update" || isUnsaved(id);
};

const isOperation: Accepts = hasShape({
  needed: { id: isClientKey, edit: isEdit, lane: isOneOf("interactive", "bulk"), madeAtMs: isNumber, maybeSent: isFlag, attempts: isCount },
  optional: {
    sent: isChanges,
    group: hasShape({ needed: { id: isClientKey, step: isCount } }),
    rest: (value) => isListOf(isOperation)(value),
  },
});

const origin = hasShape({ needed: { status: isNumber, code: isText, requestId: isText, message: isText } });

/** What each kind of fault carries besides its kind. */
const faultParts: Readonly<Record<FaultKind, { readonly needed?: Parts; readonly optional?: Parts }>> = {
  offline: {},
  cancelled: {},
  throttled: { needed: { retryAtMs: isNumber }, optional: { origin } },
  conflict: { optional: { origin } },
  forbidden: { optional: { origin } },
  signInNeeded: { optional: { origin, claims: isText } },
  notFound: { optional: { origin } },
  resyncNeeded: { optional: { origin } },
  tooLarge: { needed: { limit: isText }, optional: { origin } },
  invalid: { needed: { problems: isListOf(hasShape({ needed: { field: isText, says: isText } })) }, optional: { origin } },
  unavailable: { optional: { origin } },
  unreadable: { needed: { where: isText, says: isText } },
  hostRefused: { needed: { what: isText, says: isText } },
  storageRefused: {},
};

const faultShapes = new Map(
  Object.entries(faultParts).map(([kind, { needed = {}, optional = {} }]) => [kind, hasShape({ needed: { kind: isText, ...needed }, optional })]),
);

const isFault: Accepts = (value) => isPlain(value) && typeof value["kind"] === "string" && faultShapes.get(value["kind"])?.(value) === true;

const isSide: Accepts = (value) => value === undefined || isValue(value);

const isDecision = hasShape({
  needed: {
    id: isClientKey,
    edit: isEdit,
    reason: isFault,
    conflicts: isListOf(hasShape({ needed: { field: isText }, optional: { base: isSide, mine: isSide, theirs: isSide } })),
    atMs: isNumber,
  },
  optional: { theirs: isRow, waitingWithIt: isListOf(isEdit) },
});

const isFormat: Accepts = (value) => value === format;
const operationEntry = { needed: { format: isFormat, kind: isOneOf("operation"), order: isCount, page: isText, operation: isOperation } };
const parkedEntry = { needed: { format: isFormat, kind: isOneOf("parked"), order: isCount, operation: isOperation, decision: isDecision } };
const namedEntry = {
  needed: {
    format: isFormat,
    kind: isOneOf("named"),
    named: hasShape({
      needed: { newId: isUnsaved, place: hasShape({ needed: { site: isPlaceName, register: isPlaceName } }), id: isItemId },
      optional: { ref: isText },
    }),
  },
};
