import { formatMoment, type Fault } from "../kernel";
import { placeName, type OpenIn } from "./open-in";

/** The tab's pages and their shell. */
export const shellWords = {
  navigation: "Pages",
  project: "Project",
  raid: "RAID",
  projects: "Projects",
  decisions: "Needs your decision",
  quality: "Data quality",
  setUp: "Set up",
  diagnostics: "Page and device",
  find: "Find",
  saveState: {
    inRegister: () => "All changes are in the register",
    sample: () => "Sample data, kept nowhere",
    opening: () => "Checking what waits on this device",
    sending: (count: number) => `Sending ${counted(count)}`,
    onDevice: (count: number) => `${counted(count)} saved on this device`,
    notSaved: (count: number, host: OpenIn) => `${counted(count)} ${count === 1 ? "is" : "are"} not saved yet. Keep this ${placeName(host)} open.`,
  },
  /** What changes wait for, below where they are. */
  heldUp: (fault: Fault) => heldUp(fault, " for SharePoint"),
  heldUpShort: (fault: Fault) => heldUp(fault, ""),
  /** On a phone. */
  saveStateShort: {
    inRegister: () => "In the register",
    sample: () => "Sample",
    opening: () => "Checking",
    sending: (count: number) => `Sending ${count.toLocaleString("en-GB")}`,
    onDevice: (count: number) => `${count.toLocaleString("en-GB")} on this device`,
    notSaved: (count: number) => `${count.toLocaleString("en-GB")} not saved`,
  },
  needDecision: (count: number) => `${count.toLocaleString("en-GB")} ${count === 1 ? "needs" : "need"} your decision`,
  needDecisionShort: (count: number) => `${count.toLocaleString("en-GB")} to decide`,
  whereChangesAre: "Where your changes are",
  undo: (label: string) => `Undo ${label}`,
  redo: (label: string) => `Redo ${label}`,
  goTo: (place: string) => `Go to ${place}`,
  add: (one: string) => `Add ${one}`,
  projectsInvite: "A project needs a name and a manager. The rest can wait.",
  allMySites: "All my sites",
  otherSites: "Other sites",
  noSuchPageTitle: "This link leads nowhere",
  noSuchPage: "The record may have been archived, or the link was cut off. Everything else is where it was.",
} as const;

export const raidWords = {
  title: "Risks, issues, actions and decisions",
  many: "items",
  kind: "Kind",
  score: "Score",
  what: "What",
  owner: "Owner",
  due: "Due",
  status: "Status",
  quickAdd: "Add something",
  quickKind: "Kind",
  quickTitle: { Risks: "There is a risk that …", Issues: "What happened", Actions: "What needs doing", Decisions: "What must be decided" } as Readonly<
    Record<string, string>
  >,
  add: "Add",
  adding: "Adding …",
  keptForDecision: (happened: string) => `${happened} What you entered is kept and needs your decision.`,
  project: "Project",
  chooseProject: "Choose a project first",
  late: (days: number) => `${String(days)} ${days === 1 ? "day" : "days"} late`,
  today: "today",
  emptyTitle: "Nothing recorded yet",
  empty: "No risks yet. The first one usually is: who will be available for testing?",
} as const;

function heldUp(fault: Fault, forWhom: string): string {
  if (fault.kind === "offline") return "No connection";
  if (fault.kind === "signInNeeded") return "Sign in to send";
  return `Waiting${forWhom}${fault.kind === "throttled" ? ` until ${formatMoment(fault.retryAtMs).slice(-5)}` : ""}`;
}

function counted(count: number): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? "change" : "changes"}`;
}
