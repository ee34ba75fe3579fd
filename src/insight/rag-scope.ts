import { daysBetween } from "../kernel";
import { fact, threshold, type Figure, type Input } from "./figure";
import { oncePer } from "./once-per";
import { worstOf, type Rag } from "./rag";
import { sourceOf, type ProjectRecords, type RecordOf } from "./records";
import type { Standpoint } from "./standpoint";
import type { Thresholds } from "./thresholds";

const undecided = ["Submitted", "Impact assessment", "Awaiting decision"];

interface Waiting {
  readonly rag: Rag;
  readonly inputs: readonly Input[];
}

/** Worst of the change requests that wait for a decision: by their effect on scope, and by how long they have waited (reference 4.7). */
export function scopeRag({ Changes }: Pick<ProjectRecords, "Changes">, standpoint: Standpoint): Figure<Rag> {
  const waiting = Changes.filter(({ values }) => undecided.includes(values.Status ?? ""));
  const judged = waiting.map((change) => judge(change, standpoint));
  return {
    value: worstOf(["Green", ...judged.map(({ rag }) => rag)]),
    rule: "scopeRag",
    inputs: [
      fact("undecided", { unit: "count", value: waiting.length }),
      ...judged.filter(({ rag }) => rag !== "Green").flatMap(({ inputs }) => inputs),
      ...limits(standpoint.thresholds),
    ],
  };
}

const limits = oncePer((thresholds: Thresholds): readonly Input[] => [
  threshold("amberAbove", { unit: "days", value: thresholds["rag.scope.amberDays"] }),
  threshold("redAbove", { unit: "days", value: thresholds["rag.scope.redDays"] }),
]);

function judge(change: RecordOf<"Changes">, { today, thresholds }: Standpoint): Waiting {
  const { ScopeImpact, SubmittedDate } = change.values;
  const days = SubmittedDate === undefined ? undefined : daysBetween(SubmittedDate, today);
  const isLonger = (limit: number): boolean => days !== undefined && days > limit;
  const isRed = ScopeImpact === "Major" || isLonger(thresholds["rag.scope.redDays"]);
  const isAmber = ScopeImpact === "Moderate" || isLonger(thresholds["rag.scope.amberDays"]);
  const from = sourceOf("Changes", change);
  return {
    rag: isRed ? "Red" : isAmber ? "Amber" : "Green",
    inputs: [
      ...(ScopeImpact === undefined ? [] : [fact("scopeImpact", { unit: "words", value: ScopeImpact }, from)]),
      ...(days === undefined ? [] : [fact("waiting", { unit: "days", value: days }, from)]),
    ],
  };
}
