import { daysBetween, type CalendarDate } from "../kernel";
import { fact, threshold } from "./figure";
import { checksOf, dated, isFilled, isOpen, type CheckGroup, type Judged } from "./quality-rule";

const slipExplainedDays = 7;

interface Known {
  readonly today: CalendarDate;
  /** Whether anybody in the site gives reasons for slip. */
  readonly explains: boolean;
}

/** DQ-25 to DQ-27 (reference 13). A milestone that a change removed is nobody's business. */
export const milestoneChecks: CheckGroup = checksOf("Milestones", knownOf, [
  {
    rule: "DQ-25",
    severity: "High",
    field: "ActualDate",
    appliesTo: ({ values }) => isOpen(values.Status, "Not started", "In progress", "Complete"),
    fault: ({ values }, { today }) => {
      const { ForecastDate: forecast, BaselineDate: baseline } = values;
      const expected = forecast ?? baseline;
      if (expected === undefined || expected >= today || isFilled(values.ActualDate)) return undefined;
      return { inputs: dated(forecast === undefined ? "baseline" : "forecast", expected) };
    },
  },
  {
    rule: "DQ-26",
    severity: "Medium",
    field: "ForecastDate",
    appliesTo: ({ values }) => isOpen(values.Status, "Not started", "In progress") && !isFilled(values.ActualDate),
    fault: ({ values }) => (!isFilled(values.ForecastDate) ? { inputs: dated("baseline", values.BaselineDate) } : undefined),
  },
  {
    rule: "DQ-27",
    severity: "Medium",
    field: "SlipReason",
    appliesTo: ({ values }, { explains }) => explains && isOpen(values.Status, "Not started", "In progress", "Complete"),
    fault: ({ values }) => {
      // As the stored SlipDays is worked out: from the dates of the row, whatever today is.
      const [baseline, expected] = [values.BaselineDate, values.ActualDate ?? values.ForecastDate];
      const slip = baseline === undefined || expected === undefined ? 0 : daysBetween(baseline, expected);
      if (slip <= slipExplainedDays || isFilled(values.SlipReason)) return undefined;
      return { inputs: [fact("slipDays", { unit: "days", value: slip }), threshold("slipExplainedDays", { unit: "days", value: slipExplainedDays })] };
    },
  },
]);

function knownOf({ site, standpoint }: Judged): Known {
  return { explains: site.usesColumn("Milestones", "SlipReason"), today: standpoint.today };
}
