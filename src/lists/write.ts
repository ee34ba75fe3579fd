import { graphPath, parseListItem, readPage, scopesFor, where, type BatchRequest, type FieldValues, type Graph, type GraphAnswer } from "../graph";
import { fail, isRecord, succeed, textAt, type Result } from "../kernel";
import { columnOf, type Changes, type Register, type Row, type Values } from "../registers";
import type { CreateRequest, RegisterPlace, UpdateRequest } from "../store";
import { encodeFields, type Fields } from "./field-codec";
import { rowFromFields, rowFromItem } from "./row-from-item";
import type { ListSchema } from "./found-list";
import type { SiteLists } from "./site-lists";

export interface WritePorts {
  readonly graph: Graph;
  readonly lists: SiteLists;
  readonly loadRegister: (name: string) => Promise<Register | undefined>;
}

interface OpenList {
  readonly place: RegisterPlace;
  readonly register: Register;
  readonly schema: ListSchema;
}

const readScopes = { scopes: scopesFor("readRegisters") };
const writeScopes = { scopes: scopesFor("writeRegisters") };
const mostRefTries = 5; // two people at once take one collision; five is a crowd (reference 0.3)

export async function openList({ lists, loadRegister }: WritePorts, place: RegisterPlace): Promise<Result<OpenList>> {
  const register = await loadRegister(place.register);
  const schema = await lists.schema(place);
  if (!schema.ok) return schema;
  return register === undefined ? fail({ kind: "notFound" }) : succeed({ place, register, schema: schema.value });
}

export async function readRow(ports: WritePorts, place: RegisterPlace, id: string): Promise<Result<Row>> {
  const list = await openList(ports, place);
  if (!list.ok) return list;
  const address = graphPath`/sites/${place.site}/lists/${list.value.schema.listId}/items/${id}`;
  const answer = await ports.graph.get(address, { ...readScopes, query: { expand: [wholeFields(list.value)] } });
  return answer.ok ? rowFromAnswer(list.value, answer.value.body) : answer;
}

/** An adopted list's people and look-ups come with their names only when these are asked for. */
function wholeFields({ schema }: OpenList): { readonly of: "fields"; readonly select?: readonly string[] } {
  return schema.adopted === undefined ? { of: "fields" } : { of: "fields", select: schema.adopted.select };
}

/** The internal name of a column of ours in this list. */
function fieldName({ schema }: OpenList, column: string): string {
  return schema.adopted?.nameOf(column) ?? column;
}

/** Exact and indexed, so that the answer does not depend on the size of the list. */
async function findRow(ports: WritePorts, list: OpenList, by: { readonly column: string; readonly value: string }): Promise<Result<Row | undefined>> {
  const address = graphPath`/sites/${list.place.site}/lists/${list.schema.listId}/items`;
  const query = { filter: where.fieldEquals(fieldName(list, by.column), by.value), expand: [wholeFields(list)], top: 2 };
  const answer = await ports.graph.get(address, { ...readScopes, query });
  if (!answer.ok) return answer;
  const page = readPage(answer.value.body);
  if (!page.ok) return page;
  const first = page.value.items[0];
  return first === undefined ? succeed(undefined) : rowFromAnswer(list, first);
}

export async function findByClientKey(ports: WritePorts, place: RegisterPlace, clientKey: string): Promise<Result<Row | undefined>> {
  const list = await openList(ports, place);
  return list.ok ? findRow(ports, list.value, { column: "ClientKey", value: clientKey }) : list;
}

function rowFromAnswer(list: OpenList, body: unknown): Result<Row> {
  const row = rowFromItem(list.register, list.schema, body);
  return row === undefined ? fail({ kind: "unreadable", where: "SharePoint", says: "an item without its fields" }) : succeed(row);
}

/** The highest number given so far, from the list itself. */
async function highestRefNumber(ports: WritePorts, list: OpenList): Promise<Result<number>> {
  const address = graphPath`/sites/${list.place.site}/lists/${list.schema.listId}/items`;
  const query = { orderBy: [{ field: "RefNo", order: "descending" } as const], expand: [{ of: "fields", select: ["RefNo"] }], top: 1 };
  const answer = await ports.graph.get(address, { ...readScopes, query });
  if (!answer.ok) return answer;
  const page = readPage(answer.value.body);
  if (!page.ok) return page;
  const number = Number(parseListItem(page.value.items[0])?.fields?.["RefNo"] ?? 0);
  return succeed(Number.isSafeInteger(number) && number > 0 ? number : 0);
}

