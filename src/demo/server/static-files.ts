import { readFile, realpath, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";

export interface MountedFolder {
  /** "/office": the folder's files show below this address; one that is not there is looked for in lower case. */
  readonly under: string;
  readonly folder: string;
}

/** Files by their path, "/tab.js", or the folder that holds them. Looked up in order. */
export type StaticSource = ReadonlyMap<string, string | Uint8Array> | MountedFolder | string;

export interface StaticFile {
  readonly contentType: string;
  readonly body: string | Uint8Array;
}

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".xml": "application/xml",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
  ".zip": "application/zip",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
};

export function contentTypeOf(path: string): string {
  return contentTypes[extname(path).toLowerCase()] ?? "application/octet-stream";
}

/** @param path as it stands in the address, still percent-encoded */
export async function findStaticFile(sources: readonly StaticSource[], path: string): Promise<StaticFile | undefined> {
  const name = decode(path);
  if (name === undefined || name.includes("\0") || name.split(/[/\\]/).includes("..")) return undefined;
  for (const source of sources) {
    const body = await readFrom(source, name);
    if (body !== undefined) return { contentType: contentTypeOf(name), body };
  }
  return undefined;
}

async function readFrom(source: StaticSource, name: string): Promise<string | Uint8Array | undefined> {
  if (typeof source === "string") return readInside(source, name);
  if (!("under" in source)) return source.get(name);
  if (!name.startsWith(`${source.under}/`)) return undefined;
  const inside = name.slice(source.under.length);
  // office.js asks for "AgaveErrorUX/…"; its package has the same folders in lower case.
  return (await readInside(source.folder, inside)) ?? readInside(source.folder, inside.toLowerCase());
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** Only files that really lie in the folder, links followed. */
async function readInside(folder: string, name: string): Promise<Buffer | undefined> {
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, name));
    if (!file.startsWith(root + sep) || !(await stat(file)).isFile()) return undefined;
    return await readFile(file);
  } catch {
    return undefined;
  }
}
