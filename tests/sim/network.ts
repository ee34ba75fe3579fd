import type { RetryAfterForm, Tenant, TenantRequest, TenantResponse } from "../../src/demo/tenant";
import type { GraphInit } from "../../src/graph";
import { asResponse, orderedWaitMs, refusalsIn, withLostParts } from "./answers";
import { Chance } from "./chance";
import { requestFaults, type FaultBook, type RequestFault } from "./fault-kinds";
import type { HiddenItems } from "./hidden-items";
import type { Patience } from "./patience";
import type { Scheduler } from "./scheduler";

/** A page as the network knows it. */
export interface Sender {
  /** Also across restarts: "asha 0/2" is the second life of her first tab. */
  readonly name: string;
  readonly person: string;
  readonly isAlive: boolean;
  die(why: string): void;
}

export interface NetworkParts {
  readonly seed: number;
  readonly scheduler: Scheduler;
  readonly tenant: Tenant;
  readonly faults: FaultBook;
  readonly hidden: HiddenItems;
  /** Told before a request is carried out, so that whoever watches the lists knows who writes. */
  readonly carryOut: (sender: Sender, work: () => TenantResponse) => TenantResponse;
  readonly patience: Patience;
}

interface Sent {
  readonly sender: Sender;
  readonly key: string;
  readonly request: TenantRequest;
  readonly shape: Shape;
  readonly chance: Chance;
  readonly resolve: (response: Response) => void;
  readonly reject: () => void;
}

/** What faults ask about a request. */
interface Shape {
  readonly isBatch: boolean;
  readonly isWrite: boolean;
  readonly hasToken: boolean;
  readonly isMidway: boolean;
}

const usualDelayMs = 60;

/** Carries requests between pages and the tenant, out of order, and loses, refuses, delays and doubles what the seed says. */
export class Network {
  readonly #parts: NetworkParts;
  readonly #counts = new Map<string, number>();
  readonly #held = new Map<string, (() => void)[]>();
  readonly #midway = new Set<string>();
  readonly #enabled: ReadonlySet<RequestFault>;
  readonly #probability: number;
  readonly #hasSmallPages: boolean;

  constructor(parts: NetworkParts) {
    this.#parts = parts;
    const chance = new Chance(parts.seed, "network");
    this.#probability = chance.oneOf([0.03, 0.08, 0.15, 0.3]);
    // Some kinds at a time: a run in which everything happens at once never gets far.
    this.#enabled = new Set(requestFaults.filter(() => chance.happens(0.45)));
    this.#hasSmallPages = chance.happens(0.5);
  }

