import { choice, date, link, longText, money, number, reference } from "../language/column";
import { register } from "../language/register";
import { valueEvidences } from "../choices";
import { needsProject, otherRowsOf, repeats } from "../shared-rules";

export const benefitMeasures = register({
  name: "BenefitMeasures",
  label: "Benefit measurements",
  one: "measurement",
  many: "measurements",
  purpose: "One row per benefit and month or quarter: the plan and the result.",
  ref: { prefix: "BM-", digits: 5, mostDigits: 5 },
  belongsTo: "project",
  level: "standard",
  titleFrom: "BenefitRef",
  shows: ["BenefitRef", "PeriodStart", "PlannedValue", "RealisedValue", "Evidence"],
  columns: {
    BenefitRef: reference("Benefits", { label: "Benefit", level: "standard", needed: "create", indexed: true }),
    PeriodStart: date({ label: "Period start", level: "standard", needed: "create", help: "First day of the month or quarter." }),
    PlannedValue: money({ label: "Planned £", level: "standard" }),
    RealisedValue: money({ label: "Realised £", level: "standard" }),
    PlannedMeasure: number({ label: "Planned measure", level: "standard" }),
    ActualMeasure: number({ label: "Actual measure", level: "standard" }),
    Evidence: choice(valueEvidences, { label: "Evidence", level: "standard", needed: "report" }),
    EvidenceUrl: link({ label: "Evidence link", level: "full" }),
    Comment: longText({ label: "Comment", level: "standard" }),
  },
  rules: [
    needsProject("V-MEA-PROJECT", "measurement"),
    {
      id: "V-MEA-UNIQUE",
      severity: "error",
      at: "create",
      says: "The benefit already has a measurement for this period",
      fields: ["BenefitRef", "PeriodStart"],
      holds: (measurement, context) =>
        !otherRowsOf("BenefitMeasures", measurement, context).some(
          ({ values }) => values.Archived !== true && repeats(values, measurement, ["BenefitRef", "PeriodStart"]),
        ),
    },
    {
      id: "V-MEA-FIRST-DAY",
      severity: "error",
      at: "create",
      says: "The period starts on the first day of a month",
      fields: ["PeriodStart"],
      holds: (measurement) => measurement.PeriodStart === undefined || measurement.PeriodStart.endsWith("-01"),
    },
  ],
});
