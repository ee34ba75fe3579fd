/** @jest-environment jsdom */
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import { RecordPanel } from "../../../src/parts/record/record-panel";
import { ServicesProvider } from "../../../src/parts";
import { actions, type ListAsKept } from "../../../src/registers";
import { AppTheme, LiveAnnouncer, Notifier } from "../../../src/ui";
import { openNorthmere, placeOf, type Northmere } from "./services";

// No test here is about time: a busy machine takes seconds to draw a form of Fluent in jsdom.
jest.setTimeout(60_000);

const order = { Ref: "A-0001", Title: "Order spares", Owner: "Asha Patel", OwnerAddress: "asha.patel@northmere.example", DueDate: "2026-12-01" };

async function open(list: ListAsKept, row?: Readonly<Record<string, string>>): Promise<Northmere> {
  const rights = { of: () => "unknown" as const, list: () => list, subscribe: () => () => undefined };
  const northmere = await openNorthmere({ Actions: row === undefined ? [] : [row], Projects: [{ Ref: "P-0001", Title: "Blood tracking" }] }, { rights });
  const [stored] = northmere.services.store.rows(placeOf("Actions"));
  render(
    <AppTheme theme="default">
      <LiveAnnouncer>
        <Notifier>
          <ServicesProvider value={northmere.services}>
            <RecordPanel register={actions} row={stored} given={{ ProjectRef: "P-0001" }} onClose={() => undefined} />
          </ServicesProvider>
        </Notifier>
      </LiveAnnouncer>
    </AppTheme>,
  );
  return northmere;
}

async function press(name: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByRole("button", { name }));
    await Promise.resolve();
  });
}

function statusChoices(): readonly string[] {
  return within(screen.getByLabelText(/^Status/))
    .getAllByRole("option")
    .map(({ textContent }) => textContent);
}

test("a choice that the list's owner added is offered after ours, chosen and saved", async () => {
  const { services } = await open({ missing: [], choices: new Map([["Status", ["With the supplier"]]]), displayNames: new Map() }, order);
  expect(statusChoices().at(-1)).toBe("With the supplier");
  fireEvent.change(screen.getByLabelText(/^Status/), { target: { value: "With the supplier" } });
  await press("Save");
  expect(services.store.rows(placeOf("Actions"))[0]?.values["Status"]).toBe("With the supplier");
});

test("a record that holds a choice nobody lists keeps it when something else is changed", async () => {
  const list = { missing: [], choices: new Map(), displayNames: new Map() };
  const { services } = await open(list, { ...order, Status: "Parked" });
  expect(screen.getByLabelText<HTMLSelectElement>(/^Status/).value).toBe("Parked");
  fireEvent.change(screen.getByLabelText(/^Title/), { target: { value: "Order more spares" } });
  await press("Save");
  expect(services.store.rows(placeOf("Actions"))[0]?.values).toMatchObject({ Status: "Parked", Title: "Order more spares" });
});

test("columns that the list lost are named once, in one notice, have no field, and keep nobody from saving", async () => {
  const { services } = await open({ missing: ["Status", "DueDate", "OwnerAddress"], choices: new Map(), displayNames: new Map() });
  expect(screen.getAllByText(/The list has no column/)).toHaveLength(1);
  expect(screen.getByText(/The list has no columns .*Status/)).toBeTruthy();
  expect(screen.queryByLabelText(/^Status/)).toBeNull();
  fireEvent.change(screen.getByLabelText(/^Title/), { target: { value: "Order spares" } });
  await press("Add action");
  expect(services.store.rows(placeOf("Actions"))).toMatchObject([{ values: { Title: "Order spares", ProjectRef: "P-0001" } }]);
  expect(services.store.rows(placeOf("Actions"))[0]?.values).not.toHaveProperty("Status");
});
