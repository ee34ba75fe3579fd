/** Using a list that the trust made itself. `list` is its name there, `label` a column's or a register's, `one` and `many` are "risk" and "risks". */
export const adoptWords = {
  title: "Use lists you already have",
  explain: "Use a list of this site as it is. Nothing in it is renamed, moved or deleted.",
  loading: "this site’s lists",
  emptyTitle: "This site has no lists of its own",
  emptyInvite: "Set up registers to start with new lists. Lists that somebody makes in SharePoint appear here.",
  lists: "Lists in this site",
  rows: (rows: number, hasMore: boolean | undefined) => (hasMore === true ? `${number(rows)} rows or more` : count(rows, "row", "rows")),
  columns: (columns: number) => count(columns, "column", "columns"),
  openList: (list: string) => `Open ${list} in SharePoint`,
  usedAs: (label: string) => `Used as ${label}`,
  openRegister: (label: string) => `Open ${label}`,
  /** A button among several alike, as a screen reader names it. */
  of: (action: string, list: string) => `${action}: ${list}`,
  use: "Use it as it is",
  copy: "Copy into a new list",
  leave: "Leave it",
  left: (lists: number) => `Left alone (${number(lists)})`,
  offerAgain: "Offer it again",
  leftExplain: "Nothing is read from these lists. You can use one later.",
  change: "Change",
  stop: "Stop using this list",
  stopList: (list: string) => `Stop using ${list}`,
  gone: (list: string, label: string) => `${list} is used as ${label}, but it is no longer in this site, or you may not read it.`,

  settingsTitle: "One list is needed first",
  settingsWhy: "How each list is used is kept in a list called Settings. This site has none yet. Nothing is saved before it is there.",
  makeSettings: "Make the Settings list",
  makingSettings: "Making the Settings list",
  settingsFailed: (happened: string) => `The Settings list was not made. ${happened}`,
  settingsUnread: "How lists are used in this site could not be read",

  mapTitle: (list: string) => `Use ${list} as it is`,
  copyTitle: (list: string) => `Copy ${list} into a new list`,
  mapExplain: "Say which column is which. Only what you change here later is written to the list.",
  copyMapExplain: "Say which column is which. The rows are copied into a list of ours. This one stays as it is.",
  back: "All lists",
  listGone: "This list is no longer in this site",
  listGoneToDo: "It may have been deleted, or you may not read it. Nothing was changed.",
  register: "What does each row hold?",
  registerHint: "Suggested from the list’s name and columns.",
  ownList: (label: string) => `This site has a ${label} list of ours. A list is used as it is only where there is none.`,
  copyInto: (label: string) => `Copy the rows into ${label}`,

  columnsTitle: "Which column is which",
  columnsExplain: (matched: number, total: number) =>
    `${number(matched)} of the list’s ${count(total, "column", "columns")} are used. The others are shown with each record.`,
  columnsCopied: (matched: number, total: number) => `${number(matched)} of the list’s ${count(total, "column", "columns")} are copied.`,
  none: "No column",
  readOnlyColumn: (name: string) => `${name} (read only)`,
  usedFor: (name: string, label: string) => `${name} (now ${label})`,
  samples: (samples: readonly string[]) => `For example: ${samples.join(" · ")}`,
  noSamples: "Empty in the rows that were looked at",
  readOnly: {
    calculated: "SharePoint works this column out. It is shown here and cannot be changed.",
    ofOwner: "The list does not let anybody change this column. It is shown here and cannot be changed.",
    otherKind: "This kind of column is shown here and can only be changed in SharePoint.",
  },
  moreColumns: (columns: number) => `More columns (${number(columns)})`,
  fewerColumns: "Fewer columns",
  requiredThere: (names: readonly string[]) => `The list asks for ${all(names)}. Records added here leave ${names.length === 1 ? "it" : "them"} empty.`,

  without: {
    name: "Without it, records have no name here.",
    status: "Without it, open and closed records cannot be told apart.",
    score: "Without it, there is no score.",
    owner: "Without it, nobody finds their own records.",
    project: "Without it, records stand under no project.",
    review: "Without it, nobody is told that a review is late.",
    due: "Without it, nothing is shown as late.",
    archive: "Without it, records cannot be archived here.",
  },

  words: (label: string) => `Words for ${label}`,
  wordsMatched: (matched: number, total: number) => `${number(matched)} of ${count(total, "word has", "words have")} a meaning here`,
  wordMeans: (word: string, times: number) => (times === 0 ? `“${word}”` : `“${word}” (${count(times, "row", "rows")})`),
  noMeaning: "No meaning here",
  unmapped: "Words without a meaning are shown as they are. They are never counted, sorted or worked with.",
  notCopied: "Words without a meaning are not copied.",
  severalWords: (ours: string, first: string) => `Several words mean ${ours}. A record that is set to it here gets “${first}”.`,

  projectTitle: "Projects",
  projectOf: "Which project does each row belong to?",
  projectColumn: (name: string) => `The column ${name} says it`,
  projectAll: "All rows belong to one project",
  projectNone: "No project",
  projectFor: "Project of all rows",
  projectWords: "Names of projects in the list",
  projectNames: (matched: number, total: number) => `${number(matched)} of ${count(total, "name is", "names are")} a project here`,
  projectUnmapped: "Rows with other names stand under no project.",
  noProjects: "This site has no projects yet. Rows stand under no project until you choose one.",
  notAProject: "No project here",
  chooseProject: "Choose the project of all rows, or say that there is none.",

  previewTitle: (label: string) => `The first rows as ${label}`,
  previewNone: "The list has no rows yet.",
  filled: (filled: number, total: number, label: string) => `${number(filled)} of ${count(total, "row has", "rows have")} a value for ${label}`,
  firstOnly: (rows: number) => `Counted over the first ${number(rows)} rows.`,

  missingTitle: "Columns that the list does not have",
  missingExplain: "Everything works without them, but for what is said above. Add them only if the list’s owner agrees.",
  protectTitle: "Protection against duplicates",
  protectExplain: "Two columns that nobody sees let a record that was sent twice be found again.",
  addProtection: "Add the two hidden columns",
  add: (columns: number) => `Add ${count(columns, "column", "columns")} to the list`,
  addChoose: "Choose at least one column to add.",
  addTitle: (columns: number, list: string) => `Add ${count(columns, "column", "columns")} to ${list}?`,
  addPreview: (labels: readonly string[]) => `These will be added, empty: ${all(labels)}.`,
  addExplain: "Nothing else in the list changes. They stay when you stop using the list.",
  addConfirm: "Add to the list",
  adding: "Adding columns",
  added: (columns: number) => `${count(columns, "column was", "columns were")} added and matched.`,
  addFailed: (happened: string) => `No further column was added. ${happened}`,

  save: (label: string) => `Use this list as ${label}`,
  saveChanges: "Save",
  cancel: "Cancel",
  saving: "Saving",
  nothingMatched: "Match at least one column first.",
  saved: (list: string, label: string) => `${list} is now used as ${label}`,
  savedOnDevice: (list: string) => `How ${list} is used is saved on this device. It counts when the connection returns.`,
  notSaved: (happened: string) => `How this list is used was not saved. ${happened}`,
  undo: "Undo",
  operation: (list: string) => `use of ${list}`,
  stopOperation: (list: string) => `end of using ${list}`,

  copyExplain: (list: string, label: string) =>
    `Every row of ${list} goes into our ${label} list, with its number as the old reference. Columns without a place are not copied.`,
  copyShow: "Show what would be copied",
  copyReading: (list: string) => `Reading ${list}`,
  copyMaking: (label: string) => `Making the ${label} list`,
  copyWriting: (many: string) => `Copying ${many}`,
  copyRows: (rows: number, one: string, many: string) => `Copy ${count(rows, one, many)}`,
  copyOperation: (many: string) => `copy of ${many}`,
  copied: (rows: number, one: string, many: string) => `${count(rows, one, many)} copied`,
  copyUndone: "The copy was taken back",
  nothingCopied: "Nothing was copied. The list stays as it is.",
  nothingToCopy: "Nothing to copy. Our list holds these rows already, or none of them can be taken.",
  patientConfirm: "It is not, copy",
  patientAsk: (labels: readonly string[]) =>
    `Some rows hold what looks like a patient’s detail, in ${all(labels)}. Remove it from the list, or confirm that it is not.`,

  stopTitle: (list: string) => `Stop using ${list}?`,
  stopStays: (list: string) => `Everything in ${list} stays: rows, columns and what was changed here.`,
  stopGoes: (label: string) => `What goes is the note of which column is which. ${label} no longer shows these rows.`,
  stopConfirm: "Stop using it",
  keep: "Go on using it",
  stopped: (list: string) => `${list} is no longer used here`,

  changed: (list: string) => `The owner of ${list} changed the list`,
  lostColumn: (label: string, field: string) => `${label} was read from ${field}, which is no longer in the list.`,
  otherKind: (label: string, field: string) => `${label} was read from ${field}, which is now another kind of column.`,
  lostToDo: "Choose another column, or save to go on without.",
} as const;

function number(of: number): string {
  return of.toLocaleString("en-GB");
}

function count(of: number, one: string, many: string): string {
  return `${number(of)} ${of === 1 ? one : many}`;
}

function all(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
