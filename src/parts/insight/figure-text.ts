import { contractFigureWords, figureWords, findingInputWords, moneyFigureWords, qualityFigureWords, ragFigureWords } from "../../content";
import { financialMonths, formatDate, formatDecimal, formatMoney } from "../../kernel";
import type { Input, InputValue } from "../../insight";

/** A value as a person reads it; rounded here and nowhere before. */
export function inputText(input: InputValue): string {
  switch (input.unit) {
    case "pence":
      return formatMoney(input.value);
    case "date":
      return formatDate(input.value);
    case "rag":
    case "words":
      return input.value;
    case "percent":
      return figureWords.percent(formatDecimal(input.value, 1));
    case "share":
      return formatDecimal(input.value, 3);
    case "days":
      return figureWords.days(input.value);
    case "months":
      return figureWords.months(input.value);
    case "month":
      return monthText(input.value);
    case "count":
    case "score":
      return formatDecimal(input.value, 2);
  }
}

function monthText(month: number): string {
  const found = financialMonths.find((number) => number === month);
  return found === undefined ? figureWords.noMonth : figureWords.month(found);
}

interface RuleWords {
  readonly name: string;
  readonly says: string;
  /** By the input's key. */
  readonly inputs: Readonly<Record<string, string>>;
}

const groups: readonly { readonly rules: Readonly<Record<string, { readonly name: string; readonly says: string }>>; readonly inputs: RuleWords["inputs"] }[] =
  [ragFigureWords, moneyFigureWords, qualityFigureWords, contractFigureWords];

/** The words of a rule with those of its inputs; a rule without words would be a bug, and is shown by its key. */
export function wordsOfRule(rule: string): RuleWords {
  for (const { rules, inputs } of groups) {
    const words = Object.hasOwn(rules, rule) ? rules[rule] : undefined;
    if (words !== undefined) return { ...words, inputs };
  }
  return { name: rule, says: "", inputs: {} };
}

const findingInputs = new Map([...groups.map(({ inputs }) => inputs), findingInputWords].flatMap((names) => Object.entries(names)));

/** What a finding rests on, in one line: "Due: 1 October 2026 · Days allowed: 30". */
export function inputsLine(inputs: readonly Input[]): string {
  return inputs.map((input) => figureWords.input(findingInputs.get(input.name) ?? input.name, inputText(input))).join(" · ");
}
