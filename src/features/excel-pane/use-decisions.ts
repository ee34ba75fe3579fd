import { useCallback, useMemo, useSyncExternalStore } from "react";
import { useServices } from "../../parts";
import type { Decision } from "../../store";
import type { SheetTable } from "./sheet-work";

/** What waits for a decision in this table's register. */
export function useDecisions({ snapshot }: SheetTable): readonly Decision[] {
  const { store } = useServices();
  const all = useSyncExternalStore(
    useCallback((listener) => store.subscribe(listener), [store]),
    useCallback(() => store.decisions(), [store]),
  );
  const { site, register } = snapshot;
  return useMemo(() => all.filter(({ edit }) => edit.site === site && edit.register === register), [all, site, register]);
}
