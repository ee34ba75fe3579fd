import { formatMoment, type Fault } from "../kernel";

/** A fault as a person reads it: what happened, what was kept, what to do. */
export interface FaultWords {
  readonly happened: string;
  readonly toDo: string;
}

export function faultWords(fault: Fault): FaultWords {
  switch (fault.kind) {
    case "offline":
      return { happened: "There is no connection to SharePoint.", toDo: "Your changes stay here and go when the connection returns." };
    case "cancelled":
      return { happened: "You stopped this.", toDo: "What was already sent stays. Start again when you are ready." };
    case "throttled":
      return {
        happened: `SharePoint asked us to wait until ${formatMoment(fault.retryAtMs).slice(-5)}.`,
        toDo: "Your changes are kept and sent then. You need not do anything.",
      };
    case "conflict":
      return { happened: "Somebody else changed this record after you opened it.", toDo: "Nothing was overwritten. Choose which values to keep." };
    case "forbidden":
      return { happened: "SharePoint does not let you change this register.", toDo: "Your values are kept here. Ask the site's owner for edit rights." };
    case "signInNeeded":
      return { happened: "You need to sign in again.", toDo: "Your changes stay here until you have signed in." };
    case "notFound":
      return { happened: "This record or list is no longer there.", toDo: "Your values are kept here. Copy what you need or add it again." };
    case "resyncNeeded":
      return { happened: "SharePoint wants us to read the whole list again.", toDo: "This happens by itself and takes a moment." };
    case "tooLarge":
      return { happened: `This is over the limit of ${fault.limit}.`, toDo: "Make it smaller and try again. Nothing was lost." };
    case "invalid":
      return {
        happened: fault.problems.length > 0 ? fault.problems.map((problem) => `${problem.says}.`).join(" ") : "SharePoint did not accept these values.",
        toDo: "Your values are kept here. Correct them and save again.",
      };
    case "unavailable":
      return { happened: "SharePoint did not answer properly.", toDo: "Your changes stay here and are checked before they are sent again." };
    case "unreadable":
      return { happened: `${fault.where} sent something we cannot read.`, toDo: "Nothing was changed. Try again, then tell your administrator." };
    case "hostRefused":
      return { happened: fault.says, toDo: `You can still ${fault.what} by hand.` };
    case "storageRefused":
      return { happened: "This device has no room for unsent changes.", toDo: "Keep this form open, free some space and save again." };
  }
}
