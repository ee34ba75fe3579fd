/**
 * Delegated permissions that open each kind of call: the least one first, then what is accepted instead
 * (microsoftgraph/microsoft-graph-devx-content, permissions.json; Graph permissions reference).
 */
export const scopesFor = {
  findSites: ["Sites.Read.All", "Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All"],
  readSites: ["Sites.Read.All", "Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All"],
  readLists: ["Sites.Read.All", "Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All"],
  manageLists: ["Sites.Manage.All", "Sites.FullControl.All"],
  manageSitePermissions: ["Sites.FullControl.All"],
  readItems: ["Sites.Read.All", "Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All"],
  writeItems: ["Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All"],
  readFiles: ["Files.Read", "Files.ReadWrite", "Files.Read.All", "Files.ReadWrite.All", "Sites.Read.All", "Sites.ReadWrite.All"],
  writeFiles: ["Files.ReadWrite", "Files.ReadWrite.All", "Sites.ReadWrite.All"],
  readAppFolder: ["Files.ReadWrite.AppFolder", "Files.Read", "Files.ReadWrite", "Files.Read.All", "Files.ReadWrite.All"],
  writeAppFolder: ["Files.ReadWrite.AppFolder", "Files.ReadWrite", "Files.ReadWrite.All"],
  readJoinedTeams: ["Team.ReadBasic.All", "TeamSettings.Read.All", "TeamSettings.ReadWrite.All"],
  readChannels: ["Channel.ReadBasic.All", "ChannelSettings.Read.All", "ChannelSettings.ReadWrite.All"],
  readFilesFolder: ["Files.Read.All", "Files.Read", "Files.ReadWrite", "Files.ReadWrite.All", "Sites.Read.All", "Sites.ReadWrite.All"],
  sendChannelMessages: ["ChannelMessage.Send", "Group.ReadWrite.All"],
  readChannelMessages: ["ChannelMessage.Read.All", "Group.Read.All", "Group.ReadWrite.All"],
  readMe: ["User.Read", "User.ReadBasic.All", "User.Read.All", "User.ReadWrite"],
  readUsers: ["User.ReadBasic.All", "User.Read.All", "User.ReadWrite.All"],
  readPeople: ["People.Read", "People.Read.All"],
  readOwnPhoto: ["User.Read", "User.ReadBasic.All", "User.Read.All", "ProfilePhoto.Read.All"],
  readPhotos: ["User.ReadBasic.All", "User.Read.All", "ProfilePhoto.Read.All"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ScopeNeed = keyof typeof scopesFor;

/** Calls on one site and what it holds. Looking for sites is not among them: an app with Sites.Selected must be told which. */
const selectedNeeds: ReadonlySet<ScopeNeed> = new Set(["readSites", "readLists", "readItems", "writeItems", "readFiles", "writeFiles"]);

/** broad: the person's right decides. selected: it decides together with what the app was granted on the site. */
export type Access = "broad" | "selected";

/** What opens the call for these scopes; undefined: none does. Whether Sites.Selected may make lists is not known. */
export function accessOf(need: ScopeNeed, held: readonly string[], quirks: { readonly selectedMayCreateLists: boolean }): Access | undefined {
  const accepted: readonly string[] = scopesFor[need];
  const bare = held.map((scope) => scope.replace("https://graph.microsoft.com/", ""));
  if (bare.some((scope) => accepted.includes(scope))) return "broad";
  const maySelect = selectedNeeds.has(need) || (need === "manageLists" && quirks.selectedMayCreateLists);
  return maySelect && bare.includes("Sites.Selected") ? "selected" : undefined;
}
