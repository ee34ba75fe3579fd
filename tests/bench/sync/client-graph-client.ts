import { Client, PageIterator, type PageCollection } from "@microsoft/microsoft-graph-client";
import type { PeerClient } from "./peer-client";
import type { BuiltTenant } from "./tenant-messages";

/**
 * Microsoft's client with its default chain, used as its documentation shows (docs/tasks/PageIterator.md: a first `get()`, then
 * `iterate()`; docs/CustomAuthenticationProvider.md). It is told the ids of the lists, which ours has to find.
 */
export function graphClient(tenant: BuiltTenant): PeerClient {
  const client = Client.initWithMiddleware({ authProvider: { getAccessToken: () => Promise.resolve(tenant.token) } });
  const deltaLinks = new Map<string, string>();

  async function collect(address: string): Promise<{ readonly items: readonly unknown[]; readonly deltaLink: string | undefined }> {
    const items: unknown[] = [];
    const first = (await client.api(address).get()) as PageCollection; // get() promises any
    const iterator = new PageIterator(client, first, (item: unknown) => {
      items.push(item);
      return true;
    });
    await iterator.iterate();
    return { items, deltaLink: iterator.getDeltaLink() };
  }

  const listAddress = (id: string): string => `/sites/${tenant.site}/lists/${id}`;
  return {
    openList: async (id) => (await collect(`${listAddress(id)}/items?$expand=fields`)).items,
    changes: {
      start: async (id) => {
        const { items, deltaLink } = await collect(`${listAddress(id)}/items/delta?$expand=fields`);
        if (deltaLink !== undefined) deltaLinks.set(id, deltaLink);
        return items;
      },
      next: async (id) => (await collect(deltaLinks.get(id) ?? "")).items,
    },
    update: async (id, item, title) => {
      await client.api(`${listAddress(id)}/items/${item}/fields`).update({ Title: title });
    },
    readInBatch: async (ids) => {
      const requests = ids.map((id, index) => ({ id: String(index + 1), method: "GET", url: `${listAddress(id)}/items?$expand=fields` }));
      const answer = (await client.api("/$batch").post({ requests })) as { readonly responses: readonly { readonly status: number }[] }; // post() promises any
      return answer.responses.filter(({ status }) => status >= 400).length;
    },
  };
}
