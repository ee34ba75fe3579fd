import { succeed, type Clock, type Result } from "../../kernel";
import { answerTo, eraseDatabase, openDatabase, transact } from "./database";
import { isDatabaseOf, isOurDatabase, isSealedDatabase, type DiskOwner } from "./database-names";
import { countFrom, diskShape, type DiskPlatform } from "./indexed-db-disk";
import { whileUnused, type LockPage } from "./page-locks";

export interface LeftPlatform extends DiskPlatform {
  readonly page: DiskPlatform["page"] & LockPage;
  readonly clock: Clock;
}

/** Unsent changes of somebody who does not come back are kept for this long (reliability-security 2.4). */
const longestKeptMs = 14 * 24 * 60 * 60 * 1000;

/** Our databases on this profile, whoever owns them; none where the browser does not list them. */
export async function databasesHere({ page }: DiskPlatform): Promise<readonly string[]> {
  try {
    const found = await page.indexedDB.databases();
    return found.flatMap(({ name }) => (name !== undefined && isOurDatabase(name) ? [name] : []));
  } catch {
    return [];
  }
}

/** Entries in the queue of a database that is here, without a look at them; undefined when it does not open. */
export async function countUnsent({ page, timers }: DiskPlatform, name: string): Promise<number | undefined> {
  const opened = await openDatabase(page, timers, diskShape(name));
  if (!opened.ok) return undefined;
  const counting = { stores: ["queue"], mode: "readonly", durability: "relaxed" } as const;
  const counted = await transact(opened.value, counting, (transaction) => answerTo(transaction.objectStore("queue").count()));
  opened.value.close();
  return counted.ok ? counted.value : undefined;
}

/** @param told whether the owner is to hear, next time, that what lay here is gone. */
export async function removeDatabase(platform: DiskPlatform, name: string, told: { readonly lost: number } | "nothing"): Promise<Result<void>> {
  const { page, timers, notes } = platform;
  const shape = diskShape(name);
  const removed = await eraseDatabase(page, shape, await openDatabase(page, timers, shape));
  if (!removed.ok) return removed;
  notes.write(name, told === "nothing" ? "" : String(told.lost));
  notes.write(sinceNote(name), "");
  return succeed(undefined);
}

/** Starts the days for which a database is kept when nobody opens it any more. */
export function noteUse({ notes, clock }: LeftPlatform, name: string): void {
  notes.write(sinceNote(name), `used ${String(clock.nowMs())}`);
}

export interface Tidying {
  readonly owner: DiskOwner;
  /** The database that this page works on; it is left alone. */
  readonly open: string | undefined;
  /** Whether the owner's sealed databases other than `open` will never open again. */
  readonly isSealedOpen: boolean;
}

/**
 * Clears up what lies beside the open database. One that a page uses is left alone. An empty one goes. Another person's unsent
 * entries stay 14 days after their last visit, unread; their owner is told of the loss next time. One's own that cannot be opened
 * any more stay 14 days after they were found to be so; all else of one's own stays.
 * @returns how many unsent entries of other people lie here.
 */
export async function tidyDatabases(platform: LeftPlatform, tidying: Tidying): Promise<{ readonly othersUnsent: number }> {
  let othersUnsent = 0;
  for (const name of await databasesHere(platform)) {
    if (name === tidying.open) continue;
    othersUnsent += (await whileUnused(platform.page, name, (use) => tidyOne(platform, name, { ...tidying, use }))) ?? 0;
  }
  return { othersUnsent };
}

type Left = Tidying & { readonly use: "unused" | "unknown" };

/** @returns unsent entries of other people that stay. */
async function tidyOne(platform: LeftPlatform, name: string, { owner, isSealedOpen, use }: Left): Promise<number> {
  const unsent = await countUnsent(platform, name);
  if (unsent === undefined) return 0;
  const isOwn = isDatabaseOf(owner, name);
  const isGone = isOwn && isSealedOpen && isSealedDatabase(name);
  const isOld = isOverdue(platform, name, isGone ? "gone" : "used");
  if (unsent === 0) {
    // Where nobody can tell whether a page uses it, only time can.
    if (use === "unused" || isOld) await removeDatabase(platform, name, "nothing");
    return 0;
  }
  if (!isOld) return isOwn ? 0 : unsent;
  if (isGone) await removeDatabase(platform, name, "nothing");
  else if (!isOwn) await removeDatabase(platform, name, { lost: unsent });
  return 0;
}

/** Counting starts now for a database of which nothing is known, or something else, or something that cannot be. */
function isOverdue({ notes, clock }: LeftPlatform, name: string, why: "used" | "gone"): boolean {
  const [knownWhy, moment] = (notes.read(sinceNote(name)) ?? "").split(" ");
  const sinceMs = countFrom(moment ?? "");
  const ageMs = clock.nowMs() - sinceMs;
  if (knownWhy === why && sinceMs > 0 && ageMs >= 0) return ageMs >= longestKeptMs;
  notes.write(sinceNote(name), `${why} ${String(clock.nowMs())}`);
  return false;
}

function sinceNote(name: string): string {
  return `${name}.since`;
}
