/** `npm test`: every check and every test. `npm test -- unit contract` runs some projects, `npm test -- unit tests/unit/kernel` some files. */
import { ensureInstalled } from "./lib/install.mjs";
import { readOptions, stop } from "./lib/options.mjs";
import { secondsSince } from "./lib/run.mjs";

const projects = ["unit", "property", "contract", "browser"];
const suites = ["check", ...projects];
const { positionals } = readOptions({}, `npm test -- [${suites.join(" | ")} …] [PATH …]`);
const named = positionals.filter((word) => suites.includes(word));
const paths = positionals.filter((word) => !suites.includes(word));
if (paths.length > 0 && named.length === 0) stop(`Name the suite first: npm test -- unit ${paths.join(" ")}`);
const wanted = named.length > 0 ? named : suites;

const startMs = performance.now();
await ensureInstalled();
const { runChecks, stepNames } = await import("./lib/checks.mjs");
const { runProject } = await import("./lib/jest.mjs");

const total = { passed: 0, failed: 0 };
for (const suite of suites.filter((name) => wanted.includes(name))) {
  console.log(`\n${suite}`);
  const { passed, failed } = suite === "check" ? await runChecks(stepNames) : await runProject(suite, paths);
  console.log(`${suite}: ${passed} passed, ${failed} failed`);
  total.passed += passed;
  total.failed += failed;
}
console.log(`\nAll suites in ${secondsSince(startMs)}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
