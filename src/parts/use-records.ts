import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { parseJson, today } from "../kernel";
import { registerAsKept, valueAt, type Register, type Row, type RuleContext } from "../registers";
import type { PlaceState, RegisterPlace, StoredRow, StoreStatus } from "../store";
import { useServices, type Services } from "./services";

/** The rows of a register in this session's site; the same array until something changed. */
export function useRows(register: string): readonly StoredRow[] {
  const { store, session } = useServices();
  const read = useCallback(() => store.rows({ site: session.site.id, register }), [store, session.site.id, register]);
  return useSyncExternalStore(
    useCallback((listener) => store.subscribe(listener), [store]),
    read,
  );
}

export function usePlaceState(register: string): PlaceState {
  const { store, session } = useServices();
  const read = useCallback(() => store.placeState({ site: session.site.id, register }), [store, session.site.id, register]);
  return useSyncExternalStore(
    useCallback((listener) => store.subscribe(listener), [store]),
    read,
  );
}

export function useStoreStatus(): StoreStatus {
  const { store } = useServices();
  return useSyncExternalStore(
    useCallback((listener) => store.subscribe(listener), [store]),
    useCallback(() => store.status(), [store]),
  );
}

export function usePlace(register: string): RegisterPlace {
  const { session } = useServices();
  return useMemo(() => ({ site: session.site.id, register }), [session.site.id, register]);
}

/** Keeps registers fresh while a screen shows them. */
export function useFreshRows(registers: readonly string[]): void {
  const { refreshing, session } = useServices();
  const key = registers.join("|");
  useEffect(() => refreshing.show(key.split("|").map((register) => ({ site: session.site.id, register }))), [key, session.site.id, refreshing]);
}

/** What rules may ask, answered from the store as it stands. */
export function ruleContext(services: Pick<Services, "store" | "session" | "clock">): RuleContext {
  const { store, session, clock } = services;
  const at = (register: string): RegisterPlace => ({ site: session.site.id, register });
  return {
    today: today(clock),
    me: session.me.address,
    setting: (key) => {
      const row = store.rows(at("Settings")).find((candidate) => valueAt(candidate.values, "Key") === key);
      const json = row === undefined ? undefined : valueAt(row.values, "ValueJson");
      return typeof json === "string" ? parseJson(json) : undefined;
    },
    find: (register, ref) => store.findByRef(at(register), ref),
    // Registers without projects (financial periods) are asked for by the empty ref.
    rowsOf: (register, projectRef) => store.rows(at(register)).filter((row) => (valueAt(row.values, "ProjectRef") ?? "") === projectRef),
  };
}

/** "Blood tracking" for "P-0012"; the ref itself while the project is not known. */
export function projectTitle(projects: readonly Row[], ref: string | undefined): string | undefined {
  if (ref === undefined) return undefined;
  const project = projects.find((candidate) => valueAt(candidate.values, "Ref") === ref);
  return project === undefined ? ref : String(valueAt(project.values, "Title") ?? ref);
}

/** Whether reading or writing was refused. */
export function useRight(register: Register): "unknown" | "readOnly" | "noAccess" {
  const { rights } = useServices();
  const place = usePlace(register.name);
  return useSyncExternalStore(useListChanges(), () => rights.of(place));
}

/** The register as this site's list can hold it: what its owner added is offered, what is gone is not asked for. */
export function useRegisterAsKept(register: Register): Register {
  const { rights } = useServices();
  const place = usePlace(register.name);
  return useSyncExternalStore(useListChanges(), () => registerAsKept(register, rights.list(place)));
}

/** The same outside a component: for a cell that was typed, a file, a sheet. */
export function keptRegister({ rights, session }: Pick<Services, "rights" | "session">, register: Register): Register {
  return registerAsKept(register, rights.list({ site: session.site.id, register: register.name }));
}

/** Columns are read with the rows, so the store tells of them, too. */
function useListChanges(): (listener: () => void) => () => void {
  const { rights, store } = useServices();
  return useCallback(
    (listener: () => void) => {
      const stops = [rights.subscribe(listener), store.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [rights, store],
  );
}
