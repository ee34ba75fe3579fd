import { noPence, pence, roundHalfAwayFromZero, type Pence } from "../kernel";
import { difference, sumOfFilled } from "./cost-lines";
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

/** The probability that somebody gave it, or that of its likelihood (reference 3.6). */
export function probabilityOf({ values }: Risk, { thresholds }: Standpoint): number | undefined {
  if (values.Probability !== undefined) return values.Probability;
  const likelihood = likelihoods.find((known) => known === String(values.CurrentLikelihood));
  return likelihood === undefined ? undefined : thresholds["risk.probability"][likelihood];
}

/** Probability × cost, minus for an opportunity. Whole pence for each risk, so that a total is the sum of what stands above it. */
export function expectedValue(risk: Risk, standpoint: Standpoint): Figure<Pence> {
  const { CostImpact } = risk.values;
  const probability = probabilityOf(risk, standpoint);
  const from = sourceOf("Risks", risk);
  return {
    value: probability === undefined || CostImpact === undefined ? undefined : pence(signOf(risk) * timesPence(CostImpact, probability)),
    rule: "expectedValue",
    inputs: [
      ...(probability === undefined ? [] : [fact("probability", { unit: "share", value: probability }, from)]),
      ...(CostImpact === undefined ? [] : [fact("costIfItHappens", { unit: "pence", value: CostImpact }, from)]),
    ],
  };
}

export function exposure({ project, Risks }: Pick<ProjectRecords, "project" | "Risks">, standpoint: Standpoint): Exposure {
  const open = Risks.filter(isOpenRisk);
  const expected = open.map((risk) => ({ risk, value: expectedValue(risk, standpoint).value }));
  const unquantified = expected.filter(({ value }) => value === undefined).map(({ risk }) => risk);
  const extremes = unquantified.filter((risk) => bandWithin(currentScore(risk), standpoint) === "Extreme");
  const threats = sumOfFilled(expected.map(({ risk, value }) => (isThreat(risk) ? value : undefined)));
  const opportunities = sumOfFilled(expected.map(({ risk, value }) => (isThreat(risk) ? undefined : value)));
  const netEmv: Figure<Pence> = {
    value: sumOfFilled([threats, opportunities]),
    rule: "netExposure",
    inputs: [
      ...amountInput("threats", threats),
      ...amountInput("opportunities", difference(noPence, opportunities)),
      fact("risksWithoutCost", { unit: "count", value: unquantified.length }),
      ...extremes.flatMap((risk) => scoreInput("extremeWithoutCost", risk, currentScore(risk))),
    ],
  };
  return {
    netEmv,
    expectedDelay: expectedDelay(open, standpoint),
    contingencyCover: contingencyCover(netEmv.value, project),
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

/** 15 digits, as money is kept: 0.15 × a round sum must not end in a stray fraction of a penny. */
function timesPence(amount: Pence, factor: number): number {
  return roundHalfAwayFromZero(Number((amount * factor).toPrecision(15)));
}
