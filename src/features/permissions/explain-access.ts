import type { accessWords } from "../../content";
import type { Fault } from "../../kernel";
import type { AccessFindings, Permissions } from "../../parts";

export type Cause = keyof typeof accessWords.causes;
export type Whom = keyof typeof accessWords.whom;

/** What the page knows without asking. */
export interface Known {
  readonly way: Permissions["way"];
  /** What stands still for want of a permission. */
  readonly heldUp: "read" | "save" | undefined;
  /** A change to the register was refused, and none has been saved since. */
  readonly isReadOnly: boolean;
  /** Why the newest change waits for a decision. */
  readonly refusal?: Fault;
}

type Step = keyof AccessFindings;

/**
 * The one reason that comes first.
 * 1. The first read that failed decides: what lies behind it was not asked.
 * 2. Where everything could be read, the last refused change decides.
 * 3. A lack of a connection or of room says nothing about rights, and is said as such.
 */
export function explainAccess(found: AccessFindings, known: Known): Cause {
  for (const step of ["me", "site", "lists", "list", "rows"] as const) {
    const answer = found[step];
    if (answer?.ok === false) return causeOfRead(step, answer.fault, known);
  }
  const { refusal, heldUp, isReadOnly } = known;
  if (refusal?.kind === "signInNeeded" || refusal?.kind === "tooLarge") return causeInGeneral(refusal);
  if (heldUp !== undefined) return "noConsent";
  if (refusal?.kind === "notFound" || (found.row?.ok === false && found.row.fault.kind === "notFound")) return "recordGone";
  if (refusal?.kind === "forbidden") return isLocked(found, refusal) ? "itemLocked" : "readOnly";
  return isReadOnly ? "readOnly" : "nothing";
}

/** SharePoint's 423: a label, a hold, a check-out. */
const lockedStatus = 423;

function isLocked({ row }: AccessFindings, refusal: Extract<Fault, { kind: "forbidden" }>): boolean {
  return refusal.origin?.status === lockedStatus || (row?.ok === true && row.value.label !== "");
}

const causeByClosedStep = { me: "noConsent", lists: "restricted", list: "noListRight", rows: "noListRight" } as const;

function causeOfRead(step: Exclude<Step, "row">, fault: Fault, { way }: Known): Cause {
  if (fault.kind === "forbidden") {
    if (fault.origin?.status === lockedStatus) return "restricted";
    if (step === "site") return way === "selected" ? "noSiteGrant" : "noSiteRight";
    return causeByClosedStep[step];
  }
  if (fault.kind === "notFound") return step === "site" || step === "lists" ? "siteNotThere" : step === "me" ? "unavailable" : "listNotThere";
  // Nobody sees this page who has not signed in and consented to that much: a rule, or the end of the sign-in, stops them.
  if (fault.kind === "signInNeeded" && step === "me") return "conditionalAccess";
  // The host of another organisation answers 400, "Invalid hostname for this tenancy" (recorded answers of Graph).
  if (fault.kind === "invalid" && step === "site") return "otherTenant";
  return causeInGeneral(fault);
}

function causeInGeneral(fault: Fault): Cause {
  switch (fault.kind) {
    case "signInNeeded":
      // The sign-in service asks for more than a password: learn.microsoft.com/entra/identity-platform/claims-challenge.
      return fault.claims === undefined ? "noConsent" : "conditionalAccess";
    case "throttled":
      return "throttled";
    case "tooLarge":
      return "overLimits";
    case "offline":
    case "cancelled":
      return "offline";
    default:
      return "unavailable";
  }
}

const whomByCause: Readonly<Record<Cause, Whom>> = {
  noConsent: "administrator",
  conditionalAccess: "serviceDesk",
  otherTenant: "setUpBy",
  noSiteGrant: "administrator",
  noSiteRight: "siteOwner",
  restricted: "siteOwner",
  siteNotThere: "setUpBy",
  listNotThere: "siteOwner",
  noListRight: "siteOwner",
  readOnly: "siteOwner",
  itemLocked: "recordsManager",
  recordGone: "siteOwner",
  overLimits: "siteOwner",
  offline: "nobody",
  throttled: "nobody",
  unavailable: "nobody",
  nothing: "nobody",
};

export function whomToAsk(cause: Cause): Whom {
  return whomByCause[cause];
}
