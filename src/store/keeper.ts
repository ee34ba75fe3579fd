import { fail, type Result } from "../kernel";
import type { RowId } from "../registers";
import type { Disk, DiskLoss } from "./disk";
import type { Following, Journal, JournalContents, Leaving } from "./journal";
import type { Named, Parked } from "./journal-entry";
import type { Operation } from "./operation";
import type { Decision, DeviceState, Pages, StoreDevice } from "./store";

/** What the keeper tells the engine, and asks of it. */
export interface KeeperTasks {
  learned(named: readonly Named[]): void;
  /** Operations of a page that is dead are this page's to send. */
  tookOver(operations: readonly Operation[]): void;
  /** Decisions that lie on the disk and that this page did not know, or knew from there and that are gone; or new rows that no page is to make any more. */
  changedElsewhere(came: readonly Parked[], gone: readonly string[]): void;
  /** Everything of this page that has been acknowledged as kept. */
  kept(): { readonly operations: readonly Operation[]; readonly parked: readonly Parked[] };
  /** The disk has refused to take back what it had. */
  notKept(operationIds: readonly string[]): void;
  stateChanged(): void;
}

interface Work {
  /** True: tried again with the next one when it was refused. */
  readonly isOwed: boolean;
  readonly write: (journal: Journal) => Promise<Result<unknown>>;
}

/**
 * The queue's life on this device: opens it, shares it with the other pages, and says how it is.
 * K1. `keep` answers true only when everything asked for lies on the disk.
 * K2. What leaves the queue leaves the disk in the same order; a removal that the disk refused is tried again with the next one.
 *     Until then the disk holds too much, never too little: what is taken up again is looked for before it is sent.
 * K3. An operation has one page that sends it. What a dead page left is taken over by exactly one of those that live.
 * K4. A loss is told, with the number of changes that no page has in memory any more.
 */
export class Keeper {
  readonly #tasks: KeeperTasks;
  readonly #opening: Promise<void>;
  /** Decisions that are known to lie on the disk. */
  #parkedThere = new Set<string>();
  /** New rows that other pages are to make. */
  #madeElsewhere: ReadonlySet<RowId> = new Set();
  /** Answered here, and perhaps not off the disk yet: a look that reads it there must not bring it back. */
  readonly #answered = new Set<string>();
  /** Answered here for good, with the moment of their parking. A page that has not heard of it may keep one again after an eviction. */
  readonly #over = new Map<string, number>();
  /** How many changes of each other page lay there at the last look. */
  #ofOthers: ReadonlyMap<string, number> = new Map();
  /** How many changes each page that lived then is to keep again after the browser threw them away. */
  readonly #keptAgainBy = new Map<string, number>();
  #pages: Pages | undefined;
  #journal: Journal | undefined;
  #owed: Work[] = [];
  #canTell = true;
  #isLooking = false;
  #looksAgain = false;
  #state: DeviceState = { keeps: "opening", fault: undefined, lost: 0, unreadable: 0, elsewhere: 0 };

  constructor(device: StoreDevice | undefined, tasks: KeeperTasks) {
    this.#tasks = tasks;
    this.#opening = device ? this.#open(device) : Promise.resolve();
    if (!device) this.#state = { ...this.#state, keeps: "nothing" };
  }

  /** The same object until something changed. */
  get state(): DeviceState {
    return this.#state;
  }

  /** K3. False where nobody can tell which pages live: another page may be sending what this one sends. */
  get isSureOfPages(): boolean {
    return this.#canTell;
  }

  /** Whether another page is to make this new row, as far as this one has read. */
  makesElsewhere(newId: RowId): boolean {
    return this.#madeElsewhere.has(newId);
  }

  /** K1. */
  async keep(operations: readonly Operation[]): Promise<boolean> {
    return this.#do({ isOwed: false, write: (journal) => journal.add(operations) });
  }

  /** K2. */
  leave(leaving: Leaving): void {
    const write = async (journal: Journal): Promise<Result<void>> => {
      const settled = await journal.settle(leaving);
      if (settled.ok) this.#liesThere(journal, leaving.parked ?? []);
      return settled;
    };
    void this.#do({ isOwed: true, write });
  }

