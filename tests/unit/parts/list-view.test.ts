import { plainView, readView, recordColumns, viewText } from "../../../src/parts";
import { searchRows, sortRows } from "../../../src/parts/list/list-view";
import { actions, risks, type Register, type Values } from "../../../src/registers";
import type { StoredRow } from "../../../src/store";

function rowsOf(register: Register, ...values: readonly Values[]): readonly StoredRow[] {
  return values.map((row, index) => ({ id: String(index), site: "site", register: register.name, state: "saved", values: row, extras: {} }));
}

const refs = (rows: readonly StoredRow[]): readonly unknown[] => rows.map((row) => row.values["Ref"]);
const titleOf = (ref: string): string => (ref === "P-0001" ? "Blood tracking" : ref);

describe("searching a list", () => {
  const rows = rowsOf(
    risks,
    { Ref: "R-0001", Title: "Scanners late", Owner: "Asha Patel", OwnerAddress: "asha@northmere.example", ProjectRef: "P-0001" },
    { Ref: "R-0002", Title: "Roof leaks" },
  );

  test("every word must be somewhere: ref, title, people, project", () => {
    expect(refs(searchRows(rows, " SCANNERS  asha ", titleOf))).toEqual(["R-0001"]);
    expect(refs(searchRows(rows, "blood", titleOf))).toEqual(["R-0001"]);
    expect(refs(searchRows(rows, "r-0002", titleOf))).toEqual(["R-0002"]);
    expect(refs(searchRows(rows, "scanners roof", titleOf))).toEqual([]);
    expect(searchRows(rows, "  ", titleOf)).toBe(rows);
  });

  test("a project's title is found as soon as it is known", () => {
    expect(refs(searchRows(rows, "blood", (ref) => ref))).toEqual([]);
    expect(refs(searchRows(rows, "blood", titleOf))).toEqual(["R-0001"]);
  });
});

describe("sorting a list", () => {
  const rows = rowsOf(
    actions,
    { Ref: "A-10000", RefNo: 10_000, DueDate: "2026-12-01", Title: "b" },
    { Ref: "A-9999", RefNo: 9_999, Title: "a" },
    { Ref: "A-0001", RefNo: 1, DueDate: "2026-11-01", Title: "C" },
  );
  const columns = recordColumns(actions, titleOf);
  const sorted = (columnId: string, direction: "ascending" | "descending"): readonly unknown[] => refs(sortRows(rows, columns, { columnId, direction }));

  test("empty cells stand last either way", () => {
    expect(sorted("DueDate", "ascending")).toEqual(["A-0001", "A-10000", "A-9999"]);
    expect(sorted("DueDate", "descending")).toEqual(["A-10000", "A-0001", "A-9999"]);
  });

  test("refs follow their numbers, titles ignore case, an unknown column changes nothing", () => {
    expect(sorted("Ref", "ascending")).toEqual(["A-0001", "A-9999", "A-10000"]);
    expect(sorted("Title", "ascending")).toEqual(["A-9999", "A-10000", "A-0001"]);
    expect(sortRows(rows, columns, { columnId: "constructor", direction: "ascending" })).toBe(rows);
  });
});

test("a view is a short text, and hostile parts of it are dropped", () => {
  expect(
    viewText({ search: "scanner", sort: { columnId: "CurrentScore", direction: "descending" }, columns: ["Owner", "Status"], filters: { status: "all" } }),
  ).toBe("q=scanner&sort=-CurrentScore&columns=Owner.Status&f.status=all");
  expect(readView("sort=--x&columns=__proto__.Owner.<b>&f.__proto__=x&f.=y&other=z")).toEqual({ ...plainView, columns: ["Owner"] });
  expect(readView(undefined)).toEqual(plainView);
  expect(readView(`q=${"a".repeat(500)}`).search).toHaveLength(200);
});
