import type { DateOrder } from "../kernel";
import type { MoneyScale } from "./reading";
import type { Cell } from "./table";

/** The scale that a heading or a title names: "(£m)", "£ million", "£000", "£k"; 1 when it names none. */
export function suggestMoneyScale(words: string): MoneyScale {
  if (/£\s*(?:m|mn|million)s?\b|\bmillions?\b|\(m\)/i.test(words)) return 1_000_000;
  return /£\s*(?:k|0{3}|'000|’000|thousand)s?\b|\bthousands?\b|\(k\)|'000/i.test(words) ? 1000 : 1;
}

export interface SuggestedDateOrder {
  readonly order: DateOrder;
  /** False when no value settles it and the page should ask. */
  readonly isCertain: boolean;
}

/**
 * Day or month first, from the written dates of one column: a part above 12 is a day. Day first when nothing tells.
 * Year first only where every date is written so: a single "3/4/2026" could not be read any more.
 */
export function suggestDateOrder(cells: readonly Cell[]): SuggestedDateOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  let open = 0;
  let yearFirst = 0;
  let others = 0;
  for (const cell of cells) {
    const match = typeof cell === "string" ? /^\s*(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s]\d{2,4}\b/.exec(cell) : null;
    if (typeof cell === "string" && /^\s*\d{4}[/.-]\d{1,2}[/.-]\d{1,2}\b/.test(cell)) yearFirst += 1;
    if (!match) continue;
    others += 1;
    if (Number(match[1]) > 12) dayFirst += 1;
    else if (Number(match[2]) > 12) monthFirst += 1;
    else if (match[1] !== match[2]) open += 1;
  }
  return {
    order: yearFirst > 0 && others === 0 ? "year first" : monthFirst > dayFirst ? "month first" : "day first",
    isCertain: (dayFirst === 0) !== (monthFirst === 0) || open + dayFirst + monthFirst === 0,
  };
}
