import { valueAt } from "../../registers";
import type { StoredRow } from "../../store";
import type { TableSort } from "../../ui";
import type { RecordColumn } from "./record-column";

/** How a list is shown: in the address, so that a link reproduces it exactly. */
export interface ListView {
  readonly search: string;
  readonly sort?: TableSort;
  /** Absent: the list's own choice. */
  readonly columns?: readonly string[];
  /** By filter id; what an id means is the list's. */
  readonly filters: Readonly<Record<string, string>>;
}

export const plainView: ListView = { search: "", filters: {} };

const name = /^[A-Za-z0-9]{1,40}$/;

/** "q=scanner&sort=-CurrentScore&columns=Owner.Status&status=all" */
export function viewText(view: ListView): string {
  const text = new URLSearchParams();
  if (view.search !== "") text.set("q", view.search);
  if (view.sort !== undefined) text.set("sort", `${view.sort.direction === "descending" ? "-" : ""}${view.sort.columnId}`);
  if (view.columns !== undefined) text.set("columns", view.columns.join("."));
  for (const [id, value] of Object.entries(view.filters)) text.set(`f.${id}`, value);
  return text.toString();
}

/** A link may hold anything: names that are no column's are dropped when the view is applied. */
export function readView(text: string | undefined): ListView {
  const asked = new URLSearchParams(text ?? "");
  const [, direction, columnId] = /^(-?)([A-Za-z0-9]{1,40})$/.exec(asked.get("sort") ?? "") ?? [];
  const columns = asked
    .get("columns")
    ?.split(".")
    .filter((column) => name.test(column));
  const filters = [...asked].filter(([id]) => id.startsWith("f.") && name.test(id.slice(2))).map(([id, value]) => [id.slice(2), value.slice(0, 200)] as const);
  return {
    search: (asked.get("q") ?? "").slice(0, 200),
    filters: Object.fromEntries(filters),
    ...(columnId === undefined ? {} : { sort: { columnId, direction: direction === "-" ? ("descending" as const) : ("ascending" as const) } }),
    ...(columns === undefined ? {} : { columns }),
  };
}

type TitleOf = (ref: string) => string;

/** By row, for the titles as they were: projects may arrive after the rows that name them. */
const searchTexts = new WeakMap<TitleOf, WeakMap<StoredRow, string>>();

/** Title, ref, every person and the project, in lower case, made once a row. */
function searchText(row: StoredRow, projectTitle: TitleOf): string {
  const texts = searchTexts.get(projectTitle) ?? new WeakMap<StoredRow, string>();
  searchTexts.set(projectTitle, texts);
  const known = texts.get(row);
  if (known !== undefined) return known;
  const people = Object.keys(row.values)
    .filter((column) => column.endsWith("Address"))
    .map((column) => valueAt(row.values, column.slice(0, -"Address".length)));
  const project = valueAt(row.values, "ProjectRef");
  const parts = [
    valueAt(row.values, "Ref"),
    valueAt(row.values, "Title"),
    valueAt(row.values, "RiskEvent"),
    ...people,
    typeof project === "string" ? `${project} ${projectTitle(project)}` : undefined,
  ];
  const text = parts
    .filter((part) => part !== undefined)
    .join(" ")
    .toLowerCase();
  texts.set(row, text);
  return text;
}

export function searchRows(rows: readonly StoredRow[], search: string, projectTitle: TitleOf): readonly StoredRow[] {
  const words = search
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = searchText(row, projectTitle);
    return words.every((word) => text.includes(word));
  });
}

/** Empty cells stand last whichever way a column is sorted. */
export function sortRows(rows: readonly StoredRow[], columns: readonly RecordColumn[], sort: TableSort | undefined): readonly StoredRow[] {
  const column = columns.find((candidate) => candidate.id === sort?.columnId);
  if (column === undefined || sort === undefined) return rows;
  const sign = sort.direction === "ascending" ? 1 : -1;
  const keyed = rows.map((row) => ({ row, key: column.sortKey(row) }));
  keyed.sort((one, other) => {
    if (one.key === undefined || other.key === undefined) return Number(one.key === undefined) - Number(other.key === undefined);
    if (one.key === other.key) return 0;
    return one.key < other.key ? -sign : sign;
  });
  return keyed.map(({ row }) => row);
}
