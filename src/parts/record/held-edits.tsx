import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactElement, type ReactNode } from "react";
import type { Edit } from "../../registers";
import { fetched } from "../../ui";
import { useServices } from "../services";
import type { NotKept } from "./not-kept";

interface Holder {
  readonly hold: (outcome: NotKept) => void;
  /** A form that shows such a change itself is counted until the returned function is called. */
  readonly count: () => () => void;
}

const HolderContext = createContext<Holder>({
  hold: () => {
    throw new Error("a screen was rendered without HeldEdits");
  },
  count: () => () => undefined,
});

const UnsavedContext = createContext(0);

const HeldEditsBar = fetched(() => import(/* webpackPrefetch: true */ "./held-edits-bar").then((part) => part.HeldEditsBar), null);

export interface HeldEditsProps {
  /** Stands before what is held. */
  readonly above?: ReactNode;
  readonly children: ReactNode;
}

/**
 * Holds changes that are neither in the register nor on this device and whose form or cell has gone, in sight above the page.
 * 1. One leaves by being saved, or by its author's word; a newer one for the same fields takes its place.
 * 2. While one is held, leaving the page makes the browser ask.
 */
export function HeldEdits({ above, children }: HeldEditsProps): ReactElement {
  const { location } = useServices();
  const [held, setHeld] = useState<readonly NotKept[]>([]);
  const [inForms, setInForms] = useState(0);
  const hold = useCallback((outcome: NotKept): void => {
    setHeld((before) => [...before.filter(({ edit }) => !isReplacedBy(edit, outcome.edit)), outcome]);
  }, []);
  const count = useCallback(() => {
    setInForms((before) => before + 1);
    return () => setInForms((before) => before - 1);
  }, []);
  const isHolding = held.length > 0;
  useEffect(() => (isHolding ? location.guard({ keeps: () => true, ask: () => undefined }) : undefined), [location, isHolding]);
  return (
    <HolderContext value={useMemo(() => ({ hold, count }), [hold, count])}>
      <UnsavedContext value={held.length + inForms}>
        {above}
        {isHolding && <HeldEditsBar held={held} onHeld={setHeld} />}
        {children}
      </UnsavedContext>
    </HolderContext>
  );
}

/** For whoever was told that an edit is kept nowhere and cannot show it any more. */
export function useHoldEdit(): (outcome: NotKept) => void {
  return useContext(HolderContext).hold;
}

/** For a form that shows a change which is kept nowhere. */
export function useCountUnsaved(isUnsaved: boolean): void {
  const { count } = useContext(HolderContext);
  useEffect(() => (isUnsaved ? count() : undefined), [isUnsaved, count]);
}

/** How many changes stand on this page and nowhere else, not even in the store. */
export function useUnsavedCount(): number {
  return useContext(UnsavedContext);
}

function isReplacedBy(older: Edit, newer: Edit): boolean {
  const isSameRow = older.site === newer.site && older.register === newer.register && older.id === newer.id;
  return isSameRow && Object.keys(older.changes).every((name) => Object.hasOwn(newer.changes, name));
}
