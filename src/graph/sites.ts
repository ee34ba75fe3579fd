import { type Result, fail, succeed } from "../kernel";
import { graphPath, pathSegments } from "./address";
import type { Graph } from "./graph";
import { type Site, parseSite } from "./list-shapes";
import { scopesFor } from "./scopes";
import { parseAnswer, readAll } from "./typed";

export interface Sites {
  /** @param path server-relative, "/sites/pmo"; "" or "/" is the root site. */
  byPath(host: string, path: string): Promise<Result<Site>>;
  /** A 404 is not proof that a site is gone: it has alternated with 200 (msgraph-sdk-dotnet#760). */
  byId(siteId: string): Promise<Result<Site>>;
  root(): Promise<Result<Site>>;
  followed(): Promise<Result<readonly Site[]>>;
  /** The site behind a team; undefined while none has been made for it. */
  ofGroup(groupId: string): Promise<Result<Site | undefined>>;
}

export function createSites(graph: Graph): Sites {
  const call = { scopes: scopesFor("readRegisters") };
  return {
    async byPath(host, path) {
      const isRoot = /^\/*$/.test(path);
      const address = isRoot ? graphPath`/sites/${host}` : graphPath`/sites/${host}:/${pathSegments(path)}`;
      return parseAnswer(await graph.get(address, call), parseSite, "site");
    },
    async byId(siteId) {
      return parseAnswer(await graph.get(graphPath`/sites/${siteId}`, call), parseSite, "site");
    },
    async root() {
      return parseAnswer(await graph.get(graphPath`/sites/root`, call), parseSite, "site");
    },
    followed: () => readAll(graph, graphPath`/me/followedSites`, { ...call, parse: parseSite }),
    async ofGroup(groupId) {
      const site = parseAnswer(await graph.get(graphPath`/groups/${groupId}/sites/root`, call), parseSite, "site");
      if (site.ok) return site;
      return site.fault.kind === "notFound" ? succeed(undefined) : fail(site.fault);
    },
  };
}
