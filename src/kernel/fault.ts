/** Where a fault came from, for support: never shown alone, never branched on except by `status`. */
export interface FaultOrigin {
  readonly status: number;
  readonly code: string;
  readonly requestId: string;
  readonly message: string;
}

/** What is wrong with one named field; `says` is a whole sentence from `content` or a register. */
export interface FieldProblem {
  readonly field: string;
  readonly says: string;
}

/**
 * Every expected way in which something can go wrong. A closed union: switch on `kind` exhaustively.
 * `content` turns a fault into a sentence that says what happened, what was kept and what to do.
 */
export type Fault =
  /** No answer came: the device is offline or the service was not reached. A write may or may not have arrived. */
  | { readonly kind: "offline" }
  /** The person, or a page that closed, stopped it. */
  | { readonly kind: "cancelled" }
  /** The service asked us to wait until `retryAtMs` (milliseconds since 1970). */
  | { readonly kind: "throttled"; readonly retryAtMs: number; readonly origin?: FaultOrigin }
  /** The record changed since its author saw it (412, or 409 `resourceModified`). Nothing was written. */
  | { readonly kind: "conflict"; readonly origin?: FaultOrigin }
  /** 403: SharePoint, Teams or the tenant says no. */
  | { readonly kind: "forbidden"; readonly origin?: FaultOrigin }
  /** No valid sign-in: a token could not be had without asking the person, or was refused (401). */
  | { readonly kind: "signInNeeded"; readonly claims?: string; readonly origin?: FaultOrigin }
  | { readonly kind: "notFound"; readonly origin?: FaultOrigin }
  /** 410: the change token is too old; start with a full round. */
  | { readonly kind: "resyncNeeded"; readonly origin?: FaultOrigin }
  /** Over a size limit of the service or of ours. */
  | { readonly kind: "tooLarge"; readonly limit: string; readonly origin?: FaultOrigin }
  /** The service or a rule refused the values. `problems` is empty when the service did not name a field. */
  | { readonly kind: "invalid"; readonly problems: readonly FieldProblem[]; readonly origin?: FaultOrigin }
  /** 5xx, a gateway page, a broken answer: a write may or may not have been carried out. */
  | { readonly kind: "unavailable"; readonly origin?: FaultOrigin }
  /** Something arrived that no parser of ours accepts. `where` names the boundary, `says` what was wrong. */
  | { readonly kind: "unreadable"; readonly where: string; readonly says: string }
  /** Teams, Excel or the browser refused; `what` is the request in plain words. */
  | { readonly kind: "hostRefused"; readonly what: string; readonly says: string }
  /** The device's storage is full or closed to us. */
  | { readonly kind: "storageRefused" };

export type FaultKind = Fault["kind"];

/** True when the service may have carried out a write although no clear answer came back. */
export function isAmbiguous(fault: Fault): boolean {
  return fault.kind === "offline" || fault.kind === "unavailable" || fault.kind === "cancelled";
}
