import { choice, longText, money, monthly, number, person, yesNo } from "../language/column";
import { atMost, filled, whenever } from "../language/conditions";
import { register } from "../language/register";
import { allocationStatuses, roleTypes, staffGroups } from "../choices";
import { financialYearText } from "../shapes";
import { needsProject } from "../shared-rules";

const agreedMonths = ["AllM01", "AllM02", "AllM03", "AllM04", "AllM05", "AllM06", "AllM07", "AllM08", "AllM09", "AllM10", "AllM11", "AllM12"] as const;

export const resourceDemand = register({
  name: "ResourceDemand",
  label: "Resource demand",
  one: "resource need",
  many: "resource needs",
  purpose: "Whole-time equivalents needed and agreed, per role or person and month.",
  ref: { prefix: "RD-", digits: 4, mostDigits: 5 },
  belongsTo: "project",
  level: "full",
  titleFrom: "RoleType",
  shows: ["FinancialYear", "RoleType", "Person", "AllocationStatus"],
  statusColumn: "AllocationStatus",
  closedStatuses: ["Declined", "Ended"],
  columns: {
    FinancialYear: financialYearText({ label: "Financial year", level: "standard", needed: "create", indexed: true }),
    Person: person({ label: "Person", level: "standard", indexed: true, help: "Empty when only a role is known." }),
    RoleType: choice(roleTypes, { label: "Role", level: "standard", needed: "create" }),
    StaffGroup: choice(staffGroups, { label: "Band or group", level: "standard" }),
    IsBackfill: yesNo({ label: "Backfill needed", level: "full", help: "For clinical rota time." }),
    ...monthly("DemM", (month) => number({ label: `Needed WTE ${month}`, level: "standard", from: 0, to: 50, help: "Whole-time equivalent." })),
    ...monthly("AllM", (month) => number({ label: `Agreed WTE ${month}`, level: "standard", from: 0, to: 50 })),
    AllocationStatus: choice(allocationStatuses, { label: "Status", level: "standard", needed: "report", indexed: true, standard: "Requested" }),
    LineManager: person({ label: "Agreed with", level: "standard" }),
    RatePerDay: money({ label: "Cost a day", level: "full", fromPence: 0 }),
    Note: longText({ label: "Note", level: "full" }),
  },
  rules: [
    needsProject("V-DEM-PROJECT", "resource need"),
    {
      id: "V-DEM-PERSON",
      severity: "error",
      at: "create",
      says: "A person cannot give more than 1 whole-time equivalent",
      fields: ["Person", ...agreedMonths],
      holds: (need) =>
        whenever(
          filled(need.Person),
          agreedMonths.every((month) => atMost(need[month], 1)),
        ),
    },
    {
      id: "V-DEM-AGREED",
      severity: "error",
      at: "report",
      says: "An agreed need says who agreed it",
      fields: ["LineManager"],
      holds: (need) => whenever(need.AllocationStatus === "Agreed", filled(need.LineManager)),
    },
  ],
});
