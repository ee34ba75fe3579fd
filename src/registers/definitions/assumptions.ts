import { choice, date, longText, person, reference } from "../language/column";
import { filled, isOneOf, whenever } from "../language/conditions";
import { register } from "../language/register";
import { assumptionStatuses, confidences, impactLevels } from "../choices";
import { needsProject } from "../shared-rules";

export const assumptions = register({
  name: "Assumptions",
  label: "Assumptions",
  one: "assumption",
  many: "assumptions",
  purpose: "Things taken as true for planning that have not been confirmed.",
  ref: { prefix: "AS-", digits: 4, mostDigits: 4 },
  belongsTo: "project",
  level: "standard",
  titleFrom: "Description",
  shows: ["Confidence", "ImpactIfWrong", "Owner", "ValidateBy", "Status"],
  statusColumn: "Status",
  closedStatuses: ["Confirmed", "Wrong", "Closed"],
  columns: {
    Description: longText({ label: "We assume that", level: "standard", needed: "create", alsoKnownAs: ["Assumption", "Description"] }),
    Basis: longText({ label: "Why we think so", level: "standard" }),
    Confidence: choice(confidences, { label: "Confidence", level: "standard", needed: "report" }),
    ImpactIfWrong: choice(impactLevels, { label: "If it is wrong", level: "standard", needed: "report" }),
    Owner: person({ label: "Owner", level: "standard", needed: "report", indexed: true, alsoKnownAs: ["Assumption owner", "Assigned to"] }),
    ValidateBy: date({ label: "Test by", level: "standard", needed: "report", alsoKnownAs: ["Due date", "Review date", "Validate by"] }),
    Status: choice(assumptionStatuses, { label: "Status", level: "standard", needed: "report", indexed: true, standard: "Not tested" }),
    RiskRef: reference("Risks", { label: "Linked risk", level: "standard" }),
    TestedDate: date({ label: "Tested on", level: "standard" }),
  },
  rules: [
    needsProject("V-ASM-PROJECT", "assumption"),
    {
      id: "V-ASM-WRONG",
      severity: "error",
      at: "report",
      says: "A wrong assumption needs the risk it became",
      fields: ["RiskRef"],
      holds: (assumption) => whenever(assumption.Status === "Wrong", filled(assumption.RiskRef)),
    },
    {
      id: "V-ASM-RISK",
      severity: "warning",
      at: "report",
      says: "A major assumption with low confidence is worth a risk",
      fields: ["Confidence", "ImpactIfWrong", "RiskRef"],
      holds: (assumption) => whenever(assumption.ImpactIfWrong === "Major" && assumption.Confidence === "Low", filled(assumption.RiskRef)),
    },
    {
      id: "V-ASM-TESTED",
      severity: "warning",
      at: "report",
      says: "A confirmed or wrong assumption needs the day it was tested",
      fields: ["TestedDate"],
      holds: (assumption) => whenever(isOneOf(assumption.Status, "Confirmed", "Wrong"), filled(assumption.TestedDate)),
    },
  ],
});
