/** Told of every record that changes, so that only those are saved. */
export type Journal = (group: string, key: string, record: object | undefined) => void;

const nothing: ReadonlyMap<string, never> = new Map<string, never>();

/** Records of one kind in groups (the items of a list, the people of a tenant), each under a key. */
export class Table<R extends object> {
  private readonly byGroup = new Map<string, Map<string, R>>();
  private journal: Journal | undefined;

  watch(journal: Journal): void {
    this.journal = journal;
  }

  get(group: string, key: string): R | undefined {
    return this.byGroup.get(group)?.get(key);
  }

  inGroup(group: string): ReadonlyMap<string, R> {
    return this.byGroup.get(group) ?? nothing;
  }

  /** Every record with its group, in the order of arrival. */
  *all(): Generator<readonly [group: string, key: string, record: R]> {
    for (const [group, records] of this.byGroup) for (const [key, record] of records) yield [group, key, record];
  }

  put(group: string, key: string, record: R): void {
    let records = this.byGroup.get(group);
    if (records === undefined) this.byGroup.set(group, (records = new Map<string, R>()));
    records.set(key, record);
    this.journal?.(group, key, record);
  }

  remove(group: string, key: string): void {
    if (this.byGroup.get(group)?.delete(key) === true) this.journal?.(group, key, undefined);
  }

  removeGroup(group: string): void {
    for (const key of [...this.inGroup(group).keys()]) this.remove(group, key);
    this.byGroup.delete(group);
  }

  /** Copies the maps, shares the records: they are never changed in place. */
  copyInto(other: Table<R>): void {
    for (const [group, records] of this.byGroup) other.byGroup.set(group, new Map(records));
  }
}
