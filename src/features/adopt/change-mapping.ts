import { columnOf, type Adoption, type ListLook, type MappedColumn, type Register, type SameMeaning, type TheirColumn } from "../../registers";
import { projectCalled, type KnownProject } from "./projects-of-rows";
import { mappedTo, suggestAdoption } from "./suggest-adoption";
import { withWord } from "./their-words";

/** What suggestions are made from. */
export interface MappingGround {
  readonly look: ListLook;
  readonly projects: readonly KnownProject[];
  /** The project that this tab is about. */
  readonly scopeProject?: string | undefined;
}

/** A first mapping, with the one project that all rows belong to where the list says nothing of projects and there is no doubt. */
export function firstMapping(register: Register, { look, projects, scopeProject }: MappingGround): Adoption {
  const adoption = suggestAdoption(register, look, projects);
  if (columnOf(register, "ProjectRef") === undefined || adoption.columns.has("ProjectRef")) return adoption;
  const only = projects.length === 1 ? projects[0]?.ref : undefined;
  const all = scopeProject ?? projectCalled(look.listName, projects)?.ref ?? only;
  return all === undefined ? adoption : { ...adoption, allOfProject: all };
}

/** Our column `name` from a column of theirs, or from none. A column of theirs stands in one place: it leaves the one it had. */
export function withColumn(adoption: Adoption, name: string, mapped: MappedColumn | undefined): Adoption {
  const columns = new Map([...adoption.columns].filter(([other, { field }]) => other !== name && field !== mapped?.field));
  if (mapped !== undefined) columns.set(name, mapped);
  return { ...adoption, columns };
}

export function withTheirs(
  adoption: Adoption,
  place: { readonly register: Register; readonly name: string; readonly their: TheirColumn | undefined },
  ground: MappingGround,
): Adoption {
  const column = columnOf(place.register, place.name);
  return withColumn(adoption, place.name, place.their === undefined || column === undefined ? undefined : mappedTo(column, place.their, ground));
}

export function withMeaning(adoption: Adoption, name: string, word: { readonly theirs: string; readonly ours: SameMeaning["ours"] | undefined }): Adoption {
  const mapped = adoption.columns.get(name);
  return mapped === undefined ? adoption : { ...adoption, columns: new Map([...adoption.columns, [name, withWord(mapped, word.theirs, word.ours)]]) };
}

/** Every row of one project, "" while none is chosen yet; `undefined`: the list or nobody says it. */
export function withAllOfProject({ allOfProject: _before, ...adoption }: Adoption, ref: string | undefined): Adoption {
  return ref === undefined ? adoption : { ...withColumn(adoption, "ProjectRef", undefined), allOfProject: ref };
}

/** Where the project of a row comes from. */
export type ProjectSource = { readonly kind: "column"; readonly field: string } | { readonly kind: "all"; readonly ref: string } | { readonly kind: "none" };

export function projectSource({ columns, allOfProject }: Adoption): ProjectSource {
  if (allOfProject !== undefined) return { kind: "all", ref: allOfProject };
  const mapped = columns.get("ProjectRef");
  return mapped === undefined ? { kind: "none" } : { kind: "column", field: mapped.field };
}
