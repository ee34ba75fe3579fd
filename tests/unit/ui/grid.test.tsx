/** @jest-environment jsdom */
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { Grid, type GridColumn, type GridProps } from "../../../src/ui";
import { focusOn, renderUi } from "./render-ui";
import { fixedViewport, rowKey, sampleColumns, sampleRows, type SampleRow } from "./sample-rows";

function grid(props: Partial<GridProps<SampleRow>> = {}) {
  return <Grid label="Risks" rows={sampleRows(50)} columns={sampleColumns} rowKey={rowKey} viewport={fixedViewport} {...props} />;
}

function focused(): HTMLElement {
  if (!(document.activeElement instanceof HTMLElement)) throw new Error("nothing has focus");
  return document.activeElement;
}

function enterGrid(): void {
  const stop = screen.getByRole("grid").querySelector<HTMLElement>('[tabindex="0"]');
  if (stop === null) throw new Error("the grid has no tab stop");
  focusOn(stop);
}

function press(key: string, more: object = {}): void {
  fireEvent.keyDown(focused(), { key, ...more });
}

describe("the grid's roles", () => {
  test("it tells its true size and the place of each row and cell", () => {
    renderUi(
      grid({
        rows: sampleRows(20_000),
        onSelectedKeys: () => undefined,
        sort: { columnId: "title", direction: "ascending" },
        onSort: () => undefined,
      }),
    );
    const element = screen.getByRole("grid", { name: "Risks" });
    expect(element.getAttribute("aria-rowcount")).toBe("20001");
    expect(element.getAttribute("aria-colcount")).toBe("5");
    expect(screen.getAllByRole("row").length).toBeLessThan(60);
    const cell = screen.getByRole("gridcell", { name: "Title 3" });
    expect(cell.getAttribute("aria-colindex")).toBe("3");
    expect(cell.closest('[role="row"]')?.getAttribute("aria-rowindex")).toBe("4");
    expect(screen.getByRole("columnheader", { name: /Title/ }).getAttribute("aria-sort")).toBe("ascending");
    expect(screen.getByRole("columnheader", { name: /Score/ }).getAttribute("aria-sort")).toBe("none");
    expect(screen.getByRole("columnheader", { name: /Owner/ }).hasAttribute("aria-sort")).toBe(false);
  });

  test("a cell that is empty says so", () => {
    renderUi(grid());
    expect(screen.getAllByRole("gridcell", { name: "Not set" }).length).toBeGreaterThan(0);
  });

  test("locked cells are read-only when the grid can be edited", () => {
    renderUi(grid({ onCommitCell: () => undefined }));
    expect(screen.getByRole("gridcell", { name: "R-0001" }).getAttribute("aria-readonly")).toBe("true");
    expect(screen.getByRole("gridcell", { name: "Title 1" }).getAttribute("aria-readonly")).toBe("false");
  });

  test("what is drawn in a cell does not replace its full text", () => {
    const [reference, ...others] = sampleColumns;
    if (reference === undefined) throw new Error("no column");
    renderUi(grid({ columns: [{ ...reference, render: () => "drawn" }, ...others] }));
    expect(screen.getByRole("gridcell", { name: "R-0001" }).textContent).toBe("drawnR-0001");
    expect(screen.getAllByText("drawn").every((drawn) => drawn.getAttribute("aria-hidden") === "true")).toBe(true);
  });

  test("without rows it shows the empty state below its headings", () => {
    renderUi(grid({ rows: [], emptyState: "No risks yet" }));
    expect(screen.getByText("No risks yet")).toBeTruthy();
    expect(screen.getAllByRole("columnheader").length).toBe(4);
  });
});

