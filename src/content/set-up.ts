const counted = (count: number, one: string, many: string): string => `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
const inAll = (names: readonly string[]): string => (names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`);

/** Making the lists of a site. */
export const setUpWords = {
  title: "Set up registers in this site",
  explain: (site: string) => `Each register becomes a SharePoint list in ${site}. Nothing else in the site changes.`,
  light: "Start with these",
  more: (count: number) => `More registers (${String(count)})`,
  behind: (labels: readonly string[]) => `These come with them: ${inAll(labels)}.`,
  started: (label: string, columns: number) => `${label} (begun, ${counted(columns, "column", "columns")} to go)`,
  before: "Before anything is made",
  willMake: (lists: number, columns: number) => `${counted(lists, "list", "lists")} with ${counted(columns, "column", "columns")} will be made.`,
  eachList: "Show each list",
  listColumns: (label: string, columns: number) => `${label}: ${counted(columns, "column", "columns")}`,
  time: (minutes: number) => `It takes about ${counted(minutes, "minute", "minutes")}. You can stop at any time and go on later.`,
  permission: (scope: string) => `It needs the permission ${scope}, and your right to make lists in this site. Microsoft asks you for it when you start.`,
  permissions: "See every permission",
  untouched: "Not touched: other lists, libraries and pages, what stands in them, and who may see them.",
  create: (lists: number) => `Create ${counted(lists, "list", "lists")}`,
  chooseOne: "Choose at least one register.",
  progress: (minutes: number) =>
    minutes < 1 ? "Creating lists, less than a minute to go" : `Creating lists, about ${counted(minutes, "minute", "minutes")} to go`,
  nothingMissing: "Every register is set up in this site.",
  next: "What next?",
  addProject: "Add a project",
  addProjectExplain: "A title and a manager are enough to start.",
  bring: "Bring a spreadsheet",
  bringExplain: "Projects from Excel or CSV. You see what would change before anything is written.",
  sample: "Look around with sample data",
  sampleExplain: "Invented projects, in this page only. Nothing is written to the site.",
  adopt: "Use a list you already have",
  otherLists: (count: number) => `This site has ${counted(count, "other list", "other lists")}. You may use one as a register instead of making a new one.`,
} as const;

/**
 * Where lists differ from their registers, and putting it right. Nobody can tell a column that was taken out from one that a newer
 * version brought, so neither is claimed.
 */
export const repairWords = {
  title: "Where the lists differ",
  explain: "The app adds only what you choose here. It never renames a column, changes its type or deletes anything.",
  lost: (label: string) => `The column ${label} is not in the list. It may have come with a newer version of the app. Added, it is empty.`,
  renamed: (label: string, now: string) => `The column ${label} is called ${now} there. It is recognised. There is nothing to do.`,
  retyped: (label: string, made: string, now: string) => `The column ${label} was made for ${made} and now holds ${now}.`,
  stillRead: "Values that fit are still read. SharePoint may refuse a new one that does not.",
  notRead: "Its values are shown with the record and never worked with.",
  retypedAdvice: "Change the type back in the list’s settings in SharePoint. A new column cannot take its place, as the old one has its name.",
  choicesRemoved: (label: string, choices: readonly string[]) =>
    `${label} does not offer ${inAll(choices)}. Added, they stand behind the list’s own choices.`,
  uniqueLost: (label: string) => `${label} may hold one value twice. Two records could get the same one.`,
  listLost: (label: string) => `${label} has no list here, though others have. If there was one, look in the site’s recycle bin first.`,
  tick: { lost: "Add the column", choicesRemoved: "Offer them", uniqueLost: "Allow each value only once" },
  tickOf: (tick: string, list: string, column: string) => `${tick}: ${list}, ${column}`,
  put: (count: number) => `Put right ${counted(count, "thing", "things")}`,
  progress: "Putting lists right",
  notByApp: "In this organisation the app does not change lists. The set-up file adds missing columns. A list owner does the rest.",
  held: {
    text: "one line of text",
    lines: "several lines of text",
    richText: "text with formatting",
    number: "numbers",
    currency: "amounts of money",
    date: "dates",
    dateTime: "dates with a time",
    choice: "a choice",
    choices: "several choices",
    yesNo: "yes or no",
    person: "a person",
    people: "people",
    lookup: "items of another list",
    lookups: "several items of another list",
    calculated: "a formula",
    other: "something else",
  },
  repairedLost: (list: string, column: string) => `${list}: column ${column}`,
  repairedChoices: (list: string, column: string) => `${list}: choices of ${column}`,
  repairedUnique: (list: string, column: string) => `${list}: ${column}, each value once`,
} as const;

