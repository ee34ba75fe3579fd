import { issues as issueRegister, actions as actionRegister, isOpenRow, risks as riskRegister, valueAt } from "../../registers";
import type { StoredRow } from "../../store";

/** Open risks, highest score first; those nobody scored stand last. */
export function topRisks(risks: readonly StoredRow[]): readonly StoredRow[] {
  const score = (row: StoredRow): number => Number(valueAt(row.values, "CurrentScore") ?? 0);
  return risks.filter((row) => isOpenRow(riskRegister, row.values)).sort((one, other) => score(other) - score(one));
}

/** Open actions, nearest date first; those without one stand last. */
export function openActions(actions: readonly StoredRow[]): readonly StoredRow[] {
  const due = (row: StoredRow): string => String(valueAt(row.values, "DueDate") ?? "9999");
  return actions.filter((row) => isOpenRow(actionRegister, row.values)).sort((one, other) => due(one).localeCompare(due(other)));
}

export function openIssues(issues: readonly StoredRow[]): readonly StoredRow[] {
  return issues.filter((row) => isOpenRow(issueRegister, row.values));
}
