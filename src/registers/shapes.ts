import type { ReferenceColumn, TextColumn } from "./language/column";
import { reference, text } from "./language/column";

/** Columns that several registers have, in the same shape. */

type TextOptions = Omit<Parameters<typeof text>[0], "pattern" | "longest" | "writtenAs">;
type ReferenceOptions = Parameters<typeof reference>[1];

/** "2026/27" */
export function financialYearText(options: TextOptions): TextColumn {
  return text({ ...options, pattern: "^\\d{4}/\\d{2}$", longest: 7, writtenAs: "financialYear" });
}

/** A calendar month, "2026-07". */
export function periodMonthText(options: TextOptions): TextColumn {
  return text({ ...options, pattern: "^\\d{4}-(0[1-9]|1[0-2])$", longest: 7 });
}

/** Short upper-case code of a reference list, "DIG-1". */
export function codeText(options: TextOptions): TextColumn {
  return text({ ...options, pattern: "^[A-Z0-9-]{1,12}$", longest: 12 });
}

/** Likelihood and consequence in one cell, "3x4"; empty is neutral or positive. */
export function likelihoodByConsequence(options: TextOptions): TextColumn {
  return text({ ...options, pattern: "^[1-5]x[1-5]$", longest: 3 });
}

/** Any register's Ref, "R-0042". */
export function anyRefText(options: TextOptions): TextColumn {
  return text({ ...options, pattern: "^[A-Z]{1,2}-\\d{3,6}$", longest: 9 });
}

export function organisationCode(options: ReferenceOptions): ReferenceColumn {
  return reference("Organisations", { ...options, by: "OdsCode" });
}
export function objectiveCode(options: ReferenceOptions): ReferenceColumn {
  return reference("StrategicObjectives", { ...options, by: "Code" });
}
export function divisionCode(options: ReferenceOptions): ReferenceColumn {
  return reference("Divisions", { ...options, by: "Code" });
}
export function fundingSourceCode(options: ReferenceOptions): ReferenceColumn {
  return reference("FundingSources", { ...options, by: "Code" });
}
