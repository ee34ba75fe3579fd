import { listWords, tabWords } from "../../content";
import type { ViewState } from "../../ui";
import { fragmentOf } from "../page";
import type { Services } from "../services";

/** SharePoint leaves out a list that a person may not see like one that is not there: both ways on are offered. @param asked the one that is looked for */
export function noRegister({ location }: Pick<Services, "location">, label: string, asked: string): Extract<ViewState<never>, { readonly kind: "empty" }> {
  return {
    kind: "empty",
    title: listWords.noList(label),
    invite: listWords.noListInvite,
    action: { label: listWords.setUp, run: () => location.go(fragmentOf({ kind: "setUp" })) },
    more: { label: tabWords.why, run: () => location.go(fragmentOf({ kind: "why", register: asked })) },
  };
}
