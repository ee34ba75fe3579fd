/** The number of a month, from "2026-07" or "2026-07-31", so that months can be counted; undefined for anything else. */
export function monthIn(text: string | undefined): number | undefined {
  const match = /^(\d{4})-(0[1-9]|1[0-2])(-\d{2})?$/.exec(text ?? "");
  return match === null ? undefined : Number(match[1]) * 12 + Number(match[2]) - 1;
}

/** "2026-07" */
export function monthText(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}
