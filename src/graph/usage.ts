import type { Clock } from "../kernel";
import type { Received } from "./answer";

/** What this tab has asked of Graph. The budget is the app's in the whole tenant, so this is a lower bound. */
export interface Usage {
  /** What left this page: a batch is one. */
  readonly calls: number;
  /** Requests and parts of batches, each time that they were sent. */
  readonly requests: number;
  /** Of these, parts of batches. */
  readonly batched: number;
  /** SharePoint's resource units, by the price list of "avoid getting throttled" (learn.microsoft.com). */
  readonly units: number;
  readonly unitsInLastMinute: number;
  /** Contents before compression, a letter beyond ASCII counted as one. */
  readonly sentBytes: number;
  readonly receivedBytes: number;
  /** Answers that said: not now. Parts of batches count one by one. */
  readonly throttled: number;
  /** What the app may use in a minute; said only from 80 % of use on, and then only where a script may read it. */
  readonly unitsAllowedPerMinute: number | undefined;
}

export interface UsageCounter {
  readonly usage: Usage;
  call(method: string, absoluteUrl: string, content: string | Blob | undefined): void;
  part(method: string, absoluteUrl: string): void;
  answer(received: Pick<Received, "status" | "header" | "size">, absoluteUrl: string): void;
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
  const counted = { calls: 0, requests: 0, batched: 0, units: 0, sentBytes: 0, receivedBytes: 0, throttled: 0 };
  let unitsAllowedPerMinute: number | undefined;
  const recent = unitsOfLastMinute(clock);

  function request(method: string, absoluteUrl: string): void {
    const units = resourceUnits(method, absoluteUrl);
    counted.requests += 1;
    counted.units += units;
    recent.add(units);
  }

  return {
    get usage() {
      return { ...counted, unitsInLastMinute: recent.sum(), unitsAllowedPerMinute };
    },
    call(method, absoluteUrl, content) {
      counted.calls += 1;
      counted.sentBytes += (typeof content === "string" ? content.length : content?.size) ?? 0;
      if (!absoluteUrl.endsWith("/$batch")) request(method, absoluteUrl); // its parts are counted one by one, as the service does
    },
    part(method, absoluteUrl) {
      counted.batched += 1;
      request(method, absoluteUrl);
    },
    answer({ status, header, size }, absoluteUrl) {
      counted.receivedBytes += size;
      if (status === 429 || status === 503) counted.throttled += 1;
      const allowed = Number(header("RateLimit-Limit"));
      if (allowed > 0 && resourceUnits("GET", absoluteUrl) > 0) unitsAllowedPerMinute = allowed;
    },
  };
}

/** Each entry is put in once and taken out once, so a burst of thousands costs no more than its length. */
function unitsOfLastMinute(clock: Clock): { add(units: number): void; sum(): number } {
  let entries: { readonly atMs: number; readonly units: number }[] = [];
  let oldest = 0;
  let sum = 0;

  function leaveOut(): number {
    const nowMs = clock.nowMs();
    const newest = entries.at(-1);
    // A clock that was set back would keep what came before it for as long as it was set back.
    if (newest !== undefined && newest.atMs > nowMs) {
      entries = [{ atMs: nowMs, units: sum }];
      oldest = 0;
    }
    for (let entry = entries[oldest]; entry !== undefined && entry.atMs <= nowMs - minuteMs; entry = entries[oldest]) {
      sum -= entry.units;
      oldest += 1;
    }
    if (oldest * 2 > entries.length) {
      entries = entries.slice(oldest);
      oldest = 0;
    }
    return nowMs;
  }

  return {
    add(units) {
      const atMs = leaveOut();
      entries.push({ atMs, units });
      sum += units;
    },
    sum() {
      leaveOut();
      return sum;
    },
  };
}
