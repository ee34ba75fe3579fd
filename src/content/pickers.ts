export const pickerWords = {
  typeAddress: "You can type a work address instead.",
} as const;
