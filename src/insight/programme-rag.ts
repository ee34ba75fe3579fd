import { fact, type Figure, type Input } from "./figure";
import { worstOf, type Rag } from "./rag";
import { sourceOf } from "./records";
import type { ProjectInsight } from "./site-insight";

const largeTiers: readonly (string | undefined)[] = ["Tier 1", "Tier 2"];

/**
 * What the facts say of a programme (reference 4.9): the worst of its large projects that are active, and Amber at least when a small
 * one is Red. A project without a tier counts as small: it never turns a programme Red alone.
 */
export function programmeRag(projects: readonly Pick<ProjectInsight, "records" | "rags">[]): Figure<Rag> {
  const active = projects
    .filter(({ records }) => records.project.values.Status === "Active")
    .map(({ records: { project }, rags }) => ({ project, rag: rags.overall.value ?? "Not rated" }));
  const isLarge = ({ project }: (typeof active)[number]): boolean => largeTiers.includes(project.values.Tier);
  const large = active.filter(isLarge);
  const smallRed = active.filter((one) => !isLarge(one) && one.rag === "Red");
  const withoutTier = active.filter(({ project }) => project.values.Tier === undefined).length;
  const told = (name: string, found: typeof active): readonly Input[] =>
    found.map(({ project, rag }) => fact(name, { unit: "rag", value: rag }, sourceOf("Projects", project)));
  return {
    value: worstOf([...large.map(({ rag }) => rag), ...smallRed.map((): Rag => "Amber")]),
    rule: "programmeRag",
    inputs: [
      ...told("largeProject", large),
      ...told("smallProject", smallRed),
      ...(withoutTier === 0 ? [] : [fact("projectsWithoutTier", { unit: "count", value: withoutTier })]),
    ],
  };
}
