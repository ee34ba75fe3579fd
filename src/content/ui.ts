/** Words of the shared pieces: grid, forms, states, panels. Nothing here knows a register. */
export const uiWords = {
  notices: "Notices",
  notSet: "Not set",
  emptyValues: ["Not set", "Not applicable", "Not known", "Not assessed"] as readonly string[],
  close: "Close",
  cancel: "Cancel",
  more: "More",
  menu: "Menu",
  tryAgain: "Try again",
  partNotFetched: "This part of the page could not be loaded",
  partNotFetchedKept: "Nothing was changed. Check your network and try again.",
  clearFilters: "Clear filters",

  rag: { red: "Red", amber: "Amber", green: "Green", notRated: "Not rated" },
  ragLetter: { red: "R", amber: "A", green: "G", notRated: "–" },

  selectRow: (name: string) => `Select ${name}`,
  selectAllRows: (count: number) => `Select all ${formatCount(count)} rows`,
  selectColumn: "Selection",
  open: (name: string) => `Open ${name}`,
  edit: (label: string) => `Edit ${label}`,
  columnOptions: (label: string) => `Column options for ${label}`,
  sortTextUp: "Sort A to Z",
  sortTextDown: "Sort Z to A",
  sortNumberDown: "Sort biggest first",
  sortNumberUp: "Sort smallest first",
  wider: "Wider",
  narrower: "Narrower",
  hideColumn: (label: string) => `Hide ${label}`,
  rowsShown: (first: number, last: number, total: number) => `${formatCount(first)} to ${formatCount(last)} of ${formatCount(total)}`,
  pagesOf: (label: string) => `Pages of ${label}`,
  pageOf: (page: number, total: number) => `Page ${formatCount(page)} of ${formatCount(total)}`,
  firstPage: "First page",
  previousPage: "Previous page",
  nextPage: "Next page",
  lastPage: "Last page",

  loading: (what: string) => `Loading ${what}`,
  noMatchTitle: "Nothing matches",
  noMatch: (filters: readonly string[]) => (filters.length === 0 ? "No item matches what you looked for." : `No item matches: ${filters.join(", ")}.`),

  problemTitle: "There is a problem",
  charactersLeft: (left: number) => `You have ${formatCount(left)} ${left === 1 ? "character" : "characters"} left`,
  charactersOver: (over: number) => `You have ${formatCount(over)} ${over === 1 ? "character" : "characters"} too many`,
  chooseOption: "Choose",
  yes: "Yes",
  no: "No",
  dateHint: "For example, 6 August 2026",
  dateReads: (date: string) => `Reads as ${date}`,
  chooseDate: (label: string) => `Choose a date for ${label}`,
  searching: "Searching",
  noOptions: "Nothing found",
  optionCount: (count: number) => (count === 1 ? "1 result" : `${formatCount(count)} results`),

  progress: (done: number, total: number) => `${formatCount(done)} of ${formatCount(total)} items`,
  filters: "Filters",
  removeFilter: (sentence: string) => `Remove filter: ${sentence}`,
  clearAllFilters: "Clear all",
  moreCommands: "More commands",
} as const;

const counts = new Intl.NumberFormat("en-GB");

function formatCount(count: number): string {
  return counts.format(count);
}
