import { dateParts, type CalendarDate } from "../kernel";
import { projects, type projectOrganisations, type tiers } from "../registers";
import { fact, threshold, type Figure, type Input } from "./figure";
import { sourceOf, type ProjectRecord, type RecordIn } from "./records";
import type { Standpoint } from "./standpoint";
import type { Thresholds } from "./thresholds";

export type Tier = (typeof tiers)[number];

/** What a tier is worked out from (reference 12.3). Undefined is not assessed: there is no tier until all six are known. */
export interface TierFactors {
  readonly wholeLifePence: number | undefined;
  readonly lengthMonths: number | undefined;
  readonly organisations: number | undefined;
  /** The last three are judged from 1 to 4. */
  readonly clinicalImpact: number | undefined;
  readonly newness: number | undefined;
  readonly profile: number | undefined;
}

interface Sized {
  readonly project: ProjectRecord;
  readonly partners: readonly RecordIn<typeof projectOrganisations>[];
}

/** From these on a factor scores 2, 3 and 4. */
const steps = { wholeLifePence: [5_000_000, 50_000_000, 500_000_000], lengthMonths: [6, 12, 24], organisations: [2, 3, 5] } as const;
const factorNames = ["wholeLifePence", "lengthMonths", "organisations", "clinicalImpact", "newness", "profile"] as const;
type FactorName = (typeof factorNames)[number];

export function projectTier({ project, partners }: Sized, standpoint: Standpoint): Figure<Tier> {
  const { values } = project;
  const factors: TierFactors = {
    wholeLifePence: values.BudgetApproved,
    lengthMonths: monthsBetween(values.StartBaseline ?? values.StartForecast, values.EndBaseline ?? values.EndForecast),
    organisations: organisationCount(project, partners),
    clinicalImpact: values.ClinicalImpact,
    newness: values.NoveltyScore,
    profile: values.ProfileScore,
  };
  const figure = tierOf(factors, standpoint);
  return { ...figure, inputs: figure.inputs.map((input) => (input.kind === "fact" ? { ...input, from: sourceOf("Projects", project) } : input)) };
}

export function tierOf(factors: TierFactors, { thresholds }: Standpoint): Figure<Tier> {
  const scores = factorNames.map((name) => ({ name, score: factorScore(name, factors[name]) }));
  const known = scores.flatMap(({ score }) => (score === undefined ? [] : [score]));
  const total = known.reduce((sum, score) => sum + score, 0);
  const isLarge = factorScore("wholeLifePence", factors.wholeLifePence) === 4 || factors.clinicalImpact === 4;
  const byTotal = tierWithin(total, thresholds["tier.bands"]);
  const tier = isLarge && (byTotal === "Tier 3" || byTotal === "Tier 4") ? "Tier 2" : byTotal;
  return {
    value: known.length === factorNames.length ? tier : undefined,
    rule: "tier",
    inputs: [
      ...scores.map(({ name, score }): Input =>
        score === undefined ? fact("missing", { unit: "words", value: labels[name] }) : fact(`${name}Score`, { unit: "score", value: score }),
      ),
      ...(known.length === factorNames.length ? [fact("total", { unit: "score", value: total })] : []),
      ...(isLarge ? [fact("atLeastTier2", { unit: "words", value: "Tier 2" })] : []),
      ...(["Tier 4", "Tier 3", "Tier 2"] as const).map((name) =>
        threshold("upTo", { unit: "words", value: `${name}: ${String(thresholds["tier.bands"][name])}` }),
      ),
    ],
  };
}

const labels: Readonly<Record<FactorName, string>> = {
  wholeLifePence: projects.columns.BudgetApproved.label,
  lengthMonths: projects.columns.EndForecast.label,
  organisations: projects.columns.LeadOrgCode.label,
  clinicalImpact: projects.columns.ClinicalImpact.label,
  newness: projects.columns.NoveltyScore.label,
  profile: projects.columns.ProfileScore.label,
};

/** 1 to 4; undefined when not known, or judged with something that is no score. */
export function factorScore(name: FactorName, value: number | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (name === "wholeLifePence" || name === "lengthMonths" || name === "organisations") return 1 + steps[name].filter((step) => value >= step).length;
  return Number.isInteger(value) && value >= 1 && value <= 4 ? value : undefined;
}

function tierWithin(total: number, bands: Thresholds["tier.bands"]): Tier {
  return (["Tier 4", "Tier 3", "Tier 2"] as const).find((tier) => total <= bands[tier]) ?? "Tier 1";
}

/** Calendar months with the part of the last one, so that 6 months to the day are 6; undefined without both days. */
function monthsBetween(start: CalendarDate | undefined, end: CalendarDate | undefined): number | undefined {
  if (start === undefined || end === undefined) return undefined;
  const [from, to] = [dateParts(start), dateParts(end)];
  return (to.year - from.year) * 12 + to.month - from.month + (to.day - from.day) / 31;
}

/** The lead and every partner that has not left, each once; undefined while nobody is named. */
function organisationCount({ values }: ProjectRecord, partners: Sized["partners"]): number | undefined {
  const codes = new Set(partners.filter((partner) => partner.values.Active !== false).map((partner) => partner.values.OrgCode));
  codes.add(values.LeadOrgCode);
  codes.delete(undefined);
  return codes.size === 0 ? undefined : codes.size;
}
