import { useEffect, useMemo, useRef, useState } from "react";
import type { Fault, Result } from "../../kernel";
import { keptRegister, patientDetails, ruleContext, useServices, type PeopleService, type Person } from "../../parts";
import { allRegisters, fillableColumns, type Register, type Row } from "../../registers";
import { importPlan, type ImportPlan } from "./import-plan";
import { makeLookUps, peopleIn } from "./look-ups";
import type { Mapping } from "./mapping";
import { matchPeople, namedPeople, writtenNames, type NameChoices, type PeopleAnswer, type PeopleToAsk, type WrittenName } from "./match-people";
import type { SourceTable } from "./source-table";

export type PlanState =
  | { readonly kind: "none" }
  | { readonly kind: "people" | "planning"; readonly done: number; readonly total: number }
  | { readonly kind: "failed"; readonly fault: Fault }
  /** `register` has the choices that the plan was made with. */
  | (PlanBasis & { readonly kind: "ready"; readonly planned: ImportPlan; readonly register: Register; readonly people: PeopleAnswer });

/** What a plan is made from. */
export interface PlanBasis {
  readonly table: SourceTable;
  readonly mapping: Mapping;
  readonly choices: NameChoices;
}

export interface PlanWork {
  readonly state: PlanState;
  readonly start: (basis: PlanBasis) => Promise<void>;
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
  const directory = useDirectory(services.people);

  const rowsOf = (name: string): readonly Row[] => store.rows({ site: session.site.id, register: name });
  const start = async (basis: PlanBasis): Promise<void> => {
    controller.current?.abort();
    const stop = new AbortController();
    controller.current = stop;
    const { table, mapping } = basis;
    const isStopped = (): boolean => stop.signal.aborted;
    const tell = (kind: "people" | "planning") => (done: number, total: number) => {
      if (!isStopped()) setState({ kind, done, total });
    };
    tell("planning")(0, table.rows.length);
    const place = { site: session.site.id, register: register.name };
    await store.refresh(
      [register.name, ...registersBehind(register)].map((name) => ({ site: session.site.id, register: name })),
      stop.signal,
    );
    if (isStopped()) return;
    const { asAtMs, fault } = store.placeState(place);
    // Rows never read cannot be told from new ones, so nothing may be planned over them.
    if (asAtMs === undefined || fault?.kind === "notFound") {
      setState({ kind: "failed", fault: fault ?? { kind: "offline" } });
      return;
    }
    const current = keptRegister(services, register);
    const known = peopleIn(allRegisters.flatMap(({ name }) => rowsOf(name)));
    const people = await directory.ask(writtenNames(current, table, mapping), { known, signal: stop.signal, report: tell("people") });
    if (isStopped()) return;
    const planned = await importPlan(
      {
        register: current,
        site: session.site.id,
        table,
        mapping,
        base: { live: store.rows(place), archived: store.archivedRows(place) },
        lookUps: makeLookUps({ named: namedPeople(people, basis.choices), known }, rowsOf),
        context: ruleContext(services),
        patientDetails,
      },
      { timers, progress: { signal: stop.signal, report: tell("planning") } },
    );
    if (planned.ok) setState({ ...basis, kind: "ready", planned: planned.value, register: current, people });
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

interface Directory {
  readonly ask: (names: readonly WrittenName[], ask: Omit<PeopleToAsk, "service">) => Promise<PeopleAnswer>;
}

/** The directory with its answers kept for as long as the page stands: a plan made again asks nothing twice. */
function useDirectory(service: PeopleService): Directory {
  return useMemo(() => {
    const answers = new Map<string, Result<readonly Person[]>>();
    const search = async (written: string, signal?: AbortSignal): Promise<Result<readonly Person[]>> => {
      const kept = answers.get(written);
      if (kept !== undefined) return kept;
      const answer = await service.search(written, signal);
      if (answer.ok) answers.set(written, answer);
      return answer;
    };
    return { ask: (names, ask) => matchPeople(names, { ...ask, service: { search } }) };
  }, [service]);
}
