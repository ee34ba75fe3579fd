import { addDays, dateParts, type CalendarDate, type Pence } from "../kernel";
import { decisions, isOpenRow, issues } from "../registers";
import { compareText } from "./compare-text";
import type { Source } from "./figure";
import { dimensionsOf, frozenReport, type FrozenReport } from "./frozen-report";
import { isToCome, slipOfMilestone } from "./milestone-figures";
import { ragAt, type Rag } from "./rag";
import { dimensions, type Dimension } from "./rag-overall";
import { sourceOf, type RecordOf } from "./records";
import { currentScore, isOpenRisk, isThreat } from "./risk-figures";
import type { ProjectInsight } from "./site-insight";
import type { Standpoint } from "./standpoint";

/** Something that the last report told, and how it stands now. */
export interface Moved<T> {
  readonly before: T | undefined;
  readonly now: T | undefined;
  /** Both are known, and differ: what nobody froze has not moved. */
  readonly hasMoved: boolean;
  /** The records that say so. */
  readonly from: readonly Source[];
}

export interface TopRisk {
  readonly ref: string;
  readonly score: number;
}

export interface MilestoneAhead {
  readonly ref: string;
  readonly expected: CalendarDate;
}

/** What a highlight report tells of a project since the one before (reference 5.1). */
export interface HighlightFacts {
  /** Undefined for the first report: nothing is compared then. */
  readonly lastReport: FrozenReport | undefined;
  /** From this day on things are new; for the first report the first day of the month before this one. */
  readonly since: CalendarDate;
  readonly declared: Moved<Rag>;
  readonly workedOut: Moved<Rag>;
  /** The dimensions, as declared. */
  readonly dimensions: Readonly<Record<Dimension, Moved<Rag>>>;
  readonly end: Moved<CalendarDate>;
  /** This year's. The outturn of another year is not compared. */
  readonly outturn: Moved<Pence>;
  readonly topRisk: Moved<TopRisk>;
  readonly nextMilestone: Moved<MilestoneAhead>;
  readonly newRisks: readonly RecordOf<"Risks">[];
  readonly closedRisks: readonly RecordOf<"Risks">[];
  readonly newIssues: readonly RecordOf<"Issues">[];
  readonly closedIssues: readonly RecordOf<"Issues">[];
  readonly achieved: readonly RecordOf<"Milestones">[];
  /** Still to come though their baseline or their forecast passed since. */
  readonly missed: readonly RecordOf<"Milestones">[];
  /** Decisions that somebody waits for, the first needed first. */
  readonly decisionsWanted: readonly RecordOf<"Decisions">[];
}

type Project = Pick<ProjectInsight, "records" | "money" | "rags">;

/** @param period the month that the report to write is of, like "2026-07": it follows the last report of an earlier month. */
export function highlightFacts(project: Project, standpoint: Standpoint, period?: string): HighlightFacts {
  const { records, rags, money } = project;
  const last = frozenReport(records, period);
  const since = last?.published ?? firstOfLastMonth(standpoint.today);
  const { values } = records.project;
  const own = sourceOf("Projects", records.project);
  const moved = movedSince(last);
  const declared = dimensionsOf(values);
  const outturn = last?.year === money.year ? last.outturn : undefined;
  return {
    lastReport: last,
    since,
    declared: moved(last?.declared, ragAt(values.RagOverall), [own]),
    workedOut: moved(last?.workedOut, rags.overall.value, [own]),
    dimensions: Object.fromEntries(dimensions.map((name) => [name, moved(last?.dimensions[name], declared[name], [own])])) as HighlightFacts["dimensions"], // one each
    end: moved(last?.end, values.EndForecast, [own]),
    outturn: moved(outturn, money.all?.outturn.value, [own]),
    topRisk: topRiskMoved(records.Risks, last),
    nextMilestone: nextMilestoneMoved(records.Milestones, last),
    ...riskNews(records.Risks, { last, since }),
    newIssues: records.Issues.filter((issue) => isOpenRow(issues, issue.values) && isFrom(issue.values.RaisedDate, since)),
    closedIssues: records.Issues.filter((issue) => !isOpenRow(issues, issue.values) && isFrom(issue.values.ResolvedDate, since)),
    ...milestoneNews(records.Milestones, { last, since, today: standpoint.today }),
    decisionsWanted: decisionsWanted(records.Decisions),
  };
}

function firstOfLastMonth(today: CalendarDate): CalendarDate {
  const lastDay = addDays(today, -dateParts(today).day);
  return addDays(lastDay, 1 - dateParts(lastDay).day);
}

