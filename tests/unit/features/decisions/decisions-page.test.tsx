/** @jest-environment jsdom */
import { act, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { DecisionsPage } from "../../../../src/features/decisions";
import { HeldEdits, ServicesProvider } from "../../../../src/parts";
import type { Changes, Edit } from "../../../../src/registers";
import type { StoreDevice } from "../../../../src/store";
import { AppTheme, LiveAnnouncer, Notifier } from "../../../../src/ui";
import { fullDevice } from "../../parts/full-device";
import { order, projects } from "../../parts/record-page";
import { openNorthmere, placeOf, type Northmere } from "../../parts/services";
import { OneDevice } from "../../store/one-device";

// No test here is about time: a busy machine takes seconds to draw Fluent in jsdom.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });

const place = placeOf("Actions");
const rows = { Actions: [order, { ...order, Ref: "A-0002", Title: "Train porters" }], Projects: projects };

async function open(device?: StoreDevice): Promise<Northmere> {
  const northmere = await openNorthmere(rows, {}, device);
  render(
    <AppTheme theme="default">
      <LiveAnnouncer>
        <Notifier>
          <ServicesProvider value={northmere.services}>
            <HeldEdits>
              <DecisionsPage />
            </HeldEdits>
          </ServicesProvider>
        </Notifier>
      </LiveAnnouncer>
    </AppTheme>,
  );
  return northmere;
}

async function change({ services, world }: Northmere, id: string, changes: Changes): Promise<void> {
  await act(async () => {
    const seen = services.store.seen(place, id)!;
    void services.store.change([{ ...place, kind: "update", id, changes, seen }], "action");
    await world.pass(0);
  });
}

/** Somebody else was faster with the same field. */
async function conflict(northmere: Northmere, id: string, changes: Changes): Promise<void> {
  northmere.lists.edit(place, id, { Title: "Borrow spares" }, "tom");
  await change(northmere, id, changes);
}

async function refused(northmere: Northmere, id: string, kind: "forbidden" | "notFound"): Promise<void> {
  northmere.source.failNext("update", { kind });
  await change(northmere, id, { Title: "Order more spares" });
}

const waiting = (name: string): HTMLElement => {
  const item = screen.getByRole("heading", { name: new RegExp(`^${name}`), level: 2 }).closest("li");
  if (item === null) throw new Error(`no decision about ${name}`);
  return item;
};

async function press(name: string, within_: HTMLElement = document.body): Promise<void> {
  const button = within(within_).getByRole("button", { name });
  await act(async () => {
    button.focus();
    fireEvent.click(button);
    await Promise.resolve();
  });
}

const title = ({ lists }: Northmere, id = "1"): unknown => lists.row(place, id)?.values["Title"];

describe("a field that two people changed", () => {
  test("says which record, since when it waits, what else is in the change, and asks for each field", async () => {
    const northmere = await open();
    await conflict(northmere, "1", { Title: "Order more spares", DueDate: "2026-12-24" });
    const item = waiting("A-0001 · Borrow spares");
    expect(item.textContent).toContain("Action, waiting since 24 November 2026");
    expect(within(item).getByRole("region", { name: "Also in this change" }).textContent).toContain("24 December 2026");
    expect(within(within(item).getByRole("group", { name: "Title" })).getAllByRole("radio")).toHaveLength(3);
  });

  test("can be written anew instead of choosing a side", async () => {
    const northmere = await open();
    await conflict(northmere, "1", { Title: "Order more spares" });
    fireEvent.click(screen.getByRole("radio", { name: "Write something else for Title" }));
    const written = await screen.findByRole("textbox", { name: /^Title/ });
    expect((written as HTMLInputElement).value).toBe("Order more spares");
    fireEvent.change(written, { target: { value: "Borrow, then order" } });
    await press("Save these choices");
    await waitFor(() => expect(title(northmere)).toBe("Borrow, then order"));
    expect(northmere.services.store.decisions()).toEqual([]);
  });

  test("written anew it keeps to the register's rules", async () => {
    const northmere = await open();
    await conflict(northmere, "1", { Title: "Order more spares" });
    fireEvent.click(screen.getByRole("radio", { name: "Write something else for Title" }));
    fireEvent.change(await screen.findByRole("textbox", { name: /^Title/ }), { target: { value: "" } });
    await press("Save these choices");
    expect(within(screen.getByRole("alert", { name: "There is a problem" })).getAllByRole("link")).toHaveLength(1);
    expect(northmere.services.store.decisions()).toHaveLength(1);
  });
});

describe("a change that was refused", () => {
  test("can be put right and sent", async () => {
    const northmere = await open();
    await refused(northmere, "1", "forbidden");
    await press("Edit");
    fireEvent.change(await screen.findByRole("textbox", { name: /^Title/ }), { target: { value: "Order ten spares" } });
    await press("Save");
    await waitFor(() => expect(title(northmere)).toBe("Order ten spares"));
  });

  test("to a record that is gone can be added as a new one", async () => {
    const northmere = await open();
    const before = northmere.services.store.seen(place, "1")!;
    northmere.lists.remove(place, "1");
    await act(async () => {
      void northmere.services.store.change([{ ...place, kind: "update", id: "1", changes: { Title: "Order more spares" }, seen: before }], "action");
      await northmere.world.pass(0);
    });
    await press("Add it as a new action");
    await waitFor(() => expect(northmere.lists.rows(place).map(({ values }) => values["Title"])).toEqual(["Train porters", "Order more spares"]));
  });

  test("refused again says that it still waits, and why", async () => {
    const northmere = await open();
    await refused(northmere, "1", "forbidden");
    northmere.source.failNext("update", { kind: "forbidden" });
    await press("Try again");
    expect(await screen.findByText(/^A-0001 still needs your decision\. SharePoint does not let you change this register\./)).toBeTruthy();
    expect(waiting("A-0001")).toBeTruthy();
  });

  test("dropped says that the register stays as it is", async () => {
    const northmere = await open();
    await refused(northmere, "1", "forbidden");
    await press("Drop my change");
    expect(await screen.findByText("A-0001 stays as it is in the register. Your change was dropped")).toBeTruthy();
    expect(title(northmere)).toBe("Order spares");
  });
});

describe("changes that were made together", () => {
  /** The first is refused; a change to another action and a new one wait with it. */
  async function refusedTogether(): Promise<Northmere> {
    const northmere = await open();
    const { services, source, world } = northmere;
    source.failNext("update", { kind: "forbidden" });
    await act(async () => {
      const change = (id: string, changes: Changes): Edit => ({ ...place, kind: "update", id, changes, seen: services.store.seen(place, id)! });
      const created: Edit = { ...place, kind: "create", id: `new:${"a".repeat(32)}`, changes: { Title: "Thank porters" }, seen: { values: {} } };
      const edits = [change("1", { Title: "Order more spares" }), change("2", { DueDate: "2026-12-24", Status: "Complete" }), created];
      void services.store.changeTogether(edits, "actions");
      await world.pass(0);
    });
    return northmere;
  }

  test("say how many wait with the one that needs a decision, what they are, and what becomes of them", async () => {
    await refusedTogether();
    const item = waiting("A-0001");
    expect(within(item).getByText("2 more changes wait with this one").tagName).toBe("SUMMARY");
    expect(
      within(item)
        .getAllByRole("listitem")
        .map(({ textContent }) => textContent),
    ).toEqual(["Action A-0002, Train porters: Due, Status", "New action, Thank porters: Title"]);
    expect(item.textContent).toContain("They are sent when this one is in the register, and dropped if you drop this one.");
  });

  test("go on with it", async () => {
    const northmere = await refusedTogether();
    await press("Try again");
    await act(() => northmere.world.pass(0));
    expect(northmere.lists.rows(place).map(({ values }) => [values["Title"], values["DueDate"]])).toEqual([
      ["Order more spares", "2026-12-01"],
      ["Train porters", "2026-12-24"],
      ["Thank porters", undefined],
    ]);
  });

  test("are dropped with it by a button that names them all, and the notice counts them", async () => {
    const northmere = await refusedTogether();
    await press("Drop my 3 changes");
    expect(await screen.findByText("A-0001 stays as it is in the register. Your change and 2 more were dropped")).toBeTruthy();
    expect(northmere.lists.rows(place).map(({ values }) => values["Title"])).toEqual(["Order spares", "Train porters"]);
    expect(northmere.services.store.status()).toMatchObject({ unsent: 0, needsDecision: 0 });
  });

  test("are named by the button that takes the other's values, too", async () => {
    const northmere = await open();
    northmere.lists.edit(place, "1", { Title: "Borrow spares" }, "tom");
    await act(async () => {
      const edits = ["1", "2"].map((id): Edit => ({
        ...place,
        kind: "update",
        id,
        changes: { Title: `${id} more` },
        seen: northmere.services.store.seen(place, id)!,
      }));
      void northmere.services.store.changeTogether(edits, "actions");
      await northmere.world.pass(0);
    });
    expect(screen.getByRole("button", { name: "Take all of theirs and drop 1 more change" })).toBeTruthy();
    expect(screen.getByText("1 more change waits with this one")).toBeTruthy();
  });
});

describe("after an answer", () => {
  test("the next decision has the focus, and the page's heading when none is left", async () => {
    const northmere = await open();
    await refused(northmere, "1", "forbidden");
    await refused(northmere, "2", "forbidden");
    await press("Drop my change", waiting("A-0001"));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("heading", { name: /^A-0002/, level: 2 })));
    expect(screen.getAllByRole("status").map(({ textContent }) => textContent)).toContain("1 waits for your decision");
    await press("Drop my change", waiting("A-0002"));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 })));
    expect(screen.getByText("Nothing waits for you")).toBeTruthy();
  });

  test("that can be neither sent nor kept on this device, the decision stays and says why", async () => {
    const northmere = await open(fullDevice().device);
    await refused(northmere, "1", "forbidden");
    northmere.source.failNext("update", { kind: "signInNeeded" });
    await press("Try again");
    expect(await screen.findByText(/^A-0001 still needs your decision/)).toBeTruthy();
    expect(waiting("A-0001").textContent).toContain("This device");
    await press("Try again");
    await waitFor(() => expect(title(northmere)).toBe("Order more spares"));
  });
});

test("a decision that another tab answers leaves by itself, says so, and gives the focus on", async () => {
  const one = new OneDevice();
  const northmere = await open(one.page("this page"));
  const other = await openNorthmere(rows, {}, one.page("the other page"));
  await refused(other, "1", "forbidden");
  await refused(other, "2", "forbidden");
  await act(() => northmere.world.pass(0));
  act(() => within(waiting("A-0001")).getByRole("button", { name: "Try again" }).focus());
  const [first] = other.services.store.decisions();
  await act(async () => {
    await other.services.store.answer(first!.id, { kind: "takeTheirs" });
    await northmere.world.pass(0);
  });
  expect(await screen.findByText(/^A-0001 no longer needs your decision\. It was answered in another tab/)).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("heading", { name: /^A-0002/, level: 2 })));
});
