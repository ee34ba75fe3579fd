import type { Pence } from "../kernel";
import { percentOf } from "./cost-lines";
import { fact, threshold, type Figure, type Input } from "./figure";
import { amountInput, percentInput } from "./money-inputs";
import type { MoneyFigures, ProjectMoney } from "./project-money";
import { oncePer } from "./once-per";
import { worstOf, type Rag } from "./rag";
import type { Standpoint } from "./standpoint";
import type { Thresholds } from "./thresholds";

export interface Spend {
  readonly budget: Pence | undefined;
  readonly forecast: Pence | undefined;
  /** Money of one year is judged for spending too little, too: capital that is not used by March is lost. */
  readonly kind: "Capital" | "Revenue" | "Whole life";
}

/** One budget and its forecast (reference 4.3). Not rated while either is empty. */
export function spendRag({ budget, forecast, kind }: Spend, thresholds: Thresholds): Rag {
  if (budget === undefined || forecast === undefined) return "Not rated";
  const floor = thresholds["rag.cost.floor"];
  if (budget === 0) return Math.abs(forecast) >= floor && forecast !== 0 ? "Red" : "Not rated";
  const over = forecast - budget;
  if (Math.abs(over) < floor) return "Green";
  // Against the size of the budget: of an income, which is below nought, less income is an overspend as well.
  const isAbove = (amount: number, percent: number): boolean => amount * 100 > percent * Math.abs(budget);
  if (isAbove(over, thresholds["rag.cost.overRedPct"])) return "Red";
  const isAmber = isAbove(over, thresholds["rag.cost.overAmberPct"]);
  if (kind === "Whole life") return isAmber ? "Amber" : "Green";
  if (isAbove(-over, thresholds["rag.cost.underRedPct"][kind])) return "Red";
  return isAmber || isAbove(-over, thresholds["rag.cost.underAmberPct"][kind]) ? "Amber" : "Green";
}

/** Worst of this year's capital and revenue and of the whole life. */
export function costRag(money: ProjectMoney, { thresholds }: Standpoint): Figure<Rag> {
  const parts = [
    { spend: yearSpend("Capital", money.capital), name: "capital" },
    { spend: yearSpend("Revenue", money.revenue), name: "revenue" },
    { spend: { kind: "Whole life", budget: money.wholeLife.budget.value, forecast: money.wholeLife.forecast.value }, name: "wholeLife" },
  ] as const;
  return {
    value: worstOf(parts.map(({ spend }) => spendRag(spend, thresholds))),
    rule: "costRag",
    inputs: [...parts.flatMap(({ spend, name }) => partInputs(name, spend, thresholds)), ...limits(thresholds)],
  };
}

function yearSpend(kind: "Capital" | "Revenue", figures: MoneyFigures | undefined): Spend {
  return { kind, budget: figures?.budget.value, forecast: figures?.outturn.value };
}

function partInputs(name: string, spend: Spend, thresholds: Thresholds): readonly Input[] {
  const { budget, forecast } = spend;
  if (budget === undefined && forecast === undefined) return [];
  const over = budget === undefined || forecast === undefined ? undefined : percentOf(forecast - budget, Math.abs(budget));
  return [
    fact(`${name}Rag`, { unit: "rag", value: spendRag(spend, thresholds) }),
    ...amountInput(`${name}Budget`, budget),
    ...amountInput(`${name}Forecast`, forecast),
    ...percentInput(`${name}Over`, over),
  ];
}

const limits = oncePer((thresholds: Thresholds): readonly Input[] => {
  const percent = (name: string, value: number): Input => threshold(name, { unit: "percent", value });
  return [
    percent("overAmberAbove", thresholds["rag.cost.overAmberPct"]),
    percent("overRedAbove", thresholds["rag.cost.overRedPct"]),
    percent("capitalUnderAmberAbove", thresholds["rag.cost.underAmberPct"].Capital),
    percent("capitalUnderRedAbove", thresholds["rag.cost.underRedPct"].Capital),
    percent("revenueUnderAmberAbove", thresholds["rag.cost.underAmberPct"].Revenue),
    percent("revenueUnderRedAbove", thresholds["rag.cost.underRedPct"].Revenue),
    threshold("floor", { unit: "pence", value: thresholds["rag.cost.floor"] }),
  ];
});
