import { useState } from "react";
import { setUpReceiptWords as words } from "../../content";
import { makeClientKey } from "../../kernel";
import { useServices } from "../../parts";
import { receiptEdit, type SetUpReceipt } from "./set-up-receipt";

export interface KeptReceipt {
  /** Undefined until it is known. */
  readonly isKept: boolean | undefined;
  /** @param registers those whose lists have changed */
  readonly keep: (receipt: SetUpReceipt, registers: readonly string[]) => Promise<void>;
}

/** Keeps a receipt in the register of receipts, where its list stands, and reads the lists that were made. */
export function useKeepReceipt(): KeptReceipt {
  const { store, session, clock, randomness } = useServices();
  const [isKept, setIsKept] = useState<boolean>();
  return {
    isKept,
    keep: async (receipt, registers) => {
      setIsKept(undefined);
      const places = [...new Set([...registers, "Receipts"])].map((register) => ({ site: session.site.id, register }));
      await store.refresh(places);
      const { fault } = store.placeState({ site: session.site.id, register: "Receipts" });
      if (fault !== undefined) {
        setIsKept(false);
        return;
      }
      const row = receiptEdit(receipt, { ...session, key: makeClientKey(randomness), nowMs: clock.nowMs() });
      const { outcomes } = await store.change([row], words.operation);
      setIsKept(outcomes.every(({ kind }) => kind === "saved" || kind === "onDevice"));
    },
  };
}
