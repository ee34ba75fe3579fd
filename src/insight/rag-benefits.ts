import type { BenefitMoney } from "./benefit-figures";
import { threshold, type Figure } from "./figure";
import { amountInput, percentInput } from "./money-inputs";
import type { Rag } from "./rag";
import type { Standpoint } from "./standpoint";

/**
 * What was realised to date of what was planned to date, net of disbenefits; while nothing is planned yet, what is forecast of the
 * whole-life baseline (reference 4.4). Planned and nothing measured is Not rated: nobody knows.
 */
export function benefitsRag(benefits: BenefitMoney, { thresholds }: Standpoint): Figure<Rag> {
  const planned = benefits.planned.value;
  const hasPlan = planned !== undefined && planned > 0;
  const [green, amber] = [thresholds["rag.benefits.greenPct"], thresholds["rag.benefits.amberPct"]];
  const percent = hasPlan ? benefits.realisation.value : benefits.wholeLife.value;
  return {
    value: percent === undefined ? "Not rated" : percent >= green ? "Green" : percent >= amber ? "Amber" : "Red",
    rule: hasPlan ? "benefitsRagToDate" : "benefitsRagWholeLife",
    inputs: [
      ...amountInput("plannedToDate", planned),
      ...(hasPlan ? amountInput("realisedToDate", benefits.realised.value) : []),
      ...percentInput(hasPlan ? "realisation" : "forecastOfBaseline", percent),
      threshold("greenFrom", { unit: "percent", value: green }),
      threshold("amberFrom", { unit: "percent", value: amber }),
    ],
  };
}
