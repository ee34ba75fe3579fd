/** @jest-environment jsdom */
import { act, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import type { ReactElement } from "react";
import { memoryLocation } from "../../../src/hosts";
import { ServicesProvider } from "../../../src/parts";
import { actions, type Values } from "../../../src/registers";
import { AppTheme, Notifier } from "../../../src/ui";
import { address, field, openRecord, order, Page, press, projects, type, type Opened } from "./record-page";
import { openNorthmere, placeOf } from "./services";

// No test here is about time: a busy machine takes seconds to draw a form of Fluent in jsdom.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });

describe("what is typed and not saved", () => {
  // Without layout Fluent does not see that its dialog has the focus, and hides it with the page.
  const question = (): HTMLElement => screen.getByRole("alertdialog", { hidden: true });
  const here = "register/Actions?open=Actions%2FA-0001";
  const view = "register/Actions?view=q%3Dspares&open=Actions%2FA-0001";

  async function typing(row: Values | undefined = order): Promise<Opened> {
    const northmere = await openRecord(row, { location: memoryLocation(here) });
    type("Title", "Order more spares");
    return northmere;
  }

  function answer(name: string): void {
    expect(within(question()).getByText("You have not saved your changes")).toBeTruthy();
    fireEvent.click(within(question()).getByText(name));
  }

  test.each([["Cancel"], ["Close"]])("%s asks first; staying keeps every word, and leaving closes once", async (button) => {
    const { closed } = await typing();
    await press(button);
    answer("Keep editing");
    expect((field("Title") as HTMLInputElement).value).toBe("Order more spares");
    expect(closed).not.toHaveBeenCalled();
    await press(button);
    answer("Close without saving");
    expect(closed).toHaveBeenCalledTimes(1);
  });

  test.each([["register/Actions?open=Actions%2FA-0002"], ["register/Actions"], ["raid"]])("going to %s asks first", async (target) => {
    const { services, closed } = await typing();
    act(() => services.location.go(target));
    expect(services.location.read()).toBe(here);
    answer("Keep editing");
    expect(services.location.read()).toBe(here);
    expect((field("Title") as HTMLInputElement).value).toBe("Order more spares");
    act(() => services.location.go(target));
    answer("Close without saving");
    expect(services.location.read()).toBe(target);
    expect(closed).not.toHaveBeenCalled();
  });

  test("a new record is asked about, too", async () => {
    const { services } = await typing(undefined);
    act(() => services.location.go("raid"));
    expect(question()).toBeTruthy();
  });

  test("the list may change its view beside the form, and an untouched form holds nothing", async () => {
    const { services } = await typing();
    act(() => services.location.replace(view));
    expect(services.location.read()).toBe(view);
    type("Title", "Order spares");
    act(() => services.location.go("raid"));
    expect(services.location.read()).toBe("raid");
  });

  test("archiving asks, because it closes the form", async () => {
    const { lists, closed } = await typing();
    await press("Archive");
    expect(lists.row(placeOf("Actions"), "1")?.values).not.toHaveProperty("Archived");
    await act(async () => {
      answer("Close without saving");
      await Promise.resolve();
    });
    await waitFor(() => expect(lists.row(placeOf("Actions"), "1")?.values["Archived"]).toBe(true));
    expect(closed).toHaveBeenCalledTimes(1);
  });

  test("what was saved holds nothing back, and leaving while it is on its way closes no other record", async () => {
    const northmere = await openNorthmere({ Actions: [order], Projects: projects }, { location: memoryLocation(here) });
    const closed = jest.fn();
    const shown = (isShown: boolean): ReactElement => (
      <AppTheme theme="default">
        <Notifier>
          <ServicesProvider value={northmere.services}>{isShown && <Page register={actions} id="1" onClose={closed} />}</ServicesProvider>
        </Notifier>
      </AppTheme>
    );
    const { rerender } = render(shown(true));
    await screen.findByRole("button", { name: "Save" });
    type("Title", "Order more spares");
    fireEvent.click(screen.getByRole("button", { name: "Save" }));
    act(() => northmere.services.location.go("raid"));
    rerender(shown(false));
    expect(northmere.services.location.read()).toBe("raid");
    await waitFor(() => expect(northmere.lists.row(placeOf("Actions"), "1")?.values["Title"]).toBe("Order more spares"));
    expect(closed).not.toHaveBeenCalled();
  });

  test("a decision about another change to the record waits until the form is done", async () => {
    const northmere = await typing();
    await act(async () => {
      northmere.lists.edit(placeOf("Actions"), "1", { DueDate: "2027-01-15" }, "tom");
      const seen = { values: { ...order, DueDate: "2026-12-01" }, etag: '"1,1"' };
      await northmere.services.store.change([{ ...placeOf("Actions"), kind: "update", id: "1", changes: { DueDate: "2026-12-24" }, seen }], "action");
    });
    expect(northmere.services.store.decisions()).toHaveLength(1);
    expect((field("Title") as HTMLInputElement).value).toBe("Order more spares");
    expect(screen.getByText("Another change to this record needs your decision")).toBeTruthy();
    type("Title", "Order spares");
    await screen.findByText("Needs your decision");
  });
});

describe("a new record that is refused", () => {
  async function refused(): Promise<Opened> {
    const northmere = await openRecord(undefined);
    northmere.source.failNext("create", { kind: "forbidden" });
    type("Title", "Order spares");
    type("Owner", address);
    type("Due", "1 December 2026");
    await press("Add action");
    await screen.findByText("SharePoint does not let you change this register.");
    return northmere;
  }

  test("says why, shows what was typed, and is in the list once after trying again", async () => {
    const northmere = await refused();
    expect(screen.getByRole("region", { name: "What you entered" }).textContent).toContain("Order spares");
    await press("Try again");
    await waitFor(() => expect(northmere.closed).toHaveBeenCalledTimes(1));
    expect(northmere.lists.rows(placeOf("Actions")).map((row) => row.values["Title"])).toEqual(["Order spares"]);
  });

  test("closes when it is dropped", async () => {
    const northmere = await refused();
    await press("Drop my change");
    await waitFor(() => expect(northmere.closed).toHaveBeenCalledTimes(1));
    expect(northmere.lists.rows(placeOf("Actions"))).toEqual([]);
    expect(northmere.services.store.decisions()).toEqual([]);
  });
});
