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

/** How an organisation lets the app into its sites: all that the person may use, or those that an administrator grants one by one. */
export type PermissionWay = "broad" | "selected";

export interface ScopeNeed {
  /** Also the key of the sentence that tells people why. */
  readonly feature: Feature;
  readonly scope: Scope;
  /** What Microsoft asks; a tenant may ask an administrator for every scope. */
  readonly administratorMustConsent: boolean;
  /**
   * Where sites are granted one by one (permissions-selected-overview.md): the scope in its place, or nobody but an administrator.
   * Absent: the same scope.
   */
  readonly insteadPerSite?: Scope | "administrator";
  /** When the person is first asked; `not yet`: no screen needs it so far. */
  readonly askedAt: "sign in" | "first use" | "not yet";
}

/** The one table of permissions: calls, the permissions page, the app manifest and docs/admin.md read it. */
export const scopeNeeds: readonly ScopeNeed[] = [
  { feature: "signIn", scope: "User.Read", administratorMustConsent: false, askedAt: "sign in" },
  { feature: "readRegisters", scope: "Sites.Read.All", administratorMustConsent: false, insteadPerSite: "Sites.Selected", askedAt: "sign in" },
  { feature: "writeRegisters", scope: "Sites.ReadWrite.All", administratorMustConsent: false, insteadPerSite: "Sites.Selected", askedAt: "sign in" },
  { feature: "setUpRegisters", scope: "Sites.Manage.All", administratorMustConsent: false, insteadPerSite: "administrator", askedAt: "first use" },
  { feature: "findPeople", scope: "User.ReadBasic.All", administratorMustConsent: false, askedAt: "first use" },
  { feature: "chooseTeam", scope: "Team.ReadBasic.All", administratorMustConsent: false, askedAt: "first use" },
  { feature: "chooseChannel", scope: "Channel.ReadBasic.All", administratorMustConsent: false, askedAt: "first use" },
  { feature: "postMessages", scope: "ChannelMessage.Send", administratorMustConsent: false, askedAt: "first use" },
  { feature: "keepPersonalFile", scope: "Files.ReadWrite.AppFolder", administratorMustConsent: false, askedAt: "first use" },
  { feature: "findChannelFolder", scope: "Files.Read.All", administratorMustConsent: false, askedAt: "not yet" },
  { feature: "saveReports", scope: "Sites.ReadWrite.All", administratorMustConsent: false, insteadPerSite: "Sites.Selected", askedAt: "not yet" },
];

const scopesByFeature = new Map(scopeNeeds.map((need) => [need.feature, [need.scope] as const]));
const insteadByScope = new Map(scopeNeeds.map(({ scope, insteadPerSite }) => [scope, insteadPerSite ?? scope]));

/** The scopes to pass with a call that serves the feature. */
export function scopesFor(feature: Feature): readonly Scope[] {
  return scopesByFeature.get(feature) ?? [];
}

/** What to ask the sign-in service for when a call wants these; undefined where only an administrator can do what the call does. */
export function scopesUnder(way: PermissionWay, wanted: readonly Scope[]): readonly Scope[] | undefined {
  const scopes = new Set(way === "broad" ? wanted : wanted.map((scope) => insteadByScope.get(scope) ?? scope));
  return scopes.has("administrator") ? undefined : [...scopes].filter((scope) => scope !== "administrator");
}
