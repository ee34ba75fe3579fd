import type { Pence } from "../kernel";
import { exposure, exposureInputs } from "./exposure";
import { fact, threshold, type Figure, type Input } from "./figure";
import { worstOf, type Rag } from "./rag";
import type { ProjectRecords, RecordOf } from "./records";
import { currentScore, isOpenRisk, isThreat, scoreInput } from "./risk-figures";
import type { Standpoint } from "./standpoint";
import type { Thresholds } from "./thresholds";

/** Worst of the open threats' scores and of the exposure against what is left of the contingency (reference 4.5). */
export function riskRag(records: Pick<ProjectRecords, "project" | "Risks">, standpoint: Standpoint): Figure<Rag> {
  const { thresholds } = standpoint;
  const open = records.Risks.filter(isOpenRisk);
  const netEmv = exposure(records, standpoint).netEmv.value;
  const byScore = scoresRag(open, thresholds);
  const byExposure = exposureRag(netEmv, records.project.values.ContingencyRemaining, thresholds);
  const notScored = open.filter((risk) => currentScore(risk) === undefined).length;
  return {
    value: worstOf([byScore, byExposure]),
    rule: "riskRag",
    inputs: [
      fact("scoresRag", { unit: "rag", value: byScore }),
      ...highest(open, byScore, thresholds),
      ...(notScored === 0 ? [] : [fact("risksNotScored", { unit: "count", value: notScored })]),
      fact("exposureRag", { unit: "rag", value: byExposure }),
      ...exposureInputs(netEmv, records.project),
      threshold("amberFrom", { unit: "score", value: thresholds["rag.risk.amberScore"] }),
      threshold("redFrom", { unit: "score", value: thresholds["rag.risk.redScore"] }),
      threshold("exposureAmberAbove", { unit: "percent", value: thresholds["rag.risk.exposureAmberPct"] }),
    ],
  };
}

/** Open risks of which no threat is scored say nothing; open opportunities alone are Green. */
function scoresRag(open: readonly RecordOf<"Risks">[], thresholds: Thresholds): Rag {
  const threats = open.filter(isThreat);
  const scores = threats.map(currentScore).filter((score) => score !== undefined);
  if (open.length === 0 || (threats.length > 0 && scores.length === 0)) return "Not rated";
  if (scores.some((score) => score >= thresholds["rag.risk.redScore"])) return "Red";
  return scores.some((score) => score >= thresholds["rag.risk.amberScore"]) ? "Amber" : "Green";
}

/** Not rated when either is unknown, or both are nought. */
export function exposureRag(netEmv: Pence | undefined, contingency: Pence | undefined, thresholds: Thresholds): Rag {
  if (netEmv === undefined || contingency === undefined || (netEmv === 0 && contingency === 0)) return "Not rated";
  if (netEmv > contingency) return "Red";
  return netEmv * 100 > contingency * thresholds["rag.risk.exposureAmberPct"] ? "Amber" : "Green";
}

/** The threats that made the RAG what it is; when it is Green, the highest of them. */
function highest(open: readonly RecordOf<"Risks">[], rag: Rag, thresholds: Thresholds): readonly Input[] {
  const scored = open
    .filter(isThreat)
    .map((risk) => ({ risk, score: currentScore(risk) ?? 0 }))
    .sort((one, other) => other.score - one.score);
  const from = rag === "Red" ? thresholds["rag.risk.redScore"] : thresholds["rag.risk.amberScore"];
  const deciding = rag === "Red" || rag === "Amber" ? scored.filter(({ score }) => score >= from) : scored.slice(0, 1);
  return deciding.flatMap(({ risk }) => scoreInput("currentScore", risk, currentScore(risk)));
}
