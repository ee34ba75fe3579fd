/** @jest-environment jsdom */
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import { DiagnosticsPage } from "../../../../src/features/diagnostics";
import { ServicesProvider, type PageFigures } from "../../../../src/parts";
import { AppTheme, Notifier } from "../../../../src/ui";
import { noFigures, openNorthmere, placeOf, type Northmere } from "../../parts/services";

const figures: PageFigures = {
  ...noFigures,
  calls: 12,
  requests: 1_214,
  batched: 1_190,
  units: 1_284,
  unitsInLastMinute: 12,
  sentBytes: 850,
  receivedBytes: 1_240_000,
  throttled: 2,
  longestWaitMs: 41_000,
  version: "0.1.0",
  tenantId: "9f2b7a10-2222-3333-4444-555555555555",
};

const secretWords = ["Pump alarms are ignored", "Asha Patel", "Femi Okoro", "northmere"];

interface Shown extends Northmere {
  readonly copied: string[];
}

async function show(rows: Parameters<typeof openNorthmere>[0], now: PageFigures = figures): Promise<Shown> {
  const copied: string[] = [];
  const northmere = await openNorthmere(rows, {
    diagnostics: { figures: () => now },
    links: {
      toPage: (fragment) => fragment,
      toRecord: () => ({ teams: "", browser: "" }),
      open: () => Promise.reject(new Error("no link is opened here")),
      copy: (written) => {
        copied.push(written);
        return Promise.resolve({ ok: true, value: undefined });
      },
    },
  });
  return { ...northmere, copied };
}

async function paint({ services }: Northmere): Promise<void> {
  render(
    <AppTheme theme="default">
      <Notifier>
        <ServicesProvider value={services}>
          <DiagnosticsPage />
        </ServicesProvider>
      </Notifier>
    </AppTheme>,
  );
  await act(() => Promise.resolve());
}

async function press(name: string): Promise<void> {
  fireEvent.click(screen.getByRole("button", { name }));
  await act(() => Promise.resolve());
}

const valueOf = (table: string, name: string): string =>
  within(within(screen.getByRole("table", { name: table })).getByRole("row", { name: new RegExp(`^${name}`) })).getByRole("cell").textContent;

const risk = { Title: "Pump alarms are ignored", Owner: "Asha Patel", OwnerAddress: "asha.patel@northmere.example" };

test("the figures of this page stand in plain tables, each with its name", async () => {
  const shown = await show({ Risks: [risk, risk] });
  await shown.world.pass(12_000);
  await paint(shown);
  expect(valueOf("Requests", "Calls over the network")).toBe("12");
  expect(valueOf("Requests", "Requests as Microsoft counts them")).toBe("1,214, 1,190 of them in batches");
  expect(valueOf("Requests", "Resource units in the last minute")).toBe("12");
  expect(valueOf("Requests", "Sent")).toBe("850 bytes");
  expect(valueOf("Requests", "Received")).toBe("1.2 MB");
  expect(valueOf("Requests", "Longest wait asked for")).toBe("41 seconds");
  expect(valueOf("Registers", "Risks")).toBe("2 rows, read 12 seconds ago");
  expect(valueOf("Your changes", "Not in the register yet")).toBe("0");
  expect(valueOf("This page", "Version")).toBe("0.1.0");
  expect(valueOf("This page", "Organisation")).toBe("9f2b7a10");
});

test("the organisation's budget stands beside the units once SharePoint has named it, and units an hour after a quarter of one", async () => {
  const shown = await show({}, { ...figures, unitsAllowedPerMinute: 1_250 });
  await shown.world.pass(30 * 60_000);
  await paint(shown);
  expect(valueOf("Requests", "Resource units in the last minute")).toBe("12 of 1,250 for everybody in your organisation");
  expect(valueOf("Requests", "Resource units in all")).toBe("1,284, about 2,568 an hour");
});

test("what is copied is what the page shows, without a word of a register, a name, an address or a whole id", async () => {
  const shown = await show({ Risks: [risk] });
  await paint(shown);
  await press("Copy as text");
  const [text = ""] = shown.copied;
  for (const row of screen.getAllByRole("row")) {
    const name = within(row).getByRole("rowheader").textContent;
    expect(text).toContain(`${name}: ${within(row).getByRole("cell").textContent}`);
  }
  for (const heading of screen.getAllByRole("heading")) expect(text).toContain(heading.textContent);
  for (const secret of [...secretWords, figures.tenantId]) expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
  expect(await screen.findByText("The figures were copied")).toBeTruthy();
});

test("a page that has read no register says so, and what to do", async () => {
  const shown = await show({});
  await paint(shown);
  expect(screen.getByRole("heading", { name: "No register has been read yet" })).toBeTruthy();
  await press("Copy as text");
  expect(shown.copied[0]).toContain("No register has been read yet");
});

test("registers that are being read for the first time are said to be loading, then stand with their age", async () => {
  const shown = await show({});
  const { store } = shown.services;
  let isReading = true;
  const listeners = new Set<() => void>();
  const reading: Northmere["services"]["store"] = {
    ...store,
    placeState: (place) => (isReading && place.register === "Risks" ? { place, pulling: true } : store.placeState(place)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  await paint({ ...shown, services: { ...shown.services, store: reading } });
  expect(screen.getByText("Loading registers")).toBeTruthy();
  await store.refresh([placeOf("Risks")]);
  isReading = false;
  act(() => listeners.forEach((listener) => listener()));
  expect(valueOf("Registers", "Risks")).toBe("0 rows, read 0 seconds ago");
});

test("when no register could be read the page says why, and tries again when it is asked to", async () => {
  const shown = await show({});
  shown.source.failNext("pull", { kind: "unreadable", where: "Pump alarms are ignored", says: "Asha Patel" });
  await shown.services.store.refresh([placeOf("Risks")]);
  await paint(shown);
  expect(screen.getByText("No register could be read")).toBeTruthy();
  await press("Copy as text");
  expect(shown.copied[0]).toContain("Reason: the answer could not be read. What is on this page stays.");
  for (const secret of secretWords) expect(shown.copied[0]).not.toContain(secret);
  await press("Try again");
  await act(() => shown.world.pass(0));
  expect(valueOf("Registers", "Risks")).toBe("0 rows, read 0 seconds ago");
});

test("a register whose last reading failed keeps its age and says what hindered", async () => {
  const shown = await show({ Risks: [risk] });
  shown.source.failNext("pull", { kind: "offline" });
  await shown.world.pass(180_000);
  await shown.services.store.refresh([placeOf("Risks")]);
  await paint(shown);
  expect(valueOf("Registers", "Risks")).toBe("1 row, read 3 minutes ago; last try failed: no connection");
});

test("nothing moves while somebody reads; the figures are taken anew when the person asks", async () => {
  const shown = await show({ Risks: [risk] });
  await paint(shown);
  await act(() => shown.world.pass(60_000));
  expect(valueOf("Registers", "Risks")).toBe("1 row, read 0 seconds ago");
  await press("Update the figures");
  expect(valueOf("Registers", "Risks")).toBe("1 row, read 60 seconds ago");
});

test("looking at the page asks SharePoint for nothing", async () => {
  const shown = await show({ Risks: [risk] });
  const before = shown.source.requests.length;
  await paint(shown);
  await press("Update the figures");
  await press("Copy as text");
  await act(() => shown.world.pass(3_600_000));
  expect(shown.source.requests.length).toBe(before);
});
