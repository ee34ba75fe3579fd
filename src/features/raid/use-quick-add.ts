import { useId, useRef, useState, type SyntheticEvent } from "react";
import { makeClientKey, type Fault } from "../../kernel";
import { faultWords, listWords, raidWords, recordWords } from "../../content";
import {
  addressOf,
  draftsFrom,
  readDrafts,
  ruleContext,
  startingValues,
  useCountUnsaved,
  useOutcomeNotice,
  useQuiet,
  useRegisterAsKept,
  useServices,
  useStoreStatus,
  type Drafts,
  type Services,
} from "../../parts";
import { columnOf, newRowId, type Changes, type Edit, type Register } from "../../registers";
import type { EditOutcome } from "../../store";
import { useNotify, type SummaryProblem } from "../../ui";
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
  readonly isAdding: boolean;
  /** What was added is neither in the register nor on this device, and stands in the line still; a new object each time. */
  readonly refused: { readonly fault: Fault } | undefined;
  /** What was added may have reached the register, lies nowhere else, and has waited for a while. */
  readonly isStuck: boolean;
  readonly add: (event: SyntheticEvent<HTMLFormElement>) => void;
}

/** The first column a register asks for, which is what the line is typed into. */
export function headlineOf(register: Register): string {
  return register.titleFrom ?? "Title";
}

/**
 * What stands in the line as typed, and one edit of it when Add is pressed.
 * 1. What was added stays in the line until the store has it. Its first field is selected, so that the next one can be typed over it.
 * 2. What somebody typed since Add is never cleared.
 * 3. Refused: it stays in the line with the reason, unless the line holds something else by then; in that case a decision keeps it.
 * 4. Kept nowhere: the same; where the line holds something else by then, it is held above the page.
 */
export function useQuickAdd(projectRef: string | undefined): QuickAddForm {
  const services = useServices();
  const prefix = useId();
  const [kindName, setKindName] = useState(riskKind.register.name);
  const [drafts, setDrafts] = useState<Drafts>({});
  const [problems, setProblems] = useState<readonly SummaryProblem[]>([]);
  // Fields that were written since the newest Add, which the set itself stands for.
  const sinceAdd = useRef(new Set<string>());
  const [adding, setAdding] = useState<ReadonlySet<string>>();
  const [refused, setRefused] = useState<QuickAddForm["refused"]>();
  useCountUnsaved(refused !== undefined);
  const { unkept } = useStoreStatus();
  const isStuck = useQuiet(adding === undefined ? 0 : unkept);
  const chosen = raidKinds.find((candidate) => candidate.register.name === kindName) ?? riskKind;
  const kind: RaidKind = { ...chosen, register: useRegisterAsKept(chosen.register) };
  const { register, ownerColumn } = kind;
  const notify = useNotify();
  const tellOutcome = useOutcomeNotice(register);
  const fieldId = (name: string): string => `${prefix}${name}`;
  const project = projectRef ?? drafts["ProjectRef"] ?? "";
  const write = (changes: Drafts): void => {
    for (const name of Object.keys(changes)) sinceAdd.current.add(name);
    setDrafts((last) => ({ ...last, ...changes }));
  };

  const settle = async (outcome: EditOutcome, form: HTMLFormElement, written: ReadonlySet<string>): Promise<void> => {
    setAdding((last) => (last === written ? undefined : last));
    const isNewest = written === sinceAdd.current;
    if (outcome.kind === "notKept" && isNewest && written.size === 0 && form.isConnected) {
      setRefused({ fault: outcome.fault });
      return;
    }
    if (outcome.kind === "needsDecision") {
      const { id, reason, theirs } = outcome.decision;
      const { happened, toDo } = faultWords(reason);
      const isUntouched = isNewest && written.size === 0 && form.contains(form.ownerDocument.activeElement);
      // Put right in the line and added again, it must not wait for a decision, too.
      if (isUntouched && theirs === undefined) {
        await services.store.answer(id, { kind: "takeTheirs" });
        setProblems([{ fieldId: fieldId(headlineOf(register)), says: `${happened} ${toDo}` }]);
        return;
      }
      notify({ kind: "warning", text: raidWords.keptForDecision(happened) });
    } else tellOutcome(outcome);
    if (isNewest) setDrafts((last) => Object.fromEntries(Object.entries(last).filter(([name]) => name === "ProjectRef" || written.has(name))));
  };

  const add = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    // Pressed twice: nothing has been written that could be another record.
    if (adding === sinceAdd.current && adding.size === 0) return;
    setRefused(undefined);
    const form = event.currentTarget;
    const reading = readLine({ services, register, drafts, project });
    setProblems(reading.problems.map(({ field, says }) => ({ fieldId: fieldId(field), says })));
    if (reading.edit === undefined) return;
    const headline = form.elements.namedItem(fieldId(headlineOf(register)));
    if (headline instanceof HTMLInputElement) {
      headline.focus();
      headline.select();
    }
    const written = new Set<string>();
    sinceAdd.current = written;
    setAdding(written);
    void services.store.change([reading.edit], register.one).then(({ outcomes: [outcome] }) => outcome && settle(outcome, form, written));
  };

  return {
    ...{ kind, drafts, problems, fieldId, project, add },
    isAdding: adding !== undefined,
    ...{ refused, isStuck },
    chooseKind: (name) => {
      sinceAdd.current.add("kind");
      setKindName(name);
    },
    write: (name) => (text) => write({ [name]: text }),
    writePerson: (name, address) => write({ [ownerColumn]: name, [addressOf(ownerColumn)]: address }),
  };
}

interface Line {
  readonly services: Services;
  readonly register: Register;
  readonly drafts: Drafts;
  readonly project: string;
}

interface LineReading {
  readonly problems: readonly { readonly field: string; readonly says: string }[];
  /** Absent when there are problems. */
  readonly edit?: Edit;
}

function readLine({ services, register, drafts, project }: Line): LineReading {
  const place = { site: services.session.site.id, register: register.name };
  const headline = headlineOf(register);
  if (services.rights.of(place) !== "unknown") return { problems: [{ field: headline, says: listWords.readOnly }] };
  const starting = startingValues(register, project === "" ? {} : { ProjectRef: project });
  const reading = readDrafts(register, {
    drafts: { ...draftsFrom(register, starting), ...ownDrafts(register, drafts) },
    before: {},
    context: ruleContext(services),
  });
  const missingProject = project === "" ? [{ field: "ProjectRef", says: raidWords.chooseProject }] : [];
  if (reading.kind !== "ready" || missingProject.length > 0) {
    const found = reading.kind === "wrong" ? reading.problems.filter((problem) => problem.field !== "ProjectRef") : [];
    return { problems: [...found, ...missingProject] };
  }
  if (reading.asks.length > 0) return { problems: [{ field: headline, says: reading.asks.map(recordWords.patientMedium).join(" ") }] };
  const id = newRowId(makeClientKey(services.randomness));
  return { problems: [], edit: { ...place, kind: "create", id, changes: withoutNulls(reading.changes), seen: { values: {} } } };
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
