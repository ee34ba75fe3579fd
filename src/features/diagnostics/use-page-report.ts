import { useMemo, useSyncExternalStore } from "react";
import { useServices, type KeptHere, type Services } from "../../parts";
import { pageReport, type DeviceLook, type ReportSection } from "./page-report";

export interface PageReport {
  readonly sections: readonly ReportSection[];
  /** Undefined while nothing is known of the device. */
  readonly kept: KeptHere | undefined;
}

interface Reports {
  readonly read: () => PageReport;
  readonly subscribe: (listener: () => void) => () => void;
  readonly update: () => void;
}

/** The report as at the newest event of the store or press of the button: nothing moves by itself while somebody reads. */
export function usePageReport(): PageReport & { readonly update: () => void } {
  const services = useServices();
  const reports = useMemo(() => reportsOf(services), [services]);
  return { ...useSyncExternalStore(reports.subscribe, reports.read), update: reports.update };
}

function reportsOf(services: Services): Reports {
  const listeners = new Set<() => void>();
  let look: DeviceLook = "looking";
  let current = report();
  function report(): PageReport {
    return { sections: pageReport(services, look), kept: typeof look === "string" ? undefined : look };
  }
  const tell = (): void => {
    current = report();
    for (const listener of [...listeners]) listener();
  };
  const lookAtDevice = async (): Promise<void> => {
    look = (await services.device.keptHere()) ?? "notLooked";
    tell();
  };
  return {
    read: () => current,
    update: () => {
      tell();
      void lookAtDevice();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      const stop = services.store.subscribe(tell);
      if (look === "looking") void lookAtDevice();
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
  };
}
