import { useEffect, useMemo, useRef, useState } from "react";
import { makeClientKey, today, type Fault } from "../../kernel";
import { newRowId, type Changes, type Edit, type Level, type Register, type Values } from "../../registers";
import type { EditOutcome, StoredRow } from "../../store";
import { useServices, type Services } from "../services";
import { ruleContext } from "../use-records";
import { useCountUnsaved, useHoldEdit } from "./held-edits";
import type { NotKept } from "./not-kept";
import { addressOf, draftsFrom, readDrafts, startingValues, type DraftProblem, type Drafts } from "./drafts";

export interface RecordFormOptions {
  /** As the list is kept. */
  readonly register: Register;
  /** Absent for a new record. */
  readonly row: StoredRow | undefined;
  /** What the place implies for a new record: the project. */
  readonly given: Values;
  readonly level: Level;
  /** What is kept nowhere stays in the form. */
  readonly onDone: (outcome: Exclude<EditOutcome, NotKept>) => void;
  /** Save was pressed, and nothing differs from what was there. */
  readonly onUnchanged: () => void;
}

export interface RecordForm {
  readonly drafts: Drafts;
  readonly level: Level;
  readonly setLevel: (level: Level) => void;
  readonly write: (field: string, text: string, address: string) => void;
  readonly problems: readonly DraftProblem[];
  /** Labels that may hold patient details, waiting for a person's word. */
  readonly asks: readonly string[];
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** The newest save is neither in the register nor on this device; a new object for each such save. */
  readonly refused: { readonly fault: Fault } | undefined;
  /** @param confirmed the person said that what was asked about is not a patient's detail. */
  readonly save: (confirmed?: "notPatientDetails") => Promise<void>;
  readonly stopAsking: () => void;
}

/** A form over one record: text as typed until Save, then one edit with what its author saw. */
export function useRecordForm(options: RecordFormOptions): RecordForm {
  const { register, row, given, onDone } = options;
  const services = useServices();
  // What the author sees is fixed when the form opens: a pull in between must not widen what they agreed to.
  const [opened] = useState(() => ({
    before: row?.values ?? {},
    etag: row?.etag,
    id: row?.id ?? newRowId(makeClientKey(services.randomness)),
  }));
  const started = useMemo(() => draftsFrom(register, row?.values ?? startingValues(register, given)), [register, row?.values, given]);
  const [typed, setTyped] = useState<Drafts>({});
  const [level, setLevel] = useState(options.level);
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);
  const [asks, setAsks] = useState<readonly string[]>([]);
  const [isSaving, setIsSaving] = useState(false);
  const [refused, setRefused] = useState<RecordForm["refused"]>();
  const hold = useHoldEdit();
  useCountUnsaved(refused !== undefined);
  const isHere = useIsHere();
  const drafts = useMemo(() => ({ ...started, ...typed }), [started, typed]);

  const save = async (confirmed?: "notPatientDetails"): Promise<void> => {
    // Fields nobody touched keep what the author saw, whatever came in since.
    const shown = { ...draftsFrom(register, opened.before), ...(row === undefined ? started : {}), ...typed };
    const reading = readDrafts(register, { drafts: shown, before: opened.before, context: ruleContext(services) });
    if (reading.kind === "wrong") {
      setProblems(reading.problems);
      return;
    }
    setProblems([]);
    setRefused(undefined);
    if (reading.kind === "unchanged") {
      options.onUnchanged();
      return;
    }
    if (reading.asks.length > 0 && confirmed === undefined) {
      setAsks(reading.asks);
      return;
    }
    setAsks([]);
    setIsSaving(true);
    const changes = confirmed === undefined ? reading.changes : { ...reading.changes, ...checkedBy(services) };
    const receipt = await services.store.change([editOf({ register, services, opened, isNew: row === undefined, changes })], register.one);
    setIsSaving(false);
    const outcome = receipt.outcomes[0];
    if (outcome?.kind !== "notKept") {
      if (outcome !== undefined) onDone(outcome);
    } else if (isHere()) setRefused({ fault: outcome.fault });
    else hold(outcome);
  };

  return {
    drafts,
    level,
    setLevel,
    problems,
    asks,
    isSaving,
    refused,
    isDirty: Object.entries(typed).some(([name, text]) => text !== started[name]),
    write: (field, text, address) => {
      const isPerson = Object.hasOwn(started, addressOf(field));
      setTyped((last) => ({ ...last, [field]: text, ...(isPerson ? { [addressOf(field)]: address } : {}) }));
    },
    save,
    stopAsking: () => {
      setAsks([]);
    },
  };
}

/** An answer may come when the form has gone. */
function useIsHere(): () => boolean {
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return () => isHere.current;
}

/** Kept in the record: who looked and when, never what was found (reference 15.4). */
function checkedBy({ session, clock }: Services): Changes {
  return { PidCheckedBy: session.me.name, PidCheckedDate: today(clock) };
}

interface Opened {
  readonly before: Values;
  readonly etag: string | undefined;
  readonly id: string;
}

function editOf(made: { register: Register; services: Services; opened: Opened; isNew: boolean; changes: Changes }): Edit {
  const { register, services, opened, isNew, changes } = made;
  const place = { site: services.session.site.id, register: register.name };
  if (isNew) return { ...place, kind: "create", id: opened.id, changes: withoutNulls(changes), seen: { values: {} } };
  return { ...place, kind: "update", id: opened.id, changes, seen: { values: opened.before, ...(opened.etag === undefined ? {} : { etag: opened.etag }) } };
}

function withoutNulls(changes: Changes): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== null));
}
