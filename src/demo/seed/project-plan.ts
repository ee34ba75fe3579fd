import { addDays, daysBetween, type CalendarDate } from "../../kernel";
import { kindOf, type Kind } from "./content";
import type { PortfolioLine } from "./content/portfolio";
import type { Dice } from "./dice";
import type { DirectoryPerson, Role } from "./people";

/** The facts of one project, from which all its rows follow. Money is pence. */
export interface ProjectPlan {
  readonly ref: string;
  readonly kind: Kind;
  readonly title: string;
  readonly tier: 1 | 2 | 3 | 4;
  readonly status: string;
  /** 1 to 8 */
  readonly stage: number;
  /** 0 goes well, 1 has problems, 2 is in trouble. */
  readonly trouble: 0 | 1 | 2;
  readonly programme: string | undefined;
  readonly start: CalendarDate;
  readonly endBaseline: CalendarDate;
  /** Days by which the end is late now. */
  readonly slipDays: number;
  readonly endForecast: CalendarDate;
  readonly endActual: CalendarDate | undefined;
  readonly lengthDays: number;
  readonly budgetPence: number;
  readonly manager: DirectoryPerson;
  /** Undefined for the few that have none, as happens. */
  readonly sro: DirectoryPerson | undefined;
  readonly clinicalLead: DirectoryPerson;
  readonly financeLead: DirectoryPerson;
  readonly serviceOwner: DirectoryPerson;
  /** The project that people meet first: nothing in it is left to bad luck. */
  readonly isShowcase: boolean;
  /** Nobody has touched its rows for months. */
  readonly isForgotten: boolean;
  readonly dice: Dice;
}

export interface Cast {
  /** Throws (a bug) for a key that nobody has. */
  person(key: string): DirectoryPerson;
  ofRole(role: Role): readonly DirectoryPerson[];
}

export function createCast(people: readonly DirectoryPerson[]): Cast {
  return {
    person: (key) => {
      const found = people.find((one) => one.key === key);
      if (found === undefined) throw new RangeError(`nobody has the key ${key}`);
      return found;
    },
    // A small trust has not every role: somebody else does the work then.
    ofRole: (role) => {
      const found = people.filter((one) => one.role === role);
      return found.length > 0 ? found : people.filter((one) => one.role !== "board" && one.role !== "guest");
    },
  };
}

const progressOfStage: Readonly<Record<number, number>> = { 1: 0, 2: 0.08, 3: 0.2, 4: 0.35, 5: 0.62, 6: 0.86, 7: 1, 8: 1 };
const lengthOfTier: Readonly<Record<number, readonly [from: number, to: number]>> = { 1: [900, 1200], 2: [480, 720], 3: [300, 450], 4: [180, 270] };
const poundsOfTier: Readonly<Record<number, readonly [from: number, to: number]>> = {
  1: [6_000_000, 28_000_000],
  2: [600_000, 3_800_000],
  3: [90_000, 460_000],
  4: [14_000, 48_000],
};
const daysToGoLive = 18;
const goLive = { share: 0.805, lateBy: 33 }; // where its milestone stands in the project, and its days late by then
const showcaseSlipDays = 35;
const isOver = new Set(["Completed", "Stopped", "Rejected"]);