function isFrom(day: CalendarDate | undefined, since: CalendarDate): boolean {
  return day !== undefined && day >= since;
}

type Move = <T>(before: T | undefined, now: T | undefined, nowFrom: readonly Source[]) => Moved<T>;

/** Two that read the same are the same, whatever objects they are. */
function movedSince(last: FrozenReport | undefined): Move {
  return (before, now, nowFrom) => ({
    before,
    now,
    hasMoved: before !== undefined && now !== undefined && JSON.stringify(before) !== JSON.stringify(now),
    from: [...(before === undefined ? [] : (last?.from ?? [])), ...(now === undefined ? [] : nowFrom)],
  });
}

/** The threat with the highest score; of equal ones the first by its Ref. */
function topRiskMoved(risks: readonly RecordOf<"Risks">[], last: FrozenReport | undefined): Moved<TopRisk> {
  let now: TopRisk | undefined;
  for (const risk of risks) {
    const score = isOpenRisk(risk) && isThreat(risk) ? currentScore(risk) : undefined;
    const { ref } = sourceOf("Risks", risk);
    if (score !== undefined && (now === undefined || score > now.score || (score === now.score && ref < now.ref))) now = { ref, score };
  }
  return movedSince(last)(last?.topRisk, now, now === undefined ? [] : [{ register: "Risks", ref: now.ref }]);
}

function nextMilestoneMoved(milestones: readonly RecordOf<"Milestones">[], last: FrozenReport | undefined): Moved<MilestoneAhead> {
  const ahead = milestones.filter(isToCome).map((milestone) => ({
    ref: sourceOf("Milestones", milestone).ref,
    expected: milestone.values.ForecastDate ?? milestone.values.BaselineDate,
  }));
  const now = firstAhead(ahead);
  const before = firstAhead((last?.milestones ?? []).filter(({ hasCome }) => !hasCome));
  return movedSince(last)(before, now, now === undefined ? [] : [{ register: "Milestones", ref: now.ref }]);
}

interface Expected {
  readonly ref: string;
  readonly expected: CalendarDate | undefined;
}

function firstAhead(all: readonly Expected[]): MilestoneAhead | undefined {
  const dated = all.flatMap(({ ref, expected }) => (expected === undefined ? [] : [{ ref, expected }]));
  return [...dated].sort((one, other) => compareText(one.expected, other.expected) || compareText(one.ref, other.ref))[0];
}

interface Since {
  readonly last: FrozenReport | undefined;
  readonly since: CalendarDate;
}

/** By what the snapshot froze; where it froze nothing, by the days that stand in the register. */
function riskNews(risks: readonly RecordOf<"Risks">[], { last, since }: Since): Pick<HighlightFacts, "newRisks" | "closedRisks"> {
  const frozen = last?.openRisks;
  const wasOpen = ({ values }: RecordOf<"Risks">): boolean => frozen?.has(values.Ref ?? "") === true;
  return {
    newRisks: risks.filter((risk) => isOpenRisk(risk) && (frozen === undefined ? isFrom(risk.values.RaisedDate, since) : !wasOpen(risk))),
    closedRisks: risks.filter((risk) => !isOpenRisk(risk) && (frozen === undefined ? isFrom(risk.values.ClosedDate, since) : wasOpen(risk))),
  };
}

function milestoneNews(
  milestones: readonly RecordOf<"Milestones">[],
  { last, since, today }: Since & { readonly today: CalendarDate },
): Pick<HighlightFacts, "achieved" | "missed"> {
  const hadCome = new Set((last?.milestones ?? []).flatMap(({ ref, hasCome }) => (hasCome ? [ref] : [])));
  const isBetween = (day: CalendarDate | undefined): boolean => isFrom(day, since) && day !== undefined && day < today;
  return {
    achieved: milestones.filter((milestone) => {
      const { ActualDate, Status, Ref = "" } = milestone.values;
      return Status !== "Removed by change" && isFrom(ActualDate, since) && !hadCome.has(Ref);
    }),
    missed: milestones.filter(
      (milestone) => isToCome(milestone) && (isBetween(milestone.values.BaselineDate) || isBetween(slipOfMilestone(milestone, today).expected)),
    ),
  };
}

function decisionsWanted(all: readonly RecordOf<"Decisions">[]): readonly RecordOf<"Decisions">[] {
  const never = "9999-12-31";
  return all
    .filter(({ values }) => isOpenRow(decisions, values))
    .sort(
      (one, other) =>
        compareText(one.values.NeededBy ?? never, other.values.NeededBy ?? never) || compareText(one.values.Ref ?? one.id, other.values.Ref ?? other.id),
    );
}
