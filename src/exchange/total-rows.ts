import { isFilled, oneLine } from "./heading-shape";
import { readMoney } from "./read-numbers";
import type { Cell } from "./table";

const totalWords =
  /^(?:(?:grand|overall|sub|running)[\s-]*totals?\b.*|totals?(?:\s*[:=–-]|\s+(?:cost|costs|budget|spend|amount|value|to date|£|\(|\d{4}).*)?|.{1,60}\s(?:sub-?\s?)?totals?:?|sum)$/i;

/** A row as far as adding up goes; looked at once for each row of a large sheet. */
export interface RowFigures {
  readonly amounts: ReadonlyMap<number, number>;
  /** The one text among figures; undefined for none, and for several. */
  readonly label: string | undefined;
  /** Neither a figure nor a dash. */
  readonly texts: number;
}

export function rowFigures(row: readonly Cell[]): RowFigures {
  const amounts = new Map<number, number>();
  let texts = 0;
  let label: Cell;
  row.forEach((cell, column) => {
    const amount = amountOf(cell);
    if (amount !== undefined) amounts.set(column, amount);
    else if (isFilled(cell) && !isDash(cell)) {
      texts += 1;
      label = cell;
    }
  });
  return { amounts, texts, label: texts === 1 ? oneLine(label) : undefined };
}

/** A row that is called a total and holds nothing else but figures. "Total hip replacement", with an owner beside it, is a project. */
export function isCalledTotal({ label }: RowFigures): boolean {
  return label !== undefined && totalWords.test(label);
}

/** Adds up columns, to know a row that is nothing but the sum of the rows above it. */
export class RunningSums {
  readonly #since = new Sums();
  readonly #all = new Sums();

  add(row: RowFigures): void {
    this.#since.add(row);
    this.#all.add(row);
  }

  /** Nothing but figures, and at most "Total …", each of them the sum of the rows since the last total or of all rows. */
  isSum(row: RowFigures): boolean {
    if (row.amounts.size === 0 || row.texts > 1 || (row.texts === 1 && !/^total/i.test(row.label ?? ""))) return false;
    return this.#since.isSum(row) || this.#all.isSum(row);
  }

  /** A total was passed: the next one may begin anew. */
  restart(): void {
    this.#since.clear();
  }
}

const fewestRows = 2; // one row and its equal are twins, not a sum
const halfPenny = 0.006;

class Sums {
  readonly #columns = new Map<number, { readonly sum: number; readonly last: number; readonly isCount: boolean }>();
  #rows = 0;

  add({ amounts }: RowFigures): void {
    this.#rows += 1;
    for (const [column, amount] of amounts) {
      const before = this.#columns.get(column);
      const isCount = before === undefined || (before.isCount && amount === before.last + 1);
      this.#columns.set(column, { sum: (before?.sum ?? 0) + amount, last: amount, isCount });
    }
  }

  isSum({ amounts }: RowFigures): boolean {
    if (this.#rows < fewestRows || [...amounts.values()].every((amount) => amount === 0)) return false;
    return [...amounts].every(([column, amount]) => {
      const { sum, last, isCount } = this.#columns.get(column) ?? { sum: 0, last: 0, isCount: false };
      // Rows numbered 1, 2, 3: the third number is no sum.
      return Math.abs(amount - sum) <= halfPenny && !(isCount && amount === last + 1);
    });
  }

  clear(): void {
    this.#columns.clear();
    this.#rows = 0;
  }
}

/** A figure as a number or as text such as "£1,250.00"; looked at closely only where it may be one, since all cells pass here. */
function amountOf(cell: Cell): number | undefined {
  if (typeof cell === "number") return cell;
  if (typeof cell !== "string" || !/^[\s£(–-]*\d[\d,.\s£kmn)–-]*$/i.test(cell)) return undefined;
  const read = readMoney(cell, 1);
  return read.kind === "value" ? read.value / 100 : undefined;
}

function isDash(cell: Cell): boolean {
  return typeof cell === "string" && /^\s*(?:£?\s*[-–—]|n\/?a)\s*$/i.test(cell);
}
