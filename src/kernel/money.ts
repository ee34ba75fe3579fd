/** Whole pence. Sums are exact; a fraction of a penny never enters. */
export type Pence = number & { readonly unit: "pence" };

/** @param amount a whole number of pence, within ±2^53. Throws (a bug) for fractions and NaN. */
export function pence(amount: number): Pence {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not whole pence: ${String(amount)}`);
  return (amount === 0 ? 0 : amount) as Pence; // -0 would print as "–£0.00"
}

export const noPence = pence(0);

export function addPence(...amounts: readonly Pence[]): Pence {
  return pence(amounts.reduce<number>((sum, amount) => sum + amount, 0));
}

export function subtractPence(from: Pence, amount: Pence): Pence {
  return pence(from - amount);
}

/** Rounds half away from zero, the rule of every figure in the product (reference 6.1). */
export function roundHalfAwayFromZero(value: number): number {
  const rounded = Math.sign(value) * Math.round(Math.abs(value));
  return rounded === 0 ? 0 : rounded;
}

/** Pounds as they travel over the wire (a number with two decimals) to pence; exact to the 15 digits that SharePoint and Excel keep. */
export function penceFromPounds(pounds: number): Pence {
  return pence(roundHalfAwayFromZero(Number((pounds * 100).toPrecision(15))));
}

/** Pence to the two-decimal number that SharePoint and Excel hold. */
export function poundsFromPence(amount: Pence): number {
  return amount / 100;
}

/**
 * Reads an amount that a person or a file wrote: "£1,234.50", "(1,234)", "–12", "654.46".
 * @param scale multiplies the amount: 1, 1_000 or 1_000_000.
 * @returns undefined when the whole text is not one amount, or when it holds a fraction of a penny at scale 1.
 */
export function parsePence(text: string, scale = 1): Pence | undefined {
  const bare = text.replace(/[\s\u00a0\u200b,£]/g, "");
  const match = /^(\()?([-–−+])?(\d+)?(?:\.(\d+))?(\))?$/.exec(bare);
  if (!match) return undefined;
  const [, open, sign, whole, fraction, close] = match;
  if ((whole ?? fraction) === undefined || (open === undefined) !== (close === undefined)) return undefined;
  if (open !== undefined && sign !== undefined) return undefined;
  // Digits are shifted as text: 654.46 × 1,000,000 must not pass through binary fractions.
  const places = Math.round(Math.log10(scale)) + 2;
  const digits = (fraction ?? "").padEnd(places, "0");
  const kept = Number(`${whole ?? "0"}${digits.slice(0, places)}`);
  const dropped = digits.slice(places).replace(/0+$/, "");
  if (dropped !== "" && scale === 1) return undefined;
  const rounded = dropped !== "" && dropped.charCodeAt(0) >= "5".charCodeAt(0) ? kept + 1 : kept;
  if (!Number.isSafeInteger(rounded)) return undefined;
  const negative = open !== undefined || (sign !== undefined && sign !== "+");
  return pence(negative ? -rounded : rounded);
}

const poundsAndPence = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const wholePounds = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/** "£1,234.50"; a minus is an en dash before the pound sign: "–£1,234.50". */
export function formatPence(amount: Pence): string {
  return `${amount < 0 ? "–" : ""}£${poundsAndPence.format(Math.abs(amount) / 100)}`;
}

/** "£1,235", rounded half away from zero. For headlines; exports keep the pence. */
export function formatWholePounds(amount: Pence): string {
  const pounds = roundHalfAwayFromZero(amount / 100);
  return `${pounds < 0 ? "–" : ""}£${wholePounds.format(Math.abs(pounds))}`;
}
