/** @jest-environment jsdom */
import { act, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { DiagnosticsPage } from "../../../../src/features/diagnostics";
import { HeldEdits, ServicesProvider, type ConsentService, type KeptHere, type Services } from "../../../../src/parts";
import { AppTheme, LiveAnnouncer, Notifier } from "../../../../src/ui";
import { order } from "../../parts/record-page";
import { keptSealed, openNorthmere, placeOf, type Northmere } from "../../parts/services";
import type { Mishap } from "../../store/memory-source";

// No test here is about time: a busy machine takes seconds to draw Fluent in jsdom.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });

const place = placeOf("Actions");
const offline: Mishap = { fault: { kind: "offline" }, when: "before" };

interface Shown extends Northmere {
  readonly kept: { now: KeptHere };
  readonly cleared: jest.Mock;
  readonly copied: string[];
}

async function show(first: Partial<KeptHere> = {}, consent?: ConsentService): Promise<Shown> {
  const cleared = jest.fn<Promise<{ ok: true; value: undefined }>, []>(() => Promise.resolve({ ok: true, value: undefined }));
  const kept: Shown["kept"] = { now: { ...keptSealed, signOutAndClear: cleared, ...first } };
  const copied: string[] = [];
  const more: Partial<Services> = {
    device: { keptHere: () => Promise.resolve(kept.now) },
    links: {
      toPage: (fragment) => fragment,
      toRecord: () => ({ teams: "", browser: "" }),
      open: () => Promise.reject(new Error("no link is opened here")),
      copy: (text) => {
        copied.push(text);
        return Promise.resolve({ ok: true, value: undefined });
      },
    },
    ...(consent === undefined ? {} : { consent }),
  };
  const northmere = await openNorthmere({ Actions: [order] }, more);
  render(
    <AppTheme theme="default">
      <LiveAnnouncer>
        <Notifier>
          <ServicesProvider value={northmere.services}>
            <HeldEdits>
              <DiagnosticsPage />
            </HeldEdits>
          </ServicesProvider>
        </Notifier>
      </LiveAnnouncer>
    </AppTheme>,
  );
  await screen.findByRole("button", { name: "Sign out and clear this device" });
  return { ...northmere, kept, cleared, copied };
}

async function press(name: string | RegExp): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByRole("button", { name }));
    await Promise.resolve();
  });
}

/** One change that does not get through. */
async function changeOffline({ services, source, world }: Northmere, title: string): Promise<void> {
  source.always = offline;
  await act(async () => {
    const seen = services.store.seen(place, "1") ?? { values: {} };
    void services.store.change([{ ...place, kind: "update", id: "1", changes: { Title: title }, seen }], "action");
    await world.pass(0);
  });
}

async function ask(): Promise<HTMLElement> {
  await press("Sign out and clear this device");
  const dialog = await screen.findByRole("alertdialog", { name: "Sign out and clear this device?" });
  await waitFor(() => expect(dialog.textContent).not.toContain("Counting"));
  return dialog;
}

const valueOf = (name: string): string =>
  within(within(screen.getByRole("table", { name: "This device" })).getByRole("row", { name: new RegExp(`^${name}`) })).getByRole("cell").textContent;

