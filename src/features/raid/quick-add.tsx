import { Button } from "@fluentui/react-components";
import { useId, useRef, useState, type ReactElement, type SyntheticEvent } from "react";
import { makeClientKey, today } from "../../kernel";
import { listWords, raidWords, recordWords } from "../../content";
import {
  addressOf,
  draftsFrom,
  PersonPicker,
  readDrafts,
  ReferencePicker,
  ruleContext,
  startingValues,
  useOutcomeNotice,
  useServices,
  type Drafts,
} from "../../parts";
import { columnOf, newRowId, type Changes, type Register } from "../../registers";
import { cardsBelowPx, ChoiceField, DateField, ErrorSummary, TextField, useIsNarrow, type SummaryProblem } from "../../ui";
import { raidKinds, riskKind } from "./raid-kinds";
import { useQuickAddStyles } from "./quick-add.styles";

/** The first column a register asks for, which is what the line is typed into. */
function headlineOf(register: Register): string {
  return register.titleFrom ?? "Title";
}

/** One line from thought to record: kind, sentence, owner and the two numbers or the date that the kind needs. */
export function QuickAdd({ projectRef }: { readonly projectRef: string | undefined }): ReactElement {
  const styles = useQuickAddStyles();
  const frameRef = useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrow(frameRef, cardsBelowPx);
  const [isAsked, setIsAsked] = useState(false);
  return (
    <div ref={frameRef} className={styles.form}>
      {isNarrow && !isAsked ? (
        // On a phone the line would be a page: it comes when it is asked for.
        <Button onClick={() => setIsAsked(true)}>{raidWords.quickAdd}</Button>
      ) : (
        <QuickAddLine projectRef={projectRef} />
      )}
    </div>
  );
}

function QuickAddLine({ projectRef }: { readonly projectRef: string | undefined }): ReactElement {
  const styles = useQuickAddStyles();
  const services = useServices();
  const prefix = useId();
  const [kindName, setKindName] = useState(riskKind.register.name);
  const [drafts, setDrafts] = useState<Drafts>({});
  const [problems, setProblems] = useState<readonly SummaryProblem[]>([]);
  const kind = raidKinds.find((candidate) => candidate.register.name === kindName) ?? riskKind;
  const { register, ownerColumn } = kind;
  const notify = useOutcomeNotice(register);
  const fieldId = (name: string): string => `${prefix}${name}`;
  const write =
    (name: string) =>
    (text: string): void =>
      setDrafts((last) => ({ ...last, [name]: text }));
  const label = (name: string): string => columnOf(register, name)?.label ?? name;
  const project = projectRef ?? drafts["ProjectRef"] ?? "";

  const add = (event: SyntheticEvent): void => {
    event.preventDefault();
    const place = { site: services.session.site.id, register: register.name };
    if (services.rights.of(place) !== "unknown") {
      setProblems([{ fieldId: fieldId(headlineOf(register)), says: listWords.readOnly }]);
      return;
    }
    const starting = startingValues(register, project === "" ? {} : { ProjectRef: project });
    const reading = readDrafts(register, {
      drafts: { ...draftsFrom(register, starting), ...ownDrafts(register, drafts) },
      before: {},
      context: ruleContext(services),
    });
    const missingProject: readonly SummaryProblem[] = project === "" ? [{ fieldId: fieldId("ProjectRef"), says: raidWords.chooseProject }] : [];
    if (reading.kind !== "ready" || missingProject.length > 0) {
      const found = reading.kind === "wrong" ? reading.problems.filter((problem) => problem.field !== "ProjectRef") : [];
      setProblems([...found.map((problem) => ({ fieldId: fieldId(problem.field), says: problem.says })), ...missingProject]);
      return;
    }
    if (reading.asks.length > 0) {
      setProblems([{ fieldId: fieldId(headlineOf(register)), says: reading.asks.map(recordWords.patientMedium).join(" ") }]);
      return;
    }
    setProblems([]);
    setDrafts(drafts["ProjectRef"] === undefined ? {} : { ProjectRef: drafts["ProjectRef"] });
    const edit = {
      ...place,
      kind: "create" as const,
      id: newRowId(makeClientKey(services.randomness)),
      changes: withoutNulls(reading.changes),
      seen: { values: {} },
    };
    void services.store.change([edit], register.one).then((receipt) => {
      const [outcome] = receipt.outcomes;
      if (outcome !== undefined) notify(outcome);
    });
  };

  return (
    <form aria-label={raidWords.quickAdd} onSubmit={add}>
      <ErrorSummary problems={problems} />
      <div className={styles.line}>
        <div className={styles.narrow}>
          <ChoiceField
            id={fieldId("kind")}
            label={raidWords.quickKind}
            value={kindName}
            onChange={setKindName}
            isNeeded
            choices={raidKinds.map(({ register: { name, one } }) => ({ value: name, label: one.charAt(0).toUpperCase() + one.slice(1) }))}
          />
        </div>
        <div className={styles.wide}>
          <TextField
            id={fieldId(headlineOf(register))}
            label={raidWords.quickTitle[register.name] ?? raidWords.what}
            value={drafts[headlineOf(register)] ?? ""}
            onChange={write(headlineOf(register))}
          />
        </div>
        <div className={styles.medium}>
          <PersonPicker
            id={fieldId(ownerColumn)}
            label={label(ownerColumn)}
            name={drafts[ownerColumn] ?? ""}
            address={drafts[addressOf(ownerColumn)] ?? ""}
            projectRef={project}
            onChange={(name, address) => setDrafts((last) => ({ ...last, [ownerColumn]: name, [addressOf(ownerColumn)]: address }))}
          />
        </div>
        {["CurrentLikelihood", "CurrentConsequence"]
          .filter((name) => columnOf(register, name) !== undefined)
          .map((name) => (
            <div key={name} className={styles.narrow}>
              <ChoiceField id={fieldId(name)} label={label(name)} value={drafts[name] ?? ""} onChange={write(name)} choices={scale(register, name)} />
            </div>
          ))}
        {columnOf(register, kind.dueColumn)?.needed === "create" && (
          <div className={styles.medium}>
            <DateField
              id={fieldId(kind.dueColumn)}
              label={label(kind.dueColumn)}
              value={drafts[kind.dueColumn] ?? ""}
              onChange={write(kind.dueColumn)}
              today={today(services.clock)}
              hint=""
            />
          </div>
        )}
        {projectRef === undefined && (
          <div className={styles.medium}>
            <ReferencePicker
              id={fieldId("ProjectRef")}
              label={raidWords.project}
              register="Projects"
              by="Ref"
              value={drafts["ProjectRef"] ?? ""}
              onChange={write("ProjectRef")}
            />
          </div>
        )}
        <Button type="submit" appearance="primary" className={styles.add}>
          {raidWords.add}
        </Button>
      </div>
    </form>
  );
}

/** What was typed for another kind stays in the line but does not travel with this one. */
function ownDrafts(register: Register, drafts: Drafts): Drafts {
  return Object.fromEntries(
    Object.entries(drafts).filter(([name]) => columnOf(register, name.replace(/Address$/, "")) !== undefined || columnOf(register, name) !== undefined),
  );
}

function scale(register: Register, name: string): readonly { readonly value: string; readonly label: string }[] {
  const column = columnOf(register, name);
  if (column?.type !== "wholeNumber") return [];
  return (column.named ?? []).map((word, index) => ({ value: String(index + (column.from ?? 0)), label: `${String(index + (column.from ?? 0))} ${word}` }));
}

function withoutNulls(changes: Changes): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== null));
}
