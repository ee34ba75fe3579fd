import { formatMoment, type Fault } from "../kernel";

const counts = new Intl.NumberFormat("en-GB");
const sizes = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 2 });

const count = (number: number): string => counts.format(number);

/** What hindered, without a word of a register or a list in it. */
const hindrances: Readonly<Record<Fault["kind"], string>> = {
  offline: "no connection",
  cancelled: "stopped",
  throttled: "SharePoint asked us to wait",
  conflict: "somebody else changed it",
  forbidden: "not allowed",
  signInNeeded: "you need to sign in again",
  notFound: "the list is not there",
  resyncNeeded: "the whole list must be read again",
  tooLarge: "over a limit",
  invalid: "not accepted",
  unavailable: "SharePoint did not answer properly",
  unreadable: "the answer could not be read",
  hostRefused: "another tab or the browser refused",
  storageRefused: "this device has no room or is closed to us",
};

/** The page that says how the app is doing, for a person and for whoever supports them. */
export const diagnosticsWords = {
  title: "How this page is doing",
  explain: "Figures of this page since it was opened. They hold no text of your registers and no names.",
  copy: "Copy as text",
  copied: "The figures were copied",
  update: "Update the figures",
  updated: "The figures were updated",

  requests: "Requests",
  calls: "Calls over the network",
  counted: "Requests as Microsoft counts them",
  countedValue: (requests: number, batched: number) => (batched === 0 ? count(requests) : `${count(requests)}, ${count(batched)} of them in batches`),
  unitsInLastMinute: "Resource units in the last minute",
  unitsOf: (units: number, allowed: number | undefined) =>
    allowed === undefined ? count(units) : `${count(units)} of ${count(allowed)} for everybody in your organisation`,
  units: "Resource units in all",
  unitsValue: (units: number, perHour: number | undefined) => (perHour === undefined ? count(units) : `${count(units)}, about ${count(perHour)} an hour`),
  sent: "Sent",
  received: "Received",
  throttled: "Answers that asked us to wait",
  longestWait: "Longest wait asked for",

  registers: "Registers",
  hindrances,
  reading: "registers",
  noneTitle: "No register has been read yet",
  none: "Open a register, and how fresh it is will stand here.",
  notReadTitle: "No register could be read",
  notRead: (why: string) => `Reason: ${why}. What is on this page stays.`,
  register: (shown: { readonly rows: number; readonly age: string | undefined; readonly isReading: boolean; readonly hindrance: string | undefined }) =>
    [
      shown.age === undefined ? undefined : `${count(shown.rows)} ${shown.rows === 1 ? "row" : "rows"}, read ${shown.age} ago`,
      shown.isReading ? "being read now" : undefined,
      shown.hindrance === undefined ? undefined : `last try failed: ${shown.hindrance}`,
    ]
      .filter((part) => part !== undefined)
      .join("; "),

  changes: "Your changes",
  unsent: "Not in the register yet",
  unkept: "Of these, only on this page",
  elsewhere: "Another tab is sending",
  needsDecision: "Waiting for your decision",
  lost: "Lost by the browser",
  unreadable: "Kept here but not readable",
  keptBut: (kept: string, why: string) => `${kept}; last try failed: ${why}`,

  about: "This page",
  version: "Version",
  host: "Opened in",
  hosts: { teams: "Teams", excel: "Excel", browser: "A browser" },
  opened: "Opened",
  asAt: "Figures as at",
  tenant: "Organisation, first characters",
  site: "Site, first characters",
  nothing: "None",
  moment: formatMoment,

  /** "12 seconds", "3 minutes": whole, cut off. */
  duration: (durationMs: number) => {
    const seconds = Math.max(0, Math.floor(durationMs / 1_000));
    if (seconds < 120) return `${count(seconds)} ${seconds === 1 ? "second" : "seconds"}`;
    const minutes = Math.floor(seconds / 60);
    return minutes < 120 ? `${count(minutes)} minutes` : `${count(Math.floor(minutes / 60))} hours`;
  },
  /** In thousands: "850 bytes", "12 kB", "1.2 MB". */
  size: (bytes: number) => {
    if (bytes < 1_000) return `${count(bytes)} ${bytes === 1 ? "byte" : "bytes"}`;
    return bytes < 1_000_000 ? `${sizes.format(bytes / 1_000)} kB` : `${sizes.format(bytes / 1_000_000)} MB`;
  },
} as const;
