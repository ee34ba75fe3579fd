/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from "@testing-library/react";
import { consentWords, setUpWords } from "../../../src/content";
import { SetUpPage } from "../../../src/features/set-up";
import { ServicesProvider, type ProvisioningService, type Purpose } from "../../../src/parts";
import { AppTheme, Notifier } from "../../../src/ui";
import { openNorthmere } from "../parts/services";

// The first rendering loads all of Fluent; a busy machine needs more than five seconds for it.
jest.setTimeout(30_000);

async function press(name: string): Promise<void> {
  fireEvent.click(screen.getByRole("button", { name }));
  await act(() => Promise.resolve());
}

test("lists that may not be made yet are made once the person allows it, and nothing is called a failure", async () => {
  let isAllowed = false;
  const asked: Purpose[] = [];
  const wanted: (readonly string[])[] = [];
  const { services } = await openNorthmere({});
  const provisioning: ProvisioningService = {
    ...services.provisioning,
    missing: () => Promise.resolve({ ok: true, value: { lists: isAllowed ? [] : [{ register: "Risks", columns: 20 }], columns: [] } }),
    create: (_site, registers) => {
      wanted.push(registers);
      return Promise.resolve(
        registers.map((register) => ({ register, outcome: isAllowed ? { ok: true, value: "created" } : { ok: false, fault: { kind: "signInNeeded" } } })),
      );
    },
  };
  const consent = {
    ...services.consent,
    ask: (purpose: Purpose) => {
      asked.push(purpose);
      isAllowed = true;
      return Promise.resolve({ ok: true, value: undefined } as const);
    },
  };
  render(
    <AppTheme theme="default">
      <Notifier>
        <ServicesProvider value={{ ...services, provisioning, consent }}>
          <SetUpPage />
        </ServicesProvider>
      </Notifier>
    </AppTheme>,
  );
  await act(() => Promise.resolve());
  await press(setUpWords.create);
  expect(screen.getByText(consentWords.why.setUp, { exact: false })).toBeTruthy();
  expect(screen.queryByText(/^Risks: /)).toBeNull();
  expect(asked).toEqual([]);
  await press("Allow");
  await act(() => Promise.resolve());
  expect([asked, wanted]).toEqual([["setUp"], [["Risks"], ["Risks"]]]);
  expect(screen.getByText(setUpWords.nothingMissing)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Allow" })).toBeNull();
});
