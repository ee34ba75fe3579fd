import { availableParallelism } from "node:os";
import { checkBundle } from "../checks/bundle.mjs";
import { checkHouse } from "../checks/house.mjs";
import { checkLicences } from "../checks/licences.mjs";
import { checkManifests } from "../checks/manifests.mjs";
import { checkRepository } from "../checks/repository.mjs";
import { checkFormat, checkLint, checkRooms, checkTypes, checkUnused } from "../checks/tools.mjs";
import { secondsSince } from "./run.mjs";

/** Each returns `{problems, note?}`; the long ones stand first so that two of them share the time. */
const steps = {
  lint: checkLint,
  bundle: checkBundle,
  types: checkTypes,
  rooms: checkRooms,
  unused: checkUnused,
  format: checkFormat,
  manifests: checkManifests,
  licences: checkLicences,
  house: checkHouse,
  repository: checkRepository,
};

export const stepNames = Object.keys(steps);

/**
 * Runs the named steps, two at a time at most, one line each; a failed step shows its problems and stops no other.
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function runChecks(names) {
  const waiting = [...names];
  const count = { passed: 0, failed: 0 };
  const workers = Array.from({ length: Math.min(2, availableParallelism()) }, async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) count[await runStep(name)] += 1;
  });
  await Promise.all(workers);
  return count;
}

async function runStep(name) {
  const startMs = performance.now();
  const { problems, note = "" } = await Promise.resolve()
    .then(steps[name])
    .catch((error) => ({ problems: [error.stack] }));
  const outcome = problems.length === 0 ? "ok" : "failed";
  console.log(`${name.padEnd(11)} ${outcome.padEnd(7)} ${secondsSince(startMs).padStart(7)}  ${note}`.trimEnd());
  if (outcome === "failed") console.log(problems.join("\n").replaceAll(/^/gm, "    "));
  return outcome === "ok" ? "passed" : "failed";
}
