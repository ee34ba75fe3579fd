import { useEffect, useRef, useState } from "react";
import type { Fault } from "../../kernel";
import { keptRegister, patientDetails, ruleContext, useServices } from "../../parts";
import { allRegisters, fillableColumns, type Register, type Row } from "../../registers";
import { importPlan, type ImportPlan } from "./import-plan";
import { makeLookUps } from "./look-ups";
import type { Mapping } from "./mapping";
import type { SourceTable } from "./source-table";

export type PlanState =
  | { readonly kind: "none" }
  | { readonly kind: "planning"; readonly done: number; readonly total: number }
  | { readonly kind: "failed"; readonly fault: Fault }
  /** `register` has the choices that the plan was made with. */
  | { readonly kind: "ready"; readonly planned: ImportPlan; readonly register: Register; readonly table: SourceTable; readonly mapping: Mapping };

export interface PlanWork {
  readonly state: PlanState;
  readonly start: (table: SourceTable, mapping: Mapping) => Promise<void>;
  /** Stops planning, or drops the plan. */
  readonly stop: () => void;
}

/** Plans over the register as it is after a fresh look; rows read before do when there is no connection. */
export function useImportPlan(register: Register): PlanWork {
  const services = useServices();
  const { store, session, timers } = services;
  const [state, setState] = useState<PlanState>({ kind: "none" });
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);

  const rowsOf = (name: string): readonly Row[] => store.rows({ site: session.site.id, register: name });
  const start = async (table: SourceTable, mapping: Mapping): Promise<void> => {
    controller.current?.abort();
    const stop = new AbortController();
    controller.current = stop;
    const total = table.rows.length;
    setState({ kind: "planning", done: 0, total });
    const place = { site: session.site.id, register: register.name };
    await store.refresh(
      [register.name, ...registersBehind(register)].map((name) => ({ site: session.site.id, register: name })),
      stop.signal,
    );
    if (stop.signal.aborted) return;
    const { asAtMs, fault } = store.placeState(place);
    // Rows never read cannot be told from new ones, so nothing may be planned over them.
    if (asAtMs === undefined || fault?.kind === "notFound") {
      setState({ kind: "failed", fault: fault ?? { kind: "offline" } });
      return;
    }
    const current = keptRegister(services, register);
    const planned = await importPlan(
      {
        register: current,
        site: session.site.id,
        table,
        mapping,
        base: { live: store.rows(place), archived: store.archivedRows(place) },
        lookUps: makeLookUps(
          allRegisters.flatMap(({ name }) => rowsOf(name)),
          rowsOf,
        ),
        context: ruleContext(services),
        patientDetails,
      },
      { timers, progress: { signal: stop.signal, report: (done) => setState({ kind: "planning", done, total }) } },
    );
    if (planned.ok) setState({ kind: "ready", planned: planned.value, register: current, table, mapping });
  };
  return {
    state,
    start,
    stop: () => {
      controller.current?.abort();
      setState({ kind: "none" });
    },
  };
}

/** Registers that its columns refer to, the projects for their titles, and where receipts are kept. */
function registersBehind(register: Register): readonly string[] {
  const referred = fillableColumns(register).flatMap(([, column]) => (column.type === "reference" ? [column.register] : []));
  return [...new Set(["Projects", "Receipts", ...referred])].filter((name) => name !== register.name);
}
