import type { Scope } from "../../parts";

/** What a saved tab shows: a site and what of it. */
export interface TabChoice {
  /** An https address. */
  readonly site: string;
  readonly scope: Scope;
}

const ref = /^[A-Z]{1,3}-[0-9]{1,9}$/;

/** "?site=https%3A%2F%2F…&scope=project%3AP-0001" */
export function tabAddress({ site, scope }: TabChoice): string {
  const text = scope.kind === "project" || scope.kind === "programme" ? `${scope.kind}:${scope.ref}` : scope.kind;
  return `?${new URLSearchParams({ site, scope: text }).toString()}`;
}

/** Anything that is not exactly such an address is no choice. */
export function parseTabAddress(search: string): TabChoice | undefined {
  const asked = new URLSearchParams(search);
  const site = asked.get("site") ?? "";
  const [kind, scopeRef = ""] = (asked.get("scope") ?? "").split(":");
  if (!URL.canParse(site) || new URL(site).protocol !== "https:") return undefined;
  if (kind === "project" || kind === "programme") return ref.test(scopeRef) ? { site, scope: { kind, ref: scopeRef } } : undefined;
  return kind === "raid" || kind === "portfolio" || kind === "mine" ? { site, scope: { kind } } : undefined;
}
