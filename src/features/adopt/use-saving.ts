import { useState } from "react";
import { adoptWords, faultWords } from "../../content";
import { makeClientKey, type Fault } from "../../kernel";
import { useServices, type Services } from "../../parts";
import {
  adoptionKey,
  applyChanges,
  changesBetween,
  completeRow,
  newRowId,
  registerNamed,
  settings,
  valueAt,
  writtenAdoption,
  type Adoption,
  type Changes,
  type Edit,
} from "../../registers";
import { useNotify } from "../../ui";
import type { SavedAdoption } from "./use-adoptions";

export interface Saving {
  readonly isBusy: boolean;
  /** Why the newest save did not happen. */
  readonly fault: Fault | undefined;
  /** Keeps how the list is used. @returns whether it is kept, here or in the register. */
  readonly save: (adoption: Adoption) => Promise<boolean>;
  /** Gives the list back as it is; rows and columns stay. */
  readonly stop: (saved: SavedAdoption) => Promise<boolean>;
}

/** Keeps and gives up mappings through the store, like any record, so that they wait offline, merge and can be undone. */
export function useSaving(): Saving {
  const services = useServices();
  const { store, session } = services;
  const notify = useNotify();
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();

  const lookAgain = async (register: string): Promise<void> => {
    services.adoption.lookAgain(session.site.id);
    await store.refresh([{ site: session.site.id, register }]);
  };
  const undo = async (label: string, register: string): Promise<void> => {
    if (store.status().undoLabel !== label) return;
    await store.undo();
    await lookAgain(register);
  };
  const write = async (edit: Edit, said: Said): Promise<boolean> => {
    setBusy(true);
    setFault(undefined);
    const [outcome] = (await store.change([edit], said.label)).outcomes;
    // Corrected on this page and saved again, it must not wait for a decision, too.
    if (outcome?.kind === "needsDecision") await store.answer(outcome.decision.id, { kind: "takeTheirs" });
    const refusal = outcome?.kind === "needsDecision" ? outcome.decision.reason : outcome?.kind === "notKept" ? outcome.fault : undefined;
    setFault(refusal);
    if (refusal === undefined) {
      await lookAgain(said.register);
      const isSaved = outcome?.kind === "saved";
      const action = { label: adoptWords.undo, run: () => void undo(said.label, said.register) };
      notify({ kind: isSaved ? "success" : "info", text: isSaved ? said.saved : adoptWords.savedOnDevice(said.listName), action });
    }
    setBusy(false);
    return refusal === undefined;
  };
  return {
    isBusy,
    fault,
    save: (adoption) => {
      const { register, listName } = adoption;
      const saved = adoptWords.saved(listName, registerNamed(register)?.label ?? register);
      return write(savingEdit(services, adoption), { label: adoptWords.operation(listName), saved, register, listName });
    },
    stop: ({ row, adoption: { register, listName } }) => {
      const seen = store.seen({ site: session.site.id, register: settings.name }, row.id) ?? { values: row.values };
      const edit: Edit = { site: row.site, register: settings.name, kind: "update", id: row.id, changes: { Archived: true }, seen };
      return write(edit, { label: adoptWords.stopOperation(listName), saved: adoptWords.stopped(listName), register, listName });
    },
  };
}

interface Said {
  readonly label: string;
  readonly saved: string;
  readonly register: string;
  readonly listName: string;
}

/** A new row of Settings, or the one that the register had already, also an archived one: keys are unique. */
function savingEdit({ store, session, randomness }: Services, adoption: Adoption): Edit {
  const place = { site: session.site.id, register: settings.name };
  const key = adoptionKey(adoption.register);
  const wanted: Changes = { Key: key, ValueJson: writtenAdoption(adoption), Archived: null };
  const row = [...store.rows(place), ...store.archivedRows(place)].find(({ values }) => valueAt(values, "Key") === key);
  const before = row?.values ?? {};
  const changes = changesBetween(before, completeRow(settings, applyChanges(before, wanted)));
  if (row === undefined) return { ...place, kind: "create", id: newRowId(makeClientKey(randomness)), changes, seen: { values: {} } };
  return { ...place, kind: "update", id: row.id, changes, seen: store.seen(place, row.id) ?? { values: row.values } };
}

/** What stood in the way, for a notice beside the button. */
export function savingFault({ fault }: Saving): string | undefined {
  return fault === undefined ? undefined : adoptWords.notSaved(faultWords(fault).happened);
}
