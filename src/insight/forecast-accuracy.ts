import type { Pence } from "../kernel";
import { exactPence, percentOf } from "./cost-lines";
import { fact, threshold, type Figure } from "./figure";
import { amountInput } from "./money-inputs";
import type { Standpoint } from "./standpoint";

/** What a month cost, and what had been forecast for it as long before as the setting says. */
export interface ForecastAndActual {
  readonly forecast: Pence | undefined;
  readonly actual: Pence | undefined;
}

/** Per cent, unrounded; undefined when nothing can be compared or all actuals are nought: not applicable (reference 6.6). */
export interface ForecastAccuracy {
  /** Weighted absolute percentage error. */
  readonly error: Figure<number>;
  readonly accuracy: Figure<number>;
  /** Above nought: too much was forecast. */
  readonly bias: Figure<number>;
}

/** A month with only one of the two is left out and counted. */
export function forecastAccuracy(months: readonly ForecastAndActual[], { thresholds }: Standpoint): ForecastAccuracy {
  const pairs = months.flatMap(({ forecast, actual }) => (forecast === undefined || actual === undefined ? [] : [{ forecast, actual }]));
  const sum = (of: (pair: (typeof pairs)[number]) => number): number => pairs.reduce((total, pair) => total + of(pair), 0);
  const size = sum(({ actual }) => Math.abs(actual));
  const missed = sum(({ forecast, actual }) => Math.abs(actual - forecast));
  const inputs = [
    ...amountInput("absoluteError", exactPence(missed)),
    ...amountInput("absoluteActual", exactPence(size)),
    fact("monthsCompared", { unit: "count", value: pairs.length }),
    ...(pairs.length === months.length ? [] : [fact("monthsLeftOut", { unit: "count", value: months.length - pairs.length })]),
    threshold("accuracyLag", { unit: "months", value: thresholds["finance.accuracyLag"] }),
  ];
  const [forecast, actual] = [sum((pair) => pair.forecast), sum((pair) => pair.actual)];
  return {
    error: { value: percentOf(missed, size), rule: "forecastError", inputs },
    accuracy: { value: percentOf(Math.max(0, size - missed), size), rule: "forecastAccuracy", inputs },
    bias: {
      value: percentOf(forecast - actual, size),
      rule: "forecastBias",
      inputs: [...amountInput("forecastSum", exactPence(forecast)), ...amountInput("actualSum", exactPence(actual)), ...inputs.slice(1)],
    },
  };
}
