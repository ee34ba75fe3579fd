import type { Site, Sites } from "../../graph";
import { fail, type Result } from "../../kernel";

/** Finds a site by its https address, never by search: a name may belong to another site. */
export async function siteAt(sites: Sites, address: string): Promise<Result<Site>> {
  const site = await answerAt(sites, address);
  // The host of another organisation answers 400 "Invalid hostname for this tenancy", not 404 (recorded answers of Graph).
  return !site.ok && site.fault.kind === "invalid" ? fail({ kind: "notFound" }) : site;
}

/** The same, where it matters whether the site is another organisation's (`invalid`). */
export async function answerAt(sites: Sites, address: string): Promise<Result<Site>> {
  if (!URL.canParse(address)) return fail({ kind: "notFound" });
  const { hostname, pathname, protocol } = new URL(address);
  if (protocol !== "https:") return fail({ kind: "notFound" });
  // A pasted address often leads to a list or a page inside the site; the site is the first two parts of its path.
  const [first = "", second = ""] = pathname.split("/").filter((part) => part !== "");
  const path = /^(sites|teams)$/i.test(first) ? `/${first}/${second}` : "/";
  return sites.byPath(hostname, decodeURIComponent(path));
}