export function refText(register: Pick<Register, "ref">, number: number): string {
  return `${register.ref.prefix}${String(number).padStart(register.ref.digits, "0")}`;
}

/** Whether the list lost or got back columns since they were read: SharePoint's 400 does not say that a column is gone. */
async function hasOtherColumns({ lists }: WritePorts, list: OpenList): Promise<boolean> {
  const now = await lists.schemaNow(list.place);
  return now.ok && now.value.missing.join() !== list.schema.missing.join();
}

/**
 * Fields to send. A column that the list does not have: what the product works out is left out, a value somebody gave is refused by name.
 * The mark of the archive is such a value: without a place for it nothing would be archived.
 */
function fieldsToSend({ register, schema }: OpenList, changes: Changes): Result<Fields> {
  if (schema.adopted !== undefined) return schema.adopted.write(changes);
  const fields = encodeFields(register, changes);
  const gone = new Set(schema.missing);
  const isGiven = (name: string): boolean => name === "Archived" || columnOf(register, name)?.filledBy === undefined;
  const lost = Object.keys(fields).filter((name) => gone.has(name) && isGiven(name) && fields[name] !== null);
  if (lost.length > 0) {
    const problems = lost.map((field) => ({ field, says: `The list has no column ${columnOf(register, field)?.label ?? field}` }));
    return fail({ kind: "invalid", problems });
  }
  return succeed(Object.fromEntries(Object.entries(fields).filter(([name]) => !gone.has(name))));
}

/** A list that the trust made itself may have met somebody, or got a word, since it was read: it is asked once more before it refuses. */
async function fieldsNow({ lists }: WritePorts, list: OpenList, changes: Changes): Promise<Result<Fields>> {
  const fields = fieldsToSend(list, changes);
  if (fields.ok || list.schema.adopted === undefined) return fields;
  const schema = await lists.schemaNow(list.place);
  return schema.ok ? fieldsToSend({ ...list, schema: schema.value }, changes) : schema;
}

interface NumberedCreate {
  readonly request: CreateRequest;
  readonly list: OpenList;
  readonly number: number;
}

async function createBody(ports: WritePorts, { request, list, number }: NumberedCreate): Promise<Result<{ readonly fields: Fields }>> {
  const given: Values = {
    ...request.values,
    Ref: refText(list.register, number),
    RefNo: number,
    ClientKey: request.clientKey,
    OperationId: request.operationId,
  };
  const fields = await fieldsNow(ports, list, given);
  return fields.ok ? succeed({ fields: fields.value }) : fields;
}

/** Numbers are handed out from here within a session, so that a hundred new rows need one look at the list. */
export type RefCounters = Map<string, number>;

export async function createRow(ports: WritePorts, counters: RefCounters, request: CreateRequest): Promise<Result<Row>> {
  let list = await openList(ports, request.place);
  if (!list.ok) return list;
  for (let attempt = 1; ; attempt += 1) {
    const number = await nextNumber(ports, counters, list.value);
    if (!number.ok) return number;
    const body = await createBody(ports, { request, list: list.value, number: number.value });
    if (!body.ok) return body;
    const answer = await ports.graph.post(itemsAddress(list.value), body.value, writeScopes);
    if (answer.ok) return rowAfterCreate(ports, list.value, answer.value.body);
    if (answer.fault.kind !== "invalid") return answer;
    const explained = await explainRefusal(ports, { request, list: list.value, number: number.value });
    if (!explained.ok) return explained;
    const verdict = explained.value;
    if (verdict.kind === "known") return ownRow(request, verdict.row);
    if (attempt === mostRefTries || (verdict.kind === "refused" && !(await hasOtherColumns(ports, list.value)))) return answer;
    if (verdict.kind === "refTaken") counters.delete(counterKey(list.value));
    else list = await openList(ports, request.place);
    if (!list.ok) return list;
  }
}

/** An adopted list's answer has no names of people and look-ups, so the row is read. */
async function rowAfterCreate(ports: WritePorts, list: OpenList, body: unknown): Promise<Result<Row>> {
  const id = textAt(body, "id");
  return list.schema.adopted === undefined || id === undefined ? rowFromAnswer(list, body) : afterWrite(await readRow(ports, list.place, id));
}

type Verdict = { readonly kind: "known"; readonly row: Row } | { readonly kind: "refTaken" } | { readonly kind: "refused" };

