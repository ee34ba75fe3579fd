import type { Locator } from "playwright-core";
import { startDemo, type Demo } from "./support/demo";
import { openTeams, type TeamsWindow } from "./support/teams-window";
import { itemsOf, itemWith, textOf, type Item } from "./support/tenant-rows";

jest.setTimeout(90_000);

let demo: Demo;
let teams: TeamsWindow;
let project: { readonly ref: string; readonly title: string };

beforeAll(async () => {
  demo = await startDemo();
  const rated = (await itemsOf(demo, "Projects")).find(({ fields }) => fields["ProjectManager"] === "Asha Patel" && fields["RagOverall"] === "Amber");
  project = { ref: textOf(rated, "Ref"), title: textOf(rated, "Title") };
  teams = await openTeams(demo, { persona: "pm" });
}, 180_000);

afterAll(async () => {
  await demo.stop();
});

/** A message as the tenant gives it. */
interface Posted {
  readonly webUrl: string;
  readonly body: { readonly content: string };
  readonly attachments: readonly { readonly contentType: string; readonly content: string }[];
}

/** What the tenant holds of a channel, newest first. */
async function postsIn(team: string, channel: string): Promise<readonly Posted[]> {
  const { id: teamId } = await named<{ readonly id: string; readonly displayName: string }>("/me/joinedTeams", team);
  const { id } = await named<{ readonly id: string; readonly displayName: string }>(`/teams/${teamId}/channels`, channel);
  return values<Posted>(`/teams/${teamId}/channels/${encodeURIComponent(id)}/messages`);
}

async function named<T extends { readonly displayName: string }>(path: string, name: string): Promise<T> {
  const found = (await values<T>(path)).find(({ displayName }) => displayName === name);
  if (found === undefined) throw new Error(`${path} has no ${name}`);
  return found;
}

async function values<T>(path: string): Promise<readonly T[]> {
  const answer = await demo.graph("pm", path);
  if (answer.status !== 200) throw new Error(`the tenant answered ${String(answer.status)} to ${path}`);
  return (answer.body as { readonly value: readonly T[] }).value;
}

/** One switch of the tenant, that strikes the next message only. */
async function breakNextPost(fault: "connectionLostAfterCommit" | "forbidden"): Promise<void> {
  const answer = await fetch(`${demo.address}/demo/faults.json`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ set: { [fault]: { remaining: 1, method: "POST", pathIncludes: "/messages" } } }),
  });
  expect(answer.status).toBe(200);
}

/** From the project's page, as a person goes there: what an earlier card held is gone. */
async function openCardPage(): Promise<CardPage> {
  await teams.go(`project/${project.ref}`);
  await teams.enter(teams.tab.getByRole("button", { name: "Post a status card" }));
  return cardPage(teams);
}

interface CardPage {
  readonly post: Locator;
  readonly preview: Locator;
  write(headline: string, channel: string): Promise<void>;
}

/** The page on which a card is written, for whoever sits at the window. */
function cardPage(window: TeamsWindow): CardPage {
  const { tab } = window;
  return {
    post: tab.getByRole("button", { name: "Post the card" }),
    preview: tab.getByRole("region", { name: "What people will see" }),
    write: async (headline, channel) => {
      await window.typeInto(tab.getByRole("textbox", { name: "Headline" }), headline);
      await tab.getByRole("combobox", { name: "Channel" }).selectOption({ label: channel });
    },
  };
}

test("a project manager posts a status card, reads it in the channel and finds its link on the project", async () => {
  const headline = "Scanners arrive two weeks late; go-live holds.";
  const page = await openCardPage();
  await page.write(headline, "PMO › Reporting");
  await page.preview.getByText(headline).waitFor();
  await page.preview.getByText("▲ AMBER").waitFor();
  const sentence = await page.preview.getByText(new RegExp(`^${project.title}, \\w+ \\d{4}: AMBER\\.$`)).innerText();
  await teams.enter(page.post);
  await teams.tab.getByText("The card is in the channel").waitFor();
  await teams.allSaved();

  const [post] = await postsIn("PMO", "Reporting");
  expect(post?.body.content).toContain(sentence);
  expect(post?.attachments.map(({ contentType }) => contentType)).toEqual(["application/vnd.microsoft.card.adaptive"]);
  expect(textOf(await itemWith(demo, "Projects", project.ref), "CardUrl")).toBe(post?.webUrl);

  await teams.enter(teams.tab.getByRole("link", { name: "Open the message" }));
  const newest = teams.page.getByRole("list", { name: "Posts in Reporting" }).getByRole("article", { name: "Asha Patel" }).last();
  await newest.getByText(sentence).waitFor();
  await newest.getByText(headline).waitFor();
  await newest.getByText("▲ AMBER").waitFor();
  await teams.enter(newest.getByRole("link", { name: "Open in Teams" }));
  await teams.page.frameLocator("iframe").getByRole("region", { name: project.title }).waitFor();

  await teams.reload();
  await teams.go(`project/${project.ref}`);
  expect(await teams.tab.getByRole("link", { name: "Last status card" }).getAttribute("href")).toBe(post?.webUrl);
});

