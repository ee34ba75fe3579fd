import type { ScopeNeed } from "./scopes";
import { refuse, type Outcome } from "./wire";
import type { Call } from "./world";

/** One kind of call that the tenant answers. */
export interface Route {
  readonly method: string;
  /** "/sites/{site}/lists"; a part in braces takes any segment, "{:path}" one that stands in colons. */
  readonly pattern: string;
  readonly needs: ScopeNeed;
  /** SharePoint resource units; 0 for the directory and Teams, which have limits of their own. */
  readonly units: number | ((call: Call) => number);
  readonly run: (call: Call) => Outcome;
}

interface CompiledRoute {
  readonly route: Route;
  readonly parts: readonly string[];
}

export interface FoundRoute {
  readonly route: Route;
  readonly names: ReadonlyMap<string, string>;
}

export interface Router {
  find(method: string, segments: readonly string[]): Outcome<FoundRoute>;
}

/** Finds the route of an address; literal parts win over variable ones in the order of the table. */
export function createRouter(routes: readonly Route[]): Router {
  const byLength = new Map<number, CompiledRoute[]>();
  for (const route of routes) {
    const parts = route.pattern.slice(1).split("/");
    const group = byLength.get(parts.length) ?? [];
    group.push({ route, parts });
    byLength.set(parts.length, group);
  }
  return {
    find(method, segments) {
      const candidates = byLength.get(segments.length) ?? [];
      let otherMethod = false;
      for (const { route, parts } of candidates) {
        if (!parts.every((part, at) => fits(part, segments[at] ?? ""))) continue;
        if (route.method !== method) {
          otherMethod = true;
          continue;
        }
        return { ok: true, value: { route, names: namesOf(parts, segments) } };
      }
      if (otherMethod) return refuse(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
      return refuse(400, "BadRequest", `Resource not found for the segment '${unknownSegment(routes, segments)}'.`);
    },
  };
}

function fits(part: string, segment: string): boolean {
  if (part.startsWith("{:")) return segment.startsWith(":/");
  return part.startsWith("{") ? !segment.startsWith(":/") : part === segment;
}

function namesOf(parts: readonly string[], segments: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  parts.forEach((part, at) => {
    if (part.startsWith("{")) names.set(part.slice(part.startsWith("{:") ? 2 : 1, -1), segments[at] ?? "");
  });
  return names;
}

/** The first segment with which no known address goes on. */
function unknownSegment(routes: readonly Route[], segments: readonly string[]): string {
  let known = 0;
  for (const { pattern } of routes) {
    const parts = pattern.slice(1).split("/");
    let length = 0;
    while (length < segments.length && length < parts.length && fits(parts[length] ?? "", segments[length] ?? "")) length += 1;
    known = Math.max(known, length);
  }
  return segments[known] ?? segments.at(-1) ?? "";
}
