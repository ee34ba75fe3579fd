import { Button, Text } from "@fluentui/react-components";
import { useId, type ReactElement } from "react";
import { adoptWords } from "../../content";
import { fragmentOf, HostLink, useServices } from "../../parts";
import { registerNamed, type CandidateList } from "../../registers";
import { StatusTag } from "../../ui";
import { useAdoptPageStyles } from "./adopt-page.styles";
import type { SavedAdoption } from "./use-adoptions";

export interface ListCardProps {
  readonly list: CandidateList;
  /** How it is used already. */
  readonly saved: SavedAdoption | undefined;
  /** The first list that nobody has decided about: its button is the page's own. */
  readonly isNext: boolean;
  readonly onLeave: () => void;
  readonly onStop: (saved: SavedAdoption) => void;
}

/** One list of the site: what is in it, and the three ways to deal with it. */
export function ListCard({ list, saved, isNext, onLeave, onStop }: ListCardProps): ReactElement {
  const styles = useAdoptPageStyles();
  const id = useId();
  const { location } = useServices();
  const { name, listId, webUrl } = list;
  const open = (): void => location.go(fragmentOf({ kind: "adopt", listId }));
  return (
    <li className={styles.card} aria-labelledby={id}>
      <h2 id={id} className={styles.subtitle}>
        {name}
      </h2>
      <div className={styles.facts}>
        {saved !== undefined && <StatusTag tone="success" words={adoptWords.usedAs(labelOf(saved))} />}
        <Text className={styles.quiet}>{adoptWords.rows(list.rows, list.hasMoreRows)}</Text>
        <Text className={styles.quiet}>{adoptWords.columns(list.columns)}</Text>
        <HostLink address={webUrl}>{adoptWords.openList(name)}</HostLink>
      </div>
      {saved === undefined ? (
        <div className={styles.buttons}>
          <Button appearance={isNext ? "primary" : "secondary"} aria-label={adoptWords.of(adoptWords.use, name)} onClick={open}>
            {adoptWords.use}
          </Button>
          <Button aria-label={adoptWords.of(adoptWords.copy, name)} onClick={() => location.go(fragmentOf({ kind: "adopt", listId, isCopy: true }))}>
            {adoptWords.copy}
          </Button>
          <Button appearance="subtle" aria-label={adoptWords.of(adoptWords.leave, name)} onClick={onLeave}>
            {adoptWords.leave}
          </Button>
        </div>
      ) : (
        <div className={styles.buttons}>
          <Button onClick={() => location.go(registerFragment(saved.adoption.register))}>{adoptWords.openRegister(labelOf(saved))}</Button>
          <Button aria-label={adoptWords.of(adoptWords.change, name)} onClick={open}>
            {adoptWords.change}
          </Button>
          <Button appearance="subtle" aria-label={adoptWords.of(adoptWords.stop, name)} onClick={() => onStop(saved)}>
            {adoptWords.stop}
          </Button>
        </div>
      )}
    </li>
  );
}

function labelOf({ adoption }: SavedAdoption): string {
  return registerNamed(adoption.register)?.label ?? adoption.register;
}

function registerFragment(register: string): string {
  return fragmentOf(register === "Projects" ? { kind: "projects" } : { kind: "register", register });
}

/** A list that the person left alone. */
export function LeftCard({ list, onTakeBack }: { readonly list: CandidateList; readonly onTakeBack: () => void }): ReactElement {
  const styles = useAdoptPageStyles();
  return (
    <li className={styles.facts}>
      <Text>{list.name}</Text>
      <Button size="small" aria-label={adoptWords.of(adoptWords.offerAgain, list.name)} onClick={onTakeBack}>
        {adoptWords.offerAgain}
      </Button>
    </li>
  );
}
