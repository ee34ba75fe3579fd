import { existsSync, readFileSync } from "node:fs";
import { at } from "../lib/paths.mjs";

/** Licences that let a trust use, change and host the result without a duty beyond naming the authors. */
const allowed = new Set([
  "MIT",
  "MIT-0",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "0BSD",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "Unlicense",
  "Zlib",
  "Python-2.0",
]);

/** Packages whose own file does not say it in that form, each with where it was read. */
const read = new Map([]);

/** Every package that the pages may carry: what package.json names under dependencies, and everything those bring. */
export function checkLicences() {
  const { packages } = JSON.parse(readFileSync(at("package-lock.json"), "utf8"));
  const shipped = Object.entries(packages).filter(([path, entry]) => path !== "" && !entry.dev && !entry.devOptional && existsSync(at(path, "package.json")));
  const problems = shipped.flatMap(([path]) => {
    const { name, version, license, licenses } = JSON.parse(readFileSync(at(path, "package.json"), "utf8"));
    const says = read.get(name) ?? expression(license ?? licenses);
    return isAllowed(says) ? [] : [`${name} ${version}: ${says || "no licence"}`];
  });
  return { problems, note: `${shipped.length} packages` };
}

function expression(found) {
  if (typeof found === "string") return found;
  const several = Array.isArray(found) ? found : [found];
  return several.map((one) => one?.type ?? one ?? "").join(" OR ");
}

/** SPDX expressions: one of several joined by OR is enough, all of those joined by AND are needed. */
function isAllowed(says) {
  const bare = says.trim().replace(/^\((.*)\)$/, "$1");
  if (/\sOR\s/.test(bare)) return bare.split(/\sOR\s/).some(isAllowed);
  if (/\sAND\s/.test(bare)) return bare.split(/\sAND\s/).every(isAllowed);
  return allowed.has(bare);
}
