import type { Clock, Fault, Progress, Randomness, Result, Timers } from "../kernel";
import type { Changes, Edit, Register, Row, RowId, Seen, Value } from "../registers";
import type { Disk } from "./disk";
import type { RowsFormat } from "./packed-rows";
import type { RegisterPlace, RegisterSource } from "./ports";

/** How far a row's newest change has come. The only four states a person ever sees. */
export type SavedState = "saved" | "sending" | "onDevice" | "needsDecision";

/** A row as screens see it: the server's state with the changes that are not in the register yet laid over it. */
export interface StoredRow extends Row {
  readonly site: string;
  readonly register: string;
  readonly state: SavedState;
}

/** One column that two people changed differently. */
export interface FieldConflict {
  readonly field: string;
  readonly base: Value | undefined;
  readonly mine: Value | undefined;
  readonly theirs: Value | undefined;
}

/**
 * A change that waits for a person: a conflict, a refusal, or a row that is gone. It waits whole: columns of the same edit that
 * nobody else touched wait with it, because half an edit may say something that its author never meant.
 */
export interface Decision {
  readonly id: string;
  readonly edit: Edit;
  readonly reason: Fault;
  /** Empty unless the reason is a conflict. */
  readonly conflicts: readonly FieldConflict[];
  /** The register's newest row; absent when it is gone. */
  readonly theirs?: Row;
  /** Changes of the same `changeTogether` that go on when this one does, and are dropped with it. */
  readonly waitingWithIt?: readonly Edit[];
  readonly atMs: number;
}

export type DecisionAnswer =
  /** Write my values over theirs, having seen them. */
  | { readonly kind: "keepMine" }
  /** Drop my change. */
  | { readonly kind: "takeTheirs" }
  /** Per column: mine, theirs or a value typed now. */
  | { readonly kind: "merge"; readonly values: Changes }
  /** Send again as it was (after a refusal that has been put right). */
  | { readonly kind: "tryAgain" };

/** What became of one edit. */
export type EditOutcome =
  | {
      readonly kind: "saved";
      readonly row: StoredRow;
      /** Columns that somebody else had changed meanwhile, merged. */ readonly mergedFields: readonly string[];
    }
  /** It lies on this device, on the medium, and will be sent. */
  | { readonly kind: "onDevice"; readonly id: RowId }
  /** Neither in the register nor on this device; taken back whole, so that whoever holds the values can save again. */
  | { readonly kind: "notKept"; readonly edit: Edit; readonly fault: Fault }
  | { readonly kind: "needsDecision"; readonly decision: Decision };

export interface ChangeReceipt {
  readonly operation: string;
  readonly outcomes: readonly EditOutcome[];
  /** Outcomes in the order of the edits; shorter when the person cancelled. */
  readonly cancelled: boolean;
}

export interface PlaceState {
  readonly place: RegisterPlace;
  /** When the rows were last known to equal the list; absent before the first pull. */
  readonly asAtMs?: number;
  readonly pulling: boolean;
  readonly fault?: Fault;
}

/** What this device keeps, and how that stands. */
export interface DeviceState {
  /** `nothing` when it was switched off, or when the device refuses: then `fault` says why. */
  readonly keeps: "opening" | "changes" | "nothing";
  /** Why the newest write was refused; undefined when it was not. */
  readonly fault: Fault | undefined;
  /** Changes that the browser threw away and that no page remembers, at most. */
  readonly lost: number;
  /** Changes kept here that this version of the app cannot read; they stay. */
  readonly unreadable: number;
  /** Changes that another page on this device is sending. */
  readonly elsewhere: number;
  /** When the oldest of those was made. */
  readonly elsewhereSinceMs?: number | undefined;
}

export interface StoreStatus {
  /** This page's changes that are not in the register yet, without those that wait for a decision. */
  readonly unsent: number;
  /** Of these, those that would go with this page. */
  readonly unkept: number;
  readonly needsDecision: number;
  /** What the first of this page's unsent changes waits for; absent while nothing holds it up, or while that is not known yet. */
  readonly heldUpBy?: Fault;
  /** When the oldest change on this device that is on its way was made, by whichever page; absent when nothing is. */
  readonly oldestUnsentAtMs?: number;
  readonly device: DeviceState;
  readonly undoLabel?: string;
  readonly redoLabel?: string;
}

