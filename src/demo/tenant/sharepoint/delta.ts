import { isRecord, numberAt, parseJson, textAt } from "../../../kernel";
import { fromBase64Url, toBase64Url } from "../engine/encoding";
import { refuse, serviceRoot, type Outcome } from "../engine/wire";
import { strikes, type Call } from "../engine/world";
import { readExpand, readTop, selectedNames } from "../odata/options";
import type { ItemRecord, ListRecord } from "../state/records";
import { contentTypeOf, presentItem } from "./item-shapes";
import { itemsFor } from "./items";
import type { ListInSite } from "./site-rights";

const pageSize = { usual: 200, largest: 5000 };

/**
 * What a change token holds. A round gives every item whose last change is after `from` and not after `until`,
 * in the order of change; `after` is how far its pages have come. Items that change during the round move past
 * `until` and come in the next one, so nothing is lost between pages.
 */
interface DeltaToken {
  readonly listId: string;
  readonly from: number;
  readonly until: number;
  readonly after: number;
  /** Query options of the first call, which tokens carry. */
  readonly expand: string;
  readonly select: string;
  readonly top: number;
}

function writeToken(token: DeltaToken): string {
  return toBase64Url(JSON.stringify(token));
}

function readToken(text: string): DeltaToken | undefined {
  const value = parseJson(fromBase64Url(text) ?? "");
  const listId = textAt(value, "listId");
  const numbers = [numberAt(value, "from"), numberAt(value, "until"), numberAt(value, "after"), numberAt(value, "top")];
  const [from, until, after, top] = numbers;
  if (!isRecord(value) || listId === undefined || from === undefined || until === undefined || after === undefined || top === undefined) return undefined;
  return { listId, from, until, after, top, expand: textAt(value, "expand") ?? "", select: textAt(value, "select") ?? "" };
}

/** GET …/items/delta */
export function getDelta(call: Call): Outcome {
  const found = itemsFor(call, "read");
  if (!found.ok) return found;
  const resync = refuseWithResync(call, found.value);
  if (resync !== undefined) return resync;
  if (call.query.get("$filter") !== undefined) return refuse(400, "invalidRequest", "The filter option is not supported for delta");
  const token = startToken(call, found.value);
  if (!token.ok) return token;
  if (call.query.get("token") === "latest") return answer(found.value, { value: [], token: token.value, more: false });
  return answerPage(call, found.value, token.value);
}

/** 1 unit with a token, 2 without (SharePoint: how to avoid getting throttled). */
export function deltaUnits(call: Call): number {
  return call.query.get("token") === undefined ? 2 : 1;
}

function refuseWithResync(call: Call, { site, list }: ListInSite): Outcome | undefined {
  const token = call.query.get("token");
  if (token === undefined || token === "latest") return undefined;
  const fault = strikes(call, "resync410");
  if (fault === undefined) return undefined;
  return {
    ok: false,
    fault: {
      status: 410,
      code: fault.code ?? "resyncChangesApplyDifferences",
      message: "The change token is no longer valid. Resync required.",
      headers: { Location: `${serviceRoot}/sites/${site.id}/lists/${list.id}/items/delta` },
    },
  };
}

function startToken(call: Call, { list }: ListInSite): Outcome<DeltaToken> {
  const text = call.query.get("token");
  if (text !== undefined && text !== "latest") {
    const token = readToken(text);
    if (token?.listId !== list.id) return refuse(400, "invalidRequest", "The change token is not known");
    // A finished round's token starts the next one, up to what has happened by now.
    return { ok: true, value: token.until === token.after ? { ...token, from: token.until, until: horizon(call, list, token.until) } : token };
  }
  const expand = call.query.get("$expand") ?? "";
  const read = readExpand(expand);
  if (!read.ok) return read;
  const top = readTop(call.query, pageSize);
  if (!top.ok) return top;
  const until = horizon(call, list, 0);
  const after = text === "latest" ? until : 0;
  return { ok: true, value: { listId: list.id, from: after, until, after, expand, select: call.query.get("$select") ?? "", top: top.value } };
}

/**
 * A feed may lag behind: the newest change is then left for the next round. In a first round only a new item may
 * be late; leaving out a changed one would tell the reader that it is gone.
 */
function horizon(call: Call, list: ListRecord, seen: number): number {
  const newest = list.sequence;
  if (newest <= seen) return newest;
  const mayLag = seen > 0 || [...call.world.state.items.inGroup(list.id).values()].at(-1)?.sequence === newest;
  return mayLag && strikes(call, "laggingDelta") !== undefined ? newest - 1 : newest;
}

function answerPage(call: Call, place: ListInSite, token: DeltaToken): Outcome {
  if (token.after < token.until && strikes(call, "emptyDeltaPage") !== undefined) return answer(place, { value: [], token, more: true });
  const due: ItemRecord[] = [];
  if (token.after < token.until) {
    for (const item of call.world.state.items.inGroup(place.list.id).values()) {
      // The first round starts from nothing, so it has nothing to delete.
      if (item.sequence > token.after && item.sequence <= token.until && !(item.deleted && token.from === 0)) due.push(item);
    }
    due.sort((one, other) => one.sequence - other.sequence);
  }
  const page = due.slice(0, token.top);
  const more = due.length > page.length;
  const after = more ? (page.at(-1)?.sequence ?? token.until) : token.until;
  const value = withDuplicates(call, place, page).map((item) => presentChange(call, place, { item, token }));
  return answer(place, { value, token: { ...token, after }, more });
}

/** The same item may come more than once, and unchanged ones may come again; the last occurrence holds. */
function withDuplicates(call: Call, place: ListInSite, page: readonly ItemRecord[]): readonly ItemRecord[] {
  const items = call.world.state.items.inGroup(place.list.id);
  const repeated = page.findLast(({ deleted }) => !deleted) ?? [...items.values()].find(({ deleted }) => !deleted);
  if (repeated === undefined || strikes(call, "duplicateDelta") === undefined) return page;
  const older = call.world.state.versions.get(`${place.list.id}/${String(repeated.id)}`, String(repeated.version - 1));
  const first =
    older === undefined || !page.includes(repeated) ? repeated : { ...repeated, version: older.number, modifiedMs: older.modifiedMs, fields: older.fields };
  return [first, ...page];
}

function presentChange(
  call: Call,
  place: ListInSite,
  { item, token }: { readonly item: ItemRecord; readonly token: DeltaToken },
): Readonly<Record<string, unknown>> {
  if (item.deleted) {
    return { id: String(item.id), parentReference: { siteId: place.site.id }, contentType: contentTypeOf(place.list), deleted: { state: "deleted" } };
  }
  const expand = readExpand(token.expand);
  const fields = expand.ok ? expand.value.find(({ name }) => name === "fields") : undefined;
  return presentItem(call, place, { item, select: selectedNames(token.select), fields });
}

interface DeltaAnswer {
  readonly value: readonly unknown[];
  readonly token: DeltaToken;
  readonly more: boolean;
}

function answer({ site, list }: ListInSite, { value, token, more }: DeltaAnswer): Outcome {
  const link = `${serviceRoot}/sites/${site.id}/lists/${list.id}/items/delta?token=${writeToken(token)}`;
  return {
    ok: true,
    value: {
      status: 200,
      json: {
        "@odata.context": `${serviceRoot}/$metadata#Collection(listItem)`,
        ...(more ? { "@odata.nextLink": link } : { "@odata.deltaLink": link }),
        value,
      },
    },
  };
}
