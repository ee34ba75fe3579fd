/** @jest-environment jsdom */
import { screen } from "@testing-library/react";
import { consentWords } from "../../../src/content";
import { succeed } from "../../../src/kernel";
import type { Purpose } from "../../../src/parts";
import { openNorthmere } from "../parts/services";
import { emptySite, press, showSetUp } from "./setting";

// The first rendering loads all of Fluent; a busy machine needs more than five seconds for it.
jest.setTimeout(30_000);

test("lists that may not be made yet are made once the person allows it, and nothing is called a failure", async () => {
  let isAllowed = false;
  const asked: Purpose[] = [];
  const wanted: (readonly string[])[] = [];
  const { services } = await openNorthmere({});
  const risks = { register: "Risks", columns: 20, isStarted: false };
  await showSetUp({
    looks: [{ ...emptySite, absent: [risks] }, emptySite],
    provisioning: {
      create: (_site, registers) => {
        wanted.push(registers);
        const outcome = isAllowed ? succeed("created" as const) : ({ ok: false, fault: { kind: "signInNeeded" } } as const);
        return Promise.resolve(succeed(registers.map((register) => ({ register, outcome }))));
      },
    },
    services: {
      consent: {
        ...services.consent,
        ask: (purpose) => {
          asked.push(purpose);
          isAllowed = true;
          return Promise.resolve(succeed(undefined));
        },
      },
    },
  });
  await press("Create 1 list");
  expect(screen.getByText(consentWords.why.setUp, { exact: false })).toBeTruthy();
  expect(screen.queryByRole("region", { name: "What was set up" })).toBeNull();
  expect(asked).toEqual([]);
  await press("Allow");
  expect([asked, wanted]).toEqual([["setUp"], [["Risks"], ["Risks"]]]);
  expect(screen.getByText("Every register is set up in this site.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Allow" })).toBeNull();
});
