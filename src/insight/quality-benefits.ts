import type { CalendarDate } from "../kernel";
import { samePerson, stageNumber, type RowId } from "../registers";
import { newestPeriodOver } from "./measure-periods";
import { monthIn, monthText } from "./month-count";
import { checksOf, dated, isFilled, isOneOf, isOpen, worded, type CheckGroup, type Fault, type Judged } from "./quality-rule";
import type { ProjectRecord, RecordOf } from "./records";

type Benefit = RecordOf<"Benefits">;

const beforeClosed = ["Identified", "Baselined", "Planned", "Realising", "Realised", "At risk", "Not achieved"] as const;
const fromPlanned = ["Planned", "Realising", "Realised", "At risk", "Not achieved", "Closed"] as const;
const priced = ["Cash-releasing (CRB)", "Non-cash-releasing (NCRB)", "Societal (SB)"] as const;
const stageOfPlan = 3;

interface Known {
  readonly project: ProjectRecord;
  readonly stage: number;
  readonly today: CalendarDate;
  /** The months of a benefit's results, by its Ref. */
  readonly measured: ReadonlyMap<string | undefined, readonly number[]>;
  readonly doubleCounted: ReadonlyMap<RowId, string>;
}

/** DQ-33 to DQ-37 (reference 13). */
export const benefitChecks: CheckGroup = checksOf("Benefits", knownOf, [
  {
    rule: "DQ-33",
    severity: "Medium",
    field: "Owner",
    appliesTo: isBeforeClosed,
    fault: ({ values }, { project }) => {
      if (!isFilled(values.Owner)) return { inputs: [] };
      const manager = { name: project.values.ProjectManager, address: project.values.ProjectManagerAddress };
      return samePerson({ name: values.Owner, address: values.OwnerAddress }, manager) ? { inputs: worded("projectManager", manager.name) } : undefined;
    },
  },
  {
    rule: "DQ-34",
    severity: "Medium",
    field: "BaselineValue",
    appliesTo: ({ values }, { stage }) => stage >= stageOfPlan && (!isFilled(values.BenefitClass) || isOneOf(values.BenefitClass, ...priced)),
    fault: ({ values }) => {
      if (!isFilled(values.BaselineValue)) return { inputs: [] };
      return isFilled(values.TargetValue) ? undefined : { field: "TargetValue", inputs: [] };
    },
  },
  {
    rule: "DQ-35",
    severity: "Medium",
    field: "Frequency",
    appliesTo: (benefit, known) => isBeforeClosed(benefit) && monthDue(benefit, known.today) !== undefined,
    fault: unmeasured,
  },
  {
    rule: "DQ-36",
    severity: "High",
    field: "BudgetHolderAgreed",
    appliesTo: ({ values }) => values.BenefitClass === "Cash-releasing (CRB)" && isOneOf(values.Status, ...fromPlanned),
    fault: ({ values }) => (values.BudgetHolderAgreed !== true ? { inputs: [] } : undefined),
  },
  {
    rule: "DQ-37",
    severity: "Low",
    field: "Measure",
    appliesTo: ({ values }) => isFilled(values.Measure),
    fault: ({ id, values }, { doubleCounted }) => {
      const other = doubleCounted.get(id);
      if (other === undefined) return undefined;
      return { inputs: [...worded("measure", values.Measure), ...worded("otherBenefit", other)] };
    },
  },
]);

function knownOf({ records, site, standpoint }: Judged): Known {
  const measured = new Map<string | undefined, number[]>();
  for (const { values } of records.BenefitMeasures) {
    const month = monthIn(values.PeriodStart);
    // A row of the profile alone is a plan, not a result.
    if (month === undefined || !(isFilled(values.RealisedValue) || isFilled(values.ActualMeasure))) continue;
    const months = measured.get(values.BenefitRef);
    if (months === undefined) measured.set(values.BenefitRef, [month]);
    else months.push(month);
  }
  const stage = stageNumber(records.project.values.Stage) ?? 0;
  return { project: records.project, stage, today: standpoint.today, measured, doubleCounted: site.doubleCounted };
}

function isBeforeClosed({ values }: Benefit): boolean {
  return isOpen(values.Status, ...beforeClosed);
}

function unmeasured(benefit: Benefit, { today, measured }: Known): Fault | undefined {
  const due = monthDue(benefit, today);
  const months = measured.get(benefit.values.Ref) ?? [];
  if (due === undefined || (isFilled(benefit.values.Ref) && months.some((month) => month >= due))) return undefined;
  const last = months.length === 0 ? undefined : Math.max(...months);
  return {
    inputs: [
      ...worded("frequency", benefit.values.Frequency),
      ...(due === 0 ? dated("targetDate", benefit.values.TargetDate) : worded("measureDueFrom", monthText(due))),
      ...(last === undefined ? [] : worded("lastMeasured", monthText(last))),
    ],
  };
}

/** Measured once: after the target date, from whenever. Undefined while no measurement is due, or nobody can say. */
function monthDue({ values }: Benefit, today: CalendarDate): number | undefined {
  if (values.Frequency !== "Once") return newestPeriodOver(values, today);
  return values.TargetDate !== undefined && values.TargetDate < today ? 0 : undefined;
}
