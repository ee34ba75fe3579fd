/** @jest-environment jsdom */
import { act, fireEvent, screen } from "@testing-library/react";
import { useState, type ReactElement } from "react";
import { consentWords } from "../../../src/content";
import { fail, succeed, type Result } from "../../../src/kernel";
import { PersonPicker, ServicesProvider, type Person, type Purpose } from "../../../src/parts";
import { renderUi } from "../ui/render-ui";
import { openNorthmere } from "./services";

// The first rendering loads all of Fluent; a busy machine needs more than five seconds for it.
jest.setTimeout(30_000);

const noor: Person = { name: "Noor Haddad", address: "noor.haddad@northmere.example" };

function Picker(): ReactElement {
  const [{ name, address }, setPerson] = useState({ name: "", address: "" });
  return (
    <PersonPicker id="owner" label="Owner" name={name} address={address} onChange={(next, nextAddress) => setPerson({ name: next, address: nextAddress })} />
  );
}

test("a directory that may not be searched yet is searched once the person allows it, and not before at each key", async () => {
  let isAllowed = false;
  const searched: string[] = [];
  const asked: Purpose[] = [];
  const { services } = await openNorthmere(
    {},
    {
      timers: {
        after: (_delayMs, callBack) => {
          callBack();
          return () => undefined;
        },
      },
      people: {
        search: (written): Promise<Result<readonly Person[]>> => {
          searched.push(written);
          return Promise.resolve(isAllowed ? succeed([noor]) : fail({ kind: "signInNeeded" }));
        },
      },
      consent: {
        ask: (purpose) => {
          asked.push(purpose);
          isAllowed = true;
          return Promise.resolve(succeed(undefined));
        },
        heldUp: () => undefined,
        subscribe: () => () => undefined,
      },
    },
  );
  renderUi(
    <ServicesProvider value={services}>
      <Picker />
    </ServicesProvider>,
  );
  const type = async (text: string): Promise<void> => {
    fireEvent.change(screen.getByRole("combobox", { name: "Owner" }), { target: { value: text } });
    await act(() => Promise.resolve());
  };
  for (const text of ["No", "Noo", "Noor"]) await type(text);
  expect([searched, asked]).toEqual([["No"], []]);
  expect(screen.getByText(consentWords.why.findPeople, { exact: false })).toBeTruthy();
  expect(screen.getByText(consentWords.without.findPeople, { exact: false })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Allow" }));
  await act(() => Promise.resolve());
  await act(() => Promise.resolve());
  expect([searched, asked]).toEqual([["No", "Noor"], ["findPeople"]]);
  expect(screen.queryByRole("button", { name: "Allow" })).toBeNull();
  fireEvent.click(screen.getByRole("combobox", { name: "Owner" }));
  expect(screen.getByRole("option", { name: /Noor Haddad/ })).toBeTruthy();
});
