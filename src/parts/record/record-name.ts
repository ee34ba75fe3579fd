import { valueAt, type Register, type Values } from "../../registers";

/** "R-0042", or the title while there is no ref. */
export function recordName(register: Register, values: Values): string {
  const ref = valueAt(values, "Ref");
  const title = valueAt(values, "Title");
  return typeof ref === "string" ? ref : typeof title === "string" ? title : register.one;
}
