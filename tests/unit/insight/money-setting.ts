import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseIsoDate, penceFromPounds, roundHalfAwayFromZero, type CalendarDate, type FinancialYear } from "../../../src/kernel";
import { recordsIn, standpointFrom, type Standpoint } from "../../../src/insight";
import type { CostLine } from "../../../src/insight/cost-lines";
import type { Figure } from "../../../src/insight/figure";
import { financialYear } from "../../../src/kernel";
import type { costs, financialPeriods, Value, Values } from "../../../src/registers";

export const year: FinancialYear = financialYear(2026);

export function oracle(name: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, "../../oracle", name), "utf8"));
}

export function day(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(`no such day: ${text}`);
  return date;
}

interface Situation {
  readonly today?: string;
  /** The last closed month by financial year: 0 where months are recorded and none is closed, absent where nobody records them. */
  readonly closed?: Readonly<Record<string, number>>;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** 24 November 2026 with eight months closed, unless said otherwise. */
export function standpoint({ today = "2026-11-24", closed = { "2026/27": 8 }, settings = {} }: Situation = {}): Standpoint {
  const periods = Object.entries(closed).map(([FinancialYear, MonthNo]) =>
    row({ FinancialYear, MonthNo: Math.max(MonthNo, 1), PeriodStatus: MonthNo === 0 ? "Open" : "Closed" }),
  );
  return standpointFrom({
    today: day(today),
    settings: Object.entries(settings).map(([Key, value]) => row({ Key, ValueJson: JSON.stringify(value) })),
    periods: recordsIn<typeof financialPeriods>(periods),
  });
}

export const invoiced = { "finance.actualsBasis": "invoiced" } as const;

let number = 0;

export function row(values: Readonly<Record<string, Value | undefined>>) {
  number += 1;
  const filled = Object.entries(values).filter((entry): entry is [string, Value] => entry[1] !== undefined);
  return { id: String(number), values: Object.fromEntries(filled) as Values, extras: {} };
}

/** Twelve columns of pounds from a month on: `months("BudM", [10, 20])` are April and May. A gap stays empty. */
export function months(prefix: "BudM" | "ActM" | "AccM" | "FctM", pounds: readonly (number | undefined)[], from = 1): Record<string, number | undefined> {
  return Object.fromEntries(
    pounds.map((amount, index) => [`${prefix}${String(from + index).padStart(2, "0")}`, amount === undefined ? undefined : penceFromPounds(amount)]),
  );
}

export function line(values: Readonly<Record<string, Value | undefined>>): CostLine {
  const [found] = recordsIn<typeof costs>([row({ FinancialYear: year, CapRev: "Revenue", ...values })]);
  if (found === undefined) throw new Error("no line");
  return found;
}

/** What a figure says that it rests on, by name; the record after the value where one is named. */
export function inputsOf(figure: Figure<unknown> | undefined): Record<string, unknown> {
  return Object.fromEntries(
    (figure?.inputs ?? []).map((input) => {
      const { name, value, from } = input;
      // toEqual would pass over what is undefined.
      if ([name, value].includes(undefined as never)) throw new Error(`not an input: ${JSON.stringify(input)}`);
      return [name, from === undefined ? value : [value, `${from.register} ${from.ref}`]];
    }),
  );
}

/** Names of thresholds among the inputs. */
export function thresholdsOf(figure: Figure<unknown>): readonly string[] {
  return figure.inputs.filter(({ kind }) => kind === "threshold").map(({ name }) => name);
}

/** Rounded as figures are shown: half away from zero, in decimal. */
export function toPlaces(value: number | undefined, places: number): number | undefined {
  if (value === undefined) return undefined;
  return roundHalfAwayFromZero(Number((value * 10 ** places).toPrecision(15))) / 10 ** places;
}

export function pounds(pence: number | undefined): number | undefined {
  return pence === undefined ? undefined : pence / 100;
}
