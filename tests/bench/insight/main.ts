import { loadavg } from "node:os";
import { bookSites } from "../../../src/demo/seed/site-books";
import { createSiteInsight, type SiteInsight, type SiteRows } from "../../../src/insight";
import { numberAt, parseIsoDate, parseJson } from "../../../src/kernel";
import { allRegisters, type Row, type Values } from "../../../src/registers";

declare const gc: () => void;

const today = parseIsoDate("2026-11-24");
if (today === undefined) throw new Error("no such day");
const day = today;

type Rows = ReadonlyMap<string, readonly Row[]>;

/** The trust's own site with 500 projects, as the store would hold it. */
function largeSite(): Rows {
  const [site] = bookSites({ size: "large", seed: 1, today: day });
  const rows = new Map<string, Row[]>();
  for (const [index, { register, values }] of (site?.book.rows ?? []).entries()) {
    if (values["Archived"] === true) continue;
    const list = rows.get(register.name) ?? [];
    rows.set(register.name, list);
    list.push({ id: String(index + 1), etag: '"1"', values: asRead(values), extras: {}, changedAtMs: Date.UTC(2026, 10, 20) });
  }
  return rows;
}

/** As it comes from a network or a disk: texts that the seed put together are whole then. */
function asRead(values: Values): Values {
  return JSON.parse(JSON.stringify(values)) as Values; // the same cells
}

const none: readonly Row[] = [];

function momentOf(rows: Rows, registers = allRegisters.filter(({ name }) => rows.has(name))): SiteRows {
  return { today: day, registers, rowsOf: (register) => rows.get(register) ?? none };
}

/** One open risk is scored anew: what a person does most often. */
function withOneChange(rows: Rows, turn: number): Rows {
  const risks = rows.get("Risks") ?? none;
  const place = (turn * 37) % risks.length;
  const changed = risks.map((row, index) => (index === place ? { ...row, values: { ...row.values, CurrentScore: 4 + (turn % 5) } } : row));
  return new Map([...rows, ["Risks", changed]]);
}

/** Every figure of every project, as a page that lists them all asks for it. */
function ask(insight: SiteInsight): void {
  for (const { declared, quality } of insight.projects) if (declared.trend.value === undefined || quality.findings.length < 0) throw new Error("no answer");
}

/** What the page of one project asks for. */
function askOfOne({ projects: [first] }: SiteInsight): void {
  if (first?.declared.trend.value === undefined || first.quality.findings.length < 0) throw new Error("no answer");
}

function timed<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const startMs = performance.now();
  const value = work();
  return { ms: performance.now() - startMs, value };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** How many active projects have each overall RAG. */
function coloursOf({ projects }: SiteInsight): Readonly<Record<string, number>> {
  const counts: Record<string, number> = { Green: 0, Amber: 0, Red: 0, "Not rated": 0 };
  for (const { rags, records } of projects) {
    if (records.project.values.Status !== "Active") continue;
    const rag = rags.overall.value ?? "Not rated";
    counts[rag] = (counts[rag] ?? 0) + 1;
  }
  return counts;
}

function dimensionColours({ projects }: SiteInsight): Readonly<Record<string, string>> {
  const active = projects.filter(({ records }) => records.project.values.Status === "Active");
  const names = ["time", "cost", "quality", "scope", "benefits", "risk", "resources"] as const;
  return Object.fromEntries(
    names.map((name) => {
      const count = (rag: string): number => active.filter(({ rags }) => (rags[name].value ?? "Not rated") === rag).length;
      return [name, ["Green", "Amber", "Red", "Not rated"].map((rag) => `${rag} ${String(count(rag))}`).join(", ")];
    }),
  );
}

function withMethod(rows: Rows, method: string): Rows {
  const others = (rows.get("Settings") ?? none).filter(({ values }) => values["Key"] !== "rag.overall.method");
  const set: Row = { id: "method", values: { Key: "rag.overall.method", ValueJson: JSON.stringify(method) }, extras: {} };
  return new Map([...rows, ["Settings", [...others, set]]]);
}

function run(times: number): void {
  const rows = largeSite();
  const moment = momentOf(rows);
  const cold: number[] = [];
  const onePage: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    cold.push(timed(() => ask(createSiteInsight()(moment))).ms);
    onePage.push(timed(() => askOfOne(createSiteInsight()(moment))).ms);
  }
  gc();
  const before = process.memoryUsage().heapUsed;
  const insightOf = createSiteInsight();
  ask(insightOf(moment));
  gc();
  const megabytes = (process.memoryUsage().heapUsed - before) / 1e6;
  const warm: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const changed = momentOf(withOneChange(rows, turn), moment.registers as (typeof allRegisters)[number][]);
    warm.push(timed(() => ask(insightOf(changed))).ms);
  }
  const balanced = createSiteInsight()(momentOf(withMethod(rows, "balanced")));
  const worst = createSiteInsight()(momentOf(withMethod(rows, "worst")));
  const counted = [...rows.values()].reduce((sum, list) => sum + list.length, 0);
  const results = {
    projects: rows.get("Projects")?.length ?? 0,
    rows: counted,
    coldMs: round(median(cold)),
    firstColdMs: round(cold[0] ?? NaN),
    onePageColdMs: round(median(onePage)),
    oneRowMs: round(median(warm)),
    keptMegabytes: round(megabytes),
    "active projects, balanced": coloursOf(balanced),
    "active projects, worst": coloursOf(worst),
    "by dimension": dimensionColours(balanced),
    "data quality, median": round(median(balanced.projects.flatMap(({ quality }) => quality.score.value ?? []))),
    findings: balanced.projects.reduce((sum, { quality }) => sum + quality.findings.length, 0),
    conditions: { times, load: loadavg().map(round) },
  };
  console.log(JSON.stringify({ results, ratios: { "cold / one row changed": round(median(cold) / median(warm)) } }));
}

run(numberAt(parseJson(process.argv[2] ?? "{}"), "times") ?? 9);
