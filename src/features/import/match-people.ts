import { readCell } from "../../exchange";
import { succeed, type Fault, type Result } from "../../kernel";
import type { PeopleService, Person } from "../../parts";
import { columnOf, type Register } from "../../registers";
import type { NamedPeople } from "./look-ups";
import type { Mapping } from "./mapping";
import { isSimilarName, nameKey, plainName, surnameOf } from "./person-names";
import type { SourceTable } from "./source-table";

/**
 * Whom a name of the file means.
 * P1. Sure is only one person of exactly this name, known in the site's registers or else found in the directory.
 * P2. Several of that name, or only similar ones, are a question with its candidates. Nobody decides it but a person.
 * P3. A name that nobody has is kept as it is, without an address.
 * P4. Without the directory, what the site's registers know still counts.
 */
export type NameMatch =
  | { readonly kind: "sure"; readonly person: Person }
  | { readonly kind: "doubtful"; readonly candidates: readonly Person[] }
  | { readonly kind: "nobody" }
  /** The directory was not asked. */
  | { readonly kind: "notAsked" };

export interface WrittenName {
  readonly key: string;
  /** As the file writes it. */
  readonly name: string;
  readonly count: number;
}

export interface NameQuestion extends WrittenName {
  readonly match: NameMatch;
}

export interface PeopleAnswer {
  readonly questions: readonly NameQuestion[];
  /** Why the directory did not answer. */
  readonly fault?: Fault;
}

/** The different names without an address in the columns that want a person, most frequent first. */
export function writtenNames(register: Register, table: SourceTable, mapping: Mapping): readonly WrittenName[] {
  const names = new Map<string, WrittenName>();
  for (const [target, source] of mapping.sources) {
    if (source.kind === "value" || columnOf(register, target)?.type !== "person") continue;
    for (const { cells } of table.rows) {
      const read = readCell(cells[source.column], { kind: "person" });
      if (read.kind !== "value" || typeof read.value !== "object" || read.value.address !== undefined) continue;
      const key = nameKey(read.value.name);
      const before = names.get(key);
      if (key !== "") names.set(key, { key, name: before?.name ?? read.value.name, count: (before?.count ?? 0) + 1 });
    }
  }
  return [...names.values()].sort((one, other) => other.count - one.count);
}

export interface PeopleToAsk {
  /** Whom the site's registers name already. */
  readonly known: readonly Person[];
  readonly service: PeopleService;
  readonly signal: AbortSignal;
  readonly report: (done: number, total: number) => void;
}

const mostAsked = 200; // a question or two to the directory each; further names are kept as they are

/** Asks the directory for each name that is not sure already, until it refuses. */
export async function matchPeople(names: readonly WrittenName[], ask: PeopleToAsk): Promise<PeopleAnswer> {
  const questions: NameQuestion[] = [];
  let fault: Fault | undefined;
  for (const [index, written] of names.entries()) {
    ask.report(index, names.length);
    const known = matchAmong(written, ask.known);
    const isAsked = known.kind !== "sure" && index < mostAsked && fault === undefined;
    const found = isAsked ? await inDirectory(written, ask) : undefined;
    if (found?.ok === false) fault = found.fault;
    if (found?.ok === true) questions.push({ ...written, match: matchAmong(written, [...ask.known, ...found.value]) });
    else questions.push({ ...written, match: known.kind === "nobody" ? { kind: "notAsked" } : known });
  }
  return { questions, ...(fault === undefined ? {} : { fault }) };
}

/** By the whole name, and by the surname where nobody has exactly that. */
async function inDirectory({ key, name }: WrittenName, { service, signal }: PeopleToAsk): Promise<Result<readonly Person[]>> {
  const plain = plainName(name);
  const found = await service.search(plain, signal);
  if (!found.ok || plain === surnameOf(name) || found.value.some((person) => nameKey(person.name) === key)) return found;
  const others = await service.search(surnameOf(name), signal);
  return others.ok ? succeed([...found.value, ...others.value]) : others;
}

function matchAmong({ key, name }: WrittenName, people: readonly Person[]): NameMatch {
  const byAddress = new Map(people.map((person) => [person.address, person]));
  const same = [...byAddress.values()].filter((person) => nameKey(person.name) === key);
  const [only] = same;
  if (same.length === 1 && only !== undefined) return { kind: "sure", person: only };
  const candidates = same.length > 1 ? same : [...byAddress.values()].filter((person) => isSimilarName(person.name, name));
  return candidates.length === 0 ? { kind: "nobody" } : { kind: "doubtful", candidates: candidates.slice(0, mostOffered) };
}

const mostOffered = 8;

/** What a person decided for a name: somebody, or the name alone. */
export type NameChoices = ReadonlyMap<string, Person | "nameOnly">;

/** Whom each name means: the sure ones, and what was decided. */
export function namedPeople({ questions }: PeopleAnswer, choices: NameChoices): NamedPeople {
  return new Map(
    questions.flatMap(({ key, match }): (readonly [string, Person])[] => {
      const chosen = choices.get(key);
      if (chosen !== undefined) return chosen === "nameOnly" ? [] : [[key, chosen]];
      return match.kind === "sure" ? [[key, match.person]] : [];
    }),
  );
}