/** People with a natural tie to a kind of project; the others are chosen by the dice. */
const leads: Readonly<Record<string, readonly [sro: string, clinicalLead: string, serviceOwner: string]>> = {
  epr: ["siobhan-keane", "amara-eze", "keisha-alleyne"],
  "5g": ["siobhan-keane", "amara-eze", "damian-frost"],
  blood: ["sro", "clinician", "terence-obi"],
  dental: ["lewis-farrant", "alastair-quill", "bronwen-hughestate"],
  cardiac: ["dorothy-achterberg", "ines-carvalho", "andrei-popov"],
  virtual: ["sro", "benedict-osei", "chidi-nwosu"],
  diabetes: ["dorothy-achterberg", "farah-siddiqui", "chidi-nwosu"],
  dementia: ["patience-mwangi", "benedict-osei", "margo-sinclair"],
  cancer: ["eleanor-voss", "hannah-wexford", "imran-sheikh"],
  smoking: ["eleanor-voss", "ines-carvalho", "wendy-tarrant"],
  breast: ["sro", "petra-novotna", "elspeth-corrie"],
  eolc: ["patience-mwangi", "colm-devlin", "josephine-abara"],
  outpatients: ["sro", "farah-siddiqui", "victor-lindgren"],
  rostering: ["catrin-bowen", "eleanor-voss", "helen-strand"],
  forensic: ["rajiv-menon", "rhys-mathias", "terence-obi"],
  theatres: ["rajiv-menon", "alastair-quill", "helen-strand"],
  energy: ["rajiv-menon", "eleanor-voss", "tanya-whitlock"],
  "cip-medicines": ["hugh-pembertonlyle", "farah-siddiqui", "imran-sheikh"],
};

interface PlanRequest {
  readonly ref: string;
  readonly line: PortfolioLine;
  readonly today: CalendarDate;
  readonly cast: Cast;
  readonly dice: Dice;
  /** False in the small trust, whose people have no ties of their own. */
  readonly hasLeads: boolean;
}

export function planProject({ ref, line, today, cast, dice, hasLeads }: PlanRequest): ProjectPlan {
  const [kindKey, suffix, tier, status, stage, manager, trouble, programme] = line;
  const kind = kindOf(kindKey);
  const lengthDays = dice.whole(...(lengthOfTier[tier] ?? [180, 270]));
  const over = isOver.has(status);
  const usualSlip = [dice.whole(-4, 6), dice.whole(9, 27), dice.whole(33, 75)][trouble] ?? 0;
  const behind = over ? lengthDays + dice.whole(20, 150) : Math.round(lengthDays * ((progressOfStage[stage] ?? 0.5) + (dice.next() - 0.5) * 0.1));
  const isShowcase = hasLeads && kindKey === "blood" && suffix === "";
  const slipDays = isShowcase ? showcaseSlipDays : usualSlip;
  const usualStart = addDays(today, status === "Pipeline" ? dice.whole(20, 120) : -behind);
  const start = isShowcase ? addDays(today, daysToGoLive - goLive.lateBy - Math.round(lengthDays * goLive.share)) : usualStart;
  const endBaseline = addDays(start, lengthDays);
  const tied = hasLeads ? leads[kindKey] : undefined;
  const endForecast = addDays(endBaseline, status === "Pipeline" ? 0 : slipDays);
  const latestEnd = addDays(today, -7);
  const plan = {
    ref,
    kind,
    title: suffix === "" ? kind.name : `${kind.name}: ${suffix}`,
    tier,
    status,
    stage,
    trouble,
    programme,
    start,
    endBaseline,
    slipDays,
    endForecast,
    endActual: status === "Completed" ? (endForecast < latestEnd ? endForecast : latestEnd) : undefined,
    lengthDays: daysBetween(start, endBaseline),
    budgetPence: dice.whole(...(poundsOfTier[tier] ?? [14_000, 48_000])) * 100,
    manager: cast.person(manager),
    clinicalLead: tied === undefined ? dice.pick(cast.ofRole("clinical")) : cast.person(tied[1]),
    financeLead: dice.chance(0.4) && hasLeads ? cast.person("finance") : dice.pick(cast.ofRole("finance")),
    serviceOwner: tied === undefined ? dice.pick(cast.ofRole("service")) : cast.person(tied[2]),
    dice,
    isShowcase,
  };
  const lacksSro = status !== "On hold" && dice.chance(0.07) && !isShowcase;
  return {
    ...plan,
    sro: lacksSro ? undefined : tied === undefined ? dice.pick(cast.ofRole("sro")) : cast.person(tied[0]),
    isForgotten: status === "Active" && dice.chance(0.08) && !isShowcase,
  };
}
