import { addDays, dateParts, daysBetween, financialMonthOf, financialYear, financialYearOf, type CalendarDate, type FinancialYear } from "../../kernel";
import type { Dice } from "./dice";
import type { DirectoryPerson } from "./people";
import type { Cast, ProjectPlan } from "./project-plan";
import type { RowBook } from "./row-book";

/** Everything the rows of one site are made with. */
export interface Scene {
  readonly book: RowBook;
  readonly cast: Cast;
  readonly today: CalendarDate;
  readonly dice: Dice;
  /** Key of the person who keeps the lists. */
  readonly owner: string;
  /** How many rows a project has, as a share of a small trust's. */
  readonly density: number;
  /** "https://northmere.sharepoint.com/sites/pmo" */
  readonly siteAddress: string;
  /** Names of the registers the site has: rows of others are not made. */
  readonly has: (register: string) => boolean;
  readonly projects: readonly ProjectPlan[];
  /** Refs of rows that break a rule on purpose. */
  readonly imperfect: Set<string>;
}

type PersonColumns<Name extends string> = Readonly<Partial<Record<Name | `${Name}Address`, string>>>;

/** The two columns of a person: name, and address in lower case. */
export function person<Name extends string>(column: Name, of: DirectoryPerson | undefined): PersonColumns<Name> {
  const columns = of === undefined ? {} : { [column]: of.name, [`${column}Address`]: of.address };
  return columns as PersonColumns<Name>; // computed keys lose their literal types
}

/** About `mean` for a small trust, fewer where the density is lower; the fraction is left to the dice. */
export function countOf({ density }: Scene, dice: Dice, mean: number): number {
  return Math.floor(mean * density + dice.next());
}

/** The financial year and how many of its months finance has closed: a month closes about a week after its end. */
export function closedMonths(today: CalendarDate): { readonly year: FinancialYear; readonly closed: number; readonly isLastYearClosed: boolean } {
  const year = financialYearOf(today);
  const month = financialMonthOf(today);
  const closed = dateParts(today).day >= 8 ? month - 1 : month - 2;
  return { year, closed: Math.max(0, closed), isLastYearClosed: closed >= 0 };
}

export function yearBefore(year: FinancialYear): FinancialYear {
  return financialYear(Number(year.slice(0, 4)) - 1);
}

export function yearAfter(year: FinancialYear): FinancialYear {
  return financialYear(Number(year.slice(0, 4)) + 1);
}

/** The whole calendar months before today's, newest first, as "2026-10". */
export function pastMonths(today: CalendarDate, count: number): readonly string[] {
  const months: string[] = [];
  let day = today;
  for (let index = 0; index < count; index += 1) {
    day = addDays(day, -dateParts(day).day);
    months.push(day.slice(0, 7));
  }
  return months;
}

export function earlier(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one < other ? one : other;
}

/** How much of the project's length has passed; 0 before its start. */
export function shareOfLength(plan: ProjectPlan, today: CalendarDate): number {
  return Math.max(0, daysBetween(plan.start, today) / plan.lengthDays);
}

/** First letter in capitals: a part of a sentence becomes its beginning. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
