/** What is wrong with a value, said to the person who typed or imported it. `label` is the column's. */
export const valueWords = {
  needed: (label: string) => `Enter ${lowerFirst(label)}`,
  neededPerson: (label: string) => `Choose ${lowerFirst(label)}`,
  tooLong: (label: string, longest: number) => `${label} must be ${longest.toLocaleString("en-GB")} characters or fewer`,
  tooShort: (label: string, shortest: number) => `${label} must be ${String(shortest)} characters or more`,
  notOneLine: (label: string) => `${label} must be on one line`,
  notAMoney: (label: string) => `${label} must be an amount of money, like £1,234.50`,
  notANumber: (label: string) => `${label} must be a number`,
  notAWholeNumber: (label: string) => `${label} must be a whole number`,
  tooLow: (label: string, from: string) => `${label} must be ${from} or more`,
  tooHigh: (label: string, to: string) => `${label} must be ${to} or less`,
  notADate: (label: string) => `${label} must be a real date, like 6 August 2026`,
  inFuture: (label: string) => `${label} must be today or in the past`,
  notAChoice: (label: string) => `${label} must be one of the listed values`,
  notYesNo: (label: string) => `${label} must be yes or no`,
  notALink: (label: string) => `${label} must be a web address that starts with https://`,
  wrongShape: (label: string) => `${label} is not in the right format`,
  tooMany: (label: string, most: number) => `${label} must name ${String(most)} people or fewer`,
  moveNotAllowed: (from: string, to: string) => `The status cannot move from ${from} to ${to}`,
  yes: "Yes",
  no: "No",
} as const;

/** What an import, paste or publish says about a row. */
export const planWords = {
  sameKeyTwice: (key: string) => `Another row has the same key, ${key}. Only the first is used`,
  keyMatchesSeveral: (key: string) => `More than one record has the key ${key}. Nothing is changed for this row`,
  heldInSharePoint: (label: string) => `${label} can only be changed in SharePoint and was left as it is`,
  lockedColumn: (label: string) => `${label} is filled by the product and was left as it is`,
  missingColumn: (label: string) => `The list has no column ${label}, so its value is not written`,
  nothingInRow: "The row has no values",
} as const;

function lowerFirst(label: string): string {
  const second = label.charAt(1);
  return second === second.toUpperCase() && /[A-Z]/.test(second) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
