import { existsSync, readFileSync } from "node:fs";
import { at } from "./paths.mjs";
import { run, secondsSince } from "./run.mjs";

/** True when node_modules holds every package of package-lock.json in its version (packages for other platforms aside). */
export function isInstalled() {
  const installedLock = at("node_modules", ".package-lock.json");
  if (!existsSync(installedLock)) return false;
  const installed = readPackages(installedLock);
  return Object.entries(readPackages(at("package-lock.json"))).every(([path, wanted]) => {
    if (path === "") return true;
    return installed[path] === undefined ? wanted.optional === true : installed[path].version === wanted.version;
  });
}

/** Runs `npm ci` when needed; ends the process with npm's own words when that fails. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  const startMs = performance.now();
  console.log("Installing packages (npm ci) …");
  const { code, text, errors } = await run("npm", ["ci", "--no-fund", "--no-audit"]);
  if (code !== 0) {
    console.error(`npm ci failed:\n${text}${errors}`);
    process.exit(1);
  }
  console.log(`Packages installed in ${secondsSince(startMs)}`);
}

function readPackages(path) {
  return JSON.parse(readFileSync(path, "utf8")).packages ?? {};
}