test("when Teams does not answer, nobody posts twice unknowingly", async () => {
  const before = await postsIn("Blood tracking", "Status");
  const page = await openCardPage();
  await page.write("Two wards train next week.", "Blood tracking › Status");
  await breakNextPost("connectionLostAfterCommit");
  await teams.enter(page.post);
  await teams.tab.getByText("Teams did not say whether the card was posted. Look in the channel before you post again.").waitFor();
  expect(await teams.tab.getByRole("textbox", { name: "Headline" }).inputValue()).toBe("Two wards train next week.");
  expect(await postsIn("Blood tracking", "Status")).toHaveLength(before.length + 1);
});

test("a refusal by Teams posts nothing and is said in plain words", async () => {
  const before = await postsIn("Blood tracking", "Status");
  const page = await openCardPage();
  await page.write("Two wards train next week.", "Blood tracking › Status");
  await breakNextPost("forbidden");
  await teams.enter(page.post);
  await teams.tab.getByText("You may not post in this channel.").waitFor();
  expect(await postsIn("Blood tracking", "Status")).toHaveLength(before.length);
});

test("a headline with a patient's number is not posted", async () => {
  const page = await openCardPage();
  await page.write("Patient 401 023 2137 waits.", "PMO › Reporting");
  await teams.tab
    .getByText(/NHS number/)
    .first()
    .waitFor();
  expect(await page.post.getAttribute("aria-disabled")).toBe("true");
});

test("somebody who may only read the project's site posts a card and is told that its link is not kept", async () => {
  const answer = await demo.graph("sro", "/sites/northmere.sharepoint.com:/sites/northmere-estates:/lists/Projects/items?$expand=fields&$top=1");
  const [estate] = (answer.body as { readonly value: readonly Item[] }).value;
  const sro = await openTeams(demo, { persona: "sro" });
  await sro.tab.goto(`${demo.address}/tab.html?site=${encodeURIComponent("https://northmere.sharepoint.com/sites/northmere-estates")}&scope=portfolio`);
  await sro.go(`card/${textOf(estate, "Ref")}`);
  const page = cardPage(sro);
  await page.write("The roof is closed before winter.", "PMO › General");
  await sro.enter(page.post);
  await sro.tab.getByText("The card is in the channel").waitFor();
  await sro.tab.getByText("The link could not be kept on the project because you cannot edit this site.").waitFor();
  // The link is dropped: nobody is asked to decide about it.
  await sro.allSaved();
  expect((await postsIn("PMO", "General"))[0]?.body.content).toContain(textOf(estate, "Title"));
  await sro.page.close();
});

/** What the product has been allowed in this tenant; everything else is. */
async function setConsents(consents: Readonly<Record<string, "askFirst" | "withheld">>): Promise<void> {
  const answer = await fetch(`${demo.address}/demo/faults.json`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ clear: "all", consents }),
  });
  expect(answer.status).toBe(200);
}

test("posting is allowed when it is first needed, in one question for the whole task", async () => {
  await setConsents({ chooseTeam: "askFirst", chooseChannel: "askFirst", postMessages: "askFirst" });
  const window = await openTeams(demo, { persona: "pm", fragment: `card/${project.ref}` });
  await window.tab.getByText(/^To post a card, Project Registers must see your channels and post as you\./).waitFor();
  await window.enter(window.tab.getByRole("button", { name: "Allow" }));
  const question = window.page.getByRole("dialog", { name: "Permissions requested" });
  await question.getByText("ChannelMessage.Send").waitFor();
  await window.enter(question.getByRole("button", { name: "Accept" }));
  const page = cardPage(window);
  await page.write("Allowed and posted.", "PMO › Reporting");
  await window.enter(page.post);
  await window.tab.getByText("The card is in the channel").waitFor();
  expect((await postsIn("PMO", "Reporting"))[0]?.attachments[0]?.content).toContain("Allowed and posted.");
  await window.page.close();
});

test("where the administrator withholds posting it is said, and the card can be copied", async () => {
  await setConsents({ postMessages: "withheld" });
  const window = await openTeams(demo, { persona: "pm", fragment: `card/${project.ref}` });
  await window.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const before = await postsIn("PMO", "Reporting");
  const page = cardPage(window);
  await page.write("Posted by hand.", "PMO › Reporting");
  await window.enter(page.post);
  await window.enter(window.tab.getByRole("button", { name: "Allow" }));
  await window.enter(window.page.getByRole("dialog", { name: "Need admin approval" }).getByRole("button"));
  await window.tab.getByText(/^Posting was not allowed\. Your administrator may have to approve it\./).waitFor();
  await window.enter(window.tab.getByRole("button", { name: "Copy as text" }));
  await window.notice("Copied. Paste it into the channel.");
  expect(await window.page.evaluate(() => navigator.clipboard.readText())).toContain("“Posted by hand.”");
  expect(await postsIn("PMO", "Reporting")).toHaveLength(before.length);
  await setConsents({});
  await window.page.close();
});

test("somebody in no team is told so", async () => {
  const board = await openTeams(demo, { persona: "board", fragment: `card/${project.ref}` });
  await board.tab.getByText("You are in no team with a channel").waitFor();
  expect(await cardPage(board).post.getAttribute("aria-disabled")).toBe("true");
  await board.page.close();
});
