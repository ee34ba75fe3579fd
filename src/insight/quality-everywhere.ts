import { findPatientDetails } from "../kernel";
import { isOpenRow, valueAt, type Columns, type Register, type Row, type Value, type Values } from "../registers";
import { oncePer } from "./once-per";
import { counted, findingOf, isFilled, worded, type CheckTerms, type Fault, type Notes } from "./quality-rule";
import type { SiteFacts } from "./quality-site-facts";

/** A rule of every register: it reads the register's own columns, whichever they are. */
interface CheckEverywhere extends Pick<CheckTerms, "rule" | "severity"> {
  /** What the rule does with rows of this register; undefined where it has nothing to read. */
  readonly of: (register: Register, site: SiteFacts) => RowCheck | undefined;
}

/** Undefined where the rule does not apply to the row. */
type RowCheck = (row: Row) => FaultAt | "passes" | undefined;

/** The field is the first of those at fault. */
type FaultAt = Fault & { readonly field: string };

/** DQ-44, DQ-45 and DQ-57 (reference 13). */
const checks: readonly CheckEverywhere[] = [
  { rule: "DQ-44", severity: "Low", of: (register) => storedTotals(register) },
  { rule: "DQ-45", severity: "High", of: (register) => patientDetails(register) },
  { rule: "DQ-57", severity: "Low", of: peopleWhoLeft },
];

export const termsOfEveryRegister: readonly Pick<CheckTerms, "rule" | "severity">[] = checks;

/** @param rows of that register. Of one that the site did not bring nothing is judged. */
export function judgeEverywhere(name: string, rows: readonly Row[], { site, notes }: { readonly site: SiteFacts; readonly notes: Notes }): void {
  const register = rows.length === 0 ? undefined : site.registers.get(name);
  if (register === undefined) return;
  for (const { rule, severity, of } of checks) {
    const check = notes.asks(rule) ? of(register, site) : undefined;
    if (check === undefined) continue;
    for (const row of rows) {
      const fault = check(row);
      if (fault === "passes") notes.passed(severity);
      else if (fault !== undefined) notes.failed(findingOf({ check: { rule, severity, field: fault.field }, register: name, record: row, fault }));
    }
  }
}

type StoredColumn = readonly [name: string, workOut: Register["workedOut"][string]];

/** A column that the site's list holds by itself, or has lost, is not the product's to keep. */
function storedColumns(register: Register): readonly StoredColumn[] {
  return Object.entries(register.workedOut).filter(([name]) => (register.columns as Columns)[name]?.filledBy === "ownRow");
}

/** What a row says of itself beside what its own columns give. One step stores the right ones. */
const storedTotals = oncePer((register: Register): RowCheck => {
  const stored = storedColumns(register);
  return ({ values }) => (stored.length === 0 ? undefined : staleTotals(values, stored));
});

function staleTotals(values: Values, stored: readonly StoredColumn[]): FaultAt | "passes" {
  const stale: { readonly name: string; readonly value: Value | undefined }[] = [];
  for (const [name, workOut] of stored) {
    const value = workOut(values);
    if (value !== values[name]) stale.push({ name, value });
  }
  const [first] = stale;
  if (first === undefined) return "passes";
  const inputs = stale.flatMap(({ name, value }) => [...worded("column", name), ...written("stored", valueAt(values, name)), ...written("workedOut", value)]);
  return { field: first.name, inputs, fix: Object.fromEntries(stale.map(({ name, value }) => [name, value ?? null])) };
}

function written(name: string, value: string | number | boolean | undefined): ReturnType<typeof worded> {
  return worded(name, value === undefined ? undefined : String(value));
}

/** Whatever a person may type, as the form checks it. */
function typedColumns(register: Register): readonly string[] {
  return Object.entries(register.columns as Columns).flatMap(([name, column]) => {
    const isText = column.type === "text" || column.type === "longText" || column.type === "people";
    return isText && column.filledBy === undefined ? [name] : [];
  });
}

/** Names of columns are told, never what stands in them. */
const patientDetails = oncePer((register: Register): RowCheck => {
  const columns = typedColumns(register);
  return ({ values }) => {
    let hasText = false;
    const found: string[] = [];
    for (const name of columns) {
      const text = values[name];
      if (!isFilled(text)) continue;
      hasText = true;
      const confidence = patientDetailIn(String(text));
      if (confidence === "high" || (confidence === "medium" && !isFilled(valueAt(values, "PidCheckedBy")))) found.push(name);
    }
    const [field] = found;
    if (field !== undefined) return { field, inputs: [...found.flatMap((name) => worded("column", name)), ...counted("columns", found.length)] };
    return hasText ? "passes" : undefined;
  };
});

/** Every kind of patient detail has digits, and either six of them or a birth. Most texts fall at the first of these and need no closer look. */
const anyDigit = /[0-9\uff10-\uff19]/;
const sixDigits = /(?:[0-9\uff10-\uff19][^0-9\uff10-\uff19]*){6}/;
const birth = /dob|birth/i;

function mayHoldDetails(text: string): boolean {
  return anyDigit.test(text) && (sixDigits.test(text) || birth.test(text));
}

/** High is always wrong; medium is until somebody confirmed that it is none; the rest are small notices (reference 15.4). */
function patientDetailIn(text: string): "high" | "medium" | undefined {
  if (!mayHoldDetails(text)) return undefined;
  const found = findPatientDetails(text);
  const isAmong = (wanted: "high" | "medium"): boolean => found.some(({ confidence }) => confidence === wanted);
  return isAmong("high") ? "high" : isAmong("medium") ? "medium" : undefined;
}

interface PeopleColumn {
  readonly name: string;
  readonly holds: "person" | "people";
}

const peopleColumns = oncePer((register: Register) =>
  Object.entries(register.columns as Columns).flatMap(([name, column]): readonly PeopleColumn[] =>
    column.type === "person" || column.type === "people" ? [{ name, holds: column.type }] : [],
  ),
);

/** Of rows that still ask for somebody: who did what in the past stays true. Silent until the directory was asked. */
function peopleWhoLeft(register: Register, { inactive }: SiteFacts): RowCheck | undefined {
  const people = peopleColumns(register);
  if (inactive === undefined || people.length === 0) return undefined;
  return ({ values }) => {
    const named = people.flatMap((column) => addressesIn(values, column).map((address) => ({ field: column.name, address })));
    if (named.length === 0 || !isOpenRow(register, values)) return undefined;
    const left = named.filter(({ address }) => inactive.has(address));
    const [first] = left;
    return first === undefined ? "passes" : { field: first.field, inputs: left.flatMap(({ address }) => worded("person", address)) };
  };
}

function addressesIn(values: Values, { name, holds }: PeopleColumn): readonly string[] {
  const text = valueAt(values, holds === "person" ? `${name}Address` : name);
  if (typeof text !== "string") return [];
  return holds === "person" ? [text.toLowerCase()] : [...text.matchAll(/<([^<>]+)>/g)].map(([, address = ""]) => address.toLowerCase());
}