describe("moving in the grid", () => {
  test("there is one tab stop, and it follows the focus", () => {
    renderUi(grid({ onSelectedKeys: () => undefined, onSort: () => undefined }));
    const stops = (): number => screen.getByRole("grid").querySelectorAll('[tabindex="0"]').length;
    expect(stops()).toBe(1);
    enterGrid();
    press("ArrowDown");
    press("ArrowRight");
    expect(focused().textContent).toBe("Title 2");
    expect(stops()).toBe(1);
    expect(focused().tabIndex).toBe(0);
  });

  test("arrows, Home, End and the page keys move without wrapping", () => {
    renderUi(grid());
    enterGrid();
    press("ArrowLeft");
    expect(focused().textContent).toBe("R-0001");
    press("End");
    expect(focused().textContent).toBe("Not set");
    press("ArrowRight");
    expect(focused().textContent).toBe("Not set");
    press("Home");
    press("PageDown");
    expect(focused().textContent).toBe("R-0019");
    press("PageUp");
    expect(focused().textContent).toBe("R-0001");
  });

  test("Ctrl+End reaches the last of 20,000 rows, and Ctrl+Home comes back", () => {
    renderUi(grid({ rows: sampleRows(20_000) }));
    enterGrid();
    press("ArrowRight");
    press("End", { ctrlKey: true });
    expect(focused().closest('[role="row"]')?.getAttribute("aria-rowindex")).toBe("20001");
    press("Home", { ctrlKey: true });
    expect(focused().textContent).toBe("R-0001");
  });

  test("the cell with focus stays in the page when it is scrolled out of sight", () => {
    renderUi(grid({ rows: sampleRows(20_000) }));
    enterGrid();
    const cell = focused();
    const scroller = screen.getByRole("grid");
    scroller.scrollTop = 100_000;
    fireEvent.scroll(scroller);
    expect(screen.getByRole("gridcell", { name: "R-3126" })).toBeTruthy();
    expect(focused()).toBe(cell);
    press("ArrowDown");
    expect(focused().textContent).toBe("R-0002");
  });

  test("from the first row the headings are reached, and Enter there sorts", () => {
    const onSort = jest.fn();
    renderUi(grid({ onSort }));
    enterGrid();
    press("ArrowUp");
    press("ArrowRight");
    press("ArrowRight");
    expect(focused().tagName).toBe("BUTTON");
    fireEvent.click(focused());
    expect(onSort).toHaveBeenCalledWith({ columnId: "score", direction: "descending" });
  });
});

describe("focus while rows change", () => {
  test("it stays on the record when a changed copy arrives", () => {
    const rows = sampleRows(50);
    const { rerender } = renderUi(grid({ rows }));
    enterGrid();
    press("ArrowDown");
    press("ArrowRight");
    const changed = rows.map((row) => (row.ref === "R-0002" ? { ...row, title: "Changed elsewhere" } : row));
    rerender(grid({ rows: changed }));
    expect(focused().textContent).toBe("Changed elsewhere");
  });

  test("it stays on the record when the order changes", () => {
    const rows = sampleRows(20_000);
    const { rerender } = renderUi(grid({ rows }));
    enterGrid();
    press("ArrowDown");
    rerender(grid({ rows: rows.toReversed() }));
    expect(focused().textContent).toBe("R-0002");
    expect(focused().closest('[role="row"]')?.getAttribute("aria-rowindex")).toBe("20000");
  });

  test("when the record leaves, its place keeps the focus; when it returns, so does the focus", () => {
    const rows = sampleRows(50);
    const { rerender } = renderUi(grid({ rows }));
    enterGrid();
    press("ArrowDown");
    rerender(grid({ rows: rows.filter((row) => row.ref !== "R-0002") }));
    expect(focused().textContent).toBe("R-0003");
    rerender(grid({ rows }));
    expect(focused().textContent).toBe("R-0002");
  });

  test("a grid without focus never takes it", () => {
    const rows = sampleRows(50);
    const { rerender } = renderUi(grid({ rows }));
    rerender(grid({ rows: rows.toReversed() }));
    expect(document.activeElement).toBe(document.body);
  });

  test("a changed row renders itself and no other", () => {
    const drawn: string[] = [];
    const columns: readonly GridColumn<SampleRow>[] = sampleColumns.map((column) => ({
      ...column,
      render: (row: SampleRow) => {
        if (column.id === "ref") drawn.push(row.ref);
        return column.text(row);
      },
    }));
    const rows = sampleRows(50);
    const { rerender } = renderUi(grid({ rows, columns }));
    drawn.length = 0;
    rerender(grid({ rows: rows.map((row) => (row.ref === "R-0004" ? { ...row, score: 25 } : row)), columns }));
    expect(drawn).toEqual(["R-0004"]);
  });
});

