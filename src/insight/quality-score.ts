import { compareText } from "./compare-text";
import { fact, threshold, type Figure, type Input } from "./figure";
import type { Finding, Severity } from "./finding";
import type { Notes } from "./quality-rule";
import type { Standpoint } from "./standpoint";

const severities = ["High", "Medium", "Low"] as const satisfies readonly Severity[];

export type CountsBySeverity = Readonly<Record<Severity, number>>;

/** How complete and current records are. */
export interface Quality {
  /** 0 to 100, unrounded; undefined when no rule applies. */
  readonly score: Figure<number>;
  /** In order of the rules, then of the records' Refs, whatever order the rows came in. */
  readonly findings: readonly Finding[];
  /** How often a rule of each severity was held against a record. */
  readonly applied: CountsBySeverity;
}

/** Nobody switches off the search for patient details. */
const alwaysOn = "DQ-45";

/** Runs rules that take notes, and scores what they found. */
export function judgedBy(standpoint: Standpoint, run: (notes: Notes) => void): Quality {
  const disabled = new Set(standpoint.thresholds["dq.disabledRules"]);
  const passed = { High: 0, Medium: 0, Low: 0 };
  const findings: Finding[] = [];
  run({
    asks: (rule) => rule === alwaysOn || !disabled.has(rule),
    passed: (severity) => {
      passed[severity] += 1;
    },
    failed: (finding) => {
      findings.push(finding);
    },
  });
  const failed = countBySeverity(findings);
  return scored(sumOf([passed, failed]), findings, standpoint);
}

/** The same of many projects, or of a site and its projects, as if their rules had run at once. */
export function portfolioQuality(qualities: readonly Quality[], standpoint: Standpoint): Quality {
  return scored(
    sumOf(qualities.map(({ applied }) => applied)),
    qualities.flatMap(({ findings }) => findings),
    standpoint,
  );
}

function scored(applied: CountsBySeverity, findings: readonly Finding[], standpoint: Standpoint): Quality {
  const failed = countBySeverity(findings);
  return { score: qualityScore(applied, failed, standpoint), findings: [...findings].sort(byRuleAndRecord), applied };
}

/** The weight of what passed in the weight of all that applied, per cent (reference 13). */
export function qualityScore(applied: CountsBySeverity, failed: CountsBySeverity, { thresholds }: Standpoint): Figure<number> {
  const weights = thresholds["dq.weights"];
  const weighed = (counts: CountsBySeverity): number => severities.reduce((sum, severity) => sum + counts[severity] * weights[severity], 0);
  const all = weighed(applied);
  return {
    value: all === 0 ? undefined : 100 * ((all - weighed(failed)) / all),
    rule: "dataQualityScore",
    inputs: severities.flatMap((severity): readonly Input[] => [
      fact(`failed${severity}`, { unit: "count", value: failed[severity] }),
      fact(`applied${severity}`, { unit: "count", value: applied[severity] }),
      threshold(`weight${severity}`, { unit: "count", value: weights[severity] }),
    ]),
  };
}

function countBySeverity(findings: readonly Finding[]): CountsBySeverity {
  const counts = { High: 0, Medium: 0, Low: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function sumOf(all: readonly CountsBySeverity[]): CountsBySeverity {
  const sum = { High: 0, Medium: 0, Low: 0 };
  for (const counts of all) for (const severity of severities) sum[severity] += counts[severity];
  return sum;
}

function byRuleAndRecord(one: Finding, other: Finding): number {
  return compareText(one.rule, other.rule) || compareText(one.register, other.register) || compareText(one.ref, other.ref) || compareText(one.id, other.id);
}
