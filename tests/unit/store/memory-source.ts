import { fail, succeed, type Fault, type Result } from "../../../src/kernel";
import { applyChanges, changesBetween, valueAt, type Changes, type Row, type RowId, type Value, type Values } from "../../../src/registers";
import type { CreateRequest, PullAnswer, PullPage, PullRequest, RegisterPlace, RegisterSource, UpdateRequest } from "../../../src/store";

/** One column of one write that was carried out: the truth that checks compare with. */
export interface Written {
  readonly by: string;
  readonly id: RowId;
  readonly field: string;
  readonly replaced: Value | undefined;
  readonly value: Value | undefined;
}

interface MemoryList {
  readonly rows: Map<RowId, Row>;
  /** Every version of every row, in order; a delta repeats rows just as the service does. */
  readonly log: { readonly id: RowId; readonly row: Row | undefined }[];
  /** Counts lists that stood under this name; an etag names its list. */
  making: number;
  lastId: number;
  oldestToken: number;
}

/** The register's truth, shared by every source that stands for one person's connection. */
export class MemoryLists {
  readonly #lists = new Map<string, MemoryList>();
  readonly written: Written[] = [];

  list(place: RegisterPlace): MemoryList {
    const key = `${place.site} ${place.register}`;
    const list = this.#lists.get(key) ?? { rows: new Map(), log: [], making: 0, lastId: 0, oldestToken: 0 };
    this.#lists.set(key, list);
    return list;
  }

  rows(place: RegisterPlace): readonly Row[] {
    return [...this.list(place).rows.values()];
  }

  row(place: RegisterPlace, id: RowId): Row | undefined {
    return this.list(place).rows.get(id);
  }

  /** Somebody types a new row in the Lists page: no client key, no operation. */
  type(place: RegisterPlace, values: Values): Row {
    return this.insert(place, values, "lists");
  }

  insert(place: RegisterPlace, values: Values, by: string): Row {
    const list = this.list(place);
    list.lastId += 1;
    const id = String(list.lastId);
    const ref = valueAt(values, "Ref") ?? `R-${id.padStart(4, "0")}`;
    return this.#store(place, { id, etag: `"${id}${"+".repeat(list.making)},1"`, values: { ...values, Ref: ref }, extras: {} }, by);
  }

  edit(place: RegisterPlace, id: RowId, changes: Changes, by = "lists"): Row {
    const old = this.list(place).rows.get(id);
    if (!old) throw new Error(`no row ${id}`);
    const version = Number((old.etag ?? "").replace(/^.*,|"$/g, "")) + 1;
    const list = this.list(place);
    return this.#store(place, { ...old, etag: `"${id}${"+".repeat(list.making)},${String(version)}"`, values: applyChanges(old.values, changes) }, by);
  }

  remove(place: RegisterPlace, id: RowId): void {
    const list = this.list(place);
    list.rows.delete(id);
    list.log.push({ id, row: undefined });
  }

  /** The list is deleted and made anew under its name: its numbers start again. */
  makeAgain(place: RegisterPlace): void {
    const list = this.list(place);
    list.rows.clear();
    list.making += 1;
    list.lastId = 0;
    this.expireTokens(place);
  }

  /** Tokens given so far are too old from now on. */
  expireTokens(place: RegisterPlace): void {
    const list = this.list(place);
    list.log.push(...list.log.slice(-1));
    list.oldestToken = list.log.length;
  }

  #store(place: RegisterPlace, row: Row, by: string): Row {
    const list = this.list(place);
    const before = list.rows.get(row.id)?.values ?? {};
    for (const field of Object.keys(changesBetween(before, row.values))) {
      this.written.push({ by, id: row.id, field, replaced: valueAt(before, field), value: valueAt(row.values, field) });
    }
    list.rows.set(row.id, row);
    list.log.push({ id: row.id, row });
    return row;
  }
}

export type Method = "pull" | "read" | "versions" | "find" | "create" | "update";
/** `before`: not carried out. `after`: carried out, answer lost. `late`: answered now, carried out at some later step. */
export type Mishap = { readonly fault: Fault; readonly when: "before" | "after" | "late" };

export interface SourceOptions {
  readonly by?: string;
  /** Passed before a request arrives and before its answer does; a scheduler decides when. */
  readonly step?: (what: string) => Promise<void>;
  /** What goes wrong with a call, asked each time when nothing was scripted. */
  readonly mishap?: (method: Method) => Mishap | undefined;
}

/** A `RegisterSource` over maps, strict about etags and client keys. */
export class MemorySource implements RegisterSource {
  readonly #lists: MemoryLists;
  readonly #options: SourceOptions;
  readonly #script = new Map<Method, Mishap[]>();
  /** One text a request: "update 3", "createMany 20". */
  readonly requests: string[] = [];
  readonly updates: UpdateRequest[] = [];
  /** What each pull of a place started from; undefined for a whole one. */
  readonly pulledFrom: (string | undefined)[] = [];
  /** What every write meets until it is taken away. */
  always: Mishap | undefined;

  constructor(lists: MemoryLists, options: SourceOptions = {}) {
    this.#lists = lists;
    this.#options = options;
  }

  failNext(method: Method, fault: Fault, when: Mishap["when"] = "before"): void {
    this.#script.set(method, [...(this.#script.get(method) ?? []), { fault, when }]);
  }