describe("selecting and opening", () => {
  test("Shift+Space selects the row, Ctrl+A all rows, from any cell", () => {
    const onSelectedKeys = jest.fn();
    renderUi(grid({ rows: sampleRows(3), onSelectedKeys, selectedKeys: new Set<string>() }));
    enterGrid();
    press("ArrowDown");
    press(" ", { shiftKey: true });
    expect(onSelectedKeys).toHaveBeenLastCalledWith(new Set(["R-0002"]));
    press("a", { ctrlKey: true });
    expect(onSelectedKeys).toHaveBeenLastCalledWith(new Set(["R-0001", "R-0002", "R-0003"]));
  });

  test("a selected row is announced as selected, and its checkbox names it", () => {
    renderUi(grid({ rows: sampleRows(3), onSelectedKeys: () => undefined, selectedKeys: new Set(["R-0002"]) }));
    const row = screen.getByRole("gridcell", { name: "R-0002" }).closest<HTMLElement>('[role="row"]');
    expect(row?.getAttribute("aria-selected")).toBe("true");
    expect(within(row ?? document.body).getByRole<HTMLInputElement>("checkbox", { name: "Select R-0002" }).checked).toBe(true);
  });

  test("Shift with a click selects everything between", () => {
    const onSelectedKeys = jest.fn();
    renderUi(grid({ rows: sampleRows(9), onSelectedKeys }));
    fireEvent.click(screen.getByRole("checkbox", { name: "Select R-0002" }));
    fireEvent.click(screen.getByRole("checkbox", { name: "Select R-0004" }), { shiftKey: true });
    expect(onSelectedKeys).toHaveBeenLastCalledWith(new Set(["R-0002", "R-0003", "R-0004"]));
  });

  test("Enter opens the record, and so does a click on its name", () => {
    const onOpen = jest.fn();
    renderUi(grid({ onOpen }));
    enterGrid();
    press("ArrowDown");
    press("Enter");
    expect(onOpen).toHaveBeenLastCalledWith(expect.objectContaining({ ref: "R-0002" }));
    fireEvent.click(screen.getByText("R-0005"));
    expect(onOpen).toHaveBeenLastCalledWith(expect.objectContaining({ ref: "R-0005" }));
  });
});

describe("editing in place", () => {
  function startEditing(onCommitCell: jest.Mock): HTMLInputElement {
    renderUi(grid({ onCommitCell, onOpen: () => undefined }));
    enterGrid();
    press("ArrowRight");
    press("F2");
    return screen.getByRole<HTMLInputElement>("textbox", { name: "Edit Title" });
  }

  test("Enter commits and moves down", () => {
    const onCommitCell = jest.fn();
    const editor = startEditing(onCommitCell);
    expect(editor).toBe(focused());
    fireEvent.change(editor, { target: { value: "Better title" } });
    press("Enter");
    expect(onCommitCell).toHaveBeenCalledTimes(1);
    expect(onCommitCell).toHaveBeenCalledWith(expect.objectContaining({ ref: "R-0001" }), sampleColumns[1], "Better title");
    expect(focused().textContent).toBe("Title 2");
  });

  test("Tab commits and moves right", () => {
    const onCommitCell = jest.fn();
    fireEvent.change(startEditing(onCommitCell), { target: { value: "Better title" } });
    press("Tab");
    expect(onCommitCell).toHaveBeenCalledTimes(1);
    expect(focused().textContent).toBe("0");
  });

  test("Escape restores and keeps the cell", () => {
    const onCommitCell = jest.fn();
    fireEvent.change(startEditing(onCommitCell), { target: { value: "Better title" } });
    press("Escape");
    expect(onCommitCell).not.toHaveBeenCalled();
    expect(focused().textContent).toBe("Title 1");
  });

  test("arrows belong to the editor, and an unchanged text is no edit", () => {
    const onCommitCell = jest.fn();
    const editor = startEditing(onCommitCell);
    press("ArrowDown");
    press("Home");
    expect(focused()).toBe(editor);
    press("Enter");
    expect(onCommitCell).not.toHaveBeenCalled();
  });

  test("a column without an editor does not start one", () => {
    renderUi(grid({ onCommitCell: () => undefined }));
    enterGrid();
    press("F2");
    expect(screen.queryByRole("textbox")).toBeNull();
  });
});

