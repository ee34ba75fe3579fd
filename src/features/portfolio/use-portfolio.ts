import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { sameItems } from "../../kernel";
import { useServices } from "../../parts";
import type { PlaceState, RegisterPlace, StoredRow } from "../../store";
import type { SiteState } from "./coverage";
import { useSites } from "./use-sites";

export interface PortfolioRows {
  readonly sites: readonly SiteState[];
  /** Of all sites that answered, now or before. */
  readonly rows: readonly StoredRow[];
  readonly lookAgain: () => void;
}

interface Read {
  readonly rows: readonly (readonly StoredRow[])[];
  readonly states: readonly PlaceState[];
}

/** The projects of several sites, kept fresh together: all lists in as few calls as one site's. */
export function usePortfolio(named: readonly string[] | undefined): PortfolioRows {
  const { store, refreshing } = useServices();
  const wanted = useSites(named);
  const ids = wanted.flatMap(({ found }) => (found?.ok === true ? [found.value.id] : [])).join(" ");
  const places = useMemo(() => (ids === "" ? [] : ids.split(" ").map((site): RegisterPlace => ({ site, register: "Projects" }))), [ids]);
  useEffect(() => refreshing.show(places), [refreshing, places]);
  const last = useRef<Read>({ rows: [], states: [] });
  const read = useCallback((): Read => {
    const now: Read = { rows: places.map((place) => store.rows(place)), states: places.map((place) => store.placeState(place)) };
    if (sameItems(now.rows, last.current.rows) && sameItems(now.states, last.current.states)) return last.current;
    last.current = now;
    return now;
  }, [store, places]);
  const { rows, states } = useSyncExternalStore(
    useCallback((listener) => store.subscribe(listener), [store]),
    read,
  );
  const sites = useMemo(
    () =>
      wanted.map(({ address, found }): SiteState => {
        if (found === undefined) return { address, name: address, count: 0 };
        if (!found.ok) return { address, name: address, count: 0, fault: found.fault };
        const index = states.findIndex(({ place }) => place.site === found.value.id);
        const state = states[index];
        return {
          address,
          name: found.value.name,
          id: found.value.id,
          count: rows[index]?.length ?? 0,
          ...(state?.asAtMs === undefined ? {} : { asAtMs: state.asAtMs }),
          ...(state?.fault === undefined ? {} : { fault: state.fault }),
        };
      }),
    [wanted, rows, states],
  );
  return { sites, rows: useMemo(() => rows.flat(), [rows]), lookAgain: useCallback(() => void store.refresh(places), [store, places]) };
}
