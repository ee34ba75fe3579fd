import { parseIsoDate, type CalendarDate } from "../../../src/kernel";
import { projectQuality, siteFacts, type Finding, type Quality, type QualityRuleId, type Site } from "../../../src/insight";
import type { Rag } from "../../../src/insight/rag";
import { recordsIn, type ProjectRecords, type RegisterOfAProject } from "../../../src/insight/records";
import type { Standpoint } from "../../../src/insight/standpoint";
import { createTaming } from "../../../src/insight/tame";
import { valuesFrom, type Register, type Row, type strategicObjectives, type Value } from "../../../src/registers";
import { allRegisters } from "../../../src/registers/all-registers";
import { standpoint } from "./money-setting";

/** A project to be judged, written as plainly as a test can. Today is Tuesday 24 November 2026. */

/** Columns, and beside them the days on which the row was made and last changed. */
export type Cells = Readonly<Record<string, Value | undefined>> & { readonly $made?: string | undefined; readonly $changed?: string | undefined };

export type Given = Partial<Readonly<Record<RegisterOfAProject, readonly Cells[]>>> & { readonly project?: Cells };

export interface Circumstances {
  readonly today?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly closed?: Readonly<Record<string, number>>;
  /** The RAG that the records give. */
  readonly overall?: Rag;
  /** Another project of the site, whose rows show what the trust uses. */
  readonly elsewhere?: Given;
  readonly objectives?: readonly Cells[];
  readonly inactive?: readonly string[];
  readonly registers?: readonly Register[];
}

const registersOfAProject: readonly RegisterOfAProject[] = [
  "Risks",
  "Issues",
  "Actions",
  "Assumptions",
  "Dependencies",
  "Decisions",
  "Changes",
  "Milestones",
  "Costs",
  "Benefits",
  "BenefitMeasures",
  "Contracts",
  "Lessons",
  "GateReviews",
  "QualityRegister",
  "Hazards",
  "ImpactAssessments",
  "ResourceDemand",
  "HighlightReports",
  "PortfolioSnapshots",
];

export function day(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(`no such day: ${text}`);
  return date;
}

export function rowOf({ $made, $changed, ...cells }: Cells, id: string): Row {
  const filled = Object.entries(cells).filter((entry): entry is [string, Value] => entry[1] !== undefined);
  return {
    id,
    values: valuesFrom(filled),
    extras: {},
    ...($made === undefined ? {} : { createdAtMs: Date.parse(`${$made}T12:00:00Z`) }),
    ...($changed === undefined ? {} : { changedAtMs: Date.parse(`${$changed}T12:00:00Z`) }),
  };
}

export function projectOf({ project = {}, ...rows }: Given, name = "1"): ProjectRecords {
  const byRegister = registersOfAProject.map((register) => [
    register,
    (rows[register] ?? []).map((cells, index) => rowOf(cells, `${name}-${String(index + 1)}`)),
  ]);
  return { project: rowOf({ Ref: `P-000${name}`, ...project }, name), ...(Object.fromEntries(byRegister) as object) } as unknown as ProjectRecords;
}

/** As the insight of a site hands records to the rules. */
export function tameRecords({ project, ...rows }: ProjectRecords, registers: readonly Register[] = allRegisters): ProjectRecords {
  const written = new Map<string, readonly Row[]>(Object.entries({ ...rows, Projects: [project] } as unknown as Record<string, readonly Row[]>));
  const rowsOf = createTaming()({ registers, rowsOf: (name) => written.get(name) ?? [] });
  const tame = registersOfAProject.map((register) => [register, rowsOf(register)]);
  return { ...(Object.fromEntries(tame) as object), project: rowsOf("Projects")[0] ?? project } as unknown as ProjectRecords;
}

export interface Judgement {
  readonly quality: Quality;
  readonly at: Standpoint;
}

export function judge(given: Given, circumstances: Circumstances = {}): Quality {
  const { today = "2026-11-24", settings = {}, closed = {}, overall = "Green", elsewhere, objectives, inactive, registers = allRegisters } = circumstances;
  const at = standpoint({ today, settings, closed });
  const records = tameRecords(projectOf(given), registers);
  const site: Site = {
    registers,
    projects: elsewhere === undefined ? [records] : [records, projectOf(elsewhere, "2")],
    ...(objectives === undefined ? {} : { objectives: recordsIn<typeof strategicObjectives>(objectives.map((cells, index) => rowOf(cells, String(index)))) }),
    ...(inactive === undefined ? {} : { inactive: new Set(inactive) }),
  };
  return projectQuality({ records, rags: { overall: { value: overall, rule: "overallRag", inputs: [] } }, site: siteFacts(site, at) }, at);
}

export function findingsOf(rule: QualityRuleId, given: Given, circumstances?: Circumstances): readonly Finding[] {
  return judge(given, circumstances).findings.filter((finding) => finding.rule === rule);
}

const all = Array.from({ length: 58 }, (_, index) => `DQ-${String(index + 1).padStart(2, "0")}`);

/** What a rule makes of the records: "fails", "passes", or "silent" where it does not apply. */
export function verdictOf(rule: QualityRuleId, given: Given, circumstances: Circumstances = {}): "fails" | "passes" | "silent" {
  const without = (disabled: readonly string[]): Quality =>
    judge(given, { ...circumstances, settings: { ...circumstances.settings, "dq.disabledRules": disabled } });
  if (findingsOf(rule, given, circumstances).length > 0) return "fails";
  // Nobody can switch off the search for patient details.
  const [off, on] = [rule === "DQ-45" ? 0 : countOf(without(all)), countOf(without(all.filter((id) => id !== rule)))];
  return on > off ? "passes" : "silent";
}

function countOf({ applied }: Quality): number {
  return applied.High + applied.Medium + applied.Low;
}

/** A finding in short: where, and what it rests on. */
export function inShort({ field, inputs, ref }: Finding): { readonly field: string; readonly ref: string; readonly inputs: Readonly<Record<string, unknown>> } {
  return { field, ref, inputs: Object.fromEntries(inputs.map(({ name, value }) => [name, value])) };
}

export type Case = readonly [sentence: string, verdict: "fails" | "passes" | "silent", given: Given, circumstances?: Circumstances];

/** One test a case. */
export function rule(id: QualityRuleId, cases: readonly Case[]): void {
  describe(id, () => {
    for (const [sentence, verdict, given, circumstances] of cases) {
      test(`${verdict} for ${sentence}`, () => {
        expect(verdictOf(id, given, circumstances)).toBe(verdict);
      });
    }
  });
}
