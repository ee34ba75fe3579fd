import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqliteStorage, openTenant, runServer, type RunningServer, type Seed } from "../../../src/demo/server";
import { property } from "../../../src/kernel";

let folder = "";
let server: RunningServer | undefined;

const seed: Seed = (tenant, stage) => {
  stage.setNowMs(Date.UTC(2026, 3, 1));
  tenant.addTenant({ key: "trust", displayName: "Northmere", host: "northmere.sharepoint.com" });
  tenant.addPerson({ key: "pm", tenant: "trust", displayName: "Pat Manager", userPrincipalName: "pat@northmere.example" });
  tenant.addSite({ key: "pmo", tenant: "trust", path: "/sites/pmo", displayName: "Programme office" });
  return Promise.resolve();
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "demo-run-"));
  await mkdir(join(folder, "pages"));
  await mkdir(join(folder, "office"));
  await writeFile(join(folder, "pages", "index.html"), "<!DOCTYPE html><title>Start</title>");
  await writeFile(join(folder, "pages", "tab.html"), "<!DOCTYPE html><title>Tab</title>");
  await writeFile(
    join(folder, "pages", "headers.json"),
    JSON.stringify({ everything: { "X-All": "1", "Content-Security-Policy": "a" }, pages: { "tab.html": { "Content-Security-Policy": "b" } } }),
  );
  await writeFile(join(folder, "office", "office.js"), "// office");
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  await rm(folder, { recursive: true });
});

function parameters(...more: readonly string[]): readonly string[] {
  return [
    "--port",
    "0",
    "--size",
    "small",
    "--seed",
    "7",
    "--pages",
    join(folder, "pages"),
    "--office",
    join(folder, "office"),
    "--data",
    join(folder, "data"),
    ...more,
  ];
}

describe("starting from the parameters of npm start", () => {
  test("it says ready once it listens, serves the pages with their headers, office.js under /office, and the seed's people", async () => {
    const said: string[] = [];
    server = await runServer({ parameters: parameters(), seedOf: () => seed, say: (line) => void said.push(line) });
    expect(said).toEqual(["ready"]);
    const start = await fetch(`${server.url}/`);
    expect([start.headers.get("x-all"), start.headers.get("content-security-policy")]).toEqual(["1", "a"]);
    expect((await fetch(`${server.url}/tab.html`)).headers.get("content-security-policy")).toBe("b");
    expect(await (await fetch(`${server.url}/office/office.js`)).text()).toBe("// office");
    expect(property(await (await fetch(`${server.url}/demo/personas`)).json(), "personas")).toHaveLength(1);
    expect(server.tenant().usage.unitsPerMinute).toBe(1250);
  });

  test("the same seed number makes the same ids; what was made in the past keeps its date", async () => {
    const ids: (string | undefined)[] = [];
    for (const _run of [1, 2]) {
      server = await runServer({ parameters: parameters("--reset"), seedOf: () => seed, say: () => undefined });
      ids.push(server.tenant().siteByKey("pmo")?.id);
      expect(server.tenant().siteByKey("pmo")?.createdMs).toBe(Date.UTC(2026, 3, 1));
      await server.close();
    }
    expect(ids[0]).toBe(ids[1]);
  });

  test("the seed runs once and is not repeated over what is kept", async () => {
    let runs = 0;
    const counted: Seed = (tenant, stage) => {
      runs += 1;
      return seed(tenant, stage);
    };
    for (const _start of [1, 2]) {
      server = await runServer({ parameters: parameters(), seedOf: () => counted, say: () => undefined });
      await server.close();
    }
    expect(runs).toBe(1);
  });
});

describe("a seed that fails", () => {
  test("leaves the storage empty, so that the next start seeds again", async () => {
    const storage = openSqliteStorage(join(folder, "data", "half.sqlite"));
    const half: Seed = async (tenant, stage) => {
      await seed(tenant, stage);
      throw new RangeError("half way");
    };
    await expect(openTenant({ storage, seed: half, seedNumber: 1 })).rejects.toThrow("half way");
    expect([...storage.load()]).toEqual([]);
    expect((await openTenant({ storage, seed, seedNumber: 1 })).people()).toHaveLength(1);
    expect([...storage.load()].length).toBeGreaterThan(0);
    storage.close();
  });
});
