/** Every way in which a run is disturbed, each counted by itself. */
export const faultKinds = [
  // The network and the service.
  "drop before",
  "timeout after commit",
  "504 after commit",
  "504 before",
  "503",
  "429 seconds",
  "429 HTTP date",
  "429 absent",
  "429 negative",
  "429 nonsense",
  "502 html",
  "200 html login page",
  "late arrival",
  "412",
  "409 resourceModified",
  "410 apply",
  "410 upload",
  "duplicate delta rows",
  "lagging delta",
  "delta page lost midway",
  "$batch partial",
  "$batch outer lost",
  "401 plain",
  "401 claims",
  "token expires mid-queue",
  // The device.
  "clock skew",
  "clock jump",
  "tab crash",
  "crash between send and record",
  "crash inside a store transaction",
  "two tabs",
  "no lock",
  "storage quota exceeded",
  "storage evicted",
  "storage replaced by a newer version",
  "storage refused at the start",
  "switch of person on one device",
  // The list's owner.
  "column renamed",
  "column removed",
  "column type changed",
  "choice removed",
  "required column added",
  "list deleted",
  "list recreated",
  "permission revoked",
  "read-only",
  "item moved out of view",
  // Somebody in the Lists page.
  "UI edit",
  "UI edit back",
  "UI delete",
  "swizzle-clog",
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** What can befall one request. */
export const requestFaults = [
  ...(["drop before", "timeout after commit", "504 after commit", "504 before", "503", "502 html", "200 html login page", "late arrival"] as const),
  ...(["429 seconds", "429 HTTP date", "429 absent", "429 negative", "429 nonsense", "401 plain", "401 claims", "409 resourceModified"] as const),
  ...(["410 apply", "410 upload", "duplicate delta rows", "lagging delta", "delta page lost midway", "$batch partial", "$batch outer lost"] as const),
  ...(["token expires mid-queue", "crash between send and record"] as const),
] satisfies readonly FaultKind[];

export type RequestFault = (typeof requestFaults)[number];

/** What can befall one write on a device. */
export const diskFaults = ["storage quota exceeded", "crash inside a store transaction"] as const satisfies readonly FaultKind[];

export type DiskFault = (typeof diskFaults)[number];
export type MetFault = RequestFault | DiskFault;

/** What befell which request and which write of a run, so that another run can meet the same. */
export class FaultBook {
  readonly met = new Map<string, MetFault>();
  readonly #counts = new Map<FaultKind, number>();
  readonly #known: ReadonlyMap<string, MetFault> | undefined;
  isOpen = true;

  /** @param known faults by what they befall; without it chance decides. */
  constructor(known: ReadonlyMap<string, MetFault> | undefined) {
    this.#known = known;
  }

  /** The fault that befalls this, if any. */
  meet<F extends MetFault>(key: string, possible: readonly F[], choose: () => F | undefined): F | undefined {
    if (!this.isOpen) return undefined;
    const known = this.#known?.get(key);
    const fault = this.#known === undefined ? choose() : possible.find((one) => one === known);
    if (fault !== undefined) this.met.set(key, fault);
    return fault;
  }

  hit(kind: FaultKind): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  counts(): ReadonlyMap<FaultKind, number> {
    return this.#counts;
  }
}
