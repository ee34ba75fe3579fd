/** `npm run bench -- NAME`: one measurement from tests/bench. Floors are ratios and sizes; times are reported and never judged. */
import { existsSync, readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { ensureInstalled } from "./lib/install.mjs";
import { readOptions, stop } from "./lib/options.mjs";
import { at } from "./lib/paths.mjs";

const usage = "npm run bench -- NAME [--json] [--check] [--set KEY=VALUE …]";
const { values: options, positionals } = readOptions(
  { json: { type: "boolean", default: false }, check: { type: "boolean", default: false }, set: { type: "string", multiple: true, default: [] } },
  usage,
);
const [bench] = positionals;
const benches = existsSync(at("tests", "bench")) ? readdirSync(at("tests", "bench")).flatMap((name) => /^([\w-]+)\.mjs$/.exec(name)?.[1] ?? []) : [];
if (positionals.length !== 1 || !benches.includes(bench)) stop(`Name one bench: ${benches.join(", ") || "there is none yet"}.\nUsage: ${usage}`);
const parameters = Object.fromEntries(
  options.set.map((pair) => {
    const [, key, value] = /^([\w-]+)=(.*)$/.exec(pair) ?? stop(`--set wants KEY=VALUE, not "${pair}".`);
    return [key, value !== "" && Number.isFinite(Number(value)) ? Number(value) : value];
  }),
);

await ensureInstalled();
const { run } = await import(pathToFileURL(at("tests", "bench", `${bench}.mjs`)).href);
/** `floors` names results or ratios: `{ atLeast: 8 }` or `{ atMost: 235 }`. */
const { results, ratios, floors } = await run(parameters);
const missed = Object.entries(floors).filter(([name, floor]) => !holds(ratios[name] ?? results[name], floor));
const ok = missed.length === 0;

if (options.json) console.log(JSON.stringify({ bench, parameters, results, ratios, floors, ok }));
else {
  console.table({ ...results, ...ratios });
  for (const [name, floor] of missed) console.log(`${name} misses its floor ${JSON.stringify(floor)}`);
}
process.exit(options.check && !ok ? 1 : 0);

function holds(value, { atLeast = -Infinity, atMost = Infinity }) {
  return typeof value === "number" && value >= atLeast && value <= atMost;
}
