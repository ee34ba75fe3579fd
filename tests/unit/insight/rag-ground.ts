import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseIsoDate, type CalendarDate } from "../../../src/kernel";
import type { Values } from "../../../src/registers";
import type { Figure, Input } from "../../../src/insight/figure";
import type { ProjectRecords, RecordOf, RegisterOfAProject } from "../../../src/insight/records";
import { standpointFrom, type Standpoint } from "../../../src/insight/standpoint";

/** Records and a standpoint, written as plainly as a test can. */

export function oracle(name: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, "../../oracle", name), "utf8")) as unknown;
}

/** The rows of an oracle's table by their column's heading; a cell in quotes stands last and is not split. */
export function oracleTable(name: string): readonly Readonly<Record<string, string>>[] {
  const [head = "", ...lines] = readFileSync(join(__dirname, "../../oracle", name), "utf8")
    .trim()
    .split(/\r?\n/);
  const names = head.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((column, index) => [column, cells[index] ?? ""]));
  });
}

export function day(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(`no such day: ${text}`);
  return date;
}

export function standpointOn(today = "2026-11-21", settings: Readonly<Record<string, unknown>> = {}): Standpoint {
  const rows = Object.entries(settings).map(([Key, value], index) => ({ id: String(index), values: { Key, ValueJson: JSON.stringify(value) }, extras: {} }));
  return standpointFrom({ today: day(today), settings: rows, periods: [] });
}

const registers: readonly RegisterOfAProject[] = [
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

type Given = Partial<Readonly<Record<RegisterOfAProject, readonly Values[]>>> & { readonly project?: Values };

/** A project with these rows; every other register is empty. */
export function projectWith(given: Given): ProjectRecords {
  const rows = registers.map((name) => [name, (given[name] ?? []).map((values, index) => recordIn(values, `${name}-${String(index + 1)}`))] as const);
  return { project: recordIn({ Ref: "P-0001", ...given.project }, "1"), ...Object.fromEntries(rows) } as unknown as ProjectRecords;
}

export function recordOf<Name extends RegisterOfAProject>(_register: Name, values: Values): RecordOf<Name> {
  return recordIn(values, "1") as unknown as RecordOf<Name>;
}

function recordIn(values: Values, id: string): { readonly id: string; readonly values: Values; readonly extras: Readonly<Record<string, string>> } {
  return { id, values, extras: {} };
}

/** Several figures that stand under names. */
export function figuresIn(named: object): readonly Figure<unknown>[] {
  return Object.values(named) as readonly Figure<unknown>[];
}

export function inputsNamed(figure: Figure<unknown>, name: string): readonly Input[] {
  return figure.inputs.filter((input) => input.name === name);
}

/** The values under a name, in their order. */
export function valuesNamed(figure: Figure<unknown>, name: string): readonly unknown[] {
  return inputsNamed(figure, name).map(({ value }) => value);
}

/** The inputs in short: name to value, thresholds and facts together; the last of a name counts. */
export function inShort(figure: Figure<unknown>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(figure.inputs.map(({ name, value }) => [name, value]));
}
