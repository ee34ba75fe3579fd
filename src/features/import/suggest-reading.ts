import { cellText, readMoney, suggestMoneyScale, type MoneyScale } from "../../exchange";
import type { SourceTable } from "./source-table";

const rowsLookedAt = 200;
const smallPence = 100_000_00; // whole columns below £100,000 may be in thousands or millions

export interface SuggestedScale {
  readonly scale: MoneyScale;
  /** False when neither words nor sizes settle it: the page asks for a look. */
  readonly isCertain: boolean;
}

/** From the heading and title rows, else from the same amounts spelt out in other cells of the row ("£2013.02m"), else from sizes. */
export function suggestScale(table: SourceTable, column: number): SuggestedScale {
  const named = suggestMoneyScale([table.headings[column] ?? "", ...table.titleRows].join(" "));
  if (named !== 1) return { scale: named, isCertain: true };
  const votes = new Map<MoneyScale, number>();
  let most = 0;
  for (const { cells } of table.rows.slice(0, rowsLookedAt)) {
    const amount = readMoney(cells[column], 1);
    if (amount.kind !== "value") continue;
    most = Math.max(most, Math.abs(amount.value));
    const told = scaleToldBeside(
      cells
        .filter((_, index) => index !== column)
        .map(cellText)
        .join("\n"),
      amount.value / 100,
    );
    if (told !== undefined) votes.set(told, (votes.get(told) ?? 0) + 1);
  }
  const [best] = [...votes].sort(([, left], [, right]) => right - left);
  if (best !== undefined && best[1] >= 2) return { scale: best[0], isCertain: true };
  return { scale: 1, isCertain: most === 0 || most >= smallPence };
}

/** Small round numbers meet by chance; from £10 on, the same figure with "m" behind it is the same amount. */
function scaleToldBeside(text: string, pounds: number): MoneyScale | undefined {
  if (pounds < 10) return undefined;
  for (const [, digits = "", unit = ""] of text.matchAll(/([\d,]+(?:\.\d+)?)\s*(million|mn|m|thousand|k)\b/gi)) {
    if (Math.abs(Number(digits.replaceAll(",", "")) - pounds) < 0.005) return /^m/i.test(unit) ? 1_000_000 : 1000;
  }
  return undefined;
}
