import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import browser from "../../.config/browser.cjs";
import { bundleBench } from "./support/bundle.mjs";

const all = 50_000;
const some = 20_000;

/**
 * What a library with its defaults takes for a first open of 20 lists of 1,000 rows on the network of the sync bench: five pages a
 * list, 150 ms a call, 0.35 ms a row. Its own work is left out.
 */
const coldMs = 20 * 5 * 150 + 20 * 1_000 * 0.35;
const callMs = 150;

/** Below these the bench fails with --check. The aims lie higher: P3 80 and 25, P7 30, P8 4, P9 15. */
const floors = {
  "P3, key in memory": { atLeast: 40 },
  "P3, new session": { atLeast: 12 },
  P7: { atLeast: 15 },
  P8: { atLeast: 2.5 },
  P9: { atLeast: 8 },
};

/**
 * Rows on the device, in a browser with a profile on disk (without one, its databases live in memory): our chunks through the
 * product's own disk against Dexie and against the platform's plain row puts. The ways take turns; medians count.
 * @param {{times?: number}} parameters how often each way is measured.
 */
export async function run({ times = 5 } = {}) {
  const script = readFileSync(await bundleBench({ name: "disk", entry: new URL("./disk/main.ts", import.meta.url), target: "web" }));
  const loadBefore = loadavg();
  const { taken, warmMs } = await inBrowser(script, async (page) => ({ warmMs: await startWarm(page, times), taken: await takeTurns(page, times) }));
  const figures = Object.fromEntries([...taken].map(([name, runs]) => [name, mediansOf(runs)]));
  const at = (way, rows) => figures[`${way}, ${rows} rows`];
  const stored = (row, ours) => round(at(row, all).writeMs / at(ours, all).writeMs);
  const read = (row, ours) => round(at(row, all).readMs / at(ours, all).readMs);
  const blocked = (ours) => round(at("row puts", some).worstBlockMs / at(ours, some).worstBlockMs);
  const ratios = {
    "P3, key in memory": round(coldMs / warmMs),
    // A token, then the secret out of the app folder.
    "P3, new session": round(coldMs / (warmMs + 2 * callMs)),
    P7: stored("Dexie with 3 indexes", "ours"),
    P8: read("Dexie with 3 indexes", "ours"),
    P9: blocked("ours"),
    "P7, Dexie without indexes": stored("Dexie", "ours"),
    "P8, Dexie without indexes": read("Dexie", "ours"),
    "P7, ours sealed": stored("Dexie with 3 indexes", "ours, sealed"),
    "P8, ours sealed": read("Dexie with 3 indexes", "ours, sealed"),
    "P9, ours sealed": blocked("ours, sealed"),
  };
  const conditions = { times, fields: 15, load: [...loadBefore, ...loadavg()].map(round) };
  return { results: { ...figures, "rows from the device, 20 × 1,000, milliseconds": round(warmMs), conditions }, ratios, floors };
}

/** What is stored how often; the ways that no ratio needs are left out, as the slowest take seconds. */
const turns = [
  ...["ours", "ours, sealed", "row puts"].map((way) => ({ way, rows: some })),
  ...["ours", "Dexie with 3 indexes", "ours, sealed", "Dexie"].map((way) => ({ way, rows: all })),
];

async function takeTurns(page, times) {
  const taken = new Map();
  // The first round warms compilers and the new profile's files, which are not what is compared.
  for (let time = -1; time < times; time += 1) {
    for (let place = 0; place < turns.length; place += 1) {
      const turn = turns[(place + time + turns.length) % turns.length];
      const one = await page.evaluate(({ way, rows }) => window.bench.take(way, rows), turn);
      const name = `${turn.way}, ${turn.rows} rows`;
      if (time >= 0) taken.set(name, [...(taken.get(name) ?? []), one]);
    }
  }
  return taken;
}

/** Each time a page that has just been loaded; nothing is painted. */
async function startWarm(page, times) {
  await page.evaluate(() => window.bench.leaveRows());
  const taken = [];
  for (let time = -1; time < times; time += 1) {
    await page.reload();
    const oneMs = await page.evaluate(() => window.bench.startWarm());
    if (time >= 0) taken.push(oneMs);
  }
  await page.reload();
  return median(taken);
}

async function inBrowser(script, work) {
  const executablePath = browser.findBrowser();
  if (executablePath === undefined) throw new Error(browser.howToGetOne);
  const server = createServer((request, response) => {
    const isScript = request.url === "/main.js";
    response.setHeader("Content-Type", isScript ? "text/javascript" : "text/html; charset=utf-8");
    response.end(isScript ? script : "<!doctype html><title>Bench</title><script src=main.js></script>");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const profile = mkdtempSync(join(tmpdir(), "bench-disk-"));
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : [] });
  try {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    return await work(page);
  } finally {
    await context.close();
    server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

function mediansOf(runs) {
  return Object.fromEntries(Object.keys(runs[0]).map((name) => [name, round(median(runs.map((run) => run[name])))]));
}

function median(values) {
  return values.sort((one, other) => one - other)[Math.floor(values.length / 2)];
}

function round(value) {
  return Number(value.toFixed(1));
}
