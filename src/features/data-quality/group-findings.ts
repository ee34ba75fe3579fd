import type { Finding, QualityRuleId, Severity } from "../../insight";

/** All findings of one rule. */
export interface FindingGroup {
  readonly rule: QualityRuleId;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

const weights: Readonly<Record<Severity, number>> = { High: 0, Medium: 1, Low: 2 };

/** The gravest rules first, and of those the ones broken most often. */
export function groupsOf(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<QualityRuleId, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.rule);
    if (group === undefined) groups.set(finding.rule, [finding]);
    else group.push(finding);
  }
  return [...groups]
    .map(([rule, found]) => ({ rule, severity: found[0]?.severity ?? "Low", findings: found }))
    .sort((one, other) => weights[one.severity] - weights[other.severity] || other.findings.length - one.findings.length);
}
