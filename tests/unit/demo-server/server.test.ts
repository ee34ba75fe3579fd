import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHash, randomBytes } from "node:crypto";
import { createTenant, type Tenant, type TenantStorage } from "../../../src/demo/tenant";
import { startServer, type RunningServer, type ServerOptions } from "../../../src/demo/server";
import { property, textAt } from "../../../src/kernel";

let folder = "";
const running: RunningServer[] = [];

function openTenant(storage: TenantStorage | undefined): Tenant {
  const tenant = createTenant({
    clock: { nowMs: () => Date.now() },
    randomness: { bytes: (count) => new Uint8Array(randomBytes(count)) },
    ...(storage === undefined ? {} : { storage }),
  });
  if (tenant.people().length > 0) return tenant;
  tenant.addTenant({ key: "trust", displayName: "Northmere", host: "northmere.sharepoint.com" });
  tenant.addPerson({ key: "pm", tenant: "trust", displayName: "Pat <Manager>", userPrincipalName: "pat@northmere.example", jobTitle: "PMO lead" });
  tenant.addPerson({ key: "pmo", tenant: "trust", displayName: "Olu Office", userPrincipalName: "olu@northmere.example", photo: Uint8Array.of(255, 216, 255) });
  tenant.addSite({ key: "pmo", tenant: "trust", path: "/sites/pmo", displayName: "Programme office" });
  tenant.grant("pmo", "pm", "manage");
  return tenant;
}

async function start(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const server = await startServer({
    port: 0,
    storagePath: undefined,
    openTenant,
    staticFiles: [new Map([["/tab.html", "<!DOCTYPE html><title>Tab</title>"]]), folder],
    pages: new Map([["/", "/tab.html"]]),
    staticHeaders: () => ({ "Content-Security-Policy": "default-src 'none'" }),
    ...options,
  });
  running.push(server);
  return server;
}

async function tokenOf(server: RunningServer, scope = "User.Read Sites.Manage.All"): Promise<string> {
  const response = await fetch(`${server.url}/demo/token?persona=pm&scope=${encodeURIComponent(scope)}`);
  return textAt(await response.json(), "access_token") ?? "";
}

async function graph(
  server: RunningServer,
  path: string,
  init: { readonly method?: string; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Response> {
  const headers = {
    Authorization: `Bearer ${await tokenOf(server)}`,
    ...(init.body === undefined ? {} : { "Content-Type": "application/json" }),
    ...init.headers,
  };
  return fetch(`${server.url}/v1.0${path}`, { method: init.method ?? "GET", headers, ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }) });
}

/** The status of a request with headers that fetch would not send. */
function statusWith(server: RunningServer, path: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: "127.0.0.1", port: server.port, path, headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on("error", reject);
    sent.end();
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "demo-server-"));
  await writeFile(join(folder, "app.js"), "export {};");
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe("Graph over HTTP", () => {
  test("a page reads itself with the token of a persona", async () => {
    const response = await graph(await start(), "/me");
    expect(response.status).toBe(200);
    expect(textAt(await response.json(), "userPrincipalName")).toBe("pat@northmere.example");
  });

  test("bodies, eTags and binary answers travel whole", async () => {
    const server = await start();
    const site = "/sites/northmere.sharepoint.com:/sites/pmo:";
    expect((await graph(server, `${site}/lists`, { method: "POST", body: { displayName: "PRRisks" } })).status).toBe(201);
    const made = await graph(server, `${site}/lists/PRRisks/items`, { method: "POST", body: { fields: { Title: "Flood – café" } } });
    expect(made.headers.get("etag")).toMatch(/^"[0-9a-f-]{36},1"$/);
    expect(property(property(await made.json(), "fields"), "Title")).toBe("Flood – café");
    const token = await tokenOf(server, "User.ReadBasic.All");
    const photo = await fetch(`${server.url}/v1.0/users/olu@northmere.example/photo/$value`, { headers: { Authorization: `Bearer ${token}` } });
    expect([...new Uint8Array(await photo.arrayBuffer())]).toEqual([255, 216, 255]);
  });

  test("a lost connection is lost", async () => {
    const server = await start();
    server.tenant().faults.set("connectionLostBefore", { remaining: 1 });
    const token = await tokenOf(server);
    const answer = fetch(`${server.url}/v1.0/me`, { headers: { Authorization: `Bearer ${token}` } });
    await expect(answer.then((response) => response.text())).rejects.toMatchObject({ name: "TypeError" });
  });

  test("a slow answer still arrives", async () => {
    const server = await start();
    server.tenant().faults.set("slow", { remaining: 1, delayMs: 5 });
    expect((await graph(server, "/me")).status).toBe(200);
  });

  test("Retry-After can be hidden from scripts, as some report of the real service", async () => {
    const server = await start();
    for (const exposeRetryAfter of [true, false]) {
      await fetch(`${server.url}/demo/faults.json`, {
        method: "POST",
        body: JSON.stringify({ set: { throttle: { remaining: 1 } }, quirks: { exposeRetryAfter } }),
      });
      const response = await graph(server, "/me", { headers: { Origin: "http://localhost:5000" } });
      expect([response.status, response.headers.get("retry-after")]).toEqual([429, exposeRetryAfter ? "5" : null]);
      expect(response.headers.get("access-control-expose-headers")?.includes("Retry-After")).toBe(exposeRetryAfter);
    }
  });
});

