/**
 * Delegated permissions that open each kind of call: the least one first, then what is accepted instead
 * (microsoftgraph/microsoft-graph-devx-content, permissions.json; Graph permissions reference).
 */
export const scopesFor = {
  readSites: ["Sites.Read.All", "Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All"],
  readLists: ["Sites.Read.All", "Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All"],
  manageLists: ["Sites.Manage.All", "Sites.FullControl.All"],
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

export function scopesAllow(need: ScopeNeed, held: readonly string[]): boolean {
  const accepted: readonly string[] = scopesFor[need];
  return held.some((scope) => accepted.includes(scope.replace("https://graph.microsoft.com/", "")));
}
