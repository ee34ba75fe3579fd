import { choice, date, longText, money, number, person, reference, wholeNumber } from "../language/column";
import { filled, whenever } from "../language/conditions";
import { register } from "../language/register";
import { pmoRequestStatuses, valueEvidences, valueKinds } from "../choices";

export const pmoRequests = register({
  name: "PmoRequests",
  label: "PMO requests",
  one: "PMO request",
  many: "PMO requests",
  purpose: "Use of the PMO’s services, with hours and value.",
  ref: { prefix: "PR-", digits: 4, mostDigits: 5 },
  belongsTo: "projectIfAny",
  level: "full",
  titleFrom: "ServiceRef",
  shows: ["ServiceRef", "RequestedBy", "DueDate", "AssignedTo", "Status"],
  statusColumn: "Status",
  closedStatuses: ["Complete", "Declined"],
  columns: {
    ServiceRef: reference("PmoServices", { label: "Service", level: "standard", needed: "create" }),
    RequestedBy: person({ label: "Asked by", level: "standard", needed: "report", indexed: true }),
    RequestedDate: date({ label: "Asked on", level: "standard", needed: "report" }),
    DueDate: date({ label: "Due", level: "standard", filledBy: "once", help: "The day it was asked plus the service level in working days, set once." }),
    AssignedTo: person({ label: "Assigned to", level: "standard", indexed: true }),
    Status: choice(pmoRequestStatuses, { label: "Status", level: "standard", needed: "report", indexed: true, standard: "New" }),
    HoursSpent: number({ label: "PMO hours", level: "standard", from: 0 }),
    ValueKind: choice(valueKinds, { label: "Kind of value", level: "standard" }),
    HoursSaved: number({ label: "Hours saved", level: "standard", from: 0 }),
    ValueAmount: money({ label: "Value £", level: "standard", fromPence: 0 }),
    AttributionPct: number({
      label: "Share due to the PMO %",
      level: "standard",
      from: 0,
      to: 100,
      help: "Usually 100 for hours and 25 for a benefit that was protected.",
      notYetEnforced: "Default 100 for hours, 25 for Benefit protected",
    }),
    Evidence: choice(valueEvidences, { label: "Evidence", level: "standard", standard: "Claimed" }),
    CompletedDate: date({ label: "Completed", level: "standard" }),
    Satisfaction: wholeNumber({ label: "Satisfaction (1 to 5)", level: "full", from: 1, to: 5 }),
    Feedback: longText({ label: "Feedback", level: "full" }),
  },
  rules: [
    {
      id: "V-REQ-COMPLETED",
      severity: "error",
      at: "report",
      says: "A complete request needs the day it was completed",
      fields: ["CompletedDate"],
      holds: (request) => whenever(request.Status === "Complete", filled(request.CompletedDate)),
    },
  ],
});
