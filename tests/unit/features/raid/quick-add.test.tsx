/** @jest-environment jsdom */
import { act, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { QuickAdd } from "../../../../src/features/raid/quick-add";
import { HeldEdits, ServicesProvider } from "../../../../src/parts";
import type { StoreDevice } from "../../../../src/store";
import { AppTheme, LiveAnnouncer, Notifier } from "../../../../src/ui";
import { fullDevice } from "../../parts/full-device";
import { openNorthmere, placeOf, type Northmere } from "../../parts/services";

// No test here is about time: a busy machine takes seconds to draw Fluent in jsdom.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });

const place = placeOf("Actions");

interface Line extends Northmere {
  /** Lets what was added reach the store. */
  readonly let: () => Promise<void>;
}

/** The line for actions of one project, over a store that is slow to take anything. */
async function open(device?: StoreDevice): Promise<Line> {
  const northmere = await openNorthmere({ Actions: [], Projects: [{ Ref: "P-0001", Title: "Blood tracking" }] }, {}, device);
  const { store } = northmere.services;
  const waiting: (() => void)[] = [];
  const slow = {
    ...store,
    change: async (...asked: Parameters<typeof store.change>) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return store.change(...asked);
    },
  };
  render(
    <AppTheme theme="default">
      <LiveAnnouncer>
        <Notifier>
          <ServicesProvider value={{ ...northmere.services, store: slow }}>
            <HeldEdits>
              <QuickAdd projectRef="P-0001" />
            </HeldEdits>
          </ServicesProvider>
        </Notifier>
      </LiveAnnouncer>
    </AppTheme>,
  );
  fireEvent.change(field("Kind"), { target: { value: "Actions" } });
  type("Order spares");
  fireEvent.change(field("Owner"), { target: { value: "asha.patel@northmere.example" } });
  fireEvent.change(field("Due"), { target: { value: "1 December 2026" } });
  const letGo = async (): Promise<void> => {
    await act(async () => {
      for (const go of waiting.splice(0)) go();
      await northmere.world.pass(0);
    });
  };
  return { ...northmere, let: letGo };
}

function field(label: string): HTMLInputElement | HTMLSelectElement {
  return screen.getByLabelText(new RegExp(`^${label}`), { selector: "input, select" });
}

const headline = (): HTMLInputElement => field("What needs doing") as HTMLInputElement;

function type(text: string): void {
  fireEvent.change(headline(), { target: { value: text } });
}

/** Enter in the line. */
function add(): void {
  act(() => headline().focus());
  fireEvent.submit(screen.getByRole("form", { name: "Add something" }));
}

function titles({ lists }: Northmere): readonly unknown[] {
  return lists.rows(place).map((row) => row.values["Title"]);
}

describe("what was added from the line", () => {
  test("stays in it until the store has it; the next one is typed over it", async () => {
    const line = await open();
    add();
    expect(headline().value).toBe("Order spares");
    expect(screen.getByRole("button", { name: "Adding …" })).toBeTruthy();
    expect(document.activeElement).toBe(headline());
    expect([headline().selectionStart, headline().selectionEnd]).toEqual([0, "Order spares".length]);
    await line.let();
    await waitFor(() => expect(headline().value).toBe(""));
    expect(field("Owner").value).toBe("");
    expect(titles(line)).toEqual(["Order spares"]);
    expect(screen.getByRole("button", { name: "Add" })).toBeTruthy();
  });

  test("is one record however often Add is pressed", async () => {
    const line = await open();
    add();
    add();
    await line.let();
    await waitFor(() => expect(headline().value).toBe(""));
    expect(titles(line)).toEqual(["Order spares"]);
  });

  test("does not take with it what was typed meanwhile", async () => {
    const line = await open();
    add();
    type("Train porters");
    await line.let();
    await waitFor(() => expect(field("Owner").value).toBe(""));
    expect(headline().value).toBe("Train porters");
    expect(titles(line)).toEqual(["Order spares"]);
  });

  test("may be followed by the next before it has arrived", async () => {
    const line = await open();
    add();
    type("Train porters");
    add();
    await line.let();
    await waitFor(() => expect(headline().value).toBe(""));
    expect(titles(line)).toEqual(["Order spares", "Train porters"]);
  });

  test("leaves the line when it is kept on the device", async () => {
    const line = await open();
    line.source.failNext("create", { kind: "offline" });
    add();
    await line.let();
    await waitFor(() => expect(headline().value).toBe(""));
    expect(await screen.findByText(/saved on this device and goes to the register when the network returns/)).toBeTruthy();
  });
});

