import { roundHalfAwayFromZero, type Pence } from "../kernel";
import { exactPence } from "./cost-lines";
import { fact, type Figure, type Input, type Source } from "./figure";
import { amountInput } from "./money-inputs";
import { sourceOf, type ProjectRecords, type RecordOf } from "./records";
import { bandWithin, currentScore, isOpenRisk, isThreat, scoreInput } from "./risk-figures";
import type { Standpoint } from "./standpoint";

type Risk = RecordOf<"Risks">;

export interface Exposure {
  /** Threats less opportunities, over the open risks that say what they would cost; undefined when none does. */
  readonly netEmv: Figure<Pence>;
  /** A rough indicator: delays rarely add up. */
  readonly expectedDelay: Figure<number>;
  /** How many times what is left of the contingency covers the net exposure (reference 6.10). */
  readonly contingencyCover: Figure<number>;
  /** Open extreme risks of which nobody has said what they would cost: the total is silent about them. */
  readonly unquantifiedExtremes: readonly Source[];
}

/** The probability that somebody gave it, or that of its likelihood (reference 3.6). One outside 0 to 1, typed elsewhere, is none. */
function probabilityOf({ values }: Risk, { thresholds }: Standpoint): number | undefined {
  const { Probability } = values;
  if (Probability !== undefined && Probability >= 0 && Probability <= 1) return Probability;
  const likelihood = likelihoods[(values.CurrentLikelihood ?? 0) - 1];
  return likelihood === undefined ? undefined : thresholds["risk.probability"][likelihood];
}

/** Probability × cost, minus for an opportunity. Whole pence for each risk, so that a total is the sum of what stands above it. */
export function expectedValue(risk: Risk, standpoint: Standpoint): Figure<Pence> {
  const { CostImpact } = risk.values;
  const probability = probabilityOf(risk, standpoint);
  const from = sourceOf("Risks", risk);
  return {
    value: emvOf(risk, standpoint),
    rule: "expectedValue",
    inputs: [
      ...(probability === undefined ? [] : [fact("probability", { unit: "share", value: probability }, from)]),
      ...(CostImpact === undefined ? [] : [fact("costIfItHappens", { unit: "pence", value: CostImpact }, from)]),
    ],
  };
}

function emvOf(risk: Risk, standpoint: Standpoint): Pence | undefined {
  const { CostImpact } = risk.values;
  const probability = probabilityOf(risk, standpoint);
  return probability === undefined || CostImpact === undefined ? undefined : exactPence(signOf(risk) * timesPence(CostImpact, probability));
}

interface Totals {
  readonly threats: Pence | undefined;
  /** As the benefit that they are, above nought. */
  readonly opportunities: Pence | undefined;
  readonly net: Pence | undefined;
  readonly withoutCost: readonly Risk[];
}

/** A side without any value is undefined; so is a sum that is too large to be exact. */
function totalsOf(open: readonly Risk[], standpoint: Standpoint): Totals {
  let [threats, opportunities]: (number | undefined)[] = [];
  const withoutCost: Risk[] = [];
  for (const risk of open) {
    const value = emvOf(risk, standpoint);
    if (value === undefined) withoutCost.push(risk);
    else if (isThreat(risk)) threats = (threats ?? 0) + value;
    else opportunities = (opportunities ?? 0) - value;
  }
  const isNone = threats === undefined && opportunities === undefined;
  return {
    threats: threats === undefined ? undefined : exactPence(threats),
    opportunities: opportunities === undefined ? undefined : exactPence(opportunities),
    net: isNone ? undefined : exactPence((threats ?? 0) - (opportunities ?? 0)),
    withoutCost,
  };
}

/** The net exposure alone, for a rule that is asked of every project. */
export function netEmvOf(open: readonly Risk[], standpoint: Standpoint): Pence | undefined {
  return totalsOf(open, standpoint).net;
}

export function exposure({ project, Risks }: Pick<ProjectRecords, "project" | "Risks">, standpoint: Standpoint): Exposure {
  const open = Risks.filter(isOpenRisk);
  const { threats, opportunities, net, withoutCost } = totalsOf(open, standpoint);
  const extremes = withoutCost.filter((risk) => bandWithin(currentScore(risk), standpoint) === "Extreme");
  return {
    netEmv: {
      value: net,
      rule: "netExposure",
      inputs: [
        ...amountInput("threats", threats),
        ...amountInput("opportunities", opportunities),
        fact("risksWithoutCost", { unit: "count", value: withoutCost.length }),
        ...extremes.flatMap((risk) => scoreInput("extremeWithoutCost", risk, currentScore(risk))),
      ],
    },
    expectedDelay: expectedDelay(open, standpoint),
    contingencyCover: contingencyCover(net, project),
    unquantifiedExtremes: extremes.map((risk) => sourceOf("Risks", risk)),
  };
}

function expectedDelay(open: readonly Risk[], standpoint: Standpoint): Figure<number> {
  const delays = open.flatMap((risk) => {
    const probability = probabilityOf(risk, standpoint);
    const { TimeImpactDays } = risk.values;
    return probability === undefined || TimeImpactDays === undefined ? [] : [signOf(risk) * probability * TimeImpactDays];
  });
  return {
    value: delays.length === 0 ? undefined : delays.reduce((total, delay) => total + delay, 0),
    rule: "expectedDelay",
    inputs: [fact("risksWithDelay", { unit: "count", value: delays.length }), fact("risksWithoutDelay", { unit: "count", value: open.length - delays.length })],
  };
}

/** Undefined while the exposure is nothing or less: there is nothing to cover. */
function contingencyCover(netEmv: Pence | undefined, project: ProjectRecords["project"]): Figure<number> {
  const { ContingencyRemaining } = project.values;
  return {
    value: netEmv === undefined || netEmv <= 0 || ContingencyRemaining === undefined ? undefined : ContingencyRemaining / netEmv,
    rule: "contingencyCover",
    inputs: exposureInputs(netEmv, project),
  };
}

/** What the contingency is held against, for every figure that does so. */
export function exposureInputs(netEmv: Pence | undefined, project: ProjectRecords["project"]): readonly Input[] {
  const { ContingencyRemaining } = project.values;
  return [
    ...(ContingencyRemaining === undefined ? [] : [fact("contingencyLeft", { unit: "pence", value: ContingencyRemaining }, sourceOf("Projects", project))]),
    ...amountInput("netExposure", netEmv),
  ];
}

const likelihoods = ["1", "2", "3", "4", "5"] as const;

function signOf(risk: Risk): 1 | -1 {
  return isThreat(risk) ? 1 : -1;
}

/** Half a penny that binary fractions put a hair below is half a penny: 0.145 × £1 is 15p. */
function timesPence(amount: Pence, factor: number): number {
  return roundHalfAwayFromZero(amount * factor * (1 + 2 * Number.EPSILON));
}
