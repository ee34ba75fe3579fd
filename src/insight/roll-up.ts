import type { Pence } from "../kernel";
import { compareText } from "./compare-text";
import { sumOfFilled } from "./cost-lines";
import { onTimeCounts } from "./milestone-figures";
import { ragAt, type Rag } from "./rag";
import { currentScore, bandWithin, isOpenRisk } from "./risk-figures";
import type { ProjectInsight, SiteInsight } from "./site-insight";
import type { Standpoint } from "./standpoint";

/** An amount of several projects. */
export interface Sum {
  /** Of the projects that have one; undefined while none has. */
  readonly amount: Pence | undefined;
  readonly without: number;
}

/** What several projects are together. Every part adds up, so that a portfolio is the sum of its programmes, and of its sites. */
export interface RollUp {
  readonly projects: number;
  readonly active: number;
  /** Active projects by their overall RAG: as declared, and as the facts say. Portfolio pages show counts, not one RAG (reference 4.9). */
  readonly declared: Counts<Rag | undefined>;
  readonly workedOut: Counts<Rag>;
  /** All projects by their stage; one that has none or a foreign one counts as it is written. */
  readonly stages: Counts<string | undefined>;
  readonly approvedBudget: Sum;
  /** This year's money of all projects, whatever their status: sums agree with the ledger. */
  readonly budget: Sum;
  readonly budgetToDate: Sum;
  readonly spentToDate: Sum;
  readonly outturn: Sum;
  readonly benefitsPlanned: Sum;
  readonly benefitsRealised: Sum;
  /** Open risks in the extreme band of the site that they stand in. */
  readonly extremeRisks: number;
  /** Milestones that came by their baseline, and those that came after it: `onTimeShare` tells the per cent. */
  readonly onTime: number;
  readonly late: number;
}

export type Counts<Key> = ReadonlyMap<Key, number>;

const sums = ["approvedBudget", "budget", "budgetToDate", "spentToDate", "outturn", "benefitsPlanned", "benefitsRealised"] as const;

export function rollUpOf({ records, money, benefits, rags }: ProjectInsight, standpoint: Standpoint): RollUp {
  const { Status, Stage, RagOverall, BudgetApproved } = records.project.values;
  const isActive = Status === "Active";
  const { onTime, late } = onTimeCounts(records.Milestones, standpoint.today);
  return {
    projects: 1,
    active: isActive ? 1 : 0,
    declared: isActive ? new Map([[ragAt(RagOverall), 1]]) : new Map(),
    workedOut: isActive ? new Map([[rags.overall.value ?? "Not rated", 1]]) : new Map(),
    stages: new Map([[Stage, 1]]),
    approvedBudget: sumOf(BudgetApproved),
    budget: sumOf(money.all?.budget.value),
    budgetToDate: sumOf(money.all?.budgetToDate.value),
    spentToDate: sumOf(money.all?.spentToDate.value),
    outturn: sumOf(money.all?.outturn.value),
    benefitsPlanned: sumOf(benefits.planned.value),
    benefitsRealised: sumOf(benefits.realised.value),
    extremeRisks: records.Risks.filter((risk) => isOpenRisk(risk) && bandWithin(currentScore(risk), standpoint) === "Extreme").length,
    onTime,
    late,
  };
}

/** Several as one, in whatever order and grouping; of none everything is 0 and no amount is known. */
export function addRollUps(all: readonly RollUp[]): RollUp {
  const total = (countOf: (one: RollUp) => number): number => all.reduce((sum, one) => sum + countOf(one), 0);
  const amounts = Object.fromEntries(sums.map((name) => [name, addSums(all.map((one) => one[name]))]));
  return {
    ...(amounts as Pick<RollUp, (typeof sums)[number]>), // a sum under each of these names
    projects: total(({ projects }) => projects),
    active: total(({ active }) => active),
    declared: addCounts(all.map(({ declared }) => declared)),
    workedOut: addCounts(all.map(({ workedOut }) => workedOut)),
    stages: addCounts(all.map(({ stages }) => stages)),
    extremeRisks: total(({ extremeRisks }) => extremeRisks),
    onTime: total(({ onTime }) => onTime),
    late: total(({ late }) => late),
  };
}

export interface SiteRollUps {
  readonly all: RollUp;
  /** By the Ref of the programme; undefined for projects of none. */
  readonly programmes: ReadonlyMap<string | undefined, RollUp>;
  /** By the code of the division; undefined where nobody said. */
  readonly divisions: ReadonlyMap<string | undefined, RollUp>;
}

/** One site by programme and by division. Several sites: `addRollUps` over the `all` of each. */
export function siteRollUps({ projects, standpoint }: Pick<SiteInsight, "projects" | "standpoint">): SiteRollUps {
  const each = projects.map((project) => ({ values: project.records.project.values, own: rollUpOf(project, standpoint) }));
  const by = (keyOf: (values: ProjectInsight["records"]["project"]["values"]) => string | undefined): ReadonlyMap<string | undefined, RollUp> => {
    const groups = new Map<string | undefined, RollUp[]>();
    for (const { values, own } of each) {
      const key = keyOf(values);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [own]);
      else group.push(own);
    }
    return new Map([...groups].map(([key, group]) => [key, addRollUps(group)]));
  };
  return {
    all: addRollUps(each.map(({ own }) => own)),
    programmes: by(({ ProgrammeRef }) => ProgrammeRef),
    divisions: by(({ SponsorDivision }) => SponsorDivision),
  };
}

function sumOf(amount: Pence | undefined): Sum {
  return { amount, without: amount === undefined ? 1 : 0 };
}

function addSums(all: readonly Sum[]): Sum {
  return { amount: sumOfFilled(all.map(({ amount }) => amount)), without: all.reduce((sum, { without }) => sum + without, 0) };
}

/** In the order of their keys, so that the order of what is added leaves no trace. */
function addCounts<Key extends string | undefined>(all: readonly Counts<Key>[]): Counts<Key> {
  const counts = new Map<Key, number>();
  for (const one of all) for (const [key, count] of one) counts.set(key, (counts.get(key) ?? 0) + count);
  return new Map([...counts].sort(([one], [other]) => compareText(one ?? "", other ?? "")));
}
