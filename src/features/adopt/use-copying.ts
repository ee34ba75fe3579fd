import { useEffect, useRef, useState } from "react";
import { adoptWords } from "../../content";
import type { Fault } from "../../kernel";
import { keptRegister, patientDetails, ruleContext, useServices, type Services } from "../../parts";
import { editsOf, type Adoption, type Register } from "../../registers";
import type { ChangeReceipt } from "../../store";
import { copyPlan, type CopyPlan } from "./copy-plan";

export interface CopyReceipt {
  readonly saved: number;
  readonly waiting: number;
  readonly notKept: number;
  readonly needsDecision: number;
  readonly isStopped: boolean;
}

export type CopyState =
  | { readonly kind: "none" }
  | { readonly kind: "reading" }
  | { readonly kind: "failed"; readonly fault: Fault }
  /** What would be copied, from a mapping that may have been changed since. */
  | { readonly kind: "ready"; readonly adoption: Adoption; readonly register: Register; readonly planned: CopyPlan }
  | { readonly kind: "making" }
  | { readonly kind: "writing"; readonly done: number; readonly total: number }
  | { readonly kind: "done"; readonly receipt: CopyReceipt };

export interface Copying {
  readonly state: CopyState;
  /** Reads their whole list and plans; nothing is made or written. */
  readonly plan: (register: Register, adoption: Adoption) => Promise<void>;
  /** Makes our list where there is none, and writes the plan into it. */
  readonly write: (register: Register, planned: CopyPlan) => Promise<void>;
  readonly stop: () => void;
}

export function useCopying(): Copying {
  const services = useServices();
  const { store, session, adoption: lists, provisioning } = services;
  const [state, setState] = useState<CopyState>({ kind: "none" });
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);
  const begin = (): AbortSignal => {
    controller.current?.abort();
    controller.current = new AbortController();
    return controller.current.signal;
  };
  const failed = (fault: Fault): void => setState(fault.kind === "cancelled" ? { kind: "none" } : { kind: "failed", fault });

  const plan = async (register: Register, adoption: Adoption): Promise<void> => {
    const signal = begin();
    setState({ kind: "reading" });
    const place = { site: session.site.id, register: register.name };
    const [read, [at]] = await Promise.all([lists.rows(session.site.id, adoption, signal), store.refresh([place], signal)]);
    if (signal.aborted) return;
    // Rows of ours that were never read cannot be told from new ones, unless there is no list of ours.
    const unread = at?.fault?.kind === "notFound" ? undefined : at?.asAtMs === undefined ? (at?.fault ?? { kind: "offline" as const }) : undefined;
    if (!read.ok || unread !== undefined) {
      failed(read.ok ? (unread ?? { kind: "offline" }) : read.fault);
      return;
    }
    setState({ kind: "ready", adoption, register, planned: planOf(services, { register, adoption, theirs: read.value }) });
  };
  const write = async (register: Register, planned: CopyPlan): Promise<void> => {
    const signal = begin();
    const place = { site: session.site.id, register: register.name };
    if (store.placeState(place).fault?.kind === "notFound") {
      setState({ kind: "making" });
      const made = await provisioning.create(session.site.id, [register.name], { signal, report: () => undefined });
      const outcome = made.ok ? made.value[0]?.outcome : made;
      if (outcome?.ok === false) {
        failed(outcome.fault);
        return;
      }
      await store.refresh([place], signal);
    }
    const edits = editsOf(planned.plan);
    const report = (done: number): void => setState({ kind: "writing", done, total: edits.length });
    report(0);
    setState({ kind: "done", receipt: receiptOf(await store.change(edits, adoptWords.copyOperation(register.many), { signal, report })) });
  };
  return { state, plan, write, stop: () => controller.current?.abort() };
}

interface PlanGround {
  readonly register: Register;
  readonly adoption: Adoption;
  readonly theirs: Parameters<typeof copyPlan>[0]["theirs"];
}

function planOf(services: Services, { register, adoption, theirs }: PlanGround): CopyPlan {
  const { store, session } = services;
  const place = { site: session.site.id, register: register.name };
  const isThere = store.placeState(place).fault?.kind !== "notFound";
  return copyPlan({
    register: isThere ? keptRegister(services, register) : register,
    site: session.site.id,
    listId: adoption.listId,
    theirs,
    ours: isThere ? [...store.rows(place), ...store.archivedRows(place)] : [],
    context: ruleContext(services),
    patientDetails,
  });
}

function receiptOf({ outcomes, cancelled }: ChangeReceipt): CopyReceipt {
  const count = (kind: ChangeReceipt["outcomes"][number]["kind"]): number => outcomes.filter((outcome) => outcome.kind === kind).length;
  return { saved: count("saved"), waiting: count("onDevice"), notKept: count("notKept"), needsDecision: count("needsDecision"), isStopped: cancelled };
}
