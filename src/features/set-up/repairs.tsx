import { Button, Checkbox, Text } from "@fluentui/react-components";
import { useMemo, useState, type ReactElement } from "react";
import { repairWords as words } from "../../content";
import { AllowNotice, useServices, type SiteLook, type StandingList, type WantedRepair } from "../../parts";
import { isRepairable, lightRegisters, type ListDifference } from "../../registers";
import { ProgressBarWithCancel } from "../../ui";
import { ReceiptView } from "./receipt-view";
import { labelOf, receiptOfRepairs } from "./set-up-receipt";
import { useSetUpPageStyles } from "./set-up-page.styles";
import { useKeepReceipt } from "./use-keep-receipt";
import { useRun } from "./use-run";
import type { SiteFacts } from "./use-site-look";

export interface RepairsProps {
  readonly look: SiteLook;
  readonly way: SiteFacts["way"];
  readonly lookAgain: () => Promise<void>;
}

/** Every difference between lists and their registers, list by list, with a tick where it can be put back; nothing while there is none. */
export function Repairs({ look, way, lookAgain }: RepairsProps): ReactElement | null {
  const styles = useSetUpPageStyles();
  const { provisioning, session } = useServices();
  const kept = useKeepReceipt();
  const run = useRun(
    (wanted: readonly WantedRepair[], progress) => provisioning.repair(session.site.id, wanted, progress),
    async (done) => {
      if (done.some(({ outcome }) => outcome.ok)) {
        await kept.keep(
          receiptOfRepairs(done),
          done.map(({ register }) => register),
        );
      }
      await lookAgain();
    },
  );
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const receipt = useMemo(() => (run.ended?.ok === true ? receiptOfRepairs(run.ended.value) : undefined), [run.ended]);
  const waiting = run.ended?.ok === true ? run.ended.value.filter(({ outcome }) => !outcome.ok && outcome.fault.kind === "signInNeeded") : [];
  const differing = look.standing.filter(({ differences }) => differences.length > 0);
  // Where others stand, a light register without a list was probably deleted.
  const lost =
    look.standing.length === 0 ? [] : look.absent.filter(({ register, isStarted }) => !isStarted && lightRegisters.some(({ name }) => name === register));
  const wanted = differing.flatMap(({ register, differences }) =>
    differences.flatMap((difference) => (isRepairable(difference) && !left.has(keyOf(register, difference)) ? [{ register, difference }] : [])),
  );
  if (differing.length === 0 && lost.length === 0 && receipt === undefined) return null;
  const toggle = (key: string): void => {
    setLeft((last) => {
      const next = new Set(last);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  };
  return (
    <section className={styles.group} aria-label={words.title}>
      {waiting.length > 0 && <AllowNotice purpose="setUp" onAllowed={() => void run.start(waiting)} />}
      {receipt !== undefined && run.progress === undefined && waiting.length === 0 && <ReceiptView receipt={receipt} isKept={kept.isKept} />}
      {differing.length + lost.length > 0 && (
        <>
          <h2 className={styles.heading}>{words.title}</h2>
          <Text>{way === "selected" ? words.notByApp : words.explain}</Text>
          {lost.map(({ register }) => (
            <Text key={register}>{words.listLost(labelOf(register))}</Text>
          ))}
          {differing.map((list) => (
            <ListDifferences
              key={list.register}
              list={list}
              left={left}
              onToggle={way === "selected" ? undefined : toggle}
              isBusy={run.progress !== undefined}
            />
          ))}
        </>
      )}
      {run.progress !== undefined ? (
        <ProgressBarWithCancel label={words.progress} done={run.progress.done} total={run.progress.total} onCancel={run.stop} />
      ) : (
        way === "broad" &&
        wanted.length > 0 && (
          <Button appearance="primary" onClick={() => void run.start(wanted)}>
            {words.put(wanted.length)}
          </Button>
        )
      )}
    </section>
  );
}

function keyOf(register: string, { kind, column }: ListDifference): string {
  return `${register}/${column}/${kind}`;
}

interface ListDifferencesProps {
  readonly list: StandingList;
  /** What the person does not want. */
  readonly left: ReadonlySet<string>;
  /** Absent where the app may change no list. */
  readonly onToggle: ((key: string) => void) | undefined;
  readonly isBusy: boolean;
}

function ListDifferences({ list: { register, differences }, left, onToggle, isBusy }: ListDifferencesProps): ReactElement {
  const styles = useSetUpPageStyles();
  const label = labelOf(register);
  return (
    <div className={styles.whole}>
      <h3 className={styles.subheading}>{label}</h3>
      <ul className={styles.differences}>
        {differences.map((difference) => {
          const key = keyOf(register, difference);
          return (
            <li key={key} className={styles.difference}>
              <span>{sentenceOf(difference)}</span>
              {isRepairable(difference) && onToggle !== undefined && (
                <Checkbox
                  label={words.tick[difference.kind]}
                  aria-label={words.tickOf(words.tick[difference.kind], label, difference.label)}
                  checked={!left.has(key)}
                  disabled={isBusy}
                  onChange={() => onToggle(key)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function sentenceOf(difference: ListDifference): string {
  const { label } = difference;
  switch (difference.kind) {
    case "lost":
      return words.lost(label);
    case "renamed":
      return words.renamed(label, difference.now);
    case "retyped":
      return [
        words.retyped(label, words.held[difference.made], words.held[difference.now]),
        difference.isStillRead ? words.stillRead : words.notRead,
        words.retypedAdvice,
      ].join(" ");
    case "choicesRemoved":
      return words.choicesRemoved(label, difference.choices);
    case "uniqueLost":
      return words.uniqueLost(label);
  }
}