describe("a row that changes while one of its cells is edited", () => {
  const onCommitCell = jest.fn();
  const rows = sampleRows(50);
  const second = rows[1];

  function edit(text: string | undefined): {
    readonly show: (shown: readonly SampleRow[], more?: Partial<GridProps<SampleRow>>) => void;
    readonly leave: () => void;
  } {
    onCommitCell.mockClear();
    const page = renderUi(grid({ rows, onCommitCell }));
    enterGrid();
    press("ArrowDown");
    press("ArrowRight");
    press("F2");
    if (text !== undefined) fireEvent.change(focused(), { target: { value: text } });
    return { show: (shown, more = {}) => page.rerender(grid({ rows: shown, onCommitCell, ...more })), leave: () => page.rerender(<p>Elsewhere</p>) };
  }

  const titled = (title: string): readonly SampleRow[] => rows.map((row) => (row === second ? { ...row, title } : row));
  const withoutSecond = rows.filter((row) => row !== second);

  test("the edit is handed over with the row as its author saw it", () => {
    const { show } = edit("Better title");
    show(titled("Changed elsewhere"));
    expect((focused() as HTMLInputElement).value).toBe("Better title");
    press("Enter");
    expect(onCommitCell.mock.calls).toEqual([[second, sampleColumns[1], "Better title"]]);
  });

  test("an editor that nobody typed in does not put the old text back", () => {
    const { show } = edit(undefined);
    show(titled("Changed elsewhere"));
    press("Enter");
    expect(onCommitCell).not.toHaveBeenCalled();
  });

  test("text that says what the cell says by now is still an edit of its author", () => {
    const { show } = edit("Changed elsewhere");
    show(titled("Changed elsewhere"));
    press("Enter");
    expect(onCommitCell).toHaveBeenCalledWith(second, sampleColumns[1], "Changed elsewhere");
  });

  test("when the row leaves, typing goes on, and Enter commits it and stays at its place", () => {
    const { show } = edit("Better ti");
    const editor = focused();
    show(withoutSecond);
    expect(focused()).toBe(editor);
    fireEvent.change(editor, { target: { value: "Better title" } });
    press("Enter");
    expect(onCommitCell.mock.calls).toEqual([[second, sampleColumns[1], "Better title"]]);
    expect(screen.queryByText("Title 2")).toBeNull();
    expect(focused().textContent).toBe("Title 3");
  });

  test("when the only row leaves, its editor stays until the edit ends", () => {
    const { show } = edit("Better title");
    show([], { emptyState: "No risks yet" });
    expect(screen.queryByText("No risks yet")).toBeNull();
    press("Enter");
    expect(onCommitCell).toHaveBeenCalledTimes(1);
    expect(screen.getByText("No risks yet")).toBeTruthy();
  });

  test("when the row may no longer be edited, what was typed still reaches the caller", () => {
    const { show } = edit("Better title");
    const [reference, title, ...others] = sampleColumns;
    if (reference === undefined || title === undefined) throw new Error("no column");
    const locked = { ...title, edit: { start: (row: SampleRow) => row.title, canEdit: () => false } };
    show(rows, { columns: [reference, locked, ...others] });
    press("Enter");
    expect(onCommitCell).toHaveBeenCalledWith(second, title, "Better title");
  });

  test("when the column or the whole grid leaves, what was typed is committed as it stands", () => {
    const hidden = edit("Better title");
    hidden.show(rows, { columns: sampleColumns.filter((column) => column.id !== "title") });
    expect(onCommitCell.mock.calls).toEqual([[second, sampleColumns[1], "Better title"]]);
    cleanup();
    const left = edit("Better title");
    left.leave();
    expect(onCommitCell.mock.calls).toEqual([[second, sampleColumns[1], "Better title"]]);
  });
});

describe("the heading's menu", () => {
  test("Alt+Down opens it; sorting, width and hiding are there by name", async () => {
    const onHideColumn = jest.fn();
    const onColumnWidth = jest.fn();
    renderUi(grid({ onSort: () => undefined, onHideColumn, onColumnWidth }));
    enterGrid();
    press("ArrowUp");
    press("ArrowRight");
    press("ArrowDown", { altKey: true });
    expect(await screen.findByRole("menuitem", { name: "Sort A to Z" })).toBeTruthy();
    fireEvent.click(screen.getByRole("menuitem", { name: "Wider" }));
    expect(onColumnWidth).toHaveBeenCalledWith("title", 272);
    fireEvent.click(screen.getByRole("menuitem", { name: "Hide Title" }));
    expect(onHideColumn).toHaveBeenCalledWith("title");
  });
});
