import type { StoreStatus } from "../../store";

/** What clearing this device would lose. */
export interface UnsentHere {
  readonly total: number;
  /** True when more was counted on the disk than is known: of an earlier time, or names of rows that are counted too. */
  readonly isAtMost: boolean;
  /** Of these, what sending can bring home. */
  readonly sendable: number;
  readonly toDecide: number;
}

export interface Counted {
  /** Changes that stand in a form or above the page, and not in the store. */
  readonly unsaved: number;
  /** Entries on the disk, in every mode and tab. */
  readonly onDisk: number;
}

export function unsentHere({ unsent, unkept, needsDecision, device }: StoreStatus, { unsaved, onDisk }: Counted): UnsentHere {
  const sendable = unsent + device.elsewhere;
  const known = sendable + needsDecision + device.unreadable + unsaved;
  const total = Math.max(known, onDisk + unkept + unsaved);
  return { total, isAtMost: total > known, sendable, toDecide: needsDecision };
}
