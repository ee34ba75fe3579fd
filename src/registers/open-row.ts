import type { Register } from "./language/register";
import { valueAt, type Values } from "./language/row";

/** Whether a row still asks for attention: its status is not among the register's closed ones. Without a status it does. */
export function isOpenRow(register: Register, row: Values): boolean {
  const status = register.statusColumn === undefined ? undefined : valueAt(row, register.statusColumn);
  return typeof status !== "string" || !(register.closedStatuses ?? []).includes(status);
}
