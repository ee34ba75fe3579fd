import { graphPath, parseItemVersion, readAll, scopesFor, type Graph } from "../graph";
import { fail, succeed, type Result } from "../kernel";
import type { Register, RowId, Values } from "../registers";
import type { RegisterPlace } from "../store";
import { readFields } from "./row-from-item";
import type { SiteLists } from "./site-lists";

export interface RowVersion {
  readonly label: string;
  readonly changedBy: string;
  readonly changedAtMs: number;
  readonly values: Values;
}

/** Earlier states of a row from SharePoint's own version history, newest first. An aid, not a guarantee: versions can be trimmed. */
export function createHistory(ports: {
  readonly graph: Graph;
  readonly lists: SiteLists;
  readonly loadRegister: (name: string) => Promise<Register | undefined>;
}): {
  versions(place: RegisterPlace, id: RowId): Promise<Result<readonly RowVersion[]>>;
} {
  return {
    versions: async (place, id) => {
      const register = await ports.loadRegister(place.register);
      const schema = await ports.lists.schema(place);
      if (!schema.ok) return schema;
      if (register === undefined) return fail({ kind: "notFound" });
      const address = graphPath`/sites/${place.site}/lists/${schema.value.listId}/items/${id}/versions`;
      const found = await readAll(ports.graph, address, { scopes: scopesFor("readRegisters"), query: { expand: [{ of: "fields" }] }, parse: parseItemVersion });
      if (!found.ok) return found;
      return succeed(
        found.value.map((version) => ({
          label: version.id,
          changedBy: version.modifiedBy?.displayName ?? "",
          changedAtMs: version.modified === undefined ? 0 : Date.parse(version.modified),
          values: readFields(register, schema.value, { id, fields: version.fields ?? {} }).values,
        })),
      );
    },
  };
}
