/** @jest-environment jsdom */
import { act, configure, fireEvent, render, screen } from "@testing-library/react";
import { DeviceNotices, ServicesProvider, stopNewEdits, type KeptHere } from "../../../src/parts";
import { stopAfterMs, warnAfterMs } from "../../../src/parts/saving/old-changes";
import { actions } from "../../../src/registers";
import { AppTheme, LiveAnnouncer, Notifier } from "../../../src/ui";
import { agedStore, type AgedStore } from "./aged-store";
import { order, Page, press, projects, type } from "./record-page";
import { keptSealed, openNorthmere, placeOf, type Northmere } from "./services";

// No test here is about time: a busy machine takes seconds to draw Fluent in jsdom.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });

const onMore = jest.fn();

type Shown = Northmere & { readonly oldest: AgedStore["oldest"] };

async function show(kept: Partial<KeptHere> = {}): Promise<Shown> {
  const northmere = await openNorthmere({ Actions: [order], Projects: projects }, { device: { keptHere: () => Promise.resolve({ ...keptSealed, ...kept }) } });
  const { store, oldest } = agedStore(northmere.services.store, undefined);
  const services = { ...northmere.services, store: stopNewEdits(store, northmere.world) };
  render(
    <AppTheme theme="default">
      <LiveAnnouncer>
        <Notifier>
          <ServicesProvider value={services}>
            <DeviceNotices onMore={onMore} />
            <Page register={actions} id="1" onClose={() => undefined} />
          </ServicesProvider>
        </Notifier>
      </LiveAnnouncer>
    </AppTheme>,
  );
  await screen.findByRole("button", { name: "Save" });
  return { ...northmere, services, oldest };
}

/** A change that does not get through and was made so long ago. */
async function waits(shown: Shown, ageMs: number): Promise<void> {
  const { source, services, world, oldest } = shown;
  source.always = { fault: { kind: "offline" }, when: "before" };
  await act(async () => {
    const place = placeOf("Actions");
    void services.store.change(
      [{ ...place, kind: "update", id: "1", changes: { Description: "old" }, seen: services.store.seen(place, "1") ?? { values: {} } }],
      "action",
    );
    oldest.atMs = world.nowMs() - ageMs;
    await world.pass(0);
  });
}

const title = (): string => screen.queryByText(/wait(s|ed)? since/)?.textContent ?? "";

test("a change that waits says nothing for an hour, then what waits, since when and what to do, and may be dismissed", async () => {
  const shown = await show();
  await waits(shown, 0);
  expect(title()).toBe("");
  await act(() => shown.world.pass(warnAfterMs));
  expect(title()).toMatch(/^1 change has waited since \d+ \w+ \d{4}, \d\d:\d\d$/);
  expect(screen.getByText(/it is safe on this device\. Others do not see this yet\./)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Dismiss" }));
  expect(title()).toBe("");
});

test("after 72 hours a form keeps every word, says why nothing new is saved, and saves once the old change is in the register", async () => {
  const shown = await show();
  await waits(shown, stopAfterMs);
  expect(title()).toMatch(/^New changes are stopped: 1 change has waited since/);
  expect(screen.queryByRole("button", { name: "Dismiss" })).toBeNull();
  type("Title", "Order more spares");
  await press("Save");
  const message = await screen.findByRole("alert", { name: "Not saved yet" });
  expect(message.textContent).toMatch(/New changes are stopped, because older ones wait since .*\. Send those first\./);
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: /^Title/ }).value).toBe("Order more spares");
  shown.source.always = undefined;
  await act(async () => {
    fireEvent.click(screen.getByRole("button", { name: "Send now" }));
    await shown.world.pass(0);
  });
  shown.oldest.atMs = undefined;
  await press("Save");
  await act(() => shown.world.pass(0));
  expect(shown.lists.row(placeOf("Actions"), "1")?.values).toMatchObject({ Title: "Order more spares", Description: "old" });
});

test("changes of an earlier time that cannot be opened today are counted, with the way to more", async () => {
  await show({ waitingUnsent: 2 });
  expect(await screen.findByText("Up to 2 changes from an earlier time wait on this device")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "More about this device" }));
  expect(onMore).toHaveBeenCalledTimes(1);
});

test("changes whose key is gone are said until they are dismissed", async () => {
  await show({ lostUnsent: 1 });
  expect(await screen.findByText("Up to 1 change on this device cannot be opened again")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Dismiss" }));
  expect(screen.queryByText(/cannot be opened again/)).toBeNull();
});
