import { dataQualityWords } from "../../content";
import type { Finding } from "../../insight";
import { useOutcomeNotice, useServices } from "../../parts";
import type { Register } from "../../registers";

/** Makes the change that a finding offers, as any edit: checked against what others did, said, and taken back by Undo. */
export function useMend(register: Register): (finding: Finding) => Promise<void> {
  const { store, session } = useServices();
  const tell = useOutcomeNotice(register);
  return async ({ id, ref, fix }) => {
    const place = { site: session.site.id, register: register.name };
    const seen = store.seen(place, id);
    if (fix === undefined || seen === undefined) return;
    const { outcomes } = await store.change([{ ...place, kind: "update", id, changes: fix, seen }], dataQualityWords.operation(ref));
    outcomes.forEach(tell);
  };
}
