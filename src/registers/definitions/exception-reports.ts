import { choice, date, longText, person, reference, text } from "../language/column";
import { register } from "../language/register";
import { decisionBodies, decisionStatuses, toleranceAreas } from "../choices";
import { needsProject } from "../shared-rules";

export const exceptionReports = register({
  name: "ExceptionReports",
  label: "Exception reports",
  one: "exception report",
  many: "exception reports",
  purpose: "Raised when a tolerance is forecast to be broken.",
  ref: { prefix: "EX-", digits: 4, mostDigits: 4 },
  belongsTo: "project",
  level: "standard",
  titleFrom: "ForecastBreach",
  shows: ["ToleranceArea", "ForecastBreach", "DecisionBody", "RaisedDate", "Status"],
  statusColumn: "Status",
  closedStatuses: ["Decided", "Superseded", "Withdrawn"],
  columns: {
    ToleranceArea: choice(toleranceAreas, { label: "Tolerance", level: "standard", needed: "create" }),
    ToleranceAllowed: text({ label: "Tolerance allowed", level: "standard", needed: "report" }),
    ForecastBreach: text({ label: "Forecast", level: "standard", needed: "report" }),
    Cause: longText({ label: "Cause", level: "standard", needed: "report" }),
    Consequences: longText({ label: "Consequences", level: "standard", needed: "report", help: "For project, programme and patients." }),
    Options: longText({ label: "Options", level: "standard", needed: "report", help: "At least 2 including do nothing." }),
    Recommendation: longText({ label: "Recommendation", level: "standard", needed: "report" }),
    LessonsText: longText({ label: "Lessons", level: "full" }),
    RaisedBy: person({ label: "Raised by", level: "standard", needed: "report", indexed: true }),
    RaisedDate: date({ label: "Raised", level: "standard", needed: "report" }),
    DecisionBody: choice(decisionBodies, { label: "To be decided by", level: "standard", needed: "report" }),
    DecisionRef: reference("Decisions", { label: "Decision", level: "full" }),
    ChangeRef: reference("Changes", { label: "Change request", level: "full" }),
    Status: choice(decisionStatuses, { label: "Status", level: "standard", needed: "report", indexed: true, standard: "Proposed" }),
  },
  rules: [needsProject("V-EXC-PROJECT", "exception report")],
});
