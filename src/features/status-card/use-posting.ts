import { useState } from "react";
import type { StatusCard } from "../../cards";
import type { Fault } from "../../kernel";
import { useServices, type Channel, type PostedMessage, type Services } from "../../parts";
import { valueAt } from "../../registers";
import type { StoredRow } from "../../store";

/** What became of the message's link on the project. */
export type KeptLink = "kept" | "notAllowed" | "notKept";

type PostingState =
  | { readonly kind: "composing" }
  | { readonly kind: "posting" }
  | { readonly kind: "failed"; readonly fault: Fault }
  | { readonly kind: "posted"; readonly message: PostedMessage; readonly link: KeptLink };

export interface Posting {
  readonly state: PostingState;
  readonly post: (channel: Channel, card: StatusCard) => Promise<void>;
}

/** Posts once; after an answer that leaves it open, the person looks before anything is sent again. */
export function usePosting(project: StoredRow): Posting {
  const services = useServices();
  const [state, setState] = useState<PostingState>({ kind: "composing" });
  return {
    state,
    post: async (channel, card) => {
      setState({ kind: "posting" });
      const posted = await services.messages.postCard(channel, card);
      if (posted.ok) setState({ kind: "posted", message: posted.value, link: await keepLink(services, project, posted.value.webUrl) });
      else setState({ kind: "failed", fault: posted.fault });
    },
  };
}

/** The card is what the person asked for; its link is only handy, so it is dropped rather than left for somebody to decide. */
async function keepLink({ store, rights }: Services, project: StoredRow, address: string): Promise<KeptLink> {
  const place = { site: project.site, register: project.register };
  if (rights.of(place) === "readOnly") return "notAllowed";
  const seen = store.seen(place, project.id) ?? { values: project.values };
  const receipt = await store.change(
    [{ ...place, kind: "update", id: project.id, changes: { CardUrl: address }, seen }],
    String(valueAt(project.values, "Ref") ?? ""),
  );
  const [outcome] = receipt.outcomes;
  if (outcome?.kind === "notKept") return "notKept";
  if (outcome?.kind !== "needsDecision") return "kept";
  await store.answer(outcome.decision.id, { kind: "takeTheirs" });
  return outcome.decision.reason.kind === "forbidden" ? "notAllowed" : "notKept";
}
