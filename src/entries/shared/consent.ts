import { scopeNeeds, scopesFor, scopesUnder, type Feature, type PermissionWay, type Scope, type TokenSource } from "../../graph";
import type { SignIn } from "../../hosts";
import { fail, succeed, type Clock, type Fault } from "../../kernel";
import type { ConsentService, Purpose } from "../../parts";

/** Without a window, for the first page: what the host may have fetched beforehand (nestedAppAuthInfo of the manifest). */
export function firstScopes(way: PermissionWay): readonly Scope[] {
  return scopesUnder(way, [...scopesFor("signIn"), ...scopesFor("readRegisters")]) ?? [];
}

/** With a window: all that everybody needs, so that saving asks for nothing more. */
export function signInScopes(way: PermissionWay): readonly Scope[] {
  const asked = scopeNeeds.filter(({ askedAt }) => askedAt === "sign in").map(({ scope }) => scope);
  return scopesUnder(way, [...new Set(asked)]) ?? [];
}

const featuresOf: Readonly<Record<Exclude<Purpose, "read" | "save">, readonly Feature[]>> = {
  findPeople: ["findPeople"],
  // One window for the whole task.
  postCard: ["chooseTeam", "chooseChannel", "postMessages"],
  setUp: ["setUpRegisters"],
  keepOnDevice: ["keepPersonalFile"],
};

function scopesOf(way: PermissionWay, purpose: Purpose): readonly Scope[] | undefined {
  return purpose === "read" || purpose === "save" ? signInScopes(way) : scopesUnder(way, [...new Set(featuresOf[purpose].flatMap(scopesFor))]);
}

/** A silent request that is bound to fail costs a round trip, and the sign-in service stops whoever repeats it at once (AADSTS50196). */
const tryAgainAfterMs = 30_000;

/** Not asked for: where sites are granted one by one, no person can allow this. */
const byAdministrator = fail({
  kind: "forbidden",
  origin: { status: 403, code: "administratorDoesThis", requestId: "", message: "An administrator does this where sites are granted one by one." },
} as const);

interface Refusal {
  readonly scopes: readonly Scope[];
  readonly fault: Extract<Fault, { kind: "signInNeeded" }>;
  readonly atMs: number;
}

/** What has become of a permission on this page; `unknown` while nothing needed it. */
export type PermissionState = "unknown" | "allowed" | "notAllowed" | "refused" | "administrator";

/** What the page as a whole knows beside what screens see. */
export interface PageConsent extends ConsentService {
  readonly way: PermissionWay;
  state(feature: Feature): PermissionState;
}

export interface Consent {
  /** Tokens for Graph, without a window. */
  readonly token: TokenSource;
  readonly service: PageConsent;
}

export interface ConsentParts {
  readonly signIn: Pick<SignIn, "token" | "ask">;
  readonly clock: Clock;
  readonly way: PermissionWay;
}

/** Tokens without a window, and the window for whatever they could not be had for. The one place that turns scopes into those of the organisation's way. */
export function createConsent({ signIn, clock, way }: ConsentParts): Consent {
  const refusals = new Map<string, Refusal>();
  // Whoever is here has signed in with these.
  const states = new Map<Scope, "allowed" | "notAllowed" | "refused">(firstScopes(way).map((scope) => [scope, "allowed"]));
  const listeners = new Set<() => void>();

  function note(scopes: readonly Scope[], state: "allowed" | "notAllowed" | "refused"): void {
    // A silent request after a refusal says nothing new.
    for (const scope of scopes) if (state !== "notAllowed" || states.get(scope) !== "refused") states.set(scope, state);
  }

  function settle(change: () => void): void {
    const before = heldUp();
    change();
    if (heldUp() !== before) listeners.forEach((listener) => listener());
  }

  function heldUp(): "read" | "save" | undefined {
    const missing = (feature: Feature): boolean => refusals.has((scopesUnder(way, scopesFor(feature)) ?? []).join(" "));
    if (missing("readRegisters")) return "read";
    return missing("writeRegisters") ? "save" : undefined;
  }

  return {
    token: async (wanted, claims) => {
      const scopes = scopesUnder(way, wanted);
      if (scopes === undefined) return byAdministrator;
      const key = scopes.join(" ");
      const last = refusals.get(key);
      if (claims === undefined && last !== undefined && Math.abs(clock.nowMs() - last.atMs) < tryAgainAfterMs) return fail(last.fault);
      const answer = await signIn.token(scopes, claims);
      settle(() => {
        if (answer.ok) refusals.delete(key);
        else if (answer.fault.kind === "signInNeeded")
          refusals.set(key, { scopes, fault: claims === undefined ? answer.fault : { ...answer.fault, claims }, atMs: clock.nowMs() });
      });
      if (answer.ok || answer.fault.kind === "signInNeeded") note(scopes, answer.ok ? "allowed" : "notAllowed");
      return answer;
    },
    service: {
      way,
      state: (feature) => {
        const scopes = scopesUnder(way, scopesFor(feature));
        if (scopes === undefined) return "administrator";
        return scopes.map((scope) => states.get(scope)).find((state) => state !== undefined) ?? "unknown";
      },
      ask: async (purpose) => {
        const scopes = scopesOf(way, purpose);
        if (scopes === undefined) return byAdministrator;
        const claims = [...refusals.values()].find((refusal) => refusal.fault.claims !== undefined && refusal.scopes.some((one) => scopes.includes(one)))?.fault
          .claims;
        const asked = await signIn.ask(scopes, claims);
        if (asked.ok) {
          note(scopes, "allowed");
          settle(() => {
            refusals.clear();
          });
          return succeed(undefined);
        }
        if (asked.fault.kind === "forbidden" || asked.fault.kind === "signInNeeded") note(scopes, "refused");
        // The person was there and the permission still is not: it is not theirs to give.
        if (asked.fault.kind === "signInNeeded")
          return fail({ kind: "forbidden", ...(asked.fault.origin === undefined ? {} : { origin: asked.fault.origin }) });
        return asked;
      },
      heldUp,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}
