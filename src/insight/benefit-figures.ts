import { benefits as benefitsRegister } from "../registers";
import { noPence, type Pence } from "../kernel";
import { exactPence, percentOf, sumOfFilled } from "./cost-lines";
import { fact, type Figure, type Input } from "./figure";
import { isOver, monthsOfPeriod } from "./measure-periods";
import { amountInput } from "./money-inputs";
import { sourceOf, type ProjectRecords, type RecordOf } from "./records";
import type { Standpoint } from "./standpoint";

export type Benefit = RecordOf<"Benefits">;
export type Measurement = RecordOf<"BenefitMeasures">;
type BenefitRecords = Pick<ProjectRecords, "Benefits" | "BenefitMeasures">;

/** To date: periods that are over. */
export interface ValueToDate {
  readonly planned: Figure<Pence>;
  readonly realised: Figure<Pence>;
  /** Per cent, unrounded, of what was planned for the periods that are measured: one that is not is never nothing realised. */
  readonly realisation: Figure<number>;
}

/** Benefits less disbenefits. */
export interface BenefitMoney extends ValueToDate {
  /** Forecast whole life of the approved whole life, per cent, unrounded. */
  readonly wholeLife: Figure<number>;
}

export interface ClassMoney {
  /** Undefined for benefits whose class is empty or not one of ours. */
  readonly benefitClass: string | undefined;
  readonly planned: Figure<Pence>;
  readonly realised: Figure<Pence>;
}

/** Measurements by the benefit that they name. */
export function measurementsByBenefit(measurements: readonly Measurement[]): ReadonlyMap<string, readonly Measurement[]> {
  const found = new Map<string, Measurement[]>();
  for (const measurement of measurements) {
    const ref = measurement.values.BenefitRef ?? "";
    const known = found.get(ref);
    if (known === undefined) found.set(ref, [measurement]);
    else known.push(measurement);
  }
  return found;
}

/**
 * How far the measure has come from its baseline to its target, per cent, unrounded (reference 8.2): whichever way is good, 100 is reached.
 * The actual is the one of the latest period that has begun.
 */
export function attainment(benefit: Benefit, measurements: readonly Measurement[], { today }: Standpoint): Figure<number> {
  const { BaselineValue: baseline, TargetValue: target } = benefit.values;
  const latest = latestMeasured(measurements, today);
  const actual = latest?.values.ActualMeasure;
  const source = sourceOf("Benefits", benefit);
  return {
    value: baseline === undefined || target === undefined || actual === undefined ? undefined : percentOf(actual - baseline, target - baseline),
    rule: "attainment",
    inputs: [
      ...(latest === undefined || actual === undefined ? [] : [fact("latestValue", { unit: "count", value: actual }, sourceOf("BenefitMeasures", latest))]),
      ...(baseline === undefined ? [] : [fact("baselineValue", { unit: "count", value: baseline }, source)]),
      ...(target === undefined ? [] : [fact("targetValue", { unit: "count", value: target }, source)]),
    ],
  };
}

function latestMeasured(measurements: readonly Measurement[], today: string): Measurement | undefined {
  return measurements.reduce<Measurement | undefined>((latest, next) => {
    const start = next.values.PeriodStart;
    if (next.values.ActualMeasure === undefined || start === undefined || start > today) return latest;
    return start > (latest?.values.PeriodStart ?? "") ? next : latest;
  }, undefined);
}

/** One benefit as it stands, a disbenefit too: its sign is not turned. */
export function valueToDate(benefit: Benefit, measurements: readonly Measurement[], standpoint: Standpoint): ValueToDate {
  return toDate(sumsOf([{ benefit, sign: 1, measurements }], standpoint));
}

export function benefitMoney(records: BenefitRecords, standpoint: Standpoint): BenefitMoney {
  return { ...toDate(sumsOf(signed(records), standpoint)), wholeLife: wholeLife(records.Benefits) };
}

