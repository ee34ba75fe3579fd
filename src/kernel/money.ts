/** Whole pence. Sums are exact; a fraction of a penny never enters. */
export type Pence = number & { readonly unit: "pence" };

/** @param amount a whole number of pence, within ±2^53. Throws (a bug) for fractions and NaN. */
export function pence(amount: number): Pence {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not whole pence: ${String(amount)}`);
  return (amount === 0 ? 0 : amount) as Pence; // -0 would print as "-£0.00"
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

/** Rounds to so many decimals, half away from zero and in decimal: 1.005 to two of them is 1.01, where binary fractions give 1. */
export function roundToDecimals(value: number, decimals: number): number {
  return withPointMoved(value, decimals) / 10 ** decimals;
}

/** The whole number that stands there when the point moves to the right; exact to the 15 digits that SharePoint and Excel keep. */
function withPointMoved(value: number, places: number): number {
  return roundHalfAwayFromZero(Number((value * 10 ** places).toPrecision(15)));
}

/** Pounds as they travel over the wire (a number with two decimals) to pence. */
export function penceFromPounds(pounds: number): Pence {
  return pence(withPointMoved(pounds, 2));
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
const wholeNumbers = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const decimalNumbers = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 15 });

/** "1,234.5": at most so many decimals, rounded half away from zero, and never a minus before nought. */
export function formatDecimal(value: number, decimals: number): string {
  return decimalNumbers.format(roundToDecimals(value, decimals));
}

/**
 * An amount as a cell holds it, always to the penny: "£1,200.00", "-£1,234.50". In a column points stand below each other, and it reads
 * as Excel shows it. A sentence or a figure takes `formatMoney`.
 */
export function formatPence(amount: Pence): string {
  return inPounds(amount, poundsAndPence.format(Math.abs(amount) / 100));
}

/** An amount as a sentence or a figure tells it (reference 6.1): "£75", "£75.50", "-£1,200". */
export function formatMoney(amount: Pence): string {
  return amount % 100 === 0 ? formatWholePounds(amount) : formatPence(amount);
}

/** "£1,235", rounded half away from zero. For amounts that are compared at a glance; exports keep the pence. */
export function formatWholePounds(amount: Pence): string {
  const pounds = roundHalfAwayFromZero(amount / 100);
  return inPounds(pounds, wholeNumbers.format(Math.abs(pounds)));
}

const millionPounds = 1_000_000;

/** The one amount of a headline (reference 6.1): "£1.25 million", and in whole pounds below a million. */
export function formatShortMoney(amount: Pence): string {
  const isMillions = Math.abs(roundHalfAwayFromZero(amount / 100)) >= millionPounds;
  return isMillions ? inPounds(amount, `${formatDecimal(Math.abs(amount) / 100 / millionPounds, 2)} million`) : formatWholePounds(amount);
}

/** For a table that is headed "£000" (reference 6.1): "1,235", "-1,235". */
export function formatThousands(amount: Pence): string {
  return formatDecimal(amount / 100_000, 0);
}

/** @param signed says which side of nought it is, as rounded: "-£0" is never written. */
function inPounds(signed: number, digits: string): string {
  return `${signed < 0 ? "-" : ""}£${digits}`;
}
