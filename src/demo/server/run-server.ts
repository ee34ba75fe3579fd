import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isRecord, parseJson, property } from "../../kernel";
import { openTenant, type Seed } from "./open-tenant";
import { startServer, type RunningServer } from "./start-server";

export type SeedSize = "small" | "large";

export interface RunOptions {
  /** --port --size --seed --pages --office --data [--reset], as `npm start` passes them. */
  readonly parameters: readonly string[];
  /** Keys of the sites that an administrator would have written down. */
  readonly deployedSites?: readonly string[] | undefined;
  readonly seedOf: (size: SeedSize, seedNumber: number) => Seed;
  /** One line for the person who started us, or "ready". */
  readonly say: (line: string) => void;
}

/** SharePoint's budget of the smallest tenants, per minute (SharePoint: how to avoid getting throttled). */
const unitsPerMinute = 1250;

/** Starts the demo's server from the parameters of `npm start`, and says "ready" when it listens and its data stand. */
export async function runServer({ parameters, deployedSites, seedOf, say }: RunOptions): Promise<RunningServer> {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      port: { type: "string", default: "5300" },
      size: { type: "string", default: "small" },
      seed: { type: "string", default: "1" },
      pages: { type: "string", default: "dist/demo" },
      office: { type: "string", default: "node_modules/@microsoft/office-js/dist" },
      data: { type: "string", default: ".local/demo" },
      reset: { type: "boolean", default: false },
    },
  });
  const seed = seedOf(values.size === "large" ? "large" : "small", Number(values.seed));
  const server = await startServer({
    port: Number(values.port),
    storagePath: join(values.data, `${values.size}-${values.seed}.sqlite`),
    reset: values.reset,
    openTenant: (storage) => openTenant({ storage, seed, seedNumber: Number(values.seed), unitsPerMinute }),
    deployedSites,
    // A page at /demo/… names its scripts beside itself.
    staticFiles: [values.pages, { under: "/office", folder: values.office }, { under: "/demo", folder: values.pages }],
    pages: new Map([
      ["/", "/index.html"],
      ["/demo/faults", "/faults.html"],
    ]),
    staticHeaders: readHeaders(join(values.pages, "headers.json")),
  });
  say("ready");
  return server;
}

/** The headers that the build wrote beside the pages: `{everything, pages: {"tab.html": {…}, "office/": {…}}}`; a folder's name ends in a slash. */
function readHeaders(path: string): (page: string) => Readonly<Record<string, string>> {
  const written = parseJson(readFileSync(path, "utf8"));
  const everything = textsOf(property(written, "everything"));
  const pages = property(written, "pages");
  const folders = Object.keys(isRecord(pages) ? pages : {}).filter((name) => name.endsWith("/"));
  return (page) => {
    const name = page.slice(1);
    return { ...everything, ...textsOf(property(pages, folders.find((folder) => name.startsWith(folder)) ?? name)) };
  };
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}
