import { choice, date, longText, money, person, reference, text, wholeNumber, yesNo } from "../language/column";
import { filled, isOneOf, whenever } from "../language/conditions";
import { register } from "../language/register";
import { intakeRoutes, intakeStatuses } from "../choices";
import { divisionCode } from "../shapes";

export const intakeRequests = register({
  name: "IntakeRequests",
  label: "Intake requests",
  one: "intake request",
  many: "intake requests",
  purpose: "New ideas. Triage decides what they are.",
  ref: { prefix: "IN-", digits: 4, mostDigits: 4 },
  belongsTo: "nothing",
  level: "standard",
  shows: ["RequestedBy", "SponsorDivision", "RouteCalc", "Route", "Status"],
  statusColumn: "Status",
  closedStatuses: ["Rejected", "Converted"],
  columns: {
    Title: text({ label: "Title", level: "light", needed: "create", shortest: 3, alsoKnownAs: ["Idea", "Request", "Request title", "Project name", "Name"] }),
    RequestedBy: person({ label: "Asked by", level: "standard", needed: "start", indexed: true }),
    SponsorDivision: divisionCode({ label: "Division", level: "standard", needed: "start" }),
    Problem: longText({ label: "Problem or opportunity", level: "standard", needed: "start" }),
    ProposedOutcome: longText({ label: "Outcome wanted", level: "standard", needed: "start" }),
    NeededBy: date({ label: "Needed by", level: "standard" }),
    EstimatedCost: money({ label: "Rough cost", level: "standard", fromPence: 0 }),
    T1: yesNo({ label: "Has a clear start and end", level: "standard", needed: "start" }),
    T2: yesNo({ label: "Creates something new or different", level: "standard", needed: "start" }),
    T3: yesNo({ label: "Crosses 2 or more divisions or organisations", level: "standard", needed: "start" }),
    T4: yesNo({ label: "Needs new money or capital", level: "standard", needed: "start", help: "Above the trust’s limit for small spends." }),
    T5: yesNo({ label: "Needs more than 20 days of project staff time", level: "standard", needed: "start" }),
    T6: yesNo({ label: "The team that owns the process can test it in small steps", level: "standard", needed: "start" }),
    T7: yesNo({ label: "Holds 2 or more linked projects", level: "standard", needed: "start" }),
    T8: yesNo({ label: "Material clinical, information, procurement or building risk", level: "standard", needed: "start" }),
    T9: yesNo({ label: "Already part of an existing project or programme", level: "standard", needed: "start" }),
    RouteCalc: choice(intakeRoutes, { label: "Suggested route", level: "standard", filledBy: "ownRow", help: "From the nine answers above." }),
    Route: choice(intakeRoutes, { label: "Route decided", level: "standard" }),
    RouteReason: text({ label: "Reason if different", level: "standard" }),
    StrategicFit: wholeNumber({ label: "Strategic fit (0 to 5)", level: "standard", from: 0, to: 5 }),
    PatientBenefit: wholeNumber({ label: "Patient benefit and safety (0 to 5)", level: "standard", from: 0, to: 5 }),
    FinancialBenefit: wholeNumber({ label: "Financial benefit (0 to 5)", level: "standard", from: 0, to: 5 }),
    Regulatory: wholeNumber({ label: "Regulatory or mandated (0 to 5)", level: "standard", from: 0, to: 5 }),
    Deliverability: wholeNumber({ label: "Deliverability (0 to 5)", level: "standard", from: 0, to: 5, help: "5 is easy." }),
    Urgency: wholeNumber({ label: "Urgency (0 to 5)", level: "standard", from: 0, to: 5 }),
    Status: choice(intakeStatuses, { label: "Status", level: "standard", needed: "start", indexed: true, standard: "Draft" }),
    SubmittedDate: date({ label: "Submitted", level: "standard" }),
    TriageDate: date({ label: "Triaged", level: "standard" }),
    TriagedBy: person({ label: "Triaged by", level: "full" }),
    DecisionNote: longText({ label: "Reply to requester", level: "standard" }),
    CreatedProjectRef: reference("Projects", { label: "Project created", level: "standard" }),
  },
  workedOut: {
    RouteCalc: (request) => suggestedRoute([request.T1, request.T2, request.T3, request.T4, request.T5, request.T6, request.T7, request.T8, request.T9]),
  },
  moves: {
    column: "Status",
    allowed: {
      Draft: ["Submitted"],
      Submitted: ["Triage", "More information needed", "Accepted", "Rejected", "Deferred"],
      Triage: ["More information needed", "Accepted", "Rejected", "Deferred"],
      "More information needed": ["Submitted", "Triage", "Rejected", "Deferred"],
      Deferred: ["Triage", "Accepted", "Rejected"],
      Accepted: ["Converted", "Deferred", "Rejected"],
      Rejected: ["Triage"],
      Converted: [],
    },
  },
  rules: [
    {
      id: "V-INT-ROUTE",
      severity: "error",
      at: "report",
      says: "An accepted request needs the route decided",
      fields: ["Route"],
      holds: (request) => whenever(isOneOf(request.Status, "Accepted", "Converted"), filled(request.Route)),
    },
    {
      id: "V-INT-REASON",
      severity: "error",
      at: "report",
      says: "A route other than the suggested one needs a reason",
      fields: ["RouteReason"],
      holds: (request) => whenever(filled(request.Route) && filled(request.RouteCalc) && request.Route !== request.RouteCalc, filled(request.RouteReason)),
    },
    {
      id: "V-INT-REPLY",
      severity: "error",
      at: "report",
      says: "A rejected or deferred request needs a reply to the requester",
      fields: ["DecisionNote"],
      holds: (request) => whenever(isOneOf(request.Status, "Rejected", "Deferred"), filled(request.DecisionNote)),
    },
    {
      id: "V-INT-CONVERTED",
      severity: "error",
      at: "report",
      says: "A converted request needs the project it became",
      fields: ["CreatedProjectRef"],
      holds: (request) => whenever(request.Status === "Converted", filled(request.CreatedProjectRef)),
    },
    {
      id: "V-INT-SUBMITTED",
      severity: "error",
      at: "report",
      says: "A submitted request needs the day it was submitted",
      fields: ["SubmittedDate"],
      holds: (request) => whenever(filled(request.Status) && request.Status !== "Draft", filled(request.SubmittedDate)),
    },
  ],
});

/** Reference 12.1, in its order. Undefined until all nine questions are answered: an empty answer is not a no. */
export function suggestedRoute(answers: readonly (boolean | undefined)[]): string | undefined {
  if (answers.length < 9 || answers.includes(undefined)) return undefined;
  const [starts, isNew, crosses, needsMoney, needsTime, inSteps, holdsProjects, isRisky, isPart] = answers;
  if (isPart === true) return "Part of existing work";
  if (starts !== true || isNew !== true) return "Business as usual";
  if (holdsProjects === true && (crosses === true || needsMoney === true)) return "Programme";
  const isLarge = crosses === true || needsMoney === true || needsTime === true || isRisky === true;
  if (inSteps === true && !isLarge) return "Quality improvement";
  return isLarge ? "Project" : "Business as usual";
}
