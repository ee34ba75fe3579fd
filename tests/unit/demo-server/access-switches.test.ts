import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer, type RunningServer, type ServerOptions } from "../../../src/demo/server";
import { createTenant, productAppId, type Tenant, type TenantStorage } from "../../../src/demo/tenant";
import { property, textAt } from "../../../src/kernel";

let folder = "";
const running: RunningServer[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "demo-access-"));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const site = "/sites/northmere.sharepoint.com:/sites/pmo";
const list = `${site}:/lists/PRRisks`;

function openTenant(storage: TenantStorage | undefined): Tenant {
  const tenant = createTenant({
    clock: { nowMs: () => Date.now() },
    randomness: { bytes: (count) => new Uint8Array(randomBytes(count)) },
    ...(storage === undefined ? {} : { storage }),
  });
  if (tenant.people().length > 0) return tenant;
  tenant.addTenant({ key: "trust", displayName: "Northmere", host: "northmere.sharepoint.com" });
  tenant.addPerson({ key: "pm", tenant: "trust", displayName: "Pat Manager", userPrincipalName: "pat@northmere.example" });
  tenant.addSite({ key: "pmo", tenant: "trust", path: "/sites/pmo", displayName: "Programme office" });
  tenant.addSite({ key: "wards", tenant: "trust", path: "/sites/wards", displayName: "Wards" });
  for (const key of ["pmo", "wards"]) tenant.grant(key, "pm", "manage");
  const write = (path: string, body: object): void => {
    const headers = { Authorization: `Bearer ${tenant.issueToken("pm", ["Sites.Manage.All"])}`, "Content-Type": "application/json" };
    tenant.handle({ method: "POST", url: `/v1.0${path}`, headers, body: JSON.stringify(body) });
  };
  write(`${site}:/lists`, { displayName: "PRRisks" });
  write(`${list}/items`, { fields: { Title: "Flood" } });
  return tenant;
}

async function start(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const parts = { port: 0, storagePath: undefined, openTenant, staticFiles: [], pages: new Map<string, string>(), staticHeaders: () => ({}) };
  const server = await startServer({ ...parts, ...options });
  running.push(server);
  return server;
}

async function post({ url }: RunningServer, wish: object): Promise<{ readonly status: number; readonly json: unknown }> {
  const answer = await fetch(`${url}/demo/faults.json`, { method: "POST", body: JSON.stringify(wish) });
  return { status: answer.status, json: await answer.json() };
}

/** What the product gets when it asks for these scopes. */
async function tokenAnswer({ url }: RunningServer, scope: string): Promise<{ readonly status: number; readonly json: unknown }> {
  const answer = await fetch(`${url}/demo/token?persona=pm&client_id=${productAppId}&scope=${encodeURIComponent(scope)}`);
  return { status: answer.status, json: await answer.json() };
}

