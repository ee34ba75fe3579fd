export const pickerWords = {
  notAllowed: "The staff directory was not searched.",
  typeAddress: "You can type a work address instead.",
} as const;