/** Net of disbenefits, in the order of the classes; benefits without a class of ours come last. */
export function benefitMoneyByClass(records: BenefitRecords, standpoint: Standpoint): readonly ClassMoney[] {
  const all = signed(records);
  const { choices } = benefitsRegister.columns.BenefitClass;
  return [...choices, undefined].flatMap((benefitClass) => {
    const ofClass = all.filter(({ benefit }) => choices.find((known) => known === benefit.values.BenefitClass) === benefitClass);
    const { planned, realised } = toDate(sumsOf(ofClass, standpoint));
    return ofClass.length === 0 ? [] : [{ benefitClass, planned, realised }];
  });
}

interface Signed {
  readonly benefit: Benefit;
  readonly sign: 1 | -1;
  readonly measurements: readonly Measurement[];
}

function signed({ Benefits, BenefitMeasures }: BenefitRecords): readonly Signed[] {
  const measured = measurementsByBenefit(BenefitMeasures);
  return Benefits.map((benefit) => ({
    benefit,
    sign: benefit.values.IsDisbenefit === true ? -1 : 1,
    measurements: measured.get(sourceOf("Benefits", benefit).ref) ?? [],
  }));
}

interface Sums {
  readonly planned: Pence | undefined;
  readonly realised: Pence | undefined;
  /** What was planned for the periods that have a result. */
  readonly plannedOfMeasured: Pence | undefined;
  readonly notMeasured: number;
  readonly benefits: number;
}

function sumsOf(all: readonly Signed[], { today }: Standpoint): Sums {
  const periods = all.flatMap(({ benefit, sign, measurements }) => {
    const months = monthsOfPeriod(benefit.values.Frequency);
    return measurements
      .filter(({ values }) => values.PeriodStart !== undefined && isOver(values.PeriodStart, months, today))
      .map(({ values }) => ({ planned: turned(values.PlannedValue, sign), realised: turned(values.RealisedValue, sign) }));
  });
  const measured = periods.filter(({ realised }) => realised !== undefined);
  return {
    planned: sumOfFilled(periods.map(({ planned }) => planned)),
    realised: sumOfFilled(measured.map(({ realised }) => realised)),
    plannedOfMeasured: sumOfFilled(measured.map(({ planned }) => planned)),
    notMeasured: periods.filter(({ planned, realised }) => planned !== undefined && realised === undefined).length,
    benefits: all.length,
  };
}

function turned(amount: Pence | undefined, sign: 1 | -1): Pence | undefined {
  return amount === undefined ? undefined : exactPence(amount * sign);
}

function toDate({ planned, realised, plannedOfMeasured, notMeasured, benefits }: Sums): ValueToDate {
  const count = fact("benefits", { unit: "count", value: benefits });
  const gaps = notMeasured === 0 ? [] : [fact("periodsNotMeasured", { unit: "count", value: notMeasured })];
  // Where harm outweighs gain in the plan, a share of it says nothing: more of it would read as better.
  const hasPlan = (plannedOfMeasured ?? noPence) > 0;
  return {
    planned: { value: planned, rule: "benefitsPlanned", inputs: [count] },
    realised: { value: realised, rule: "benefitsRealised", inputs: [count, ...gaps] },
    realisation: {
      value: hasPlan ? percentOf(realised, plannedOfMeasured) : undefined,
      rule: "realisation",
      inputs: [...amountInput("realised", realised), ...amountInput("plannedOfMeasured", plannedOfMeasured), ...amountInput("planned", planned), ...gaps],
    },
  };
}

/** Over benefits that have both totals, so that like is held against like. */
function wholeLife(all: readonly Benefit[]): Figure<number> {
  const both = all.filter(({ values }) => values.ForecastTotal !== undefined && values.BaselineTotal !== undefined);
  const net = (amountOf: (values: Benefit["values"]) => Pence | undefined): Pence | undefined =>
    sumOfFilled(both.map(({ values }) => turned(amountOf(values), values.IsDisbenefit === true ? -1 : 1)));
  const forecast = net((values) => values.ForecastTotal);
  const baseline = net((values) => values.BaselineTotal);
  const missing: readonly Input[] = both.length === all.length ? [] : [fact("benefitsWithoutTotals", { unit: "count", value: all.length - both.length })];
  return {
    value: (baseline ?? noPence) > 0 ? percentOf(forecast, baseline) : undefined,
    rule: "benefitsWholeLife",
    inputs: [...amountInput("forecastTotal", forecast), ...amountInput("baselineTotal", baseline), ...missing],
  };
}
