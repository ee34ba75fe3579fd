/** @jest-environment jsdom */
import { act, configure, fireEvent, screen, waitFor } from "@testing-library/react";
import { memoryLocation } from "../../../src/hosts";
import type { Fault } from "../../../src/kernel";
import { fullDevice } from "./full-device";
import { address, field, openRecord, order, press, type, type Opened } from "./record-page";
import { placeOf } from "./services";

// No test here is about time: a busy machine takes seconds to draw a form of Fluent in jsdom.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });

const place = placeOf("Actions");
const signInNeeded: Fault = { kind: "signInNeeded" };

async function typing(): Promise<Opened> {
  const northmere = await openRecord(order, {}, fullDevice().device);
  type("Title", "Order more spares");
  return northmere;
}

describe("a form whose change neither the device nor SharePoint takes", () => {
  test("stays open with every word, says why and what to do, and saves when Save is pressed again", async () => {
    const northmere = await typing();
    northmere.source.failNext("update", signInNeeded);
    await press("Save");
    const message = await screen.findByRole("alert", { name: "Not saved yet" });
    expect(document.activeElement).toBe(message);
    expect(message.textContent).toContain("This device has no room to keep your change and the register did not answer.");
    expect(message.textContent).toContain("Save again when the network is back.");
    expect((field("Title") as HTMLInputElement).value).toBe("Order more spares");
    expect(northmere.closed).not.toHaveBeenCalled();
    expect(screen.queryByText(/saved$/)).toBeNull();
    await press("Save");
    await waitFor(() => expect(northmere.closed).toHaveBeenCalledTimes(1));
    expect(northmere.lists.row(place, "1")?.values["Title"]).toBe("Order more spares");
  });

  test("takes the focus to its message each time", async () => {
    const northmere = await typing();
    northmere.source.always = { fault: signInNeeded, when: "before" };
    await press("Save");
    const message = await screen.findByRole("alert", { name: "Not saved yet" });
    await waitFor(() => expect(document.activeElement).toBe(message));
    await press("Save");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("alert", { name: "Not saved yet" })));
  });

  test("keeps a new record, which is in the list once after saving again", async () => {
    const northmere = await openRecord(undefined, {}, fullDevice().device);
    northmere.source.failNext("create", signInNeeded);
    type("Title", "Order spares");
    type("Owner", address);
    type("Due", "1 December 2026");
    await press("Add action");
    await screen.findByRole("alert", { name: "Not saved yet" });
    expect((field("Title") as HTMLInputElement).value).toBe("Order spares");
    await press("Add action");
    await waitFor(() => expect(northmere.closed).toHaveBeenCalledTimes(1));
    expect(northmere.lists.rows(place).map((row) => row.values["Title"])).toEqual(["Order spares"]);
  });

  test("asks before it is left", async () => {
    const northmere = await typing();
    northmere.source.failNext("update", signInNeeded);
    await press("Save");
    await screen.findByRole("alert", { name: "Not saved yet" });
    await press("Cancel");
    expect(screen.getByText("You have not saved your changes")).toBeTruthy();
    expect(northmere.closed).not.toHaveBeenCalled();
  });
});

test("while a change may have reached the register and lies nowhere else, the form says to keep it open, and closes by itself", async () => {
  const northmere = await typing();
  northmere.source.always = { fault: { kind: "unavailable" }, when: "after" };
  northmere.source.failNext("read", { kind: "unavailable" });
  await press("Save");
  await act(() => northmere.world.pass(0));
  expect(northmere.services.store.status().unkept).toBe(1);
  expect(screen.queryByRole("alert")).toBeNull();
  await act(() => northmere.world.pass(3_000));
  const message = await screen.findByRole("alert", { name: "Not saved yet" });
  expect(message.textContent).toContain("Keep this form open; it closes by itself when the change is in the register.");
  northmere.source.always = undefined;
  await act(() => northmere.services.store.retryUnsent());
  await waitFor(() => expect(northmere.closed).toHaveBeenCalledTimes(1));
  expect(northmere.lists.row(place, "1")?.values["Title"]).toBe("Order more spares");
});

test("with the device switched off, what it says is that nothing is kept here", async () => {
  const device = fullDevice().device;
  const northmere = await openRecord(
    order,
    { location: memoryLocation("register/Actions") },
    { ...device, disk: Promise.resolve({ ok: false, fault: { kind: "storageRefused" } }) },
  );
  northmere.source.failNext("update", signInNeeded);
  type("Title", "Order more spares");
  await press("Save");
  expect((await screen.findByRole("alert", { name: "Not saved yet" })).textContent).toContain("This device keeps nothing for this app");
});

describe("archiving and taking back that came to nothing", () => {
  test("an archive says that it did not happen, and can be tried again", async () => {
    const northmere = await openRecord(order, {}, fullDevice().device);
    northmere.source.failNext("update", signInNeeded);
    await press("Archive");
    expect(await screen.findByText(/^A-0001 is not archived/)).toBeTruthy();
    expect(screen.queryByText("A-0001 archived")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(northmere.lists.row(place, "1")?.values["Archived"]).toBe(true));
    expect(await screen.findByText("A-0001 archived")).toBeTruthy();
  });

  test("an undo says that it did not happen, and can be tried again", async () => {
    const northmere = await typing();
    await press("Save");
    const undo = await screen.findByRole("button", { name: "Undo" });
    northmere.source.failNext("update", signInNeeded);
    fireEvent.click(undo);
    expect(await screen.findByText(/^The undo did not happen/)).toBeTruthy();
    expect(northmere.lists.row(place, "1")?.values["Title"]).toBe("Order more spares");
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(northmere.lists.row(place, "1")?.values["Title"]).toBe("Order spares"));
  });
});
