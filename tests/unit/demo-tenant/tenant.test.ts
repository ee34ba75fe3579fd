import { createTenant, seededRandomness, tenantFetch, type StoredRecord, type TenantStorage } from "../../../src/demo/tenant";
import { textAt } from "../../../src/kernel";
import { at, clientOf, everyScope, makeList, manualClock, northmere, rowsOf, siteAddress } from "./fixture";

function memoryStorage(): TenantStorage & { readonly saves: StoredRecord[][] } {
  const kept = new Map<string, StoredRecord>();
  const saves: StoredRecord[][] = [];
  return {
    saves,
    load: () => [...kept.values()],
    save(changes) {
      saves.push([...changes]);
      for (const change of changes) {
        const key = `${change.kind}/${change.group}/${change.key}`;
        if (change.json === undefined) kept.delete(key);
        else kept.set(key, change);
      }
    },
  };
}

describe("one engine", () => {
  test("the same seed, clock and calls give the same answers, byte for byte", () => {
    const run = (): unknown[] => {
      const world = northmere();
      const items = `${makeList(world)}/items`;
      return [world.wren.post(items, { fields: { Title: "Flood" } }), world.wren.get(`${items}/delta?$expand=fields`), world.pat.get("/users")];
    };
    expect(run()).toEqual(run());
  });

  test("a request is answered at once, without a promise", () => {
    const { tenant } = northmere();
    expect(tenant.handle({ method: "GET", url: "/v1.0/me" })).toHaveProperty("status", 401);
  });

  test("a fork goes its own way", () => {
    const world = northmere();
    const items = `${makeList(world)}/items`;
    world.wren.post(items, { fields: { Title: "Flood", ClientKey: "aa" } });
    const fork = createTenant({ clock: world.clock, randomness: seededRandomness(9), state: world.tenant.fork() });
    const wren = clientOf(fork, "wren");
    expect(wren.post(items, { fields: { ClientKey: "aa" } }).status).toBe(400);
    wren.patch(`${items}/1/fields`, { Title: "Fire" }, { "If-Match": "*" });
    wren.post(items, { fields: { Title: "Storm" } });
    expect(rowsOf(world.wren.get(items))).toHaveLength(1);
    expect(at(world.wren.get(`${items}/1?$expand=fields`), "fields", "Title")).toBe("Flood");
  });

  test("storage gets only what changed, all changes of a request together, and gives it back", () => {
    const storage = memoryStorage();
    const world = northmere({ storage });
    const items = `${makeList(world)}/items`;
    const before = storage.saves.length;
    world.wren.post(items, { fields: { Title: "Flood", ClientKey: "aa" } });
    expect(storage.saves).toHaveLength(before + 1);
    expect(
      storage.saves
        .at(-1)
        ?.map(({ kind }) => kind)
        .sort(),
    ).toEqual(["items", "lists", "versions"]);
    world.wren.get(items);
    world.wren.post(items, { fields: { ClientKey: "AA" } });
    expect(storage.saves).toHaveLength(before + 1);

    const again = createTenant({ clock: manualClock(), randomness: seededRandomness(2), storage });
    const wren = clientOf(again, "wren");
    expect(at(wren.get(`${items}/1?$expand=fields`), "fields")).toMatchObject({ Title: "Flood" });
    expect(wren.post(items, { fields: { ClientKey: "aa" } }).status).toBe(400);
    expect(wren.post(items, { fields: {} }).json).toMatchObject({ id: "2" });
  });

  test("a deleted list is gone from storage too", () => {
    const storage = memoryStorage();
    const world = northmere({ storage });
    const list = makeList(world);
    world.wren.post(`${list}/items`, { fields: { Title: "Flood" } });
    world.pat.delete(list);
    const kinds = [...storage.load()].map(({ kind }) => kind);
    expect(kinds).not.toContain("versions");
    expect(kinds.filter((kind) => kind === "items")).toHaveLength([...world.tenant.state.items.all()].length);
  });

  test("unknown keys are bugs and throw", () => {
    const { tenant } = northmere();
    expect(() => tenant.issueToken("nobody", [])).toThrow(RangeError);
    expect(() => tenant.grant("nowhere", "pat", "read")).toThrow(RangeError);
    expect(() => tenant.listsApp.typeRow({ site: "pmo", list: "none", person: "pat", fields: {} })).toThrow(RangeError);
  });

  test("a right that is taken away holds from the next call on", () => {
    const { tenant, ravi } = northmere();
    tenant.grant("pmo", "ravi", "none");
    expect(ravi.get(`${siteAddress}/lists`).status).toBe(403);
  });
});

describe("the tenant as a fetch", () => {
  test("it answers addresses of Graph as a browser's fetch would", async () => {
    const { tenant } = northmere();
    const fetch = tenantFetch(tenant);
    const headers = { Authorization: `Bearer ${tenant.issueToken("pat", everyScope)}`, "Content-Type": "application/json" };
    const response = await fetch("https://graph.microsoft.com/v1.0/me", { headers });
    expect([response.status, textAt(await response.json(), "displayName")]).toEqual([200, "Pat Manager"]);
    const made = await fetch(`https://graph.microsoft.com/v1.0${siteAddress}/lists`, {
      method: "POST",
      headers,
      body: JSON.stringify({ displayName: "PRRisks" }),
    });
    expect([made.status, made.headers.get("location") === null]).toEqual([201, false]);
    const file = await fetch(`https://graph.microsoft.com/v1.0${siteAddress}/drive/root:/a.bin:/content`, {
      method: "PUT",
      headers: { ...headers, "Content-Type": "application/octet-stream" },
      body: new Blob([Uint8Array.of(1, 2)]),
    });
    expect(file.status).toBe(201);
    expect((await fetch(`https://graph.microsoft.com/v1.0${siteAddress}/lists/PRRisks`, { method: "DELETE", headers })).status).toBe(204);
  });

  test("a lost connection rejects, an aborted call is not sent", async () => {
    const { tenant } = northmere();
    const fetch = tenantFetch(tenant);
    tenant.faults.set("connectionLostBefore", { remaining: 1 });
    await expect(fetch("https://graph.microsoft.com/v1.0/me")).rejects.toMatchObject({ name: "TypeError" });
    await expect(fetch("https://graph.microsoft.com/v1.0/me", { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
    expect(tenant.usage.report().requests).toBe(1);
  });
});
