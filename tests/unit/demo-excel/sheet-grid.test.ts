/** @jest-environment jsdom */
import { fireEvent, screen, within } from "@testing-library/dom";
import { Person, Workbook } from "../../../src/demo/pages/excel";
import { SheetGrid } from "../../../src/demo/pages/excel/grid/sheet-grid";

let workbook: Workbook;
let person: Person;
let grid: SheetGrid;

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined; // jsdom lays nothing out
  document.body.replaceChildren(document.createElement("main"));
  workbook = new Workbook({ currentYear: 2026 });
  person = new Person(workbook);
  person.paste("Sheet1!A1", [
    ["Key", "Amount"],
    ["C-1", "£1,200.00"],
    ["C-2", "5"],
  ]);
  const root = document.querySelector("main");
  if (root === null) throw new Error("no root");
  grid = new SheetGrid(root, workbook, person);
});

afterEach(() => {
  grid.stop();
});

function cell(address: string): HTMLElement {
  // by attribute: role queries over a thousand cells are slow in jsdom
  const found = document.querySelector<HTMLElement>(`[role="gridcell"][data-address="${address}"]`);
  if (found === null) throw new Error(`no cell ${address}`);
  return found;
}

function press(key: string, more: { ctrlKey?: boolean; shiftKey?: boolean } = {}): void {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
}

function choose(address: string): void {
  fireEvent.pointerDown(cell(address));
}

test("cells show their values as Excel displays them", () => {
  expect(cell("B2").textContent).toBe("£1,200.00");
  expect(screen.getByLabelText("Sheet Sheet1").getAttribute("aria-rowcount")).toBe("44");
});

test("a person types into a cell with the keyboard and Enter moves down", () => {
  choose("A2");
  press("C");
  const entry = screen.getByLabelText("Entry for A2");
  expect(workbook.isEditing).toBe(true);
  fireEvent.input(entry, { target: { value: "C-9" } });
  press("Enter");
  expect(workbook.activeSheet.value(1, 0)).toBe("C-9");
  expect(workbook.isEditing).toBe(false);
  expect(document.activeElement).toBe(cell("A3"));
});

test("Escape gives an entry up", () => {
  choose("A2");
  press("F2");
  fireEvent.input(screen.getByLabelText("Entry for A2"), { target: { value: "gone" } });
  press("Escape");
  expect(workbook.activeSheet.value(1, 0)).toBe("C-1");
  expect(document.activeElement).toBe(cell("A2"));
});

test("arrows move, Shift extends, Delete clears", () => {
  choose("A2");
  press("ArrowRight");
  expect(document.activeElement).toBe(cell("B2"));
  press("ArrowDown", { shiftKey: true });
  expect(screen.getByLabelText("Selected cells").textContent).toBe("B2:B3");
  press("Delete");
  expect([workbook.activeSheet.value(1, 1), workbook.activeSheet.value(2, 1)]).toEqual(["", ""]);
});

test("Ctrl and End goes to the last cell in use", () => {
  choose("A1");
  press("End", { ctrlKey: true });
  expect(document.activeElement).toBe(cell("B3"));
});

test("copied cells are pasted as cells", () => {
  choose("D1");
  const pasted = new Event("paste", { bubbles: true, cancelable: true });
  Object.assign(pasted, { clipboardData: { getData: () => '1\t"two\nlines"\r\n3\t4\r\n' } });
  document.activeElement?.dispatchEvent(pasted);
  expect(workbook.activeSheet.value(0, 4)).toBe("two\nlines");
  expect(workbook.activeSheet.value(1, 4)).toBe(4);
});

test("an entry against data validation is refused with a sentence", () => {
  const area = workbook.selection.copy();
  workbook.validations.push({ area, rule: { list: { source: "Yes,No" } }, errorAlert: {}, prompt: {}, ignoreBlanks: true });
  choose("A1");
  press("F2");
  fireEvent.input(screen.getByLabelText("Entry for A1"), { target: { value: "Perhaps" } });
  press("Enter");
  expect(screen.getByText(/data validation/).getAttribute("role")).toBe("status");
  expect(workbook.activeSheet.value(0, 0)).toBe("Key");
});

test("sheet tabs change the sheet", async () => {
  workbook.addSheet("Risk log");
  workbook.announce();
  await Promise.resolve();
  fireEvent.click(within(screen.getByLabelText("Sheets")).getByRole("tab", { name: "Risk log" }));
  await Promise.resolve();
  expect(screen.getByLabelText("Sheet Risk log")).toBeTruthy();
});

test("of a long sheet only the rows near the screen are drawn", async () => {
  person.paste(
    "Sheet1!A1",
    Array.from({ length: 5000 }, (_, row) => [`R-${String(row)}`]),
  );
  await Promise.resolve();
  expect(screen.getByLabelText("Sheet Sheet1").getAttribute("aria-rowcount")).toBe("5041");
  expect(document.querySelectorAll("[role=gridcell]").length).toBeLessThan(1500);
});