/** A 400 names no cause: look whether the row is ours already, or whether its number is taken (reliability-security 1.4). */
async function explainRefusal(ports: WritePorts, attempt: NumberedCreate): Promise<Result<Verdict>> {
  const { missing, adopted } = attempt.list.schema;
  const ours: Result<Row | undefined> = missing.includes("ClientKey")
    ? succeed(undefined)
    : await findRow(ports, attempt.list, { column: "ClientKey", value: attempt.request.clientKey });
  if (!ours.ok) return ours;
  if (ours.value !== undefined) return succeed({ kind: "known", row: ours.value });
  if (adopted !== undefined || missing.includes("Ref")) return succeed({ kind: "refused" });
  const taken = await findRow(ports, attempt.list, { column: "Ref", value: refText(attempt.list.register, attempt.number) });
  return taken.ok ? succeed({ kind: taken.value === undefined ? "refused" : "refTaken" }) : taken;
}

/** A row with this client key is ours when this very operation wrote it last; otherwise somebody has worked on it since. */
function ownRow(request: CreateRequest, row: Row): Result<Row> {
  return row.values["OperationId"] === request.operationId ? succeed(row) : fail({ kind: "conflict" });
}

function counterKey(list: OpenList): string {
  return `${list.place.site}|${list.place.register}`;
}

function itemsAddress(list: OpenList): ReturnType<typeof graphPath> {
  return graphPath`/sites/${list.place.site}/lists/${list.schema.listId}/items`;
}

async function nextNumber(ports: WritePorts, counters: RefCounters, list: OpenList): Promise<Result<number>> {
  // A list that the trust made itself has no numbers of ours.
  if (list.schema.adopted !== undefined) return succeed(0);
  const key = counterKey(list);
  if (!counters.has(key)) {
    const highest = await highestRefNumber(ports, list);
    if (!highest.ok) return highest;
    // Another create may have asked meanwhile: the higher of the two answers counts.
    counters.set(key, Math.max(highest.value, counters.get(key) ?? 0));
  }
  const next = (counters.get(key) ?? 0) + 1;
  counters.set(key, next);
  return succeed(next);
}

/** Up to 20 creates a request; one that was refused is tried again alone, where its cause is looked for. */
export async function createRows(
  ports: WritePorts,
  counters: RefCounters,
  work: { requests: readonly CreateRequest[]; signal?: AbortSignal },
): Promise<readonly Result<Row>[]> {
  const prepared: Result<NumberedCreate & { readonly part: BatchRequest }>[] = [];
  for (const request of work.requests) prepared.push(await prepareCreate(ports, counters, request));
  const parts = prepared.filter((entry) => entry.ok).map((entry) => entry.value);
  const answers = await ports.graph.batch(
    parts.map((entry) => entry.part),
    batchOptions(work.signal),
  );
  const results: Result<Row>[] = [];
  let position = 0;
  for (const entry of prepared) {
    if (!entry.ok) {
      results.push(entry);
      continue;
    }
    const answer = answers[position] ?? fail({ kind: "cancelled" } as const);
    position += 1;
    if (answer.ok) results.push(await rowAfterCreate(ports, entry.value.list, answer.value.body));
    else if (answer.fault.kind === "invalid") results.push(await createAgain(ports, counters, entry.value));
    else results.push(answer);
  }
  return results;
}

async function prepareCreate(
  ports: WritePorts,
  counters: RefCounters,
  request: CreateRequest,
): Promise<Result<NumberedCreate & { readonly part: BatchRequest }>> {
  const list = await openList(ports, request.place);
  if (!list.ok) return list;
  const number = await nextNumber(ports, counters, list.value);
  if (!number.ok) return number;
  const body = await createBody(ports, { request, list: list.value, number: number.value });
  if (!body.ok) return body;
  return succeed({ request, list: list.value, number: number.value, part: { method: "POST", address: itemsAddress(list.value), body: body.value } });
}

async function createAgain(ports: WritePorts, counters: RefCounters, attempt: NumberedCreate): Promise<Result<Row>> {
  const explained = await explainRefusal(ports, attempt);
  if (!explained.ok) return explained;
  const verdict = explained.value;
  if (verdict.kind === "known") return ownRow(attempt.request, verdict.row);
  if (verdict.kind === "refTaken") counters.delete(counterKey(attempt.list));
  return createRow(ports, counters, attempt.request);
}

