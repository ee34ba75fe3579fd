/** @jest-environment jsdom */
import { act, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { RecordPanel, ServicesProvider } from "../../../src/parts";
import { actions } from "../../../src/registers";
import type { EditOutcome, StoredRow } from "../../../src/store";
import { AppTheme, Notifier } from "../../../src/ui";
import { address, field, openRecord, order, press, type, type Opened } from "./record-page";
import { openNorthmere, placeOf, type Northmere } from "./services";

// No test here is about time: a busy machine takes seconds to draw a form of Fluent in jsdom.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });

function stored({ services }: Northmere): StoredRow | undefined {
  return services.store.rows(placeOf("Actions"))[0];
}

describe("a new record", () => {
  test("three typed fields are saved as one row of the list, and the panel closes", async () => {
    const northmere = await openRecord(undefined);
    type("Title", "Order spares");
    type("Owner", address);
    type("Due", "1 December 2026");
    await press("Add action");
    await waitFor(() => expect(northmere.closed).toHaveBeenCalledTimes(1));
    const [row] = northmere.lists.rows(placeOf("Actions"));
    expect(row?.values).toMatchObject({ Title: "Order spares", Owner: address, OwnerAddress: address, DueDate: "2026-12-01", ProjectRef: "P-0001" });
  });

  test("an empty form saves nothing: a summary takes the focus, says each field, and leads to it", async () => {
    const northmere = await openRecord(undefined);
    await press("Add action");
    const summary = screen.getByRole("alert", { name: "There is a problem" });
    expect(document.activeElement).toBe(summary);
    const links = within(summary).getAllByRole("link");
    expect(links).toHaveLength(3);
    fireEvent.click(within(summary).getByRole("link", { name: /title/i }));
    expect(document.activeElement).toBe(field("Title"));
    expect(northmere.lists.rows(placeOf("Actions"))).toEqual([]);
    expect(northmere.closed).not.toHaveBeenCalled();
  });

  test("a date that is none is said beside its field, and what was typed stays", async () => {
    await openRecord(undefined);
    type("Title", "Order spares");
    type("Owner", address);
    type("Due", "31 February 2027");
    await press("Add action");
    expect(field("Due").getAttribute("aria-invalid")).toBe("true");
    expect((field("Due") as HTMLInputElement).value).toBe("31 February 2027");
    expect((field("Title") as HTMLInputElement).value).toBe("Order spares");
  });
});

describe("changing a record", () => {
  test("one changed field is one small edit with what its author saw", async () => {
    const northmere = await openRecord(order);
    expect(screen.getByRole("heading", { name: "Order spares" })).toBeTruthy();
    type("Title", "Order more spares");
    await press("Save");
    await waitFor(() => expect(northmere.closed).toHaveBeenCalled());
    expect(northmere.source.updates).toMatchObject([{ id: "1", etag: '"1,1"', changes: { Title: "Order more spares" } }]);
  });

  test("Save without a change closes and sends nothing", async () => {
    const northmere = await openRecord(order);
    await press("Save");
    expect(northmere.closed).toHaveBeenCalledTimes(1);
    expect(northmere.source.updates).toEqual([]);
  });

  test("what another person changes while the form is open is neither shown as mine nor overwritten", async () => {
    const northmere = await openRecord(order);
    type("Title", "Order more spares");
    await act(async () => {
      northmere.lists.edit(placeOf("Actions"), "1", { DueDate: "2027-01-15" }, "tom");
      await northmere.services.store.refresh([placeOf("Actions")]);
    });
    await press("Save");
    await waitFor(() => expect(northmere.closed).toHaveBeenCalled());
    expect(northmere.lists.row(placeOf("Actions"), "1")?.values).toMatchObject({ Title: "Order more spares", DueDate: "2027-01-15" });
  });

  test("a reader sees the fields but cannot change or save them", async () => {
    await openRecord(order, { rights: { of: () => "readOnly", list: () => undefined, subscribe: () => () => undefined } });
    expect(screen.getByText("You can read this register, not change it")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
    expect((field("Title") as HTMLInputElement).disabled).toBe(true);
  });

  test("archiving asks nothing and offers Undo", async () => {
    const northmere = await openRecord(order);
    await press("Archive");
    await waitFor(() => expect(northmere.lists.row(placeOf("Actions"), "1")?.values["Archived"]).toBe(true));
    fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(northmere.lists.row(placeOf("Actions"), "1")?.values).not.toHaveProperty("Archived"));
  });

  test("columns that the trust added are shown and cannot be changed", async () => {
    const northmere = await openNorthmere({ Actions: [order] });
    const row = { ...stored(northmere)!, extras: { Ward: "B4" } };
    render(
      <AppTheme theme="default">
        <Notifier>
          <ServicesProvider value={northmere.services}>
            <RecordPanel register={actions} row={row} given={{}} onClose={() => undefined} />
          </ServicesProvider>
        </Notifier>
      </AppTheme>,
    );
    expect(screen.getByText("Columns your trust added")).toBeTruthy();
    expect(screen.getByText("Ward").tagName).toBe("DT");
    expect(screen.getByText("B4").tagName).toBe("DD");
  });
});

describe("two people at one field", () => {
  async function inConflict(): Promise<Opened> {
    const northmere = await openRecord(order);
    type("Title", "Order more spares");
    northmere.lists.edit(placeOf("Actions"), "1", { Title: "Borrow spares" }, "tom");
    await press("Save");
    await screen.findByText("Needs your decision");
    return northmere;
  }

  test("nothing is overwritten; the three values stand side by side, and the panel stays open", async () => {
    const northmere = await inConflict();
    expect(northmere.lists.row(placeOf("Actions"), "1")?.values["Title"]).toBe("Borrow spares");
    expect(northmere.closed).not.toHaveBeenCalled();
    const values = within(screen.getByRole("group", { name: "Title" }))
      .getAllByRole("definition")
      .map((value) => value.textContent);
    expect(values).toEqual(["Order spares", "Order more spares", "Borrow spares"]);
  });

  test("it is decided with the keyboard alone: choose by arrow and space, save by the button that takes focus", async () => {
    const northmere = await inConflict();
    const save = screen.getByRole("button", { name: "Save these choices" });
    expect(save.getAttribute("aria-disabled")).toBe("true");
    fireEvent.click(save);
    expect(northmere.lists.row(placeOf("Actions"), "1")?.values["Title"]).toBe("Borrow spares");
    const mine = screen.getByRole("radio", { name: "Keep yours for Title" });
    act(() => mine.focus());
    expect(document.activeElement).toBe(mine);
    // Space on a focused radio and Enter on a focused button are clicks to the browser.
    fireEvent.click(mine);
    expect(save.getAttribute("aria-disabled")).not.toBe("true");
    act(() => save.focus());
    expect(document.activeElement).toBe(save);
    fireEvent.click(save);
    await waitFor(() => expect(northmere.lists.row(placeOf("Actions"), "1")?.values["Title"]).toBe("Order more spares"));
    expect(northmere.services.store.decisions()).toEqual([]);
    expect(await screen.findByRole("button", { name: "Save" })).toBeTruthy();
  });

  test("taking all of theirs drops my change", async () => {
    const northmere = await inConflict();
    await press("Take all of theirs");
    await waitFor(() => expect(northmere.services.store.decisions()).toEqual([]));
    expect(northmere.lists.row(placeOf("Actions"), "1")?.values["Title"]).toBe("Borrow spares");
  });

  test("a refusal says what happened and keeps a way on", async () => {
    const northmere = await openRecord(order);
    northmere.source.failNext("update", { kind: "forbidden" });
    type("Title", "Order more spares");
    await press("Save");
    await screen.findByText("SharePoint does not let you change this register.");
    await press("Try again");
    await waitFor(() => expect(northmere.lists.row(placeOf("Actions"), "1")?.values["Title"]).toBe("Order more spares"));
  });
});

describe("patient details", () => {
  test("a sure one stops the save and nothing leaves the form", async () => {
    const northmere = await openRecord(order);
    type("Title", "Patient 401 023 2137 waits");
    await press("Save");
    expect(within(screen.getByRole("alert", { name: "There is a problem" })).getByRole("link").textContent).toMatch(/^This looks like an NHS number\./);
    expect(northmere.source.updates).toEqual([]);
  });

  async function asked(): Promise<Opened & { readonly dialog: HTMLElement }> {
    const northmere = await openRecord(order);
    type("Title", "Scan 4010232137 waits");
    await press("Save");
    return { ...northmere, dialog: await screen.findByRole("alertdialog", { name: "Is this about a patient?" }) };
  }

  test("a likely one asks, and going back saves nothing and keeps what was typed", async () => {
    const { dialog, source } = await asked();
    fireEvent.click(within(dialog).getByRole("button", { name: "Go back and remove it" }));
    await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
    expect(source.updates).toEqual([]);
    expect((field("Title") as HTMLInputElement).value).toBe("Scan 4010232137 waits");
  });

  test("confirming saves it with who looked and when", async () => {
    const { dialog, closed, lists } = await asked();
    fireEvent.click(within(dialog).getByRole("button", { name: "It is not, save" }));
    await waitFor(() => expect(closed).toHaveBeenCalled());
    expect(lists.row(placeOf("Actions"), "1")?.values).toMatchObject({ PidCheckedBy: "Femi Okoro", PidCheckedDate: "2026-11-24" });
  });
});

test("an outcome that waits on the device is said, not hidden", async () => {
  const northmere = await openRecord(order);
  northmere.source.failNext("update", { kind: "offline" });
  type("Title", "Order more spares");
  await press("Save");
  await waitFor(() => expect(screen.getByText(/saved on this device and goes to the register when the network returns/)).toBeTruthy());
  const state: EditOutcome["kind"] | undefined = northmere.services.store.rows(placeOf("Actions"))[0]?.state === "onDevice" ? "onDevice" : undefined;
  expect(state).toBe("onDevice");
});
