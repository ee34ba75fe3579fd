import type { Pence } from "../kernel";
import { filled } from "./language/conditions";
import type { Rule, RuleContext } from "./language/register";
import { valueAt, type Row, type Value, type Values } from "./language/row";

/** Words and rules that more than one register needs. */

interface InProject {
  readonly ProjectRef?: string;
}
interface InProjectOrProgramme extends InProject {
  readonly ProgrammeRef?: string;
}

/** Of a register whose rows always belong to a project. A row without one is kept and asked about, not lost. */
export function needsProject(id: string, one: string): Rule<InProject> {
  return {
    id,
    severity: "error",
    at: "report",
    says: `Choose the project that this ${one} belongs to`,
    fields: ["ProjectRef"],
    holds: (row) => filled(row.ProjectRef),
  };
}

export function needsProjectOrProgramme(id: string, one: string): Rule<InProjectOrProgramme> {
  return {
    id,
    severity: "error",
    at: "report",
    says: `Choose the project or the programme that this ${one} belongs to`,
    fields: ["ProjectRef", "ProgrammeRef"],
    holds: (row) => filled(row.ProjectRef) || filled(row.ProgrammeRef),
  };
}

interface NamedPerson {
  readonly name: string | undefined;
  readonly address: string | undefined;
}

/** By address when both have one, by name otherwise. Nobody is the same as nobody. */
export function samePerson(first: NamedPerson, second: NamedPerson): boolean {
  if (filled(first.address) && filled(second.address)) return first.address === second.address;
  return filled(first.name) && first.name === second.name;
}

/** 1 to 8; undefined for an empty or foreign stage. */
export function stageNumber(stage: Value | undefined): number | undefined {
  const found = typeof stage === "string" ? /^([1-8]) /.exec(stage) : null;
  return found === null ? undefined : Number(found[1]);
}

/** The stage of the project a row belongs to, where that project is known. */
export function stageOfProject(row: InProject, context: RuleContext): number | undefined {
  const project = row.ProjectRef === undefined ? undefined : context.find("Projects", row.ProjectRef);
  return project === undefined ? undefined : stageNumber(valueAt(project.values, "Stage"));
}

export function isMoreThanNothing(amount: Pence | number | undefined): boolean {
  return amount !== undefined && amount > 0;
}

/**
 * Rows of the same project other than this one, told apart by Ref or client key. A row with neither (typed in Lists, or not saved yet)
 * is never counted: it may be this one.
 */
export function otherRowsOf(register: string, row: InProject & { readonly Ref?: string; readonly ClientKey?: string }, context: RuleContext): readonly Row[] {
  if (row.ProjectRef === undefined) return [];
  return context
    .rowsOf(register, row.ProjectRef)
    .filter(
      ({ values }) =>
        (filled(valueAt(values, "Ref")) || filled(valueAt(values, "ClientKey"))) &&
        !isSame(values, "Ref", row.Ref) &&
        !isSame(values, "ClientKey", row.ClientKey),
    );
}

/** At least so many characters; an empty text is a matter of `needed`. */
export function isAtLeastLong(text: string | undefined, characters: number): boolean {
  return text === undefined || text.length >= characters;
}

/** Whether another row has the same values in all of `names`; empty equals empty. */
export function repeats(values: Values, row: Readonly<Record<string, unknown>>, names: readonly string[]): boolean {
  return names.every((name) => valueAt(values, name) === (Object.hasOwn(row, name) ? row[name] : undefined));
}

function isSame(values: Values, name: string, mine: string | undefined): boolean {
  return mine !== undefined && valueAt(values, name) === mine;
}
