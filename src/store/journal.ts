import { fail, succeed, type Fault, type Result } from "../kernel";
import type { RowId } from "../registers";
import type { Disk, DiskChange } from "./disk";
import { Draft, heldIn, nothingHeld, type Held } from "./journal-draft";
import { entryChange, parseEntry, type JournalEntry, type Named, type Parked } from "./journal-entry";
import type { Operation } from "./operation";

const versionName = "queue";

/** Each time round another tab has written something, so this many mean that the disk is not in order. */
const mostRounds = 50;

/** What lies on the disk at one moment. */
export interface JournalContents {
  /** Of every page, oldest first, all of them maybe sent. */
  readonly operations: readonly Operation[];
  /** Those of them that another page sends. */
  readonly elsewhere: readonly Operation[];
  /** In the order of their parking. */
  readonly parked: readonly Parked[];
  readonly named: readonly Named[];
  /** Keys of entries that no parser of this version accepts. They stay where they are. */
  readonly unreadable: readonly string[];
}

/** What leaves the queue, and what must stand or fall with it. */
export interface Leaving {
  /** Operations that the disk had refused or lost, and that lie there from now on. */
  readonly anew?: readonly Operation[];
  /** Ids of operations that are in the register, that joined a decision, or that their author took back. */
  readonly gone?: readonly string[];
  readonly parked?: readonly Parked[];
  /** Operations whose edits had to change because of these. */
  readonly replaced?: readonly Operation[];
  readonly named?: readonly Named[];
}

/** What comes of a decision that leaves. */
export interface Following {
  /** In the order in which they go. */
  readonly next?: readonly Operation[];
  readonly named?: readonly Named[];
}

/**
 * The queue on the disk: what has been acknowledged as saved on this device and is not in the register yet, and what waits
 * for a person. Every call resolves when its part lies on the disk, strict and whole, or fails with none of it there.
 * J1. What was added lies there once `add` has answered ok.
 * J2. An operation leaves by one transaction, as gone or as parked, so it is in exactly one state whenever the page dies.
 * J3. Operations come back in the order in which they were added, across restarts and tabs, each to one page: it is the page's
 *     that added it until that page is dead and another one takes it over. All of them may have been sent.
 * J4. An entry that no parser accepts is never handed out, altered or removed.
 * J5. A replaced operation keeps its place.
 * J6. After a refused write `size`, and what later calls build upon, are as before it.
 * J7. `size` is known at all times.
 * J8. What a `new:` id has become lies there as long as anything there names it, from the transaction on that took away the
 *     operation which made the row. Without it, a value that names the row could not be resolved after a restart.
 * J9. Tabs share one queue. A write counts only over what its tab has read, else it is made again over what lies there now:
 *     what another tab took away does not come back by a replacing or a parking.
 * Calls that come while a transaction is under way, or in one tick, share the next. One that is refused is tried again call by
 * call, so that an import which does not fit takes nobody else's change with it.
 */
export class Journal {
  readonly #disk: Disk;
  readonly #page: string;
  readonly #known = new Map<RowId, Named>();
  #held: Held = nothingHeld;
  #version: number | undefined;
  #calls: Call[] = [];
  #isWriting = false;

  private constructor(disk: Disk, page: string) {
    this.#disk = disk;
    this.#page = page;
    disk.onLost(({ why }) => {
      // The disk goes on, empty; its owner may add everything again.
      if (why !== "evicted") return;
      this.#held = nothingHeld;
      this.#version = undefined;
    });
  }

