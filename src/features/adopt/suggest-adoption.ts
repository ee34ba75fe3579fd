import { suggestMapping, type Suggestion, type TargetColumn, type TargetKind } from "../../exchange";
import {
  columnOf,
  fillableColumns,
  fitOf,
  isMappable,
  type Adoption,
  type Column,
  type Columns,
  type Fit,
  type ListLook,
  type MappedColumn,
  type Register,
  type TheirColumn,
} from "../../registers";
import { suggestProjects, type KnownProject } from "./projects-of-rows";
import { hasWords, suggestWords, textOf, theirWords, withoutMeaning } from "./their-words";

/** Our columns that a mapping may name, in the register's order; the two that protect a list of ours are asked for apart. */
export function mappableColumns(register: Register): readonly (readonly [string, Column])[] {
  const archived = columnOf(register, "Archived");
  return [...fillableColumns(register).filter(([name]) => isMappable(register, name)), ...(archived === undefined ? [] : [["Archived", archived] as const])];
}

/** Where each of our columns stands in their list, as far as names and values tell. What nothing fits has no place. */
export function suggestAdoption(register: Register, look: ListLook, projects: readonly KnownProject[]): Adoption {
  const found = new Map(suggestColumns(register, look).map(({ target, their }) => [target, their]));
  const { titleFrom } = register;
  const named = titleFrom === undefined ? undefined : columnOf(register, titleFrom);
  const title = found.get("Title");
  // Their title says what ours is taken from; with no column for that, the register would lack its own words.
  if (titleFrom !== undefined && named !== undefined && !found.has(titleFrom) && title !== undefined && canStand(named, title, look) !== "never") {
    found.set(titleFrom, title);
    found.delete("Title");
  }
  const columns = mappableColumns(register).flatMap(([name, column]) => {
    const their = found.get(name);
    return their === undefined ? [] : [[name, mappedTo(column, their, { look, projects })] as const];
  });
  return { register: register.name, listId: look.listId, listName: look.listName, columns: new Map(columns) };
}

/** What can be done with a column of theirs in the place of one of ours. A look-up tells which project a row is of, and no other record. */
export function fitHere(column: Column, { heldAs }: Pick<TheirColumn, "heldAs">): Fit {
  return column.type === "reference" && column.register !== "Projects" && heldAs === "lookup" ? "never" : fitOf(column, heldAs);
}

/** A column of theirs in the place of one of ours, with what its words are likely to mean. */
export function mappedTo(column: Column, their: TheirColumn, from: { readonly look: ListLook; readonly projects: readonly KnownProject[] }): MappedColumn {
  const words = hasWords(column, their.heldAs) ? theirWords(their, from.look.rows) : [];
  return { field: their.field, heldAs: their.heldAs, words: column.type === "reference" ? suggestProjects(words, from.projects) : suggestWords(column, words) };
}

interface Found {
  readonly target: string;
  readonly their: TheirColumn;
  readonly score: number;
}

/**
 * Each column of theirs once, only where its kind can stand and its words say something here: first what names tell and can be written,
 * then choices that their words alone give away, then what can only be read.
 */
function suggestColumns(register: Register, look: ListLook): readonly Found[] {
  const found: Found[] = [];
  const isFree = (their: TheirColumn): boolean => !found.some((one) => one.their === their);
  const targets = targetsOf(register);
  const fits = new Map(
    mappableColumns(register).map(([name, column]) => [name, new Map(look.columns.map((their) => [their, canStand(column, their, look)]))] as const),
  );
  const pass = (fit: Fit, leastScore: number): void => {
    const waiting = targets.filter(({ name }) => !found.some(({ target }) => target === name));
    const named = byNames(waiting, look, (name, their) => isFree(their) && fits.get(name)?.get(their) === fit);
    found.push(...named.filter(({ score }) => score >= leastScore));
  };
  pass("readAndWrite", 0);
  for (const name of lightChoices(register)) {
    const column = columnOf(register, name);
    if (column === undefined || found.some(({ target }) => target === name)) continue;
    const their = look.columns.find((one) => isFree(one) && one.heldAs === "choice" && shareUnderstood(column, one, look) >= mostlyUnderstood);
    if (their !== undefined) found.push({ target: name, their, score: mostlyUnderstood });
  }
  pass("readOnly", sameName);
  return found;
}

/** Its own name or a known other one, not words in common. */
const sameName = 0.9;
const mostlyUnderstood = 0.75;
const hardlyUnderstood = 0.3;

