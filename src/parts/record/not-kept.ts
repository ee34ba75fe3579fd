import { deviceWords, savingWords } from "../../content";
import type { Fault } from "../../kernel";
import type { EditOutcome, StoreStatus } from "../../store";

export type NotKept = Extract<EditOutcome, { readonly kind: "notKept" }>;

/** Why a change is neither on the device nor in the register. Without a fault: the save is still under way. */
export function whyNotKept(fault: Fault | undefined, { device, oldestUnsentAtMs }: StoreStatus): string {
  // The limit is ours: see `stopNewEdits`.
  if (fault?.kind === "tooLarge" && oldestUnsentAtMs !== undefined) return deviceWords.stopped(oldestUnsentAtMs);
  if (fault?.kind === "hostRefused") return `${fault.says} ${savingWords.registerSilent}`;
  return device.keeps === "nothing" ? savingWords.noPlace : savingWords.noRoom;
}
