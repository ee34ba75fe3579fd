import { Link } from "@fluentui/react-components";
import { useCallback, type ReactElement } from "react";
import { adoptWords, faultWords } from "../../content";
import { fragmentOf, usePlaceState, useRows, useServices } from "../../parts";
import { StateView, type ViewState } from "../../ui";
import { MapForm, type MapFormProps } from "./map-form";
import { PageFrame } from "./page-frame";
import { knownProjects } from "./projects-of-rows";
import { isSameList, useAdoptions } from "./use-adoptions";
import { useAnswerOf } from "./use-answer-of";

type Ground = Pick<MapFormProps, "look" | "adoptions" | "saved" | "projects">;

/** One list of the trust's and how it is used. What the mapping is suggested from is there before the form is. */
export function ListPage({ listId, isCopy }: { readonly listId: string; readonly isCopy: boolean }): ReactElement {
  const { location } = useServices();
  const { state, askAgain } = useGround(listId);
  const name = state.kind === "ready" ? state.value.look.listName : undefined;
  return (
    <PageFrame
      title={name === undefined ? adoptWords.title : isCopy ? adoptWords.copyTitle(name) : adoptWords.mapTitle(name)}
      explain={isCopy ? adoptWords.copyMapExplain : adoptWords.mapExplain}
    >
      <Link as="button" onClick={() => location.go(fragmentOf({ kind: "adopt" }))}>
        {adoptWords.back}
      </Link>
      <StateView state={state}>{(ground) => <MapForm {...ground} isCopy={isCopy} onListChanged={askAgain} />}</StateView>
    </PageFrame>
  );
}

function useGround(listId: string): { readonly state: ViewState<Ground>; readonly askAgain: () => void } {
  const { adoption, session, store } = useServices();
  const looked = useAnswerOf(
    useCallback(() => adoption.look(session.site.id, listId), [adoption, session.site.id, listId]),
    adoptWords.loading,
  );
  const adoptions = useAdoptions();
  const rows = useRows("Projects");
  const { asAtMs, fault } = usePlaceState("Projects");
  const loading: ViewState<Ground> = { kind: "loading", what: adoptWords.loading };
  const state = ((): ViewState<Ground> => {
    if (looked.state.kind !== "ready") return looked.state;
    if (adoptions.kind === "failed") {
      const onRetry = (): void => void store.refresh([{ site: session.site.id, register: "Settings" }]);
      return { kind: "error", fault: adoptWords.settingsUnread, kept: faultWords(adoptions.fault).happened, onRetry };
    }
    // Without projects the first suggestion would say that rows belong to none.
    if (adoptions.kind === "reading" || (asAtMs === undefined && fault === undefined)) return loading;
    const saved = adoptions.saved.find((one) => isSameList(one.adoption.listId, listId));
    return { kind: "ready", value: { look: looked.state.value, adoptions, saved, projects: knownProjects(rows) } };
  })();
  return { state, askAgain: looked.askAgain };
}
