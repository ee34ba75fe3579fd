import type { ClientKey } from "../../../src/kernel";
import { costs, type Row, type Values } from "../../../src/registers";
import { sheetPlan, snapshotOf, type SheetContent, type SheetPlan, type SheetValue, type Snapshot } from "../../../src/workbook";

export const site = "northmere.sharepoint.com,site-one";
export const shownColumns = [
  "Ref",
  "ProjectRef",
  "Title",
  "FinancialYear",
  "CapRev",
  "AnnualBudget",
  "Status",
  "Owner",
  "BudM01",
  "FctM01",
  "ForecastDate",
  "VarianceReason",
];

export function costRow(number: number, values: Values = {}): Row {
  const common = {
    Ref: `CO-${String(number).padStart(5, "0")}`,
    ProjectRef: "P-0001",
    Title: `Line ${String(number)}`,
    FinancialYear: "2026/27",
    CapRev: "Revenue",
    Status: "Planned",
  };
  return { id: String(number), etag: `"${String(number)},1"`, values: { ...common, ...values }, extras: {} };
}

export const threeCosts: readonly Row[] = [
  costRow(1, { BudM01: 120_000, FctM01: 130_050, AnnualBudget: 120_000, Owner: "Asha Patel", OwnerAddress: "asha.patel@northmere.example" }),
  costRow(2, { Title: "=Scanners", ForecastDate: "2026-11-02" }),
  costRow(3, { VarianceReason: "Two\nlines" }),
];

export interface FilledSheet {
  readonly plan: SheetPlan;
  readonly snapshot: Snapshot;
  readonly content: SheetContent;
}

/** A sheet just filled from these rows, as Excel would give it back. */
export function filledSheet(rows: readonly Row[] = threeCosts, columns: readonly string[] = shownColumns): FilledSheet {
  const request = { register: costs, site, rows, columns };
  const plan = sheetPlan(request);
  const snapshot = snapshotOf(request, { tableName: "Costs", asAtMs: 1_000 });
  return {
    plan,
    snapshot,
    content: contentOf(
      plan.columns.map(({ header }) => header),
      plan.cells,
    ),
  };
}

export function contentOf(headers: readonly string[], cells: readonly (readonly SheetValue[])[]): SheetContent {
  return { tableName: "Costs", sheetName: "Costs", firstRow: 2, firstColumn: 0, headers, cells, formulas: cells };
}

/** The same sheet with one cell changed; `row` counts from 0. */
export function retyped(
  content: SheetContent,
  at: { readonly row: number; readonly header: string },
  value: SheetValue,
  formula: SheetValue = value,
): SheetContent {
  const column = content.headers.indexOf(at.header);
  const put = (rows: SheetContent["cells"], to: SheetValue): SheetContent["cells"] =>
    rows.map((cells, row) => (row === at.row ? cells.map((cell, index) => (index === column ? to : cell)) : cells));
  return { ...content, cells: put(content.cells, value), formulas: put(content.formulas, formula) };
}

/** Client keys in order: 1, 2, 3 … */
export function countedKeys(): () => ClientKey {
  let count = 0;
  return () => {
    count += 1;
    return count.toString(16).padStart(32, "0") as ClientKey; // 32 hex characters is all a key is
  };
}
