import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { root } from "./paths.mjs";

/** What stands at the top level without belonging to the project (.gitignore): made by its commands or by a person for their own use. */
export const isMadeHere = (name) => [".git", "node_modules", "dist", ".local", "deploy.json", ".DS_Store"].includes(name) || name.endsWith(".log");

/** Every file of the project (or of one folder of it) as paths from the top with forward slashes, sorted. */
export function projectFiles(folder = "") {
  return list(join(root, folder)).sort();
}

function list(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (folder === root && isMadeHere(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return list(path);
    return entry.isFile() ? [relative(root, path).split(sep).join("/")] : [];
  });
}
