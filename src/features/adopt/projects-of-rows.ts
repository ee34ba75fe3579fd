import { valueAt, type Row, type SameMeaning } from "../../registers";
import type { TheirWord } from "./their-words";

/** A project that rows may belong to. */
export interface KnownProject {
  readonly ref: string;
  readonly title: string;
  /** Its number in an earlier register or file. */
  readonly oldReference?: string;
}

/** Projects that have their number; one on its way cannot be pointed at yet. */
export function knownProjects(rows: readonly Row[]): readonly KnownProject[] {
  return rows.flatMap(({ values }) => {
    const [ref, title, old] = [valueAt(values, "Ref"), valueAt(values, "Title"), valueAt(values, "OldReference")];
    if (typeof ref !== "string") return [];
    return [{ ref, title: typeof title === "string" ? title : ref, ...(typeof old === "string" ? { oldReference: old } : {}) }];
  });
}

/** Which project each word of a list means: its number or title, else the one project whose title is inside the word or holds it. */
export function suggestProjects(words: readonly TheirWord[], projects: readonly KnownProject[]): readonly SameMeaning[] {
  return words.flatMap(({ theirs, shown }) => {
    const project = projectCalled(shown, projects);
    return project === undefined ? [] : [{ theirs, ours: project.ref }];
  });
}

const shortest = 4;

/** The project that a word names, by its number or title; none where several may be meant. */
export function projectCalled(word: string, projects: readonly KnownProject[]): KnownProject | undefined {
  const wanted = plain(word);
  const names = ({ ref, title, oldReference = "" }: KnownProject): readonly string[] => [ref, title, oldReference].map(plain).filter((name) => name !== "");
  const exact = projects.filter((project) => names(project).includes(wanted));
  if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined;
  if (wanted.length < shortest) return undefined;
  const alike = projects.filter((project) => names(project).some((name) => isInside(name, wanted) || isInside(wanted, name)));
  return alike.length === 1 ? alike[0] : undefined;
}

/** As whole words: "theatre" is in "theatre refurbishment", "art" is not in "start". */
function isInside(inner: string, outer: string): boolean {
  return inner.length >= shortest && ` ${outer} `.includes(` ${inner} `);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
