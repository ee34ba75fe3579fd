import {
  addDays,
  calendarDate,
  financialYearOf,
  numberAt,
  parseIsoDate,
  parseJson,
  textAt,
  type CalendarDate,
  type FinancialYear,
  type Pence,
} from "../kernel";
import { lastPublishedReport } from "./declared";
import type { Source } from "./figure";
import { monthIn } from "./month-count";
import { ragAt, type Rag } from "./rag";
import type { Dimension } from "./rag-overall";
import { sourceOf, type ProjectRecords, type RecordOf } from "./records";

/** What a project's last published report said, with the snapshot that was written beside it. Undefined where neither froze it. */
export interface FrozenReport {
  /** "2026-07" */
  readonly period: string;
  /** The day of publishing; where nobody wrote it down, the last day of the period. */
  readonly published: CalendarDate;
  readonly from: readonly Source[];
  readonly declared: Rag | undefined;
  readonly workedOut: Rag | undefined;
  readonly dimensions: Readonly<Record<Dimension, Rag | undefined>>;
  readonly end: CalendarDate | undefined;
  readonly outturn: Pence | undefined;
  /** The year of which the outturn is. */
  readonly year: FinancialYear;
  /** Every risk that was open, with its score. */
  readonly openRisks: ReadonlyMap<string, number | undefined> | undefined;
  readonly topRisk: { readonly ref: string; readonly score: number } | undefined;
  readonly milestones: readonly FrozenMilestone[] | undefined;
}

export interface FrozenMilestone {
  readonly ref: string;
  /** Its forecast, or its baseline while it had none. */
  readonly expected: CalendarDate | undefined;
  readonly hasCome: boolean;
}

/** @param before a period like "2026-07": only reports of earlier months. */
export function frozenReport(records: Pick<ProjectRecords, "HighlightReports" | "PortfolioSnapshots">, before?: string): FrozenReport | undefined {
  const report = lastPublishedReport(records.HighlightReports, before);
  const period = report?.values.PeriodMonth;
  const end = lastDayOf(period);
  if (report === undefined || period === undefined || end === undefined) return undefined;
  const { values } = report;
  const snapshot = records.PortfolioSnapshots.find((one) => one.values.PeriodMonth === period);
  const openRisks = scoresIn(snapshot?.values.RisksJson);
  return {
    period,
    published: values.PublishedDate ?? end,
    from: [sourceOf("HighlightReports", report), ...(snapshot === undefined ? [] : [sourceOf("PortfolioSnapshots", snapshot)])],
    declared: ragAt(values.RagOverall),
    workedOut: ragAt(snapshot?.values.RagOverallCalc),
    dimensions: dimensionsOf(values),
    end: snapshot?.values.EndForecast,
    outturn: snapshot?.values.Fot,
    year: financialYearOf(end),
    openRisks,
    topRisk: highest(scoresIn(values.RisksJson) ?? openRisks),
    milestones: milestonesIn(values.MilestonesJson),
  };
}

/** As somebody declares them, of a report or of the project itself. */
export function dimensionsOf(values: RagColumns): FrozenReport["dimensions"] {
  return {
    time: ragAt(values.RagTime),
    cost: ragAt(values.RagCost),
    quality: ragAt(values.RagQuality),
    scope: ragAt(values.RagScope),
    benefits: ragAt(values.RagBenefits),
    risk: ragAt(values.RagRisk),
    resources: ragAt(values.RagResources),
  };
}

type RagColumns = Pick<RecordOf<"HighlightReports">["values"], "RagTime" | "RagCost" | "RagQuality" | "RagScope" | "RagBenefits" | "RagRisk" | "RagResources">;

function lastDayOf(period: string | undefined): CalendarDate | undefined {
  const month = monthIn(period);
  const next = month === undefined ? undefined : calendarDate(Math.floor((month + 1) / 12), ((month + 1) % 12) + 1, 1);
  return next === undefined ? undefined : addDays(next, -1);
}

/** A frozen list is data from a cell: whatever is not one of its rows is left out, and what is no list is nothing frozen. */
function rowsIn(json: string | undefined): readonly unknown[] | undefined {
  const rows = parseJson(json ?? "");
  return Array.isArray(rows) ? rows : undefined;
}

function scoresIn(json: string | undefined): FrozenReport["openRisks"] {
  const rows = rowsIn(json);
  if (rows === undefined) return undefined;
  return new Map(
    rows.flatMap((row) => {
      const ref = textAt(row, "Ref");
      return ref === undefined ? [] : [[ref, numberAt(row, "CurrentScore")] as const];
    }),
  );
}

function highest(scores: FrozenReport["openRisks"]): FrozenReport["topRisk"] {
  let top: FrozenReport["topRisk"];
  for (const [ref, score] of scores ?? []) {
    if (score !== undefined && (top === undefined || score > top.score || (score === top.score && ref < top.ref))) top = { ref, score };
  }
  return top;
}

function milestonesIn(json: string | undefined): FrozenReport["milestones"] {
  return rowsIn(json)?.flatMap((row) => {
    const ref = textAt(row, "Ref");
    const dayAt = (name: string): CalendarDate | undefined => parseIsoDate(textAt(row, name) ?? "");
    const expected = dayAt("ForecastDate") ?? dayAt("BaselineDate");
    return ref === undefined ? [] : [{ ref, expected, hasCome: dayAt("ActualDate") !== undefined }];
  });
}
