import { scopeNeeds, scopesUnder, type Feature, type PermissionWay } from "../../graph";

const consentStates = ["given", "askFirst", "withheld"] as const;

/** given: the permission is there. askFirst: the person is asked, and may accept. withheld: only an administrator may give it. */
export type ConsentState = (typeof consentStates)[number];

export function isConsentState(value: unknown): value is ConsentState {
  return consentStates.some((state) => state === value);
}

export function isPermissionWay(value: unknown): value is PermissionWay {
  return value === "broad" || value === "selected";
}

/** What Entra answers where Conditional Access refuses a token, as people have recorded it (MSOLSpray issue 5). */
export const blockedByPolicy = {
  error: "interaction_required",
  suberror: "message_only",
  error_codes: [53003],
  error_description: "AADSTS53003: Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.",
} as const;

export interface MissingConsent {
  readonly state: Exclude<ConsentState, "given">;
  readonly scopes: readonly string[];
}

/** What the product has been allowed, by what it needs it for. Consent belongs to an app: other clients of the tenant are not concerned. */
export class Consents {
  /** What an administrator has chosen. The scopes of the other way are withheld, but for one that is given by its feature's name. */
  way: PermissionWay = "broad";
  /** True: Entra refuses the product every token. */
  conditionalAccess = false;
  private readonly states = new Map<Feature, ConsentState>();

  list(): readonly { readonly feature: Feature; readonly scope: string; readonly state: ConsentState }[] {
    return scopeNeeds.map(({ feature, scope: usual }) => {
      const scope = scopesUnder(this.way, [usual])?.[0] ?? usual;
      return { feature, scope, state: this.states.get(feature) ?? this.usualState(scope) };
    });
  }

  private usualState(scope: string): "given" | "withheld" {
    const isOfOtherWay = this.way === "selected" ? /^Sites\..+\.All$/.test(scope) : scope === "Sites.Selected";
    return isOfOtherWay ? "withheld" : "given";
  }

  /** False when the product needs nothing of this name. */
  set(feature: string, state: ConsentState): boolean {
    const need = scopeNeeds.find((candidate) => candidate.feature === feature);
    if (need !== undefined) this.states.set(need.feature, state);
    return need !== undefined;
  }

  clear(): void {
    this.states.clear();
    this.way = "broad";
    this.conditionalAccess = false;
  }

  /** Undefined when all of the scopes are there. One that is withheld withholds what is asked for together with it. */
  missing(scopes: readonly string[]): MissingConsent | undefined {
    const bare = scopes.map((scope) => scope.replace("https://graph.microsoft.com/", ""));
    const needs = this.list();
    const statesOf = (scope: string): readonly ConsentState[] => {
      const known = needs.filter((need) => need.scope === scope).map(({ state }) => state);
      return known.length > 0 ? known : [this.usualState(scope)];
    };
    const lacking = bare.filter((scope) => statesOf(scope).some((state) => state !== "given"));
    if (lacking.length === 0) return undefined;
    return { state: lacking.some((scope) => statesOf(scope).includes("withheld")) ? "withheld" : "askFirst", scopes: lacking };
  }

  /** The person has pressed Accept. */
  accept(scopes: readonly string[]): void {
    const asked = this.missing(scopes);
    if (asked?.state !== "askFirst") return;
    for (const { feature, scope } of this.list()) if (asked.scopes.includes(scope)) this.states.delete(feature);
  }
}
