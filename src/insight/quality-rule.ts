import { columnOf, type Changes, type RowId } from "../registers";
import type { CalendarDate } from "../kernel";
import { fact, type Figure, type Input, type Source } from "./figure";
import type { Finding, QualityRuleId, Severity } from "./finding";
import type { Rag } from "./rag";
import { sourceOf, type ProjectRecord, type ProjectRecords, type RecordOf, type RegisterOfAProject } from "./records";
import type { SiteFacts } from "./quality-site-facts";
import type { Standpoint } from "./standpoint";

/** What a predicate tells of a record that fails. A fact without a source stands in the record itself. */
export interface Fault {
  readonly inputs: readonly Input[];
  /** Where the rule's own column is not the one to mend. */
  readonly field?: string;
  readonly fix?: Changes;
}

/** What a project is judged by. */
export interface Judged {
  readonly records: ProjectRecords;
  /** The overall RAG that the records give today. */
  readonly overall: Figure<Rag>;
  readonly site: SiteFacts;
  readonly standpoint: Standpoint;
}

/** Which rule it is, how grave, and the column where its fault is mended. */
export interface CheckTerms {
  readonly rule: QualityRuleId;
  readonly severity: Severity;
  readonly field: string;
}

/** A rule of one register: when it applies to a record, and what is wrong with it. `Known` is worked out once a project. */
export interface Check<Record, Known> extends CheckTerms {
  appliesTo(record: Record, known: Known): boolean;
  fault(record: Record, known: Known): Fault | undefined;
}

/** Takes down what the rules find. */
export interface Notes {
  /** Whether the rule is switched on. */
  asks(rule: QualityRuleId): boolean;
  passed(severity: Severity): void;
  failed(finding: Finding): void;
}

type ByRegister = { readonly [Name in RegisterOfAProject]: readonly RecordOf<Name>[] };

/** The rules of one register, ready to run over a project. */
export interface CheckGroup {
  readonly register: string;
  readonly checks: readonly CheckTerms[];
  judge(judged: Judged, notes: Notes): void;
}

export function checksOf<Name extends RegisterOfAProject, Known>(
  register: Name,
  know: (judged: Judged) => Known,
  checks: readonly Check<RecordOf<Name>, Known>[],
): CheckGroup {
  return grouped({ register, rowsOf: (records: ByRegister) => records[register], know, checks });
}

export function projectChecks<Known>(know: (judged: Judged) => Known, checks: readonly Check<ProjectRecord, Known>[]): CheckGroup {
  return grouped({ register: "Projects", rowsOf: ({ project }) => [project], know, checks });
}

interface Group<Record, Known> {
  readonly register: string;
  readonly rowsOf: (records: ProjectRecords) => readonly Record[];
  readonly know: (judged: Judged) => Known;
  readonly checks: readonly Check<Record, Known>[];
}

function grouped<Record extends AnyRecord, Known>({ register, rowsOf, know, checks }: Group<Record, Known>): CheckGroup {
  return {
    register,
    checks,
    judge: (judged, notes) => {
      const rows = rowsOf(judged.records);
      const kept = judged.site.registers.get(register);
      if (rows.length === 0 || kept === undefined) return;
      const known = know(judged);
      for (const check of checks) {
        // A column that the list lost takes its rules with it.
        if (!notes.asks(check.rule) || columnOf(kept, check.field) === undefined) continue;
        for (const record of rows) {
          if (!check.appliesTo(record, known)) continue;
          const fault = check.fault(record, known);
          if (fault === undefined) notes.passed(check.severity);
          else notes.failed(findingOf({ check, register, record, fault }));
        }
      }
    },
  };
}

/** What a finding needs of a record of any register. */
export interface AnyRecord {
  readonly id: RowId;
  readonly values: { readonly Ref?: string };
}

interface Found {
  readonly check: CheckTerms;
  readonly register: string;
  readonly record: AnyRecord;
  readonly fault: Fault;
}

export function findingOf({ check, register, record, fault }: Found): Finding {
  const source = sourceOf(register, record);
  return {
    rule: check.rule,
    severity: check.severity,
    register,
    id: record.id,
    ref: source.ref,
    field: fault.field ?? check.field,
    inputs: fault.inputs.map((input) => placed(input, source)),
    ...(fault.fix === undefined ? {} : { fix: fault.fix }),
  };
}

function placed(input: Input, source: Source): Input {
  return input.kind === "threshold" ? input : { from: source, ...input };
}

/** The words predicates are written in. */

export function isFilled(value: unknown): boolean {
  return value !== undefined && value !== "";
}

/** Fails once the day has passed; an empty cell is no day. */
export function failsOncePast(name: string, day: CalendarDate | undefined, today: CalendarDate): Fault | undefined {
  return day !== undefined && day < today ? { inputs: dated(name, day) } : undefined;
}

export function dated(name: string, day: CalendarDate | undefined): readonly Input[] {
  return day === undefined ? [] : [fact(name, { unit: "date", value: day })];
}

export function counted(name: string, value: number | undefined): readonly Input[] {
  return value === undefined ? [] : [fact(name, { unit: "count", value })];
}

export function worded(name: string, value: string | undefined): readonly Input[] {
  return value === undefined ? [] : [fact(name, { unit: "words", value })];
}

/** Whether a status is one of those: an empty one is a new row's, and a word that the register does not know means nothing to a rule. */
export function isOpen(status: string | undefined, ...open: readonly string[]): boolean {
  return !isFilled(status) || isOneOf(status, ...open);
}

export function isOneOf(value: string | undefined, ...known: readonly string[]): boolean {
  return value !== undefined && known.includes(value);
}
