import { useMemo, useSyncExternalStore } from "react";
import { useServices, type Services } from "../../parts";
import { pageReport, type ReportSection } from "./page-report";

interface Reports {
  readonly read: () => readonly ReportSection[];
  readonly subscribe: (listener: () => void) => () => void;
  readonly update: () => void;
}

/** The report as at the newest event of the store or press of the button: nothing moves by itself while somebody reads. */
export function usePageReport(): { readonly sections: readonly ReportSection[]; readonly update: () => void } {
  const services = useServices();
  const reports = useMemo(() => reportsOf(services), [services]);
  return { sections: useSyncExternalStore(reports.subscribe, reports.read), update: reports.update };
}

function reportsOf(services: Services): Reports {
  const listeners = new Set<() => void>();
  let current = pageReport(services);
  const update = (): void => {
    current = pageReport(services);
    for (const listener of [...listeners]) listener();
  };
  return {
    read: () => current,
    update,
    subscribe: (listener) => {
      listeners.add(listener);
      const stop = services.store.subscribe(update);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
  };
}
