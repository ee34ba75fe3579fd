import { addDays, parseIsoDate, pence, roundHalfAwayFromZero, type CalendarDate, type Pence } from "../kernel";
import { fact, threshold, type Figure, type Input, type Source } from "./figure";
import type { Rag } from "./rag";
import { sourceOf, type RecordOf } from "./records";
import type { Standpoint } from "./standpoint";

type Contract = RecordOf<"Contracts">;
type Terms = Contract["values"];

/** The kinds of contract as the setting `procurement.thresholds` names them. Health care services have rules of their own. */
const kinds: ReadonlyMap<string | undefined, "goods" | "works" | "light" | "concession"> = new Map([
  ["Goods or services", "goods"],
  ["Works", "works"],
  ["Light touch services", "light"],
  ["Concession", "concession"],
] as const);

const healthCare = "Health care services (PSR)";
const withoutKpis: readonly string[] = ["Light touch services", "Concession", healthCare];
const overStages: readonly (string | undefined)[] = ["Ended", "Terminated"];

/**
 * Whether the value with VAT reaches the threshold of the contract's kind that holds today (reference 11.1): the decision to come is
 * taken under today's threshold, whatever held when the contract was let. Undefined for health care services and without kind or value.
 */
export function isAboveThreshold(contract: Contract, standpoint: Standpoint): Figure<boolean> {
  const value = valueWithVat(contract.values);
  const limit = thresholdToday(contract.values.ContractKind, standpoint);
  return {
    value: value === undefined || limit === undefined ? undefined : value >= limit.pence,
    rule: "contractAboveThreshold",
    inputs: [
      ...amount("valueIncVat", value, sourceOf("Contracts", contract)),
      ...words("contractKind", contract.values.ContractKind, sourceOf("Contracts", contract)),
      ...(limit === undefined
        ? []
        : [
            threshold("procurementThreshold", { unit: "pence", value: limit.pence }),
            ...(limit.from === undefined ? [] : [threshold("thresholdFrom", { unit: "date", value: limit.from })]),
          ]),
    ],
  };
}

/**
 * The earlier of the end less the lead time and the last day to give notice (reference 11.3). Undefined without an end, or while
 * nobody can say which lead time holds. The last day to give notice is the stored one.
 */
export function decisionDue(contract: Contract, standpoint: Standpoint): Figure<CalendarDate> {
  const from = sourceOf("Contracts", contract);
  const end = contract.values.EndDate;
  const notice = contract.values.ExtensionNoticeDate;
  const above = isAboveThreshold(contract, standpoint);
  const lead = leadDays(contract.values, above.value, standpoint);
  const byLead = end === undefined || lead === undefined ? undefined : addDays(end, -lead);
  return {
    value: byLead === undefined || notice === undefined || byLead <= notice ? byLead : notice,
    rule: "contractDecisionDue",
    inputs: [
      ...day("endDate", end, from),
      ...day("extensionNoticeDate", notice, from),
      ...above.inputs,
      ...(lead === undefined ? [] : [threshold("leadDays", { unit: "days", value: lead })]),
    ],
  };
}

/** Reference 11.3. Not rated once the contract has ended or was terminated; undefined without an end, or without what the decision's day needs. */
export function contractRag(contract: Contract, standpoint: Standpoint): Figure<Rag> {
  const from = sourceOf("Contracts", contract);
  const { values } = contract;
  const end = values.EndDate;
  const rated = (value: Rag | undefined, inputs: readonly Input[]): Figure<Rag> => ({ value, rule: "contractRag", inputs });
  if (overStages.includes(values.Stage)) return rated("Not rated", words("stage", values.Stage, from));
  if (end !== undefined && end < standpoint.today) return rated("Red", day("endDate", end, from));
  if (values.RenewalDecision !== undefined) {
    return rated(end === undefined ? undefined : "Green", [...day("endDate", end, from), ...words("renewalDecision", values.RenewalDecision, from)]);
  }
  const due = decisionDue(contract, standpoint);
  const amberDays = standpoint.thresholds["procurement.amberDays"];
  const inputs = [...day("decisionDue", due.value, from), ...due.inputs, threshold("amberDays", { unit: "days", value: amberDays })];
  if (due.value === undefined) return rated(undefined, inputs);
  if (standpoint.today > due.value) return rated("Red", inputs);
  return rated(standpoint.today >= addDays(due.value, -amberDays) ? "Amber" : "Green", inputs);
}

