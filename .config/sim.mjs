/** `npm run sim`: the store, its source and its network over the demo's tenant, under a scheduler that a seed decides (tests/sim). */
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { ensureInstalled } from "./lib/install.mjs";
import { readOptions, stop } from "./lib/options.mjs";
import { at } from "./lib/paths.mjs";

const usage = "npm run sim -- [--seeds 2000] [--from 1] [--seed NUMBER] [--break NAME] [--json]";
const { values: options } = readOptions(
  {
    seeds: { type: "string", default: "2000" },
    from: { type: "string", default: "1" },
    seed: { type: "string" },
    break: { type: "string" },
    json: { type: "boolean", default: false },
  },
  usage,
);
for (const name of ["seeds", "from", "seed"]) {
  if (options[name] !== undefined && !/^\d{1,9}$/.test(options[name])) stop(`--${name} must be a whole number, not "${options[name]}".\nUsage: ${usage}`);
}

await ensureInstalled();
const { breakages, failureLine, prepareGround, runThatNotices, shrink, simulate, sumOf, whatIsMissing } = await bundled();
if (options.break !== undefined && !Object.hasOwn(breakages, options.break)) stop(`--break takes one of: ${Object.keys(breakages).join(", ")}.`);
const breakage = options.break === undefined ? undefined : breakages[options.break];

const startMs = performance.now();
const ground = await prepareGround();
process.exit(await (options.seed !== undefined ? replay(Number(options.seed)) : breakage !== undefined ? seekBreakage() : runMany()));

/** One seed again, with everything that happens in it. */
async function replay(seed) {
  const outcome = await simulate(seed, { ground, breakage, isTraced: true });
  console.log(outcome.trace.join("\n"));
  console.log(failureLine(outcome));
  return outcome.violations.length === 0 ? 0 : 1;
}

/** With a protection taken away, finding nothing is the failure. */
async function seekBreakage() {
  const noticed = await runThatNotices(breakage, { ground, mostSeeds: Math.min(500, Number(options.seeds)) });
  const seconds = Math.round((performance.now() - startMs) / 100) / 10;
  if (options.json)
    console.log(JSON.stringify({ breakage: options.break, seed: noticed?.seed ?? null, violations: noticed?.violations.slice(0, 5) ?? [], seconds }));
  else console.log(noticed === undefined ? `Nobody noticed "${options.break}".` : `"${options.break}" was noticed: ${failureLine(noticed)}`);
  return noticed === undefined ? 1 : 0;
}

/** The seeds are dealt out to as many workers as there are processors. */
async function runMany() {
  const [count, from] = [Number(options.seeds), Number(options.from)];
  const workers = Math.max(1, Math.min(availableParallelism(), Math.ceil(count / 100)));
  const seeds = Array.from({ length: count }, (_, index) => from + index);
  const parts = await Promise.all(Array.from({ length: workers }, (_, worker) => runPart(seeds.filter((_seed, index) => index % workers === worker))));
  const summary = sumOf(parts);
  const failedSeeds = [...summary.failedSeeds].sort((one, other) => one - other);
  const missing = whatIsMissing(summary);
  const seconds = Math.round((performance.now() - startMs) / 100) / 10;
  const figures = { ...summary, failedSeeds, missing, seconds };
  if (options.json) console.log(JSON.stringify(figures));
  else show(figures);
  if (failedSeeds.length > 0) await showShrunk(await simulate(failedSeeds[0], { ground }));
  return failedSeeds.length === 0 && missing.length === 0 ? 0 : 1;
}

function runPart(seeds) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./lib/sim-worker.mjs", import.meta.url), { workerData: { seeds } });
    worker.on("message", ({ summary, line }) => (summary === undefined ? console.error(line) : resolve(summary)));
    worker.on("error", reject);
  });
}

function show({ faults, failedSeeds, missing, ...figures }) {
  console.table(faults);
  console.log(figures);
  for (const sentence of missing) console.log(sentence);
  console.log(failedSeeds.length === 0 ? "No invariant failed." : `${failedSeeds.length} runs failed: ${failedSeeds.slice(0, 20).join(", ")}`);
}

/** What is left of the first failing run when everything is left out that it does not need: data for a test. */
async function showShrunk(first) {
  const small = await shrink(first, { ground });
  const path = at(".local", "results", `sim-${first.seed}.json`);
  mkdirSync(at(".local", "results"), { recursive: true });
  writeFileSync(path, `${JSON.stringify(small.schedule, null, 2)}\n`);
  console.error(`Shrunk to ${small.schedule.actions.length} actions and ${small.schedule.faults.length} faults:\n${JSON.stringify(small.schedule)}`);
  console.error(failureLine(small));
}

/** The simulator is TypeScript over the product's own modules; webpack packs it as it packs the demo's server. */
async function bundled() {
  const require = createRequire(import.meta.url);
  const webpack = require("webpack");
  const base = require("../webpack.config.js")({ node: true });
  const config = {
    ...base,
    name: "sim",
    entry: { sim: at("tests", "sim", "index.ts") },
    output: { ...base.output, path: at(".local", "sim"), clean: false },
    cache: { ...base.cache, name: "sim-development" },
  };
  const words = await new Promise((resolve, reject) => {
    webpack(config, (error, stats) => (error ? reject(error) : resolve(stats.hasErrors() ? stats.toString({ preset: "errors-only" }) : "")));
  });
  if (words !== "") stop(words);
  return require(at(".local", "sim", "sim.cjs"));
}
