/** A call that Graph would let pass or refuse, but that a well-made client never sends. Tests assert that there is none. */
export type ComplaintKind =
  | "called during Retry-After"
  | "write without If-Match"
  | "batch refused"
  | "one item written twice in a batch without dependsOn"
  | "filter on the value of a lookup, which does not filter"
  | "card action that channel messages do not support"
  | "card version above 1.5"
  | "unknown address";

export interface Complaint {
  readonly kind: ComplaintKind;
  readonly method: string;
  readonly path: string;
}

export interface UsageReport {
  /** HTTP requests; a batch is one. */
  readonly requests: number;
  /** Calls, each part of a batch counted. */
  readonly calls: number;
  /** SharePoint resource units. */
  readonly units: number;
  readonly throttled: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** Calls by method and address pattern, "GET /sites/{site}/lists". */
  readonly byRoute: Readonly<Record<string, number>>;
  readonly complaints: readonly Complaint[];
}

export interface RateLimit {
  readonly allowed: boolean;
  readonly retryAfterSeconds: number;
  /** RateLimit-* appear only from 80 % of the minute's budget on (SharePoint: how to avoid getting throttled). */
  readonly headers: Readonly<Record<string, string>>;
}

const windowMs = 60_000;
const headersFromShare = 0.8;
const noHeaders: Readonly<Record<string, string>> = {};
const unlimited: RateLimit = { allowed: true, retryAfterSeconds: 0, headers: noHeaders };

/** Counts what clients use, and holds them to a budget of resource units a minute and tenant. */
export class Usage {
  private counted = { requests: 0, calls: 0, units: 0, throttled: 0, bytesIn: 0, bytesOut: 0 };
  private readonly routes = new Map<string, number>();
  private readonly complained: Complaint[] = [];
  private readonly windows = new Map<string, { startMs: number; units: number }>();
  private readonly fencesMs = new Map<string, number>();

  /** @param unitsPerMinute resource units a tenant may use in a minute; undefined: no limit. */
  constructor(public unitsPerMinute: number | undefined) {}

  reset(): void {
    this.counted = { requests: 0, calls: 0, units: 0, throttled: 0, bytesIn: 0, bytesOut: 0 };
    this.routes.clear();
    this.complained.length = 0;
    this.windows.clear();
    this.fencesMs.clear();
  }

  report(): UsageReport {
    return { ...this.counted, byRoute: Object.fromEntries(this.routes), complaints: [...this.complained] };
  }

  countRequest(bytesIn: number, bytesOut: number): void {
    this.counted.requests += 1;
    this.counted.bytesIn += bytesIn;
    this.counted.bytesOut += bytesOut;
  }

  countCall(route: string): void {
    this.counted.calls += 1;
    this.routes.set(route, (this.routes.get(route) ?? 0) + 1);
  }

  countThrottled(): void {
    this.counted.throttled += 1;
  }

  complain(kind: ComplaintKind, method: string, path: string): void {
    this.complained.push({ kind, method, path });
  }

  /** Charges a call; a call that is refused counts as well. */
  charge(tenantId: string, units: number, nowMs: number): RateLimit {
    this.counted.units += units;
    const limit = this.unitsPerMinute;
    if (limit === undefined || units === 0) return unlimited;
    let window = this.windows.get(tenantId);
    if (window === undefined || nowMs - window.startMs >= windowMs) this.windows.set(tenantId, (window = { startMs: nowMs, units: 0 }));
    window.units += units;
    const resetSeconds = Math.max(1, Math.ceil((window.startMs + windowMs - nowMs) / 1000));
    const headers =
      window.units < limit * headersFromShare
        ? noHeaders
        : { "RateLimit-Limit": String(limit), "RateLimit-Remaining": String(Math.max(0, limit - window.units)), "RateLimit-Reset": String(resetSeconds) };
    return { allowed: window.units <= limit, retryAfterSeconds: resetSeconds, headers };
  }

  /** Remembers that a caller was told to wait. */
  raiseFence(caller: string, untilMs: number): void {
    this.fencesMs.set(caller, Math.max(untilMs, this.fencesMs.get(caller) ?? 0));
  }

  isFenced(caller: string, nowMs: number): boolean {
    return nowMs < (this.fencesMs.get(caller) ?? 0);
  }
}
