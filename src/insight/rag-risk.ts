import type { Pence } from "../kernel";
import { exposureInputs, netEmvOf } from "./exposure";
import { fact, threshold, type Figure, type Input } from "./figure";
import { oncePer } from "./once-per";
import { worstOf, type Rag } from "./rag";
import type { ProjectRecords, RecordOf } from "./records";
import { currentScore, isOpenRisk, isThreat, scoreInput } from "./risk-figures";
import type { Standpoint } from "./standpoint";
import type { Thresholds } from "./thresholds";

interface Scored {
  readonly risk: RecordOf<"Risks">;
  readonly score: number;
}

/** Worst of the open threats' scores and of the exposure against what is left of the contingency (reference 4.5). */
export function riskRag({ project, Risks }: Pick<ProjectRecords, "project" | "Risks">, standpoint: Standpoint): Figure<Rag> {
  const { thresholds } = standpoint;
  const open = Risks.filter(isOpenRisk);
  const { scored, notScored } = scoresOf(open);
  const threats = scored.filter(({ risk }) => isThreat(risk));
  const netEmv = netEmvOf(open, standpoint);
  const saysSomething = threats.length > 0 || (open.length > 0 && !open.some(isThreat));
  const byScore = saysSomething ? scoresRag(threats, thresholds) : "Not rated";
  const byExposure = exposureRag(netEmv, project.values.ContingencyRemaining, thresholds);
  return {
    value: worstOf([byScore, byExposure]),
    rule: "riskRag",
    inputs: [
      fact("scoresRag", { unit: "rag", value: byScore }),
      ...deciding(threats, byScore, thresholds).flatMap(({ risk, score }) => scoreInput("currentScore", risk, score)),
      ...(notScored === 0 ? [] : [fact("risksNotScored", { unit: "count", value: notScored })]),
      fact("exposureRag", { unit: "rag", value: byExposure }),
      ...exposureInputs(netEmv, project),
      ...limits(thresholds),
    ],
  };
}

const limits = oncePer((thresholds: Thresholds): readonly Input[] => [
  threshold("amberFrom", { unit: "score", value: thresholds["rag.risk.amberScore"] }),
  threshold("redFrom", { unit: "score", value: thresholds["rag.risk.redScore"] }),
  threshold("exposureAmberAbove", { unit: "percent", value: thresholds["rag.risk.exposureAmberPct"] }),
]);

function scoresOf(open: readonly RecordOf<"Risks">[]): { readonly scored: readonly Scored[]; readonly notScored: number } {
  const scored: Scored[] = [];
  for (const risk of open) {
    const score = currentScore(risk);
    if (score !== undefined) scored.push({ risk, score });
  }
  return { scored, notScored: open.length - scored.length };
}

/** Of no threat at all Green: opportunities alone threaten nothing. */
function scoresRag(threats: readonly Scored[], thresholds: Thresholds): Rag {
  const highest = threats.reduce((most, { score }) => Math.max(most, score), 0);
  if (highest >= thresholds["rag.risk.redScore"]) return "Red";
  return highest >= thresholds["rag.risk.amberScore"] ? "Amber" : "Green";
}

/** Not rated when either is unknown, or both are nought. */
export function exposureRag(netEmv: Pence | undefined, contingency: Pence | undefined, thresholds: Thresholds): Rag {
  if (netEmv === undefined || contingency === undefined || (netEmv === 0 && contingency === 0)) return "Not rated";
  if (netEmv > contingency) return "Red";
  return netEmv * 100 > contingency * thresholds["rag.risk.exposureAmberPct"] ? "Amber" : "Green";
}

/** The threats that made the RAG what it is; when it is Green, the highest of them. */
function deciding(threats: readonly Scored[], rag: Rag, thresholds: Thresholds): readonly Scored[] {
  const from = rag === "Red" ? thresholds["rag.risk.redScore"] : thresholds["rag.risk.amberScore"];
  const fromWorst = threats.filter(({ score }) => score >= from || rag === "Green").sort((one, other) => other.score - one.score);
  return rag === "Green" ? fromWorst.slice(0, 1) : fromWorst;
}
