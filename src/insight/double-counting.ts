import type { RowId } from "../registers";
import { compareText } from "./compare-text";
import { sourceOf, type ProjectRecords, type RecordOf } from "./records";

interface Counted {
  readonly id: RowId;
  readonly ref: string;
  readonly start: string;
  readonly end: string;
}

const never = "9999-12-31";

/**
 * Benefits of one programme that share a measure and some days (reference 8.2), each with the Ref of another one. A project without a
 * programme stands alone; a benefit without an end goes on; one without a start or a measure cannot be told to overlap.
 */
export function doubleCountedBenefits(projects: readonly Pick<ProjectRecords, "project" | "Benefits">[]): ReadonlyMap<RowId, string> {
  const groups = new Map<string, Counted[]>();
  for (const { project, Benefits } of projects) {
    const family = project.values.ProgrammeRef ?? `project ${project.id}`;
    for (const benefit of Benefits) {
      const measure = (benefit.values.Measure ?? "").trim().toLowerCase();
      const counted = countedOf(benefit);
      if (measure === "" || counted === undefined) continue;
      const key = `${family}\n${measure}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [counted]);
      else group.push(counted);
    }
  }
  return new Map([...groups.values()].flatMap(overlapping));
}

function countedOf(benefit: RecordOf<"Benefits">): Counted | undefined {
  const { StartDate: start, EndDate: end = never } = benefit.values;
  return start === undefined ? undefined : { id: benefit.id, ref: sourceOf("Benefits", benefit).ref, start, end };
}

/** In order of their start, one overlaps an earlier one exactly when it starts before the longest of those has ended. */
function overlapping(group: readonly Counted[]): readonly (readonly [RowId, string])[] {
  const found = new Map<RowId, string>();
  let longest: Counted | undefined;
  for (const next of [...group].sort(byStart)) {
    if (longest !== undefined && next.start <= longest.end) {
      found.set(next.id, longest.ref);
      if (!found.has(longest.id)) found.set(longest.id, next.ref);
    }
    if (longest === undefined || next.end > longest.end) longest = next;
  }
  return [...found];
}

function byStart(one: Counted, other: Counted): number {
  return compareText(one.start, other.start) || compareText(one.ref, other.ref) || compareText(one.id, other.id);
}
