import { choice, date, longText, number, person, text } from "../language/column";
import { atMost, filled, whenever } from "../language/conditions";
import { register } from "../language/register";
import { deliveryTypes, estimateMethods, estimateSubjects, obTypes, stages } from "../choices";
import { isMoreThanNothing, needsProject } from "../shared-rules";

export const estimates = register({
  name: "Estimates",
  label: "Estimates",
  one: "estimate",
  many: "estimates",
  purpose: "Every estimate given for approval, and what it turned out to be.",
  ref: { prefix: "ES-", digits: 4, mostDigits: 5 },
  belongsTo: "project",
  level: "full",
  titleFrom: "EstimateSubject",
  shows: ["EstimateSubject", "Method", "MostLikely", "P80", "ApprovedValue", "ActualValue"],
  columns: {
    EstimateSubject: choice(estimateSubjects, { label: "Of", level: "standard", needed: "create", indexed: true }),
    Stage: choice(stages, { label: "Made at stage", level: "standard", needed: "report" }),
    Method: choice(estimateMethods, { label: "Method", level: "standard", needed: "report" }),
    Optimistic: number({ label: "Optimistic", level: "standard" }),
    MostLikely: number({ label: "Most likely", level: "standard", needed: "report" }),
    Pessimistic: number({ label: "Pessimistic", level: "standard" }),
    Unit: text({ label: "Unit", level: "standard", needed: "report", help: "Working days, hours." }),
    ObType: choice(obTypes, { label: "Optimism bias type", level: "full" }),
    ObMitigation: number({ label: "Mitigation (0 to 1)", level: "full", from: 0, to: 1 }),
    ObMitigationNote: longText({ label: "Evidence for mitigation", level: "standard" }),
    P50: number({ label: "P50", level: "standard", filledBy: "once", help: "Half of the simulated results are at or below it." }),
    P80: number({ label: "P80", level: "standard", filledBy: "once", help: "8 in 10 of the simulated results are at or below it." }),
    ApprovedValue: number({ label: "Value approved", level: "standard" }),
    ActualValue: number({ label: "Actual", level: "standard", help: "Known when the work closes." }),
    OverrunRatio: number({ label: "Actual ÷ approved", level: "standard", filledBy: "ownRow" }),
    DeliveryType: choice(deliveryTypes, {
      label: "Type of project",
      level: "standard",
      needed: "report",
      indexed: true,
      help: "Similar projects are compared by it.",
    }),
    EstimatedBy: person({ label: "Estimated by", level: "standard", needed: "report" }),
    EstimateDate: date({ label: "Date", level: "standard", needed: "report" }),
  },
  workedOut: {
    OverrunRatio: (estimate) => ratio(estimate.ActualValue, estimate.ApprovedValue),
  },
  rules: [
    needsProject("V-EST-PROJECT", "estimate"),
    {
      id: "V-EST-ORDER",
      severity: "error",
      at: "create",
      says: "Optimistic, most likely and pessimistic must rise in that order",
      fields: ["Optimistic", "MostLikely", "Pessimistic"],
      holds: (estimate) =>
        atMost(estimate.Optimistic, estimate.MostLikely) &&
        atMost(estimate.MostLikely, estimate.Pessimistic) &&
        atMost(estimate.Optimistic, estimate.Pessimistic),
    },
    {
      id: "V-EST-THREE",
      severity: "error",
      at: "report",
      says: "A three-point estimate needs all three points",
      fields: ["Optimistic", "MostLikely", "Pessimistic"],
      holds: (estimate) =>
        whenever(estimate.Method === "Three-point", filled(estimate.Optimistic) && filled(estimate.MostLikely) && filled(estimate.Pessimistic)),
    },
    {
      id: "V-EST-MITIGATION",
      severity: "error",
      at: "report",
      says: "Mitigated optimism bias needs its evidence",
      fields: ["ObMitigationNote"],
      holds: (estimate) => whenever(isMoreThanNothing(estimate.ObMitigation), filled(estimate.ObMitigationNote)),
    },
  ],
});

/** To four decimals; undefined when nothing was approved. */
function ratio(actual: number | undefined, approved: number | undefined): number | undefined {
  return actual === undefined || approved === undefined || approved <= 0 ? undefined : Number((actual / approved).toFixed(4));
}