describe("only this machine", () => {
  test.each([
    [{ Host: "evil.example" }, 403],
    [{ Host: "northmere.sharepoint.com:80" }, 403],
    [{ Host: "localhost", Origin: "https://evil.example" }, 403],
    [{ Host: "127.0.0.1:1" }, 200],
    [{ Host: "localhost", Origin: "http://localhost:4000" }, 200],
  ])("headers %j are answered %i", async (headers, status) => {
    expect(await statusWith(await start(), "/demo/personas", headers)).toBe(status);
  });

  test("a preflight from a page of this machine allows what it asks for", async () => {
    const server = await start();
    const response = await fetch(`${server.url}/v1.0/me`, {
      method: "OPTIONS",
      headers: { Origin: "http://localhost:4000", "Access-Control-Request-Headers": "authorization,if-match" },
    });
    expect([response.status, response.headers.get("access-control-allow-headers")]).toEqual([204, "authorization,if-match"]);
  });
});

describe("static files", () => {
  test.each([
    ["/", 200, "text/html; charset=utf-8"],
    ["/tab.html", 200, "text/html; charset=utf-8"],
    ["/app.js", 200, "text/javascript; charset=utf-8"],
    ["/none.js", 404, "text/plain; charset=utf-8"],
    ["/..%2f..%2fetc%2fpasswd", 404, "text/plain; charset=utf-8"],
    ["/%zz", 404, "text/plain; charset=utf-8"],
    ["/.", 200, "text/html; charset=utf-8"],
  ])("%s is answered %i as %s", async (path, status, type) => {
    const response = await fetch(`${(await start()).url}${path}`);
    expect([response.status, response.headers.get("content-type")]).toEqual([status, type]);
  });

  test("pages carry the policy they were given, and are never sniffed", async () => {
    const response = await fetch(`${(await start()).url}/`);
    expect(response.headers.get("content-security-policy")).toBe("default-src 'none'");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
  });

  test("static addresses are only read", async () => {
    expect((await fetch(`${(await start()).url}/tab.html`, { method: "POST" })).status).toBe(405);
  });
});

describe("switches of the demo", () => {
  test("personas are listed with the accounts that hosts name", async () => {
    const json: unknown = await (await fetch(`${(await start()).url}/demo/personas`)).json();
    expect(json).toMatchObject({ personas: [{ key: "pm", username: "pat@northmere.example", environment: "login.microsoftonline.com" }, { key: "pmo" }] });
  });

  test("a token for nobody is answered 404", async () => {
    expect((await fetch(`${(await start()).url}/demo/token?persona=x`)).status).toBe(404);
  });

  test("faults and the budget are set, read and cleared over HTTP", async () => {
    const server = await start();
    const post = (body: unknown): Promise<Response> => fetch(`${server.url}/demo/faults.json`, { method: "POST", body: JSON.stringify(body) });
    await post({ set: { unavailable503: { remaining: 1 } }, quirks: { conflictStatus: 409 }, unitsPerMinute: 1250 });
    expect((await graph(server, "/me")).status).toBe(503);
    expect((await graph(server, "/me")).status).toBe(200);
    expect(server.tenant().quirks.conflictStatus).toBe(409);
    expect(server.tenant().usage.unitsPerMinute).toBe(1250);
    expect((await post({ set: { earthquake: {} } })).status).toBe(400);
    await post({ set: { forbidden: {} } });
    await post({ clear: "all", unitsPerMinute: null });
    const state: unknown = await (await fetch(`${server.url}/demo/faults.json`)).json();
    expect(property(state, "unitsPerMinute")).toBeNull();
    expect(property(state, "faults")).toContainEqual({ fault: "unavailable503", struck: 1 });
    expect(textAt(property(state, "quirks"), "dateOnlyReadBack")).toBe("as sent");
  });

  test("a permission can be withheld from the product, and from nobody else", async () => {
    const server = await start();
    const deployment: unknown = await (await fetch(`${server.url}/demo/deployment.json`)).json();
    const product = textAt(deployment, "clientId") ?? "";
    const post = (body: unknown): Promise<Response> => fetch(`${server.url}/demo/faults.json`, { method: "POST", body: JSON.stringify(body) });
    const token = (client: string, more = ""): Promise<Response> =>
      fetch(`${server.url}/demo/token?persona=pm&scope=ChannelMessage.Send&client_id=${client}${more}`);
    expect((await post({ consents: { flying: "given" } })).status).toBe(400);
    expect((await post({ consents: { postMessages: "perhaps" } })).status).toBe(400);
    const answer: unknown = await (await post({ consents: { postMessages: "askFirst" } })).json();
    expect(property(answer, "consents")).toContainEqual({ feature: "postMessages", scope: "ChannelMessage.Send", state: "askFirst" });
    expect((await token("teams-itself")).status).toBe(200);
    const refused = await token(product);
    expect([refused.status, await refused.json()]).toEqual([
      400,
      { error: "interaction_required", suberror: "consent_required", consent: "askFirst", scopes: ["ChannelMessage.Send"] },
    ]);
    expect((await token(product, "&consent=accept")).status).toBe(200);
    expect((await token(product)).status).toBe(200);
    await post({ consents: { postMessages: "withheld" } });
    expect((await token(product, "&consent=accept")).status).toBe(400);
    await post({ clear: "all" });
    expect((await token(product)).status).toBe(200);
  });

  test("usage counts calls and complaints", async () => {
    const server = await start();
    await graph(server, "/nowhere");
    expect(await (await fetch(`${server.url}/demo/usage.json`)).json()).toMatchObject({
      requests: 1,
      complaints: [{ kind: "unknown address", method: "GET", path: "/nowhere" }],
    });
  });
});

