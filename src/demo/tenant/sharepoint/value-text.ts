import type { FieldValue } from "../state/records";

/** A stored value as text; nothing is "". Several values and links are shown as JSON, for nobody reads them. */
export function valueText(value: FieldValue | undefined): string {
  if (value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