/** What a set-up or a repair came to. */
export const setUpReceiptWords = {
  kinds: { setUp: "Set up", repair: "Repair" },
  titles: { setUp: "What was set up", repair: "What was put right" },
  setUp: { made: "Made", completed: "Completed", there: "There already", failed: "Not made", stopped: "Not finished, because you stopped" },
  repair: { made: "Put right", completed: "Completed", there: "Right already", failed: "Not put right", stopped: "Not done, because you stopped" },
  count: (heading: string, count: number) => `${heading} (${String(count)})`,
  failed: (name: string, why: string) => `${name}: ${why}`,
  duplicates: "SharePoint refused. Two rows may hold the same value: make them differ, then try again.",
  goOn: "Choose Create again to go on. What is made stays.",
  download: "Download this receipt",
  downloaded: (name: string) => `${name} was downloaded.`,
  kept: "A copy is kept in the register of receipts.",
  notKept: "It could not be kept in the register of receipts. Download it if you need it later.",
  fileName: { setUp: "Set-up receipt.txt", repair: "Repair receipt.txt" },
  site: (name: string, address: string) => `Site: ${name}, ${address}`,
  by: (name: string, moment: string) => `By ${name}, ${moment}`,
  operation: "Receipt of the set-up",
} as const;

/** The lists made by an administrator, with a script and without the app. */
export const setUpFileWords = {
  title: "Your administrator can do this instead",
  titleSelected: "Your administrator makes the lists",
  explain: "The set-up file makes the lists with the administrator’s own rights. It holds no password and nothing of yours.",
  selected: "Your organisation lets the app into chosen sites alone, so the app makes no lists. Choose the registers, then send the set-up file.",
  holds: (lists: number) => `The file makes ${counted(lists, "list", "lists")}.`,
  completes: (lists: number) => `The file adds missing columns to ${counted(lists, "list", "lists")}.`,
  script: "Download the script (PowerShell)",
  lists: "Download the lists (JSON)",
  downloaded: (name: string) => `${name} was downloaded.`,
  textTitle: "A text to send with it",
  copy: "Copy the text",
  copied: "The text was copied",
  lookAgain: "Look again",
  mail: (site: string) => [
    "Hello,",
    "",
    `We would like to keep our project registers in ${site}, and need SharePoint lists there.`,
    "The script that comes with this message makes them through Microsoft Graph, with your own rights.",
    "It needs your right to make lists in that site, and the delegated permission Sites.Manage.All.",
    "It holds no password. It can be run again: what is there stays as it is.",
    "Run it with -ShowOnly first to see what it would do.",
    "",
    "Thank you",
  ],
  comment: (site: string) => [
    "Project Registers: makes the lists of a site.",
    "",
    `Site: ${site}`,
    "",
    "It signs in as you, through Microsoft Graph, and holds no password.",
    "It makes the lists and columns that are missing. It renames, retypes and deletes nothing, so it can be run again.",
    "Run it with -ShowOnly to see what it would do.",
    "It needs a module: Install-Module Microsoft.Graph.Authentication -Scope CurrentUser",
    "",
    "It makes these lists:",
  ],
  listLine: (label: string, urlName: string, columns: number) => `${label} (${urlName}): ${counted(columns, "column", "columns")}`,
  making: "making the list",
  adding: "adding the column",
  complete: "complete",
  titleTaken: "another list has this name, so it keeps its plain one",
  notDone: "not done",
  runAgain: "Some lists are not complete. Run the script again.",
  allDone: "Every list is complete.",
} as const;

/** Looking around in invented projects. */
export const sampleWords = {
  banner: "Sample data: nothing here is saved or real",
  leave: "Leave the sample data",
  siteName: "Sample data",
} as const;
