import type { FinancialMonth, Pence } from "../kernel";
import { difference, exactPence } from "./cost-lines";
import { fact, type Figure, type Input } from "./figure";
import { amountInput } from "./money-inputs";

/** A saving or a cost: so much a month from a month of the year on, or once. */
export type Effect =
  | { readonly kind: "recurrent"; readonly monthly: Pence | undefined; readonly from: FinancialMonth | undefined }
  | { readonly kind: "nonRecurrent"; readonly value: Pence | undefined };

export interface FullYearEffect {
  /** In the year in which it starts. */
  readonly partYear: Figure<Pence>;
  /** In a whole year. */
  readonly fullYear: Figure<Pence>;
  /** What next year gains beside this one; below nought a gap that must be filled again. */
  readonly carryForward: Figure<Pence>;
}

export function fullYearEffect(effect: Effect): FullYearEffect {
  const { partYear, fullYear, inputs } = effect.kind === "recurrent" ? recurrent(effect) : once(effect);
  return {
    partYear: { value: partYear, rule: "partYearEffect", inputs },
    fullYear: { value: fullYear, rule: "fullYearEffect", inputs },
    carryForward: {
      value: difference(fullYear, partYear),
      rule: "carryForward",
      inputs: [...amountInput("fullYearEffect", fullYear), ...amountInput("partYearEffect", partYear)],
    },
  };
}

interface Worked {
  readonly partYear: Pence | undefined;
  readonly fullYear: Pence | undefined;
  readonly inputs: readonly Input[];
}

function recurrent({ monthly, from }: Extract<Effect, { readonly kind: "recurrent" }>): Worked {
  const monthsActive = from === undefined ? undefined : 12 - from + 1;
  return {
    partYear: monthly === undefined || monthsActive === undefined ? undefined : exactPence(monthly * monthsActive),
    fullYear: monthly === undefined ? undefined : exactPence(monthly * 12),
    inputs: [...amountInput("monthlyValue", monthly), ...(monthsActive === undefined ? [] : [fact("monthsActive", { unit: "months", value: monthsActive })])],
  };
}

function once({ value }: Extract<Effect, { readonly kind: "nonRecurrent" }>): Worked {
  return { partYear: value, fullYear: value === undefined ? undefined : exactPence(0), inputs: amountInput("valueOnce", value) };
}
