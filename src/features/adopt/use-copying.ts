import { useEffect, useRef, useState } from "react";
import { adoptWords } from "../../content";
import { makeClientKey, succeed, type Fault, type Result } from "../../kernel";
import { keptRegister, patientDetails, ruleContext, useServices, type Services } from "../../parts";
import { editsOf, type Adoption, type Edit, type ListLook, type Register } from "../../registers";
import type { RegisterPlace } from "../../store";
import { copyLeftOut, type CopyLeftOut } from "./copy-left-out";
import { copyPlan, type CopyPlan } from "./copy-plan";
import { copyReceipt, receiptEdit, type CopyOf, type CopyReceipt } from "./copy-receipt";

export type CopyState =
  | { readonly kind: "none" }
  | { readonly kind: "reading" }
  | { readonly kind: "failed"; readonly fault: Fault }
  /** What would be copied, from a mapping that may have been changed since. */
  | { readonly kind: "ready"; readonly adoption: Adoption; readonly register: Register; readonly planned: CopyPlan; readonly leftOut: CopyLeftOut }
  | { readonly kind: "making" }
  | { readonly kind: "writing"; readonly done: number; readonly total: number }
  | { readonly kind: "done"; readonly receipt: CopyReceipt };

export interface Copying {
  readonly state: CopyState;
  /** Reads their whole list and plans; nothing is made or written. */
  readonly plan: (register: Register, adoption: Adoption) => Promise<void>;
  /** Makes our list where there is none, writes the plan into it, and keeps a receipt in the register of receipts where that stands. */
  readonly write: (ready: Extract<CopyState, { readonly kind: "ready" }>) => Promise<void>;
  readonly stop: () => void;
}

export function useCopying(look: ListLook): Copying {
  const services = useServices();
  const { store, session, adoption: lists } = services;
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
    const planned = planOf(services, { register, adoption, theirs: read.value });
    setState({ kind: "ready", adoption, register, planned, leftOut: copyLeftOut({ register, adoption, look, theirs: read.value }, planned.plan) });
  };
  const write: Copying["write"] = async ({ register, planned, leftOut }) => {
    const signal = begin();
    const place = { site: session.site.id, register: register.name };
    const isNewList = store.placeState(place).fault?.kind === "notFound";
    if (isNewList) {
      setState({ kind: "making" });
      const made = await makeList(services, place, signal);
      if (!made.ok) {
        failed(made.fault);
        return;
      }
    }
    const of: CopyOf = { planned, leftOut, isNewList, register, from: look };
    const edits = editsOf(planned.plan);
    const report = (done: number): void => setState({ kind: "writing", done: Math.min(done, edits.length), total: edits.length });
    report(0);
    // In the same change, so that one Undo takes back the copy and its receipt.
    const row = receiptRowOf(services, of);
    const told = await store.change([...edits, ...(row === undefined ? [] : [row])], adoptWords.copyOperation(register.many), { signal, report });
    setState({ kind: "done", receipt: copyReceipt(of, told, row?.id) });
  };
  return { state, plan, write, stop: () => controller.current?.abort() };
}

async function makeList({ provisioning, store }: Services, place: RegisterPlace, signal: AbortSignal): Promise<Result<void>> {
  const made = await provisioning.create(place.site, [place.register], { signal, report: () => undefined });
  const outcome = made.ok ? made.value[0]?.outcome : made;
  if (outcome?.ok === false) return outcome;
  await store.refresh([place], signal);
  return succeed(undefined);
}

/** Nothing where the site keeps no receipts. A copy that is stopped has none there either: what it says would not be so. */
function receiptRowOf({ store, session, randomness, clock }: Services, of: CopyOf): Edit | undefined {
  const { asAtMs, fault } = store.placeState({ site: session.site.id, register: "Receipts" });
  if (asAtMs === undefined || fault?.kind === "notFound") return undefined;
  return receiptEdit(of, { ...session, key: makeClientKey(randomness), nowMs: clock.nowMs() });
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
