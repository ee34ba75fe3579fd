/** @jest-environment jsdom */
import { fireEvent, screen, within } from "@testing-library/react";
import { RecordCards, RecordsView, SimpleTable } from "../../../src/ui";
import { renderUi } from "./render-ui";
import { fixedViewport, rowKey, sampleColumns, sampleRows } from "./sample-rows";

const shared = { label: "Risks", columns: sampleColumns, rowKey };

describe("the simple table", () => {
  test("it is a native table with a caption, column headings and row headings", () => {
    renderUi(<SimpleTable {...shared} rows={sampleRows(2)} sort={{ columnId: "score", direction: "descending" }} onSort={() => undefined} />);
    const table = screen.getByRole("table", { name: "Risks" });
    expect(table.tagName).toBe("TABLE");
    expect(within(table).getByRole("columnheader", { name: "Score" }).getAttribute("aria-sort")).toBe("descending");
    expect(within(table).getByRole("rowheader", { name: "R-0001" })).toBeTruthy();
  });

  test("it shows 50 rows a page and says where it is", () => {
    renderUi(<SimpleTable {...shared} rows={sampleRows(120)} />);
    expect(screen.getAllByRole("rowheader").length).toBe(50);
    expect(screen.getByRole("status").textContent).toContain("Page 1 of 3");
    fireEvent.click(screen.getByRole("button", { name: "Last page" }));
    expect(screen.getAllByRole("rowheader").length).toBe(20);
    expect(screen.getByRole("status").textContent).toContain("101 to 120 of 120");
    expect(screen.getByRole("button", { name: "Next page" }).getAttribute("aria-disabled")).toBe("true");
  });

  test("when rows go away it stays within the pages there are", () => {
    const { rerender } = renderUi(<SimpleTable {...shared} rows={sampleRows(120)} />);
    fireEvent.click(screen.getByRole("button", { name: "Last page" }));
    rerender(<SimpleTable {...shared} rows={sampleRows(60)} />);
    expect(screen.getAllByRole("rowheader").length).toBe(10);
  });

  test("each row has a button that names what it opens", () => {
    const onOpen = jest.fn();
    renderUi(<SimpleTable {...shared} rows={sampleRows(2)} onOpen={onOpen} />);
    fireEvent.click(screen.getByRole("button", { name: "Open R-0002" }));
    expect(onOpen).toHaveBeenCalledWith(expect.objectContaining({ ref: "R-0002" }));
  });

  test("text sorts A to Z first, numbers biggest first, and a second press turns it round", () => {
    const onSort = jest.fn();
    const { rerender } = renderUi(<SimpleTable {...shared} rows={sampleRows(2)} onSort={onSort} />);
    fireEvent.click(screen.getByRole("button", { name: "Title" }));
    fireEvent.click(screen.getByRole("button", { name: "Score" }));
    rerender(<SimpleTable {...shared} rows={sampleRows(2)} onSort={onSort} sort={{ columnId: "score", direction: "descending" }} />);
    fireEvent.click(screen.getByRole("button", { name: "Score" }));
    expect(onSort.mock.calls).toEqual([
      [{ columnId: "title", direction: "ascending" }],
      [{ columnId: "score", direction: "descending" }],
      [{ columnId: "score", direction: "ascending" }],
    ]);
  });
});

describe("the cards", () => {
  test("each is headed by a button and tells at most four values by name", () => {
    const onOpen = jest.fn();
    renderUi(<RecordCards {...shared} rows={sampleRows(1)} onOpen={onOpen} />);
    fireEvent.click(within(screen.getByRole("heading", { name: "R-0001" })).getByRole("button"));
    expect(onOpen).toHaveBeenCalledTimes(1);
    expect(screen.getAllByRole("term").map((term) => term.textContent)).toEqual(["Title", "Score", "Owner"]);
    expect(screen.getAllByRole("definition").map((value) => value.textContent)).toEqual(["Title 1", "0", "Not set"]);
  });
});

describe("the view of records", () => {
  const everything = { ...shared, rows: sampleRows(3), viewport: fixedViewport };

  function inWidth(widthPx: number, work: () => void): void {
    const before = Object.getOwnPropertyDescriptor(Element.prototype, "clientWidth");
    Object.defineProperty(Element.prototype, "clientWidth", { configurable: true, get: () => widthPx });
    try {
      work();
    } finally {
      if (before !== undefined) Object.defineProperty(Element.prototype, "clientWidth", before);
    }
  }

  test("it is a grid or a table as the person chose", async () => {
    const { rerender } = renderUi(<RecordsView {...everything} view="grid" />);
    expect(screen.getByRole("grid", { name: "Risks" })).toBeTruthy();
    rerender(<RecordsView {...everything} view="table" />);
    expect(await screen.findByRole("table", { name: "Risks" })).toBeTruthy();
  });

  test("below 640 px of its own room it becomes cards, whatever was chosen", () => {
    inWidth(639, () => {
      renderUi(<RecordsView {...everything} view="grid" />);
      expect(screen.getByRole("list", { name: "Risks" })).toBeTruthy();
      expect(screen.queryByRole("grid")).toBeNull();
    });
  });
});