  /** Each place is read and answered by itself, as the calls of one pull are. */
  async pull(requests: readonly PullRequest[], came: (answer: PullAnswer) => void, signal?: AbortSignal): Promise<void> {
    this.requests.push(`pull ${String(requests.length)}`);
    this.pulledFrom.push(...requests.map(({ token }) => token));
    const pullOne = async ({ place, token }: PullRequest): Promise<void> => {
      await this.#step("pull arrives");
      const pages = this.#pullOne(place, token, signal);
      await this.#step("pull answers");
      came({ place, pages });
    };
    await Promise.all(requests.map(pullOne));
  }

  async read(place: RegisterPlace, id: RowId): Promise<Result<Row>> {
    this.requests.push(`read ${id}`);
    return this.#call("read", () => {
      const row = this.#lists.row(place, id);
      return row ? succeed(row) : fail({ kind: "notFound" });
    });
  }

  async wrote(place: RegisterPlace, id: RowId, operationId: string): Promise<Result<boolean>> {
    this.requests.push(`versions ${id}`);
    return this.#call("versions", () =>
      succeed(this.#lists.list(place).log.some((entry) => entry.id === id && entry.row?.values["OperationId"] === operationId)),
    );
  }

  mayBeOneRow(one: string, other: string): boolean {
    return one.split(",")[0] === other.split(",")[0];
  }

  async findByClientKey(place: RegisterPlace, clientKey: string): Promise<Result<Row | undefined>> {
    this.requests.push("find");
    return this.#call<Row | undefined>("find", () => succeed(this.#byKey(place, clientKey)));
  }

  async create(request: CreateRequest): Promise<Result<Row>> {
    this.requests.push("create");
    return this.#call("create", () => this.#commitCreate(request));
  }

  createMany(requests: readonly CreateRequest[]): Promise<readonly Result<Row>[]> {
    this.requests.push(`createMany ${String(requests.length)}`);
    if (requests.length > 20) throw new Error("more than 20 in one request");
    return Promise.all(requests.map((request) => this.#call("create", () => this.#commitCreate(request))));
  }

  async update(request: UpdateRequest): Promise<Result<Row>> {
    this.requests.push(`update ${request.id}`);
    this.updates.push(request);
    return this.#call("update", () => this.#commitUpdate(request));
  }

  updateMany(requests: readonly UpdateRequest[]): Promise<readonly Result<Row>[]> {
    this.requests.push(`updateMany ${String(requests.length)}`);
    this.updates.push(...requests);
    if (requests.length > 20) throw new Error("more than 20 in one request");
    return Promise.all(requests.map((request) => this.#call("update", () => this.#commitUpdate(request))));
  }

  async #call<T>(method: Method, commit: () => Result<T>): Promise<Result<T>> {
    const isWrite = method === "create" || method === "update";
    const mishap = this.#script.get(method)?.shift() ?? (isWrite ? this.always : undefined) ?? this.#options.mishap?.(method);
    await this.#step(`${method} arrives`);
    if (mishap?.when === "before") return fail(mishap.fault);
    if (mishap?.when === "late") {
      void this.#step(`late ${method}`).then(commit);
      return fail(mishap.fault);
    }
    const answer = commit();
    await this.#step(`${method} answers`);
    return mishap ? fail(mishap.fault) : answer;
  }

  #pullOne(place: RegisterPlace, token: string | undefined, signal: AbortSignal | undefined): Result<readonly PullPage[]> {
    const mishap = this.#script.get("pull")?.shift() ?? this.#options.mishap?.("pull");
    if (signal?.aborted === true) return fail({ kind: "cancelled" });
    if (mishap) return fail(mishap.fault);
    const list = this.#lists.list(place);
    if (token !== undefined && Number(token) < list.oldestToken) return fail({ kind: "resyncNeeded" });
    const entries = token === undefined ? [...list.rows].map(([id, row]) => ({ id, row })) : list.log.slice(Number(token));
    const pages: PullPage[] = entries.map(({ id, row }) => (row ? { rows: [row], removed: [] } : { rows: [], removed: [id] }));
    return succeed([...pages, { rows: [], removed: [], token: String(list.log.length) }]);
  }

  #commitCreate({ place, clientKey, operationId, values }: CreateRequest): Result<Row> {
    if (this.#byKey(place, clientKey)) return fail({ kind: "conflict" });
    return succeed(this.#lists.insert(place, { ...values, ClientKey: clientKey, OperationId: operationId }, this.#by()));
  }

  #commitUpdate({ place, id, etag, changes, operationId }: UpdateRequest): Result<Row> {
    const row = this.#lists.row(place, id);
    if (!row) return fail({ kind: "notFound" });
    if (row.etag !== etag) return fail({ kind: "conflict" });
    return succeed(this.#lists.edit(place, id, { ...changes, OperationId: operationId }, this.#by()));
  }

  #byKey(place: RegisterPlace, clientKey: string): Row | undefined {
    return this.#lists.rows(place).find((row) => valueAt(row.values, "ClientKey") === clientKey);
  }

  #by(): string {
    return this.#options.by ?? "app";
  }

  #step(what: string): Promise<void> {
    return this.#options.step?.(what) ?? Promise.resolve();
  }
}
