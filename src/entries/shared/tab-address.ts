import { safeHref } from "../../kernel";
import type { Scope } from "../../parts";

/** What a saved tab shows: a site and what of it. */
export interface TabChoice {
  /** An https address. */
  readonly site: string;
  readonly scope: Scope;
}

/** "?site=https%3A%2F%2F…&scope=project%3AP-0001" */
export function tabAddress({ site, scope }: TabChoice): string {
  const text = scope.kind === "project" || scope.kind === "programme" ? `${scope.kind}:${scope.ref}` : scope.kind;
  return `?${new URLSearchParams({ site, scope: text }).toString()}`;
}

/** The address of a tab comes from Teams, a link or anybody: what is not wholly such an address is no choice. */
export function parseTabAddress(search: string): TabChoice | undefined {
  const asked = new URLSearchParams(search);
  const [site, ...otherSites] = asked.getAll("site");
  const [written, ...otherScopes] = asked.getAll("scope");
  if (site === undefined || written === undefined || otherSites.length + otherScopes.length > 0 || safeHref(site) === undefined) return undefined;
  const scope = parseScope(written);
  return scope === undefined ? undefined : { site, scope };
}

const recordScope = /^(project|programme):([A-Z]{1,3}-[0-9]{1,9})$/;

function parseScope(written: string): Scope | undefined {
  if (written === "raid" || written === "portfolio" || written === "mine") return { kind: written };
  const [, kind, ref] = recordScope.exec(written) ?? [];
  if (ref === undefined) return undefined;
  return kind === "programme" ? { kind, ref } : { kind: "project", ref };
}