describe("what is kept", () => {
  test("records outlive the server, and a reset forgets them", async () => {
    const storagePath = join(folder, "kept", "demo.sqlite");
    const path = "/sites/northmere.sharepoint.com:/sites/pmo:/lists";
    const first = await start({ storagePath });
    await graph(first, path, { method: "POST", body: { displayName: "PRRisks" } });
    for (const title of ["One", "Two", "Three"]) await graph(first, `${path}/PRRisks/items`, { method: "POST", body: { fields: { Title: title } } });
    await graph(first, `${path}/PRRisks/items/1/fields`, { method: "PATCH", body: { Title: "Uno" } });
    await graph(first, `${path}/PRRisks/items/2`, { method: "DELETE" });
    await first.close();

    const second = await start({ storagePath });
    const items: unknown = await (await graph(second, `${path}/PRRisks/items?$expand=fields($select=Title)`)).json();
    expect(items).toMatchObject({
      value: [
        { id: "1", fields: { Title: "Uno" } },
        { id: "3", fields: { Title: "Three" } },
      ],
    });
    expect(await (await graph(second, `${path}/PRRisks/items/1/versions`)).json()).toMatchObject({ value: [{ id: "2.0" }, { id: "1.0" }] });

    expect((await fetch(`${second.url}/demo/reset`, { method: "POST" })).status).toBe(200);
    expect((await graph(second, `${path}/PRRisks`)).status).toBe(404);
    await graph(second, path, { method: "POST", body: { displayName: "PRRisks" } });
    await second.close();

    const third = await start({ storagePath, reset: true });
    expect((await graph(third, `${path}/PRRisks`)).status).toBe(404);
  });

  test("closing twice is closing once", async () => {
    const server = await start();
    await server.close();
    await expect(server.close()).resolves.toBeUndefined();
  });
});

