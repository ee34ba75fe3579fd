import { ukDateAt } from "../kernel";
import { compareText } from "./compare-text";
import { isBetterThan, lastPublishedReport } from "./declared";
import { fact } from "./figure";
import { monthIn } from "./month-count";
import { checksOf, counted, isFilled, isOneOf, projectChecks, worded, type CheckGroup, type Fault, type Judged } from "./quality-rule";
import { ragAt, worstOf, type Rag } from "./rag";
import type { ProjectRecord, RecordOf } from "./records";

type Report = RecordOf<"HighlightReports">;

const asksForPath: readonly Rag[] = ["Amber", "Red"];

interface Known extends Judged {
  /** As declared; where nobody declared one, as worked out. */
  readonly rag: Rag;
  /** The newest report that nothing replaced, and the newest that was published. */
  readonly newest: Report | undefined;
  readonly published: Report | undefined;
}

/** DQ-07 and DQ-42 (reference 13): what a project's reports leave unsaid. */
export const reportingChecks: CheckGroup = projectChecks(knownOf, [
  {
    rule: "DQ-07",
    severity: "Medium",
    field: "RagOverall",
    appliesTo: (_, { rag, published }) => published !== undefined && asksForPath.includes(rag),
    fault: (_, { rag, published }) =>
      !isFilled(published?.values.PathToGreen)
        ? { inputs: [fact("overall", { unit: "rag", value: rag }), ...worded("period", published?.values.PeriodMonth)] }
        : undefined,
  },
  {
    rule: "DQ-42",
    severity: "High",
    field: "Status",
    appliesTo: (project, known) =>
      project.values.Status === "Active" && known.site.usesRegister("HighlightReports") && periodAsked(project, known) !== undefined,
    fault: late,
  },
]);

/** DQ-43, of the newest report. One that is published is held against what its month's snapshot froze: later facts are not its fault. */
export const reportChecks: CheckGroup = checksOf("HighlightReports", knownOf, [
  {
    rule: "DQ-43",
    severity: "High",
    field: "RagReason",
    appliesTo: (report, { newest }) => report === newest && isOneOf(report.values.RagOverall, "Green", "Amber", "Red"),
    fault: (report, known) => {
      const declared = ragAt(report.values.RagOverall);
      const workedOut = workedOutFor(report, known);
      if (declared === undefined || workedOut === undefined || !isBetterThan(declared, workedOut) || isFilled(report.values.RagReason)) return undefined;
      return { inputs: [fact("declared", { unit: "rag", value: declared }), fact("workedOut", { unit: "rag", value: workedOut })] };
    },
  },
]);

/** A second series of reports of the same months stands beside, as it does for the trend. */
function knownOf(judged: Judged): Known {
  const { project, HighlightReports } = judged.records;
  const reports = HighlightReports.filter(({ values }) => values.Status !== "Superseded" && values.Series === undefined).sort(newestFirst);
  const declared = ragAt(project.values.RagOverall) ?? "Not rated";
  const rag = declared === "Not rated" ? (judged.overall.value ?? "Not rated") : declared;
  return { ...judged, rag, newest: reports[0], published: lastPublishedReport(reports) };
}

function newestFirst(one: Report, other: Report): number {
  const months = (monthIn(other.values.PeriodMonth) ?? -1) - (monthIn(one.values.PeriodMonth) ?? -1);
  return months !== 0 ? months : compareText(one.values.Ref ?? one.id, other.values.Ref ?? other.id);
}

function workedOutFor(report: Report, { overall, records }: Known): Rag | undefined {
  if (report.values.Status !== "Published") return overall.value;
  const frozen = records.PortfolioSnapshots.filter(({ values }) => values.PeriodMonth !== undefined && values.PeriodMonth === report.values.PeriodMonth);
  return worstOf(frozen.flatMap(({ values }) => ragAt(values.RagOverallCalc) ?? []));
}

/** The last month due, unless the project was not there to report it: its row is newer than the last day for it, or it began after the month. */
function periodAsked({ values, createdAtMs }: ProjectRecord, { site }: Known): string | undefined {
  const due = site.lastReportDue(values.Tier);
  if (due === undefined) return undefined;
  const isNewer = createdAtMs !== undefined && ukDateAt(createdAtMs) > due.lastDay;
  const beganLater = values.StartForecast !== undefined && values.StartForecast.slice(0, 7) > due.period;
  return isNewer || beganLater ? undefined : due.period;
}

/** Not handed in, or late. A status that the trust added is taken for handed in. */
function late(project: ProjectRecord, known: Known): Fault | undefined {
  const due = periodAsked(project, known);
  const reports = known.records.HighlightReports.filter(({ values }) => values.PeriodMonth === due);
  const handedIn = reports.filter(({ values }) => isFilled(values.Status) && !isOneOf(values.Status, "Draft", "Returned"));
  const isInTime = handedIn.some(({ values }) => values.IsLate !== true);
  return !isInTime ? { inputs: [...worded("period", due), ...counted("reports", reports.length), ...counted("reportsHandedIn", handedIn.length)] } : undefined;
}
