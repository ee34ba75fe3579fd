/** @jest-environment jsdom */
import { fireEvent, screen, within } from "@testing-library/react";
import { fail, succeed } from "../../../src/kernel";
import type { ProvisioningService, Repaired, SiteLook, WantedRepair } from "../../../src/parts";
import { loadCatalogue } from "../../../src/registers";
import { emptySite, press, showSetUp } from "./setting";

// The first rendering loads all of Fluent; a busy machine needs more than five seconds for it.
jest.setTimeout(30_000);

beforeAll(async () => {
  await loadCatalogue();
});

const changed: SiteLook = {
  ...emptySite,
  standing: [
    {
      register: "Risks",
      differences: [
        { kind: "uniqueLost", column: "Ref", label: "Ref" },
        { kind: "renamed", column: "Owner", label: "Risk owner", now: "Whose it is" },
        { kind: "retyped", column: "CurrentLikelihood", label: "Likelihood", made: "number", now: "text", isStillRead: false },
        { kind: "choicesRemoved", column: "Status", label: "Status", choices: ["Draft", "Closed"] },
        { kind: "lost", column: "Controls", label: "Controls in place" },
      ],
    },
    { register: "Costs", differences: [{ kind: "lost", column: "Notes", label: "Notes" }] },
    { register: "Issues", differences: [] },
  ],
};
const whole: SiteLook = { ...emptySite, standing: changed.standing.map(({ register }) => ({ register, differences: [] })) };

const section = (): HTMLElement => screen.getByRole("region", { name: "Where the lists differ" });

interface Repairing {
  readonly asked: (readonly WantedRepair[])[];
  readonly repair: ProvisioningService["repair"];
}

function repairing(outcome: (wanted: WantedRepair) => Repaired["outcome"]): Repairing {
  const asked: (readonly WantedRepair[])[] = [];
  return {
    asked,
    repair: (_site, wanted) => {
      asked.push(wanted);
      return Promise.resolve(succeed(wanted.map((one) => ({ ...one, outcome: outcome(one) }))));
    },
  };
}

test("every difference is told by list, with a tick where it can be put right and advice where it cannot", async () => {
  await showSetUp({ looks: [changed] });
  const shown = within(section());
  expect(shown.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent)).toEqual(["Risks", "Costs"]);
  expect(shown.getByText("The column Risk owner is called Whose it is there. It is recognised. There is nothing to do.")).toBeTruthy();
  expect(
    shown.getByText(/^The column Likelihood was made for numbers and now holds one line of text\. Its values are shown .* Change the type back/),
  ).toBeTruthy();
  expect(
    shown.getByText("The column Controls in place is not in the list. It may have come with a newer version of the app. Added, it is empty."),
  ).toBeTruthy();
  expect(shown.getByText(/^Status does not offer Draft and Closed\./)).toBeTruthy();
  expect(shown.getAllByRole("checkbox").map((box) => box.getAttribute("aria-label"))).toEqual([
    "Allow each value only once: Risks, Ref",
    "Offer them: Risks, Status",
    "Add the column: Risks, Controls in place",
    "Add the column: Costs, Notes",
  ]);
});

test("only what is ticked is put right, and the receipt names it", async () => {
  const { asked, repair } = repairing(() => succeed("done"));
  const { lists } = await showSetUp({ looks: [changed, whole], provisioning: { repair } });
  fireEvent.click(within(section()).getByRole("checkbox", { name: "Offer them: Risks, Status" }));
  await press("Put right 3 things");
  expect(asked.map((wanted) => wanted.map(({ register, difference }) => `${register} ${difference.kind} ${difference.column}`))).toEqual([
    ["Risks uniqueLost Ref", "Risks lost Controls", "Costs lost Notes"],
  ]);
  const receipt = within(screen.getByRole("region", { name: "What was put right" }));
  expect(receipt.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "Risks: Ref, each value once",
    "Risks: column Controls in place",
    "Costs: column Notes",
  ]);
  expect(lists.rows({ site: "northmere.sharepoint.com,site-one", register: "Receipts" })[0]?.values).toMatchObject({ Kind: "Repair", AddedCount: 3 });
});

test("a refusal is told with its reason, and that two rows hold one value is said where SharePoint does not", async () => {
  const { repair } = repairing(({ difference }) => fail({ kind: difference.kind === "uniqueLost" ? "invalid" : "forbidden", problems: [] }));
  await showSetUp({ looks: [changed], provisioning: { repair } });
  await press("Put right 4 things");
  const receipt = within(screen.getByRole("region", { name: "What was put right" }));
  expect(receipt.getByText("Not put right (4)")).toBeTruthy();
  expect(
    receipt.getByText("Risks: Ref, each value once: SharePoint refused. Two rows may hold the same value: make them differ, then try again."),
  ).toBeTruthy();
});

test("a light register without a list beside others that have theirs is told without saying that there ever was one", async () => {
  await showSetUp({ looks: [{ ...whole, absent: [{ register: "Actions", columns: 12, isStarted: false }] }] });
  expect(within(section()).getByText(/^Actions has no list here, though others have\. If there was one, look in the site’s recycle bin first\./)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Create 1 list" })).toBeTruthy();
});

test("of a column that the list does not have nobody is said to have removed it: it may be one of a newer version", async () => {
  await showSetUp({ looks: [changed] });
  expect(section().textContent).not.toMatch(/removed|deleted |gone|no longer/i);
  expect(within(section()).getAllByText(/is not in the list\. It may have come with a newer version of the app\./)).toHaveLength(2);
});

test("nothing is said where every list is as it was made", async () => {
  await showSetUp({ looks: [whole] });
  expect(screen.queryByRole("region", { name: "Where the lists differ" })).toBeNull();
});

test("where the app changes no list, differences are told without a tick", async () => {
  await showSetUp({ looks: [changed], way: "selected" });
  expect(within(section()).queryByRole("checkbox")).toBeNull();
  expect(within(section()).getByText(/the app does not change lists/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Put right/ })).toBeNull();
});
