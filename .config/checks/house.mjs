import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { isMadeHere, projectFiles } from "../lib/files.mjs";
import { at, root } from "../lib/paths.mjs";

const { rooms } = createRequire(import.meta.url)("../rooms.cjs");

const topLevel = new Set([
  ...["src", "manifest", "appPackage", "assets", "tests", "docs"],
  ...["package.json", "package-lock.json", "tsconfig.json", "webpack.config.js", "README.md", "LICENSE"],
]);

const readmeLines = 40;

/** The shape of the house: names, faces, one short README for each room, no test that does not run. */
export function checkHouse() {
  const files = projectFiles();
  return { problems: [...topLevelProblems(), ...nameProblems(files), ...roomProblems(), ...readmeProblems(files), ...testProblems(files)] };
}

function topLevelProblems() {
  return readdirSync(root)
    .filter((name) => !topLevel.has(name) && !isMadeHere(name) && !name.startsWith("."))
    .map((name) => `${name} does not belong at the top level`);
}

function nameProblems(files) {
  const named = files.filter((path) => /^(?:src|tests|\.config)\//.test(path) && basename(path) !== "README.md");
  return named.filter((path) => !path.split("/").every((part) => /^\.?[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(part))).map((path) => `${path} is not in kebab-case`);
}

/** Rooms that exist; a room of the plan that nobody has begun is no problem. */
function roomProblems() {
  const existing = Object.keys(rooms).filter((room) => existsSync(at("src", room)));
  const missingReadmes = existing.filter((room) => !existsSync(at("src", room, "README.md"))).map((room) => `src/${room} has no README.md`);
  const withFaces = existing.filter((room) => !["features", "entries", "demo/pages", "demo/server"].includes(room)).map((room) => `src/${room}`);
  const faces = [...withFaces, ...folders("src/features")];
  return [...missingReadmes, ...faces.filter((folder) => !existsSync(at(folder, "index.ts"))).map((folder) => `${folder} has no index.ts`)];
}

function folders(path) {
  if (!existsSync(at(path))) return [];
  return readdirSync(at(path), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [`${path}/${entry.name}`] : []));
}

/** The page about the whole house may be longer. */
function readmeProblems(files) {
  const readmes = files.filter((path) => /^(?:src|\.config|tests)\/.*README\.md$/.test(path) && path !== "src/README.md");
  return readmes.flatMap((path) => {
    const lines = readFileSync(at(path), "utf8").trimEnd().split("\n").length;
    return lines > readmeLines ? [`${path} has ${lines} lines, at most ${readmeLines}`] : [];
  });
}

const sleepingTest = /\b(?:it|test|describe)(?:\.each)?\.(?:skip|only|todo|failing)\b|\b(?:xit|xtest|xdescribe|fit|fdescribe)\(/;

function testProblems(files) {
  const tests = files.filter((path) => /^tests\/.*\.test\.tsx?$/.test(path));
  return tests.flatMap((path) => {
    const lines = readFileSync(at(path), "utf8").split("\n");
    return lines.flatMap((line, index) => (sleepingTest.test(line) ? [`${path}:${index + 1} skips tests`] : []));
  });
}
