import type { Tenant } from "./create-tenant";

/**
 * The tenant as a `fetch`, without a network: for seeding and for tests. A lost connection rejects with a
 * TypeError as a browser does; delays are not waited for.
 */
export function tenantFetch(tenant: Pick<Tenant, "handle">): (input: string | URL, init?: RequestInit) => Promise<Response> {
  return async (input, init = {}) => {
    init.signal?.throwIfAborted();
    const headers = Object.fromEntries(new Headers(init.headers));
    const sent = init.body ?? undefined;
    const body = sent === undefined || typeof sent === "string" ? sent : new Uint8Array(await new Response(sent).arrayBuffer());
    const { status, headers: answered, body: answer } = tenant.handle({ method: init.method ?? "GET", url: String(input), headers, body });
    if (status === 0) throw new TypeError("Failed to fetch");
    const bodyless = [204, 205, 304].includes(status);
    return new Response(bodyless || answer === undefined ? null : typeof answer === "string" ? answer : answer.slice(), { status, headers: answered });
  };
}
