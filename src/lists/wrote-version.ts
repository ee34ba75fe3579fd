import { graphPath, parseItemVersion, readAll, scopesFor, type Graph } from "../graph";
import { isRecord, succeed, type Result } from "../kernel";
import type { RowId } from "../registers";
import type { RegisterPlace } from "../store";
import type { SiteLists } from "./site-lists";

/**
 * Whether a version of the row was written by this operation. Versions may be trimmed, so `false` may mean "no longer known".
 * Asked only after a lost answer to a row that others have changed since.
 */
export async function wroteVersion(
  ports: { readonly graph: Graph; readonly lists: SiteLists },
  place: RegisterPlace,
  written: { readonly id: RowId; readonly operationId: string },
): Promise<Result<boolean>> {
  const schema = await ports.lists.schema(place);
  if (!schema.ok) return schema;
  const address = graphPath`/sites/${place.site}/lists/${schema.value.listId}/items/${written.id}/versions`;
  const found = await readAll(ports.graph, address, { scopes: scopesFor("readRegisters"), query: { expand: [{ of: "fields" }] }, parse: parseItemVersion });
  if (!found.ok) return found;
  const field = schema.value.adopted?.nameOf("OperationId") ?? "OperationId";
  return succeed(found.value.some(({ fields }) => isRecord(fields) && Object.hasOwn(fields, field) && fields[field] === written.operationId));
}
