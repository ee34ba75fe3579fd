import type { Randomness } from "../../../kernel";
import { randomShare } from "./encoding";

/** Where a fault strikes: the connection (outside of a batch), every call (also each part of a batch), or parts only. */
const faultLevels = {
  throttle: "connection",
  unavailable503: "connection",
  gatewayTimeoutBefore: "connection",
  gatewayTimeoutAfterCommit: "connection",
  badGatewayHtml: "connection",
  signInPageHtml: "connection",
  connectionLostBefore: "connection",
  connectionLostAfterCommit: "connection",
  claimsChallenge401: "connection",
  slow: "connection",
  forbidden: "call",
  siteNotFound404: "call",
  listFull: "call",
  conflict409: "call",
  resync410: "call",
  emptyDeltaPage: "call",
  duplicateDelta: "call",
  laggingDelta: "call",
  batchPartial429: "part",
} as const satisfies Readonly<Record<string, "connection" | "call" | "part">>;

export type TenantFault = keyof typeof faultLevels;

export const tenantFaults = Object.keys(faultLevels) as readonly TenantFault[]; // the keys of our own literal

export function isTenantFault(name: string): name is TenantFault {
  return Object.hasOwn(faultLevels, name);
}

export type RetryAfterForm = "seconds" | "date" | "absent" | "negative" | "nonsense";

export interface FaultSetting {
  /** How many more times it strikes; without it, until cleared. */
  readonly remaining?: number;
  /** Chance of each occasion, 0 to 1; without it, always. */
  readonly probability?: number;
  /** Strikes only calls with this method. */
  readonly method?: string;
  /** Strikes only addresses that contain this text. */
  readonly pathIncludes?: string;
  readonly retryAfterSeconds?: number;
  readonly retryAfterForm?: RetryAfterForm;
  /** resync410: the error code, by default resyncChangesApplyDifferences. */
  readonly code?: string;
  /** slow: how long the answer should take. */
  readonly delayMs?: number;
}

export interface FaultOccasion {
  readonly method: string;
  readonly path: string;
}

/** The switches that make the tenant misbehave. All are off at first; each counts how often it struck. */
export class FaultSwitches {
  private readonly settings = new Map<TenantFault, FaultSetting>();
  private readonly struck = new Map<TenantFault, number>();

  constructor(private readonly randomness: Randomness) {}

  set(fault: TenantFault, setting: FaultSetting): void {
    this.settings.set(fault, setting);
  }

  /** Turns one switch off, or all. */
  clear(fault?: TenantFault): void {
    if (fault === undefined) this.settings.clear();
    else this.settings.delete(fault);
  }

  list(): readonly { readonly fault: TenantFault; readonly setting: FaultSetting | undefined; readonly struck: number }[] {
    return tenantFaults.map((fault) => ({ fault, setting: this.settings.get(fault), struck: this.struck.get(fault) ?? 0 }));
  }

  timesStruck(fault: TenantFault): number {
    return this.struck.get(fault) ?? 0;
  }

  /** The setting when the fault strikes now (and counts it down), else undefined. */
  strike(fault: TenantFault, occasion: FaultOccasion): FaultSetting | undefined {
    const setting = this.settings.get(fault);
    if (setting === undefined || !applies(setting, occasion)) return undefined;
    if (setting.probability !== undefined && randomShare(this.randomness) >= setting.probability) return undefined;
    if (setting.remaining !== undefined) {
      if (setting.remaining <= 1) this.settings.delete(fault);
      else this.settings.set(fault, { ...setting, remaining: setting.remaining - 1 });
      if (setting.remaining < 1) return undefined;
    }
    this.struck.set(fault, this.timesStruck(fault) + 1);
    return setting;
  }
}

function applies(setting: FaultSetting, occasion: FaultOccasion): boolean {
  if (setting.method !== undefined && setting.method.toUpperCase() !== occasion.method) return false;
  return setting.pathIncludes === undefined || occasion.path.includes(setting.pathIncludes);
}

/** The Retry-After header in the wanted form; a client must survive every one of them. */
export function retryAfterHeader(setting: FaultSetting, nowMs: number): Readonly<Record<string, string>> {
  const seconds = setting.retryAfterSeconds ?? 5;
  switch (setting.retryAfterForm ?? "seconds") {
    case "seconds":
      return { "Retry-After": String(seconds) };
    case "date":
      return { "Retry-After": new Date(nowMs + seconds * 1000).toUTCString() };
    case "absent":
      return {};
    case "negative":
      return { "Retry-After": String(-seconds) };
    case "nonsense":
      return { "Retry-After": "soon" };
  }
}
