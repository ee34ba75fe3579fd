import type { CalendarDate } from "../kernel";
import { isOpenRow, projects } from "../registers";
import { fact, threshold, type Figure, type Input, type Source } from "./figure";
import { isToCome, slipLimits, slipOfMilestone } from "./milestone-figures";
import { oncePer } from "./once-per";
import { worstOf, type Rag } from "./rag";
import { sourceOf, type ProjectRecords } from "./records";
import { slipOf, slipRag, type Slip } from "./slip";
import type { Standpoint } from "./standpoint";
import type { Thresholds } from "./thresholds";

interface Promised {
  readonly name: string;
  readonly slip: Slip;
  readonly from: Source;
}

/** Worst of the milestones to come of the types that count, and of the project's end (reference 4.2). */
export function timeRag({ project, Milestones }: Pick<ProjectRecords, "project" | "Milestones">, standpoint: Standpoint): Figure<Rag> {
  const { today, thresholds } = standpoint;
  const types = thresholds["rag.time.milestoneTypes"];
  const toCome = Milestones.filter(isToCome);
  const promises: readonly Promised[] = [
    ...toCome
      .filter(({ values }) => types.includes(values.MilestoneType ?? ""))
      .map((milestone) => ({ name: "milestoneSlip", slip: slipOfMilestone(milestone, today), from: sourceOf("Milestones", milestone) })),
    ...endOf(project, today),
  ];
  const withoutType = toCome.filter(({ values }) => values.MilestoneType === undefined).length;
  return {
    value: worstOf(promises.map(({ slip }) => slipRag(slip.days, thresholds))),
    rule: "timeRag",
    inputs: [
      ...[...promises].sort((one, other) => (other.slip.days ?? -Infinity) - (one.slip.days ?? -Infinity)).flatMap(inputsOf),
      ...(withoutType === 0 ? [] : [fact("milestonesWithoutType", { unit: "count", value: withoutType })]),
      ...limits(thresholds),
    ],
  };
}

const limits = oncePer((thresholds: Thresholds): readonly Input[] => [
  ...slipLimits(thresholds),
  threshold("milestoneTypes", { unit: "words", value: thresholds["rag.time.milestoneTypes"].join(", ") }),
]);

/** The end of a project is a promise like a milestone; it has come when the project says so. */
function endOf(project: ProjectRecords["project"], today: CalendarDate): readonly Promised[] {
  const { EndBaseline, EndForecast, EndActual } = project.values;
  if (EndActual !== undefined || !isOpenRow(projects, project.values)) return [];
  return [{ name: "endSlip", slip: slipOf({ baseline: EndBaseline, forecast: EndForecast }, today), from: sourceOf("Projects", project) }];
}

function inputsOf({ name, slip, from }: Promised): readonly Input[] {
  const expected = slip.expected === undefined ? [] : [fact("withoutBaseline", { unit: "date", value: slip.expected }, from)];
  return slip.days === undefined ? expected : [fact(name, { unit: "days", value: slip.days }, from)];
}
