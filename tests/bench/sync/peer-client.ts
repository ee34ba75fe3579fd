/** What the bench asks of a library that is used as its documentation shows: one list at a time, one write at a time. */
export interface PeerClient {
  /** Every item of a list with its fields. */
  openList(id: string): Promise<readonly unknown[]>;
  /** Absent where the library offers no changes of list items. */
  readonly changes?: {
    readonly start: (id: string) => Promise<readonly unknown[]>;
    readonly next: (id: string) => Promise<readonly unknown[]>;
  };
  update(list: string, item: string, title: string): Promise<void>;
  /** The first page of each list in one $batch. @returns how many parts the service refused and the library left at that. */
  readInBatch(ids: readonly string[]): Promise<number>;
}
