import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import { weigh } from "../../.config/checks/bundle.mjs";
import browser from "../../.config/browser.cjs";
import { at, root } from "../../.config/lib/paths.mjs";
import { freePort } from "../../.config/lib/port.mjs";
import { buildProduction } from "../../.config/lib/production.mjs";

/**
 * The ground that everything stands on: from `npm start` to its word "ready", the bytes of the first screen,
 * and the time until Teams' host page shows rows. Build caches are used as they are found.
 * @param {{times?: number}} parameters how often the page is opened; the median counts.
 */
export async function run({ times = 5 } = {}) {
  const { problems } = await buildProduction();
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const weights = weigh();
  const startMs = performance.now();
  const demo = await startDemo();
  try {
    const readyMs = Math.round(performance.now() - startMs);
    const firstRowsMs = await timeFirstRows(demo.address, times);
    return {
      results: { readyMs, firstRowsMs, firstScreenKilobytes: weights["tab before first rows"], signInKilobytes: weights["sign-in and Graph"] },
      ratios: {},
      floors: { firstScreenKilobytes: { atMost: 235 }, signInKilobytes: { atMost: 80 } },
    };
  } finally {
    await demo.stop();
  }
}

async function startDemo() {
  const port = await freePort();
  const child = spawn(process.execPath, [at(".config", "start.mjs"), "--no-open", "--port", String(port)], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.on("exit", resolve));
  await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => line.startsWith("ready") && resolve());
    ended.then((code) => reject(new Error(`npm start ended with code ${code}`)));
  });
  return {
    address: `http://localhost:${port}`,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function timeFirstRows(address, times) {
  const executablePath = browser.findBrowser();
  if (executablePath === undefined) throw new Error(browser.howToGetOne);
  const chrome = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  try {
    const taken = [];
    for (let time = 0; time < times; time += 1) {
      const context = await chrome.newContext();
      const page = await context.newPage();
      const startMs = performance.now();
      await page.goto(`${address}/teams-host.html`);
      await page.frameLocator("iframe").getByRole("row").nth(1).waitFor();
      taken.push(performance.now() - startMs);
      await context.close();
    }
    return Math.round(taken.sort((one, other) => one - other)[Math.floor(times / 2)]);
  } finally {
    await chrome.close();
  }
}
