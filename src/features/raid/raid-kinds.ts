import { daysBetween, formatShortDate, parseIsoDate, type CalendarDate } from "../../kernel";
import { raidWords } from "../../content";
import { actions, decisions, isOpenRow, issues, risks, valueAt, type Register, type Value } from "../../registers";
import type { StoredRow } from "../../store";

/** What the RAID page needs to know of each of its four registers beyond their definitions. */
export interface RaidKind {
  readonly register: Register;
  readonly ownerColumn: string;
  readonly dueColumn: string;
}

export const riskKind: RaidKind = { register: risks, ownerColumn: "Owner", dueColumn: "NextReviewDate" };

export const raidKinds: readonly RaidKind[] = [
  riskKind,
  { register: issues, ownerColumn: "Owner", dueColumn: "DueDate" },
  { register: actions, ownerColumn: "Owner", dueColumn: "DueDate" },
  { register: decisions, ownerColumn: "DecisionMaker", dueColumn: "NeededBy" },
];

export function kindOf(row: StoredRow): RaidKind | undefined {
  return raidKinds.find((kind) => kind.register.name === row.register);
}

export function ownerOf(row: StoredRow): Value | undefined {
  const kind = kindOf(row);
  return kind === undefined ? undefined : valueAt(row.values, kind.ownerColumn);
}

export function isOwnedBy(row: StoredRow, address: string): boolean {
  const kind = kindOf(row);
  return kind !== undefined && valueAt(row.values, `${kind.ownerColumn}Address`) === address;
}

export function dueOf(row: StoredRow): CalendarDate | undefined {
  const kind = kindOf(row);
  const due = kind === undefined ? undefined : valueAt(row.values, kind.dueColumn);
  return typeof due === "string" ? parseIsoDate(due) : undefined;
}

export function isOpen(row: StoredRow): boolean {
  const kind = kindOf(row);
  return kind !== undefined && isOpenRow(kind.register, row.values);
}

/** "3 days late", "today", "6 Nov 2026"; a closed item's date is only a date. */
export function dueWords(row: StoredRow, today: CalendarDate): string | undefined {
  const due = dueOf(row);
  if (due === undefined) return undefined;
  const days = daysBetween(today, due);
  if (!isOpen(row) || days > 0) return formatShortDate(due);
  return days === 0 ? raidWords.today : raidWords.late(-days);
}
