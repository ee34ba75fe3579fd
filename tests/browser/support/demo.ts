import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { browserFlags, findBrowser, howToGetOne } from "../../../.config/browser.cjs";

export interface Demo {
  readonly address: string;
  readonly browser: Browser;
  /** A fresh window of its own: nothing of another test is in its storage. */
  page(size?: { readonly width: number; readonly height: number }): Promise<Page>;
  /** What the tenant answers a persona, past every client of ours. */
  graph(
    persona: string,
    path: string,
    init?: { readonly method?: string; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> },
  ): Promise<{ readonly status: number; readonly body: unknown }>;
  /** Stops the server and starts it again over the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const root = join(__dirname, "..", "..", "..");

/** The whole demo over a copy of the seeded tenant, and a browser to visit it with. */
export async function startDemo(): Promise<Demo> {
  const data = mkdtempSync(join(tmpdir(), "project-registers-demo-"));
  const seeded = process.env["SEEDED_TENANT"];
  if (seeded !== undefined) cpSync(seeded, data, { recursive: true });
  const port = await freePort();
  const address = `http://localhost:${String(port)}`;
  let server = await startServer(port, data);
  const browser = await launch();
  const contexts: BrowserContext[] = [];
  return {
    address,
    browser,
    page: async (size = { width: 1280, height: 800 }) => {
      const context = await browser.newContext({ viewport: size, locale: "en-GB", timezoneId: "Europe/London" });
      contexts.push(context);
      return context.newPage();
    },
    graph: async (persona, path, init = {}) => {
      const issued = (await (await fetch(`${address}/demo/token?persona=${persona}&scope=${everyScope}`)).json()) as { access_token: string };
      const response = await fetch(`${address}/v1.0${path}`, {
        method: init.method ?? "GET",
        headers: {
          Authorization: `Bearer ${issued.access_token}`,
          ...(init.body === undefined ? {} : { "Content-Type": "application/json" }),
          ...init.headers,
        },
        ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === "" ? undefined : (JSON.parse(text) as unknown) };
    },
    restart: async () => {
      await stopServer(server);
      server = await startServer(port, data);
    },
    stop: async () => {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      await stopServer(server);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

const everyScope = encodeURIComponent(
  "User.Read User.ReadBasic.All Sites.ReadWrite.All Sites.Manage.All Team.ReadBasic.All Channel.ReadBasic.All ChannelMessage.Read.All",
);

function launch(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(howToGetOne);
  return chromium.launch({
    executablePath,
    args: [...browserFlags],
  });
}

function startServer(port: number, data: string): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const server = spawn(process.execPath, [join(root, "dist", "node", "server.cjs"), "--port", String(port), "--data", data], {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
    });
    server.stdout.on("data", (text: Buffer) => {
      if (/^ready/m.test(String(text))) resolve(server);
    });
    server.on("error", reject);
    server.on("exit", (code) => reject(new Error(`the demo's server stopped with code ${String(code)}`)));
  });
}

function stopServer(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once("exit", () => resolve());
    server.kill("SIGTERM");
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const found = probe.address();
      probe.close(() => (typeof found === "object" && found !== null ? resolve(found.port) : reject(new Error("no free port"))));
    });
  });
}
