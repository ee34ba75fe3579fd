import { scopeNeeds, scopesFor, type Feature, type Scope, type TokenSource } from "../../graph";
import type { SignIn } from "../../hosts";
import { fail, succeed, type Clock, type Fault } from "../../kernel";
import type { ConsentService, Purpose } from "../../parts";

/** Without a window, for the first page: what the host may have fetched beforehand (nestedAppAuthInfo of the manifest). */
export const firstScopes: readonly Scope[] = [...scopesFor("signIn"), ...scopesFor("readRegisters")];

/** With a window: all that everybody needs, so that saving asks for nothing more. */
export const signInScopes: readonly Scope[] = [...new Set(scopeNeeds.filter(({ askedAt }) => askedAt === "sign in").map(({ scope }) => scope))];

const featuresOf: Readonly<Record<Exclude<Purpose, "read" | "save">, readonly Feature[]>> = {
  findPeople: ["findPeople"],
  // One window for the whole task.
  postCard: ["chooseTeam", "chooseChannel", "postMessages"],
  setUp: ["setUpRegisters"],
  keepOnDevice: ["keepPersonalFile"],
};

function scopesOf(purpose: Purpose): readonly Scope[] {
  return purpose === "read" || purpose === "save" ? signInScopes : [...new Set(featuresOf[purpose].flatMap(scopesFor))];
}

/** A silent request that is bound to fail costs a round trip, and the sign-in service stops whoever repeats it at once (AADSTS50196). */
const tryAgainAfterMs = 30_000;

interface Refusal {
  readonly scopes: readonly Scope[];
  readonly fault: Extract<Fault, { kind: "signInNeeded" }>;
  readonly atMs: number;
}

export interface Consent {
  /** Tokens for Graph, without a window. */
  readonly token: TokenSource;
  readonly service: ConsentService;
}

/** Tokens without a window, and the window for whatever they could not be had for. */
export function createConsent({ signIn, clock }: { readonly signIn: Pick<SignIn, "token" | "ask">; readonly clock: Clock }): Consent {
  const refusals = new Map<string, Refusal>();
  const listeners = new Set<() => void>();

  function settle(change: () => void): void {
    const before = heldUp();
    change();
    if (heldUp() !== before) listeners.forEach((listener) => listener());
  }

  function heldUp(): "read" | "save" | undefined {
    const missing = (feature: Feature): boolean => refusals.has(scopesFor(feature).join(" "));
    if (missing("readRegisters")) return "read";
    return missing("writeRegisters") ? "save" : undefined;
  }

  return {
    token: async (scopes, claims) => {
      const key = scopes.join(" ");
      const last = refusals.get(key);
      if (claims === undefined && last !== undefined && Math.abs(clock.nowMs() - last.atMs) < tryAgainAfterMs) return fail(last.fault);
      const answer = await signIn.token(scopes, claims);
      settle(() => {
        if (answer.ok) refusals.delete(key);
        else if (answer.fault.kind === "signInNeeded")
          refusals.set(key, { scopes, fault: claims === undefined ? answer.fault : { ...answer.fault, claims }, atMs: clock.nowMs() });
      });
      return answer;
    },
    service: {
      ask: async (purpose) => {
        const scopes = scopesOf(purpose);
        const claims = [...refusals.values()].find((refusal) => refusal.fault.claims !== undefined && refusal.scopes.some((one) => scopes.includes(one)))?.fault
          .claims;
        const asked = await signIn.ask(scopes, claims);
        if (asked.ok) {
          settle(() => {
            refusals.clear();
          });
          return succeed(undefined);
        }
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
