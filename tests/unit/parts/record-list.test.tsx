/** @jest-environment jsdom */
import { act, configure, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState, type ReactElement } from "react";
import { HeldEdits, plainView, recordColumns, RecordList, ServicesProvider, useRows } from "../../../src/parts";
import { actions, type Values } from "../../../src/registers";
import type { StoreDevice } from "../../../src/store";
import { AppTheme, LiveAnnouncer, Notifier } from "../../../src/ui";
import { fullDevice } from "./full-device";
import { openNorthmere, placeOf, type Northmere } from "./services";

// No test here is about time: a busy machine takes seconds to draw Fluent in jsdom.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });

const place = placeOf("Actions");
const order: Values = {
  Ref: "A-0001",
  Title: "Order spares",
  Owner: "Asha Patel",
  OwnerAddress: "asha.patel@northmere.example",
  DueDate: "2026-12-01",
  Status: "Open",
  ProjectRef: "P-0001",
};

// jsdom has no layout: every element is as large as a window, or the grid would show no row.
Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, value: 600 });
Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, value: 800 });

const columns = recordColumns(actions, (ref) => ref);
const noFilters = [] as const;

function Page(): ReactElement {
  const rows = useRows("Actions");
  const [view, setView] = useState(plainView);
  return (
    <RecordList
      label="Actions"
      many="actions"
      rows={rows}
      total={rows.length}
      columns={columns}
      startColumns={startColumns}
      view={view}
      onView={setView}
      filters={noFilters}
      commands={noFilters}
      onOpen={() => undefined}
      registerOf={() => actions}
      projectTitle={(ref) => ref}
      isBesideRecord={false}
    />
  );
}

const startColumns = ["Owner", "DueDate", "Status"];

async function open(device?: StoreDevice): Promise<Northmere> {
  const rows = { Actions: [order, { ...order, Ref: "A-0002", Title: "Train porters" }], Projects: [{ Ref: "P-0001", Title: "Blood" }] };
  const northmere = await openNorthmere(rows, {}, device);
  render(
    <AppTheme theme="default">
      <LiveAnnouncer>
        <Notifier>
          <ServicesProvider value={northmere.services}>
            <HeldEdits>
              <Page />
            </HeldEdits>
          </ServicesProvider>
        </Notifier>
      </LiveAnnouncer>
    </AppTheme>,
  );
  return northmere;
}

/** F2 on the cell, then typing. */
function edit(cell: string, text: string): HTMLElement {
  const [element] = screen.getAllByRole("gridcell", { name: cell });
  if (element === undefined) throw new Error(`no cell ${cell}`);
  act(() => element.focus());
  fireEvent.keyDown(element, { key: "F2" });
  const editor = screen.getByRole("textbox", { name: /^Edit / });
  fireEvent.change(editor, { target: { value: text } });
  return editor;
}

async function pullOf(northmere: Northmere, changes: Values): Promise<void> {
  await act(async () => {
    northmere.lists.edit(place, "1", changes, "tom");
    await northmere.services.store.refresh([place]);
  });
}

async function commit(editor: HTMLElement): Promise<void> {
  await act(async () => {
    fireEvent.keyDown(editor, { key: "Enter" });
    await Promise.resolve();
  });
}

describe("a cell that is edited while a pull arrives", () => {
  test("the same cell changed by somebody else becomes a decision, and nothing is overwritten", async () => {
    const northmere = await open();
    const editor = edit("Order spares", "Order more spares");
    await pullOf(northmere, { Title: "Borrow spares" });
    await commit(editor);
    await waitFor(() => expect(northmere.services.store.decisions()).toHaveLength(1));
    const [decision] = northmere.services.store.decisions();
    expect(decision?.conflicts).toEqual([{ field: "Title", base: "Order spares", mine: "Order more spares", theirs: "Borrow spares" }]);
    expect(northmere.lists.row(place, "1")?.values["Title"]).toBe("Borrow spares");
  });

  test("another cell of the row changed by somebody else is merged", async () => {
    const northmere = await open();
    const editor = edit("Order spares", "Order more spares");
    await pullOf(northmere, { DueDate: "2027-01-15" });
    await commit(editor);
    await waitFor(() => expect(northmere.lists.row(place, "1")?.values).toMatchObject({ Title: "Order more spares", DueDate: "2027-01-15" }));
    expect(northmere.services.store.decisions()).toEqual([]);
  });

  test("text put back to what the author saw is no change, whatever came in", async () => {
    const northmere = await open();
    const editor = edit("Order spares", "Order spares");
    await pullOf(northmere, { Title: "Borrow spares" });
    await commit(editor);
    expect(northmere.source.updates).toEqual([]);
    expect(northmere.lists.row(place, "1")?.values["Title"]).toBe("Borrow spares");
  });

  test("a row that somebody archives meanwhile keeps what was typed", async () => {
    const northmere = await open();
    const editor = edit("Order spares", "Order more spares");
    await pullOf(northmere, { Archived: true });
    await commit(editor);
    await waitFor(() => expect(northmere.lists.row(place, "1")?.values).toMatchObject({ Title: "Order more spares", Archived: true }));
  });

  test("patient details are looked for in what was typed, not in what came in", async () => {
    const northmere = await open();
    const editor = edit("Order spares", "Order more spares");
    await pullOf(northmere, { Title: "Patient 401 023 2137 waits" });
    await commit(editor);
    await waitFor(() => expect(northmere.services.store.decisions()).toHaveLength(1));
  });
});

describe("a cell whose text neither the device nor SharePoint takes", () => {
  test("shows the register's value; what was typed stands above the list until it is saved", async () => {
    const northmere = await open(fullDevice().device);
    northmere.source.failNext("update", { kind: "signInNeeded" });
    fireEvent.keyDown(edit("Order spares", "Order more spares"), { key: "Enter" });
    expect(await screen.findByText("1 change is not saved yet")).toBeTruthy();
    expect(screen.getByRole("list", { name: "Changes that are not saved yet" }).textContent).toContain("A-0001 Title: Order more spares");
    expect(screen.getAllByRole("gridcell", { name: "Order spares" }).length).toBeGreaterThan(0);
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(northmere.lists.row(place, "1")?.values["Title"]).toBe("Order more spares"));
    await waitFor(() => expect(screen.queryByText("1 change is not saved yet")).toBeNull());
    expect(await screen.findByText("1 change is in the register")).toBeTruthy();
  });

  test("typed again and refused again is held once, as typed last; it goes when it is dropped", async () => {
    const northmere = await open(fullDevice().device);
    northmere.source.always = { fault: { kind: "signInNeeded" }, when: "before" };
    fireEvent.keyDown(edit("Order spares", "Order more spares"), { key: "Enter" });
    await screen.findByText("1 change is not saved yet");
    fireEvent.keyDown(edit("Order spares", "Order twelve spares"), { key: "Enter" });
    await screen.findByText(/Order twelve spares/);
    expect(screen.queryByText(/Order more spares/)).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Drop the change to A-0001" }));
    expect(screen.queryByText("1 change is not saved yet")).toBeNull();
    expect(northmere.lists.row(place, "1")?.values["Title"]).toBe("Order spares");
  });
});
