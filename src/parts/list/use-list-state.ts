import { faultWords, listWords, tabWords } from "../../content";
import type { Register } from "../../registers";
import type { ViewState } from "../../ui";
import { fragmentOf } from "../page";
import { useServices } from "../services";
import { noRegister } from "./no-register";
import { useFreshRows, usePlaceState, useRight, useRows } from "../use-records";

type NotReady = Exclude<ViewState<never>, { readonly kind: "ready" }>;

/** What a register's list shows in place of rows, or undefined when rows are there. Rows once read stay in sight whatever happens. */
export function useListState(register: Register, invite: { readonly sentence: string; readonly addFirst: () => void }): NotReady | undefined {
  const { store, session, location } = useServices();
  useFreshRows([register.name]);
  const rows = useRows(register.name);
  const place = usePlaceState(register.name);
  const right = useRight(register);
  if (rows.length > 0) return undefined;
  const action = { label: tabWords.why, run: () => location.go(fragmentOf({ kind: "why", register: register.name })) };
  if (right === "noAccess") return { kind: "error", fault: listWords.noAccessTitle, kept: listWords.noAccess, action };
  if (place.fault?.kind === "notFound") return noRegister({ location }, register.label, register.name);
  if (place.fault !== undefined) {
    const words = faultWords(place.fault);
    const onRetry = (): void => void store.refresh([{ site: session.site.id, register: register.name }]);
    return { kind: "error", fault: words.happened, kept: words.toDo, onRetry, action };
  }
  if (place.asAtMs === undefined) return { kind: "loading", what: register.many };
  return {
    kind: "empty",
    title: listWords.emptyTitle(register.many),
    invite: invite.sentence,
    action: { label: listWords.add(register.one), run: invite.addFirst },
  };
}
