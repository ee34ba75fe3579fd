/** `npm run mutants`: small faults put into the calculations of src/insight, one at a time; a test must notice each (tests/unit and property). */
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { ensureInstalled } from "./lib/install.mjs";
import { readOptions, stop } from "./lib/options.mjs";
import { at } from "./lib/paths.mjs";

const usage = "npm run mutants -- [FILE …] [--json]";
const { values: options, positionals } = readOptions({ json: { type: "boolean", default: false } }, usage);

await ensureInstalled();
const { Stryker } = await import("@stryker-mutator/core");
/** Data and words, not calculations. */
const tables = ["index", "bank-holidays", "records", "finding", "thresholds"].map((name) => `!src/insight/${name}.ts`);
const named = positionals.map((name) => `src/insight/${basename(name, ".ts")}.ts`);
for (const name of named) if (!existsSync(at(name))) stop(`There is no ${name}.\nUsage: ${usage}`);

const results = await new Stryker({
  mutate: named.length > 0 ? named : ["src/insight/*.ts", ...tables],
  // What is left out changes no arithmetic: texts, tables, and patterns that are data.
  mutator: { excludedMutations: ["StringLiteral", "ObjectLiteral", "ArrayDeclaration", "Regex"] },
  testRunner: "insight",
  plugins: [new URL("./lib/mutants-runner.mjs", import.meta.url).href],
  coverageAnalysis: "perTest",
  concurrency: 2,
  // The copy holds what the tests load, and they find node_modules further up.
  ignorePatterns: [
    "/*",
    "!/package.json",
    "!/src/{content,insight,kernel,registers}/**",
    "!/tests/oracle/**",
    "!/tests/{unit,property}/{insight,registers}/**",
  ],
  symlinkNodeModules: false,
  disableTypeChecks: false,
  tempDirName: ".local/mutants",
  cleanTempDir: "always",
  reporters: options.json ? [] : ["progress-append-only"],
  logLevel: "error",
  timeoutMS: 5_000,
})
  .runMutationTest()
  .catch((error) => stop(`The tests must pass before a fault is put in. ${error.message}`));

const counted = results.filter(({ status }) => status !== "Ignored" && status !== "CompileError");
const noticed = counted.filter(({ status }) => status === "Killed" || status === "Timeout" || status === "RuntimeError");
const survivors = counted.filter((result) => !noticed.includes(result));
const score = Math.round((1_000 * noticed.length) / Math.max(1, counted.length)) / 10;
const byFile = Object.fromEntries(
  [...new Set(counted.map(({ fileName }) => fileName))].sort().map((file) => {
    const inFile = (result) => result.fileName === file;
    return [basename(file), `${noticed.filter(inFile).length} of ${counted.filter(inFile).length}`];
  }),
);

if (options.json) console.log(JSON.stringify({ mutants: counted.length, noticed: noticed.length, score, byFile, survivors: survivors.map(described) }));
else {
  console.table(byFile);
  for (const survivor of survivors) console.log(described(survivor));
  console.log(`${noticed.length} of ${counted.length} faults were noticed: ${score} %. At least 85 % is asked.`);
}
process.exit(score >= 85 ? 0 : 1);

function described({ fileName, location, mutatorName, replacement, status }) {
  return `${fileName.replace(at(""), "").replace(/^.*src\//, "src/")}:${location.start.line} ${mutatorName} → ${replacement?.slice(0, 60)} (${status})`;
}