  send(sender: Sender, url: string, init: GraphInit): Promise<Response> {
    const body = typeof init.body === "string" ? init.body : undefined;
    const request: TenantRequest = { method: init.method, url: this.#paged(url), headers: init.headers, body: body && this.#paged(body) };
    const shape = this.#shapeOf(request);
    const key = this.#keyOf(sender, shape);
    this.#parts.patience.sends(sender, key);
    return new Promise((resolve, reject) => {
      const lost = (): void => reject(new TypeError("Failed to fetch"));
      init.signal.addEventListener("abort", lost, { once: true });
      const sent: Sent = { sender, key, request, shape, chance: new Chance(this.#parts.seed, "request", key), resolve, reject: lost };
      this.#travel(sent, () => this.#arrive(sent));
    });
  }

  writesOf({ name }: Sender): number {
    return (this.#counts.get(`${name} batch write`) ?? 0) + (this.#counts.get(`${name} call write`) ?? 0);
  }

  /** Whatever this page sends or should receive waits until it is freed. */
  hold(senderName: string): void {
    if (!this.#held.has(senderName)) this.#held.set(senderName, []);
  }

  free(senderName: string): void {
    const waiting = this.#held.get(senderName) ?? [];
    this.#held.delete(senderName);
    for (const goOn of waiting) goOn();
  }

  freeAll(): void {
    for (const name of [...this.#held.keys()]) this.free(name);
  }

  #travel({ sender, chance }: Sent, then: () => void): void {
    this.#parts.scheduler.after(chance.delayMs(usualDelayMs), () => {
      const held = this.#held.get(sender.name);
      if (held) held.push(then);
      else then();
    });
  }

  #arrive(sent: Sent): void {
    const fault = this.#strike(sent);
    this.#parts.scheduler.say(() => `${sent.key} arrives${fault === undefined ? "" : `: ${fault}`}  ${summary(sent.request)}`);
    if (fault === undefined) this.#answer(sent, this.#handle(sent));
    else this.#befall(sent, fault);
  }

  #befall(sent: Sent, fault: RequestFault): void {
    const { tenant, scheduler } = this.#parts;
    switch (fault) {
      case "drop before":
      case "delta page lost midway":
        this.#lose(sent);
        return;
      case "late arrival":
        this.#lose(sent);
        scheduler.after(sent.chance.between(500, 150_000), () => {
          scheduler.say(() => `${sent.key} arrives late  ${summary(sent.request)}`);
          this.#handle(sent);
        });
        return;
      case "timeout after commit":
      case "$batch outer lost":
        this.#handle(sent);
        this.#lose(sent);
        return;
      case "crash between send and record":
        this.#handle(sent);
        sent.sender.die(fault);
        return;
      case "$batch partial":
        this.#answer(sent, this.#partly(sent));
        return;
      case "401 plain":
        this.#answer(sent, { ...unauthorised, headers: { Date: new Date(scheduler.nowMs()).toUTCString() } });
        return;
      case "token expires mid-queue":
        this.#answer(sent, this.#handle(sent, { Authorization: `Bearer ${tenant.issueToken(sent.sender.person, ["Sites.ReadWrite.All"], -1)}` }));
        return;
      default:
        this.#answer(sent, this.#switched(sent, fault));
    }
  }

  /** The tenant has a switch of its own for these. */
  #switched(sent: Sent, fault: Exclude<RequestFault, HandledHere>): TenantResponse {
    const { faults } = this.#parts.tenant;
    const retryAfterSeconds = sent.chance.between(1, 40);
    const throttled = throttledForms[fault];
    if (throttled !== undefined) faults.set("throttle", { remaining: 1, retryAfterForm: throttled, retryAfterSeconds });
    else if (fault === "503") faults.set("unavailable503", { remaining: 1, retryAfterSeconds, retryAfterForm: sent.chance.oneOf(["seconds", "absent"]) });
    else if (fault === "410 apply") faults.set("resync410", { remaining: 1, code: "resyncChangesApplyDifferences" });
    else if (fault === "410 upload") faults.set("resync410", { remaining: 1, code: "resyncChangesUploadDifferences" });
    else faults.set(switches[fault as keyof typeof switches], { remaining: 1 }); // the kinds that are left
    const response = this.#handle(sent);
    faults.clear();
    return response;
  }

  /** Some parts are refused before they are carried out, or their answers get lost after it. */
  #partly(sent: Sent): TenantResponse {
    const { faults } = this.#parts.tenant;
    if (sent.chance.happens(0.5)) {
      faults.set("batchPartial429", {
        probability: 0.6,
        retryAfterSeconds: sent.chance.between(1, 20),
        retryAfterForm: sent.chance.oneOf(["seconds", "absent"]),
      });
      const response = this.#handle(sent);
      faults.clear();
      return response;
    }
    return withLostParts(this.#handle(sent), () => sent.chance.happens(0.6));
  }

  #handle({ sender, request }: Sent, headers?: Readonly<Record<string, string>>): TenantResponse {
    const { tenant, hidden, carryOut } = this.#parts;
    const seen = headers === undefined ? request : { ...request, headers: { ...request.headers, ...headers } };
    const response = carryOut(sender, () => hidden.handle(sender.person, seen, (one) => tenant.handle(one)));
    for (const [, token] of bodyText(response).matchAll(/@odata\.nextLink":"[^"]*[?&]token=([^"&]*)/g)) this.#midway.add(token ?? "");
    return response;
  }

  #answer(sent: Sent, response: TenantResponse): void {
    const { faults } = this.#parts;
    for (let count = refusalsIn(response, 412); count > 0; count -= 1) faults.hit("412");
    for (let count = refusalsIn(response, 409); count > 0; count -= 1) faults.hit("409 resourceModified");
    if (response.status === 0) {
      this.#lose(sent);
      return;
    }
    this.#travel(sent, () => {
      if (!sent.sender.isAlive) return;
      this.#parts.scheduler.say(() => `${sent.key} is answered ${String(response.status)}${outcomes(response)}`);
      this.#parts.patience.ordered(sent.sender, orderedWaitMs(response));
      sent.resolve(asResponse(response));
    });
  }

  /** The page is told soon that the connection is gone, or waits until it gives up by itself. */
  #lose(sent: Sent): void {
    if (sent.chance.happens(0.75)) this.#travel(sent, sent.reject);
  }

  #strike({ sender, key, shape }: Sent): RequestFault | undefined {
    if (!sender.isAlive) return undefined;
    const possible = requestFaults.filter((fault) => isPossible(fault, shape));
    const fault = this.#parts.faults.meet(key, possible, () => this.#choose(possible, new Chance(this.#parts.seed, "fault", key)));
    // What the answers show is counted there.
    if (fault !== undefined && fault !== "409 resourceModified") this.#parts.faults.hit(fault);
    return fault;
  }

  /** It has a chance of its own, because a run that is played again chooses nothing here. */
  #choose(possible: readonly RequestFault[], chance: Chance): RequestFault | undefined {
    if (!chance.happens(this.#probability)) return undefined;
    const enabled = possible.filter((one) => this.#enabled.has(one));
    // Most requests can meet most kinds; those that few can meet come first there.
    const rare = enabled.filter((one) => ofChanges.has(one));
    const chosen = rare.length > 0 && chance.happens(0.7) ? rare : enabled;
    return chosen.length === 0 ? undefined : chance.oneOf(chosen);
  }

  #shapeOf({ method, url, body }: TenantRequest): Shape {
    const isBatch = url.endsWith("/$batch");
    const text = isBatch && typeof body === "string" ? body : url;
    const isWrite = isBatch ? /"method":"(?:POST|PATCH|DELETE)"/.test(text) : method !== "GET";
    const tokens = [...text.matchAll(/delta\?token=([^"&]*)/g)].map(([, token]) => token ?? "");
    return { isBatch, isWrite, hasToken: tokens.length > 0, isMidway: tokens.some((token) => this.#midway.has(token)) };
  }

  #keyOf(sender: Sender, { isBatch, isWrite, hasToken }: Shape): string {
    const name = `${sender.name} ${isBatch ? "batch" : "call"} ${isWrite ? "write" : hasToken ? "delta" : "read"}`;
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return `${name} ${String(count)}`;
  }

  /** The service cuts its pages as it likes. */
  #paged(text: string): string {
    return this.#hasSmallPages ? text.replace(/top=\d{3,}/g, "top=3") : text;
  }
}

type HandledHere =
  | ("drop before" | "delta page lost midway" | "late arrival" | "timeout after commit" | "$batch outer lost")
  | ("crash between send and record" | "$batch partial" | "401 plain" | "token expires mid-queue");

const throttledForms: Readonly<Partial<Record<RequestFault, RetryAfterForm>>> = {
  "429 seconds": "seconds",
  "429 HTTP date": "date",
  "429 absent": "absent",
  "429 negative": "negative",
  "429 nonsense": "nonsense",
};

const switches = {
  "504 after commit": "gatewayTimeoutAfterCommit",
  "504 before": "gatewayTimeoutBefore",
  "502 html": "badGatewayHtml",
  "200 html login page": "signInPageHtml",
  "401 claims": "claimsChallenge401",
  "409 resourceModified": "conflict409",
  "duplicate delta rows": "duplicateDelta",
  "lagging delta": "laggingDelta",
} as const;

const ofChanges: ReadonlySet<RequestFault> = new Set(["410 apply", "410 upload", "duplicate delta rows", "lagging delta", "delta page lost midway"]);

function isPossible(fault: RequestFault, { isBatch, isWrite, hasToken, isMidway }: Shape): boolean {
  switch (fault) {
    case "timeout after commit":
    case "504 after commit":
    case "late arrival":
    case "409 resourceModified":
    case "crash between send and record":
      return isWrite;
    case "$batch outer lost":
      return isBatch && isWrite;
    case "$batch partial":
      return isBatch;
    case "410 apply":
    case "410 upload":
      return hasToken;
    case "duplicate delta rows":
    case "lagging delta":
      return hasToken;
    case "delta page lost midway":
      return isMidway;
    default:
      return true;
  }
}

const unauthorised: TenantResponse = {
  status: 401,
  headers: {},
  body: JSON.stringify({ error: { code: "InvalidAuthenticationToken", message: "Access token validation failure." } }),
};

function bodyText({ body }: TenantResponse): string {
  return typeof body === "string" ? body : "";
}

function summary({ method, url, body }: TenantRequest): string {
  const text = typeof body === "string" ? body.replaceAll(/\/sites\/[^/]*\/lists\//g, "…/").slice(0, 400) : "";
  return `${method} ${url.replace(/^.*\/lists\//, "…/").slice(0, 120)} ${text}`;
}

function outcomes(response: TenantResponse): string {
  const parts = [...bodyText(response).matchAll(/"id":"(\d+)","status":(\d+)/g)].map(([, id, status]) => `${id ?? ""}:${status ?? ""}`);
  return parts.length === 0 ? "" : ` (${parts.join(" ")})`;
}