/**
 * The local-first engine behind every screen. Reads are synchronous and return the same object until something changed,
 * so that `useSyncExternalStore` can compare by identity. Changes paint at once and travel afterwards.
 */
export interface Store {
  /** Rows of a register in one site, archived ones left out. */
  rows(place: RegisterPlace): readonly StoredRow[];
  archivedRows(place: RegisterPlace): readonly StoredRow[];
  row(place: RegisterPlace, id: RowId): StoredRow | undefined;
  findByRef(place: RegisterPlace, ref: string): StoredRow | undefined;
  placeState(place: RegisterPlace): PlaceState;
  status(): StoreStatus;
  decisions(): readonly Decision[];
  subscribe(listener: () => void): () => void;

  /** Brings these places up to date, all in as few requests as possible. */
  refresh(places: readonly RegisterPlace[], signal?: AbortSignal): Promise<readonly PlaceState[]>;
  /**
   * Applies edits to the overlay at once, then sends them with If-Match of what each author saw.
   * @param label what undo will be called: "change to R-0042", "import of 184 projects"
   */
  change(edits: readonly Edit[], label: string, progress?: Progress): Promise<ChangeReceipt>;
  /**
   * Edits that only make sense in this order, as a report, its snapshot and its project: each is sent when the one before it is
   * in the register, also after a restart. When one needs a decision, those after it wait with it.
   */
  changeTogether(edits: readonly Edit[], label: string): Promise<ChangeReceipt>;
  /** Never `notKept`: what can be neither sent nor kept stays a decision. `takeTheirs` answers with the row as it stands, or with `cancelled` when the dropped change leaves none. */
  answer(decisionId: string, answer: DecisionAnswer): Promise<Result<EditOutcome>>;
  /** Sends what waits on the device again; called when the network returns. */
  retryUnsent(): Promise<void>;
  /** The reverse of the newest operation as a new, conflict-checked change. */
  undo(): Promise<Result<ChangeReceipt>>;
  redo(): Promise<Result<ChangeReceipt>>;
  archive(place: RegisterPlace, ids: readonly RowId[]): Promise<ChangeReceipt>;
  /** What the author of a form or sheet has in front of them now. */
  seen(place: RegisterPlace, id: RowId): Seen | undefined;
}

/** The pages (tabs, task panes) that share one disk. */
export interface Pages {
  /** This page's name, fresh at each load. */
  readonly own: string;
  /** Pages that are alive, this one among them; undefined where the platform cannot tell. */
  alive(): Promise<ReadonlySet<string> | undefined>;
  /** Tells the other pages that something changed on the disk. */
  tell(): void;
  onTold(listener: () => void): () => void;
}

export interface StoreDevice {
  /** Settles once. A refused one: nothing is kept on this device. */
  readonly disk: Promise<Result<Disk>>;
  /** Settles with the format in which rows are kept there, too, or with undefined where only what is unsent may be. */
  readonly rowsFormat: Promise<RowsFormat | undefined>;
  /** Whether rows of an earlier page may lie there, so that they are worth a moment's wait before everything is pulled. */
  readonly mayHoldRows: Promise<boolean>;
  /** Settles no later than the disk; undefined where that is refused. */
  readonly pages: Promise<Pages | undefined>;
}

export interface StoreEnvironment {
  readonly source: RegisterSource;
  /** Without it nothing outlives the page. */
  readonly device?: StoreDevice;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly randomness: Randomness;
  /** The network's own gate: while an order to wait keeps it shut, what is being sent waits inside it. `blockedUntilMs` is 0 while it is open. */
  readonly gate?: { readonly blockedUntilMs: number; subscribe(listener: () => void): () => void };
  /**
   * A register's `workedOut`, by its name. Given, these columns are left out of every merge and worked out again from the merged row;
   * otherwise two people who change one factor each would leave a score that belongs to neither.
   */
  readonly workedOut?: (register: string) => Register["workedOut"];
}
