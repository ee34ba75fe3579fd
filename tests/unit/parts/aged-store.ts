import type { Store, StoreStatus } from "../../../src/store";

export interface AgedStore {
  readonly store: Store;
  /** Undefined: nothing waits. */
  readonly oldest: { atMs: number | undefined };
}

/** The same store, whose oldest unsent change was made at a moment of the test's choice. */
export function agedStore(store: Store, atMs: number | undefined): AgedStore {
  const oldest: AgedStore["oldest"] = { atMs };
  let last: StoreStatus | undefined;
  let lastOf: unknown;
  const status = (): StoreStatus => {
    const now = store.status();
    if (last === undefined || lastOf !== now || last.oldestUnsentAtMs !== oldest.atMs) {
      const { oldestUnsentAtMs: _real, ...rest }: StoreStatus = now;
      last = { ...rest, ...(oldest.atMs === undefined ? {} : { oldestUnsentAtMs: oldest.atMs }) };
      lastOf = now;
    }
    return last;
  };
  return { oldest, store: { ...store, status } };
}