describe("what SharePoint refuses", () => {
  test("stays in the line with the reason, and is added once when it is added again", async () => {
    const line = await open();
    line.source.failNext("create", { kind: "forbidden" });
    add();
    await line.let();
    const summary = await screen.findByRole("alert", { name: "There is a problem" });
    expect(within(summary).getByRole("link").textContent).toMatch(/^SharePoint does not let you change this register\./);
    expect([headline().value, field("Owner").value, field("Due").value]).toEqual(["Order spares", "asha.patel@northmere.example", "1 December 2026"]);
    expect(line.services.store.decisions()).toEqual([]);
    expect(line.services.store.rows(place)).toEqual([]);
    add();
    await line.let();
    await waitFor(() => expect(titles(line)).toEqual(["Order spares"]));
  });

  test("is kept for a decision when the line holds something else by then", async () => {
    const line = await open();
    line.source.failNext("create", { kind: "forbidden" });
    add();
    type("Train porters");
    await line.let();
    expect(await screen.findByText(/What you entered is kept and needs your decision/)).toBeTruthy();
    expect(headline().value).toBe("Train porters");
    expect(line.services.store.decisions().map(({ edit }) => edit.changes["Title"])).toEqual(["Order spares"]);
  });
});

describe("what neither the device nor SharePoint takes", () => {
  test("stays in the line with the reason, and is added once when it is added again", async () => {
    const line = await open(fullDevice().device);
    line.source.failNext("create", { kind: "signInNeeded" });
    add();
    await line.let();
    const message = await screen.findByRole("alert", { name: "Not saved yet" });
    expect(message.textContent).toMatch(/has no room to keep your change and the register did not answer\. Everything you typed is still here\./);
    expect(document.activeElement).toBe(message);
    expect([headline().value, field("Owner").value, field("Due").value]).toEqual(["Order spares", "asha.patel@northmere.example", "1 December 2026"]);
    expect(line.services.store.rows(place)).toEqual([]);
    add();
    expect(screen.queryByText("Not saved yet")).toBeNull();
    await line.let();
    await waitFor(() => expect(titles(line)).toEqual(["Order spares"]));
    await waitFor(() => expect(headline().value).toBe(""));
  });

  test("is held above the page when the line holds something else by then, and can be tried again", async () => {
    const line = await open(fullDevice().device);
    line.source.failNext("create", { kind: "signInNeeded" });
    add();
    type("Train porters");
    await line.let();
    expect(await screen.findByText("1 change is not saved yet")).toBeTruthy();
    expect(screen.getByRole("list", { name: "Changes that are not saved yet" }).textContent).toContain("Title: Order spares");
    expect(headline().value).toBe("Train porters");
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    await line.let();
    await waitFor(() => expect(titles(line)).toEqual(["Order spares"]));
    await waitFor(() => expect(screen.queryByText("1 change is not saved yet")).toBeNull());
    expect(headline().value).toBe("Train porters");
  });
});

test("a line that cannot be read keeps every word", async () => {
  await open();
  fireEvent.change(field("Due"), { target: { value: "31 February 2027" } });
  add();
  expect(screen.getByRole("alert", { name: "There is a problem" })).toBeTruthy();
  expect([headline().value, field("Due").value]).toEqual(["Order spares", "31 February 2027"]);
});
