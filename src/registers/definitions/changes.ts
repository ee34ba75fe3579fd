import { choice, date, longText, money, number, person, reference, text, wholeNumber, yesNo } from "../language/column";
import { atLeast, atMost, filled, isOneOf, whenever } from "../language/conditions";
import { register } from "../language/register";
import { valueAt } from "../language/row";
import { capRevs, changeRoutes, changeStatuses, changeTypes, impactLevels, priorities } from "../choices";
import { needsProject, samePerson } from "../shared-rules";

const decided = ["Approved", "Rejected", "Deferred", "Implemented"];
const submitted = ["Submitted", "Impact assessment", "Awaiting decision", ...decided];
const beyondTheManager = ["Level 2 SRO or project board", "Level 3 Programme board or executive", "Level 4 Trust board or finance committee"];

export const changes = register({
  name: "Changes",
  label: "Change requests",
  one: "change request",
  many: "change requests",
  purpose: "Change control. A baseline moves only when a row here is approved and implemented.",
  ref: { prefix: "CR-", digits: 4, mostDigits: 4 },
  belongsTo: "project",
  level: "standard",
  shows: ["ChangeType", "CostImpact", "TimeImpactDays", "Route", "Status"],
  statusColumn: "Status",
  closedStatuses: ["Rejected", "Implemented", "Withdrawn"],
  columns: {
    Title: text({ label: "Title", level: "light", needed: "create", shortest: 3, alsoKnownAs: ["Change", "Change request", "Name"] }),
    Description: longText({ label: "Change wanted", level: "standard", needed: "report", alsoKnownAs: ["Change description", "Description"] }),
    Reason: longText({ label: "Why", level: "standard", needed: "report" }),
    ChangeType: choice(changeTypes, { label: "Type", level: "standard", needed: "report" }),
    RequestedBy: person({ label: "Asked for by", level: "standard", needed: "report", alsoKnownAs: ["Raised by", "Requester"] }),
    Priority: choice(priorities, { label: "Priority", level: "standard", needed: "report" }),
    TimeImpactDays: wholeNumber({
      label: "Effect on time (days)",
      level: "standard",
      needed: "report",
      help: "+ later, − earlier, on end date or key milestone.",
    }),
    CostImpact: money({ label: "Effect on cost", level: "standard", needed: "report", help: "+ more, − less, whole life £." }),
    CapRev: choice(capRevs, { label: "Capital or revenue", level: "standard" }),
    ScopeImpact: choice(impactLevels, { label: "Effect on scope", level: "standard", needed: "report" }),
    QualityImpact: choice(impactLevels, { label: "Effect on quality", level: "standard", needed: "report" }),
    BenefitReductionPct: number({
      label: "Loss of benefits (%)",
      level: "standard",
      needed: "report",
      from: -1000,
      to: 100,
      help: "+ loss, − gain, of whole-life benefits.",
    }),
    RiskImpact: longText({ label: "Effect on risk", level: "standard" }),
    ClinicalSafetyImpact: yesNo({ label: "Affects clinical safety", level: "standard", needed: "report", help: "Needs the clinical safety officer." }),
    CsoConsulted: yesNo({ label: "Clinical safety officer consulted", level: "standard" }),
    MovesKeyMilestone: yesNo({ label: "Moves a key milestone baseline", level: "standard", needed: "report" }),
    FundingBeyondApproved: yesNo({ label: "Needs money above the approved budget", level: "standard", needed: "report" }),
    UsesContingency: money({ label: "Paid from contingency", level: "full" }),
    ContractRef: reference("Contracts", { label: "Contract affected", level: "full", help: "May need a UK10 contract change notice." }),
    OptionsConsidered: longText({ label: "Options", level: "standard" }),
    Recommendation: longText({ label: "Recommendation", level: "standard" }),
    Route: choice(changeRoutes, {
      label: "Approval route used",
      level: "standard",
      needed: "report",
      notYetEnforced: "Not lower than the approval route worked out",
    }),
    Approver: person({ label: "Approver", level: "standard", indexed: true }),
    Status: choice(changeStatuses, { label: "Status", level: "standard", needed: "report", indexed: true, standard: "Draft" }),
    SubmittedDate: date({ label: "Submitted", level: "standard" }),
    DecisionDate: date({ label: "Decided", level: "standard" }),
    DecisionNote: longText({ label: "Decision note", level: "standard" }),
    ImplementedDate: date({ label: "Implemented", level: "standard" }),
    BaselineVersionAfter: wholeNumber({ label: "Baseline version after", level: "standard", filledBy: "once" }),
  },
  moves: {
    column: "Status",
    allowed: {
      Draft: ["Submitted", "Withdrawn"],
      Submitted: ["Impact assessment", "Awaiting decision", "Approved", "Rejected", "Deferred", "Withdrawn", "Draft"],
      "Impact assessment": ["Awaiting decision", "Approved", "Rejected", "Deferred", "Withdrawn"],
      "Awaiting decision": ["Impact assessment", "Approved", "Rejected", "Deferred", "Withdrawn"],
      Deferred: ["Submitted", "Impact assessment", "Awaiting decision", "Approved", "Rejected", "Withdrawn"],
      Approved: ["Implemented", "Withdrawn"],
      Rejected: ["Draft"],
      Implemented: [],
      Withdrawn: ["Draft"],
    },
  },
  rules: [
    needsProject("V-CHG-PROJECT", "change request"),
    {
      id: "V-CHG-01",
      severity: "error",
      at: "report",
      says: "An approved change needs its approver, the day and the approval route",
      fields: ["Approver", "DecisionDate", "Route"],
      holds: (change) =>
        whenever(isOneOf(change.Status, "Approved", "Implemented"), filled(change.Approver) && filled(change.DecisionDate) && filled(change.Route)),
    },
    {
      id: "V-CHG-01-SAFETY",
      severity: "error",
      at: "create",
      says: "A change that affects clinical safety is approved only after the clinical safety officer was consulted",
      fields: ["CsoConsulted", "Status"],
      holds: (change) => whenever(change.ClinicalSafetyImpact === true && isOneOf(change.Status, "Approved", "Implemented"), change.CsoConsulted === true),
    },
    {
      id: "V-CHG-APPROVER",
      severity: "error",
      at: "create",
      says: "Whoever asks for a change cannot approve it at level 2 or above",
      fields: ["Approver", "RequestedBy"],
      holds: (change) =>
        whenever(
          isOneOf(change.Route, ...beyondTheManager),
          !samePerson({ name: change.Approver, address: change.ApproverAddress }, { name: change.RequestedBy, address: change.RequestedByAddress }),
        ),
    },
    {
      id: "V-CHG-SUBMITTED",
      severity: "error",
      at: "report",
      says: "A submitted change needs the day it was submitted",
      fields: ["SubmittedDate"],
      holds: (change) => whenever(isOneOf(change.Status, ...submitted), filled(change.SubmittedDate)),
    },
    {
      id: "V-CHG-DECIDED",
      severity: "error",
      at: "report",
      says: "A decided change needs the day it was decided",
      fields: ["DecisionDate"],
      holds: (change) => whenever(isOneOf(change.Status, ...decided), filled(change.DecisionDate)),
    },
    {
      id: "V-CHG-NOTE",
      severity: "error",
      at: "report",
      says: "A rejected or deferred change needs a note that says why",
      fields: ["DecisionNote"],
      holds: (change) => whenever(isOneOf(change.Status, "Rejected", "Deferred"), filled(change.DecisionNote)),
    },
    {
      id: "V-CHG-IMPLEMENTED",
      severity: "error",
      at: "report",
      says: "An implemented change needs the day it was implemented",
      fields: ["ImplementedDate"],
      holds: (change) => whenever(change.Status === "Implemented", filled(change.ImplementedDate)),
    },
    {
      id: "V-CHG-CAP-REV",
      severity: "error",
      at: "report",
      says: "A change of cost is capital or revenue",
      fields: ["CapRev"],
      holds: (change) => whenever(change.CostImpact !== undefined && change.CostImpact !== 0, filled(change.CapRev)),
    },
    {
      id: "V-CHG-CONTINGENCY",
      severity: "error",
      at: "report",
      says: "The change takes more contingency than the project has left",
      fields: ["UsesContingency"],
      holds: (change, context) => {
        const project = change.ProjectRef === undefined ? undefined : context.find("Projects", change.ProjectRef);
        const remaining = project === undefined ? undefined : valueAt(project.values, "ContingencyRemaining");
        return typeof remaining !== "number" || atMost<number>(change.UsesContingency, remaining);
      },
    },
    {
      id: "V-CHG-CONTINGENCY-SIGN",
      severity: "error",
      at: "create",
      says: "The contingency used cannot be less than nothing",
      fields: ["UsesContingency"],
      holds: (change) => atLeast<number>(change.UsesContingency, 0),
    },
  ],
});
