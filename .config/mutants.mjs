/** `npm run mutants`: small faults put into the calculations of src/insight, one at a time; a test must notice each (tests/unit and property). */
import { createRequire } from "node:module";
import { basename } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { ensureInstalled } from "./lib/install.mjs";
import { readOptions } from "./lib/options.mjs";
import { at, root } from "./lib/paths.mjs";

const usage = "npm run mutants -- [FILE …] [--json]";
const { values: options, positionals } = readOptions({ json: { type: "boolean", default: false } }, usage);

await ensureInstalled();
const [project] = createRequire(import.meta.url)("./jest.config.cjs").projects;
/** Data and words, not calculations. */
const tables = ["index", "bank-holidays", "records", "finding", "thresholds"].map((name) => `!src/insight/${name}.ts`);
const results = await new Stryker({
  mutate: positionals.length > 0 ? positionals.map((name) => `src/insight/${basename(name, ".ts")}.ts`) : ["src/insight/*.ts", ...tables],
  // What is left out changes no arithmetic: texts, tables, and patterns that are data.
  mutator: { excludedMutations: ["StringLiteral", "ObjectLiteral", "ArrayDeclaration", "Regex"] },
  testRunner: "jest",
  jest: {
    config: { ...project, displayName: undefined, rootDir: root, roots: ["tests/unit/insight", "tests/property/insight"].map((folder) => `<rootDir>/${folder}`) },
    enableFindRelatedTests: false,
  },
  plugins: ["@stryker-mutator/jest-runner"],
  coverageAnalysis: "perTest",
  concurrency: 2,
  ignorePatterns: ["/dist", "/.local", "/docs", "/assets", "/tests/browser", "/tests/contract", "/tests/sim", "/tests/bench"],
  tempDirName: ".local/mutants",
  reporters: [],
  logLevel: "warn",
  timeoutMS: 10_000,
}).runMutationTest();

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
