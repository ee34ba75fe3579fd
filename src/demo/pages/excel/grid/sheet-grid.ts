import { Area } from "../model/area";
import { activateSheet } from "../model/change-cells";
import { displayText } from "../model/display-text";
import { listChoices } from "../model/list-choices";
import type { Person } from "../model/person";
import { formatRectangle, intersect, parseAddress } from "../model/rectangle";
import type { Workbook } from "../model/workbook";
import { isRecord } from "../../../../kernel";
import { drawBody, drawHead } from "./draw-cells";
import { editCell, type CellEditor } from "./edit-cell";
import { movedByKey, parseClipboard, typesText, type CellPosition } from "./grid-keys";
import { layOut, rowHeight, type GridLayout } from "./grid-layout";
import { gridWords } from "./grid-words";
import { drawSheetTabs } from "./sheet-tabs";

const rowsAround = 4;

/** The active sheet on the page: a person sees cells, moves with the keyboard, types, pastes and copies. Only rows near the screen are drawn. */
export class SheetGrid {
  private readonly nameBox: HTMLElement;
  private readonly contentBox: HTMLElement;
  private readonly scroll: HTMLDivElement;
  private readonly table: HTMLTableElement;
  private readonly tabs: HTMLDivElement;
  private readonly message: HTMLParagraphElement;
  private layout: GridLayout;
  private editor: CellEditor | undefined;
  private isDrawDue = false;
  private readonly stopListening: () => void;

  constructor(
    private readonly root: HTMLElement,
    private readonly workbook: Workbook,
    private readonly person: Person,
  ) {
    const { ownerDocument: document } = root;
    this.nameBox = labelledBox(document, gridWords.nameBox);
    this.contentBox = labelledBox(document, gridWords.formulaBar);
    this.scroll = document.createElement("div");
    this.scroll.className = "sheet-scroll";
    this.table = document.createElement("table");
    this.table.setAttribute("role", "grid");
    this.table.setAttribute("aria-multiselectable", "true");
    this.scroll.append(this.table);
    this.tabs = document.createElement("div");
    this.message = document.createElement("p");
    this.message.className = "sheet-message";
    this.message.setAttribute("role", "status");
    const bar = document.createElement("div");
    bar.className = "sheet-bar";
    bar.append(this.nameBox, this.contentBox);
    root.classList.add("sheet-host");
    root.replaceChildren(bar, this.scroll, this.tabs, this.message);
    this.layout = layOut(workbook);
    this.listen();
    this.stopListening = workbook.onChange(() => {
      this.drawSoon();
    });
    this.draw();
  }

  stop(): void {
    this.stopListening();
    this.root.replaceChildren();
  }

  private listen(): void {
    this.scroll.addEventListener("scroll", () => {
      this.drawSoon();
    });
    this.table.addEventListener("pointerdown", (event) => {
      this.pointAt(event);
    });
    this.table.addEventListener("dblclick", (event) => {
      if (addressOf(event.target) !== undefined) this.edit(undefined);
    });
    this.table.addEventListener("keydown", (event) => {
      this.pressKey(event);
    });
    this.table.addEventListener("paste", (event) => {
      if (this.editor !== undefined) return;
      event.preventDefault();
      const texts = parseClipboard(event.clipboardData?.getData("text/plain") ?? "");
      this.show(this.person.paste(formatRectangle(this.activeCell), texts));
    });
    this.table.addEventListener("copy", (event) => {
      if (this.editor !== undefined) return;
      event.preventDefault();
      event.clipboardData?.setData("text/plain", this.selectedText());
    });
  }

  private get activeCell(): Area {
    const { sheet, row, column } = this.workbook.selection;
    return new Area(sheet, { row, column, rowCount: 1, columnCount: 1 });
  }

