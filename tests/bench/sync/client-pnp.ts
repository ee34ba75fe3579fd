import { GraphBrowser, graphfi, type GraphFI } from "@pnp/graph";
import "@pnp/graph/batching";
import "@pnp/graph/list-item";
import "@pnp/graph/lists";
import "@pnp/graph/sites";
import type { PeerClient } from "./peer-client";
import type { BuiltTenant } from "./tenant-messages";

type Items = ReturnType<ReturnType<ReturnType<GraphFI["sites"]["getById"]>["lists"]["getById"]>["items"]["expand"]>;

/** The part of a PnPjs queryable that a behaviour for signing in touches; its own types say any. */
interface Queryable {
  readonly on: { readonly auth: { replace(observer: (url: URL, init: RequestInit) => Promise<[URL, RequestInit]>): unknown } };
}

function signedWith(token: string): (queryable: Queryable) => Queryable {
  return (queryable) => {
    queryable.on.auth.replace((url, init) => {
      const headers = init.headers as Readonly<Record<string, string>>; // a plain object all along the timeline
      return Promise.resolve([url, { ...init, headers: { ...headers, Authorization: `Bearer ${token}` } }]);
    });
    return queryable;
  };
}

/**
 * PnPjs with its preset for a browser, used as its documentation shows (concepts/async-paging: `for await` over a collection;
 * graph/items: `items.getById(id).update(…)`; concepts/batching). It is told the ids of the lists, which ours has to find.
 */
export function pnpClient(tenant: BuiltTenant): PeerClient {
  const graph = graphfi().using(GraphBrowser(), signedWith(tenant.token));
  const itemsOf = (from: GraphFI, list: string): Items => from.sites.getById(tenant.site).lists.getById(list).items.expand("fields");
  return {
    openList: async (id) => {
      const items: unknown[] = [];
      for await (const page of itemsOf(graph, id)) items.push(...page);
      return items;
    },
    update: async (list, item, title) => {
      const fields = { fields: { Title: title } };
      await graph.sites.getById(tenant.site).lists.getById(list).items.getById(item).update(fields);
    },
    readInBatch: async (ids) => {
      const [batched, execute] = graph.batched();
      let refused = 0;
      for (const id of ids) itemsOf(batched, id)().catch(() => (refused += 1));
      await execute();
      return refused;
    },
  };
}
