import { MessageBar, MessageBarActions, MessageBarBody, Button, Text } from "@fluentui/react-components";
import { useCallback, useState, type ReactElement } from "react";
import { adoptWords, faultWords, listWords } from "../../content";
import { fragmentOf, useServices } from "../../parts";
import { lightRegisters, registerNamed, type CandidateList } from "../../registers";
import { ErrorState, StateView } from "../../ui";
import { useAdoptPageStyles } from "./adopt-page.styles";
import { useLeftLists } from "./left-lists";
import { LeftCard, ListCard } from "./list-card";
import { PageFrame } from "./page-frame";
import { SettingsNeeded } from "./settings-needed";
import { StopDialog } from "./stop-dialog";
import { isNamedFor } from "./suggest-adoption";
import { isSameList, useAdoptions, type SavedAdoption } from "./use-adoptions";
import { useAnswerOf } from "./use-answer-of";

/** The site's own lists, each with what can be done with it. */
export function ListsPage(): ReactElement {
  const { adoption, session, location } = useServices();
  const { state } = useAnswerOf(
    useCallback(() => adoption.candidates(session.site.id), [adoption, session.site.id]),
    adoptWords.loading,
  );
  const setUp = { label: listWords.setUp, run: () => location.go(fragmentOf({ kind: "setUp" })) };
  const isEmpty = state.kind === "ready" && state.value.length === 0;
  return (
    <PageFrame title={adoptWords.title} explain={adoptWords.explain}>
      <StateView state={isEmpty ? { kind: "empty", title: adoptWords.emptyTitle, invite: adoptWords.emptyInvite, action: setUp } : state}>
        {(lists) => <Lists lists={lists} />}
      </StateView>
    </PageFrame>
  );
}

function Lists({ lists }: { readonly lists: readonly CandidateList[] }): ReactElement {
  const styles = useAdoptPageStyles();
  const { store, session } = useServices();
  const adoptions = useAdoptions();
  const left = useLeftLists();
  const [stopping, setStopping] = useState<SavedAdoption>();
  if (adoptions.kind === "failed") {
    const { happened, toDo } = faultWords(adoptions.fault);
    const retry = (): void => void store.refresh([{ site: session.site.id, register: "Settings" }]);
    return <ErrorState fault={adoptWords.settingsUnread} kept={`${happened} ${toDo}`} onRetry={retry} />;
  }
  const saved = adoptions.kind === "reading" ? [] : adoptions.saved;
  const savedFor = (list: CandidateList): SavedAdoption | undefined => saved.find(({ adoption }) => isSameList(adoption.listId, list.listId));
  const gone = saved.filter(({ adoption }) => !lists.some(({ listId }) => isSameList(adoption.listId, listId)));
  const isLeft = (list: CandidateList): boolean => left.has(list.listId) && savedFor(list) === undefined;
  // Lists named for what the registers hold are likelier to be meant than others.
  const shown = lists.filter((list) => !isLeft(list)).toSorted((one, other) => Number(isLikely(other)) - Number(isLikely(one)));
  const next = adoptions.kind === "known" ? shown.find((list) => savedFor(list) === undefined) : undefined;
  return (
    <div className={styles.section}>
      {adoptions.kind === "noSettings" && <SettingsNeeded />}
      {gone.map((one) => (
        <GoneNotice key={one.row.id} saved={one} onStop={() => setStopping(one)} />
      ))}
      <ul className={styles.cards} aria-label={adoptWords.lists}>
        {shown.map((list) => (
          <ListCard key={list.listId} list={list} saved={savedFor(list)} isNext={list === next} onLeave={() => left.leave(list.listId)} onStop={setStopping} />
        ))}
      </ul>
      {lists.some(isLeft) && (
        <details>
          <summary className={styles.summary}>{adoptWords.left(lists.filter(isLeft).length)}</summary>
          <Text>{adoptWords.leftExplain}</Text>
          <ul className={styles.cards}>
            {lists.filter(isLeft).map((list) => (
              <LeftCard key={list.listId} list={list} onTakeBack={() => left.takeBack(list.listId)} />
            ))}
          </ul>
        </details>
      )}
      <StopDialog saved={stopping} onClose={() => setStopping(undefined)} />
    </div>
  );
}

function isLikely({ name }: CandidateList): boolean {
  return lightRegisters.some((register) => isNamedFor(register, name));
}

function GoneNotice({ saved: { adoption }, onStop }: { readonly saved: SavedAdoption; readonly onStop: () => void }): ReactElement {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{adoptWords.gone(adoption.listName, registerNamed(adoption.register)?.label ?? adoption.register)}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={onStop}>{adoptWords.stopList(adoption.listName)}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
