/** How sure the scan is that a text holds an NHS number (reference 15.4). Only `high` stops a save. */
export type Confidence = "high" | "medium" | "low" | "test number";

export interface NhsNumberMatch {
  /** Position of the match in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly confidence: Confidence;
  /** "943 ••• ••19": the digits themselves never leave this function. */
  readonly masked: string;
}

export interface PatientDetailMatch {
  readonly start: number;
  readonly end: number;
  readonly kind: "nhsNumber" | "nationalInsuranceNumber" | "dateOfBirth";
  readonly confidence: Confidence;
}

const weights = [10, 9, 8, 7, 6, 5, 4, 3, 2];

/** Modulus 11 over ten digits; all digits the same are not a number in issue. */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const check = 11 - (sum % 11);
  return check !== 10 && (check === 11 ? 0 : check) === Number(digits[9]);
}

const candidate = /(?<![0-9,.£$€])(?<![0-9][ -])([0-9]{3})([ \-.\u00a0]?)([0-9]{3})\2([0-9]{4})(?![0-9])(?![.,][0-9])/g;
const introducedBy = /\b(nhs|patient|pt|mrn|number|no|hospital)\b/i;

/**
 * Finds numbers that pass the NHS check.
 * Limit: a number straight after another number and a space or hyphen ("ward 4 943 476 5919") is no candidate, as reference 15.4 has
 * it: the digits before may be the start of a longer number, such as an account's. After a word or a comma and a space it is found.
 * @param issuedFirstDigits first digits in issue; the default is the ranges given to patients.
 */
export function findNhsNumbers(text: string, issuedFirstDigits = "3467"): readonly NhsNumberMatch[] {
  const plain = text.replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return matchesIn(plain, candidate).flatMap((match): readonly NhsNumberMatch[] => {
    const [written, first = "", separator = "", second = "", third = ""] = match;
    const digits = `${first}${second}${third}`;
    if (!isNhsNumber(digits)) return [];
    const before = plain.slice(Math.max(0, match.index - 20), match.index);
    const confidence = confidenceOf({ digits, issuedFirstDigits, certain: separator !== "" || introducedBy.test(before) });
    return [{ start: match.index, end: match.index + written.length, confidence, masked: `${first} ••• ••${third.slice(2)}` }];
  });
}

const none: readonly RegExpExecArray[] = [];

/** Whole portfolios are read, and most texts hold nothing: then nothing is put together. */
function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  return text.search(pattern) === -1 ? none : [...text.matchAll(pattern)];
}

function confidenceOf(found: { digits: string; issuedFirstDigits: string; certain: boolean }): Confidence {
  if (found.issuedFirstDigits.includes(found.digits.charAt(0))) return found.certain ? "high" : "medium";
  return found.digits.startsWith("9") ? "test number" : "low";
}

const nationalInsuranceNumber = /\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g;
const dateOfBirth = /\b(?:dob|date of birth)\b.{0,15}?\d{1,2}[ /.-](?:\d{1,2}|[a-z]{3,9})[ /.-]\d{2,4}/gi;

/** Everything in a free text that looks like a patient's details, in order of place. */
export function findPatientDetails(text: string): readonly PatientDetailMatch[] {
  const others = (pattern: RegExp, kind: PatientDetailMatch["kind"]): readonly PatientDetailMatch[] =>
    matchesIn(text, pattern).map((match) => ({ start: match.index, end: match.index + match[0].length, kind, confidence: "medium" }));
  const numbers = findNhsNumbers(text).map(({ start, end, confidence }): PatientDetailMatch => ({ start, end, kind: "nhsNumber", confidence }));
  return [...numbers, ...others(nationalInsuranceNumber, "nationalInsuranceNumber"), ...others(dateOfBirth, "dateOfBirth")].sort((a, b) => a.start - b.start);
}
