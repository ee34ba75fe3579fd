import { deriveClientKey } from "../../kernel";
import { completeRow, refOf, type Register, type RowOf, type Value, type Values } from "../../registers";

/** A row's values, where a missing one may be written as undefined. */
export type Draft<R extends Register> = { readonly [Name in keyof RowOf<R>]?: RowOf<R>[Name] | undefined };

interface BookedRow {
  readonly register: Register;
  readonly values: Values;
  /** Key of the person who typed it. */
  readonly by: string;
  /** How many days ago it was typed. */
  readonly daysAgo: number;
}

/** A later change to a booked row, for its history. */
interface BookedChange {
  readonly register: Register;
  readonly ref: string;
  readonly changes: Values;
  readonly by: string;
  readonly daysAgo: number;
}

/** Rows of one site in the order of their writing; a row gets its Ref when it is added, so that others can name it. */
export class RowBook {
  readonly rows: BookedRow[] = [];
  readonly changes: BookedChange[] = [];
  private readonly numbers = new Map<string, number>();
  private author = "pmo";
  private daysAgo = 60;

  /** @param name tells the sites and seeds apart: client keys follow from it. */
  constructor(private readonly name: string) {}

  /** Who types the rows that follow, and when. */
  writeAs(person: string, daysAgo: number): void {
    this.author = person;
    this.daysAgo = daysAgo;
  }

  /** @returns the row's Ref. Throws (a bug) when the register's numbers are used up. */
  add<R extends Register>(register: R, draft: Draft<R>): string {
    const number = this.nextNumber(register);
    const ref = refOf(register, number);
    if (ref === undefined) throw new RangeError(`${register.name} has no number ${String(number)}`);
    const typed = Object.entries(draft).filter((entry): entry is [string, Value] => entry[1] !== undefined);
    const key = deriveClientKey(this.name, register.name, String(number));
    const values: Values = { ...Object.fromEntries(typed), Ref: ref, RefNo: number, ClientKey: key, OperationId: `seed-${key.slice(0, 8)}` };
    this.rows.push({ register, values: completeRow(register, values), by: this.author, daysAgo: this.daysAgo });
    return ref;
  }

  change<R extends Register>(register: R, draft: Draft<R>, made: { readonly ref: string; readonly by: string; readonly daysAgo: number }): void {
    const typed = Object.entries(draft).filter((entry): entry is [string, Value] => entry[1] !== undefined);
    this.changes.push({ register, changes: Object.fromEntries(typed), ...made });
  }

  rowsOf(register: Register): readonly Values[] {
    return this.rows.filter((row) => row.register.name === register.name).map(({ values }) => values);
  }

  countRows(): ReadonlyMap<string, number> {
    return new Map(this.numbers);
  }

  private nextNumber(register: Register): number {
    const number = (this.numbers.get(register.name) ?? 0) + 1;
    this.numbers.set(register.name, number);
    return number;
  }
}
