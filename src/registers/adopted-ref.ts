import { deriveClientKey } from "../kernel";
import type { Register } from "./language/register";

/** No vowels, so that no word comes out. */
const letters = "BCDFGHJKLMNPQRSTVWXZ";
const digits = 4;

/**
 * What a row of a trust's own list is called where other records name it: "KDM-0012" for its item 12.
 * 1. SharePoint never gives an item's number twice in a list, so nothing has to be written into it.
 * 2. The letters come from the list: another list that is used later has others, but for one in 8,000, so nothing then points at a wrong row.
 * 3. A list of ours numbers with one letter or two, so both never meet.
 * @returns undefined for a register that belongs to a project itself: its rows are opened by their own number.
 */
export function adoptedRef({ ref, belongsTo }: Pick<Register, "ref" | "belongsTo">, listId: string, itemId: string): string | undefined {
  if (belongsTo !== "nothing" || !/^[1-9][0-9]{0,8}$/.test(itemId)) return undefined;
  const mark = Number.parseInt(deriveClientKey("ref", ref.prefix, listId.toLowerCase()).slice(0, 8), 16);
  const own = [mark, mark / letters.length, mark / letters.length ** 2].map((step) => letters.charAt(Math.floor(step) % letters.length)).join("");
  return `${own}-${itemId.padStart(digits, "0")}`;
}
