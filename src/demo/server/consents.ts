import { scopeNeeds, type Feature } from "../../graph";

const consentStates = ["given", "askFirst", "withheld"] as const;

/** given: the permission is there. askFirst: the person is asked, and may accept. withheld: only an administrator may give it. */
export type ConsentState = (typeof consentStates)[number];

export function isConsentState(value: unknown): value is ConsentState {
  return consentStates.some((state) => state === value);
}

export interface MissingConsent {
  readonly state: Exclude<ConsentState, "given">;
  readonly scopes: readonly string[];
}

/** What the product has been allowed, by what it needs it for. Consent belongs to an app: other clients of the tenant are not concerned. */
export class Consents {
  private readonly states = new Map<Feature, ConsentState>();

  list(): readonly { readonly feature: Feature; readonly scope: string; readonly state: ConsentState }[] {
    return scopeNeeds.map(({ feature, scope }) => ({ feature, scope, state: this.states.get(feature) ?? "given" }));
  }

  /** False when the product needs nothing of this name. */
  set(feature: string, state: ConsentState): boolean {
    const need = scopeNeeds.find((candidate) => candidate.feature === feature);
    if (need !== undefined) this.states.set(need.feature, state);
    return need !== undefined;
  }

  clear(): void {
    this.states.clear();
  }

  /** Undefined when all of the scopes are there. One that is withheld withholds what is asked for together with it. */
  missing(scopes: readonly string[]): MissingConsent | undefined {
    const bare = scopes.map((scope) => scope.replace("https://graph.microsoft.com/", ""));
    const lacking = this.list().filter(({ scope, state }) => state !== "given" && bare.includes(scope));
    if (lacking.length === 0) return undefined;
    const state = lacking.some((one) => one.state === "withheld") ? "withheld" : "askFirst";
    return { state, scopes: bare.filter((scope) => lacking.some((one) => one.scope === scope)) };
  }

  /** The person has pressed Accept. */
  accept(scopes: readonly string[]): void {
    const asked = this.missing(scopes);
    if (asked?.state !== "askFirst") return;
    for (const { feature, scope } of scopeNeeds) if (asked.scopes.includes(scope)) this.states.delete(feature);
  }
}
