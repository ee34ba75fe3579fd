import { siteAt } from "../../../src/entries/shared";
import { createGraph, createSites, type Sites } from "../../../src/graph";
import { fail, succeed, type Clock, type Randomness, type Timers } from "../../../src/kernel";

const clock: Clock = { nowMs: () => 0 };
const timers: Timers = { after: () => () => undefined };
const randomness: Randomness = { bytes: (count) => new Uint8Array(count) };

/** Graph's answer to every request, and the addresses that were asked. */
function sitesAnswering(status: number, body: unknown): { readonly sites: Sites; readonly asked: string[] } {
  const asked: string[] = [];
  const fetch = (url: string): Promise<Response> => {
    asked.push(new URL(url).pathname);
    return Promise.resolve(new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } }));
  };
  return { sites: createSites(createGraph({ fetch, token: () => Promise.resolve(succeed("token")), clock, timers, randomness })), asked };
}

const pmo = { id: "northmere.sharepoint.com,1,2", displayName: "PMO", webUrl: "https://northmere.sharepoint.com/sites/pmo" };

test("an address that leads into a site finds the site", async () => {
  const { sites, asked } = sitesAnswering(200, pmo);
  expect(await siteAt(sites, "https://northmere.sharepoint.com/sites/pmo/Lists/PRRisks/AllItems.aspx?view=7")).toMatchObject({
    ok: true,
    value: { displayName: "PMO" },
  });
  expect(asked).toEqual(["/v1.0/sites/northmere.sharepoint.com:/sites/pmo"]);
});

test("a host of another organisation has no site here", async () => {
  const { sites } = sitesAnswering(400, { error: { code: "invalidRequest", message: "Invalid hostname for this tenancy" } });
  expect(await siteAt(sites, "https://westvale.sharepoint.com/sites/projects")).toEqual(fail({ kind: "notFound" }));
});

test("a closed site is told from one that is not there", async () => {
  const { sites } = sitesAnswering(403, { error: { code: "accessDenied", message: "Access denied" } });
  expect(await siteAt(sites, "https://northmere.sharepoint.com/sites/board")).toMatchObject({ ok: false, fault: { kind: "forbidden" } });
});

test("what is no https address is not asked for", async () => {
  const { sites, asked } = sitesAnswering(200, pmo);
  for (const address of ["sites/pmo", "http://northmere.sharepoint.com/sites/pmo", "javascript:alert(1)", ""])
    expect(await siteAt(sites, address)).toEqual(fail({ kind: "notFound" }));
  expect(asked).toEqual([]);
});
