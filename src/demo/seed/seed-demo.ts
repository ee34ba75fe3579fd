import type { Tenant } from "../tenant";
import { addHomemade } from "./homemade";
import { addListOwnersWork, addRowsTypedInLists } from "./list-owner-rows";
import { bookSites, type BookRequest } from "./site-books";
import { openSite } from "./site-writer";
import { addTenants, northmereHost } from "./tenants";

export interface SeedRequest extends BookRequest {
  /** Fresh: without tenants, people or sites. */
  readonly tenant: Tenant;
  /** Sets the tenant's clock, so that rows have a past; without it all is written now. */
  readonly setNowMs?: (nowMs: number) => void;
}

/** Keys of the sites that Northmere's administrator has written down, and granted to the product one by one. */
export const deployedSites: readonly string[] = ["pmo", "northmere-estates"];

/** What was written where, for tests and for people who look. */
export interface SeededSite {
  /** Key of the site in the tenant's administration. */
  readonly site: string;
  /** Rows by register, those typed in Lists not counted. */
  readonly rowCounts: ReadonlyMap<string, number>;
  /** Refs of rows that break a rule on purpose. */
  readonly imperfect: ReadonlySet<string>;
}

/**
 * Fills a tenant with two invented trusts, through Graph and, but for the lists made by hand, the product's own provisioning. The same request to a tenant
 * with the same randomness gives the same tenant. Throws (a bug) when the tenant refuses a row.
 */
export async function seedDemo({ tenant, setNowMs, ...request }: SeedRequest): Promise<readonly SeededSite[]> {
  addTenants(tenant);
  for (const site of deployedSites) tenant.grantApp(site, "write");
  const seeded: SeededSite[] = [];
  for (const { site, book, imperfect } of bookSites(request)) {
    const { key, host, path, owner, registers } = site;
    const writer = await openSite({ tenant, host, path, owner, today: request.today, setNowMs });
    await writer.provision(registers);
    await writer.write(book);
    if (key === "pmo") {
      await addListOwnersWork(writer);
      addRowsTypedInLists(tenant, request.today);
    }
    seeded.push({ site: key, rowCounts: book.countRows(), imperfect });
  }
  await addHomemade({ tenant, host: northmereHost, seed: request.seed, today: request.today, setNowMs });
  return seeded;
}
