/** @jest-environment jsdom */
import { fireEvent, screen, within } from "@testing-library/react";
import { AccessWays } from "../../../src/demo/pages/faults/access-ways";
import { Permissions } from "../../../src/demo/pages/faults/permissions";
import { demoWords, permissionNames } from "../../../src/demo/pages/shared/demo-words";
import { renderUi } from "../ui/render-ui";

// The first rendering loads all of Fluent; a busy machine needs more than five seconds for it.
jest.setTimeout(30_000);

test("every permission is a row with its scope, and its state is switched by its name", () => {
  const onChange = jest.fn();
  renderUi(<Permissions permissions={[{ feature: "findPeople", scope: "User.ReadBasic.All", state: "given" }]} onChange={onChange} />);
  const name = permissionNames["findPeople"] ?? "findPeople";
  expect(within(screen.getByRole("table", { name: demoWords.permissions })).getByRole("row", { name: new RegExp(name) }).textContent).toContain(
    "User.ReadBasic.All",
  );
  fireEvent.change(screen.getByRole("combobox", { name }), { target: { value: "withheld" } });
  expect(onChange.mock.calls).toEqual([[{ consents: { findPeople: "withheld" } }]]);
});

test("every site is a row, and the app's grant on it is switched by its key", () => {
  const onChange = jest.fn();
  const access = {
    way: "selected",
    isBlocked: false,
    restrictedSite: undefined,
    listRights: [],
    lockedItems: [],
    sites: [{ key: "pmo", name: "PMO", appGrant: "none" }],
  } as const;
  renderUi(<AccessWays access={access} onChange={onChange} />);
  const grant = screen.getByRole<HTMLSelectElement>("combobox", { name: `${demoWords.appGrant}: PMO` });
  expect(grant.value).toBe("none");
  fireEvent.change(grant, { target: { value: "write" } });
  expect(onChange.mock.calls).toEqual([[{ appGrants: { pmo: "write" } }]]);
});
