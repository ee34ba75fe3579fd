import type {
  AppGrantRecord,
  ChannelRecord,
  ColumnRecord,
  FileRecord,
  GrantRecord,
  ItemRecord,
  ListRecord,
  MessageRecord,
  PersonRecord,
  SiteRecord,
  TeamRecord,
  TenantRecord,
  VersionRecord,
} from "./records";
import { Table } from "./table";

/** Everything the tenant knows. The comment names what a group is. */
export interface TenantState {
  /** group "" */
  readonly tenants: Table<TenantRecord>;
  /** group tenant id, key person id */
  readonly people: Table<PersonRecord>;
  /** group tenant id, key site id in lower case */
  readonly sites: Table<SiteRecord>;
  /** group site id, key person id */
  readonly grants: Table<GrantRecord>;
  /** group site id, key application id */
  readonly appGrants: Table<AppGrantRecord>;
  /** group tenant id */
  readonly teams: Table<TeamRecord>;
  /** group team id */
  readonly channels: Table<ChannelRecord>;
  /** group channel id */
  readonly messages: Table<MessageRecord>;
  /** group site id */
  readonly lists: Table<ListRecord>;
  /** group list id, key internal name */
  readonly columns: Table<ColumnRecord>;
  /** group list id, key item id */
  readonly items: Table<ItemRecord>;
  /** group "list id/item id", key version number */
  readonly versions: Table<VersionRecord>;
  /** group drive id */
  readonly files: Table<FileRecord>;
}

export type RecordKind = keyof TenantState;

export const recordKinds: readonly RecordKind[] = [
  "tenants",
  "people",
  "sites",
  "grants",
  "appGrants",
  "teams",
  "channels",
  "messages",
  "lists",
  "columns",
  "items",
  "versions",
  "files",
];

/** One record as storage sees it; `json` is undefined when the record is gone. */
export interface StoredRecord {
  readonly kind: RecordKind;
  readonly group: string;
  readonly key: string;
  readonly json: string | undefined;
}

/** Where records live between runs. `save` takes all changes of one request together. */
export interface TenantStorage {
  load(): Iterable<StoredRecord>;
  save(changes: readonly StoredRecord[]): void;
}

export function emptyState(): TenantState {
  return {
    tenants: new Table(),
    people: new Table(),
    sites: new Table(),
    grants: new Table(),
    appGrants: new Table(),
    teams: new Table(),
    channels: new Table(),
    messages: new Table(),
    lists: new Table(),
    columns: new Table(),
    items: new Table(),
    versions: new Table(),
    files: new Table(),
  };
}

/** An independent copy for the cost of its maps: seed once, then give each simulated run its own. */
export function forkState(state: TenantState): TenantState {
  const copy = emptyState();
  for (const kind of recordKinds) tableOf(state, kind).copyInto(tableOf(copy, kind));
  return copy;
}

/** Fills the state from storage and returns the function that saves what has changed since. */
export function connectStorage(state: TenantState, storage: TenantStorage): () => void {
  for (const { kind, group, key, json } of storage.load()) {
    // Only this engine writes here, and each kind holds one record type.
    if (json !== undefined) tableOf(state, kind).put(group, key, JSON.parse(json) as object);
  }
  let changes = new Map<string, StoredRecord>();
  for (const kind of recordKinds) {
    tableOf(state, kind).watch((group, key, record) => {
      changes.set(`${kind}\n${group}\n${key}`, { kind, group, key, json: record === undefined ? undefined : JSON.stringify(record) });
    });
  }
  return () => {
    if (changes.size === 0) return;
    const saved = [...changes.values()];
    changes = new Map();
    storage.save(saved);
  };
}

function tableOf(state: TenantState, kind: RecordKind): Table<object> {
  return state[kind];
}
