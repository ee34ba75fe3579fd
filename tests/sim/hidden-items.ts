import type { TenantRequest, TenantResponse } from "../../src/demo/tenant";
import { isRecord, listAt, parseJson, property, textAt } from "../../src/kernel";

type Handle = (request: TenantRequest) => TenantResponse;

interface Hidden {
  readonly listId: string;
  readonly itemId: string;
  /** False once the item is back; then each round brings it again, so that every page hears of it. */
  isHidden: boolean;
}

/**
 * Items that one person may not see: SharePoint's permissions of single items, which the tenant does not know. For that person
 * they are not found, changes say that they are gone, and nothing lists them.
 */
export class HiddenItems {
  readonly #byPerson = new Map<string, Hidden[]>();

  hide(person: string, listId: string, itemId: string): void {
    this.#byPerson.set(person, [...(this.#byPerson.get(person) ?? []), { listId, itemId, isHidden: true }]);
  }

  isHiddenFrom(person: string, listId: string, itemId: string): boolean {
    return (this.#byPerson.get(person) ?? []).some((one) => one.isHidden && one.listId === listId && one.itemId === itemId);
  }

  showAll(): void {
    for (const hidden of this.#byPerson.values()) for (const one of hidden) one.isHidden = false;
  }

  handle(person: string, request: TenantRequest, handle: Handle): TenantResponse {
    const hidden = this.#byPerson.get(person);
    if (hidden === undefined) return handle(request);
    if (!request.url.endsWith("/$batch")) return asShown(request, hidden, handle);
    const batch = parseJson(typeof request.body === "string" ? request.body : "");
    const parts = listAt(batch, "requests");
    const kept = parts.filter((part) => !isOfHidden(textAt(part, "url") ?? "", hidden));
    const refused = parts.filter((part) => !kept.includes(part)).map((part) => ({ id: textAt(part, "id"), ...partNotFound }));
    const answered = kept.length === 0 ? emptyBatch : handle({ ...request, body: JSON.stringify({ ...(isRecord(batch) ? batch : {}), requests: kept }) });
    const body = parseJson(typeof answered.body === "string" ? answered.body : "");
    if (answered.status !== 200 || !isRecord(body)) return answered;
    const responses = listAt(body, "responses").map((part) => {
      const url =
        textAt(
          kept.find((one) => textAt(one, "id") === textAt(part, "id")),
          "url",
        ) ?? "";
      return isRecord(part) ? { ...part, body: shownBody(part["body"], { url, hidden, request, handle }) } : part;
    });
    return { ...answered, body: JSON.stringify({ ...body, responses: [...responses, ...refused] }) };
  }
}

function asShown(request: TenantRequest, hidden: readonly Hidden[], handle: Handle): TenantResponse {
  if (isOfHidden(request.url, hidden)) return notFound;
  const answered = handle(request);
  const body = parseJson(typeof answered.body === "string" ? answered.body : "");
  return { ...answered, body: body === undefined ? answered.body : JSON.stringify(shownBody(body, { url: request.url, hidden, request, handle })) };
}

interface Shown {
  readonly url: string;
  readonly hidden: readonly Hidden[];
  readonly request: TenantRequest;
  readonly handle: Handle;
}

function shownBody(body: unknown, { url, hidden, request, handle }: Shown): unknown {
  const here = hidden.filter(({ listId }) => url.includes(`/lists/${listId}/items`));
  const items: unknown = property(body, "value");
  if (here.length === 0 || !isRecord(body) || !Array.isArray(items)) return body;
  const gone = new Set(here.filter(({ isHidden }) => isHidden).map(({ itemId }) => itemId));
  const shown = (items as readonly unknown[]).filter((item) => !gone.has(textAt(item, "id") ?? ""));
  if (!url.includes("/items/delta?token=")) return { ...body, value: shown };
  const entries = here.flatMap(({ itemId, listId, isHidden }) => (isHidden ? [{ id: itemId, deleted: { state: "deleted" } }] : again(listId, itemId)));
  return { ...body, value: [...shown, ...entries] };

  function again(listId: string, itemId: string): readonly unknown[] {
    const site = /\/sites\/[^/]*/.exec(url)?.[0] ?? "";
    const answer = handle({ method: "GET", url: `${site}/lists/${listId}/items/${itemId}?$expand=fields`, headers: request.headers ?? {} });
    return answer.status === 200 && typeof answer.body === "string" ? [parseJson(answer.body)] : [];
  }
}

function isOfHidden(url: string, hidden: readonly Hidden[]): boolean {
  return hidden.some((one) => one.isHidden && new RegExp(`/lists/${one.listId}/items/${one.itemId}(?:/|\\?|$)`).test(url));
}

const notFoundBody = { error: { code: "itemNotFound", message: "The resource could not be found." } };
const notFound: TenantResponse = { status: 404, headers: { "Content-Type": "application/json" }, body: JSON.stringify(notFoundBody) };
const partNotFound = { status: 404, headers: { "Content-Type": "application/json" }, body: notFoundBody };
const emptyBatch: TenantResponse = { status: 200, headers: { "Content-Type": "application/json" }, body: JSON.stringify({ responses: [] }) };
