import { formatMoment, type Fault } from "../kernel";
import { placeName, type OpenIn } from "./open-in";

const count = (number: number): string => number.toLocaleString("en-GB");

function changes(number: number): string {
  return `${count(number)} ${number === 1 ? "change" : "changes"}`;
}

/** Why nothing more than this is kept; only reasons that a person or their administrator can do something about say what. */
const reasons: Partial<Readonly<Record<Fault["kind"], string>>> = {
  signInNeeded: "You have not been asked for a key file in your OneDrive yet",
  forbidden: "Your organisation does not allow a key file in your OneDrive",
  notFound: "You have no OneDrive for the key file",
  offline: "Your OneDrive did not answer in time",
  unreadable: "The key file in your OneDrive is damaged",
  storageRefused: "The browser has no room or is closed to us",
  hostRefused: "Another tab or the browser refused",
};

/** What this device keeps, and leaving it. */
export const deviceWords = {
  title: "This device",
  opening: "what this device keeps",
  notLooked: "What this device keeps could not be looked at",
  notLookedKept: "Nothing was changed. Open this page again when the network is back.",
  mode: "Kept here",
  modes: {
    sealed: "Your registers and unsent changes, sealed with your own key",
    memory: "Only changes that are not sent yet, until they are",
    off: "Nothing",
  },
  why: "Reason",
  asWanted: {
    sealed: "Your organisation allows it",
    memory: "Your organisation chose this",
    off: "Your organisation chose this",
  },
  because: (fault: Fault) => reasons[fault.kind] ?? "Your OneDrive did not give us the key",
  waiting: "Changes that wait here",
  earlier: "Of these, from earlier and not opened",
  lostName: "Changes that cannot be opened again",
  none: "None",
  upTo: (number: number) => (number === 0 ? "None" : `Up to ${count(number)}`),
  limits: {
    sealed: [
      "Without a network this page opens with no rows: the key comes from your OneDrive.",
      "If you delete this app's folder in OneDrive, changes that wait here are lost.",
    ],
    memory: ["Without a network this page opens with no rows.", "Whoever can read the files of this computer account can read changes that wait."],
    off: ["Keep this page open until your changes are in the register: it holds the only copy."],
  },
  separate: "Teams, Excel and the browser each keep their own. This page knows its own alone.",

  lostTitle: (number: number) => `Up to ${changes(number)} on this device cannot be opened again`,
  lostToDo:
    "The key file in your OneDrive was deleted or replaced. Restore the folder from the recycle bin of OneDrive within 14 days, then open this app again.",
  lostElse: "If you cannot, look at your newest changes and enter again what is missing.",
  letGo: "Let them go",
  letGoTitle: "Let these changes go?",
  letGoExplain: (number: number) => `Up to ${changes(number)} will be taken off this device for good.`,
  keepThem: "Keep them",
  gone: "They were taken off this device",

  earlierTitle: (number: number) => `Up to ${changes(number)} from an earlier time ${number === 1 ? "waits" : "wait"} on this device`,
  earlierToDo: "They are sealed, and their key in your OneDrive cannot be had today. They are sent when you next open this app with it.",
  dismiss: "Dismiss",
  more: "More about this device",

  allowed: "A sealed copy is kept from the next time you open this page.",
  openAnew: "Open it again now",

  clear: "Sign out and clear this device",
  clearExplain: "For a shared computer, or before you hand this one on. The registers in SharePoint stay as they are.",
  clearTitle: "Sign out and clear this device?",
  counting: "Counting what waits on this device",
  nothingWaits: "Everything you changed is in the register. Nothing is lost.",
  whatGoes: "Rows, unsent changes and settings of this app are taken off this device. Its other open pages sign out too.",
  staysSignedIn: {
    teams: "Teams itself stays signed in. On a shared computer, sign out of Teams as well.",
    excel: "Excel itself stays signed in. On a shared computer, sign out of Excel as well.",
    host: "Teams or Excel itself stays signed in. On a shared computer, sign out there as well.",
    browser: "This browser may stay signed in to Microsoft 365. On a shared computer, sign out there as well.",
  },
  waits: (number: number) => `${changes(number)} on this device ${number === 1 ? "is" : "are"} not in the register yet.`,
  waitsAtMost: (number: number) => `Up to ${changes(number)} on this device ${number === 1 ? "is" : "are"} not in the register yet.`,
  decide: (number: number) => `${count(number)} of them ${number === 1 ? "needs" : "need"} your decision and cannot be sent before.`,
  cannotSend: "Some were kept by another page or at an earlier time. Only that page, or the key of that time, can send them.",
  sendFirst: "Send them first",
  decideFirst: "Decide first",
  sending: "Sending …",
  notAllSent: "Not all of them could be sent. Nothing was cleared.",
  clearAnyway: (number: number) => `Clear anyway and lose ${changes(number)}`,
  clearAnywayAtMost: (number: number) => `Clear anyway and lose up to ${changes(number)}`,
  clearNow: "Sign out and clear",
  clearing: "Clearing …",
  notCleared: "This device could not be cleared. Close the app's other pages, then try again.",
  cancel: "Cancel",

  signedOutTitle: "You are signed out and this device is cleared",
  signedOut: "Nothing of yours is kept on this device by Project Registers.",
  hostSignOut: "Sign out of Microsoft 365",
  signInAgain: "Sign in again",

  oldTitle: (number: number, sinceMs: number) => `${changes(number)} ${number === 1 ? "has" : "have"} waited since ${formatMoment(sinceMs)}`,
  oldUnseen: "Others do not see this yet.",
  oldToDo: "Check the network, then send it.",
  oldKept: "Nothing is lost: it is safe on this device.",
  oldUnkept: (host: OpenIn) => `Keep this ${placeName(host)} open until it is sent.`,
  stoppedTitle: (number: number, sinceMs: number) =>
    `New changes are stopped: ${changes(number)} ${number === 1 ? "has" : "have"} waited since ${formatMoment(sinceMs)}`,
  stoppedToDo: "Send what waits first. You can still decide, undo and send again. Nothing is lost.",
  stopped: (sinceMs: number) => `New changes are stopped, because older ones wait since ${formatMoment(sinceMs)}. Send those first.`,
  oldest: (sinceMs: number) => `The oldest waits since ${formatMoment(sinceMs)}.`,
  sendNow: "Send now",
} as const;
