import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { projectFiles } from "./files.mjs";
import { at, tool } from "./paths.mjs";
import { runNode } from "./run.mjs";
import { bundleAll } from "./webpack.mjs";

const { findBrowser, howToGetOne } = createRequire(import.meta.url)("../browser.cjs");

/**
 * Runs one jest project and counts its tests. A test that does not run counts as failed, and so does a file that does not load.
 * @param {string} name "unit", "property", "contract" or "browser".
 * @param {string[]} paths only the files whose path holds one of these; none means all.
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function runProject(name, paths) {
  if (!projectFiles("tests").some((path) => path.startsWith(`tests/${name}/`) && /\.test\.tsx?$/.test(path))) {
    console.log(`tests/${name} has no tests yet.`);
    return { passed: 0, failed: 0 };
  }
  const environment = name === "browser" ? await readyForBrowser() : {};
  if (environment === undefined) return { passed: 0, failed: 1 };
  const report = at(".local", "results", `${name}.json`);
  rmSync(report, { force: true });
  mkdirSync(at(".local", "results"), { recursive: true });
  const workers = name === "browser" ? ["--runInBand"] : ["--maxWorkers=2"];
  const parameters = [
    tool("jest", "bin", "jest.js"),
    "--config",
    at(".config", "jest.config.cjs"),
    "--selectProjects",
    name,
    ...workers,
    "--json",
    "--outputFile",
    report,
    ...paths,
  ];
  const { text, errors, code } = await runNode(parameters, { environment });
  if (!existsSync(report)) {
    console.log(`${text}${errors}`);
    return { passed: 0, failed: 1 };
  }
  // jest tells its story on the error stream; a green one needs no telling.
  if (code !== 0) console.log(errors);
  return count(JSON.parse(readFileSync(report, "utf8")));
}

function count(report) {
  const sleeping = report.numPendingTests + report.numTodoTests;
  if (sleeping > 0) console.log(`${sleeping} tests were skipped, which counts as failed.`);
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites + sleeping;
  return { passed: report.numPassedTests, failed: report.success ? failed : Math.max(1, failed) };
}

/** Browser tests drive the demo as `npm start` builds it. */
async function readyForBrowser() {
  const browser = findBrowser();
  if (browser === undefined) {
    console.log(howToGetOne);
    return undefined;
  }
  const { ok, text } = await bundleAll(["demo", "node"]);
  if (text) console.log(text);
  return ok ? { CHROME_PATH: browser } : undefined;
}
