import { daysBetween, type CalendarDate } from "../../kernel";
import { choice, date, longText, money, number, person, text, wholeNumber, yesNo } from "../language/column";
import { filled, whenever } from "../language/conditions";
import { register } from "../language/register";
import { gates, milestoneStatuses, milestoneTypes } from "../choices";
import { needsProject, stageOfProject } from "../shared-rules";

export const milestones = register({
  name: "Milestones",
  label: "Milestones",
  one: "milestone",
  many: "milestones",
  purpose: "Points in time that show progress.",
  ref: { prefix: "M-", digits: 4, mostDigits: 5 },
  belongsTo: "project",
  level: "light",
  shows: ["BaselineDate", "ForecastDate", "ActualDate", "SlipDays", "Owner", "Status"],
  statusColumn: "Status",
  closedStatuses: ["Complete", "Removed by change"],
  columns: {
    Title: text({
      label: "Title",
      level: "light",
      needed: "create",
      shortest: 3,
      alsoKnownAs: ["Milestone", "Milestone name", "Name", "Heading", "Deliverable"],
    }),
    ForecastDate: date({
      label: "Forecast",
      level: "light",
      needed: "create",
      alsoKnownAs: ["Forecast date", "Due date", "Date", "Expected date", "Target date", "Planned date"],
    }),
    BaselineDate: date({
      label: "Baseline",
      level: "light",
      help: "The approved date.",
      notYetEnforced: "Locked from project stage 3: only change control may move it",
      alsoKnownAs: ["Baseline date", "Original date", "Approved date"],
    }),
    ActualDate: date({ label: "Actual", level: "light", notInFuture: true, alsoKnownAs: ["Actual date", "Completed", "Date achieved", "Completion date"] }),
    Owner: person({ label: "Owner", level: "light", needed: "report", indexed: true, alsoKnownAs: ["Milestone owner", "Assigned to", "Responsible", "Lead"] }),
    Status: choice(milestoneStatuses, { label: "Status", level: "light", standard: "Not started", indexed: true, alsoKnownAs: ["Milestone status", "State"] }),
    SlipDays: wholeNumber({ label: "Slip (days)", level: "light", filledBy: "ownRow", help: "Actual or forecast after the baseline. Minus means early." }),
    MilestoneType: choice(milestoneTypes, {
      label: "Type",
      level: "standard",
      needed: "report",
      help: "Key (board), Programme and Gate count in the Time RAG.",
      alsoKnownAs: ["Milestone type", "Category"],
    }),
    Description: longText({
      label: "Done means",
      level: "standard",
      help: "The acceptance test for the milestone.",
      alsoKnownAs: ["Description", "Acceptance criteria", "Details"],
    }),
    OriginalBaseline: date({ label: "First baseline", level: "standard", filledBy: "once" }),
    PctComplete: number({ label: "% complete", level: "full", from: 0, to: 100, alsoKnownAs: ["Percent complete", "Progress"] }),
    Gate: choice(gates, { label: "Gate", level: "standard" }),
    PaymentValue: money({ label: "Payment value", level: "full", fromPence: 0, help: "For payment milestones." }),
    ConfidenceP80: date({ label: "P80 date", level: "full", help: "The date that 8 in 10 simulated plans meet." }),
    SlipReason: text({ label: "Reason for slip", level: "standard", alsoKnownAs: ["Slippage reason", "Comments"] }),
    ShowInBoardPack: yesNo({ label: "Show in board pack", level: "full", help: "Key (board) milestones are shown unless this says no." }),
  },
  workedOut: {
    SlipDays: (milestone) => slipDays(milestone.BaselineDate, milestone.ActualDate ?? milestone.ForecastDate),
  },
  rules: [
    needsProject("V-MIL-PROJECT", "milestone"),
    {
      id: "V-MIL-COMPLETE",
      severity: "error",
      at: "report",
      says: "A complete milestone needs its actual date",
      fields: ["ActualDate"],
      holds: (milestone) => whenever(milestone.Status === "Complete", filled(milestone.ActualDate)),
    },
    {
      id: "V-MIL-BASELINE",
      severity: "error",
      at: "gate",
      says: "From project stage 3 a milestone needs its baseline",
      fields: ["BaselineDate"],
      holds: (milestone, context) => whenever((stageOfProject(milestone, context) ?? 0) >= 3, filled(milestone.BaselineDate)),
    },
    {
      id: "V-MIL-GATE",
      severity: "error",
      at: "report",
      says: "A gate milestone needs its gate",
      fields: ["Gate"],
      holds: (milestone) => whenever(milestone.MilestoneType === "Gate", filled(milestone.Gate)),
    },
    {
      id: "V-MIL-SLIP",
      severity: "error",
      at: "report",
      says: "A slip of more than 7 days needs a reason",
      fields: ["SlipReason"],
      holds: (milestone) => whenever((slipDays(milestone.BaselineDate, milestone.ActualDate ?? milestone.ForecastDate) ?? 0) > 7, filled(milestone.SlipReason)),
    },
  ],
});

/** From the dates on the row alone. A forecast that has passed slips further each day: that reading needs today and is not stored. */
function slipDays(baseline: CalendarDate | undefined, expected: CalendarDate | undefined): number | undefined {
  return baseline === undefined || expected === undefined ? undefined : daysBetween(baseline, expected);
}
