import { financialMonthOf, financialYear, financialYearOf, parseFinancialYear, type CalendarDate, type FinancialYear } from "../kernel";
import type { resourceCapacity } from "../registers";
import { compareText } from "./compare-text";
import { fact } from "./figure";
import { counted, findingOf, worded, type CheckTerms, type Fault, type Notes } from "./quality-rule";
import { sourceOf, type RecordIn, type RecordOf } from "./records";

export type Demand = RecordOf<"ResourceDemand">;
export type Capacity = RecordIn<typeof resourceCapacity>;

export const overAllocated: CheckTerms = { rule: "DQ-55", severity: "Medium", field: "Person" };

const monthNumbers = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"] as const;
const monthsLooked = 3;

interface Month {
  readonly year: FinancialYear;
  readonly number: (typeof monthNumbers)[number];
}

interface Allocations {
  readonly needs: readonly Demand[];
  readonly capacities: readonly Capacity[];
  readonly today: CalendarDate;
}

/**
 * DQ-55: each person with agreed needs, of whatever projects, once; this month and the two after it, as the resources RAG looks. Where
 * nobody wrote down what somebody can give, nothing is said of them. The finding stands at the first of their needs.
 */
export function judgePeople({ needs, capacities, today }: Allocations, notes: Notes): void {
  const months = monthsFrom(today);
  const given = byPerson(capacities);
  for (const [person, agreed] of byPerson(needs.filter(({ values }) => values.AllocationStatus === "Agreed"))) {
    const known = months.flatMap((month) => {
      const capacity = total(given.get(person) ?? [], (row) => capacityIn(row, month));
      return capacity === undefined ? [] : [{ month, capacity, agreed: total(agreed, (row) => agreedIn(row, month)) ?? 0 }];
    });
    const over = known.find((found) => found.agreed > found.capacity);
    const [first] = [...agreed].sort(byRef);
    if (first === undefined || known.length === 0) continue;
    if (over === undefined) notes.passed(overAllocated.severity);
    else notes.failed(findingOf({ check: overAllocated, register: "ResourceDemand", record: first, fault: faultOf(over, agreed, first) }));
  }
}

interface InMonth {
  readonly month: Month;
  readonly capacity: number;
  readonly agreed: number;
}

function faultOf({ month, capacity, agreed }: InMonth, needs: readonly Demand[], first: Demand): Fault {
  return {
    inputs: [
      ...worded("person", first.values.Person),
      ...worded("financialYear", month.year),
      fact("month", { unit: "month", value: Number(month.number) }),
      ...counted("agreedWte", agreed / 100),
      ...counted("capacityWte", capacity / 100),
      ...counted("needs", needs.length),
    ],
  };
}

/** By address; by name where a row has none. Rows for a role or a pool belong to nobody. */
function byPerson<Record extends Demand | Capacity>(rows: readonly Record[]): ReadonlyMap<string, readonly Record[]> {
  const found = new Map<string, Record[]>();
  for (const row of rows) {
    const person = (row.values.PersonAddress ?? row.values.Person ?? "").trim().toLowerCase();
    const theirs = found.get(person);
    if (person === "") continue;
    if (theirs === undefined) found.set(person, [row]);
    else theirs.push(row);
  }
  return found;
}

/** Hundredths of a whole-time equivalent, as the columns keep them, so that sums are exact; undefined when no row has an amount. */
function total<Record>(rows: readonly Record[], amountOf: (row: Record) => number | undefined): number | undefined {
  const amounts = rows.map(amountOf).filter((amount) => amount !== undefined);
  return amounts.length === 0 ? undefined : amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0);
}

function capacityIn({ values }: Capacity, { year, number }: Month): number | undefined {
  return parseFinancialYear(values.FinancialYear ?? "") === year ? values[`CapM${number}`] : undefined;
}

function agreedIn({ values }: Demand, { year, number }: Month): number | undefined {
  return parseFinancialYear(values.FinancialYear ?? "") === year ? values[`AllM${number}`] : undefined;
}

function monthsFrom(today: CalendarDate): readonly Month[] {
  const startYear = Number(financialYearOf(today).slice(0, 4));
  return Array.from({ length: monthsLooked }, (_, ahead) => {
    const index = financialMonthOf(today) - 1 + ahead;
    return { year: financialYear(startYear + Math.floor(index / 12)), number: monthNumbers[index % 12] ?? "01" };
  });
}

function byRef(one: Demand, other: Demand): number {
  return compareText(sourceOf("", one).ref, sourceOf("", other).ref) || compareText(one.id, other.id);
}