  /** @param page names the page that opens it. */
  static async open(disk: Disk, page: string): Promise<Result<{ readonly journal: Journal; readonly found: JournalContents }>> {
    const journal = new Journal(disk, page);
    const read = await journal.#read();
    return read.ok ? succeed({ journal, found: journal.#contents() }) : read;
  }

  /** Operations and decisions that would be lost with this disk. */
  get size(): number {
    return this.#held.waiting.size;
  }

  /** Whether this decision lies there, as far as this page has read. */
  holdsDecision(decisionId: string): boolean {
    return this.#held.waiting.get(decisionId)?.kind === "parked";
  }

  /** How many operations of each other page lie there, as far as this one has read. */
  get counts(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const entry of this.#held.waiting.values())
      if (entry.kind === "operation" && entry.page !== this.#page) counts.set(entry.page, (counts.get(entry.page) ?? 0) + 1);
    return counts;
  }

  /** J1. One that lies there already is replaced; one that is parked goes on instead. */
  add(operations: readonly Operation[]): Promise<Result<void>> {
    return this.#call(operations.map(waiting), (draft) => {
      for (const operation of operations) draft.add(operation);
    });
  }

  /** J3. Oldest first. */
  async takeOver(isLeft: (page: string) => boolean): Promise<Result<readonly Operation[]>> {
    let taken: readonly Operation[] = [];
    const written = await this.#call([], (draft) => {
      taken = draft.takeOver(isLeft);
    });
    return written.ok ? succeed(taken) : written;
  }

  /** What lies there now, after every call before this one. */
  async look(): Promise<Result<JournalContents>> {
    const waited = await this.#call([], () => undefined);
    if (!waited.ok) return waited;
    return succeed(this.#contents());
  }

  /** J5. Operations that do not lie there any more stay away. */
  replace(operations: readonly Operation[]): Promise<Result<void>> {
    return this.settle({ replaced: operations });
  }

  /** J2. All of it in one transaction. */
  settle({ anew = [], gone = [], parked = [], replaced = [], named = [] }: Leaving): Promise<Result<void>> {
    const entries = [
      ...anew.map(waiting),
      ...parked.map((one) => ({ kind: "parked", order: 0, ...one }) as const),
      ...replaced.map(waiting),
      ...named.map(naming),
    ];
    return this.#call(entries, (draft) => {
      for (const operation of anew) draft.add(operation);
      for (const id of gone) draft.remove(id);
      for (const one of parked) draft.park(one);
      for (const operation of replaced) draft.replace(operation);
    });
  }

  /** A decision leaves: a person has answered it, or its change was found in the register. `next` come as the newest, even when another tab answered first. */
  answered(decisionId: string, { next = [], named = [] }: Following = {}): Promise<Result<void>> {
    return this.#call([...next.map(waiting), ...named.map(naming)], (draft) => {
      draft.removeParked(decisionId);
      for (const operation of next) draft.add(operation);
    });
  }

  #call(entries: readonly JournalEntry[], step: Step): Promise<Result<void>> {
    if (!entries.every(canBeReadAgain)) return Promise.resolve(fail(notToBeReadAgain));
    // What a row has become is so, whether or not the disk takes it; a later transaction may still bring it there.
    for (const entry of entries) if (entry.kind === "named") this.#known.set(entry.named.newId, entry.named);
    return new Promise((resolve, reject) => {
      this.#calls.push({ step, resolve, reject });
      if (!this.#isWriting) void this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    await Promise.resolve();
    while (this.#calls.length > 0) {
      await this.#writeTogether(this.#calls.splice(0));
    }
    this.#isWriting = false;
  }

  async #writeTogether(calls: readonly Call[]): Promise<void> {
    const [outcome] = await Promise.allSettled([this.#write(calls)]);
    const isWritten = outcome.status === "fulfilled" && outcome.value.ok;
    if (!isWritten && calls.length > 1) {
      for (const call of calls) await this.#writeTogether([call]);
      return;
    }
    for (const { resolve, reject } of calls) {
      if (outcome.status === "fulfilled") resolve(outcome.value);
      // A bug, to be met where the call was made; later calls go on.
      else reject(outcome.reason);
    }
  }

  async #write(calls: readonly Call[]): Promise<Result<void>> {
    for (let round = 0; round < mostRounds; round += 1) {
      const draft = new Draft(this.#held, this.#page);
      for (const { step } of calls) step(draft);
      const changes = draft.finish(this.#known);
      if (!draft.isReadable || changes.some(({ key }) => this.#held.unreadable.includes(key))) return fail(notToBeReadAgain);
      const answer = await this.#commit(changes);
      if (!answer.ok) return answer;
      if (answer.value === "written") {
        this.#held = draft.held;
        return succeed(undefined);
      }
      const read = await this.#read();
      if (!read.ok) return read;
    }
    return fail({ kind: "storageRefused" });
  }

  /** J9. Nothing to write is an answer only as long as no other tab has written. */
  async #commit(changes: readonly DiskChange[]): Promise<Result<"written" | "moved">> {
    if (changes.length === 0) {
      const version = await this.#disk.version(versionName);
      if (!version.ok) return version;
      return succeed(version.value === this.#version ? "written" : "moved");
    }
    const expected = { name: versionName, version: this.#version, next: (this.#version ?? 0) + 1 };
    const answer = await this.#disk.write(changes, { durability: "strict", expected });
    if (answer.ok && answer.value === "written") this.#version = expected.next;
    return answer;
  }

  #contents(): JournalContents {
    const { waiting: held, named, unreadable } = this.#held;
    const all = [...held.values()];
    const waiting = all.filter((entry) => entry.kind === "operation");
    return {
      operations: waiting.map(({ operation }) => operation),
      elsewhere: waiting.filter(({ page }) => page !== this.#page).map(({ operation }) => operation),
      parked: all.flatMap((entry) => (entry.kind === "parked" ? [{ decision: entry.decision, operation: entry.operation }] : [])),
      named: [...named.values()],
      unreadable,
    };
  }

  /** The version first: one that is too old makes the next write be made again, one that is too new would let it stand. */
  async #read(): Promise<Result<void>> {
    const version = await this.#disk.version(versionName);
    if (!version.ok) return version;
    const entries = await this.#disk.read("queue");
    if (!entries.ok) return entries;
    this.#version = version.value;
    this.#held = heldIn(entries.value);
    for (const [newId, named] of this.#held.named) if (!this.#known.has(newId)) this.#known.set(newId, named);
    return succeed(undefined);
  }
}

type Step = (draft: Draft) => void;

interface Call {
  readonly step: Step;
  readonly resolve: (answer: Result<void>) => void;
  readonly reject: (error: unknown) => void;
}

/** Its order is given when it is written. */
function waiting(operation: Operation): JournalEntry {
  return { kind: "operation", order: 0, page: "", operation };
}

function naming(named: Named): JournalEntry {
  return { kind: "named", named };
}

/** What would lie there unreadable is refused while its author is still there. */
function canBeReadAgain(entry: JournalEntry): boolean {
  return parseEntry(entryChange(entry)) !== undefined;
}

const notToBeReadAgain: Fault = { kind: "unreadable", where: "This device", says: "a change could not be read again if it were kept" };