/** A wrong guess costs more than none: a column whose words say nothing here is not ours, whatever it is called. */
function canStand(column: Column, their: TheirColumn, look: ListLook): Fit {
  return column.type === "choice" && shareUnderstood(column, their, look) < hardlyUnderstood ? "never" : fitHere(column, their);
}

/** 1 where there are no words that could say anything. */
function shareUnderstood(column: Column, their: TheirColumn, look: ListLook): number {
  const words = hasWords(column, their.heldAs) ? theirWords(their, look.rows) : [];
  return words.length === 0 ? 1 : 1 - withoutMeaning(column, { words: suggestWords(column, words) }, words).length / words.length;
}

function lightChoices({ columns, statusColumn }: Register): readonly string[] {
  const light = Object.entries(columns as Columns).filter(([name, { type, level }]) => type === "choice" && (level === "light" || name === statusColumn));
  return light.map(([name]) => name);
}

/** The surest pair first; whoever wanted the same column chooses again. */
function byNames(targets: readonly TargetColumn[], look: ListLook, allows: (target: string, their: TheirColumn) => boolean): readonly Found[] {
  const samples = look.rows.slice(0, rowsSampled).map((row) => look.columns.map(({ field }) => textOf(row, field)?.slice(0, longestSample) ?? ""));
  const taken = new Set<TheirColumn>();
  const suggest = (target: TargetColumn): Suggestion | undefined => {
    const headings = look.columns.map((their) => (!taken.has(their) && allows(target.name, their) ? their.displayName : ""));
    return suggestMapping(headings, samples, [target])[0];
  };
  let waiting = targets.map((target) => ({ target, best: suggest(target) }));
  const found: Found[] = [];
  for (;;) {
    const next = waiting.toSorted((one, other) => (other.best?.score ?? 0) - (one.best?.score ?? 0))[0];
    const their = next?.best?.column === undefined ? undefined : look.columns[next.best.column];
    if (next === undefined || their === undefined) return found;
    found.push({ target: next.target.name, their, score: next.best?.score ?? 0 });
    taken.add(their);
    waiting = waiting
      .filter((other) => other !== next)
      .map((other) => (other.best?.column === next.best?.column ? { ...other, best: suggest(other.target) } : other));
  }
}

const rowsSampled = 50;
const longestSample = 200;

function targetsOf(register: Register): readonly TargetColumn[] {
  return mappableColumns(register).map(([name, column]) => ({
    name,
    label: column.label,
    alsoKnownAs: name === "OldReference" ? [...(column.alsoKnownAs ?? []), ...numberNames(register)] : (column.alsoKnownAs ?? []),
    kind: kindOf(column),
  }));
}

/** What a list calls the numbers of its own rows. */
function numberNames({ one }: Register): readonly string[] {
  return ["Ref", "No", "Ref no", "Item no", "Log no", "Log ref", "Old ref", "Unique ID", ...["ref", "no", "ref no"].map((number) => `${one} ${number}`)];
}

/** Values that a column's kind holds already, and words that stand for ours, speak for nothing: names decide there. */
function kindOf(column: Column): TargetKind {
  switch (column.type) {
    case "person":
    case "date":
    case "money":
    case "number":
      return column.type;
    default:
      return "text";
  }
}

/** How well a list fits a register: what the register asks for first, how much of the list it takes, and its name. */
function fitness(register: Register, look: ListLook): number {
  const found = suggestColumns(register, look);
  const asked = fillableColumns(register).filter(([name, { needed, level }]) => isMappable(register, name) && (needed === "create" || level === "light"));
  const names = new Set(found.map(({ target }) => target));
  const answered = asked.filter(([name]) => names.has(name)).length / Math.max(1, asked.length);
  const used = found.reduce((sum, { score }) => sum + score, 0) / Math.max(1, look.columns.length);
  return 2 * answered + used + (isNamedFor(register, look.listName) ? 1.5 : 0);
}

/** "Risk log", "Project risks", "RISKS 2026". */
export function isNamedFor({ one, many }: Register, listName: string): boolean {
  return new RegExp(`\\b(?:${one}|${many})\\b`, "i").test(listName);
}

/** The register that a list is likeliest to be. */
export function suggestRegister(registers: readonly Register[], look: ListLook): Register | undefined {
  const scored = registers.map((register) => ({ register, score: fitness(register, look) }));
  return scored.toSorted((one, other) => other.score - one.score)[0]?.register;
}
