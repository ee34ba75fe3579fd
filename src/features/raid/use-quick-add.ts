import { useId, useState, type SyntheticEvent } from "react";
import { makeClientKey } from "../../kernel";
import { listWords, raidWords, recordWords } from "../../content";
import { addressOf, draftsFrom, readDrafts, ruleContext, startingValues, useOutcomeNotice, useServices, type Drafts } from "../../parts";
import { columnOf, newRowId, type Changes, type Register } from "../../registers";
import type { SummaryProblem } from "../../ui";
import { raidKinds, riskKind, type RaidKind } from "./raid-kinds";

export interface QuickAddForm {
  readonly kind: RaidKind;
  readonly chooseKind: (register: string) => void;
  readonly drafts: Drafts;
  readonly write: (name: string) => (text: string) => void;
  readonly writePerson: (name: string, address: string) => void;
  readonly problems: readonly SummaryProblem[];
  readonly fieldId: (name: string) => string;
  /** The project the record will belong to; "" while none is chosen. */
  readonly project: string;
  readonly add: (event: SyntheticEvent) => void;
}

/** The first column a register asks for, which is what the line is typed into. */
export function headlineOf(register: Register): string {
  return register.titleFrom ?? "Title";
}

/** What stands in the line as typed, and one edit of it when Add is pressed. */
export function useQuickAdd(projectRef: string | undefined): QuickAddForm {
  const services = useServices();
  const prefix = useId();
  const [kindName, chooseKind] = useState(riskKind.register.name);
  const [drafts, setDrafts] = useState<Drafts>({});
  const [problems, setProblems] = useState<readonly SummaryProblem[]>([]);
  const kind = raidKinds.find((candidate) => candidate.register.name === kindName) ?? riskKind;
  const { register, ownerColumn } = kind;
  const notify = useOutcomeNotice(register);
  const fieldId = (name: string): string => `${prefix}${name}`;
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

  return {
    kind,
    chooseKind,
    drafts,
    problems,
    fieldId,
    project,
    add,
    write:
      (name) =>
      (text): void =>
        setDrafts((last) => ({ ...last, [name]: text })),
    writePerson: (name, address) => setDrafts((last) => ({ ...last, [ownerColumn]: name, [addressOf(ownerColumn)]: address })),
  };
}

/** What was typed for another kind stays in the line but does not travel with this one. */
function ownDrafts(register: Register, drafts: Drafts): Drafts {
  return Object.fromEntries(
    Object.entries(drafts).filter(([name]) => columnOf(register, name.replace(/Address$/, "")) !== undefined || columnOf(register, name) !== undefined),
  );
}

function withoutNulls(changes: Changes): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== null));
}
