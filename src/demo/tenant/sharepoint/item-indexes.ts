import type { FieldValue, ItemRecord } from "../state/records";
import type { TenantState } from "../state/state";

/**
 * Finds items by a column's value without reading the whole list. Built on first use, kept right by `replace`.
 * Text is compared without regard to case, as SharePoint does.
 */
export class ItemIndexes {
  private readonly byColumn = new Map<string, Map<string, Set<number>>>();
  private readonly columnsOfList = new Map<string, Set<string>>();

  constructor(private readonly state: TenantState) {}

  find(listId: string, column: string, value: FieldValue): readonly number[] {
    const ids = this.indexOf(listId, column).get(valueKey(value));
    return ids === undefined ? [] : [...ids];
  }

  replace(listId: string, before: ItemRecord | undefined, after: ItemRecord | undefined): void {
    for (const column of this.columnsOfList.get(listId) ?? []) {
      const index = this.indexOf(listId, column);
      const oldValue = before !== undefined && Object.hasOwn(before.fields, column) ? before.fields[column] : undefined;
      if (before !== undefined && oldValue !== undefined) index.get(valueKey(oldValue))?.delete(before.id);
      if (after !== undefined) add(index, column, after);
    }
  }

  forget(listId: string): void {
    for (const column of this.columnsOfList.get(listId) ?? []) this.byColumn.delete(`${listId}/${column}`);
    this.columnsOfList.delete(listId);
  }

  private indexOf(listId: string, column: string): Map<string, Set<number>> {
    const name = `${listId}/${column}`;
    let index = this.byColumn.get(name);
    if (index !== undefined) return index;
    this.byColumn.set(name, (index = new Map<string, Set<number>>()));
    const columns = this.columnsOfList.get(listId) ?? new Set<string>();
    this.columnsOfList.set(listId, columns.add(column));
    for (const item of this.state.items.inGroup(listId).values()) add(index, column, item);
    return index;
  }
}

function add(index: Map<string, Set<number>>, column: string, item: ItemRecord): void {
  const value = Object.hasOwn(item.fields, column) ? item.fields[column] : undefined;
  if (value === undefined || item.deleted) return;
  const key = valueKey(value);
  const ids = index.get(key) ?? new Set<number>();
  index.set(key, ids.add(item.id));
}

export function valueKey(value: FieldValue): string {
  return typeof value === "string" ? value.toLowerCase() : JSON.stringify(value);
}
