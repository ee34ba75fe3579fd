import { dateFromDayNumber, dateParts } from "../../../../kernel";
import type { CellValue } from "./typed-value";

const daysFrom1899To1970 = 25_569;
const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * The text that Excel shows for a value. It knows the formats a register uses: "General", "@", decimals, thousands, £, %,
 * negatives in brackets or after a semicolon, and days.
 */
export function displayText(value: CellValue, numberFormat: string): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  const [positive = "General", negative] = numberFormat.replace(/\[\$-[^\]]*\]/g, "").split(";");
  if (positive === "General" || positive === "@") return String(Number(value.toPrecision(11)));
  if (/[dmy]/i.test(positive.replace(/"[^"]*"/g, ""))) return displayDate(value, positive);
  if (value < 0 && negative !== undefined && /[0#]/.test(negative)) return displayNumber(-value, negative);
  return `${value < 0 ? "-" : ""}${displayNumber(Math.abs(value), positive)}`;
}

function displayNumber(value: number, section: string): string {
  const cleaned = section
    .replace(/\[[^\]]*\]/g, "")
    .replace(/_./g, "")
    .replace(/\\(.)/g, "$1")
    .replaceAll('"', "");
  const digits = /[#0][#0,]*(?:\.[#0]+)?/.exec(cleaned);
  if (!digits) return cleaned;
  const decimals = /\.([#0]+)/.exec(digits[0])?.[1]?.length ?? 0;
  const scaled = cleaned.includes("%") ? value * 100 : value;
  const shown = scaled.toLocaleString("en-GB", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: digits[0].includes(","),
    minimumIntegerDigits: Math.max(1, /^0+/.exec(digits[0].replaceAll(",", ""))?.[0].length ?? 1),
  });
  return cleaned.slice(0, digits.index) + shown + cleaned.slice(digits.index + digits[0].length);
}

function displayDate(serial: number, format: string): string {
  const { year, month, day } = dateParts(dateFromDayNumber(Math.floor(serial) - daysFrom1899To1970));
  return format
    .replace(/"([^"]*)"|\\(.)|y{2,4}|m{1,4}|d{1,2}/gi, (part, quoted?: string, escaped?: string) => {
      if (quoted !== undefined || escaped !== undefined) return quoted ?? escaped ?? "";
      const letter = part[0]?.toLowerCase();
      if (letter === "y") return part.length === 2 ? String(year % 100).padStart(2, "0") : String(year);
      if (letter === "d") return String(day).padStart(part.length, "0");
      return part.length >= 3 ? (monthNames[month - 1] ?? "") : String(month).padStart(part.length, "0");
    })
    .trim();
}
