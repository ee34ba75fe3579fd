import { savingWords } from "../../content";
import type { Fault } from "../../kernel";
import type { DeviceState, EditOutcome } from "../../store";

export type NotKept = Extract<EditOutcome, { readonly kind: "notKept" }>;

/** Why a change is neither on the device nor in the register. Without a fault: the save is still under way. */
export function whyNotKept(fault: Fault | undefined, { keeps }: DeviceState): string {
  if (fault?.kind === "hostRefused") return `${fault.says} ${savingWords.registerSilent}`;
  return keeps === "nothing" ? savingWords.noPlace : savingWords.noRoom;
}
