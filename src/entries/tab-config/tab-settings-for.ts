import type { TabSettingsChoice } from "../../features/tab-settings";
import type { TabSettings } from "../../hosts";
import { tabAddress } from "../shared";

/** Teams shows about this much of a tab's name. */
const longestName = 64;

/** @param pageAddress the settings page's own address; the tab's page lies beside it. */
export function tabSettingsFor(choice: TabSettingsChoice, pageAddress: string): TabSettings {
  const address = new URL(`tab.html${tabAddress(choice)}`, pageAddress).href;
  const { kind } = choice.scope;
  const ref = "ref" in choice.scope ? `-${choice.scope.ref}` : "";
  return {
    // The same choice keeps its identity, so links to the tab survive a change of its name.
    entityId: `${kind}${ref}-${shortMark(choice.site.toLowerCase())}`,
    contentUrl: address,
    websiteUrl: address,
    suggestedDisplayName: choice.name.slice(0, longestName),
    removeUrl: new URL("tab-config.html?remove", pageAddress).href,
  };
}

/** A short mark of a text, for telling a handful of sites apart (FNV-1a, 32 bits, from both ends). */
function shortMark(text: string): string {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return [fnv(codes), fnv(codes.toReversed())].map((hash) => hash.toString(36)).join("");
}

function fnv(codes: readonly number[]): number {
  return codes.reduce((hash, code) => Math.imul(hash ^ code, 0x01000193), 0x811c9dc5) >>> 0;
}
