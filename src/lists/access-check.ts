import { createPeople, graphPath, parseListItem, scopesFor, type Graph, type Site } from "../graph";
import { fail, listAt, succeed, textAt, type Result } from "../kernel";
import type { SiteLists } from "./site-lists";

export interface AccessCheckPorts {
  readonly graph: Graph;
  readonly lists: SiteLists;
  /** The site by its address, asked anew. `invalid`: of another organisation. */
  readonly findSite: () => Promise<Result<Site>>;
}

export interface AccessQuestion {
  readonly register?: string;
  readonly row?: string;
}

/** What a few reads answered, in their order; a question after one that failed was not asked. */
export interface AccessFindings {
  readonly me: Result<{ readonly name: string; readonly address: string }>;
  readonly site?: Result<{ readonly name: string; readonly address: string }>;
  readonly lists?: Result<number>;
  readonly list?: Result<{ readonly address: string }>;
  readonly rows?: Result<number>;
  readonly row?: Result<{ readonly label: string }>;
}

const read = { scopes: scopesFor("readRegisters") };

/** From the person to one row, as far as it goes: at most six reads, never a write. What was known before is asked again. */
export async function checkAccess(ports: AccessCheckPorts, { register, row }: AccessQuestion): Promise<AccessFindings> {
  const { graph, lists } = ports;
  const person = await createPeople(graph).me();
  const me = person.ok ? succeed({ name: person.value.displayName, address: person.value.address }) : person;
  if (!me.ok) return { me };
  const found = await ports.findSite();
  const site = found.ok ? succeed({ name: found.value.displayName, address: found.value.webUrl }) : found;
  if (!found.ok) return { me, site };
  lists.forget(found.value.id);
  const all = await lists.all(found.value.id);
  const seen = all.ok ? succeed(all.value.length) : all;
  if (!seen.ok || register === undefined) return { me, site, lists: seen };
  const place = { site: found.value.id, register };
  const schema = await lists.schemaNow(place);
  const list = schema.ok ? succeed({ address: schema.value.webUrl }) : schema;
  if (!schema.ok) return { me, site, lists: seen, list };
  const items = graphPath`/sites/${place.site}/lists/${schema.value.listId}/items`;
  const first = await graph.get(items, { ...read, query: { select: ["id"], top: 1 } });
  const rows = first.ok ? succeed(listAt(first.value.body, "value").length) : first;
  if (!rows.ok || row === undefined) return { me, site, lists: seen, list, rows };
  return { me, site, lists: seen, list, rows, row: await readLabel(graph, graphPath`/sites/${place.site}/lists/${schema.value.listId}/items/${row}`) };
}

/** A retention label stands among a row's fields (recorded answers of Graph: `_ComplianceTag`, "" without one). */
async function readLabel(graph: Graph, address: ReturnType<typeof graphPath>): Promise<Result<{ readonly label: string }>> {
  const answer = await graph.get(address, { ...read, query: { expand: [{ of: "fields", select: ["_ComplianceTag"] }] } });
  if (!answer.ok) return answer;
  const item = parseListItem(answer.value.body);
  return item === undefined
    ? fail({ kind: "unreadable", where: "graph item", says: "an answer of another shape" })
    : succeed({ label: textAt(item.fields, "_ComplianceTag") ?? "" });
}
