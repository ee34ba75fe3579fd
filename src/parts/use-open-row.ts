import { useCallback, useState, useSyncExternalStore } from "react";
import type { StoredRow } from "../store";
import type { RecordAddress } from "./page";
import { useServices } from "./services";

/**
 * The row that an address opens: by its ref, or by its id while it has none yet.
 * It stays while the address does, whatever becomes of the row: somebody may be typing over one that another person archives.
 */
export function useOpenRow(open: RecordAddress | undefined): StoredRow | undefined {
  const { store, session } = useServices();
  const { register, ref } = open ?? { register: "", ref: "" };
  const found = useSyncExternalStore(
    useCallback((listener) => store.subscribe(listener), [store]),
    useCallback(() => {
      const place = { site: session.site.id, register };
      return ref === "" || ref === "new" ? undefined : (store.findByRef(place, ref) ?? store.row(place, ref));
    }, [store, session.site.id, register, ref]),
  );
  const address = `${register}/${ref}`;
  const [last, setLast] = useState<{ readonly address: string; readonly row: StoredRow }>();
  if (found !== undefined && (last?.row !== found || last.address !== address)) setLast({ address, row: found });
  return found ?? (last?.address === address ? last.row : undefined);
}
