import type { Fault } from "../kernel";
import { placeName, type OpenIn } from "./open-in";

/** Where changes are, in full: what the state of saving says in short, and what was neither kept nor sent. */
export const savingWords = {
  title: "Where your changes are",
  inRegister: "Everything you changed is in the register.",
  onDevice: (changes: number) => `${counted(changes)} ${changes === 1 ? "is" : "are"} saved on this device.`,
  goes: (changes: number, heldUpBy: Fault | undefined) =>
    `${changes === 1 ? "It is" : "They are"} ${heldUpBy === undefined ? "on the way to the register" : `sent ${sentWhen[heldUpBy.kind] ?? "when SharePoint answers"}`}.`,
  mayClose: (changes: number, host: OpenIn) => `You can close this ${placeName(host)}: ${changes === 1 ? "it goes" : "they go"} when you next open the app.`,
  elsewhere: (changes: number, host: OpenIn) => `${counted(changes)} ${changes === 1 ? "is" : "are"} being sent by another ${placeName(host)}.`,
  unkept: (changes: number, host: OpenIn) =>
    `${counted(changes)} ${changes === 1 ? "is" : "are"} not saved yet. Keep this ${placeName(host)} open until the register has ${them(changes)}.`,
  needDecision: (changes: number) => `${counted(changes)} ${changes === 1 ? "needs" : "need"} your decision. Nothing is lost while you wait.`,
  keepsNothing: (host: OpenIn) => `This device keeps nothing: keep the ${placeName(host)} open until your changes are in the register.`,
  refusedNewest: "This device could not keep your newest change.",
  unreadable: (changes: number) =>
    `${counted(changes)} kept here ${changes === 1 ? "was" : "were"} made with another version of this app. Reload the page to send ${them(changes)}.`,
  limits: "What is saved on this device is in this browser only. Teams, Excel and the browser each keep their own.",
  tryNow: "Send now",

  lost: (changes: number) => `This browser removed ${counted(changes)} that had not reached the register`,
  lostToDo: "Browsers do this when a device runs out of space. Look at your newest changes and enter again what is missing.",

  notSavedTitle: "Not saved yet",
  noRoom: "This device has no room to keep your change and the register did not answer.",
  noPlace: "This device keeps nothing for this app and the register did not answer.",
  registerSilent: "The register did not answer.",
  formWaits: "Keep this form open; it closes by itself when the change is in the register.",
  formAgain: "Everything you typed is still here. Save again when the network is back.",
  lineWaits: "Keep this page open; the line is cleared when the change is in the register.",
  lineAgain: "Everything you typed is still here. Add it again when the network is back.",

  heldTitle: (changes: number) => `${counted(changes)} ${changes === 1 ? "is" : "are"} not saved yet`,
  heldToDo: "What you typed is still here. Try again when the network is back.",
  heldList: "Changes that are not saved yet",
  heldMore: (columns: number) => `and ${columns.toLocaleString("en-GB")} more ${columns === 1 ? "field" : "fields"}`,
  setTo: (label: string, value: string) => `${label}: ${value}`,
  archived: "Archived",
  tryAgain: "Try again",
  trying: "Trying again …",
  drop: (name: string) => `Drop the change to ${name}`,
  dropShort: "Drop",
  again: (changes: number) => counted(changes),
  nowSaved: (changes: number) => `${counted(changes)} ${changes === 1 ? "is" : "are"} in the register`,
  nowOnDevice: (changes: number) => `${counted(changes)} saved on this device`,
  nowNeedDecision: (changes: number) => `${counted(changes)} ${changes === 1 ? "needs" : "need"} your decision`,
} as const;

const sentWhen: Partial<Readonly<Record<Fault["kind"], string>>> = {
  offline: "when the network returns",
  throttled: "then",
  signInNeeded: "when you have signed in",
};

function counted(changes: number): string {
  return `${changes.toLocaleString("en-GB")} ${changes === 1 ? "change" : "changes"}`;
}

function them(changes: number): string {
  return changes === 1 ? "it" : "them";
}
