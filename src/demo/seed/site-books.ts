import type { CalendarDate } from "../../kernel";
import { allRegisters, lightRegisters, projects, refOf, supportingRegisters, type Register } from "../../registers";
import { kinds } from "./content";
import { estatesPortfolio, northmerePortfolio, phases, places, westvalePortfolio, type PortfolioLine } from "./content/portfolio";
import { createDice, type Dice } from "./dice";
import { spreadSites } from "./more-sites";
import { northmerePeople, westvalePeople, type DirectoryPerson } from "./people";
import { createCast, planProject, type ProjectPlan } from "./project-plan";
import { RowBook } from "./row-book";
import { fillBook } from "./rows";
import type { Scene } from "./scene";
import { northmereHost, westvaleHost } from "./tenants";

export type SeedSize = "small" | "large";

export interface BookRequest {
  /** `small`: 40 projects in the first site and about 3,100 rows in all; `large`: 500 projects and about 20,000 rows. */
  readonly size: SeedSize;
  readonly seed: number;
  /** Every date of the sample is counted from this day. */
  readonly today: CalendarDate;
}

interface SitePlan {
  /** Key of the site in the tenant's administration. */
  readonly key: string;
  readonly host: string;
  readonly path: string;
  /** Key of the person who makes its lists. */
  readonly owner: string;
  readonly registers: readonly Register[];
}

/** A site with all its rows, not yet written anywhere. */
export interface SiteBook {
  readonly site: SitePlan;
  readonly book: RowBook;
  /** Refs of rows that break a rule on purpose. */
  readonly imperfect: ReadonlySet<string>;
}

interface SiteContent extends SitePlan {
  readonly people: readonly DirectoryPerson[];
  readonly portfolio: readonly PortfolioLine[];
  readonly density: number;
  readonly hasLeads: boolean;
}

const largeCount = 500;
const largeDensity = 0.81; // brings 500 projects to about 20,000 rows

/** Lists that a smaller office makes do with. */
const fewRegisters: readonly Register[] = [
  ...lightRegisters,
  ...[
    "Settings",
    "FinancialPeriods",
    "Organisations",
    "Divisions",
    "StrategicObjectives",
    "FundingSources",
    "Changes",
    "Suppliers",
    "Contracts",
    "Benefits",
  ].flatMap((name) => allRegisters.find((register) => register.name === name) ?? []),
];

/** Lists as the product's own set-up makes them at first. */
const firstRegisters: readonly Register[] = [...lightRegisters, ...supportingRegisters];
const spreadDensity = 0.6;

/** The rows of all sites with registers. The same request gives the same rows, to the letter. */
export function bookSites(request: BookRequest): readonly SiteBook[] {
  const dice = createDice(request.seed);
  const isLarge = request.size === "large";
  const trust = { people: northmerePeople, host: northmereHost, owner: "pmo", hasLeads: true };
  const sites: readonly SiteContent[] = [
    {
      ...trust,
      key: "pmo",
      path: "/sites/pmo",
      portfolio: isLarge ? enlarge(northmerePortfolio, dice.fork("enlarge")) : northmerePortfolio,
      registers: allRegisters,
      density: isLarge ? largeDensity : 1,
    },
    { ...trust, key: "northmere-estates", path: "/sites/northmere-estates", portfolio: estatesPortfolio, registers: fewRegisters, density: 1 },
    {
      key: "westvale-projects",
      host: westvaleHost,
      path: "/sites/projects",
      owner: "other",
      people: westvalePeople,
      portfolio: westvalePortfolio,
      registers: fewRegisters,
      density: 1,
      hasLeads: false,
    },
    ...spreadSites.map(({ key, portfolio }) => ({ ...trust, key, path: `/sites/${key}`, portfolio, registers: firstRegisters, density: spreadDensity })),
  ];
  return sites.map((site) => {
    const scene = createScene(request, site, dice.fork(site.key));
    fillBook(scene);
    return { site, book: scene.book, imperfect: scene.imperfect };
  });
}

function createScene({ seed, today }: BookRequest, site: SiteContent, dice: Dice): Scene {
  const cast = createCast(site.people);
  const names = new Set(site.registers.map(({ name }) => name));
  const plans: readonly ProjectPlan[] = site.portfolio.map((line, index) => {
    const ref = refOf(projects, index + 1);
    if (ref === undefined) throw new RangeError("more projects than numbers");
    return planProject({ ref, line: names.has("Programmes") ? line : withoutProgramme(line), today, cast, dice: dice.fork(ref), hasLeads: site.hasLeads });
  });
  return {
    book: new RowBook(`${site.key} ${String(seed)}`),
    cast,
    today,
    dice: dice.fork("office"),
    owner: site.owner,
    density: site.density,
    siteAddress: `https://${site.host}${site.path}`,
    has: (register) => names.has(register),
    projects: plans,
    imperfect: new Set(),
  };
}

function withoutProgramme([kind, suffix, tier, status, stage, manager, trouble]: PortfolioLine): PortfolioLine {
  return [kind, suffix, tier, status, stage, manager, trouble];
}

/** The curated projects first, then more of every kind in every place. */
function enlarge(curated: readonly PortfolioLine[], dice: Dice): readonly PortfolioLine[] {
  const managers = northmerePeople.filter(({ role }) => role === "manager").map(({ key }) => key);
  const lines = [...curated];
  const taken = new Set<string>();
  while (lines.length < largeCount) {
    const kind = dice.pick(kinds);
    const suffix = `${dice.pick(places)}, ${dice.pick(phases)}`;
    if (taken.has(`${kind.key} ${suffix}`)) continue;
    taken.add(`${kind.key} ${suffix}`);
    const status = dice.pick(["Active", "Active", "Active", "Active", "Active", "Active", "Pipeline", "Completed", "Completed", "On hold", "Stopped"]);
    const stage = status === "Pipeline" ? dice.whole(1, 2) : status === "Completed" ? dice.whole(7, 8) : dice.whole(2, 6);
    const tier = dice.pick([2, 3, 3, 4, 4, 4] as const);
    const trouble = dice.pick([0, 0, 0, 0, 1, 1, 2] as const);
    lines.push([kind.key, suffix, tier, status, stage, dice.pick(managers), trouble, dice.pick(["PG-001", "PG-002", "PG-003", "PG-004"])]);
  }
  return lines;
}