/**
 * Whether at least 3 key performance indicators are required: over the limit, under the Procurement Act 2023, and of a kind that
 * the duty covers (reference 11.2). A call-off under a framework is covered; the framework itself is no row of this register.
 */
export function kpisRequired(contract: Contract, standpoint: Standpoint): Figure<boolean> {
  const from = sourceOf("Contracts", contract);
  const { ContractKind, ProcurementRegime } = contract.values;
  const value = valueWithVat(contract.values);
  const limit = standpoint.thresholds["procurement.kpiValue"];
  const isCovered = ContractKind === undefined || ProcurementRegime === undefined ? undefined : isUnderTheDuty(ContractKind, ProcurementRegime);
  const isOver = value === undefined ? undefined : value > limit;
  const isRequired = isCovered === false || isOver === false ? false : isCovered === undefined || isOver === undefined ? undefined : true;
  return {
    value: isRequired,
    rule: "contractKpisRequired",
    inputs: [
      ...amount("valueIncVat", value, from),
      ...words("contractKind", ContractKind, from),
      ...words("procurementRegime", ProcurementRegime, from),
      threshold("kpiValue", { unit: "pence", value: limit }),
    ],
  };
}

function isUnderTheDuty(kind: string, regime: string): boolean {
  return regime === "Procurement Act 2023" && !withoutKpis.includes(kind);
}

/** Unrounded: a stored value rounds to the penny, and a penny can be the threshold. The stored one counts where its parts are empty. */
function valueWithVat(terms: Terms): number | undefined {
  const { ValueExVat: value, VatRate: rate } = terms;
  return value === undefined || rate === undefined ? terms.ValueIncVat : (value * Math.round((1 + rate) * 10_000)) / 10_000;
}

/** The newest threshold that has begun; amounts in Settings are pounds. */
function thresholdToday(kind: string | undefined, standpoint: Standpoint): { readonly pence: Pence; readonly from: CalendarDate | undefined } | undefined {
  const name = kinds.get(kind);
  const begun = standpoint.thresholds["procurement.thresholds"].filter(({ from }) => from <= standpoint.today);
  const newest = begun.reduce<(typeof begun)[number] | undefined>(
    (latest, step) => (latest === undefined || step.from > latest.from ? step : latest),
    undefined,
  );
  return name === undefined || newest === undefined ? undefined : { pence: pence(roundHalfAwayFromZero(newest[name] * 100)), from: parseIsoDate(newest.from) };
}

function leadDays(terms: Terms, isAbove: boolean | undefined, standpoint: Standpoint): number | undefined {
  const lead = standpoint.thresholds["procurement.leadDays"];
  if (terms.ContractKind === healthCare) return lead.above;
  return isAbove === undefined ? undefined : isAbove ? lead.above : lead.below;
}

function amount(name: string, value: number | undefined, from: Source): readonly Input[] {
  const whole = value === undefined ? NaN : roundHalfAwayFromZero(value);
  return Number.isSafeInteger(whole) ? [fact(name, { unit: "pence", value: pence(whole) }, from)] : [];
}

function day(name: string, value: CalendarDate | undefined, from: Source): readonly Input[] {
  return value === undefined ? [] : [fact(name, { unit: "date", value }, from)];
}

function words(name: string, value: string | undefined, from: Source): readonly Input[] {
  return value === undefined ? [] : [fact(name, { unit: "words", value }, from)];
}
