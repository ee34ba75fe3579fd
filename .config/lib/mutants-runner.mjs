/**
 * Stryker's way into our tests. Its own runner starts jest anew for each fault and loads all files again, which takes seconds;
 * this one keeps the compiled files, loads only src/insight and its tests again, and runs them with jest's own inner runner.
 * To Stryker a "test" is one test file: what a file works out while it loads counts as covered by it, too.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { compileFunction } from "node:vm";
import { transformSync } from "@swc/core";
import { at } from "./paths.mjs";

const requireOfRoot = createRequire(at("package.json"));
const requireOfJest = createRequire(createRequire(createRequire(requireOfRoot.resolve("jest")).resolve("@jest/core")).resolve("jest-config"));
const { afterAll, afterEach, beforeAll, beforeEach, describe, it, resetState, run, test } = requireOfJest("jest-circus");
const { jestExpect } = requireOfJest("@jest/expect");
Object.assign(globalThis, { afterAll, afterEach, beforeAll, beforeEach, describe, expect: jestExpect, it, test });

const [, swc] = requireOfRoot("./.config/jest.config.cjs").projects[0].transform["\\.[jt]sx?$"];
// The same examples for each fault, and no search for the smallest: that one fails is all we ask.
requireOfRoot("fast-check").configureGlobal({ seed: 1, endOnFailure: true });

/** Stryker's faults read this object: which one is awake, and what was reached. */
const faults = (globalThis.__stryker__ ??= {});
const compiled = new Map();
const kept = new Map();

class InsightRunner {
  /** Quickest to fail first: the file that noticed the last fault, then as they lie, laws last. */
  #lastToNotice = "";

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    const tests = [];
    for (const file of ["tests/unit/insight", "tests/property/insight"].flatMap(testsIn)) {
      faults.currentTestId = file;
      const startMs = performance.now();
      const failureMessage = await firstFailure(file);
      tests.push({
        id: file,
        name: file,
        fileName: file,
        timeSpentMs: performance.now() - startMs,
        ...(failureMessage === undefined ? { status: 0 } : { status: 1, failureMessage }),
      });
    }
    faults.currentTestId = undefined;
    return { status: "complete", tests, mutantCoverage: faults.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    Object.assign(faults, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    const files = [...testFilter].sort((one, other) => this.#turn(one) - this.#turn(other));
    let nrOfTests = 0;
    for (const file of files) {
      const failureMessage = await firstFailure(file);
      nrOfTests += 1;
      if (failureMessage === undefined) continue;
      this.#lastToNotice = file;
      return faults.hitCount > hitLimit ? { status: "timeout" } : { status: "killed", killedBy: [file], failureMessage, nrOfTests };
    }
    return { status: "survived", nrOfTests };
  }

  #turn(file) {
    return file === this.#lastToNotice ? 0 : file.startsWith("tests/unit/") ? 1 : 2;
  }
}

export const strykerPlugins = [{ kind: "TestRunner", name: "insight", injectableClass: InsightRunner }];

const testsIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".test.ts"))
    .sort()
    .map((name) => `${folder}/${name}`);

/** The sentence of the first test in a file that fails, or why the file does not load; undefined when all is well. */
async function firstFailure(file) {
  resetState();
  try {
    load(join(process.cwd(), file), new Map());
  } catch (error) {
    return String(error);
  }
  const { testResults, unhandledErrors } = await run();
  const failed = testResults.find(({ errors }) => errors.length > 0);
  return failed === undefined ? unhandledErrors[0] : `${failed.testPath.slice(1).join(" ")}: ${failed.errors[0]}`;
}

/** `fresh` holds the modules of one run; those outside the room and its tests have no fault in them and stay. */
function load(path, fresh) {
  const modules = /\/(src\/insight|tests)\//.test(path.slice(process.cwd().length)) ? fresh : kept;
  const known = modules.get(path);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  modules.set(path, module);
  const requireFrom = (name) => (name.startsWith(".") ? load(fileOf(join(dirname(path), name)), fresh) : requireOfRoot(name));
  compiledOf(path)(module, module.exports, requireFrom, dirname(path));
  return module.exports;
}

function compiledOf(path) {
  const known = compiled.get(path);
  if (known !== undefined) return known;
  const { code } = transformSync(readFileSync(path, "utf8"), { ...swc, filename: path, swcrc: false });
  const made = compileFunction(code, ["module", "exports", "require", "__dirname"], { filename: path });
  compiled.set(path, made);
  return made;
}

const found = new Map();
function fileOf(path) {
  if (!found.has(path))
    found.set(
      path,
      [`${path}.ts`, `${path}.tsx`, join(path, "index.ts"), path].find((name) => statSync(name, { throwIfNoEntry: false })?.isFile()),
    );
  return found.get(path) ?? path;
}
