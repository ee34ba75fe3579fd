import { parseJson, textAt } from "../../../kernel";

/** Where a link of the tab or of a card leads in the demo. */
export type LinkTarget =
  /** A record in the personal tab. */
  | { readonly kind: "record"; readonly subPageId: string }
  | { readonly kind: "channel"; readonly channelId: string }
  /** A page that may open in a window of its own. */
  | { readonly kind: "page"; readonly address: string }
  | { readonly kind: "nowhere"; readonly address: string };

const teamsHost = "teams.microsoft.com";

/** Reads https://teams.microsoft.com/l/entity/{appId}/{pageId}?context={"subEntityId":…} and .../l/message/{channelId}/… */
export function readLink(address: string, place: { readonly origin: string; readonly appId: string }): LinkTarget {
  const nowhere: LinkTarget = { kind: "nowhere", address };
  if (!URL.canParse(address)) return nowhere;
  const url = new URL(address);
  if (url.origin === place.origin) return { kind: "page", address: url.href };
  if (url.hostname !== teamsHost) return nowhere; // the demo sends nobody to the network
  const [, start, kind, first] = url.pathname.split("/");
  if (start !== "l" || first === undefined) return nowhere;
  if (kind === "message" || kind === "channel") return { kind: "channel", channelId: decodeURIComponent(first) };
  if (kind !== "entity" || decodeURIComponent(first) !== place.appId) return nowhere;
  return { kind: "record", subPageId: textAt(parseJson(url.searchParams.get("context") ?? ""), "subEntityId") ?? "" };
}
