import { tabSettingsWords } from "../../content";
import type { Scope } from "../../parts";
import type { TabSettingsChoice } from "./site-reader";
import type { SiteCheck } from "./use-site-check";

/** What a tab can be bound to; the personal app alone shows "mine". */
export type TabScopeKind = Exclude<Scope["kind"], "mine">;

/** The complete choice, or undefined while something is missing. A record must be one that the site really has. */
export function choiceFrom(kind: TabScopeKind, ref: string, check: SiteCheck): TabSettingsChoice | undefined {
  if (check.kind !== "ready") return undefined;
  const site = check.site.address;
  if (kind === "raid") return { site, scope: { kind }, name: tabSettingsWords.raid };
  if (kind === "portfolio") return { site, scope: { kind }, name: tabSettingsWords.portfolio };
  const record = (kind === "project" ? check.projects : check.programmes).find((candidate) => candidate.ref === ref);
  return record === undefined ? undefined : { site, scope: { kind, ref: record.ref }, name: record.title };
}