function batchOptions(signal: AbortSignal | undefined): { scopes: typeof writeScopes.scopes; signal?: AbortSignal } {
  return signal === undefined ? writeScopes : { ...writeScopes, signal };
}

/** Up to 20 changes a request, each with If-Match of what its author saw. */
export async function updateRows(ports: WritePorts, work: { requests: readonly UpdateRequest[]; signal?: AbortSignal }): Promise<readonly Result<Row>[]> {
  const prepared = await Promise.all(work.requests.map((request) => prepareUpdate(ports, request)));
  const parts = prepared.filter((entry) => entry.ok).map((entry) => entry.value);
  const answers = await ports.graph.batch(
    parts.map((entry) => entry.part),
    batchOptions(work.signal),
  );
  const results: Result<Row>[] = [];
  const looked = new Map<string, boolean>();
  let position = 0;
  for (const entry of prepared) {
    if (!entry.ok) {
      results.push(entry);
      continue;
    }
    const answer = answers[position] ?? fail({ kind: "cancelled" } as const);
    position += 1;
    const { list, request } = entry.value;
    const isRefused = !answer.ok && answer.fault.kind === "invalid";
    // One look a list, however many of its rows were refused.
    if (isRefused && !looked.has(counterKey(list))) looked.set(counterKey(list), await hasOtherColumns(ports, list));
    results.push(isRefused && looked.get(counterKey(list)) === true ? await updateOnce(ports, request) : await rowAfterUpdate(ports, entry.value, answer));
  }
  return results;
}

/** One change: a plain PATCH, so that a single edit costs a single call. */
export async function updateRow(ports: WritePorts, request: UpdateRequest): Promise<Result<Row>> {
  const list = await openList(ports, request.place);
  const updated = await updateOnce(ports, request);
  const isRefused = !updated.ok && updated.fault.kind === "invalid" && updated.fault.problems.length === 0;
  return isRefused && list.ok && (await hasOtherColumns(ports, list.value)) ? updateOnce(ports, request) : updated;
}

async function updateOnce(ports: WritePorts, request: UpdateRequest): Promise<Result<Row>> {
  const prepared = await prepareUpdate(ports, request);
  if (!prepared.ok) return prepared;
  const { address, body } = prepared.value;
  return rowAfterUpdate(ports, prepared.value, await ports.graph.patch(address, body, { ...writeScopes, ifMatch: request.etag }));
}

interface PreparedUpdate {
  readonly request: UpdateRequest;
  readonly list: OpenList;
  readonly address: ReturnType<typeof graphPath>;
  readonly body: Fields;
  readonly part: BatchRequest;
}

async function prepareUpdate(ports: WritePorts, request: UpdateRequest): Promise<Result<PreparedUpdate>> {
  const list = await openList(ports, request.place);
  if (!list.ok) return list;
  const changes = list.value.schema.missing.includes("OperationId") ? request.changes : { ...request.changes, OperationId: request.operationId };
  const body = await fieldsNow(ports, list.value, changes);
  if (!body.ok) return body;
  const address = graphPath`/sites/${request.place.site}/lists/${list.value.schema.listId}/items/${request.id}/fields`;
  return succeed({ request, list: list.value, address, body: body.value, part: { method: "PATCH", address, ifMatch: request.etag, body: body.value } });
}

/** The write was carried out, so a read of it that fails is a lost answer and no refusal. */
function afterWrite(read: Result<Row>): Result<Row> {
  return read.ok ? read : fail({ kind: "unavailable" });
}

/** The answer is the fields alone; the etag stands in the body or a header, and where it does not the row is read again (graph.md 5.2). */
async function rowAfterUpdate(ports: WritePorts, update: PreparedUpdate, answer: Result<GraphAnswer>): Promise<Result<Row>> {
  if (!answer.ok) return answer;
  const { body, etag } = answer.value;
  const newEtag = textAt(body, "@odata.etag") ?? etag;
  const isShort = !isRecord(body) || Object.keys(body).length <= Object.keys(update.body).length;
  if (newEtag === undefined || isShort || update.list.schema.adopted !== undefined) {
    const read = await readRow(ports, update.request.place, update.request.id);
    // The write was carried out, whatever has become of the row since.
    return read.ok ? read : succeed({ id: update.request.id, values: {}, extras: {} });
  }
  const fields: FieldValues = body;
  return succeed(rowFromFields({ register: update.list.register, schema: update.list.schema, id: update.request.id, fields, etag: newEtag }));
}
