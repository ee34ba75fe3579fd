import { choice, date, longText, person, wholeNumber, yesNo } from "../language/column";
import { register } from "../language/register";
import { maturityModels, maturityPerspectives } from "../choices";

const levels = ["Awareness", "Repeatable", "Defined", "Managed", "Optimised"];

export const maturityAssessments = register({
  name: "MaturityAssessments",
  label: "PMO maturity",
  one: "maturity assessment",
  many: "maturity assessments",
  purpose: "One row per assessment day, model and perspective. Seven rows make one assessment.",
  ref: { prefix: "MA-", digits: 4, mostDigits: 4 },
  belongsTo: "nothing",
  level: "full",
  titleFrom: "Perspective",
  shows: ["AssessmentDate", "Model", "Perspective", "LevelNow", "LevelTarget"],
  columns: {
    AssessmentDate: date({ label: "Assessment date", level: "standard", needed: "create" }),
    Model: choice(maturityModels, { label: "Model", level: "standard", needed: "create" }),
    Perspective: choice(maturityPerspectives, {
      label: "Perspective",
      level: "standard",
      needed: "create",
      notYetEnforced: "One row per day, model and perspective",
    }),
    LevelNow: wholeNumber({ label: "Level now", level: "standard", needed: "report", from: 1, to: 5, named: levels }),
    LevelTarget: wholeNumber({ label: "Target level", level: "standard", needed: "report", from: 1, to: 5, named: levels }),
    Evidence: longText({ label: "Evidence", level: "standard", needed: "report" }),
    Improvement: longText({ label: "Next improvement", level: "full" }),
    Assessor: person({ label: "Assessor", level: "standard", needed: "report" }),
    IsSelfAssessment: yesNo({ label: "Self-assessment", level: "standard", needed: "report" }),
  },
});