async function statusOf(
  server: RunningServer,
  path: string,
  init: { readonly scope?: string; readonly method?: string; readonly body?: object } = {},
): Promise<number> {
  const { scope = "Sites.Selected", method = "GET", body } = init;
  const answer = await fetch(`${server.url}/demo/token?persona=pm&scope=${scope}`);
  const headers = {
    Authorization: `Bearer ${textAt(await answer.json(), "access_token") ?? ""}`,
    ...(body === undefined ? {} : { "Content-Type": "application/json" }),
  };
  return (await fetch(`${server.url}/v1.0${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })).status;
}

async function deploymentOf({ url }: RunningServer): Promise<unknown> {
  return (await fetch(`${url}/demo/deployment.json`)).json();
}

describe("the way of permissions", () => {
  test("is broad at first, and stands in the deployment", async () => {
    const server = await start();
    expect(await deploymentOf(server)).toMatchObject({ permissions: "broad", clientId: productAppId });
    expect((await tokenAnswer(server, "Sites.Selected")).status).toBe(400);
    expect((await post(server, { permissions: "selected" })).json).toMatchObject({ permissions: "selected" });
    expect(await deploymentOf(server)).toMatchObject({ permissions: "selected" });
    expect((await post(server, { permissions: "narrow" })).status).toBe(400);
  });

  test("decides which scopes the sign-in gives out: under selected, those of all sites are withheld", async () => {
    const server = await start();
    await post(server, { permissions: "selected" });
    expect(await tokenAnswer(server, "User.Read Sites.Selected")).toMatchObject({ status: 200, json: { scope: "User.Read Sites.Selected" } });
    expect(await tokenAnswer(server, "Sites.Read.All")).toMatchObject({
      status: 400,
      json: { suberror: "consent_required", consent: "withheld", scopes: ["Sites.Read.All"] },
    });
    await post(server, { clear: "all" });
    expect((await tokenAnswer(server, "Sites.Read.All")).status).toBe(200);
  });

  test("needs a grant on each site, and grants outlive the server", async () => {
    const storagePath = join(folder, "grants.sqlite");
    const first = await start({ storagePath });
    expect(await statusOf(first, site)).toBe(403);
    const answer = await post(first, { appGrants: { pmo: "read" } });
    expect(answer.json).toMatchObject({ appGrants: { pmo: "read", wards: "none" }, sites: [{ key: "pmo", name: "Programme office" }, { key: "wards" }] });
    expect(await statusOf(first, site)).toBe(200);
    expect(await statusOf(first, "/sites/northmere.sharepoint.com:/sites/wards")).toBe(403);
    await first.close();
    const second = await start({ storagePath });
    expect(await statusOf(second, site)).toBe(200);
    await post(second, { appGrants: { pmo: "none" } });
    expect(await statusOf(second, site)).toBe(403);
  });

  test("leaves the sites of the deployment as they were written down", async () => {
    const server = await start({ deployedSites: ["wards"] });
    await post(server, { permissions: "selected" });
    expect(property(await deploymentOf(server), "sites")).toEqual([{ name: "Wards", address: "https://northmere.sharepoint.com/sites/wards" }]);
  });
});

describe("closed doors", () => {
  const broad = { scope: "Sites.Manage.All" };

  test("a site is closed by a policy, and opened again", async () => {
    const server = await start();
    expect((await post(server, { restrictedSite: "pmo" })).json).toMatchObject({ restrictedSite: "pmo" });
    expect(await statusOf(server, `${list}/items`, broad)).toBe(403);
    await post(server, { restrictedSite: null });
    expect(await statusOf(server, `${list}/items`, broad)).toBe(200);
  });

  test("a list gets permissions of its own, for a person or for everybody, and the site's again", async () => {
    const server = await start();
    const given = await post(server, { listRights: { site: "pmo", person: "pm", lists: { PRRisks: "none" } } });
    expect(given.json).toMatchObject({ listRights: [{ site: "pmo", list: "PRRisks", person: "pm", right: "none" }] });
    expect([await statusOf(server, list, broad), await statusOf(server, `${list}/items`, broad)]).toEqual([404, 403]);
    await post(server, { listRights: { site: "pmo", person: "pm", lists: { PRRisks: "inherit" } } });
    await post(server, { listRights: { site: "pmo", lists: { PRRisks: "read" } } });
    const writing = { ...broad, method: "POST", body: { fields: { Title: "Fire" } } };
    expect([await statusOf(server, `${list}/items`, broad), await statusOf(server, `${list}/items`, writing)]).toEqual([200, 403]);
    await post(server, { clear: "all" });
    expect(await statusOf(server, `${list}/items`, writing)).toBe(201);
  });

  test("a row is put under a label, and taken from under it", async () => {
    const server = await start();
    const row = { site: "pmo", list: "PRRisks", item: 1 };
    const changing = { ...broad, method: "PATCH", body: { Title: "Fire" } };
    expect((await post(server, { lockedItem: { ...row, label: "Keep 8 years" } })).json).toMatchObject({ lockedItems: [{ ...row, label: "Keep 8 years" }] });
    expect(await statusOf(server, `${list}/items/1/fields`, changing)).toBe(423);
    expect((await post(server, { lockedItem: { ...row, label: null } })).json).toMatchObject({ lockedItems: [] });
    expect(await statusOf(server, `${list}/items/1/fields`, changing)).toBe(200);
  });

  test("what is not understood is refused, and nothing of the same wish is done", async () => {
    const server = await start();
    const wrong: readonly object[] = [
      { appGrants: { pmo: "manage" } },
      { appGrants: { nowhere: "read" } },
      { restrictedSite: "nowhere" },
      { restrictedSite: 1 },
      { listRights: { site: "nowhere", lists: {} } },
      { listRights: { site: "pmo", person: "nobody", lists: { PRRisks: "none" } } },
      { listRights: { site: "pmo", lists: { PRNothing: "none" } } },
      { listRights: { site: "pmo", lists: { PRRisks: "write" } } },
      { lockedItem: { site: "pmo", list: "PRRisks", item: 2, label: "Keep" } },
      { lockedItem: { site: "pmo", list: "PRNothing", item: 1, label: "Keep" } },
    ];
    for (const wish of wrong) expect([wish, (await post(server, { ...wish, conditionalAccess: true })).status]).toEqual([wish, 400]);
    expect(await (await fetch(`${server.url}/demo/faults.json`)).json()).toMatchObject({
      conditionalAccess: false,
      restrictedSite: null,
      listRights: [],
      lockedItems: [],
      appGrants: { pmo: "none" },
    });
  });
});

describe("Conditional Access", () => {
  const redirect = "http://localhost:5302/redirect.html";
  const verifier = randomBytes(32).toString("base64url");

  function authorise({ url }: RunningServer, more: Readonly<Record<string, string>> = {}): Promise<Response> {
    const query = new URLSearchParams({
      client_id: productAppId,
      response_type: "code",
      redirect_uri: redirect,
      scope: "User.Read openid",
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
      person: "pm",
      ...more,
    });
    return fetch(`${url}/demo/authorize?${query.toString()}`, { redirect: "manual" });
  }

  function answerOf(response: Response): URLSearchParams {
    return new URLSearchParams((response.headers.get("location") ?? "").split("#")[1]);
  }

  test("refuses the product every token as Entra does, and nobody else", async () => {
    const server = await start();
    await post(server, { conditionalAccess: true });
    expect(await tokenAnswer(server, "User.Read")).toMatchObject({
      status: 400,
      json: { error: "interaction_required", suberror: "message_only", error_codes: [53003] },
    });
    expect(await statusOf(server, "/me", { scope: "User.Read" })).toBe(200);
    await post(server, { conditionalAccess: false });
    expect((await tokenAnswer(server, "User.Read")).status).toBe(200);
  });

  test("shows the person a page that says so, and tells the app when they go back", async () => {
    const server = await start();
    await post(server, { conditionalAccess: true });
    const page = await (await authorise(server)).text();
    expect(page).toContain("You cannot access this right now");
    expect(page).toContain("AADSTS53003");
    expect(page).not.toContain("consent=accept");
    expect(answerOf(await authorise(server, { consent: "decline" })).get("error")).toBe("access_denied");
    expect(answerOf(await authorise(server, { prompt: "none" })).get("error")).toBe("interaction_required");
  });

  test("refuses to renew what was given before", async () => {
    const server = await start();
    const redeem = (form: Readonly<Record<string, string>>): Promise<Response> =>
      fetch(`${server.url}/demo/token-endpoint`, { method: "POST", body: new URLSearchParams(form) });
    const code = answerOf(await authorise(server)).get("code") ?? "";
    const tokens: unknown = await (await redeem({ grant_type: "authorization_code", code, code_verifier: verifier, redirect_uri: redirect })).json();
    await post(server, { conditionalAccess: true });
    const renewed = await redeem({ grant_type: "refresh_token", refresh_token: textAt(tokens, "refresh_token") ?? "" });
    expect([renewed.status, await renewed.json()]).toMatchObject([400, { suberror: "message_only", error_codes: [53003] }]);
  });
});
