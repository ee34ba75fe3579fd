import { choice, date, person, wholeNumber } from "../language/column";
import { filled, whenever } from "../language/conditions";
import { register } from "../language/register";
import { periodStatuses } from "../choices";
import { financialYearText } from "../shapes";

export const financialPeriods = register({
  name: "FinancialPeriods",
  label: "Financial periods",
  one: "financial period",
  many: "financial periods",
  purpose: "One row per month. The last closed month decides what counts as spent.",
  ref: { prefix: "FP-", digits: 4, mostDigits: 4 },
  belongsTo: "nothing",
  level: "light",
  titleFrom: "FinancialYear",
  shows: ["FinancialYear", "MonthNo", "PeriodStatus"],
  statusColumn: "PeriodStatus",
  closedStatuses: ["Closed"],
  columns: {
    FinancialYear: financialYearText({ label: "Financial year", level: "light", needed: "create", indexed: true }),
    MonthNo: wholeNumber({
      label: "Month number",
      level: "light",
      needed: "create",
      from: 1,
      to: 12,
      help: "1 is April, 12 is March.",
      notYetEnforced: "One row per financial year and month",
    }),
    PeriodStatus: choice(periodStatuses, { label: "Status", level: "light", needed: "report", standard: "Open", notYetEnforced: "Months close in order" }),
    ClosedBy: person({ label: "Closed by", level: "standard", notYetEnforced: "Only the finance role closes a month" }),
    ClosedDate: date({ label: "Closed on", level: "standard" }),
  },
  rules: [
    {
      id: "V-PER-CLOSED",
      severity: "error",
      at: "report",
      says: "A closed month needs who closed it and when",
      fields: ["ClosedBy", "ClosedDate"],
      holds: (period) => whenever(period.PeriodStatus === "Closed", filled(period.ClosedBy) && filled(period.ClosedDate)),
    },
  ],
});
