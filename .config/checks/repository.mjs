import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { projectFiles } from "../lib/files.mjs";
import { at, root } from "../lib/paths.mjs";

const binary = /\.(?:png|ico|xlsx|pptx|docx|zip|woff2?)$/;

/** What would tie a copy of the project to one machine or one registry. */
const ties = [
  { pattern: /(?<![\w.~/})\]:-])\/(?:work|root|home|Users)\/\w/, says: "a path of a machine" },
  { pattern: /\b[A-Z]:\\(?:Users|Program)/, says: "a path of a machine" },
  { pattern: /\b(?:registry|deb)\.[a-z]+\.(?:org|com)\b/, says: "a registry's host" },
];

/** Nothing in the tree names this machine, and the lock file fixes every package by its content instead of its address. */
export function checkRepository() {
  return { problems: [...tiedFiles(), ...lockProblems()] };
}

function tiedFiles() {
  const own = [root, homedir()].filter((path) => path.length > 5);
  return projectFiles()
    .filter((path) => !binary.test(path))
    .flatMap((path) =>
      readFileSync(at(path), "utf8")
        .split("\n")
        .flatMap((line, index) => {
          const found =
            ties.find(({ pattern }) => pattern.test(line))?.says ?? (own.some((place) => line.includes(place)) ? "a path of this machine" : undefined);
          return found === undefined ? [] : [`${path}:${index + 1} holds ${found}`];
        }),
    );
}

function lockProblems() {
  const { packages } = JSON.parse(readFileSync(at("package-lock.json"), "utf8"));
  return Object.entries(packages).flatMap(([path, { resolved, integrity, link }]) => {
    if (path === "" || link) return [];
    if (resolved !== undefined) return [`package-lock.json: ${path} holds an address (resolved)`];
    return String(integrity).startsWith("sha512-") ? [] : [`package-lock.json: ${path} has no sha512 integrity`];
  });
}
