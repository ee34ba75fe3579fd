import { sameItems, type CalendarDate } from "../kernel";
import type { financialPeriods, projects as projectsRegister, Register, Row, strategicObjectives } from "../registers";
import { benefitMoney, type BenefitMoney } from "./benefit-figures";
import { createSiteFacts } from "./changing-site-facts";
import { projectQuality } from "./data-quality";
import { declaredRag, type DeclaredRag } from "./declared";
import { createGrouping } from "./group-by-project";
import { keepWhileSame } from "./keep-while-same";
import { projectMoney, type ProjectMoney } from "./project-money";
import { projectRags, type ProjectRags } from "./project-rags";
import type { Quality } from "./quality-score";
import type { SiteFacts } from "./quality-site-facts";
import { recordsIn, registersOfAProject, type ProjectRecord, type ProjectRecords } from "./records";
import { listsOfTheSite, siteQuality } from "./site-quality";
import { standpointFrom, type Standpoint } from "./standpoint";
import { createTaming } from "./tame";

/** What the records of one project say of it at the newest moment: each part is worked out when somebody asks for it, and once. */
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
  /** Of what no project answers for: people across projects, the lists of the site, and records that name no project. */
  readonly quality: Quality;
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
  const tameRowsOf = createTaming();
  const factsOf = createSiteFacts();
  const keepStandpoint = keepWhileSame<Standpoint>();
  const keepQuality = keepWhileSame<Quality>();
  const keepInsight = keepWhileSame<SiteInsight>();
  /** By the project's own row. */
  let known = new Map<object, Known>();

  const workOut = (rowsOf: SiteRows["rowsOf"], registers: readonly Register[], standpoint: Standpoint): SiteInsight => {
    const groups = groupings.map(([register, grouping]) => [register, grouping(rowsOf(register))] as const);
    const projects = recordsIn<typeof projectsRegister>(rowsOf("Projects")).map((project) =>
      recordsOfProject(
        project,
        groups.map(([name, rows]) => [name, rows.of(refOf(project))]),
      ),
    );
    const facts = factsOf({
      site: { registers, projects, objectives: recordsIn<typeof strategicObjectives>(rowsOf("StrategicObjectives")) },
      standpoint,
      rowsOf,
    });
    const next = new Map<object, Known>();
    const found = projects.map((records) => {
      const row: object = records.project;
      const parts = [facts, standpoint, ...Object.values(records)];
      const before = known.get(row);
      const now = before !== undefined && sameItems(before.parts, parts) ? before : { parts, insight: projectInsight(records, facts, standpoint) };
      next.set(row, now);
      return now.insight;
    });
    known = next;
    const withoutProject = groups.map(([name, rows]) => [name, rows.withoutProject] as const);
    const lists = listsOfTheSite(registers.map(({ name }) => name)).map(rowsOf);
    const quality = keepQuality([facts, standpoint, rowsOf("Projects"), rowsOf("ResourceDemand"), ...withoutProject.map(([, rows]) => rows), ...lists], () => {
      const others = byRegister(withoutProject);
      const needs = [...projects.flatMap(({ ResourceDemand }) => ResourceDemand), ...others.ResourceDemand];
      return siteQuality({ needs, withoutProject: others, rowsOf, site: facts }, standpoint);
    });
    return { standpoint, projects: found, byRef: firstByRef(found), quality };
  };

  return ({ today, rowsOf: writtenRowsOf, registers }) => {
    const rowsOf = tameRowsOf({ rowsOf: writtenRowsOf, registers });
    const [settings, periods] = [writtenRowsOf("Settings"), rowsOf("FinancialPeriods")];
    const standpoint = keepStandpoint([today, settings, periods], () =>
      standpointFrom({ today, settings, periods: recordsIn<typeof financialPeriods>(periods) }),
    );
    const names = [...registersRead, ...listsOfTheSite(registers.map(({ name }) => name))];
    return keepInsight([standpoint, registers, ...names.map(rowsOf)], () => workOut(rowsOf, registers, standpoint));
  };
}

const registersRead = ["Projects", "StrategicObjectives", ...registersOfAProject];

/** Each part when somebody asks for it, and once: a page of one project does not wait for the others. */
function projectInsight(records: ProjectRecords, site: SiteFacts, standpoint: Standpoint): ProjectInsight {
  const money = once(() => projectMoney(records, standpoint));
  const benefits = once(() => benefitMoney(records, standpoint));
  const rags = once(() => projectRags({ records, money: money(), benefits: benefits() }, standpoint));
  const declared = once(() => declaredRag(records, rags().overall));
  const quality = once(() => projectQuality({ records, rags: rags(), site }, standpoint));
  return {
    ref: refOf(records.project),
    records,
    get money() {
      return money();
    },
    get benefits() {
      return benefits();
    },
    get rags() {
      return rags();
    },
    get declared() {
      return declared();
    },
    get quality() {
      return quality();
    },
  };
}

function once<T>(workOut: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => (found ??= { value: workOut() }).value;
}

function refOf({ values }: ProjectRecord): string {
  return values.Ref ?? "";
}

type Group = readonly [string, readonly Row[]];

function recordsOfProject(project: ProjectRecord, groups: readonly Group[]): ProjectRecords {
  return { ...byRegister(groups), project };
}

function byRegister(groups: readonly Group[]): Omit<ProjectRecords, "project"> {
  return Object.fromEntries(groups) as unknown as ProjectRecords; // each register's rows under its name
}

function firstByRef(found: readonly ProjectInsight[]): ReadonlyMap<string, ProjectInsight> {
  return new Map([...found].reverse().flatMap((insight) => (insight.ref === "" ? [] : [[insight.ref, insight] as const])));
}
