import { createContext, useContext, useEffect, useState } from "react";

/** Puts focus on a row by its key, or on the first where that one is not among them; answers false without any row. */
type FocusRow = (rowKey: string) => boolean;

/** The lists that stand beside a panel. */
type RowFocus = Set<FocusRow>;

const RowFocusContext = createContext<RowFocus | undefined>(undefined);

export const RowFocusProvider = RowFocusContext.Provider;

export function useNewRowFocus(): RowFocus {
  const [lists] = useState<RowFocus>(() => new Set());
  return lists;
}

/** For a list of rows: offers its rows to what stands beside it. */
export function useOffersRows(focusRow: FocusRow): void {
  const lists = useContext(RowFocusContext);
  useEffect(() => {
    lists?.add(focusRow);
    return () => void lists?.delete(focusRow);
  }, [lists, focusRow]);
}

/** For what stands beside a list. */
export function useFocusRow(): FocusRow {
  const lists = useContext(RowFocusContext);
  return (rowKey) => lists !== undefined && [...lists].some((focusRow) => focusRow(rowKey));
}
