import { changes, projects } from "../registers";
import { fact, threshold, type Figure, type Input } from "./figure";
import { amountInput } from "./money-inputs";
import { sourceOf, type ProjectRecord, type RecordOf } from "./records";
import type { Standpoint } from "./standpoint";
import type { Thresholds } from "./thresholds";

/** 1 project manager, 2 SRO or project board, 3 programme board or executive, 4 trust board or finance committee. */
export type RouteLevel = 1 | 2 | 3 | 4;

type Change = RecordOf<"Changes">;

interface Test {
  readonly name: string;
  /** The label of what is empty when the level is not known. */
  readonly needs: string;
  readonly level: RouteLevel | undefined;
  /** The highest level that this test can ask for. */
  readonly most: RouteLevel;
}

const levelOfImpact: ReadonlyMap<string, RouteLevel> = new Map([
  ["None", 1],
  ["Minor", 1],
  ["Moderate", 2],
  ["Major", 3],
]);

/**
 * Who has to approve a change: the highest level that any of its effects asks for (reference 5.6). Less time or money counts as more does,
 * because it moves the baseline, too. Undefined while an effect that could raise the level is not filled in.
 */
export function changeRoute(change: Change, project: ProjectRecord, { thresholds }: Standpoint): Figure<RouteLevel> {
  const tests = testsOf(change, project, thresholds["change.route"]);
  const known = tests.reduce<RouteLevel>((highest, { level }) => (level !== undefined && level > highest ? level : highest), 1);
  const missing = new Set(tests.filter(({ level, most }) => level === undefined && most > known).map(({ needs }) => needs));
  const from = sourceOf("Changes", change);
  return {
    value: missing.size === 0 ? known : undefined,
    rule: "changeRoute",
    inputs: [
      ...tests.flatMap(({ name, level }) => (level === undefined ? [] : [fact(name, { unit: "count", value: level }, from)])),
      ...[...missing].map((label) => fact("missing", { unit: "words", value: label }, from)),
      ...(missing.size === 0 ? [] : [fact("atLeast", { unit: "count", value: known })]),
      ...amountInput("effectOnCost", change.values.CostImpact),
      ...amountInput("approvedBudget", project.values.BudgetApproved),
      ...limits(thresholds["change.route"]),
    ],
  };
}

function testsOf({ values }: Change, project: ProjectRecord, route: Thresholds["change.route"]): readonly Test[] {
  const { TimeImpactDays, CostImpact, BenefitReductionPct, ScopeImpact, QualityImpact } = values;
  const { columns } = changes;
  // Settings has pounds, a cell pence.
  const pence = route.cost.map((pounds) => pounds * 100);
  return [
    { name: "timeLevel", needs: columns.TimeImpactDays.label, level: ladder(magnitude(TimeImpactDays), route.timeDays), most: 4 },
    { name: "costLevel", needs: columns.CostImpact.label, level: ladder(magnitude(CostImpact), pence), most: 4 },
    {
      name: "shareOfBudgetLevel",
      needs: CostImpact === undefined ? columns.CostImpact.label : projects.columns.BudgetApproved.label,
      level: ladder(percentOfBudget(CostImpact, project), route.costPct),
      most: 4,
    },
    { name: "benefitLevel", needs: columns.BenefitReductionPct.label, level: ladder(BenefitReductionPct, route.benefitPct), most: 4 },
    { name: "scopeLevel", needs: columns.ScopeImpact.label, level: levelOfImpact.get(ScopeImpact ?? ""), most: 3 },
    { name: "qualityLevel", needs: columns.QualityImpact.label, level: levelOfImpact.get(QualityImpact ?? ""), most: 3 },
    { name: "safetyLevel", needs: columns.ClinicalSafetyImpact.label, level: floor(values.ClinicalSafetyImpact, 2), most: 2 },
    { name: "milestoneLevel", needs: columns.MovesKeyMilestone.label, level: floor(values.MovesKeyMilestone, 3), most: 3 },
    { name: "fundingLevel", needs: columns.FundingBeyondApproved.label, level: floor(values.FundingBeyondApproved, 3), most: 3 },
  ];
}

/** Up to and with the first step is level 1; above the third is level 4. */
function ladder(value: number | undefined, steps: readonly number[]): RouteLevel | undefined {
  if (value === undefined) return undefined;
  const [first = 0, second = 0, third = 0] = steps;
  if (value > third) return 4;
  if (value > second) return 3;
  return value > first ? 2 : 1;
}

function floor(answer: boolean | undefined, level: RouteLevel): RouteLevel | undefined {
  return answer === undefined ? undefined : answer ? level : 1;
}

function magnitude(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.abs(value);
}

/** Against no budget at all, any money is all of it. */
function percentOfBudget(cost: number | undefined, project: ProjectRecord): number | undefined {
  const budget = project.values.BudgetApproved;
  if (cost === 0) return 0;
  if (cost === undefined || budget === undefined) return undefined;
  return budget === 0 ? 100 : (Math.abs(cost) * 100) / budget;
}

function limits(route: Thresholds["change.route"]): readonly Input[] {
  const words = (name: string, steps: readonly number[]): Input => threshold(name, { unit: "words", value: steps.join(", ") });
  return [
    words("timeSteps", route.timeDays),
    words("costSteps", route.cost),
    words("shareOfBudgetSteps", route.costPct),
    words("benefitSteps", route.benefitPct),
  ];
}
