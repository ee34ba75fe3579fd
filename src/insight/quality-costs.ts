import { daysBetween, noPence, pence, type CalendarDate, type FinancialYear } from "../kernel";
import { compareText } from "./compare-text";
import { yearOf } from "./cost-lines";
import { fact, threshold } from "./figure";
import { checksOf, dated, isFilled, type CheckGroup, type Fault, type Judged } from "./quality-rule";
import type { RecordOf } from "./records";
import { isHeldAgainstRate, runRateMismatch } from "./run-rate";
import type { Standpoint } from "./standpoint";
import { varianceNeedsReason } from "./variance-explained";
import { closedMonthOf } from "./year-totals";

type CostLine = RecordOf<"Costs">;

const noSpendFrom = pence(500_000);
const months = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"] as const;

interface ClosedMonthOfYear {
  readonly year: FinancialYear;
  readonly month: (typeof months)[number];
}

const everyCode = ["CostCentre", "CapitalSchemeCode"] as const;
type Code = (typeof everyCode)[number];

interface Known {
  readonly today: CalendarDate;
  readonly standpoint: Standpoint;
  /** Whether anybody in the site explains a variance. */
  readonly explains: boolean;
  /** The codes that somebody in the site fills. */
  readonly codes: readonly Code[];
  /** The newest closed month, once somebody in the site records its actuals. */
  readonly lastRecorded: ClosedMonthOfYear | undefined;
}

/** DQ-28 to DQ-32 (reference 13). */
export const costChecks: CheckGroup = checksOf("Costs", knownOf, [
  {
    rule: "DQ-28",
    severity: "High",
    field: "ForecastDate",
    appliesTo: (line, { standpoint }) => {
      const year = yearOf(line);
      // Once the year is closed nothing is left to forecast.
      return isLive(line) && (year === undefined || closedMonthOf(year, standpoint) !== 12);
    },
    fault: staleForecast,
  },
  {
    rule: "DQ-29",
    severity: "Medium",
    field: "VarianceReason",
    appliesTo: (line, { explains }) => explains && yearOf(line) !== undefined,
    fault: (line, { standpoint }) => {
      if (isFilled(line.values.VarianceReason)) return undefined;
      const { value, inputs } = varianceNeedsReason(line, standpoint);
      return value === true ? { inputs } : undefined;
    },
  },
  {
    rule: "DQ-30",
    severity: "Medium",
    field: "ForecastDate",
    appliesTo: (line, { standpoint }) => isHeldAgainstRate(line, standpoint),
    fault: (line, { standpoint }) => {
      const { value, inputs } = runRateMismatch(line, standpoint);
      return value === true ? { inputs } : undefined;
    },
  },
  {
    rule: "DQ-31",
    severity: "High",
    field: "CostCentre",
    appliesTo: (line, { codes }) => isLive(line) && codesOf(line, codes).length > 0,
    fault: (line, { codes }) => {
      const field = codesOf(line, codes).find((column) => !isFilled(line.values[column]));
      return field === undefined ? undefined : { field, inputs: [] };
    },
  },
  {
    rule: "DQ-32",
    severity: "Medium",
    field: "FinancialYear",
    appliesTo: (line, { lastRecorded }) => lastRecorded !== undefined && line.values.Status !== "Cancelled" && yearOf(line) === lastRecorded.year,
    fault: nothingSpent,
  },
]);

function knownOf({ site, standpoint }: Judged): Known {
  const closed = newestClosedMonth(standpoint);
  return {
    standpoint,
    today: standpoint.today,
    explains: site.usesColumn("Costs", "VarianceReason"),
    codes: everyCode.filter((column) => site.usesColumn("Costs", column)),
    lastRecorded: closed !== undefined && site.usesColumn("Costs", `ActM${closed.month}`) ? closed : undefined,
  };
}

function isLive({ values }: CostLine): boolean {
  return values.Status === "Live";
}

/** "No change" is a review, too: the one step is to say so today. */
function staleForecast({ values }: CostLine, { today, standpoint }: Known): Fault | undefined {
  const reviewed = values.ForecastDate;
  const limit = standpoint.thresholds["dq.forecastDays"];
  if (reviewed === undefined || daysBetween(reviewed, today) <= limit) return undefined;
  return { inputs: [...dated("forecastReviewed", reviewed), threshold("forecastDays", { unit: "days", value: limit })], fix: { ForecastDate: today } };
}

/** The codes that a line must carry. */
function codesOf({ values }: CostLine, codes: readonly Code[]): readonly Code[] {
  return codes.filter((code) => code === "CostCentre" || values.CapRev === "Capital");
}

/** The newest month that is recorded as closed: "08" of 2026/27 is November. */
function newestClosedMonth({ closedMonths }: Standpoint): ClosedMonthOfYear | undefined {
  const [newest] = [...closedMonths].filter(([, month]) => month > 0).sort(([one], [other]) => compareText(other, one));
  const month = months[(newest?.[1] ?? 0) - 1];
  return newest === undefined || month === undefined ? undefined : { year: newest[0], month };
}

/** Nothing in the cell is nothing recorded here: that is what the rule asks, once the site records actuals of that month at all. */
function nothingSpent(line: CostLine, { lastRecorded }: Known): Fault | undefined {
  if (lastRecorded === undefined) return undefined;
  const { month } = lastRecorded;
  const budget = line.values[`BudM${month}`] ?? noPence;
  const spent = [line.values[`ActM${month}`], line.values[`AccM${month}`]].some((value) => (value ?? 0) !== 0);
  if (spent || budget <= noSpendFrom) return undefined;
  return {
    field: `ActM${month}`,
    inputs: [
      fact("closedMonth", { unit: "month", value: Number(month) }),
      fact("monthBudget", { unit: "pence", value: budget }),
      threshold("noSpendFrom", { unit: "pence", value: noSpendFrom }),
    ],
  };
}
