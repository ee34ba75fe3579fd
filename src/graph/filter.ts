type Comparison = "eq" | "ne" | "lt" | "le" | "gt" | "ge";
export type FilterValue = string | number | boolean;

/** A condition for `$filter`, not yet percent-encoded. Made by `where` and by nothing else. */
export interface Filter {
  readonly filterText: string;
  readonly joinedBy?: "and" | "or";
}

/**
 * A column or property name safe inside OData: characters outside letters, digits and "_" become "_xHHHH_",
 * which is how SharePoint itself writes them in internal names (graph.md 4.4).
 */
export function safeName(name: string): string {
  return name.replace(/\W/g, (mark) => `_x${mark.charCodeAt(0).toString(16).padStart(4, "0")}_`);
}

function literal(value: FilterValue): string {
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`not a number for a filter: ${String(value)}`);
  return String(value);
}

function join(joinedBy: "and" | "or", filters: readonly Filter[]): Filter {
  const [only, ...others] = filters;
  if (only !== undefined && others.length === 0) return only;
  // SharePoint reads a small part of OData; parentheses only where precedence needs them.
  const texts = filters.map((filter) => (filter.joinedBy !== undefined && filter.joinedBy !== joinedBy ? `(${filter.filterText})` : filter.filterText));
  return { filterText: texts.join(` ${joinedBy} `), joinedBy };
}

/** Typed conditions. `field…` speaks of a list column (`fields/Name`), `property…` of a property of the resource itself. */
export const where = {
  field: (column: string, comparison: Comparison, value: FilterValue): Filter => ({ filterText: `fields/${safeName(column)} ${comparison} ${literal(value)}` }),
  fieldEquals: (column: string, value: FilterValue): Filter => where.field(column, "eq", value),
  fieldStartsWith: (column: string, text: string): Filter => ({ filterText: `startswith(fields/${safeName(column)},${literal(text)})` }),
  property: (name: string, comparison: Comparison, value: FilterValue): Filter => ({ filterText: `${safeName(name)} ${comparison} ${literal(value)}` }),
  propertyEquals: (name: string, value: FilterValue): Filter => where.property(name, "eq", value),
  propertyStartsWith: (name: string, text: string): Filter => ({ filterText: `startswith(${safeName(name)},${literal(text)})` }),
  and: (first: Filter, ...others: readonly Filter[]): Filter => join("and", [first, ...others]),
  or: (first: Filter, ...others: readonly Filter[]): Filter => join("or", [first, ...others]),
};
