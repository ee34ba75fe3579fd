/** @jest-environment jsdom */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { tabSettingsWords, tabWords } from "../../../src/content";
import {
  TabSettingsForm,
  type AskedWhy,
  type NamedRecord,
  type SiteReader,
  type TabSettingsChoice,
  type TabSettingsFormProps,
} from "../../../src/features/tab-settings";
import { fail, succeed, type Fault } from "../../../src/kernel";
import { renderUi } from "../ui/render-ui";

// The first rendering loads all of Fluent; a busy machine needs more than five seconds for it.
jest.setTimeout(30_000);

const channelSite = "https://northmere.sharepoint.com/sites/blood";
const pmo = { name: "Northmere projects", address: "https://northmere.sharepoint.com/sites/pmo" };
const projects: readonly NamedRecord[] = [
  { ref: "P-0001", title: "Blood tracking" },
  { ref: "P-0002", title: "Dental image transfer" },
];

/** Sites by address: their records, or why they cannot be opened. */
function reader(sites: Readonly<Record<string, readonly NamedRecord[] | Fault | "no registers">>): SiteReader {
  return {
    open: (address) => {
      const found = sites[address];
      if (found === undefined) return Promise.resolve(fail({ kind: "notFound" }));
      if (typeof found === "object" && "kind" in found) return Promise.resolve(fail(found));
      return Promise.resolve(succeed({ id: address, name: address.split("/").at(-1) ?? "", address }));
    },
    records: (site, register) => {
      const found = sites[site.address];
      if (!Array.isArray(found) || register === "Programmes") return Promise.resolve(fail({ kind: "notFound" }));
      return Promise.resolve(succeed(found as readonly NamedRecord[]));
    },
  };
}

interface Shown {
  readonly last: () => TabSettingsChoice | undefined;
  /** Of what the person asked what stands in the way. */
  readonly why: readonly AskedWhy[];
}

function show(props: Partial<TabSettingsFormProps> & { readonly reader: SiteReader }): Shown {
  let last: TabSettingsChoice | undefined;
  const why: AskedWhy[] = [];
  const whyNot: TabSettingsFormProps["whyNot"] = (asked, onAgain) => {
    if (why.at(-1) !== asked) why.push(asked);
    return <button onClick={onAgain}>Try again</button>;
  };
  const onChoice = (choice: TabSettingsChoice | undefined): void => {
    last = choice;
  };
  renderUi(<TabSettingsForm channelSite={channelSite} deployedSites={[pmo]} current={undefined} onChoice={onChoice} whyNot={whyNot} {...props} />);
  return { last: () => last, why };
}

function chooseProject(words: string, name: RegExp): void {
  const box = screen.getByRole("combobox", { name: /^Project/ });
  fireEvent.click(box);
  fireEvent.change(box, { target: { value: words } });
  fireEvent.click(screen.getByRole("option", { name }));
}

