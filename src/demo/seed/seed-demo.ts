import type { CalendarDate } from "../../kernel";
import { allRegisters, lightRegisters, projects, refOf, registerNamed, type Register } from "../../registers";
import type { Tenant } from "../tenant";
import { kinds } from "./content";
import { estatesPortfolio, northmerePortfolio, phases, places, westvalePortfolio, type PortfolioLine } from "./content/portfolio";
import { createDice, type Dice } from "./dice";
import { addListOwnersWork, addRowsTypedInLists } from "./list-owner-rows";
import { northmerePeople, westvalePeople, type DirectoryPerson } from "./people";
import { createCast, planProject, type ProjectPlan } from "./project-plan";
import { RowBook } from "./row-book";
import { fillBook } from "./rows";
import type { Scene } from "./scene";
import { openSite, type SiteWriter } from "./site-writer";
import { addTenants, northmereHost, westvaleHost } from "./tenants";

export type SeedSize = "small" | "large";

export interface SeedRequest {
  /** Fresh: without tenants, people or sites. */
  readonly tenant: Tenant;
  /** `small`: 40 projects and about 2,500 rows in the trust's first site; `large`: 500 projects and 20,000 rows. */
  readonly size: SeedSize;
  readonly seed: number;
  /** Every date of the sample is counted from this day. */
  readonly today: CalendarDate;
  /** Sets the tenant's clock, so that rows have a past; without it all is written now. */
  readonly setNowMs?: (nowMs: number) => void;
}

/** What was written where, for tests and for people who look. */
export interface SeededSite {
  /** Key of the site, as the tenant's administration knows it. */
  readonly site: string;
  readonly rowCounts: ReadonlyMap<string, number>;
  /** Refs of rows that break a rule on purpose. */
  readonly imperfect: ReadonlySet<string>;
}

interface SitePlan {
  readonly key: string;
  readonly host: string;
  readonly path: string;
  readonly owner: string;
  readonly people: readonly DirectoryPerson[];
  readonly portfolio: readonly PortfolioLine[];
  readonly registers: readonly Register[];
  readonly density: number;
  readonly hasLeads: boolean;
}

const largeCount = 500;
const largeDensity = 0.62; // brings 500 projects to about 20,000 rows

/** Lists that a smaller office makes do with. */
const fewRegisters: readonly Register[] = [
  ...lightRegisters,
  ...["Settings", "FinancialPeriods", "Organisations", "Divisions", "StrategicObjectives", "FundingSources", "Changes", "Suppliers", "Contracts", "Benefits"].flatMap((name) => registerNamed(name) ?? []),
];

/** Fills a tenant with two invented trusts, through Graph and the product's own provisioning. The same request gives the same tenant. */
export async function seedDemo(request: SeedRequest): Promise<readonly SeededSite[]> {
  const dice = createDice(request.seed);
  addTenants(request.tenant);
  const isLarge = request.size === "large";
  const trust = { people: northmerePeople, host: northmereHost, owner: "pmo", hasLeads: true };
  const sites: readonly SitePlan[] = [
    { ...trust, key: "pmo", path: "/sites/pmo", portfolio: isLarge ? enlarge(northmerePortfolio, dice.fork("enlarge")) : northmerePortfolio, registers: allRegisters, density: isLarge ? largeDensity : 1 },
    { ...trust, key: "northmere-estates", path: "/sites/northmere-estates", portfolio: estatesPortfolio, registers: fewRegisters, density: 1 },
    { key: "westvale-projects", host: westvaleHost, path: "/sites/projects", owner: "other", people: westvalePeople, portfolio: westvalePortfolio, registers: fewRegisters, density: 1, hasLeads: false },
  ];
  const seeded: SeededSite[] = [];
  for (const site of sites) seeded.push(await seedSite(request, site, dice.fork(site.key)));
  return seeded;
}

async function seedSite(request: SeedRequest, site: SitePlan, dice: Dice): Promise<SeededSite> {
  const { tenant, today, setNowMs } = request;
  const scene = createScene(request, site, dice);
  fillBook(scene);
  const writer = await openSite({ tenant, host: site.host, path: site.path, owner: site.owner, today, setNowMs });
  await writer.provision(site.registers);
  await writer.write(scene.book);
  if (site.key === "pmo") await leaveTraces(request, scene, writer);
  const rowCounts = new Map<string, number>();
  for (const { register } of scene.book.rows) rowCounts.set(register.name, (rowCounts.get(register.name) ?? 0) + 1);
  return { site: site.key, rowCounts, imperfect: scene.imperfect };
}

async function leaveTraces({ tenant }: SeedRequest, scene: Scene, writer: SiteWriter): Promise<void> {
  await addListOwnersWork(writer);
  addRowsTypedInLists(tenant, scene);
}

function createScene({ seed, today }: SeedRequest, site: SitePlan, dice: Dice): Scene {
  const cast = createCast(site.people);
  const names = new Set(site.registers.map(({ name }) => name));
  const plans: readonly ProjectPlan[] = site.portfolio.map((line, index) => {
    const ref = refOf(projects, index + 1);
    if (ref === undefined) throw new RangeError("more projects than numbers");
    const programme = names.has("Programmes") ? line : withoutProgramme(line);
    return planProject({ ref, line: programme, today, cast, dice: dice.fork(ref), hasLeads: site.hasLeads });
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
