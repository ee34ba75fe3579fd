import { Button, Checkbox, MessageBar, MessageBarBody, Text } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState, type ReactElement } from "react";
import { faultWords, setUpWords } from "../../content";
import { AllowNotice, fragmentOf, useServices, type MissingList, type MissingParts, type ProvisionedList } from "../../parts";
import { furtherRegisters, lightRegisters, registerNamed, supportingRegisters, type Register } from "../../registers";
import { ProgressBarWithCancel, StateView, type ViewState } from "../../ui";
import { LostColumns } from "./lost-columns";
import { useSetUpPageStyles } from "./set-up-page.styles";

/** Makes the lists of this site's registers: the eight light ones and those behind them ticked, the others on request. */
export function SetUpPage(): ReactElement {
  const styles = useSetUpPageStyles();
  const { provisioning, session } = useServices();
  const [state, setState] = useState<ViewState<MissingParts>>({ kind: "loading", what: setUpWords.title });
  const [attempt, setAttempt] = useState(0);
  const lookAgain = (): void => setAttempt((last) => last + 1);
  useEffect(() => {
    let isCurrent = true;
    void provisioning.missing(session.site.id).then((missing) => {
      if (!isCurrent) return;
      setState(
        missing.ok
          ? { kind: "ready", value: missing.value }
          : { kind: "error", fault: faultWords(missing.fault).happened, kept: faultWords(missing.fault).toDo, onRetry: lookAgain },
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [provisioning, session.site.id, attempt]);
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{setUpWords.title}</h1>
      <Text as="p">{setUpWords.explain}</Text>
      <StateView state={state}>
        {(missing) => (
          <div className={styles.group}>
            <LostColumns lost={missing.columns} onDone={lookAgain} />
            <Choice missing={missing.lists} onDone={lookAgain} />
          </div>
        )}
      </StateView>
    </div>
  );
}

function Choice({ missing, onDone }: { readonly missing: readonly MissingList[]; readonly onDone: () => void }): ReactElement {
  const styles = useSetUpPageStyles();
  const { location } = useServices();
  const behind = useMemo(() => [...lightRegisters, ...supportingRegisters].map((register) => register.name), []);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(behind));
  const run = useCreation(onDone);
  const missingNames = new Set(missing.map((list) => list.register));
  const wanted = missing.filter((list) => chosen.has(list.register));
  const toggle = (name: string): void => {
    setChosen((last) => {
      const next = new Set(last);
      if (!next.delete(name)) next.add(name);
      return next;
    });
  };
  if (missing.length === 0) {
    return (
      <div className={styles.group}>
        <Text>{setUpWords.nothingMissing}</Text>
        <Button appearance="primary" onClick={() => location.go(fragmentOf({ kind: "projects" }))}>
          {setUpWords.open}
        </Button>
        <Outcomes run={run} />
      </div>
    );
  }
  return (
    <div className={styles.group}>
      <RegisterChoice
        title={setUpWords.light}
        registers={lightRegisters.filter((register) => missingNames.has(register.name))}
        chosen={chosen}
        onToggle={toggle}
      />
      <RegisterChoice
        title={setUpWords.more}
        registers={furtherRegisters.filter((register) => missingNames.has(register.name))}
        chosen={chosen}
        onToggle={toggle}
      />
      <Text>
        {setUpWords.willMake(
          wanted.length,
          wanted.reduce((sum, list) => sum + list.columns, 0),
        )}
      </Text>
      <Text>{setUpWords.needsRight}</Text>
      {run.progress === undefined ? (
        <Button
          appearance="primary"
          className={styles.button}
          disabledFocusable={wanted.length === 0}
          onClick={() => void run.start(wanted.map((list) => list.register))}
        >
          {setUpWords.create}
        </Button>
      ) : (
        <ProgressBarWithCancel label={setUpWords.progress} done={run.progress.done} total={run.progress.total} onCancel={run.stop} />
      )}
      <Outcomes run={run} />
    </div>
  );
}

interface RegisterChoiceProps {
  readonly title: string;
  readonly registers: readonly Register[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (name: string) => void;
}

function RegisterChoice({ title, registers, chosen, onToggle }: RegisterChoiceProps): ReactElement | null {
  const styles = useSetUpPageStyles();
  if (registers.length === 0) return null;
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{title}</legend>
      {registers.map((register) => (
        <Checkbox key={register.name} label={register.label} checked={chosen.has(register.name)} onChange={() => onToggle(register.name)} />
      ))}
    </fieldset>
  );
}

interface Creation {
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly outcomes: readonly ProvisionedList[];
  readonly start: (registers: readonly string[]) => Promise<void>;
  readonly stop: () => void;
}

function useCreation(onDone: () => void): Creation {
  const { provisioning, session } = useServices();
  const [progress, setProgress] = useState<Creation["progress"]>();
  const [outcomes, setOutcomes] = useState<readonly ProvisionedList[]>([]);
  const controller = useRef<AbortController>(undefined);
  return {
    progress,
    outcomes,
    stop: () => controller.current?.abort(),
    start: async (registers) => {
      const stop = new AbortController();
      controller.current = stop;
      setOutcomes([]);
      setProgress({ done: 0, total: registers.length });
      const made = await provisioning.create(session.site.id, registers, { signal: stop.signal, report: (done, total) => setProgress({ done, total }) });
      setProgress(undefined);
      setOutcomes(made);
      onDone();
    },
  };
}

function Outcomes({ run }: { readonly run: Creation }): ReactElement | null {
  const { outcomes } = run;
  const made = outcomes.filter((list) => list.outcome.ok);
  const withoutPermission = outcomes.filter(lacksPermission);
  if (outcomes.length === 0) return null;
  return (
    <>
      {withoutPermission.length > 0 && <AllowNotice purpose="setUp" onAllowed={() => void run.start(withoutPermission.map((list) => list.register))} />}
      {withoutPermission.length < outcomes.length && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{setUpWords.made(made.length)}</MessageBarBody>
        </MessageBar>
      )}
      {outcomes.map((list) =>
        list.outcome.ok || lacksPermission(list) ? null : (
          <MessageBar key={list.register} intent="error" layout="multiline">
            <MessageBarBody>{setUpWords.failed(registerNamed(list.register)?.label ?? list.register, faultWords(list.outcome.fault).happened)}</MessageBarBody>
          </MessageBar>
        ),
      )}
    </>
  );
}

/** The permission to make lists is asked for when it is first needed. */
function lacksPermission({ outcome }: ProvisionedList): boolean {
  return !outcome.ok && outcome.fault.kind === "signInNeeded";
}
