import type { Result } from "../kernel";
import type { Changes, Row, RowId, Values } from "../registers";

/** A register in one site: the unit that is pulled, read and written. */
export interface RegisterPlace {
  readonly site: string;
  readonly register: string;
}

/** One page of what changed. The last entry for an id counts. */
export interface PullPage {
  readonly rows: readonly Row[];
  readonly removed: readonly RowId[];
  /** Present on the last page only: where the next pull starts. */
  readonly token?: string;
}

export interface PullRequest {
  readonly place: RegisterPlace;
  /** Absent: everything. */
  readonly token?: string;
}

export type PullAnswer = {
  readonly place: RegisterPlace;
  /** A whole round, in order. `resyncNeeded` means: ask again without the token. `notFound`: the list is not there. */
  readonly pages: Result<readonly PullPage[]>;
};

export interface CreateRequest {
  readonly place: RegisterPlace;
  readonly clientKey: string;
  readonly operationId: string;
  readonly values: Values;
}

export interface UpdateRequest {
  readonly place: RegisterPlace;
  readonly id: RowId;
  /** What the author saw: sent as If-Match. */
  readonly etag: string;
  readonly operationId: string;
  readonly changes: Changes;
}

/**
 * Where registers live. `lists` satisfies it over SharePoint; tests satisfy it over plain maps.
 * Declared here, by its user. Every method settles; none throws for an expected outcome.
 */
export interface RegisterSource {
  /**
   * As few requests as the service allows: all places in one batch.
   * @param came is told of each place once, the moment its round is whole or has failed, and of the last before the promise settles.
   */
  pull(requests: readonly PullRequest[], came: (answer: PullAnswer) => void, signal?: AbortSignal): Promise<void>;
  read(place: RegisterPlace, id: RowId, signal?: AbortSignal): Promise<Result<Row>>;
  /** Whether any version of the row was written by this operation, as far as versions are kept. */
  wrote(place: RegisterPlace, id: RowId, operationId: string): Promise<Result<boolean>>;
  /** Whether two etags can belong to one row: a list made anew under its name gives its rows the numbers of the old one's. */
  mayBeOneRow(one: string, other: string): boolean;
  /** The row that carries this client key, or undefined when there is none. */
  findByClientKey(place: RegisterPlace, clientKey: string): Promise<Result<Row | undefined>>;
  /** Gives the row its Ref (highest number + 1, next on collision, 5 tries) and stores it. */
  create(request: CreateRequest): Promise<Result<Row>>;
  /** Answers in the order asked; each is judged alone. Sends up to 20 in one request. */
  createMany(requests: readonly CreateRequest[], signal?: AbortSignal): Promise<readonly Result<Row>[]>;
  /** A row without an etag: the change was carried out, and what stands there now could not be read. */
  update(request: UpdateRequest): Promise<Result<Row>>;
  updateMany(requests: readonly UpdateRequest[], signal?: AbortSignal): Promise<readonly Result<Row>[]>;
}
