/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { listWords, tabWords } from "../../../src/content";
import { RaidPage } from "../../../src/features/raid";
import { RegisterPage } from "../../../src/features/register-page";
import { ServicesProvider } from "../../../src/parts";
import { risks } from "../../../src/registers";
import { AppTheme, LiveAnnouncer, Notifier } from "../../../src/ui";
import { openNorthmere } from "../parts/services";

// No test here is about time: a busy machine takes seconds to draw Fluent in jsdom.
jest.setTimeout(60_000);

/** A site in which none of these lists is to be found. */
async function show(page: ReactElement): Promise<{ readonly fragment: () => string }> {
  const northmere = await openNorthmere({});
  northmere.source.pull = (requests, came) => {
    for (const { place } of requests) came({ place, pages: { ok: false, fault: { kind: "notFound" } } });
    return Promise.resolve();
  };
  render(
    <AppTheme theme="default">
      <LiveAnnouncer>
        <Notifier>
          <ServicesProvider value={northmere.services}>{page}</ServicesProvider>
        </Notifier>
      </LiveAnnouncer>
    </AppTheme>,
  );
  await act(async () => {
    await northmere.world.pass(0);
  });
  return { fragment: () => northmere.services.location.read() };
}

test.each([
  ["a register", "Risks", <RegisterPage key="page" register={risks} invite="" page={{ kind: "register", register: "Risks" }} />],
  ["the RAID list", "RAID", <RaidPage key="page" page={{ kind: "raid" }} />],
])("%s without a list says that others may have it, and leads to what stands in the way", async (_what, label, page) => {
  const { fragment } = await show(page);
  expect(await screen.findByRole("heading", { name: listWords.noList(label) })).toBeTruthy();
  expect(screen.getByText(listWords.noListInvite)).toBeTruthy();
  expect(screen.getByRole("button", { name: listWords.setUp })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: tabWords.why }));
  expect(fragment()).toBe("why/Risks");
});
