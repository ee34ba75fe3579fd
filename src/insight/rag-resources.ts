import { financialMonthOf, financialYear, financialYearOf, parseFinancialYear, type CalendarDate } from "../kernel";
import { isOpenRow, resourceDemand } from "../registers";
import { fact, threshold, type Figure, type Input } from "./figure";
import { oncePer } from "./once-per";
import type { Rag } from "./rag";
import type { ProjectRecords, RecordOf } from "./records";
import type { Standpoint } from "./standpoint";
import type { Thresholds } from "./thresholds";

type Need = RecordOf<"ResourceDemand">["values"];

const monthNumbers = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"] as const;
const monthsLooked = 3;

interface Month {
  readonly year: string;
  readonly number: (typeof monthNumbers)[number];
}

/** Hundredths of a whole-time equivalent, as the columns keep them: sums are exact. */
interface Totals {
  needed: number;
  short: number;
  notFilled: number;
}

/** What is still short of what is needed, this month and the next two (reference 4.8). More than needed in one place fills no gap in another. */
export function resourcesRag({ ResourceDemand }: Pick<ProjectRecords, "ResourceDemand">, { today, thresholds }: Standpoint): Figure<Rag> {
  const months = monthsFrom(today);
  const totals: Totals = { needed: 0, short: 0, notFilled: 0 };
  for (const { values } of ResourceDemand) if (isOpenRow(resourceDemand, values)) addNeed(totals, values, months);
  const { needed, short, notFilled } = totals;
  const [amber, red] = [thresholds["rag.resources.amberPct"], thresholds["rag.resources.redPct"]];
  return {
    value: needed === 0 ? "Not rated" : short * 100 > needed * red ? "Red" : short * 100 > needed * amber ? "Amber" : "Green",
    rule: "resourcesRag",
    inputs: [
      fact("needed", { unit: "count", value: needed / 100 }),
      fact("short", { unit: "count", value: short / 100 }),
      ...(needed === 0 ? [] : [fact("gap", { unit: "percent", value: (short / needed) * 100 })]),
      ...(notFilled === 0 ? [] : [fact("agreedWithoutAmount", { unit: "count", value: notFilled })]),
      ...limits(thresholds),
    ],
  };
}

const limits = oncePer((thresholds: Thresholds): readonly Input[] => [
  threshold("amberAbove", { unit: "percent", value: thresholds["rag.resources.amberPct"] }),
  threshold("redAbove", { unit: "percent", value: thresholds["rag.resources.redPct"] }),
]);

function addNeed(totals: Totals, values: Need, months: readonly Month[]): void {
  const year = parseFinancialYear(values.FinancialYear ?? "");
  for (const month of months) {
    const needed = values[`DemM${month.number}`];
    if (month.year !== year || needed === undefined) continue;
    const agreed = values[`AllM${month.number}`] ?? agreedByStatus(values.AllocationStatus);
    if (agreed === undefined) {
      totals.notFilled += 1;
      continue;
    }
    totals.needed += hundredths(needed);
    totals.short += Math.max(0, hundredths(needed) - hundredths(agreed));
  }
}

/** Nothing is agreed of what is only asked for: its status says so. Of an agreed need without its amount nobody knows how much. */
function agreedByStatus(status: string | undefined): 0 | undefined {
  return status === undefined || status === "Requested" ? 0 : undefined;
}

function hundredths(wholeTimeEquivalents: number): number {
  return Math.round(wholeTimeEquivalents * 100);
}

function monthsFrom(today: CalendarDate): readonly Month[] {
  const startYear = Number(financialYearOf(today).slice(0, 4));
  return Array.from({ length: monthsLooked }, (_, ahead) => {
    const index = financialMonthOf(today) - 1 + ahead;
    return { year: financialYear(startYear + Math.floor(index / 12)), number: monthNumbers[index % 12] ?? "01" };
  });
}
