/** A delegated permission of Microsoft Graph. The product asks for no application permission. */
export type Scope =
  | "User.Read"
  | "User.ReadBasic.All"
  | "Sites.Read.All"
  | "Sites.ReadWrite.All"
  | "Sites.Manage.All"
  | "Sites.Selected"
  | "Team.ReadBasic.All"
  | "Channel.ReadBasic.All"
  | "ChannelMessage.Send"
  | "Files.Read.All"
  | "Files.ReadWrite.AppFolder";

export type Feature =
  | "signIn"
  | "readRegisters"
  | "writeRegisters"
  | "setUpRegisters"
  | "findPeople"
  | "chooseTeam"
  | "chooseChannel"
  | "postMessages"
  | "findChannelFolder"
  | "saveReports"
  | "keepPersonalFile";

export interface ScopeNeed {
  /** Also the key of the sentence that tells people why. */
  readonly feature: Feature;
  readonly scope: Scope;
  /** What Microsoft asks; a tenant may ask an administrator for every scope. */
  readonly administratorMustConsent: boolean;
  /** What a trust may grant in its place, site by site (permissions-selected-overview.md). */
  readonly insteadPerSite?: Scope;
  /** When the person is first asked. */
  readonly askedAt: "sign in" | "first use";
}

/** The one table of permissions: calls, the permissions page, the app manifest and the documents read it. */
export const scopeNeeds: readonly ScopeNeed[] = [
  { feature: "signIn", scope: "User.Read", administratorMustConsent: false, askedAt: "sign in" },
  { feature: "readRegisters", scope: "Sites.Read.All", administratorMustConsent: false, insteadPerSite: "Sites.Selected", askedAt: "sign in" },
  { feature: "writeRegisters", scope: "Sites.ReadWrite.All", administratorMustConsent: false, insteadPerSite: "Sites.Selected", askedAt: "sign in" },
  { feature: "setUpRegisters", scope: "Sites.Manage.All", administratorMustConsent: false, askedAt: "first use" },
  { feature: "findPeople", scope: "User.ReadBasic.All", administratorMustConsent: false, askedAt: "first use" },
  { feature: "chooseTeam", scope: "Team.ReadBasic.All", administratorMustConsent: false, askedAt: "first use" },
  { feature: "chooseChannel", scope: "Channel.ReadBasic.All", administratorMustConsent: false, askedAt: "first use" },
  { feature: "postMessages", scope: "ChannelMessage.Send", administratorMustConsent: false, askedAt: "first use" },
  { feature: "findChannelFolder", scope: "Files.Read.All", administratorMustConsent: false, askedAt: "first use" },
  { feature: "saveReports", scope: "Sites.ReadWrite.All", administratorMustConsent: false, insteadPerSite: "Sites.Selected", askedAt: "first use" },
  { feature: "keepPersonalFile", scope: "Files.ReadWrite.AppFolder", administratorMustConsent: false, askedAt: "first use" },
];

const scopesByFeature = new Map(scopeNeeds.map((need) => [need.feature, [need.scope] as const]));

/** The scopes to pass with a call that serves the feature. */
export function scopesFor(feature: Feature): readonly Scope[] {
  return scopesByFeature.get(feature) ?? [];
}
