/** The key that ended an entry: "Enter" and "Tab" move on, "Escape" and "keep" stay. */
export type EndOfEntry = "Enter" | "ArrowRight" | "Escape" | "keep";

export interface CellEntry {
  readonly text: string;
  readonly label: string;
  /** Offered below the entry; the person may still type anything. */
  readonly choices: readonly string[];
  /** @param entered undefined when the person gave up. */
  readonly finished: (entered: string | undefined, then: EndOfEntry) => void;
}

export interface CellEditor {
  finish(then: EndOfEntry): void;
}

/** Puts an input into a cell. Enter or Tab keeps the entry, Escape gives it up, and leaving the cell keeps it. */
export function editCell(cell: HTMLElement, entry: CellEntry): CellEditor {
  const { ownerDocument: document } = cell;
  const input = document.createElement("input");
  input.value = entry.text;
  input.setAttribute("aria-label", entry.label);
  const parts: HTMLElement[] = [input];
  if (entry.choices.length > 0) {
    const list = document.createElement("datalist");
    list.id = "sheet-entry-choices";
    list.append(...entry.choices.map((choice) => new Option(choice)));
    input.setAttribute("list", list.id);
    parts.push(list);
  }
  cell.replaceChildren(...parts);
  input.focus();
  let isOver = false;
  const finish = (then: EndOfEntry): void => {
    if (isOver) return;
    isOver = true;
    entry.finished(then === "Escape" ? undefined : input.value, then);
  };
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const then = event.key === "Tab" ? "ArrowRight" : event.key;
    if (then !== "Enter" && then !== "ArrowRight" && then !== "Escape") return;
    if (event.key === "ArrowRight") return; // moves the caret
    event.preventDefault();
    event.stopPropagation();
    finish(then);
  });
  input.addEventListener("blur", () => {
    finish("keep");
  });
  return { finish };
}
