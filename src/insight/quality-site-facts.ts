import type { CalendarDate } from "../kernel";
import { columnOf, valueAt, type Level, type Register, type RowId, type Row, type strategicObjectives } from "../registers";
import { monthIn, monthText } from "./month-count";
import { doubleCountedBenefits } from "./double-counting";
import type { ProjectRecords, RecordIn, RegisterOfAProject } from "./records";
import { isReportDue, reportingCalendar } from "./reporting-calendar";
import type { Standpoint } from "./standpoint";

type Keeper = RegisterOfAProject | "Projects";

/** What the rules need of the site beyond the project. */
export interface Site {
  /** Of the project, of its records and of the site's own rules, each as its list keeps it. Rules of a register that is not here stay silent. */
  readonly registers: readonly Register[];
  readonly projects: readonly ProjectRecords[];
  /** Empty or absent where the trust keeps no such list. */
  readonly objectives?: readonly RecordIn<typeof strategicObjectives>[];
  /** Addresses of people who left, in lower case; absent where the directory was not asked. */
  readonly inactive?: ReadonlySet<string>;
}

/** The same, ready to be asked by every project of the site. */
export interface SiteFacts {
  readonly registers: ReadonlyMap<string, Register>;
  /** Codes of the strategic objectives that are active; undefined where nobody keeps the list. */
  readonly objectives: ReadonlySet<string> | undefined;
  readonly inactive: ReadonlySet<string> | undefined;
  /** Benefits that may count the same money twice, with the Ref of the other one. */
  readonly doubleCounted: ReadonlyMap<RowId, string>;
  /** Whether the site has a row of the register. */
  usesRegister(register: RegisterOfAProject): boolean;
  /**
   * Whether emptiness may be held against anybody: the column is of its register's own level (who keeps a register fills these), or
   * some row of the site fills it. A trust that works light never sees the others.
   */
  usesColumn(register: Keeper, column: string): boolean;
  /** The newest highlight report that a project of the tier had to hand in by now. */
  lastReportDue(tier: string | undefined): ReportDue | undefined;
}

export interface ReportDue {
  /** The month reported, as "2026-07". */
  readonly period: string;
  readonly lastDay: CalendarDate;
}

const depth: Readonly<Record<Level, number>> = { light: 0, standard: 1, full: 2 };

export function siteFacts(site: Site, standpoint: Standpoint): SiteFacts {
  const registers = new Map(site.registers.map((register) => [register.name, register]));
  const columns = remembered((register: Keeper) =>
    remembered((column: string) => isUsed(registers.get(register), column, () => site.projects.some((records) => fills(records, register, column)))),
  );
  const doubleCounted = remembered((register: "Benefits") => (registers.has(register) ? doubleCountedBenefits(site.projects) : new Map<RowId, string>()));
  return {
    registers,
    objectives: activeCodes(site.objectives ?? []),
    inactive: site.inactive,
    get doubleCounted() {
      return doubleCounted("Benefits");
    },
    usesRegister: remembered((register: RegisterOfAProject) => registers.has(register) && site.projects.some((records) => records[register].length > 0)),
    usesColumn: (register, column) => columns(register)(column),
    lastReportDue: remembered((tier: string | undefined) => lastReportDue(tier, standpoint)),
  };
}

/** Whether the site's list has the column, and who keeps the register fills it anyway, or somebody does. */
function isUsed(kept: Register | undefined, column: string, isFilled: () => boolean): boolean {
  const asked = kept === undefined ? undefined : columnOf(kept, column);
  return kept !== undefined && asked !== undefined && (depth[asked.level] <= depth[kept.level] || isFilled());
}

function fills(records: ProjectRecords, register: Keeper, column: string): boolean {
  const rows: readonly Pick<Row, "values">[] = register === "Projects" ? [records.project] : records[register];
  return rows.some(({ values }) => (valueAt(values, column) ?? "") !== "");
}

/** An objective counts until somebody says that it does not: Active is the column's standard. */
function activeCodes(objectives: readonly RecordIn<typeof strategicObjectives>[]): ReadonlySet<string> | undefined {
  const active = objectives.flatMap(({ values }) => (values.Active === false || values.Code === undefined ? [] : [values.Code]));
  return objectives.length === 0 ? undefined : new Set(active);
}

/** Months looked back before nothing is said to be due. */
const monthsLookedBack = 12;

/** The newest month before this one whose last day for handing in has passed and that the tier reports. */
function lastReportDue(tier: string | undefined, standpoint: Standpoint): ReportDue | undefined {
  const thisMonth = monthIn(standpoint.today) ?? 0;
  for (let month = thisMonth - 1; month >= thisMonth - monthsLookedBack; month -= 1) {
    const period = monthText(month);
    const lastDay = isReportDue(period, tier, standpoint) ? reportingCalendar(period, standpoint)?.submit.value : undefined;
    if (lastDay !== undefined && lastDay < standpoint.today) return { period, lastDay };
  }
  return undefined;
}

/** Looked for once: the answer is the same for every project of the site. */
function remembered<Key, Answer>(ask: (key: Key) => Answer): (key: Key) => Answer {
  const known = new Map<Key, { readonly answer: Answer }>();
  return (key) => {
    const found = known.get(key) ?? { answer: ask(key) };
    known.set(key, found);
    return found.answer;
  };
}
