import type { trends } from "../registers";
import { fact, type Figure, type Input } from "./figure";
import { ragAt, rankOf, type Rag } from "./rag";
import { sourceOf, type ProjectRecords, type RecordOf } from "./records";

export type Trend = (typeof trends)[number];

/** What people say of a project beside what its records say (reference 4.1). */
export interface DeclaredRag {
  /** As declared on the project; undefined when nobody has. */
  readonly declared: Figure<Rag>;
  /** Whether a reason is asked for: it is declared better than the facts say. */
  readonly needsReason: Figure<boolean>;
  /** The reason that stands beside the worked-out RAG: asked once, it stays until what is declared or the facts change. */
  readonly reason: Figure<string>;
  /** The declared RAG against the last published report. */
  readonly trend: Figure<Trend>;
}

/** Better than the facts. A side that is not rated is neither better nor worse. */
export function isBetterThan(declared: Rag | undefined, workedOut: Rag | undefined): boolean {
  const [said, found] = [rankIfRated(declared), rankIfRated(workedOut)];
  return said !== undefined && found !== undefined && said < found;
}

export function trendBetween(previous: Rag | undefined, current: Rag | undefined): Trend {
  const [before, now] = [rankIfRated(previous), rankIfRated(current)];
  if (before === undefined || now === undefined) return "No comparison";
  if (before === now) return "Stable";
  return now < before ? "Improving" : "Worsening";
}

/**
 * The published report of the latest period; one that a correction took the place of does not count, nor does a second series.
 * @param before a period like "2026-07": only reports of earlier months.
 */
export function lastPublishedReport(reports: readonly RecordOf<"HighlightReports">[], before?: string): RecordOf<"HighlightReports"> | undefined {
  return latest(reports.filter(({ values }) => values.Status === "Published" && (before === undefined || (values.PeriodMonth ?? "") < before)));
}

export function declaredRag(records: Pick<ProjectRecords, "project" | "HighlightReports" | "PortfolioSnapshots">, workedOut: Figure<Rag>): DeclaredRag {
  const { project, HighlightReports } = records;
  const declared = ragAt(project.values.RagOverall);
  const said: readonly Input[] = declared === undefined ? [] : [fact("declared", { unit: "rag", value: declared }, sourceOf("Projects", project))];
  const found: readonly Input[] = workedOut.value === undefined ? [] : [fact("workedOut", { unit: "rag", value: workedOut.value })];
  return {
    declared: { value: declared, rule: "declaredRag", inputs: said },
    needsReason: { value: isBetterThan(declared, workedOut.value), rule: "needsReason", inputs: [...said, ...found] },
    reason: standingReason(records, declared, workedOut.value),
    trend: trendOf(lastPublishedReport(HighlightReports), declared, said),
  };
}

function trendOf(report: RecordOf<"HighlightReports"> | undefined, declared: Rag | undefined, said: readonly Input[]): Figure<Trend> {
  const previous = ragAt(report?.values.RagOverall);
  const before =
    report === undefined || previous === undefined ? [] : [fact("published", { unit: "rag", value: previous }, sourceOf("HighlightReports", report))];
  const period = report?.values.PeriodMonth;
  return {
    value: trendBetween(previous, declared),
    rule: "trend",
    inputs: [...before, ...(period === undefined ? [] : [fact("period", { unit: "words", value: period })]), ...said],
  };
}

/** A snapshot holds what was worked out when its month was published; months without one say nothing against the reason. */
function standingReason(
  { HighlightReports, PortfolioSnapshots }: Pick<ProjectRecords, "HighlightReports" | "PortfolioSnapshots">,
  declared: Rag | undefined,
  workedOut: Rag | undefined,
): Figure<string> {
  const report = latest(HighlightReports.filter(({ values }) => values.Status !== "Superseded" && values.RagReason !== undefined));
  const { RagReason, RagOverall, PeriodMonth = "" } = report?.values ?? {};
  const haveFactsChanged = PortfolioSnapshots.some(
    ({ values }) => values.RagOverallCalc !== undefined && (values.PeriodMonth ?? "") >= PeriodMonth && values.RagOverallCalc !== workedOut,
  );
  const stands = report !== undefined && RagReason !== undefined && ragAt(RagOverall) === declared && !haveFactsChanged;
  return {
    value: stands ? RagReason : undefined,
    rule: "ragReason",
    inputs: stands ? [fact("reason", { unit: "words", value: RagReason }, sourceOf("HighlightReports", report))] : [],
  };
}

function latest(reports: readonly RecordOf<"HighlightReports">[]): RecordOf<"HighlightReports"> | undefined {
  let found: RecordOf<"HighlightReports"> | undefined;
  for (const report of reports) {
    const { PeriodMonth, Series } = report.values;
    if (PeriodMonth !== undefined && Series === undefined && PeriodMonth > (found?.values.PeriodMonth ?? "")) found = report;
  }
  return found;
}

function rankIfRated(rag: Rag | undefined): number | undefined {
  return rag === undefined || rag === "Not rated" ? undefined : rankOf(rag);
}