  /** K2. Resolves when the disk has had its say: true when what follows is kept. */
  async answered({ id, atMs }: Decision, following: Following = {}): Promise<boolean> {
    this.#parkedThere.delete(id);
    this.#answered.add(id);
    const write = async (journal: Journal): Promise<Result<void>> => {
      const answered = await journal.answered(id, following);
      if (answered.ok) this.#answered.delete(id);
      if (answered.ok && following.next?.some((operation) => operation.id === id) !== true) this.#over.set(id, atMs);
      return answered;
    };
    return this.#do({ isOwed: true, write });
  }

  /** Takes over what dead pages left, and brings this page's decisions up to what lies on the disk. */
  async lookAgain(): Promise<void> {
    this.#looksAgain = true;
    if (this.#isLooking) return;
    this.#isLooking = true;
    await this.#opening;
    while (this.#looksAgain && this.#journal) {
      this.#looksAgain = false;
      const journal = this.#journal;
      const found = await journal.look();
      if (found.ok) this.#heard(found.value);
      // The disk may have been closed meanwhile; its journal only refuses then.
      if (this.#canTell) await this.#takeOver(journal);
    }
    this.#isLooking = false;
  }

  async #open(device: StoreDevice): Promise<void> {
    const [disk, pages] = await Promise.all([device.disk, device.pages]);
    if (!disk.ok || !pages) {
      this.#set({ keeps: "nothing", fault: disk.ok ? { kind: "storageRefused" } : disk.fault });
      return;
    }
    this.#pages = pages;
    disk.value.onLost((loss) => this.#lost(loss));
    const opened = await openJournal(disk.value, pages.own);
    if (!opened.ok) {
      this.#set({ keeps: "nothing", fault: opened.fault });
      return;
    }
    const { journal, found } = opened.value;
    this.#journal = journal;
    this.#heard(found);
    await this.#takeOver(journal);
    this.#set({ keeps: "changes" });
    pages.onTold(() => void this.lookAgain());
  }

  /** K3. Only of pages that were there before the living were counted: one that has just begun is no dead one. */
  async #takeOver(journal: Journal): Promise<void> {
    const alive = await this.#pages?.alive();
    // Where nobody can tell who lives, a page takes over what it finds when it begins; two pages may then send one operation.
    this.#canTell = alive !== undefined;
    this.#countFallen(journal, alive);
    const left = new Set([...journal.counts.keys()].filter((page) => alive?.has(page) !== true));
    if (left.size === 0) return;
    const taken = await journal.takeOver((page) => left.has(page));
    if (!taken.ok || taken.value.length === 0) return;
    this.#tasks.tookOver(taken.value);
    const found = await journal.look();
    if (found.ok) this.#heard(found.value);
    this.#pages?.tell();
  }

  #heard({ parked, named, elsewhere, unreadable }: JournalContents): void {
    this.#tasks.learned(named);
    this.#ofOthers = this.#journal?.counts ?? this.#ofOthers;
    const isOver = ({ decision: { id, atMs } }: Parked): boolean => this.#over.get(id) === atMs;
    const [over, open] = [parked.filter(isOver), parked.filter((one) => !isOver(one))];
    const there = new Set(open.map(({ decision }) => decision.id));
    const came = open.filter(({ decision: { id } }) => !this.#parkedThere.has(id) && !this.#answered.has(id));
    const gone = [...this.#parkedThere].filter((id) => !there.has(id));
    this.#parkedThere = there;
    const made = new Set(elsewhere.filter(({ edit }) => edit.kind === "create").map(({ edit }) => edit.id));
    const areFewerMade = [...this.#madeElsewhere].some((newId) => !made.has(newId));
    this.#madeElsewhere = made;
    if (came.length + gone.length > 0 || areFewerMade) this.#tasks.changedElsewhere(came, gone);
    const elsewhereSinceMs = elsewhere.length === 0 ? undefined : Math.min(...elsewhere.map(({ madeAtMs }) => madeAtMs));
    this.#set({ elsewhere: elsewhere.length, elsewhereSinceMs, unreadable: unreadable.length });
    for (const { decision } of over) if (!this.#answered.has(decision.id)) void this.answered(decision);
  }

  async #do(work: Work): Promise<boolean> {
    await this.#opening;
    // Calls of one tick are one transaction of the journal, in the order of asking.
    for (const owed of this.#owed.splice(0)) void this.#attempt(owed);
    return this.#attempt(work);
  }

  async #attempt(work: Work): Promise<boolean> {
    if (!this.#journal) return false;
    const answer = await work.write(this.#journal);
    if (answer.ok) this.#pages?.tell();
    else if (work.isOwed) this.#owed.push(work);
    this.#set({ fault: answer.ok ? undefined : answer.fault });
    return answer.ok;
  }

  #lost(loss: DiskLoss): void {
    const { operations, parked } = this.#tasks.kept();
    this.#parkedThere = new Set();
    if (loss.why === "evicted") {
      void this.#countLost(loss.unsent - operations.length - parked.length);
      this.#set({ elsewhere: 0, elsewhereSinceMs: undefined });
      void this.#keepAgain(operations, parked);
    } else {
      this.#journal = undefined;
      this.#set({ keeps: "nothing", fault: { kind: "storageRefused" } });
      this.#tasks.notKept(operations.map(({ id }) => id));
    }
  }

  /** K4. Pages that live keep their own again; where nobody can tell, it is said too often rather than not at all. */
  async #countLost(ofOthers: number): Promise<void> {
    const counts = this.#ofOthers;
    this.#ofOthers = new Map();
    const alive = await this.#pages?.alive();
    const remembering = [...counts].filter(([page]) => alive?.has(page) === true);
    for (const [page, count] of remembering) this.#keptAgainBy.set(page, count);
    const remembered = remembering.reduce((sum, [, count]) => sum + count, 0);
    this.#set({ lost: this.#state.lost + Math.max(0, ofOthers - remembered) });
  }

  /** K4. A page may have died before it had kept its own again. */
  #countFallen(journal: Journal, alive: ReadonlySet<string> | undefined): void {
    for (const [page, count] of this.#keptAgainBy) {
      const hasKept = journal.counts.has(page);
      if (!hasKept && alive?.has(page) === true) continue;
      this.#keptAgainBy.delete(page);
      if (!hasKept) this.#set({ lost: this.#state.lost + count });
    }
  }

  async #keepAgain(operations: readonly Operation[], parked: readonly Parked[]): Promise<void> {
    if (operations.length + parked.length === 0) return;
    const anew = [...operations, ...parked.map(({ operation }) => operation)];
    const write = async (journal: Journal): Promise<Result<void>> => {
      const settled = await journal.settle({ anew, parked });
      if (settled.ok) this.#liesThere(journal, parked);
      return settled;
    };
    const isKept = await this.#do({ isOwed: false, write });
    if (!isKept) this.#tasks.notKept(operations.map(({ id }) => id));
  }

  /** From now on another page can answer them, and this one hears of it. */
  #liesThere(journal: Journal, parked: readonly Parked[]): void {
    for (const { decision } of parked) if (journal.holdsDecision(decision.id)) this.#parkedThere.add(decision.id);
  }

  #set(change: Partial<DeviceState>): void {
    const next = { ...this.#state, ...change };
    const isSame = (Object.keys(next) as (keyof DeviceState)[]).every((name) => next[name] === this.#state[name]);
    if (isSame) return;
    this.#state = next;
    this.#tasks.stateChanged();
  }
}

/** Its code is fetched while the disk opens, so that it does not stand before the first rows; without it nothing is kept. */
async function openJournal(disk: Disk, page: string): ReturnType<typeof Journal.open> {
  const code = await import("./journal").catch(() => undefined);
  return code ? code.Journal.open(disk, page) : fail({ kind: "offline" });
}
