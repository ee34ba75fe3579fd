export { fail, succeed, type Result } from "./result";
export { isAmbiguous, type Fault, type FaultKind, type FaultOrigin, type FieldProblem } from "./fault";
export {
  addPence,
  formatDecimal,
  formatMoney,
  formatPence,
  formatShortMoney,
  formatThousands,
  formatWholePounds,
  noPence,
  parsePence,
  pence,
  penceFromPounds,
  poundsFromPence,
  roundHalfAwayFromZero,
  roundToDecimals,
  subtractPence,
  type Pence,
} from "./money";
export {
  addDays,
  calendarDate,
  dateFromDayNumber,
  dateParts,
  dayNumber,
  daysBetween,
  formatDate,
  formatMoment,
  formatShortDate,
  isoMomentFromDate,
  parseIsoDate,
  parseWrittenDate,
  ukDateAt,
  ukDateFromIsoMoment,
  type CalendarDate,
  type DateOrder,
  type DateParts,
} from "./calendar-date";
export {
  financialMonthOf,
  financialMonths,
  financialYear,
  financialYearOf,
  firstDayOfFinancialMonth,
  parseFinancialYear,
  type FinancialMonth,
  type FinancialYear,
} from "./financial-year";
export { today, wait, type Clock, type Locks, type Progress, type Randomness, type Timers } from "./ports";
export { isClientKey, makeClientKey, type ClientKey } from "./ids";
export { deriveClientKey } from "./derived-key";
export { booleanAt, isRecord, listAt, numberAt, parseJson, property, safeHref, textAt } from "./parse";
export { findNhsNumbers, findPatientDetails, isNhsNumber, type Confidence, type NhsNumberMatch, type PatientDetailMatch } from "./patient-details";
export { sameItems } from "./same-items";
export { sha256 } from "./sha256";
