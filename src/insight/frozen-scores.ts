import { numberAt, parseJson, textAt, type CalendarDate } from "../kernel";
import { monthIn } from "./month-count";
import type { RecordOf } from "./records";

const scoreNames = ["InherentScore", "CurrentScore", "TargetScore"] as const;

type Scores = Readonly<Partial<Record<(typeof scoreNames)[number], number | undefined>>>;

interface Frozen {
  readonly month: number;
  readonly byRef: ReadonlyMap<string, Scores>;
}

const longMonths = 6;

/**
 * The risks that the monthly snapshots froze, from the newest month that ended more than 6 months ago until now, oldest first. Empty
 * when the snapshots do not reach back so far: nobody can then say that a score has stood still.
 */
export function frozenScores(snapshots: readonly RecordOf<"PortfolioSnapshots">[], today: CalendarDate): readonly Frozen[] {
  const thisMonth = monthIn(today) ?? 0;
  const months = snapshots.flatMap(({ values }) => {
    const month = monthIn(values.PeriodMonth);
    return month === undefined || month > thisMonth ? [] : [{ month, json: values.RisksJson }];
  });
  const start = Math.max(...months.flatMap(({ month }) => (thisMonth - month > longMonths ? [month] : [])));
  return months
    .filter(({ month }) => Number.isFinite(start) && month >= start)
    .sort((one, other) => one.month - other.month)
    .map(({ month, json }) => ({ month, byRef: scoresByRef(json) }));
}

/**
 * The month since which a risk's scores stand where they stand now; undefined when one moved, when it was not there yet, or when
 * the snapshot does not say. Scores that a snapshot did not freeze are not compared.
 */
export function unmovedSince(ref: string, now: Scores, frozen: readonly Frozen[]): number | undefined {
  const [first] = frozen;
  const start = first?.byRef.get(ref);
  if (first === undefined || start === undefined || scoreNames.every((name) => start[name] === undefined)) return undefined;
  return frozen.every(({ byRef }) => isSame(byRef.get(ref) ?? {}, now)) ? first.month : undefined;
}

function isSame(then: Scores, now: Scores): boolean {
  return scoreNames.every((name) => then[name] === undefined || then[name] === now[name]);
}

function scoresByRef(json: string | undefined): ReadonlyMap<string, Scores> {
  const rows = parseJson(json ?? "");
  const scores = new Map<string, Scores>();
  for (const row of Array.isArray(rows) ? rows : []) {
    const ref = textAt(row, "Ref");
    if (ref === undefined) continue;
    scores.set(ref, {
      InherentScore: numberAt(row, "InherentScore"),
      CurrentScore: numberAt(row, "CurrentScore"),
      TargetScore: numberAt(row, "TargetScore"),
    });
  }
  return scores;
}
