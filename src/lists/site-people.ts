import { graphPath, parseListItem, readAll, scopesFor, type Graph } from "../graph";
import { textAt } from "../kernel";

/** A person as one site knows them; person columns hold the id, which means nothing in another site (graph.md 5.4). */
export interface SitePerson {
  readonly lookupId: string;
  readonly name: string;
  /** Lower case; absent where the site does not tell. */
  readonly address?: string;
}

/** Who a site has met. Empty where the list of people may not be read. */
export interface SitePeople {
  byLookupId(id: string): SitePerson | undefined;
  byAddress(address: string): SitePerson | undefined;
}

export const nobody: SitePeople = { byLookupId: () => undefined, byAddress: () => undefined };

const peopleList = "User Information List";

/** Everybody whom the site has met, one request for each 2,000 of them. */
export async function readPeople(graph: Graph, site: string): Promise<SitePeople> {
  const found = await readAll(graph, graphPath`/sites/${site}/lists/${peopleList}/items`, {
    scopes: scopesFor("readRegisters"),
    query: { expand: [{ of: "fields", select: ["Title", "EMail", "UserName"] }], top: 2_000 },
    parse: parseListItem,
  });
  // Some sites keep this list to their owners; then names come with the rows, and nobody can be written.
  if (!found.ok) return nobody;
  const byId = new Map<string, SitePerson>();
  const byAddress = new Map<string, SitePerson>();
  for (const { id, fields } of found.value) {
    const name = textAt(fields, "Title");
    const address = (textAt(fields, "UserName") ?? textAt(fields, "EMail"))?.toLowerCase();
    if (name === undefined) continue;
    const person: SitePerson = { lookupId: id, name, ...(address === undefined || address === "" ? {} : { address }) };
    byId.set(id, person);
    if (person.address !== undefined && !byAddress.has(person.address)) byAddress.set(person.address, person);
    const mail = textAt(fields, "EMail")?.toLowerCase();
    if (mail !== undefined && mail !== "" && !byAddress.has(mail)) byAddress.set(mail, person);
  }
  return { byLookupId: (id) => byId.get(id), byAddress: (address) => byAddress.get(address.toLowerCase()) };
}
