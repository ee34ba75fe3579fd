import { createContext, useContext, useEffect, useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactElement } from "react";
import { uiWords } from "../../content";
import type { Choice } from "../records/table-props";
import { useCellEditorStyles } from "./cell-editor.styles";

export type EditEnd = "stay" | "down" | "right" | "left" | "elsewhere";

/** Ends the edit in progress; `text` undefined restores the cell. */
export const EndEditContext = createContext<(text: string | undefined, end: EditEnd) => void>(() => undefined);

export interface CellEditorProps {
  readonly label: string;
  readonly startText: string;
  readonly choices?: readonly Choice[] | undefined;
  readonly inputMode?: "text" | "numeric" | "decimal" | undefined;
}

/** Escape restores, Enter commits and moves down, Tab commits and moves along, leaving commits, and so does being taken away with the grid. */
export function CellEditor({ label, startText, choices, inputMode }: CellEditorProps): ReactElement {
  const styles = useCellEditorStyles();
  const endEdit = useContext(EndEditContext);
  const [text, setText] = useState(startText);
  const inputRef = useRef<HTMLInputElement>(null);
  const selectRef = useRef<HTMLSelectElement>(null);
  const isOver = useRef(false);
  const endAsTyped = useRef<() => void>(() => undefined);

  useLayoutEffect(() => {
    inputRef.current?.select();
    (inputRef.current ?? selectRef.current)?.focus({ preventScroll: true });
  }, []);

  const end = (kept: string | undefined, how: EditEnd): void => {
    if (isOver.current) return;
    isOver.current = true;
    endEdit(kept === startText ? undefined : kept, how);
  };
  useLayoutEffect(() => {
    endAsTyped.current = () => end(text, "elsewhere");
  });
  useEffect(() => () => endAsTyped.current(), []);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    // Enter and Escape belong to an input method while it composes.
    if (event.nativeEvent.isComposing) return;
    const how = endOf(event);
    event.stopPropagation();
    if (how === undefined) return;
    event.preventDefault();
    end(event.key === "Escape" ? undefined : text, how);
  };
  const shared = {
    "aria-label": uiWords.edit(label),
    "data-editor": "",
    className: styles.editor,
    value: text,
    onKeyDown,
    onBlur: (event: FocusEvent<HTMLElement>) => {
      // A window that lost focus gives it back to the same element: the edit goes on.
      if (event.target.ownerDocument.hasFocus()) end(text, "elsewhere");
    },
  };
  if (choices === undefined) {
    return <input {...shared} ref={inputRef} inputMode={inputMode} autoComplete="off" onChange={(event) => setText(event.target.value)} />;
  }
  return (
    <select {...shared} ref={selectRef} onChange={(event) => setText(event.target.value)}>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

function endOf(event: KeyboardEvent<HTMLElement>): EditEnd | undefined {
  if (event.key === "Escape") return "stay";
  if (event.key === "Enter") return "down";
  if (event.key === "Tab") return event.shiftKey ? "left" : "right";
  return undefined;
}