describe("what this device keeps", () => {
  test("stands with its reason, its limits and the number of changes that wait, and is copied with the rest", async () => {
    const shown = await show({ waitingUnsent: 2 });
    expect(valueOf("Kept here")).toBe("Your registers and unsent changes, sealed with your own key");
    expect(valueOf("Changes that wait here")).toBe("2");
    expect(valueOf("Of these, from earlier and not opened")).toBe("Up to 2");
    await changeOffline(shown, "Order more spares");
    expect(valueOf("Changes that wait here")).toBe("3");
    expect(screen.getByText(/^Without a network this page opens with no rows/)).toBeTruthy();
    expect(screen.getByText(/^If you delete this app's folder in OneDrive, changes that wait here are lost/)).toBeTruthy();
    await press("Copy as text");
    expect(shown.copied[0]).toContain("Changes that wait here: 3");
  });

  test("an organisation's choice of less is said as such, and nothing is asked for", async () => {
    await show({ mode: "memory", wanted: "memory" });
    expect(valueOf("Kept here")).toBe("Only changes that are not sent yet, until they are");
    expect(valueOf("Reason")).toBe("Your organisation chose this");
    expect(screen.queryByRole("button", { name: "Allow" })).toBeNull();
  });

  test("a person who was not asked for the key file may allow it, and opens the page again when they like", async () => {
    const openAnew = jest.fn();
    const asked: string[] = [];
    const consent: ConsentService = {
      ask: (purpose) => {
        asked.push(purpose);
        return Promise.resolve({ ok: true, value: undefined });
      },
      heldUp: () => undefined,
      subscribe: () => () => undefined,
    };
    await show({ mode: "memory", because: { kind: "signInNeeded" }, openAnew }, consent);
    expect(valueOf("Reason")).toBe("You have not been asked for a key file in your OneDrive yet");
    expect(screen.getByText(/^Keep a sealed copy on this device, so that the register opens at once/)).toBeTruthy();
    await press("Allow");
    expect(asked).toEqual(["keepOnDevice"]);
    expect(openAnew).not.toHaveBeenCalled();
    await press("Open it again now");
    expect(openAnew).toHaveBeenCalledTimes(1);
  });

  test("changes whose key is gone are said calmly with the way back, and go only when they are let go", async () => {
    const forgetLost = jest.fn<Promise<{ ok: true; value: undefined }>, []>(() => Promise.resolve({ ok: true, value: undefined }));
    const shown = await show({ lostUnsent: 1, forgetLost });
    expect(screen.getByText("Up to 1 change on this device cannot be opened again")).toBeTruthy();
    expect(screen.getByText(/^The key file in your OneDrive was deleted or replaced. Restore the folder from the recycle bin/)).toBeTruthy();
    await press("Let them go");
    const question = await screen.findByRole("alertdialog", { name: "Let these changes go?" });
    fireEvent.click(within(question).getByRole("button", { name: "Keep them" }));
    expect(forgetLost).not.toHaveBeenCalled();
    await press("Let them go");
    shown.kept.now = keptSealed;
    await act(async () => {
      fireEvent.click(within(await screen.findByRole("alertdialog")).getByRole("button", { name: "Let them go" }));
      await Promise.resolve();
    });
    expect(forgetLost).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(screen.queryByText(/cannot be opened again$/, { selector: "div *" })?.textContent).not.toMatch(/^Up to/));
  });
});

describe("signing out and clearing this device", () => {
  test("says that nothing is lost when nothing waits, and clears when it is chosen", async () => {
    const shown = await show();
    const dialog = await ask();
    expect(dialog.textContent).toContain("Everything you changed is in the register. Nothing is lost.");
    await press("Sign out and clear");
    expect(shown.cleared).toHaveBeenCalledTimes(1);
  });

  test("names what waits, sends it first, and asks again before it clears", async () => {
    const shown = await show();
    await changeOffline(shown, "Order more spares");
    shown.kept.now = { ...shown.kept.now, unsentHere: 1 };
    const dialog = await ask();
    expect(dialog.textContent).toContain("1 change on this device is not in the register yet.");
    shown.source.always = undefined;
    shown.kept.now = { ...shown.kept.now, unsentHere: 0 };
    await press("Send them first");
    await waitFor(() => expect(dialog.textContent).toContain("Everything you changed is in the register."));
    expect(shown.lists.row(place, "1")?.values["Title"]).toBe("Order more spares");
    expect(shown.cleared).not.toHaveBeenCalled();
  });

  test("drops what cannot be sent only by the choice that names the number", async () => {
    const shown = await show();
    await changeOffline(shown, "Order more spares");
    shown.kept.now = { ...shown.kept.now, unsentHere: 1 };
    const dialog = await ask();
    await press("Send them first");
    await waitFor(() => expect(dialog.textContent).toContain("Not all of them could be sent. Nothing was cleared."));
    expect(shown.cleared).not.toHaveBeenCalled();
    await press("Clear anyway and lose 1 change");
    expect(shown.cleared).toHaveBeenCalledTimes(1);
  });

  test("counts what another tab and an earlier time left, at most", async () => {
    await show({ unsentHere: 3, waitingUnsent: 3 });
    const dialog = await ask();
    expect(dialog.textContent).toContain("Up to 3 changes on this device are not in the register yet.");
    expect(dialog.textContent).toContain("Only that page, or the key of that time, can send them.");
    expect(within(dialog).getByRole("button", { name: "Clear anyway and lose up to 3 changes" })).toBeTruthy();
  });

  test("leads to what needs a decision, which sending cannot bring home", async () => {
    const shown = await show();
    shown.source.failNext("update", { kind: "forbidden" });
    await act(async () => {
      const seen = shown.services.store.seen(place, "1") ?? { values: {} };
      void shown.services.store.change([{ ...place, kind: "update", id: "1", changes: { Title: "Order none" }, seen }], "action");
      await shown.world.pass(0);
    });
    shown.kept.now = { ...shown.kept.now, unsentHere: 1 };
    const dialog = await ask();
    expect(dialog.textContent).toContain("1 of them needs your decision and cannot be sent before.");
    await press("Decide first");
    expect(shown.services.location.read()).toBe("decisions");
    expect(shown.cleared).not.toHaveBeenCalled();
  });

  test("says so where the device refuses, and stays", async () => {
    const shown = await show({ signOutAndClear: () => Promise.resolve({ ok: false, fault: { kind: "storageRefused" } }) });
    const dialog = await ask();
    await press("Sign out and clear");
    expect(dialog.textContent).toContain("This device could not be cleared. Close the app's other pages, then try again.");
    expect(shown.services.location.read()).toBe("register/Actions");
  });
});
