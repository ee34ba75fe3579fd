import { isRecord } from "../../../../kernel";
import { invalidArgument } from "../model/refusal";
import type { FilterCriteria, SortField, Table } from "../model/table";
import type { Members } from "./host-object";
import type { SurfaceContext } from "./surface-context";

export function autoFilterMembers(context: SurfaceContext): Members<Table> {
  return {
    typeName: "AutoFilter",
    scalars: {
      criteria: { read: (table) => table.columnIds.map((_, index) => table.filters.get(index) ?? null) },
      enabled: { read: (table) => table.showFilterButton },
      isDataFiltered: { read: (table) => table.filters.size > 0 },
    },
    methods: {
      apply: (table, args) => {
        setFilter(table, args.number(1), args.at(2));
      },
      clearColumnCriteria: (table, args) => {
        table.filters.delete(args.number(0));
        table.applyFilters();
      },
      clearCriteria: (table) => {
        table.clearFilters();
      },
      getRange: (table) => context.range(table.area.copy()),
      getRangeOrNullObject: (table) => context.range(table.area.copy()),
      reapply: (table) => {
        table.applyFilters();
      },
    },
  };
}

export const tableSortMembers: Members<Table> = {
  typeName: "TableSort",
  scalars: { fields: { read: (table) => table.sortFields } },
  methods: {
    apply: (table, args) => {
      const fields = args.at(0);
      if (!Array.isArray(fields)) throw invalidArgument();
      table.sort(fields.map((field: unknown) => sortField(field)));
    },
    clear: (table) => {
      table.sortFields = [];
    },
    reapply: (table) => {
      table.sort(table.sortFields);
    },
  },
};

export function setFilter(table: Table, index: number, given: unknown): void {
  if (index < 0 || index >= table.columnIds.length) throw invalidArgument();
  table.filters.set(index, criteria(given));
  table.applyFilters();
}

function criteria(given: unknown): FilterCriteria {
  if (!isRecord(given) || typeof given.filterOn !== "string") throw invalidArgument();
  const { filterOn, values, criterion1, criterion2, operator } = given;
  return {
    filterOn,
    ...(Array.isArray(values) ? { values } : {}),
    ...(typeof criterion1 === "string" ? { criterion1 } : {}),
    ...(typeof criterion2 === "string" ? { criterion2 } : {}),
    ...(typeof operator === "string" ? { operator } : {}),
  };
}

function sortField(given: unknown): SortField {
  if (!isRecord(given) || typeof given.key !== "number") throw invalidArgument();
  return { key: given.key, ascending: given.ascending !== false };
}
