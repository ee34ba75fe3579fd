import { daysBetween, ukDateAt, type CalendarDate } from "../kernel";
import { fact, threshold } from "./figure";
import { checksOf, dated, failsOncePast, isOneOf, isOpen, type CheckGroup, type Fault, type Judged } from "./quality-rule";
import type { RecordOf } from "./records";

/** Two weeks, in which somebody should have answered. */
const patienceDays = 14;
const acceptedBeforeDays = 30;
const movedOften = 3;

const openIssue = ["Open", "In progress", "Escalated", "On hold"] as const;
const openAction = ["Not started", "In progress", "Blocked"] as const;
const openDecision = ["Proposed", "Awaiting decision", "Deferred"] as const;
const openDependency = ["Proposed", "Agreed", "On track", "At risk", "Late"] as const;
const undecidedChange = ["Submitted", "Impact assessment", "Awaiting decision"] as const;

interface Known {
  readonly today: CalendarDate;
}

function knownOf({ standpoint }: Judged): Known {
  return { today: standpoint.today };
}

/** DQ-21 and DQ-22 (reference 13). */
export const issueChecks: CheckGroup = checksOf("Issues", knownOf, [
  {
    rule: "DQ-21",
    severity: "High",
    field: "DueDate",
    appliesTo: ({ values }) => isOpen(values.Status, ...openIssue),
    fault: ({ values }, { today }) => failsOncePast("dueDate", values.DueDate, today),
  },
  {
    rule: "DQ-22",
    severity: "Medium",
    field: "EscalationLevel",
    appliesTo: ({ values }) => values.Priority === "Critical" && isOpen(values.Status, ...openIssue),
    fault: ({ values }, { today }) => (values.EscalationLevel === "Project" ? failsAfter("raised", values.RaisedDate, today) : undefined),
  },
]);

/** DQ-23 and DQ-24. How often the day of a finished action moved is history, which nobody can mend. */
export const actionChecks: CheckGroup = checksOf("Actions", knownOf, [
  {
    rule: "DQ-23",
    severity: "Medium",
    field: "DueDate",
    appliesTo: isOpenAction,
    fault: ({ values }, { today }) => failsOncePast("dueDate", values.DueDate, today),
  },
  {
    rule: "DQ-24",
    severity: "Low",
    field: "DueDate",
    appliesTo: isOpenAction,
    fault: ({ values }) => {
      const moved = values.TimesMoved ?? 0;
      if (moved < movedOften) return undefined;
      return { inputs: [fact("timesMoved", { unit: "count", value: moved }), threshold("movedOften", { unit: "count", value: movedOften })] };
    },
  },
]);

/** DQ-38 and DQ-39. */
export const dependencyChecks: CheckGroup = checksOf("Dependencies", knownOf, [
  {
    rule: "DQ-38",
    severity: "Medium",
    field: "GiverAccepted",
    appliesTo: ({ values }) => isOpen(values.Status, ...openDependency),
    fault: (dependency, { today }) => proposedTooLong(dependency, today) ?? neededUnaccepted(dependency, today),
  },
  {
    rule: "DQ-39",
    severity: "High",
    field: "NeededBy",
    appliesTo: ({ values }) => isOpen(values.Status, ...openDependency),
    fault: ({ values }, { today }) => failsOncePast("neededBy", values.NeededBy, today),
  },
]);

/** DQ-40. */
export const changeChecks: CheckGroup = checksOf("Changes", knownOf, [
  {
    rule: "DQ-40",
    severity: "Medium",
    field: "Status",
    appliesTo: ({ values }) => isOneOf(values.Status, ...undecidedChange),
    fault: ({ values }, { today }) => failsAfter("submitted", values.SubmittedDate, today),
  },
]);

/** DQ-41. A superseded decision waits for nobody. */
export const decisionChecks: CheckGroup = checksOf("Decisions", knownOf, [
  {
    rule: "DQ-41",
    severity: "Medium",
    field: "NeededBy",
    appliesTo: ({ values }) => isOpen(values.Status, ...openDecision),
    fault: ({ values }, { today }) => failsOncePast("neededBy", values.NeededBy, today),
  },
]);

/** DQ-54. */
export const assumptionChecks: CheckGroup = checksOf("Assumptions", knownOf, [
  {
    rule: "DQ-54",
    severity: "Low",
    field: "ValidateBy",
    appliesTo: ({ values }) => isOpen(values.Status, "Not tested"),
    fault: ({ values }, { today }) => failsOncePast("validateBy", values.ValidateBy, today),
  },
]);

function isOpenAction({ values }: RecordOf<"Actions">): boolean {
  return isOpen(values.Status, ...openAction);
}

/** Fails once more than two weeks have gone by. */
function failsAfter(name: string, since: CalendarDate | undefined, today: CalendarDate): Fault | undefined {
  if (since === undefined || daysBetween(since, today) <= patienceDays) return undefined;
  return { inputs: [...dated(name, since), threshold("patienceDays", { unit: "days", value: patienceDays })] };
}

/** No column says when a dependency was proposed: the day its row was made stands for it. */
function proposedTooLong(dependency: RecordOf<"Dependencies">, today: CalendarDate): Fault | undefined {
  const { createdAtMs, values } = dependency;
  return createdAtMs === undefined || !isOpen(values.Status, "Proposed") ? undefined : failsAfter("proposed", ukDateAt(createdAtMs), today);
}

function neededUnaccepted({ values }: RecordOf<"Dependencies">, today: CalendarDate): Fault | undefined {
  const { NeededBy: neededBy } = values;
  if (values.GiverAccepted === true || neededBy === undefined || daysBetween(today, neededBy) > acceptedBeforeDays) return undefined;
  return { inputs: [...dated("neededBy", neededBy), threshold("acceptedBeforeDays", { unit: "days", value: acceptedBeforeDays })] };
}
