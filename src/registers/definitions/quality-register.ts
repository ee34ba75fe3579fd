import { choice, date, link, longText, person, text, wholeNumber, yesNo } from "../language/column";
import { filled, isOneOf, whenever } from "../language/conditions";
import { register } from "../language/register";
import { qualityMethods, qualityResults } from "../choices";
import { needsProject, samePerson } from "../shared-rules";

export const qualityRegister = register({
  name: "QualityRegister",
  label: "Quality register",
  one: "quality check",
  many: "quality checks",
  purpose: "Planned and done quality checks on products.",
  ref: { prefix: "Q-", digits: 4, mostDigits: 4 },
  belongsTo: "project",
  level: "full",
  titleFrom: "Product",
  shows: ["Product", "Method", "Reviewer", "PlannedDate", "Result"],
  statusColumn: "Result",
  closedStatuses: ["Pass", "Pass with conditions"],
  columns: {
    Product: text({ label: "Product", level: "standard", needed: "create" }),
    Criteria: longText({ label: "Acceptance criteria", level: "standard", needed: "report" }),
    Method: choice(qualityMethods, { label: "Method", level: "standard", needed: "report" }),
    Producer: person({ label: "Producer", level: "standard", needed: "report" }),
    Reviewer: person({ label: "Reviewer", level: "standard", needed: "report", indexed: true }),
    Approver: person({ label: "Approver", level: "full" }),
    PlannedDate: date({ label: "Planned check", level: "standard", needed: "report" }),
    ActualDate: date({ label: "Check done", level: "standard" }),
    Result: choice(qualityResults, { label: "Result", level: "standard", needed: "report", indexed: true, standard: "Not started" }),
    IsCritical: yesNo({ label: "Critical product", level: "standard", needed: "report", help: "A fail turns Quality RAG red." }),
    Defects: wholeNumber({ label: "Open defects", level: "full", from: 0 }),
    Conditions: longText({ label: "Conditions", level: "standard" }),
    EvidenceUrl: link({ label: "Record", level: "full" }),
  },
  rules: [
    needsProject("V-QUA-PROJECT", "quality check"),
    {
      id: "V-QUA-REVIEWER",
      severity: "error",
      at: "create",
      says: "The producer cannot review the product",
      fields: ["Reviewer", "Producer"],
      holds: (check) => !samePerson({ name: check.Reviewer, address: check.ReviewerAddress }, { name: check.Producer, address: check.ProducerAddress }),
    },
    {
      id: "V-QUA-DONE",
      severity: "error",
      at: "report",
      says: "A check with a result needs the day it was done",
      fields: ["ActualDate"],
      holds: (check) => whenever(isOneOf(check.Result, "Pass", "Pass with conditions", "Fail"), filled(check.ActualDate)),
    },
    {
      id: "V-QUA-CONDITIONS",
      severity: "error",
      at: "report",
      says: "A pass with conditions needs the conditions",
      fields: ["Conditions"],
      holds: (check) => whenever(check.Result === "Pass with conditions", filled(check.Conditions)),
    },
  ],
});
