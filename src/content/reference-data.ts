/** What every figure counts with and somebody must bring up to date: what it means when it runs out, and what to do. */
export const referenceDataWords = {
  title: "Reference data to bring up to date",
  none: "Everything that figures count with is up to date.",
  notices: {
    bankHolidays: {
      name: "Bank holidays",
      runsOut: "Bank holidays are known for less than a year from now. Ask for an update of this product.",
      hasRunOut: "Bank holidays of this year are not known, so every weekday counts. Add them to Settings, or ask for an update.",
    },
    procurementThresholds: {
      name: "Procurement thresholds",
      runsOut: "The thresholds of the Procurement Act are about to change. Enter the new ones in Settings with their first day.",
      hasRunOut: "The thresholds of the Procurement Act are older than two years. Enter today’s in Settings with their first day.",
    },
    monthsOfTheYear: {
      name: "Months of the financial year",
      runsOut: "Financial periods has no months of this year yet. Add them before its first month ends.",
      hasRunOut: "Financial periods has no months of this year. Until somebody adds them, spending and outturn are not known.",
    },
    lastClosedMonth: {
      name: "Last closed month",
      runsOut: "A month waits to be closed in Financial periods.",
      hasRunOut: "Months that are over are not closed in Financial periods. Spending to date leaves them out.",
    },
  },
  inputs: {
    knownUntil: "Known until",
    thresholdsFrom: "Newest thresholds hold from",
    financialYear: "Financial year",
    closedMonth: "Last closed month",
  },
} as const;
