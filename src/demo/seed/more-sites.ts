import type { Tenant } from "../tenant";
import { imagingPortfolio, pharmacyPortfolio, wardsPortfolio, type PortfolioLine } from "./content/portfolio";

/** Sites of Northmere beside the trust's own two. No administrator has written them down. */
interface SpreadSite {
  readonly key: string;
  readonly displayName: string;
  readonly portfolio: readonly PortfolioLine[];
  /** Keys of people who may only read. */
  readonly readers: readonly string[];
}

/** Projects kept in a site each: every one has its own P-0001, and a reader sees some of them. */
export const spreadSites: readonly SpreadSite[] = [
  { key: "spread-imaging", displayName: "Imaging projects", portfolio: imagingPortfolio, readers: ["sro"] },
  { key: "spread-pharmacy", displayName: "Pharmacy projects", portfolio: pharmacyPortfolio, readers: ["sro"] },
  { key: "spread-wards", displayName: "Ward projects", portfolio: wardsPortfolio, readers: [] },
];

export function addMoreSites(tenant: Tenant, idOf: (name: string) => string): void {
  const team = (key: string, displayName: string, people: { readonly owners: readonly string[]; readonly members: readonly string[] }): void => {
    tenant.addTeam({ key, tenant: "northmere", displayName, id: idOf(`team ${key}`), sitePath: `/sites/${key}`, ...people });
  };
  team("new-pmo", "New PMO", { owners: ["pmo"], members: ["pm"] });
  tenant.addChannel({ key: "new-pmo-set-up", team: "new-pmo", displayName: "Set-up", id: "19:demo-new-pmo-set-up@thread.tacv2" });
  team("homemade", "Theatres improvement", {
    owners: ["pmo"],
    members: ["pm", "finance", "helen-strand", "lewis-farrant", "alastair-quill", "bronwen-hughestate", "niamh-gallagher"],
  });
  tenant.grant("homemade", "sro", "read");
  for (const { key, displayName, portfolio, readers } of spreadSites) {
    const guids = { siteGuid: idOf(`${key} site`), webGuid: idOf(`${key} web`) };
    tenant.addSite({ key, tenant: "northmere", path: `/sites/${key}`, displayName, ...guids });
    tenant.grant(key, "pmo", "manage");
    for (const [, , , , , manager] of portfolio) tenant.grant(key, manager, "write");
    for (const reader of readers) tenant.grant(key, reader, "read");
    for (const person of ["pmo", ...readers]) tenant.follow(person, key);
  }
}
