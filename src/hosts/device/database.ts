import { fail, succeed, type Fault, type Result, type Timers } from "../../kernel";
import { diskWords } from "../../content";

/** Just enough of a window to reach its databases. */
export type DatabasePage = Pick<Window & typeof globalThis, "indexedDB" | "IDBKeyRange">;

export interface DatabaseShape {
  readonly name: string;
  /** Rises with every change of `stores`. */
  readonly version: number;
  readonly stores: readonly string[];
}

/** Opening is a matter of milliseconds; a browser that has not answered by then will not. */
const longestOpenMs = 10_000;

const refused: Fault = { kind: "storageRefused" };

/** Opens or makes a database. Never hangs: a tab that holds an older version, and a silent browser, are faults. */
export function openDatabase(page: DatabasePage, timers: Timers, shape: DatabaseShape): Promise<Result<IDBDatabase>> {
  return new Promise((resolve) => {
    let isWaiting = true;
    const answer = (result: Result<IDBDatabase>): void => {
      isWaiting = false;
      stopTimer();
      resolve(result);
    };
    const stopTimer = timers.after(longestOpenMs, () => answer(fail(refused)));
    const request = attempt(() => page.indexedDB.open(shape.name, shape.version));
    if (request === undefined) {
      answer(fail(refused));
      return;
    }
    request.onupgradeneeded = () => {
      const { result } = request;
      for (const store of shape.stores) if (!result.objectStoreNames.contains(store)) result.createObjectStore(store);
    };
    request.onblocked = () => answer(fail({ kind: "hostRefused", what: diskWords.closeOtherTabs, says: diskWords.olderTabOpen }));
    request.onerror = () => answer(fail(storageFault(request.error)));
    request.onsuccess = () => {
      if (isWaiting) answer(succeed(request.result));
      else request.result.close();
    };
  });
}

/**
 * Takes a database away, through a connection that is closed by it. It is emptied first, because deleting waits for tabs that do
 * not close their own connection; `opened` may be a refusal, and then only deleting is left.
 */
export async function eraseDatabase(page: DatabasePage, { name, stores }: DatabaseShape, opened: Result<IDBDatabase>): Promise<Result<void>> {
  const scope: TransactionScope = { stores, mode: "readwrite", durability: "strict" };
  const empty = async (transaction: IDBTransaction): Promise<void> => {
    await Promise.all(stores.map((store) => answerTo(transaction.objectStore(store).clear())));
  };
  const emptied = opened.ok ? await transact(opened.value, scope, empty) : opened;
  if (opened.ok) opened.value.close();
  const deleted = await deleteDatabase(page, name);
  if (!deleted.ok) return deleted;
  return deleted.value === "waiting" ? emptied : succeed(undefined);
}

/** `waiting` when a tab that does not close holds the database: it goes as soon as that tab does. */
function deleteDatabase(page: DatabasePage, name: string): Promise<Result<"deleted" | "waiting">> {
  return new Promise((resolve) => {
    const request = attempt(() => page.indexedDB.deleteDatabase(name));
    if (request === undefined) {
      resolve(fail(refused));
      return;
    }
    request.onsuccess = () => resolve(succeed("deleted"));
    request.onblocked = () => resolve(succeed("waiting"));
    request.onerror = () => resolve(fail(storageFault(request.error)));
  });
}

export interface TransactionScope {
  readonly stores: readonly string[];
  readonly mode: IDBTransactionMode;
  readonly durability: "strict" | "relaxed";
}

/**
 * One transaction, whole or not at all; answers when it is complete, which under `strict` means flushed.
 * `work` may await `answerTo` and nothing else, because the transaction ends when it has nothing to do. A throw in it is a bug:
 * the transaction is taken back and the throw goes on.
 */
export async function transact<T>(database: IDBDatabase, scope: TransactionScope, work: (transaction: IDBTransaction) => Promise<T>): Promise<Result<T>> {
  const transaction = attempt(() => database.transaction(scope.stores, scope.mode, { durability: scope.durability }));
  if (transaction === undefined) return fail(refused);
  const ended = endOf(transaction);
  let outcome: Result<T> = fail(refused);
  const worked = work(transaction).then((value) => {
    outcome = succeed(value);
  });
  try {
    // After a failed request the work never goes on; the end of the transaction says so.
    await Promise.race([worked, ended]);
  } catch (bug) {
    const isTakenBack = attempt(() => {
      transaction.abort();
      return true;
    });
    const end = await ended;
    // The browser had aborted it already, and the work only stumbled over that.
    if (isTakenBack === undefined && !end.ok) return end;
    throw bug;
  }
  const end = await ended;
  return end.ok ? outcome : end;
}

/** Never answers when the request fails: its transaction is aborted then, and `transact` tells why. */
export function answerTo<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
}

function endOf(transaction: IDBTransaction): Promise<Result<void>> {
  return new Promise((resolve) => {
    transaction.oncomplete = () => resolve(succeed(undefined));
    transaction.onabort = () => resolve(fail(storageFault(transaction.error)));
  });
}

/** The names are the standard's (IndexedDB 3.0, section 3); no error is told apart by its message. */
function storageFault(error: DOMException | null): Fault {
  switch (error?.name) {
    case "NotReadableError":
    case "DataError":
      return { kind: "unreadable", where: "This device", says: "the browser lost part of what it kept" };
    case "VersionError":
      return { kind: "hostRefused", what: diskWords.reloadThePage, says: diskWords.newerAppUsed };
    default:
      return refused;
  }
}

/** A browser that closes storage to us throws from any of its calls (SecurityError, InvalidStateError). */
function attempt<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch {
    return undefined;
  }
}
