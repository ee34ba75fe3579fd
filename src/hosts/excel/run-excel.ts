import { fail, succeed, type Fault, type Result } from "../../kernel";
import { excelFault } from "./excel-fault";

/** Runs a batch that waits while the person types in a cell; what Excel throws becomes a Fault. */
export async function runExcel<T>(batch: (context: Excel.RequestContext) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await Excel.run({ delayForCellEdit: true }, batch);
  } catch (error) {
    return fail(excelFault(error));
  }
}

/** Does one piece after the other, each with its own sync: all together they would pass Excel's 5 MB a request. */
export async function inTurn<T>(pieces: readonly T[], work: (piece: T) => Promise<unknown>): Promise<void> {
  const [first, ...rest] = pieces;
  if (first === undefined) return;
  await work(first);
  await inTurn(rest, work);
}

export function notFound(): Result<never> {
  const fault: Fault = { kind: "notFound" };
  return fail(fault);
}

/** What a cell holds, as text; "" for anything that is no cell. */
export function textOf(cell: unknown): string {
  return typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean" ? String(cell) : "";
}

export const done: Result<void> = succeed(undefined);

/** Well below the 5 MB that Excel on the web takes, for characters of up to two bytes. */
const mostCharacters = 1_500_000;

/** Cuts rows into runs whose JSON stays below the limit of a request. */
export function cutRows<Row>(rows: readonly Row[]): readonly { readonly from: number; readonly rows: readonly Row[] }[] {
  const runs: { from: number; rows: Row[] }[] = [];
  let characters = 0;
  rows.forEach((row, index) => {
    const length = JSON.stringify(row).length;
    const last = runs.at(-1);
    if (last === undefined || characters + length > mostCharacters) {
      runs.push({ from: index, rows: [row] });
      characters = length;
    } else {
      last.rows.push(row);
      characters += length;
    }
  });
  return runs;
}
