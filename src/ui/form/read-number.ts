/**
 * A whole number as a person writes it: spaces, commas, £ and invisible characters are ignored, a minus may be a dash.
 * @returns undefined when the whole text is not one whole number within ±2^53.
 */
export function readWholeNumber(text: string): number | undefined {
  const bare = text.replace(/[\s\u00a0\u200b-\u200f\u2060\ufeff,£]/g, "").replace(/^[–−]/, "-");
  if (!/^[-+]?\d+(\.0*)?$/.test(bare)) return undefined;
  const value = Number(bare);
  if (!Number.isSafeInteger(value)) return undefined;
  return value === 0 ? 0 : value;
}
