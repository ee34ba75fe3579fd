import { readTable, type Sheet } from "../../../src/exchange";
import { fail, succeed, type Progress, type Timers } from "../../../src/kernel";
import type { PeopleService, Person } from "../../../src/parts";
import { applyChanges, projects, valueAt, type Register, type Row, type Values } from "../../../src/registers";
import { patientDetails } from "../../../src/parts/record/drafts";
import { importPlan, type ImportPlan, type ImportRequest } from "../../../src/features/import/import-plan";
import { makeLookUps, peopleIn } from "../../../src/features/import/look-ups";
import { matchPeople, namedPeople, writtenNames, type NameChoices, type PeopleAnswer } from "../../../src/features/import/match-people";
import { nameKey } from "../../../src/features/import/person-names";
import { sourceTable, type SourceTable } from "../../../src/features/import/source-table";
import { suggestImport } from "../../../src/features/import/suggest-import";
import type { Mapping } from "../../../src/features/import/mapping";
import { ruleContext } from "../registers/rule-context";

export const site = "northmere.sharepoint.com,site-one";

export const rightAway: Timers = {
  after: (_delayMs, callBack) => {
    const waiting = setImmediate(callBack);
    return () => clearImmediate(waiting);
  },
};

export const unhurried: Progress = { report: () => undefined, signal: new AbortController().signal };

const exempt = "Exempt under Section 43 of the Freedom of Information Act 2000 (Commercial interests)";

/** Invented rows in the shape of a published government portfolio: £ million, five-point ratings, sentences where figures are exempt. */
export function portfolioText(rows = 12): string {
  const headings =
    "year;project_number;project_name;department;report_category;description_aims;colour_rating;rating_comment;start_date;end_date;schedule_comment;total_baseline;yearly_forecast;variance_comment;wlc_baseline_incl_NCG;budget_comment";
  const lines = Array.from({ length: rows }, (_, index) => {
    const number = String(index + 1).padStart(4, "0");
    const hidden = index % 6 === 5;
    const wholeLife = `£${(2013.02 + index * 100.01).toFixed(2)}`;
    return [
      "2021",
      `NM_${number}`,
      `Ward scheme ${number}`,
      "NHSX",
      "ICT",
      "To give every ward what it needs to trace blood from donor to patient.",
      hidden ? exempt : (["Green", "Amber", "Amber/red", "Red"][index % 4] ?? ""),
      "The rating is driven by the supply of scanners and by the number of staff who are trained to use them.",
      hidden ? "The project is not in a position to provide this information" : "2014-07-08",
      hidden ? "The project is not in a position to provide this information" : `2024-04-${String((index % 30) + 1).padStart(2, "0")}`,
      '"The end date moved. This is due to: \r\n\r\n- late scanners; and\r\n- training that “slipped” by a month."',
      hidden ? exempt : `£${(654.46 + index).toFixed(2)}`,
      hidden ? exempt : `£${(650 + index).toFixed(2)}`,
      "The budget variance is less than or equal to 5%. Nothing else is expected to move it.",
      hidden ? exempt : `"${wholeLife.replace(/^£(\d)(\d{3})/, "£$1,$2")}"`,
      `"The whole life cost decreased from £1996.00m to ${wholeLife}m – the frame was re-priced."`,
    ].join(";");
  });
  return [headings, ...lines, ""].join("\r\n");
}

const highLetters = new Map([
  ["€", 0x80],
  ["“", 0x93],
  ["”", 0x94],
  ["–", 0x96],
  ["’", 0x92],
]);

export function windows1252(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => highLetters.get(letter) ?? letter.charCodeAt(0));
}

export async function sheetOf(bytes: Uint8Array): Promise<Sheet> {
  const read = await readTable(bytes, "portfolio.csv");
  if (!read.ok) throw new Error(read.fault.kind);
  return read.value.sheets[0]!;
}

export async function tableOf(text: string): Promise<SourceTable> {
  return sourceTable(await sheetOf(windows1252(text)));
}

export interface Setting {
  readonly register?: Register;
  readonly mapping?: Mapping;
  readonly live?: readonly Row[];
  readonly archived?: readonly Row[];
  readonly others?: Readonly<Record<string, readonly Row[]>>;
  /** Absent: it may not be asked. */
  readonly directory?: PeopleService;
  readonly choices?: NameChoices;
}

export function requestFor(table: SourceTable, { register = projects, mapping, live = [], archived = [], others = {} }: Setting = {}): ImportRequest {
  const known = peopleIn([...live, ...Object.values(others).flat()]);
  const lookUps = makeLookUps({ named: new Map(), known }, (name) => (name === register.name ? live : (others[name] ?? [])));
  return {
    register,
    site,
    table,
    mapping: mapping ?? suggestImport(register, table),
    base: { live, archived },
    lookUps,
    context: ruleContext(),
    patientDetails,
  };
}

/** A directory that knows these people, or one that may not be asked. */
export function directoryOf(...people: readonly Person[]): PeopleService {
  const begins = (name: string, word: string): boolean => name.split(/[\s-]/).some((part) => part.startsWith(word));
  return {
    search: (written) => {
      const words = written.toLowerCase().split(/\s+/);
      return Promise.resolve(succeed(people.filter(({ name }) => words.every((word) => begins(name.toLowerCase(), word)))));
    },
  };
}

export const closedDirectory: PeopleService = { search: () => Promise.resolve(fail({ kind: "signInNeeded" })) };

/** What is asked about the names of the file. */
export function askPeople(table: SourceTable, setting: Setting = {}): Promise<PeopleAnswer> {
  const { register, mapping } = requestFor(table, setting);
  const known = peopleIn([...(setting.live ?? []), ...Object.values(setting.others ?? {}).flat()]);
  const service = setting.directory ?? closedDirectory;
  return matchPeople(writtenNames(register, table, mapping), { known, service, signal: unhurried.signal, report: () => undefined });
}

export async function planOf(table: SourceTable, setting: Setting = {}): Promise<ImportPlan> {
  const request = requestFor(table, setting);
  const named = namedPeople(await askPeople(table, setting), setting.choices ?? new Map());
  const lookUps = { ...request.lookUps, personNamed: (name: string) => named.get(nameKey(name)) };
  const planned = await importPlan({ ...request, lookUps }, { timers: rightAway, progress: unhurried });
  if (!planned.ok) throw new Error(planned.fault.kind);
  return planned.value;
}

/** The register after the plan was written, with ids, refs and client keys as a list gives them. */
export function written(planned: ImportPlan, before: readonly Row[] = []): readonly Row[] {
  const rows = new Map(before.map((row) => [row.id, row]));
  for (const row of planned.plan.rows) {
    if (row.kind === "added") {
      const id = String(rows.size + 1);
      rows.set(id, rowOf(id, { ...applyChanges({}, row.changes), Ref: `P-${id.padStart(4, "0")}`, ClientKey: row.id.slice("new:".length) }));
    }
    if (row.kind === "changed") rows.set(row.id, rowOf(row.id, applyChanges(rows.get(row.id)?.values ?? {}, row.changes)));
  }
  return [...rows.values()];
}

export function rowOf(id: string, values: Values): Row {
  return { id, etag: `"${id},1"`, values, extras: {} };
}

export function textOf(row: Row | undefined, name: string): string {
  return String(row === undefined ? "" : (valueAt(row.values, name) ?? ""));
}
