import { figureWords, ragFigureWords, moneyFigureWords, qualityFigureWords } from "../../content";
import { financialMonths, formatDate, formatPence, roundHalfAwayFromZero } from "../../kernel";
import type { InputValue } from "../../insight";

/** A value as a person reads it; rounded here and nowhere before. */
export function inputText(input: InputValue): string {
  switch (input.unit) {
    case "pence":
      return formatPence(input.value);
    case "date":
      return formatDate(input.value);
    case "rag":
    case "words":
      return input.value;
    case "percent":
      return figureWords.percent(decimal(input.value));
    case "share":
      return decimal(input.value, 3);
    case "days":
      return figureWords.days(input.value);
    case "months":
      return figureWords.months(input.value);
    case "month":
      return monthText(input.value);
    case "count":
    case "score":
      return decimal(input.value, 2);
  }
}

function monthText(month: number): string {
  const found = financialMonths.find((number) => number === month);
  return found === undefined ? figureWords.noMonth : figureWords.month(found);
}

/** At most so many decimals, half away from zero, without a minus before nought. */
function decimal(value: number, decimals = 1): string {
  const factor = 10 ** decimals;
  return (roundHalfAwayFromZero(Number((value * factor).toPrecision(15))) / factor).toLocaleString("en-GB", { maximumFractionDigits: decimals });
}

interface RuleWords {
  readonly name: string;
  readonly says: string;
  /** By the input's key. */
  readonly inputs: Readonly<Record<string, string>>;
}

const groups: readonly { readonly rules: Readonly<Record<string, { readonly name: string; readonly says: string }>>; readonly inputs: RuleWords["inputs"] }[] =
  [ragFigureWords, moneyFigureWords, qualityFigureWords];

/** The words of a rule with those of its inputs; a rule without words would be a bug, and is shown by its key. */
export function wordsOfRule(rule: string): RuleWords {
  for (const { rules, inputs } of groups) {
    const words = Object.hasOwn(rules, rule) ? rules[rule] : undefined;
    if (words !== undefined) return { ...words, inputs };
  }
  return { name: rule, says: "", inputs: {} };
}
