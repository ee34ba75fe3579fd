import { choice, date, longText, money, number, person, text, yesNo } from "../language/column";
import { atMost, filled, isOneOf, whenever } from "../language/conditions";
import { register } from "../language/register";
import { valueAt } from "../language/row";
import { benefitClasses, benefitStatuses, benefitThemes, frequencies, measureDirections, recurrences, valueEvidences } from "../choices";
import { objectiveCode } from "../shapes";
import { needsProject, samePerson } from "../shared-rules";

const fromBaselined = ["Baselined", "Planned", "Realising", "Realised", "At risk", "Not achieved", "Closed"];
const fromPlanned = ["Planned", "Realising", "Realised", "At risk", "Not achieved", "Closed"];

export const benefits = register({
  name: "Benefits",
  label: "Benefits",
  one: "benefit",
  many: "benefits",
  purpose: "Measurable improvements, and worsenings that are accepted.",
  ref: { prefix: "B-", digits: 4, mostDigits: 4 },
  belongsTo: "project",
  level: "standard",
  titleFrom: "Description",
  shows: ["BenefitClass", "Owner", "AnnualValue", "TargetDate", "Status"],
  statusColumn: "Status",
  closedStatuses: ["Closed"],
  columns: {
    Description: longText({
      label: "Benefit",
      level: "standard",
      needed: "create",
      help: "Who gains, what changes.",
      alsoKnownAs: ["Benefit description", "Description"],
    }),
    BenefitClass: choice(benefitClasses, { label: "Class", level: "standard", needed: "report" }),
    IsDisbenefit: yesNo({ label: "This is a disbenefit", level: "standard", needed: "report", standard: false, help: "A measurable worsening we accept." }),
    Theme: choice(benefitThemes, { label: "Theme", level: "standard", needed: "report" }),
    StrategicObjectiveCode: objectiveCode({ label: "Strategic objective", level: "standard", needed: "report" }),
    Owner: person({
      label: "Benefit owner",
      level: "standard",
      needed: "report",
      indexed: true,
      help: "In the service, not the project team.",
      alsoKnownAs: ["Owner"],
    }),
    Measure: text({ label: "Measure", level: "standard", help: "KPI and unit." }),
    MeasureUnit: text({ label: "Unit", level: "full", help: "Hours, %, days, count." }),
    MeasureDirection: choice(measureDirections, { label: "Good direction", level: "standard", needed: "report" }),
    DataSource: text({ label: "Where the data comes from", level: "standard" }),
    Frequency: choice(frequencies, { label: "How often measured", level: "standard", needed: "report" }),
    BaselineValue: number({ label: "Baseline", level: "standard" }),
    BaselineDate: date({ label: "Baseline date", level: "standard" }),
    TargetValue: number({ label: "Target", level: "standard" }),
    TargetDate: date({ label: "Target date", level: "standard" }),
    AnnualValue: money({ label: "Full-year value", level: "standard", help: "A year at full effect.", alsoKnownAs: ["Annual value", "Value"] }),
    Recurrence: choice(recurrences, { label: "Recurrent or non-recurrent", level: "standard", needed: "report" }),
    StartDate: date({ label: "Starts", level: "standard", help: "First month with value." }),
    EndDate: date({ label: "Ends", level: "standard" }),
    ForecastTotal: money({ label: "Forecast whole life", level: "standard" }),
    BaselineTotal: money({ label: "Approved whole life", level: "standard", help: "From the business case. Moves only through change control." }),
    BudgetHolderAgreed: yesNo({ label: "Budget holder has agreed", level: "standard", help: "Cash-releasing: budget will be cut." }),
    FinanceConfirmed: choice(valueEvidences, { label: "Confirmed by finance", level: "standard", needed: "report", standard: "Claimed" }),
    CipSchemeCode: text({ label: "CIP scheme code", level: "full" }),
    Enabler: longText({ label: "What makes it possible", level: "full" }),
    Status: choice(benefitStatuses, { label: "Status", level: "standard", needed: "report", indexed: true, standard: "Identified" }),
    NextReviewDate: date({ label: "Next review", level: "standard" }),
  },
  rules: [
    needsProject("V-BEN-PROJECT", "benefit"),
    {
      id: "V-BEN-OWNER",
      severity: "warning",
      at: "report",
      says: "The benefit’s owner is the project manager. Benefits belong to the service",
      fields: ["Owner"],
      holds: (benefit, context) => {
        const project = benefit.ProjectRef === undefined ? undefined : context.find("Projects", benefit.ProjectRef);
        const manager = project === undefined ? undefined : valueAt(project.values, "ProjectManager");
        const address = project === undefined ? undefined : valueAt(project.values, "ProjectManagerAddress");
        return !samePerson(
          { name: benefit.Owner, address: benefit.OwnerAddress },
          { name: typeof manager === "string" ? manager : undefined, address: typeof address === "string" ? address : undefined },
        );
      },
    },
    {
      id: "V-BEN-MEASURE",
      severity: "error",
      at: "report",
      says: "A benefit needs its measure, unless it cannot be priced",
      fields: ["Measure"],
      holds: (benefit) => benefit.BenefitClass === "Unmonetisable (UB)" || filled(benefit.Measure),
    },
    {
      id: "V-BEN-BASELINED",
      severity: "error",
      at: "report",
      says: "A baselined benefit needs where its data comes from and its baseline",
      fields: ["DataSource", "BaselineValue"],
      holds: (benefit) => whenever(isOneOf(benefit.Status, ...fromBaselined), filled(benefit.DataSource) && filled(benefit.BaselineValue)),
    },
    {
      id: "V-BEN-PLANNED",
      severity: "error",
      at: "report",
      says: "A planned benefit needs its target and the day to reach it",
      fields: ["TargetValue", "TargetDate"],
      holds: (benefit) => whenever(isOneOf(benefit.Status, ...fromPlanned), filled(benefit.TargetValue) && filled(benefit.TargetDate)),
    },
    {
      id: "V-BEN-TARGET",
      severity: "error",
      at: "create",
      says: "The target is the same as the baseline",
      fields: ["TargetValue", "BaselineValue"],
      holds: (benefit) => benefit.TargetValue === undefined || benefit.TargetValue !== benefit.BaselineValue,
    },
    {
      id: "V-BEN-VALUE",
      severity: "error",
      at: "report",
      says: "A priced benefit needs its full-year value",
      fields: ["AnnualValue"],
      holds: (benefit) =>
        whenever(isOneOf(benefit.BenefitClass, "Cash-releasing (CRB)", "Non-cash-releasing (NCRB)", "Societal (SB)"), filled(benefit.AnnualValue)),
    },
    {
      id: "V-BEN-ORDER",
      severity: "error",
      at: "create",
      says: "The benefit ends before it starts",
      fields: ["StartDate", "EndDate"],
      holds: (benefit) => atMost(benefit.StartDate, benefit.EndDate),
    },
    {
      id: "V-BEN-AGREED",
      severity: "error",
      at: "report",
      says: "A planned cash-releasing benefit needs the agreement of the budget holder",
      fields: ["BudgetHolderAgreed"],
      holds: (benefit) =>
        whenever(benefit.BenefitClass === "Cash-releasing (CRB)" && isOneOf(benefit.Status, ...fromPlanned), benefit.BudgetHolderAgreed === true),
    },
    {
      id: "V-BEN-REVIEW",
      severity: "error",
      at: "report",
      says: "A benefit that is not closed needs its next review",
      fields: ["NextReviewDate"],
      holds: (benefit) => benefit.Status === "Closed" || filled(benefit.NextReviewDate),
    },
  ],
});
