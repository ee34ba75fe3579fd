import { booleanAt, isRecord, textAt } from "../../../kernel";
import { randomGuid } from "../engine/encoding";
import { refuse, type Outcome } from "../engine/wire";
import type { World } from "../engine/world";
import type { ColumnRecord, ListRecord } from "../state/records";
import { completeSettings, readFacet, type Facet } from "./column-facets";
import { mayBeIndexed, mayBeUnique } from "./column-kinds";
import { assignInternalName } from "./internal-names";
import { valueKey } from "./item-indexes";

/** Indexes a list may have (SharePoint limits). */
const mostIndexes = 20;

const plainProperties: Readonly<Record<string, "boolean" | "string" | "object">> = {
  name: "string",
  displayName: "string",
  description: "string",
  columnGroup: "string",
  required: "boolean",
  indexed: "boolean",
  enforceUniqueValues: "boolean",
  hidden: "boolean",
  readOnly: "boolean",
  defaultValue: "object",
  validation: "object",
};

const facetNames = ["text", "number", "currency", "dateTime", "choice", "personOrGroup", "lookup", "boolean", "calculated", "hyperlinkOrPicture"];
const otherFacetNames = ["term", "thumbnail", "geolocation", "contentApprovalStatus"];

type Body = Readonly<Record<string, unknown>>;

/** Checks the names and types of a column body. */
function checkBody(body: Body): Outcome<undefined> {
  for (const [name, value] of Object.entries(body)) {
    if (name.includes("@") || facetNames.includes(name) || otherFacetNames.includes(name)) continue;
    const type = Object.hasOwn(plainProperties, name) ? plainProperties[name] : undefined;
    if (type === undefined) {
      return refuse(
        400,
        "BadRequest",
        `The property '${name}' does not exist on type 'microsoft.graph.columnDefinition'. Make sure to only use property names that are defined by the type.`,
      );
    }
    // An explicit null for these two is answered as the service's own failure.
    if (type === "object" && value === null) return refuse(500, "generalException", "General exception while processing");
    if (type === "object" ? !isRecord(value) : typeof value !== type) return refuse(400, "BadRequest", `The property '${name}' has a value of the wrong type.`);
  }
  return { ok: true, value: undefined };
}

/** A new column from a body of POST …/columns or of `columns` in POST …/lists; nothing is stored yet. */
export function readNewColumn(world: World, list: ListRecord, body: Body): Outcome<ColumnRecord> {
  const checked = checkBody(body);
  if (!checked.ok) return checked;
  const facet = readFacet(body);
  if (!facet.ok) return facet;
  if (facet.value === undefined) return refuse(400, "invalidRequest", "The column has no type.");
  const wanted = textAt(body, "name") ?? textAt(body, "displayName");
  if (wanted === undefined || wanted.trim() === "") return refuse(400, "invalidRequest", "The column has no name.");
  const columns = world.state.columns.inGroup(list.id);
  const name = assignInternalName(wanted, (one) => [...columns.keys()].some((taken) => taken.toLowerCase() === one.toLowerCase()));
  if (name === undefined) return refuse(409, "nameAlreadyExists", `A column with the name ${wanted} already exists.`);
  const column: ColumnRecord = {
    ...applyPlain(
      {
        id: randomGuid(world.randomness),
        name,
        displayName: wanted,
        description: "",
        columnGroup: "Custom Columns",
        required: false,
        indexed: false,
        enforceUniqueValues: false,
        hidden: false,
        readOnly: facet.value.kind === "calculated",
        kind: facet.value.kind,
        settings: completeSettings(facet.value),
        defaultValue: null,
      },
      body,
    ),
  };
  const shown = world.quirks.columnDisplayNameIgnored ? { ...column, displayName: wanted } : column;
  return checkIndexes(world, list, { before: undefined, after: shown });
}

/** The column as PATCH …/columns/{column} leaves it; nothing is stored yet. */
export function readChangedColumn(world: World, list: ListRecord, change: { readonly column: ColumnRecord; readonly body: Body }): Outcome<ColumnRecord> {
  const { column, body } = change;
  const checked = checkBody(body);
  if (!checked.ok) return checked;
  const facet = readFacet(body);
  if (!facet.ok) return facet;
  if (facet.value !== undefined && facet.value.kind !== column.kind) return refuse(400, "invalidRequest", "The type of a column cannot be changed.");
  if (textAt(body, "name") !== undefined && textAt(body, "name") !== column.name)
    return refuse(400, "invalidRequest", "The name of a column cannot be changed.");
  const changed = { ...applyPlain(column, body), settings: mergedSettings(column, facet.value) };
  return checkIndexes(world, list, { before: column, after: changed });
}

function mergedSettings(column: ColumnRecord, facet: Facet | undefined): ColumnRecord["settings"] {
  return facet === undefined ? column.settings : completeSettings({ kind: column.kind, settings: { ...column.settings, ...facet.settings } });
}

function applyPlain(column: ColumnRecord, body: Body): ColumnRecord {
  const defaultValue = body["defaultValue"];
  return {
    ...column,
    displayName: textAt(body, "displayName") ?? column.displayName,
    description: textAt(body, "description") ?? column.description,
    columnGroup: textAt(body, "columnGroup") ?? column.columnGroup,
    required: booleanAt(body, "required") ?? column.required,
    indexed: booleanAt(body, "indexed") ?? column.indexed,
    enforceUniqueValues: booleanAt(body, "enforceUniqueValues") ?? column.enforceUniqueValues,
    hidden: booleanAt(body, "hidden") ?? column.hidden,
    readOnly: booleanAt(body, "readOnly") ?? column.readOnly,
    defaultValue: isRecord(defaultValue) ? defaultValue : column.defaultValue,
  };
}

/** Which columns may be indexed or unique, how many indexes a list may have, and whether its values are unique already. */
function checkIndexes(
  world: World,
  list: ListRecord,
  change: { readonly before: ColumnRecord | undefined; readonly after: ColumnRecord },
): Outcome<ColumnRecord> {
  const { before, after } = change;
  if (after.indexed && !mayBeIndexed(after)) return refuse(400, "invalidRequest", `The column ${after.name} cannot be indexed.`);
  if (after.enforceUniqueValues && !mayBeUnique(after)) return refuse(400, "invalidRequest", `The column ${after.name} cannot enforce unique values.`);
  if (after.enforceUniqueValues && !after.indexed) return refuse(400, "invalidRequest", "A column that enforces unique values must be indexed.");
  const others = [...world.state.columns.inGroup(list.id).values()].filter(({ name, indexed }) => indexed && name !== after.name);
  if (after.indexed && others.length >= mostIndexes) return refuse(400, "invalidRequest", "The list has as many indexes as it may have.");
  if (after.enforceUniqueValues && before?.enforceUniqueValues === false && hasDuplicates(world, list, after.name)) {
    return refuse(400, "invalidRequest", `The column ${after.name} holds duplicate values.`);
  }
  return { ok: true, value: after };
}

function hasDuplicates(world: World, list: ListRecord, name: string): boolean {
  const seen = new Set<string>();
  for (const item of world.state.items.inGroup(list.id).values()) {
    const value = Object.hasOwn(item.fields, name) ? item.fields[name] : undefined;
    if (value === undefined || item.deleted) continue;
    const key = valueKey(value);
    if (seen.has(key)) return true;
    seen.add(key);
  }
  return false;
}
