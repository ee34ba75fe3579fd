import { calendarDate, financialMonthOf, financialYearOf, type CalendarDate } from "../../kernel";
import { choice, date, json, link, longText, person, reference, text, wholeNumber, yesNo } from "../language/column";
import { atMost, filled, isOneOf, whenever } from "../language/conditions";
import { register } from "../language/register";
import { valueAt } from "../language/row";
import { rags, reportStatuses, trends } from "../choices";
import { financialYearText, periodMonthText } from "../shapes";
import { isAtLeastLong, needsProjectOrProgramme, otherRowsOf, repeats, samePerson } from "../shared-rules";

const handedIn = ["Submitted", "PMO reviewed", "SRO approved", "Published", "Superseded"];
const frozen = { level: "full", filledBy: "once" } as const;

export const highlightReports = register({
  name: "HighlightReports",
  label: "Highlight reports",
  one: "highlight report",
  many: "highlight reports",
  purpose: "One per project or programme and period. Frozen once published: its values are copies.",
  ref: { prefix: "HR-", digits: 5, mostDigits: 5 },
  belongsTo: "projectOrProgramme",
  level: "light",
  titleFrom: "PeriodMonth",
  shows: ["PeriodMonth", "Status", "RagOverall", "ReportAuthor", "SubmittedDate", "PublishedDate"],
  statusColumn: "Status",
  closedStatuses: ["Published", "Superseded"],
  columns: {
    PeriodMonth: periodMonthText({
      label: "Period",
      level: "light",
      needed: "create",
      indexed: true,
      help: "The calendar month reported, like 2026-07.",
      alsoKnownAs: ["Period month", "Month", "Reporting period"],
    }),
    Status: choice(reportStatuses, { label: "Status", level: "light", standard: "Draft", indexed: true, alsoKnownAs: ["Report status"] }),
    RagOverall: choice(rags, {
      label: "Overall RAG",
      level: "light",
      needed: "report",
      help: "Delivery confidence as you declare it.",
      alsoKnownAs: ["RAG", "RAG status", "Overall status"],
    }),
    RagReason: longText({
      label: "Reason if better than worked out",
      level: "light",
      notYetEnforced: "Required when the declared overall RAG is better than the one worked out",
      alsoKnownAs: ["RAG reason", "RAG commentary"],
    }),
    Summary: longText({
      label: "Status summary",
      level: "light",
      needed: "report",
      longest: 1_200,
      help: "Plain words for a board reader.",
      alsoKnownAs: ["Summary", "Executive summary", "Overall summary"],
    }),
    Achieved: longText({
      label: "Done this period",
      level: "light",
      needed: "report",
      alsoKnownAs: ["Achievements", "Progress this period", "Completed this period"],
    }),
    Planned: longText({ label: "Planned next period", level: "light", needed: "report", alsoKnownAs: ["Next steps", "Next period", "Plans for next period"] }),
    PathToGreen: longText({ label: "Path to green", level: "light", help: "Action, owner and date.", alsoKnownAs: ["Recovery plan"] }),
    DecisionsNeeded: longText({ label: "Decisions or help needed", level: "light", alsoKnownAs: ["Decisions required", "Help needed", "Escalations"] }),
    Series: text({ label: "Series", level: "full", longest: 60, help: "Tells two sets of reports of the same period apart. Empty for the usual one." }),
    FinancialYear: financialYearText({ label: "Financial year", level: "standard", filledBy: "ownRow" }),
    MonthNo: wholeNumber({ label: "Month number", level: "full", filledBy: "ownRow", from: 1, to: 12 }),
    ReportAuthor: person({ label: "Written by", level: "standard", needed: "report", alsoKnownAs: ["Author", "Report author", "Completed by"] }),
    RagTime: choice(rags, { label: "Time RAG", level: "standard", needed: "report", alsoKnownAs: ["Schedule RAG"] }),
    RagCost: choice(rags, { label: "Cost RAG", level: "standard", needed: "report", alsoKnownAs: ["Budget RAG", "Finance RAG"] }),
    RagQuality: choice(rags, { label: "Quality and safety RAG", level: "standard", needed: "report", alsoKnownAs: ["Quality RAG"] }),
    RagScope: choice(rags, { label: "Scope RAG", level: "standard", needed: "report" }),
    RagBenefits: choice(rags, { label: "Benefits RAG", level: "standard", needed: "report" }),
    RagRisk: choice(rags, { label: "Risk RAG", level: "standard", needed: "report" }),
    RagResources: choice(rags, { label: "Resources RAG", level: "standard", needed: "report" }),
    RagCalcJson: json({ label: "Worked-out RAGs", ...frozen }),
    TrendOverall: choice(trends, { label: "Trend", level: "standard", filledBy: "once" }),
    TrendJson: json({ label: "Trends by dimension", ...frozen }),
    CorrectiveActions: longText({ label: "Corrective actions", level: "standard" }),
    ForecastGreenDate: date({ label: "Expected back to green", level: "standard" }),
    ToleranceStatus: longText({ label: "Tolerance status", level: "full", help: "Time, cost, scope, quality, benefits, risk." }),
    MilestonesJson: json({ label: "Milestones (frozen)", ...frozen }),
    RisksJson: json({ label: "Top risks (frozen)", ...frozen }),
    IssuesJson: json({ label: "Top issues (frozen)", ...frozen }),
    ChangesJson: json({ label: "Changes (frozen)", ...frozen }),
    FinanceJson: json({ label: "Finance (frozen)", ...frozen }),
    BenefitsJson: json({ label: "Benefits (frozen)", ...frozen }),
    DependenciesJson: json({ label: "Dependencies (frozen)", ...frozen }),
    LessonsText: longText({ label: "Lessons", level: "full" }),
    DqScore: wholeNumber({ label: "Data quality score", ...frozen, from: 0, to: 100 }),
    SubmittedDate: date({ label: "Submitted", level: "standard", notInFuture: true }),
    PmoReviewedBy: person({ label: "PMO reviewer", level: "standard" }),
    SroApprovedBy: person({ label: "SRO approval", level: "standard", help: "The project’s SRO or a delegate." }),
    SroApprovedDate: date({ label: "SRO approved on", level: "standard", notInFuture: true }),
    PublishedDate: date({ label: "Published", level: "standard", notInFuture: true }),
    ReturnNote: longText({ label: "Why returned", level: "standard" }),
    Supersedes: reference("HighlightReports", { label: "Corrects report", level: "full" }),
    CorrectionReason: longText({ label: "Reason for the correction", level: "full" }),
    SnapshotHash: text({ label: "Snapshot hash", ...frozen, longest: 64, pattern: "^[0-9a-f]{64}$" }),
    IsLate: yesNo({ label: "Late", level: "standard", filledBy: "once" }),
    CardTeamId: text({ label: "Team of the card", ...frozen, hidden: true }),
    CardChannelId: text({ label: "Channel of the card", ...frozen, hidden: true }),
    CardMessageId: text({ label: "Message of the card", ...frozen, hidden: true }),
    CardUrl: link({ label: "Card in Teams", level: "standard", filledBy: "once" }),
  },
  workedOut: {
    FinancialYear: (report) => {
      const day = firstDayOf(report.PeriodMonth);
      return day === undefined ? undefined : financialYearOf(day);
    },
    MonthNo: (report) => {
      const day = firstDayOf(report.PeriodMonth);
      return day === undefined ? undefined : financialMonthOf(day);
    },
  },
  moves: {
    column: "Status",
    allowed: {
      Draft: ["Submitted"],
      Submitted: ["PMO reviewed", "Returned"],
      "PMO reviewed": ["SRO approved", "Returned"],
      "SRO approved": ["Published", "Returned"],
      Returned: ["Draft"],
      Published: ["Superseded"],
      Superseded: [],
    },
  },
  rules: [
    needsProjectOrProgramme("V-HR-BELONGS", "highlight report"),
    {
      id: "V-HR-UNIQUE",
      severity: "error",
      at: "create",
      says: "The project already has a highlight report for this period",
      fields: ["PeriodMonth", "ProjectRef", "Series"],
      holds: (report, context) =>
        whenever(
          filled(report.PeriodMonth) && report.Status !== "Superseded" && !filled(report.Supersedes),
          !otherRowsOf("HighlightReports", report, context).some(
            ({ values }) => values.Archived !== true && valueAt(values, "Status") !== "Superseded" && repeats(values, report, ["PeriodMonth", "Series"]),
          ),
        ),
    },
    {
      id: "V-HR-RATED",
      severity: "error",
      at: "report",
      says: "A report that is handed in must say Green, Amber or Red",
      fields: ["RagOverall"],
      holds: (report) => whenever(isOneOf(report.Status, ...handedIn), filled(report.RagOverall) && report.RagOverall !== "Not rated"),
    },
    {
      id: "V-HR-SUMMARY",
      severity: "error",
      at: "report",
      says: "The status summary must be 50 characters or more",
      fields: ["Summary"],
      holds: (report) => isAtLeastLong(report.Summary, 50),
    },
    {
      id: "V-HR-PATH",
      severity: "error",
      at: "report",
      says: "An Amber or Red report needs its path to green",
      fields: ["PathToGreen"],
      holds: (report) => whenever(isOneOf(report.RagOverall, "Amber", "Red"), filled(report.PathToGreen)),
    },
    {
      id: "V-HR-GREEN-DATE",
      severity: "error",
      at: "report",
      says: "A Red report needs the day you expect it back to green",
      fields: ["ForecastGreenDate"],
      holds: (report) => whenever(report.RagOverall === "Red", filled(report.ForecastGreenDate)),
    },
    {
      id: "V-HR-RETURNED",
      severity: "error",
      at: "report",
      says: "A returned report needs a note that says why",
      fields: ["ReturnNote"],
      holds: (report) => whenever(report.Status === "Returned", filled(report.ReturnNote)),
    },
    {
      id: "V-HR-REVIEWER",
      severity: "error",
      at: "report",
      says: "The author of a report cannot review it for the PMO",
      fields: ["PmoReviewedBy", "ReportAuthor"],
      holds: (report) =>
        !samePerson({ name: report.PmoReviewedBy, address: report.PmoReviewedByAddress }, { name: report.ReportAuthor, address: report.ReportAuthorAddress }),
    },
    {
      id: "V-HR-APPROVER",
      severity: "warning",
      at: "report",
      says: "The report was approved by somebody other than the project’s SRO",
      fields: ["SroApprovedBy"],
      holds: (report, context) => {
        const project = report.ProjectRef === undefined ? undefined : context.find("Projects", report.ProjectRef);
        const sro = project === undefined ? undefined : valueAt(project.values, "Sro");
        const address = project === undefined ? undefined : valueAt(project.values, "SroAddress");
        if (!filled(report.SroApprovedBy) || typeof sro !== "string") return true;
        return samePerson(
          { name: report.SroApprovedBy, address: report.SroApprovedByAddress },
          { name: sro, address: typeof address === "string" ? address : undefined },
        );
      },
    },
    {
      id: "V-HR-DATES",
      severity: "error",
      at: "create",
      says: "A report is submitted, then approved, then published, in that order",
      fields: ["SubmittedDate", "SroApprovedDate", "PublishedDate"],
      holds: (report) => atMost(report.SubmittedDate, report.SroApprovedDate) && atMost(report.SroApprovedDate, report.PublishedDate),
    },
    {
      id: "V-HR-CORRECTION",
      severity: "error",
      at: "report",
      says: "A report that corrects another needs the reason",
      fields: ["CorrectionReason"],
      holds: (report) => whenever(filled(report.Supersedes), filled(report.CorrectionReason)),
    },
  ],
});

function firstDayOf(periodMonth: string | undefined): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})$/.exec(periodMonth ?? "");
  return match === null ? undefined : calendarDate(Number(match[1]), Number(match[2]), 1);
}
