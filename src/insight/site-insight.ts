import { sameItems, type CalendarDate } from "../kernel";
import { valueAt, type financialPeriods, type projects, type Register, type Row, type strategicObjectives } from "../registers";
import { benefitMoney, type BenefitMoney } from "./benefit-figures";
import { projectQuality } from "./data-quality";
import { declaredRag, type DeclaredRag } from "./declared";
import { createGrouping } from "./group-by-project";
import { projectMoney, type ProjectMoney } from "./project-money";
import { projectRags, type ProjectRags } from "./project-rags";
import { createSiteFacts } from "./changing-site-facts";
import type { Quality } from "./quality-score";
import type { SiteFacts } from "./quality-site-facts";
import { recordsIn, registersOfAProject, type ProjectRecord, type ProjectRecords } from "./records";
import { standpointFrom, type Standpoint } from "./standpoint";

/** What the records of one project say of it today. */
export interface ProjectInsight {
  /** "" for a project that was typed in Lists and has none yet; it has no records of its own. */
  readonly ref: string;
  readonly records: ProjectRecords;
  readonly money: ProjectMoney;
  readonly benefits: BenefitMoney;
  readonly rags: ProjectRags;
  readonly declared: DeclaredRag;
  readonly quality: Quality;
}

export interface SiteInsight {
  readonly standpoint: Standpoint;
  /** In the order of the Projects register. */
  readonly projects: readonly ProjectInsight[];
  /** The first of a Ref, where a copied row made two. */
  readonly byRef: ReadonlyMap<string, ProjectInsight>;
}

/** What a site holds at one moment. */
export interface SiteRows {
  readonly today: CalendarDate;
  /** Rows of a register without archived ones: the same array until one of them changed. Empty where the site has no such list. */
  readonly rowsOf: (register: string) => readonly Row[];
  /** The registers that were read, as their lists keep them: the same array until one of them changed. */
  readonly registers: readonly Register[];
}

interface Known {
  readonly parts: readonly unknown[];
  readonly insight: ProjectInsight;
}

/** Everything of a site once, and after that only what changed: a project whose rows are the very rows of before keeps its figures. */
export function createSiteInsight(): (site: SiteRows) => SiteInsight {
  const groupings = registersOfAProject.map((register) => [register, createGrouping()] as const);
  const standpointOf = createStandpoint();
  const factsOf = createSiteFacts();
  /** By the project's own row. */
  let known = new Map<object, Known>();
  let last: { readonly parts: readonly unknown[]; readonly insight: SiteInsight } | undefined;

  return ({ today, rowsOf, registers }) => {
    const standpoint = standpointOf(today, rowsOf("Settings"), rowsOf("FinancialPeriods"));
    const projectRows = rowsOf("Projects");
    const objectives = rowsOf("StrategicObjectives");
    const parts = [standpoint, registers, objectives, projectRows, ...groupings.map(([register]) => rowsOf(register))];
    if (last !== undefined && sameItems(last.parts, parts)) return last.insight;
    const groups = groupings.map(([register, grouping]) => [register, grouping(rowsOf(register))] as const);
    const all = recordsIn<typeof projects>(projectRows).map((project) =>
      recordsOfProject(project, (ref) => groups.map(([name, rows]) => [name, rows.of(ref)])),
    );
    const site = { registers, projects: all, objectives: recordsIn<typeof strategicObjectives>(objectives) };
    const facts = factsOf({ site, standpoint, rowsOf });
    const next = new Map<object, Known>();
    const found = all.map((records) => {
      const row: object = records.project;
      const own = [facts, standpoint, ...Object.values(records)];
      const before = known.get(row);
      const now = before !== undefined && sameItems(before.parts, own) ? before : { parts: own, insight: projectInsight(records, facts, standpoint) };
      next.set(row, now);
      return now.insight;
    });
    known = next;
    last = { parts, insight: { standpoint, projects: found, byRef: firstByRef(found) } };
    return last.insight;
  };
}

function projectInsight(records: ProjectRecords, site: SiteFacts, standpoint: Standpoint): ProjectInsight {
  const money = projectMoney(records, standpoint);
  const benefits = benefitMoney(records, standpoint);
  const rags = projectRags({ records, money, benefits }, standpoint);
  return {
    ref: records.project.values.Ref ?? "",
    records,
    money,
    benefits,
    rags,
    declared: declaredRag(records, rags.overall),
    quality: projectQuality({ records, rags, site }, standpoint),
  };
}

type Group = readonly [string, readonly Row[]];

function recordsOfProject(project: ProjectRecord, groupsOf: (ref: string) => readonly Group[]): ProjectRecords {
  const ref = valueAt(project.values, "Ref");
  const groups = groupsOf(typeof ref === "string" ? ref : "");
  return { ...(Object.fromEntries(groups) as unknown as ProjectRecords), project }; // each register's rows under its name
}

function firstByRef(found: readonly ProjectInsight[]): ReadonlyMap<string, ProjectInsight> {
  return new Map([...found].reverse().flatMap((insight) => (insight.ref === "" ? [] : [[insight.ref, insight] as const])));
}

function createStandpoint(): (today: CalendarDate, settings: readonly Row[], periods: readonly Row[]) => Standpoint {
  let last: { readonly parts: readonly unknown[]; readonly standpoint: Standpoint } | undefined;
  return (today, settings, periods) => {
    const parts = [today, settings, periods];
    if (last === undefined || !sameItems(last.parts, parts))
      last = { parts, standpoint: standpointFrom({ today, settings, periods: recordsIn<typeof financialPeriods>(periods) }) };
    return last.standpoint;
  };
}
