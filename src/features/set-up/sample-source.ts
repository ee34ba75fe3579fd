import { fail, succeed, type Result } from "../../kernel";
import { applyChanges, loadRegister, refOf, type Row, type Values } from "../../registers";
import type { CreateRequest, RegisterPlace, RegisterSource, UpdateRequest } from "../../store";
import type { SampleRows } from "./sample-rows";

/** A site that lives in this page's memory and goes with it: each register has its list, an edit wants the newest etag, as in SharePoint. */
export function createSampleSource(rows: SampleRows): RegisterSource {
  const lists = new Map<string, Map<string, Row>>();
  const listOf = ({ register }: RegisterPlace): Map<string, Row> => {
    const made = (): Map<string, Row> =>
      new Map((rows.get(register) ?? []).map((values, index) => [String(index + 1), rowOf({ id: String(index + 1), version: 1, values })]));
    const list = lists.get(register) ?? made();
    lists.set(register, list);
    return list;
  };

  async function create({ place, clientKey, operationId, values }: CreateRequest): Promise<Result<Row>> {
    const list = listOf(place);
    const number = list.size + 1;
    const register = await loadRegister(place.register);
    const ref = register === undefined ? undefined : refOf(register, number);
    if (ref === undefined) return fail({ kind: "notFound" });
    const row = rowOf({ id: String(number), version: 1, values: { ...values, Ref: ref, RefNo: number, ClientKey: clientKey, OperationId: operationId } });
    list.set(row.id, row);
    return succeed(row);
  }

  function update({ place, id, etag, operationId, changes }: UpdateRequest): Result<Row> {
    const list = listOf(place);
    const before = list.get(id);
    if (before === undefined) return fail({ kind: "notFound" });
    if (before.etag !== etag) return fail({ kind: "conflict" });
    const row = rowOf({ id, version: versionOf(etag) + 1, values: { ...applyChanges(before.values, changes), OperationId: operationId } });
    list.set(id, row);
    return succeed(row);
  }

  return {
    // Nobody else writes here: every round is the whole list.
    pull: (requests, came) => {
      for (const { place } of requests) came({ place, pages: succeed([{ rows: [...listOf(place).values()], removed: [], token: "sample" }]) });
      return Promise.resolve();
    },
    read: (place, id) => {
      const row = listOf(place).get(id);
      return Promise.resolve(row === undefined ? fail({ kind: "notFound" }) : succeed(row));
    },
    wrote: (place, id, operationId) => Promise.resolve(succeed(listOf(place).get(id)?.values["OperationId"] === operationId)),
    mayBeOneRow: () => true,
    findByClientKey: (place, clientKey) => Promise.resolve(succeed([...listOf(place).values()].find(({ values }) => values["ClientKey"] === clientKey))),
    create,
    createMany: async (requests) => {
      const made: Result<Row>[] = [];
      for (const request of requests) made.push(await create(request));
      return made;
    },
    update: (request) => Promise.resolve(update(request)),
    updateMany: (requests) => Promise.resolve(requests.map(update)),
  };
}

function rowOf({ id, version, values }: { readonly id: string; readonly version: number; readonly values: Values }): Row {
  return { id, etag: `"${id},${String(version)}"`, values, extras: {} };
}

function versionOf(etag: string): number {
  return Number(/,(\d+)"$/.exec(etag)?.[1] ?? 0);
}