describe("signing in from a plain browser", () => {
  const redirect = "http://localhost:5302/redirect.html";
  const verifier = randomBytes(32).toString("base64url");
  const query = new URLSearchParams({
    client_id: "app",
    response_type: "code",
    redirect_uri: redirect,
    scope: "User.Read openid",
    state: "s1",
    nonce: "n1",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  });

  function authorise(server: RunningServer, more: Readonly<Record<string, string>> = {}, cookie = ""): Promise<Response> {
    const asked = new URLSearchParams({ ...Object.fromEntries(query), ...more });
    return fetch(`${server.url}/demo/authorize?${asked.toString()}`, { redirect: "manual", headers: { cookie } });
  }

  function answerOf(response: Response): URLSearchParams {
    return new URLSearchParams((response.headers.get("location") ?? "").split("#")[1]);
  }

  function redeem(server: RunningServer, form: Readonly<Record<string, string>>): Promise<Response> {
    return fetch(`${server.url}/demo/token-endpoint`, { method: "POST", body: new URLSearchParams(form) });
  }

  test("a person is chosen on a plain page that shows names as text", async () => {
    const response = await authorise(await start());
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain("Pat &lt;Manager&gt;");
    expect(page).toContain("person=pmo");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  test("the chosen person comes back as a code, and the code with its verifier as tokens, once", async () => {
    const server = await start();
    const answer = answerOf(await authorise(server, { person: "pm" }));
    expect(answer.get("state")).toBe("s1");
    const form = { grant_type: "authorization_code", code: answer.get("code") ?? "", code_verifier: verifier, redirect_uri: redirect, client_id: "app" };
    const tokens: unknown = await (await redeem(server, form)).json();
    const claims: unknown = JSON.parse(Buffer.from(textAt(tokens, "id_token")?.split(".")[1] ?? "", "base64url").toString());
    expect(claims).toMatchObject({ aud: "app", nonce: "n1", preferred_username: "pat@northmere.example" });
    expect((await redeem(server, form)).status).toBe(400);
    const renewed: unknown = await (
      await redeem(server, { grant_type: "refresh_token", refresh_token: textAt(tokens, "refresh_token") ?? "", scope: "Sites.Read.All" })
    ).json();
    expect(renewed).toMatchObject({ token_type: "Bearer", scope: "Sites.Read.All" });
  });

  test("a wrong verifier gets nothing and spends the code", async () => {
    const server = await start();
    const code = answerOf(await authorise(server, { person: "pm" })).get("code") ?? "";
    const form = { grant_type: "authorization_code", code, redirect_uri: redirect };
    expect((await redeem(server, { ...form, code_verifier: "wrong" })).status).toBe(400);
    expect((await redeem(server, { ...form, code_verifier: verifier })).status).toBe(400);
  });

  test("the endpoints answer below the tenant too, where MSAL asks for them", async () => {
    const server = await start();
    const response = await fetch(`${server.url}/770deaa0-9397-496c-8a04-450dcad48cdf/demo/authorize?${query.toString()}`);
    expect([response.status, (await response.text()).includes("person=pmo")]).toEqual([200, true]);
    expect((await fetch(`${server.url}/770deaa0-9397-496c-8a04-450dcad48cdf/tab.html`)).status).toBe(404);
  });

  test("silent sign-in works once somebody was chosen, and says so when nobody was", async () => {
    const server = await start();
    expect(answerOf(await authorise(server, { prompt: "none" })).get("error")).toBe("login_required");
    const chosen = await authorise(server, { person: "pm" });
    const cookie = chosen.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(answerOf(await authorise(server, { prompt: "none" }, cookie)).get("code")).toEqual(expect.any(String));
    expect((await authorise(server, { prompt: "select_account" }, cookie)).status).toBe(200);
    expect(answerOf(await authorise(server, { login_hint: "OLU@northmere.example" })).get("code")).toEqual(expect.any(String));
  });

  test("a permission that the product lacks is asked for on a page, and may be declined or withheld", async () => {
    const server = await start();
    const deployment: unknown = await (await fetch(`${server.url}/demo/deployment.json`)).json();
    const app = { client_id: textAt(deployment, "clientId") ?? "", person: "pm", scope: "User.Read ChannelMessage.Send openid" };
    const post = (state: string): Promise<Response> =>
      fetch(`${server.url}/demo/faults.json`, { method: "POST", body: JSON.stringify({ consents: { postMessages: state } }) });
    await post("askFirst");
    expect(answerOf(await authorise(server, { ...app, prompt: "none" })).get("error")).toBe("consent_required");
    const page = await (await authorise(server, app)).text();
    expect(page).toContain("ChannelMessage.Send");
    expect(page).toContain("consent=accept");
    expect(answerOf(await authorise(server, { ...app, consent: "decline" })).get("error")).toBe("access_denied");
    const code = answerOf(await authorise(server, { ...app, consent: "accept" })).get("code") ?? "";
    const form = { grant_type: "authorization_code", code, code_verifier: verifier, redirect_uri: redirect, client_id: app.client_id };
    const tokens: unknown = await (await redeem(server, form)).json();
    await post("withheld");
    const refreshed = await redeem(server, { grant_type: "refresh_token", refresh_token: textAt(tokens, "refresh_token") ?? "", scope: "ChannelMessage.Send" });
    expect([refreshed.status, await refreshed.json()]).toMatchObject([400, { error: "invalid_grant", suberror: "consent_required" }]);
    const withheld = await (await authorise(server, { ...app, consent: "accept" })).text();
    expect(withheld).not.toContain("consent=accept");
    expect(withheld).toContain("consent=decline");
  });

  test("nobody is sent to another machine, and PKCE is not optional", async () => {
    const server = await start();
    expect((await authorise(server, { redirect_uri: "https://evil.example/", person: "pm" })).status).toBe(400);
    expect(answerOf(await authorise(server, { code_challenge_method: "plain", person: "pm" })).get("error")).toBe("invalid_request");
  });

  test("signing out forgets the person", async () => {
    const server = await start();
    const response = await fetch(`${server.url}/demo/sign-out?post_logout_redirect_uri=${encodeURIComponent(redirect)}`, { redirect: "manual" });
    expect([response.headers.get("location"), response.headers.get("set-cookie")?.includes("Max-Age=0")]).toEqual([redirect, true]);
  });
});
