import { valueWords } from "../content";
import { formatDate } from "../kernel";
import type { Cell } from "./table";

/** A cell as words, as the product writes them. */
export function cellText(cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "object") return formatDate(cell.date);
  if (typeof cell === "boolean") return cell ? valueWords.yes : valueWords.no;
  return String(cell);
}
