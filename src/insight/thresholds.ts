import { isRecord, parseIsoDate, parseJson, pence, type CalendarDate, type Pence } from "../kernel";
import { hazardLevel, valueAt, type Row } from "../registers";

/** What a value of Settings must be; undefined: it is not that, and the standard value holds. */
type Reader<T> = (value: unknown) => T | undefined;

interface Setting<T> {
  readonly standard: T;
  readonly read: Reader<T>;
}

const number: Reader<number> = (value) => (typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : undefined);
const words: Reader<readonly string[]> = (value) =>
  Array.isArray(value) && value.every((word): word is string => typeof word === "string") ? value : undefined;

function pounds(value: unknown): Pence | undefined {
  const amount = Math.round((number(value) ?? NaN) * 100);
  return Number.isSafeInteger(amount) ? pence(amount) : undefined;
}

function share(value: unknown): number | undefined {
  const read = number(value);
  return read === undefined || read > 1 ? undefined : read;
}

/** Whole numbers up to a limit: a count of days is stepped through, and a slip of the keyboard must not become a million steps. */
function whole(most: number): Reader<number> {
  return (value) => {
    const read = number(value);
    return read === undefined || read > most || !Number.isInteger(read) ? undefined : read;
  };
}

function days(value: unknown): readonly CalendarDate[] | undefined {
  const read = words(value)?.map(parseIsoDate);
  return read?.some((day) => day === undefined) === false ? (read as readonly CalendarDate[]) : undefined; // every day was read
}

function oneOf<const Words extends readonly string[]>(...allowed: Words): Reader<Words[number]> {
  return (value) => allowed.find((word) => word === value);
}

/** Every named part must be there and right; further parts are left alone. */
function record<Names extends string, T>(names: readonly Names[], read: Reader<T>): Reader<Readonly<Record<Names, T>>> {
  return (value) => {
    if (!isRecord(value)) return undefined;
    const parts = names.map((name) => [name, Object.hasOwn(value, name) ? read(value[name]) : undefined] as const);
    return parts.some(([, part]) => part === undefined) ? undefined : (Object.fromEntries(parts) as Record<Names, T>); // every part was read
  };
}

function several<T>(count: number, read: Reader<T>): Reader<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length !== count) return undefined;
    const parts = value.map(read);
    return parts.some((part) => part === undefined) ? undefined : (parts as readonly T[]); // every part was read
  };
}

/** Rising, as steps of a ladder are. */
function rising(read: Reader<readonly number[]>): Reader<readonly number[]> {
  return (value) => {
    const steps = read(value);
    return steps?.every((step, index) => index === 0 || step >= (steps[index - 1] ?? 0)) === true ? steps : undefined;
  };
}

/** What a contract of each kind is worth, VAT included, when the rules of the Procurement Act begin; `from` is the first day it holds. */
interface ProcurementThreshold {
  readonly from: string;
  readonly goods: number;
  readonly works: number;
  readonly light: number;
  readonly concession: number;
}

const amountsByKind = record(["goods", "works", "light", "concession"], number);

const procurementThresholds: Reader<readonly ProcurementThreshold[]> = (value) => {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const read = value.map((step) => {
    const from = isRecord(step) && Object.hasOwn(step, "from") && typeof step["from"] === "string" ? parseIsoDate(step["from"]) : undefined;
    const amounts = amountsByKind(step);
    return from === undefined || amounts === undefined ? undefined : { from, ...amounts };
  });
  return read.every((step) => step !== undefined) ? read : undefined;
};

const perCapRev = record(["Revenue", "Capital"], number);
const cycleDays = ["reminderBefore", "cutOff", "submit", "pmoReview", "sroApprove", "publish"] as const;
const tiers = ["Tier 1", "Tier 2", "Tier 3", "Tier 4"] as const;
const oneToFive = [1, 2, 3, 4, 5] as const;

