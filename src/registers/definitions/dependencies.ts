import { daysBetween, type CalendarDate } from "../../kernel";
import { choice, date, longText, person, reference, text, wholeNumber, yesNo } from "../language/column";
import { atLeast, atMost, filled, isOneOf, whenever } from "../language/conditions";
import { register } from "../language/register";
import { dependencyStatuses, dependencyTypes } from "../choices";
import { organisationCode } from "../shapes";
import { needsProject } from "../shared-rules";

const agreed = ["Agreed", "On track", "At risk", "Late", "Delivered"];

export const dependencies = register({
  name: "Dependencies",
  label: "Dependencies",
  one: "dependency",
  many: "dependencies",
  purpose: "A product that one project gives and another gets. The row belongs to the receiver and holds both sides.",
  ref: { prefix: "DP-", digits: 4, mostDigits: 4 },
  belongsTo: "project",
  level: "standard",
  titleFrom: "Product",
  shows: ["GiverProjectRef", "NeededBy", "AgreedDate", "GapDays", "GetterOwner", "Status"],
  statusColumn: "Status",
  closedStatuses: ["Delivered", "Withdrawn"],
  columns: {
    GiverProjectRef: reference("Projects", { label: "Given by project", level: "standard", indexed: true }),
    GiverOrgCode: organisationCode({ label: "Given by organisation (ODS)", level: "standard" }),
    DependencyType: choice(dependencyTypes, { label: "Type", level: "standard", needed: "report" }),
    Product: longText({ label: "What is needed", level: "standard", needed: "create", help: "The product and its quality." }),
    GiverOwner: person({ label: "Giver’s owner", level: "standard" }),
    GiverOwnerText: text({ label: "Giver’s owner outside the trust", level: "full" }),
    GetterOwner: person({ label: "Receiver’s owner", level: "standard", needed: "report", indexed: true }),
    NeededBy: date({ label: "Needed by", level: "standard", needed: "create", help: "Receiver’s date." }),
    AgreedDate: date({ label: "Agreed delivery", level: "standard", help: "Agreed by both." }),
    GiverForecast: date({ label: "Giver’s forecast", level: "standard" }),
    DeliveredDate: date({ label: "Delivered", level: "standard" }),
    GapDays: wholeNumber({
      label: "Gap (days)",
      level: "standard",
      filledBy: "ownRow",
      help: "The giver’s forecast, or the agreed delivery, after the day it is needed. Plus means late.",
    }),
    Status: choice(dependencyStatuses, {
      label: "Status",
      level: "standard",
      needed: "report",
      indexed: true,
      standard: "Proposed",
      help: "At risk when GapDays > 0; Late when NeededBy is past and not Delivered.",
    }),
    GiverAccepted: yesNo({ label: "Giver has accepted", level: "standard", needed: "report" }),
    MilestoneRef: reference("Milestones", { label: "Linked milestone", level: "full" }),
    ImpactIfLate: longText({ label: "Impact if late", level: "standard" }),
  },
  workedOut: {
    GapDays: (dependency) => gapDays(dependency.NeededBy, dependency.GiverForecast ?? dependency.AgreedDate),
  },
  rules: [
    needsProject("V-DEP-PROJECT", "dependency"),
    {
      id: "V-DEP-GIVER",
      severity: "error",
      at: "report",
      says: "Name the project that gives, or the organisation when it is external",
      fields: ["GiverProjectRef", "GiverOrgCode"],
      holds: (dependency) => (dependency.DependencyType === "External organisation" ? filled(dependency.GiverOrgCode) : filled(dependency.GiverProjectRef)),
    },
    {
      id: "V-DEP-SAME",
      severity: "error",
      at: "create",
      says: "The project that gives is the one that receives",
      fields: ["GiverProjectRef", "DependencyType"],
      holds: (dependency) =>
        whenever(filled(dependency.GiverProjectRef) && dependency.DependencyType === "Between projects", dependency.GiverProjectRef !== dependency.ProjectRef),
    },
    {
      id: "V-DEP-GIVER-OWNER",
      severity: "error",
      at: "report",
      says: "Name the giver’s owner, in the trust or outside it",
      fields: ["GiverOwner", "GiverOwnerText"],
      holds: (dependency) => filled(dependency.GiverOwner) || filled(dependency.GiverOwnerText),
    },
    {
      id: "V-DEP-AGREED",
      severity: "error",
      at: "report",
      says: "An agreed dependency needs its agreed day and the giver’s acceptance",
      fields: ["AgreedDate", "GiverAccepted"],
      holds: (dependency) => whenever(isOneOf(dependency.Status, ...agreed), filled(dependency.AgreedDate) && dependency.GiverAccepted === true),
    },
    {
      id: "V-DEP-DELIVERED",
      severity: "error",
      at: "report",
      says: "A delivered dependency needs the day it was delivered",
      fields: ["DeliveredDate"],
      holds: (dependency) => whenever(dependency.Status === "Delivered", filled(dependency.DeliveredDate)),
    },
    {
      id: "V-DEP-AT-RISK",
      severity: "warning",
      at: "report",
      says: "The giver’s date is after the day it is needed: the dependency is at risk",
      fields: ["Status"],
      holds: (dependency) =>
        whenever(isOneOf(dependency.Status, "Agreed", "On track"), atMost(gapDays(dependency.NeededBy, dependency.GiverForecast ?? dependency.AgreedDate), 0)),
    },
    {
      id: "V-DEP-LATE",
      severity: "warning",
      at: "report",
      says: "The day it is needed has passed and it is not delivered: the dependency is late",
      fields: ["Status"],
      holds: (dependency, { today }) => whenever(isOneOf(dependency.Status, "Proposed", "Agreed", "On track", "At risk"), atLeast(dependency.NeededBy, today)),
    },
  ],
});

function gapDays(neededBy: CalendarDate | undefined, expected: CalendarDate | undefined): number | undefined {
  return neededBy === undefined || expected === undefined ? undefined : daysBetween(neededBy, expected);
}
