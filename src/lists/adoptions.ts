import { graphPath, parseListItem, readAll, scopesFor, where, type Graph, type List } from "../graph";
import { succeed, textAt, type Result } from "../kernel";
import { adoptionKey, readAdoption, settings, type Adoption } from "../registers";
import { listUrlName } from "./column-definition";

/** The lists that a site's trust made itself and uses as registers, by register. */
export type Adoptions = ReadonlyMap<string, Adoption>;

/**
 * What the site's Settings say of adopted lists: one small request, and none where there is no Settings list.
 * A row that is no mapping is passed over: its register is then a list that is not there, which every screen can say.
 */
export async function readAdoptions(graph: Graph, site: string, lists: readonly List[]): Promise<Result<Adoptions>> {
  const kept = lists.find(({ name }) => name === listUrlName(settings));
  if (kept === undefined) return succeed(new Map());
  const found = await readAll(graph, graphPath`/sites/${site}/lists/${kept.id}/items`, {
    scopes: scopesFor("readRegisters"),
    query: { filter: where.fieldStartsWith("Key", adoptionKey("")), expand: [{ of: "fields", select: ["Key", "ValueJson", "Archived"] }] },
    parse: parseListItem,
  });
  if (!found.ok) return found;
  const adoptions = found.value.flatMap(({ fields }) => {
    const read = fields?.["Archived"] === true ? undefined : readAdoption(textAt(fields, "ValueJson") ?? "");
    const isItsOwn = read?.ok === true && textAt(fields, "Key") === adoptionKey(read.value.register);
    return isItsOwn ? [[read.value.register, read.value] as const] : [];
  });
  return succeed(new Map(adoptions));
}