test("the channel's own site and one project come first, and the choice is complete once a project is chosen", async () => {
  const { last } = show({ reader: reader({ [channelSite]: projects }) });
  await screen.findByText(tabSettingsWords.siteReady("blood", 2));
  expect(screen.getByRole<HTMLInputElement>("radio", { name: /One project/ }).checked).toBe(true);
  expect(screen.getByRole<HTMLInputElement>("radio", { name: /This channel's own site/ }).checked).toBe(true);
  expect(last()).toBeUndefined();
  chooseProject("dental", /Dental image transfer/);
  await waitFor(() => expect(last()).toEqual({ site: channelSite, scope: { kind: "project", ref: "P-0002" }, name: "Dental image transfer" }));
});

test("changing the words of a chosen project takes the choice back", async () => {
  const { last } = show({ reader: reader({ [channelSite]: projects }) });
  await screen.findByText(tabSettingsWords.siteReady("blood", 2));
  chooseProject("dental", /Dental image transfer/);
  await waitFor(() => expect(last()).toBeDefined());
  fireEvent.change(screen.getByRole("combobox", { name: /^Project/ }), { target: { value: "Dental im" } });
  await waitFor(() => expect(last()).toBeUndefined());
});

test("a site without registers is said to be one, and may still show its portfolio", async () => {
  const { last } = show({ reader: reader({ [channelSite]: "no registers" }) });
  await screen.findByText(tabSettingsWords.noRegisters("blood"));
  fireEvent.click(screen.getByRole("radio", { name: /Portfolio/ }));
  await waitFor(() => expect(last()).toEqual({ site: channelSite, scope: { kind: "portfolio" }, name: "Portfolio" }));
});

test.each<[string, Fault, string]>([
  ["forbidden", { kind: "forbidden" }, tabSettingsWords.siteForbidden],
  ["missing", { kind: "notFound" }, tabSettingsWords.noSuchSite],
])("a %s site is named as such and nothing can be saved", async (_what, fault, sentence) => {
  const { last } = show({ reader: reader({ [channelSite]: fault }) });
  await screen.findByText(sentence);
  fireEvent.click(screen.getByRole("radio", { name: /RAID/ }));
  expect(last()).toBeUndefined();
});

function press(name: string): void {
  fireEvent.click(screen.getByRole("button", { name }));
}

test("what stands in the way of a closed site is one press away, and the way back looks at the site again and keeps what was chosen", async () => {
  const sites: Record<string, readonly NamedRecord[] | Fault> = { [channelSite]: { kind: "forbidden" } };
  const { last, why } = show({ reader: reader(sites) });
  await screen.findByText(tabSettingsWords.siteForbidden);
  fireEvent.click(screen.getByRole("radio", { name: /RAID/ }));
  press(tabWords.why);
  expect(why).toEqual([{ address: channelSite }]);
  expect(screen.queryByRole("heading", { name: tabSettingsWords.title })).toBeNull();
  sites[channelSite] = projects;
  press("Try again");
  expect(document.activeElement).toBe(screen.getByRole("heading", { name: tabSettingsWords.title }));
  await waitFor(() => expect(last()).toEqual({ site: channelSite, scope: { kind: "raid" }, name: "RAID" }));
  expect(screen.queryByRole("button", { name: tabWords.why })).toBeNull();
});

test.each<[string, SiteReader, AskedWhy]>([
  ["a site that is not there", reader({}), { address: channelSite }],
  ["a site that does not answer", reader({ [channelSite]: { kind: "unavailable" } }), { address: channelSite }],
  ["a site without registers", reader({ [channelSite]: "no registers" }), { address: channelSite, register: "Projects" }],
  [
    "projects that could not be read",
    { ...reader({ [channelSite]: projects }), records: () => Promise.resolve(fail({ kind: "forbidden" })) },
    { address: channelSite, register: "Projects" },
  ],
])("what stands in the way is asked of %s", async (_what, of, asked) => {
  const { why } = show({ reader: of });
  fireEvent.click(await screen.findByRole("button", { name: tabWords.why }));
  expect(why).toEqual([asked]);
});

test("a text that is no address needs no reason but its own", async () => {
  show({ reader: reader({ [channelSite]: projects }) });
  await screen.findByText(tabSettingsWords.siteReady("blood", 2));
  fireEvent.click(screen.getByRole("radio", { name: tabSettingsWords.otherSite }));
  fireEvent.change(screen.getByRole("textbox", { name: tabSettingsWords.siteAddress }), { target: { value: "sites/pmo" } });
  press(tabSettingsWords.check);
  await screen.findByText(tabSettingsWords.notAnAddress);
  expect(screen.queryByRole("button", { name: tabWords.why })).toBeNull();
});

test("another site is opened by its pasted address, and only once the person asks", async () => {
  const other = "https://northmere.sharepoint.com/sites/estates";
  const { last } = show({ reader: reader({ [channelSite]: "no registers", [other]: projects }) });
  fireEvent.click(screen.getByRole("radio", { name: /RAID/ }));
  fireEvent.click(screen.getByRole("radio", { name: tabSettingsWords.otherSite }));
  fireEvent.change(screen.getByRole("textbox", { name: tabSettingsWords.siteAddress }), { target: { value: " not an address " } });
  fireEvent.click(screen.getByRole("button", { name: tabSettingsWords.check }));
  await screen.findByText(tabSettingsWords.notAnAddress);
  fireEvent.change(screen.getByRole("textbox", { name: tabSettingsWords.siteAddress }), { target: { value: ` ${other} ` } });
  expect(last()).toBeUndefined();
  fireEvent.click(screen.getByRole("button", { name: tabSettingsWords.check }));
  await waitFor(() => expect(last()).toEqual({ site: other, scope: { kind: "raid" }, name: "RAID" }));
});

test("a tab that is being changed opens on what it shows", async () => {
  const { last } = show({ reader: reader({ [pmo.address]: projects }), current: { site: pmo.address, scope: { kind: "project", ref: "P-0001" } } });
  await waitFor(() => expect(last()?.name).toBe("Blood tracking"));
  expect(screen.getByRole<HTMLInputElement>("combobox", { name: /^Project/ }).value).toBe("Blood tracking (P-0001)");
});

test("a site that stands in both places is offered once", async () => {
  show({ reader: reader({}), channelSite: pmo.address.toUpperCase() });
  await screen.findByText(tabSettingsWords.noSuchSite);
  expect(screen.queryByRole("radio", { name: /Northmere projects/ })).toBeNull();
});
