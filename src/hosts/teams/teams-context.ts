import { property, textAt } from "../../kernel";
import type { HostContext, HostTheme } from "../host";

/** Reads the context teams-js hands over; anything that is not as expected is left out. */
export function parseTeamsContext(context: unknown): HostContext {
  const app = property(context, "app");
  const page = property(context, "page");
  const team = property(context, "team");
  const channel = property(context, "channel");
  const person = property(context, "user");
  const groupId = textAt(team, "groupId");
  const channelId = textAt(channel, "id");
  const siteAddress = parseSite(property(context, "sharePointSite"));
  const tenantId = textAt(property(person, "tenant"), "id");
  const objectId = textAt(person, "id");
  return {
    theme: parseTheme(textAt(app, "theme")),
    ...named("pageId", textAt(page, "id")),
    ...named("subPageId", textAt(page, "subPageId")),
    ...(groupId === undefined ? {} : { team: { groupId, name: textAt(team, "displayName") ?? "" } }),
    ...(channelId === undefined
      ? {}
      : { channel: { id: channelId, name: textAt(channel, "displayName") ?? "", kind: channelKind(textAt(channel, "membershipType")) } }),
    ...(siteAddress === undefined ? {} : { siteAddress }),
    ...(tenantId === undefined || objectId === undefined
      ? {}
      : { person: { tenantId, objectId, loginHint: textAt(person, "loginHint") ?? textAt(person, "userPrincipalName") ?? "" } }),
  };
}

function named<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  return value === undefined || value === "" ? {} : ({ [name]: value } as Record<Name, string>); // a computed key is widened to string
}

/** The address of the page that Teams wakes the app for; the library makes a URL of the host's text. */
export function parseOpenedPage(opened: unknown): string | undefined {
  const address = property(opened, "contentUrl");
  return address instanceof URL ? address.href : textAt(opened, "contentUrl");
}

/** "glass" is a dark theme of newer Teams clients. */
export function parseTheme(theme: string | undefined): HostTheme {
  if (theme === "dark" || theme === "glass") return "dark";
  return theme === "contrast" ? "contrast" : "default";
}

function channelKind(membershipType: string | undefined): "standard" | "private" | "shared" {
  const plain = membershipType?.toLowerCase();
  return plain === "private" || plain === "shared" ? plain : "standard";
}

function parseSite(site: unknown): string | undefined {
  const address = textAt(site, "teamSiteUrl");
  return address !== undefined && URL.canParse(address) && new URL(address).protocol === "https:" ? address : undefined;
}
