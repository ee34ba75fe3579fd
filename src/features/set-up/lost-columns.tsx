import { Button, MessageBar, MessageBarBody, Text } from "@fluentui/react-components";
import { useRef, useState, type ReactElement } from "react";
import { faultWords, setUpWords } from "../../content";
import { AllowNotice, useServices, type AddedColumns, type MissingColumns } from "../../parts";
import { registerNamed } from "../../registers";
import { ConfirmDialog, ProgressBarWithCancel } from "../../ui";
import { useSetUpPageStyles } from "./set-up-page.styles";

export interface LostColumnsProps {
  readonly lost: readonly MissingColumns[];
  readonly onDone: () => void;
}

/** Lists that lost columns to their owner: which, and a way to add them back once the person has seen what would be added. */
export function LostColumns({ lost, onDone }: LostColumnsProps): ReactElement | null {
  const styles = useSetUpPageStyles();
  const [isAsking, setIsAsking] = useState(false);
  const work = useAdding(onDone);
  const count = lost.reduce((sum, { columns }) => sum + columns.length, 0);
  const add = (): void => {
    setIsAsking(false);
    void work.start(lost);
  };
  if (count === 0 && work.outcomes.length === 0) return null;
  return (
    <section className={styles.group} aria-label={setUpWords.lostTitle}>
      {count > 0 && (
        <>
          <h2 className={styles.heading}>{setUpWords.lostTitle}</h2>
          {lost.map((list) => (
            <Text key={list.register}>{setUpWords.lost(labelOf(list.register), labelsOf(list))}</Text>
          ))}
          {work.progress === undefined ? (
            <Button className={styles.button} onClick={() => setIsAsking(true)}>
              {setUpWords.addBack}
            </Button>
          ) : (
            <ProgressBarWithCancel label={setUpWords.adding} done={work.progress.done} total={work.progress.total} onCancel={work.stop} />
          )}
        </>
      )}
      <Outcomes outcomes={work.outcomes} onAllowed={add} />
      <ConfirmDialog
        isOpen={isAsking}
        title={setUpWords.addTitle(count)}
        confirmLabel={setUpWords.addConfirm}
        onConfirm={add}
        onCancel={() => setIsAsking(false)}
      >
        <ul>
          {lost.map((list) => (
            <li key={list.register}>{setUpWords.addPreview(labelOf(list.register), labelsOf(list))}</li>
          ))}
        </ul>
        <p>{setUpWords.addExplain}</p>
      </ConfirmDialog>
    </section>
  );
}

function labelOf(register: string): string {
  return registerNamed(register)?.label ?? register;
}

function labelsOf({ columns }: MissingColumns): readonly string[] {
  return columns.map(({ label }) => label);
}

interface Adding {
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly outcomes: readonly AddedColumns[];
  readonly start: (lost: readonly MissingColumns[]) => Promise<void>;
  readonly stop: () => void;
}

function useAdding(onDone: () => void): Adding {
  const { provisioning, session } = useServices();
  const [progress, setProgress] = useState<Adding["progress"]>();
  const [outcomes, setOutcomes] = useState<readonly AddedColumns[]>([]);
  const controller = useRef<AbortController>(undefined);
  return {
    progress,
    outcomes,
    stop: () => controller.current?.abort(),
    start: async (lost) => {
      const stop = new AbortController();
      controller.current = stop;
      setOutcomes([]);
      setProgress({ done: 0, total: lost.length });
      const report = (done: number, total: number): void => setProgress({ done, total });
      const added = await provisioning.addColumns(session.site.id, lost, { signal: stop.signal, report });
      setProgress(undefined);
      setOutcomes(added);
      onDone();
    },
  };
}

function Outcomes({ outcomes, onAllowed }: { readonly outcomes: readonly AddedColumns[]; readonly onAllowed: () => void }): ReactElement {
  const count = outcomes.reduce((sum, { outcome }) => sum + (outcome.ok ? outcome.value : 0), 0);
  const refused = outcomes.flatMap(({ register, outcome }) => (outcome.ok ? [] : [{ register, fault: outcome.fault }]));
  return (
    <>
      {count > 0 && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{setUpWords.added(count)}</MessageBarBody>
        </MessageBar>
      )}
      {refused.some(({ fault }) => fault.kind === "signInNeeded") ? (
        <AllowNotice purpose="setUp" onAllowed={onAllowed} />
      ) : (
        refused.map(({ register, fault }) => (
          <MessageBar key={register} intent="error" layout="multiline">
            <MessageBarBody>{setUpWords.failed(labelOf(register), faultWords(fault).happened)}</MessageBarBody>
          </MessageBar>
        ))
      )}
    </>
  );
}
