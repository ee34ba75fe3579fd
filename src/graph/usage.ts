import type { Clock } from "../kernel";

/** What this tab has asked of SharePoint. The budget is the app's in the whole tenant, so this is a lower bound. */
export interface Usage {
  /** Requests and parts of batches, each time that they were sent. */
  readonly requests: number;
  /** Resource units, by the price list of "avoid getting throttled" (learn.microsoft.com). */
  readonly units: number;
  readonly unitsInLastMinute: number;
}

export interface UsageCounter extends Usage {
  count(method: string, absoluteUrl: string): void;
}

const minuteMs = 60_000;
const collections = new Set(["items", "lists", "columns", "versions", "children", "sites", "drives", "followedSites", "contentTypes"]);

/** 5 for anything about permissions, 1 for one item, a delta with token or a download, 2 for the rest; 0 outside SharePoint. */
export function resourceUnits(method: string, absoluteUrl: string): number {
  const { pathname, searchParams } = new URL(absoluteUrl);
  if (!/^\/v1\.0\/(sites|drives|me\/drive|me\/followedSites|groups\/[^/]+\/(sites|drive)|teams\/[^/]+\/channels\/[^/]+\/filesFolder)/.test(pathname)) return 0;
  const last = pathname.split("/").findLast((segment) => segment !== "") ?? "";
  if (last === "permissions" || pathname.includes("/permissions/") || (searchParams.get("$expand") ?? "").includes("permissions")) return 5;
  if (method !== "GET") return 2;
  if (last === "delta") return searchParams.has("token") ? 1 : 2;
  return collections.has(last) ? 2 : 1;
}

export function createUsageCounter(clock: Clock): UsageCounter {
  let requests = 0;
  let units = 0;
  let recent: { readonly atMs: number; readonly units: number }[] = [];
  return {
    get requests() {
      return requests;
    },
    get units() {
      return units;
    },
    get unitsInLastMinute() {
      return recent.filter((entry) => entry.atMs > clock.nowMs() - minuteMs).reduce((sum, entry) => sum + entry.units, 0);
    },
    count(method, absoluteUrl) {
      if (absoluteUrl.endsWith("/$batch")) return; // its parts are counted one by one, as the service does
      const cost = resourceUnits(method, absoluteUrl);
      requests += 1;
      units += cost;
      recent = [...recent.filter((entry) => entry.atMs > clock.nowMs() - minuteMs), { atMs: clock.nowMs(), units: cost }];
    },
  };
}
