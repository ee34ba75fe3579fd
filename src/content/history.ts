/** Earlier states of a record; apart from the record's own words, which every list needs. */
export const historyWords = {
  title: "What changed, and who changed it",
  none: "SharePoint keeps no earlier versions of this record.",
  first: "First version",
  version: (label: string, who: string, when: string) => `Version ${label}, ${who}, ${when}`,
  unknown: "somebody",
  column: "Field",
  before: "Before",
  after: "After",
  nothing: "Nothing that this form shows",
} as const;
