/** @jest-environment jsdom */
import { act, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { Shell } from "../../../../src/features/shell";
import { memoryLocation } from "../../../../src/hosts";
import { ServicesProvider, type LocationService } from "../../../../src/parts";
import type { Fault } from "../../../../src/kernel";
import { actions } from "../../../../src/registers";
import type { StoreDevice } from "../../../../src/store";
import { AppTheme, LiveAnnouncer, Notifier } from "../../../../src/ui";
import { fullDevice } from "../../parts/full-device";
import { order, Page, press, projects, type } from "../../parts/record-page";
import { openNorthmere, placeOf, type Northmere } from "../../parts/services";
import type { Mishap } from "../../store/memory-source";
import { MishapDisk } from "../../store/mishap-disk";
import { OneDevice } from "../../store/one-device";

// No test here is about time: a busy machine takes seconds to draw Fluent in jsdom.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });

const place = placeOf("Actions");
const offline: Mishap = { fault: { kind: "offline" }, when: "before" };
const lostAnswer: Mishap = { fault: { kind: "unavailable" }, when: "after" };

interface Opened extends Northmere {
  /** Guards that make the browser ask before the page closes. */
  readonly guards: Set<unknown>;
}

async function open(device?: StoreDevice): Promise<Opened> {
  const guards = new Set<unknown>();
  const location: LocationService = {
    ...memoryLocation("raid"),
    guard: (guard) => {
      guards.add(guard);
      return () => guards.delete(guard);
    },
  };
  const northmere = await openNorthmere({ Actions: [order], Projects: projects }, { location }, device);
  render(
    <AppTheme theme="default">
      <LiveAnnouncer>
        <Notifier>
          <ServicesProvider value={northmere.services}>
            <Shell page={{ kind: "raid" }}>
              <Page register={actions} id="1" onClose={() => undefined} />
            </Shell>
          </ServicesProvider>
        </Notifier>
      </LiveAnnouncer>
    </AppTheme>,
  );
  return { ...northmere, guards };
}

/** What stands at the one place where the state of saving is. */
function state(): HTMLElement {
  const [found] = screen.getAllByRole("status").filter((region) => region.getAttribute("aria-live") === "off");
  if (found === undefined) throw new Error("no state of saving");
  return found;
}

/** What a screen reader is told. */
function announced(): string {
  return screen
    .getAllByRole("status")
    .filter((region) => region.getAttribute("aria-live") === "polite")
    .map((region) => region.textContent)
    .join("");
}

async function change({ services, world }: Northmere, title: string): Promise<void> {
  await act(async () => {
    const row = services.store.rows(place)[0]!;
    const seen = { values: row.values, ...(row.etag === undefined ? {} : { etag: row.etag }) };
    void services.store.change([{ ...place, kind: "update", id: row.id, changes: { Title: title }, seen }], "action");
    await world.pass(0);
  });
}

async function pass({ world }: Northmere, durationMs: number): Promise<void> {
  await act(() => world.pass(durationMs));
}

describe("the state of saving", () => {
  test("says that all changes are in the register, and tells nobody of a save that went through at once", async () => {
    const northmere = await open();
    expect(state().textContent).toBe("All changes are in the register");
    await change(northmere, "Order more spares");
    expect(state().textContent).toBe("All changes are in the register");
    expect(announced()).toBe("");
    expect(northmere.guards.size).toBe(0);
  });

  test("does not say so before it is known what an earlier page left on this device", async () => {
    const page = new OneDevice().page("a page");
    let openDisk: () => void = () => undefined;
    const opening = new Promise<void>((resolve) => {
      openDisk = resolve;
    });
    const northmere = await open({ ...page, disk: opening.then(() => page.disk) });
    expect(state().textContent).toBe("Checking what waits on this device");
    openDisk();
    await pass(northmere, 0);
    expect(state().textContent).toBe("All changes are in the register");
    expect(announced()).toBe("");
  });

  test("without a network: sending, then saved on this device, told once however many follow, and told again when all is home", async () => {
    const northmere = await open();
    northmere.source.always = offline;
    await change(northmere, "Order more spares");
    expect(state().textContent).toBe("Sending 1 change");
    expect(announced()).toBe("");
    await pass(northmere, 3_000);
    expect(state().textContent).toBe("1 change saved on this device No connection");
    expect(announced()).toBe("No connection. 1 change saved on this device");
    await change(northmere, "Order twelve spares");
    await pass(northmere, 3_000);
    expect(state().textContent).toBe("2 changes saved on this device No connection");
    expect(announced()).toBe("No connection. 1 change saved on this device");
    northmere.source.always = undefined;
    await act(() => northmere.services.store.retryUnsent());
    expect(state().textContent).toBe("All changes are in the register");
    expect(announced()).toBe("All changes are in the register");
  });

  test.each<readonly [Fault, string]>([
    [{ kind: "throttled", retryAtMs: Date.UTC(2026, 10, 24, 14, 5) }, "Waiting for SharePoint until 14:05"],
    [{ kind: "signInNeeded" }, "Sign in to send"],
    [{ kind: "unavailable" }, "Waiting for SharePoint"],
  ])("says what a change waits for: %j", async (fault, words) => {
    const northmere = await open();
    northmere.source.always = { fault, when: "before" };
    await change(northmere, "Order more spares");
    await pass(northmere, 3_000);
    expect(within(state()).getByRole("button", { name: `1 change saved on this device ${words}` })).toBeTruthy();
  });

  test("lets a page close whose changes lie on the device", async () => {
    const northmere = await open();
    northmere.source.always = offline;
    await change(northmere, "Order more spares");
    await pass(northmere, 3_000);
    expect(northmere.guards.size).toBe(0);
  });

  test("says that a change is not saved where this page holds the only copy, and has the browser ask before it closes", async () => {
    const northmere = await open(fullDevice().device);
    northmere.source.always = lostAnswer;
    northmere.source.failNext("read", lostAnswer.fault);
    await change(northmere, "Order more spares");
    expect(northmere.guards.size).toBe(1);
    await pass(northmere, 3_000);
    expect(state().textContent).toBe("1 change is not saved yet. Keep this tab open. Waiting for SharePoint");
    expect(announced()).toBe("Waiting for SharePoint. 1 change is not saved yet. Keep this tab open.");
    northmere.source.always = undefined;
    await act(() => northmere.services.store.retryUnsent());
    expect(state().textContent).toBe("All changes are in the register");
    expect(northmere.guards.size).toBe(0);
  });

  test("never says that all is in the register while a form holds a change that was kept nowhere", async () => {
    const northmere = await open(fullDevice().device);
    await screen.findByRole("button", { name: "Save" });
    northmere.source.failNext("update", { kind: "signInNeeded" });
    type("Title", "Order more spares");
    await press("Save");
    await screen.findByRole("alert", { name: "Not saved yet" });
    expect(northmere.services.store.status()).toMatchObject({ unsent: 0, unkept: 0 });
    expect(state().textContent).toBe("1 change is not saved yet. Keep this tab open.");
    expect(northmere.guards.size).toBeGreaterThan(0);
    await press("Save");
    await waitFor(() => expect(state().textContent).toBe("All changes are in the register"));
  });

  test("leads to what needs a decision, beside what waits", async () => {
    const northmere = await open();
    northmere.source.failNext("update", { kind: "forbidden" });
    await change(northmere, "Order more spares");
    expect(announced()).toBe("1 needs your decision");
    expect(state().textContent).toBe("1 needs your decision");
    northmere.source.always = offline;
    await change(northmere, "Order twelve spares");
    await pass(northmere, 3_000);
    expect(state().textContent).toBe("1 needs your decision1 change saved on this device No connection");
    fireEvent.click(within(state()).getByRole("link"));
    expect(northmere.services.location.read()).toBe("decisions");
  });
});

describe("its depth", () => {
  async function openDepth(): Promise<HTMLElement> {
    fireEvent.click(within(state()).getByRole("button"));
    return screen.findByRole("region", { name: "Where your changes are" });
  }

  test("says what happens to what waits, and that the tab may be closed; Escape gives the focus back", async () => {
    const northmere = await open();
    northmere.source.always = offline;
    await change(northmere, "Order more spares");
    const depth = await openDepth();
    expect(document.activeElement).toBe(depth);
    expect(depth.textContent).toContain(
      "There is no connection to SharePoint.1 change is saved on this device. It is sent when the network returns. You can close this tab",
    );
    expect(depth.textContent).toContain("Teams, Excel and the browser each keep their own.");
    fireEvent.keyDown(depth, { key: "Escape" });
    expect(screen.queryByRole("region", { name: "Where your changes are" })).toBeNull();
    expect(document.activeElement).toBe(within(state()).getByRole("button"));
  });

  test("sends what waits when it is asked to", async () => {
    const northmere = await open();
    northmere.source.always = offline;
    await change(northmere, "Order more spares");
    northmere.source.always = undefined;
    await openDepth();
    fireEvent.click(screen.getByRole("button", { name: "Send now" }));
    await waitFor(() => expect(northmere.lists.row(place, "1")?.values["Title"]).toBe("Order more spares"));
  });

  test("offers no sending before the moment that SharePoint has named", async () => {
    const northmere = await open();
    northmere.source.always = { fault: { kind: "throttled", retryAtMs: Date.UTC(2026, 10, 24, 14, 5) }, when: "before" };
    await change(northmere, "Order more spares");
    const depth = await openDepth();
    expect(depth.textContent).toContain("SharePoint asked us to wait until 14:05.1 change is saved on this device. It is sent then.");
    expect(within(depth).queryByRole("button", { name: "Send now" })).toBeNull();
  });

  test("says that this device keeps nothing, calmly, before anything is lost", async () => {
    await open({ ...new OneDevice().page("a page"), disk: Promise.resolve({ ok: false, fault: { kind: "storageRefused" } }) });
    const depth = await openDepth();
    expect(depth.textContent).toContain("This device keeps nothing: keep the tab open until your changes are in the register.");
    expect(depth.textContent).not.toContain("in this browser only");
  });

  test("counts what another tab is sending", async () => {
    const one = new OneDevice();
    const northmere = await open(one.page("this page"));
    const other = await openNorthmere({ Actions: [order] }, {}, one.page("the other page"));
    other.source.always = offline;
    await change(other, "Order more spares");
    await pass(northmere, 0);
    const depth = await openDepth();
    expect(depth.textContent).toContain("1 change is being sent by another tab.");
  });
});

test("changes that the browser threw away are said until the notice is dismissed", async () => {
  const one = new OneDevice();
  const disk = new MishapDisk(one.memory.open(), () => undefined);
  const before = await openNorthmere({ Actions: [order] }, {}, one.page("a page that died", disk));
  before.source.always = offline;
  await change(before, "Order more spares");
  one.close("a page that died");
  disk.die();
  one.memory.evict();
  await open(one.page("this page"));
  await screen.findByText("This browser removed 1 change that had not reached the register");
  fireEvent.click(screen.getByRole("button", { name: "Dismiss" }));
  expect(screen.queryByText(/^This browser removed/)).toBeNull();
});