  private pointAt(event: PointerEvent): void {
    const address = addressOf(event.target);
    if (address === undefined || (this.editor !== undefined && event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    this.editor?.finish("keep");
    const place = parseAddress(address);
    if (place === undefined) return;
    this.choose(event.shiftKey ? rectangleFrom(this.workbook.selection, place) : address);
  }

  private pressKey(event: KeyboardEvent): void {
    if (this.editor !== undefined) return;
    const layout = this.layout;
    const selection = this.workbook.selection;
    if (event.key === "F2" || typesText(event)) {
      event.preventDefault();
      this.edit(event.key === "F2" ? undefined : event.key);
      return;
    }
    if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      this.show(this.person.clear(formatRectangle(selection)));
      return;
    }
    // Tab leaves the grid, so that nobody is caught in it; arrows move inside.
    const far = { row: selection.row + selection.rowCount - 1, column: selection.column + selection.columnCount - 1 };
    const isExtending = event.shiftKey && event.key !== "Enter";
    const moved = movedByKey(isExtending ? far : selection, event, layout);
    if (moved === undefined) return;
    event.preventDefault();
    this.choose(isExtending ? rectangleFrom(selection, moved) : cellAddress(moved));
  }

  private choose(address: string): void {
    this.message.textContent = "";
    this.person.select(address);
    this.draw();
    this.focusActiveCell();
  }

  /** @param firstText replaces the content, as typing does; undefined edits the content that is there. */
  private edit(firstText: string | undefined): void {
    const cell = this.activeCell;
    const element = this.elementAt(cell);
    if (element === undefined) return;
    const stored = cell.sheet.cell(cell.row, cell.column);
    const text = firstText ?? stored?.formula ?? (stored === undefined ? "" : displayText(stored.value, stored.numberFormat));
    this.workbook.setEditing(true);
    this.editor = editCell(element, {
      text,
      label: gridWords.entry(formatRectangle(cell)),
      choices: this.choicesFor(cell),
      finished: (entered, then) => {
        this.editor = undefined;
        this.workbook.setEditing(false);
        if (entered !== undefined) this.show(this.person.typeInto(formatRectangle(cell), entered));
        const key = { key: then, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
        const next = movedByKey(cell, key, this.layout);
        if (next !== undefined) this.person.select(cellAddress(next));
        this.draw();
        if (then !== "keep") this.focusActiveCell();
      },
    });
  }

  private choicesFor(cell: Area): readonly string[] {
    const found = this.workbook.validations.find(({ area }) => area.sheet === cell.sheet && intersect(area, cell) !== undefined);
    const list = found?.rule.list;
    const choices = isRecord(list) ? listChoices(this.workbook, String(list.source)) : undefined;
    return (choices ?? []).map(String).filter((choice) => choice !== "");
  }

  private show(answer: ReturnType<Person["typeInto"]>): void {
    this.message.textContent = answer.ok ? "" : answer.says;
  }

  private selectedText(): string {
    const { sheet, row, column, rowCount, columnCount } = this.workbook.selection;
    const lines = Array.from({ length: rowCount }, (_, i) =>
      Array.from({ length: columnCount }, (__, j) => {
        const text = displayText(sheet.value(row + i, column + j), sheet.numberFormat(row + i, column + j));
        return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      }).join("\t"),
    );
    return lines.join("\r\n");
  }

  private drawSoon(): void {
    if (this.isDrawDue) return;
    this.isDrawDue = true;
    queueMicrotask(() => {
      this.isDrawDue = false;
      if (this.editor === undefined) this.draw();
    });
  }

  private draw(): void {
    const { ownerDocument: document } = this.root;
    const hadFocus = this.table.contains(document.activeElement);
    this.layout = layOut(this.workbook);
    const first = Math.floor(this.scroll.scrollTop / rowHeight) - rowsAround;
    const from = Math.max(0, Math.min(first, this.layout.rows.length - 1));
    const to = from + Math.ceil(Math.max(400, this.scroll.clientHeight) / rowHeight) + 2 * rowsAround;
    const view = { layout: this.layout, drawn: { from, to: Math.min(to, this.layout.rows.length) } };
    this.table.replaceChildren(drawHead(document, this.workbook, this.layout), drawBody(document, this.workbook, view));
    this.table.setAttribute("aria-label", gridWords.sheet(this.workbook.activeSheet.name));
    this.table.setAttribute("aria-rowcount", String(this.layout.frozenRows.length + this.layout.rows.length + 1));
    this.table.setAttribute("aria-colcount", String(this.layout.columns.length + 1));
    drawSheetTabs(this.tabs, this.workbook, (sheet) => {
      this.editor?.finish("keep");
      activateSheet(this.workbook, sheet);
      this.scroll.scrollTop = 0;
      this.workbook.announce();
    });
    this.markSelection();
    if (hadFocus) this.elementAt(this.activeCell)?.focus({ preventScroll: true });
  }

  private markSelection(): void {
    const { selection, activeSheet } = this.workbook;
    const cell = selection.sheet.cell(selection.row, selection.column);
    this.nameBox.textContent = formatRectangle(selection);
    this.contentBox.textContent = cell?.formula ?? (cell === undefined ? "" : displayText(cell.value, cell.numberFormat));
    if (selection.sheet !== activeSheet) return;
    for (const element of this.table.querySelectorAll<HTMLElement>("td[data-address]")) {
      const place = parseAddress(element.dataset.address ?? "");
      if (place !== undefined && intersect(place, selection) !== undefined) element.setAttribute("aria-selected", "true");
    }
    const active = this.elementAt(this.activeCell) ?? this.table.querySelector<HTMLElement>("td[data-address]");
    if (active !== null) active.tabIndex = 0;
  }

  private focusActiveCell(): void {
    const position = this.layout.rows.indexOf(this.workbook.selection.row);
    if (position >= 0 && this.elementAt(this.activeCell) === undefined) {
      this.scroll.scrollTop = position * rowHeight;
      this.draw();
    }
    const element = this.elementAt(this.activeCell);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  private elementAt(cell: CellPosition): HTMLElement | undefined {
    return this.table.querySelector<HTMLElement>(`td[data-address="${cellAddress(cell)}"]`) ?? undefined;
  }
}

/** Not an output element: that would be read aloud at every move. */
function labelledBox(document: Document, label: string): HTMLElement {
  const box = document.createElement("div");
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", label);
  return box;
}

function addressOf(target: EventTarget | null): string | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>("td[data-address]") : null;
  return element?.dataset.address;
}

function cellAddress({ row, column }: CellPosition): string {
  return formatRectangle({ row, column, rowCount: 1, columnCount: 1 });
}

/** From the first cell of a selection to another cell, which lies below or right of it or becomes the new first. */
function rectangleFrom(start: CellPosition, end: CellPosition): string {
  const row = Math.min(start.row, end.row);
  const column = Math.min(start.column, end.column);
  return formatRectangle({ row, column, rowCount: Math.abs(end.row - start.row) + 1, columnCount: Math.abs(end.column - start.column) + 1 });
}
