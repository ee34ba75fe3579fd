/** @jest-environment jsdom */
import { configure, fireEvent, render, screen, within } from "@testing-library/react";
import { SiteCheckPage } from "../../../src/features/site-check";
import type { Progress } from "../../../src/kernel";
import { ServicesProvider, type Services, type SiteCheck } from "../../../src/parts";
import { AppTheme, LiveAnnouncer, Notifier } from "../../../src/ui";
import { openNorthmere } from "../parts/services";

jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });

const whole: SiteCheck = {
  listName: "PRCheck1",
  startedAtMs: Date.UTC(2026, 10, 24, 9),
  findings: [
    { step: "makeList", outcome: "asExpected", saw: "201" },
    { step: "staleChange", outcome: "differs", saw: "200" },
    { step: "removeList", outcome: "asExpected", saw: "204" },
  ],
};

interface Shown {
  readonly saved: { name: string; text: string }[];
  readonly asked: Progress[];
}

async function show(check: (progress: Progress) => Promise<SiteCheck>): Promise<Shown> {
  const saved: Shown["saved"] = [];
  const asked: Progress[] = [];
  const { services } = await openNorthmere({});
  const mine: Services = {
    ...services,
    access: {
      ...services.access,
      check: async (_site, progress) => {
        asked.push(progress);
        return { ok: true, value: await check(progress) };
      },
    },
    files: {
      save: (name, bytes) => {
        saved.push({ name, text: new TextDecoder().decode(bytes) });
        return Promise.resolve({ ok: true, value: undefined });
      },
    },
  };
  render(
    <AppTheme theme="default">
      <LiveAnnouncer>
        <Notifier>
          <ServicesProvider value={mine}>
            <SiteCheckPage />
          </ServicesProvider>
        </Notifier>
      </LiveAnnouncer>
    </AppTheme>,
  );
  return { saved, asked };
}

test("nothing is written before somebody presses the button", async () => {
  const { asked } = await show(() => Promise.resolve(whole));
  expect(asked).toEqual([]);
  screen.getByText(/makes a list of its own in Northmere registers/);
});

test("each step says what the site did, and the whole is a file to send", async () => {
  const { saved } = await show(() => Promise.resolve(whole));
  fireEvent.click(screen.getByRole("button", { name: "Start the check" }));
  await screen.findByText("2 of 3 steps went as the app expects.");
  const row = screen.getByRole("row", { name: /^Refuses a change made on an old version/ });
  expect(
    within(row)
      .getAllByRole("cell")
      .map((cell) => cell.textContent),
  ).toEqual(["Differs", "200"]);
  fireEvent.click(screen.getByRole("button", { name: "Save as a file" }));
  await screen.findByText(/^The file is ready/);
  expect(saved).toEqual([{ name: "site-check-2026-11-24.json", text: `${JSON.stringify(whole, null, 2)}\n` }]);
});

test("it tells how far it has come, and Cancel stops it", async () => {
  let end: (check: SiteCheck) => void = () => undefined;
  const { asked } = await show((progress) => {
    progress.report(2, 13);
    return new Promise((resolve) => (end = resolve));
  });
  fireEvent.click(screen.getByRole("button", { name: "Start the check" }));
  fireEvent.click(await screen.findByRole("button", { name: "Cancel" }));
  expect(asked[0]?.signal.aborted).toBe(true);
  end({ ...whole, fault: { kind: "cancelled" } });
  await screen.findByText(/^The check ended early/);
});

test("a list that could not be removed is named, so that somebody can", async () => {
  await show(() => Promise.resolve({ ...whole, findings: [{ step: "removeList", outcome: "differs", saw: "403 accessDenied forbidden" }] }));
  fireEvent.click(screen.getByRole("button", { name: "Start the check" }));
  await screen.findByText("The list PRCheck1 could not be removed. Delete it in the site’s contents.");
});