/** The standard values and what may stand in their place (reference 17). A trust changes them in Settings, with a reason. */
const settings = {
  "risk.bands": {
    standard: { Low: [1, 3], Moderate: [4, 6], High: [8, 12], Extreme: [15, 25] },
    read: record(["Low", "Moderate", "High", "Extreme"], rising(several(2, number))),
  },
  "risk.probability": { standard: { "1": 0.025, "2": 0.15, "3": 0.375, "4": 0.7, "5": 0.95 }, read: record(["1", "2", "3", "4", "5"], share) },
  "risk.reviewDays": { standard: { Extreme: 7, High: 30, Moderate: 60, Low: 90 }, read: record(["Extreme", "High", "Moderate", "Low"], whole(3_660)) },
  "risk.escalation": { standard: { Executive: 15, Programme: 8 }, read: record(["Executive", "Programme"], number) },
  "rag.time.amberDays": { standard: 7, read: number },
  "rag.time.redDays": { standard: 30, read: number },
  "rag.time.milestoneTypes": { standard: ["Key (board)", "Programme", "Gate"], read: words },
  "rag.cost.overAmberPct": { standard: 5, read: number },
  "rag.cost.overRedPct": { standard: 10, read: number },
  "rag.cost.underAmberPct": { standard: { Revenue: 10, Capital: 5 }, read: perCapRev },
  "rag.cost.underRedPct": { standard: { Revenue: 20, Capital: 10 }, read: perCapRev },
  "rag.cost.floor": { standard: pence(500_000), read: pounds },
  "rag.benefits.greenPct": { standard: 90, read: number },
  "rag.benefits.amberPct": { standard: 75, read: number },
  "rag.risk.redScore": { standard: 15, read: number },
  "rag.risk.amberScore": { standard: 8, read: number },
  "rag.risk.exposureAmberPct": { standard: 80, read: number },
  "rag.quality.overdueDays": { standard: 14, read: number },
  "rag.scope.amberDays": { standard: 14, read: number },
  "rag.scope.redDays": { standard: 30, read: number },
  "rag.resources.amberPct": { standard: 10, read: number },
  "rag.resources.redPct": { standard: 25, read: number },
  "hazard.matrix": {
    standard: oneToFive.map((likelihood) => oneToFive.map((severity) => hazardLevel(likelihood, severity) ?? 0)),
    read: several(5, several(5, whole(5))),
  },
  "rag.overall.method": { standard: "balanced", read: oneOf("balanced", "worst") },
  "finance.actualsBasis": { standard: "accrued", read: oneOf("accrued", "invoiced") },
  "finance.accuracyLag": { standard: 3, read: number },
  "finance.runRatePct": { standard: 15, read: number },
  "finance.varianceExplain": { standard: { pct: 5, amount: 5_000 }, read: record(["pct", "amount"], number) },
  "report.cycle": { standard: { reminderBefore: 3, cutOff: 3, submit: 5, pmoReview: 7, sroApprove: 8, publish: 9 }, read: record(cycleDays, whole(99)) },
  "report.frequencyByTier": {
    standard: { "Tier 1": "Monthly", "Tier 2": "Monthly", "Tier 3": "Monthly", "Tier 4": "Quarterly" },
    read: record(tiers, oneOf("Monthly", "Quarterly")),
  },
  "change.route": {
    standard: { timeDays: [5, 30, 90], cost: [5_000, 50_000, 250_000], costPct: [2, 10, 20], benefitPct: [0, 10, 25] },
    read: record(["timeDays", "cost", "costPct", "benefitPct"], rising(several(3, number))),
  },
  "tier.bands": { standard: { "Tier 4": 9, "Tier 3": 13, "Tier 2": 18, "Tier 1": 24 }, read: record(tiers, number) },
  "dq.weights": { standard: { High: 3, Medium: 2, Low: 1 }, read: record(["High", "Medium", "Low"], number) },
  "dq.staleDays": { standard: 30, read: number },
  "dq.forecastDays": { standard: 31, read: number },
  "dq.disabledRules": { standard: [], read: words },
  "calendar.extraHolidays": { standard: [], read: days },
  "calendar.hoursPerWte": { standard: 37.5, read: number },
  "procurement.thresholds": {
    standard: [
      { from: "2026-01-01", goods: 135_018, works: 5_193_000, light: 663_540, concession: 5_193_000 },
      { from: "2024-01-01", goods: 139_688, works: 5_372_609, light: 663_540, concession: 5_372_609 },
    ],
    read: procurementThresholds,
  },
  "procurement.leadDays": { standard: { above: 270, below: 90 }, read: record(["above", "below"], whole(3_660)) },
  "procurement.amberDays": { standard: 60, read: whole(3_660) },
  "procurement.kpiValue": { standard: pence(500_000_000), read: pounds },
  "intake.triageDays": { standard: 10, read: number },
} as const satisfies Readonly<Record<string, Setting<unknown>>>;

export type ThresholdName = keyof typeof settings;
type Read<Name extends ThresholdName> = NonNullable<ReturnType<(typeof settings)[Name]["read"]>>;

/** What rules hold their figures against. Amounts are pence where the name stands alone, pounds inside an object, as Settings has them. */
export type Thresholds = { readonly [Name in ThresholdName]: Read<Name> };

export interface ReadThresholds {
  readonly thresholds: Thresholds;
  /** Names that a trust has set, so that "why?" can say so. */
  readonly own: ReadonlySet<ThresholdName>;
  /** Names whose value in Settings cannot be used; the standard value holds. */
  readonly refused: readonly ThresholdName[];
}

/** @param rows of the register Settings; a later row of the same key counts. */
export function readThresholds(rows: readonly Row[]): ReadThresholds {
  const written = new Map<string, string>();
  for (const { values } of rows) {
    const [key, json] = [valueAt(values, "Key"), valueAt(values, "ValueJson")];
    if (typeof key === "string" && typeof json === "string" && valueAt(values, "Archived") !== true) written.set(key, json);
  }
  const own = new Set<ThresholdName>();
  const refused: ThresholdName[] = [];
  const entries = (Object.keys(settings) as ThresholdName[]).map((name) => {
    const json = written.get(name);
    const value = json === undefined ? undefined : settings[name].read(parseJson(json));
    if (json !== undefined && value === undefined) refused.push(name);
    if (value !== undefined) own.add(name);
    return [name, value ?? settings[name].standard];
  });
  return { thresholds: Object.fromEntries(entries) as Thresholds, own, refused }; // one entry a name, each by its own reader or its standard
}
