import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { browserFlags, findBrowser, howToGetOne } from "../../../.config/browser.cjs";

/** A browser with a profile of its own on disk, as a person has one: it outlives its windows, and crashes. */
export interface KillableBrowser {
  /** The folder of the profile. */
  readonly profile: string;
  /** A window; the browser is started for it when none runs. */
  page(): Promise<Page>;
  /** The power is gone for the whole browser: nothing is told, nothing is flushed. */
  kill(): Promise<void>;
  /** Gone for good, with its profile. */
  remove(): Promise<void>;
}

const startsWithinMs = 30_000;

export function killableBrowser(): KillableBrowser {
  const profile = mkdtempSync(join(tmpdir(), "project-registers-profile-"));
  let running: ChildProcess | undefined;
  const kill = async (): Promise<void> => {
    const browser = running;
    running = undefined;
    if (browser?.pid === undefined || browser.exitCode !== null) return;
    const gone = new Promise((resolve) => browser.once("exit", resolve));
    // Its renderers are processes of the same group.
    process.kill(-browser.pid, "SIGKILL");
    await gone;
  };
  return {
    profile,
    page: async () => {
      running ??= start(profile);
      const { contexts } = await connect(profile).then((browser) => ({ contexts: browser.contexts() }));
      const context = contexts[0];
      if (!context) throw new Error("the browser has no window");
      const page = await context.newPage();
      await page.setViewportSize({ width: 1280, height: 800 });
      return page;
    },
    kill,
    remove: async () => {
      await kill();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function start(profile: string): ChildProcess {
  const executable = findBrowser();
  if (executable === undefined) throw new Error(howToGetOne);
  rmSync(portFile(profile), { force: true });
  const flags = ["--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "--no-default-browser-check", "--lang=en-GB"];
  return spawn(executable, [...browserFlags, ...flags, "about:blank"], { detached: true, stdio: "ignore" });
}

async function connect(profile: string): Promise<Awaited<ReturnType<typeof chromium.connectOverCDP>>> {
  const until = Date.now() + startsWithinMs;
  for (;;) {
    try {
      const [port] = readFileSync(portFile(profile), "utf8").split("\n");
      return await chromium.connectOverCDP(`http://127.0.0.1:${String(port)}`);
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function portFile(profile: string): string {
  return join(profile, "DevToolsActivePort");
}
