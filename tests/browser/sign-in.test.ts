import { type Page } from "playwright-core";
import { startDemo, type Demo } from "./support/demo";
import { openTeams } from "./support/teams-window";

jest.setTimeout(90_000);

let demo: Demo;

beforeAll(async () => {
  demo = await startDemo();
}, 180_000);

afterAll(async () => {
  await demo.stop();
});

/** Presses the button of the gate; the window of the sign-in service. */
async function pressSignIn(page: Page): Promise<Page> {
  const [window] = await Promise.all([page.context().waitForEvent("page"), page.getByRole("button", { name: "Sign in" }).click()]);
  await window.getByRole("heading", { name: "Choose who you are" }).waitFor();
  return window;
}

test("in a plain browser that knows nobody a person signs in, and another window of theirs needs no sign-in", async () => {
  const page = await demo.page();
  await page.goto(`${demo.address}/tab.html`);
  const closed = await pressSignIn(page);
  await closed.close();
  await page.getByText("Sign in in the window that opened. If you closed it, choose Sign in again.").waitFor();
  const window = await pressSignIn(page);
  await window.getByRole("link", { name: "Asha Patel" }).click();
  await page.getByRole("navigation", { name: "Pages" }).waitFor();
  await page.getByRole("grid", { name: /Risks, issues/ }).waitFor();
  const second = await page.context().newPage();
  await second.goto(`${demo.address}/tab.html`);
  await second.getByRole("navigation", { name: "Pages" }).waitFor();
});

test("a tab that Teams suspends says at once that it is ready, and reads anew when it is seen again", async () => {
  const teams = await openTeams(demo, { persona: "pm", fragment: "raid" });
  await teams.tab.getByRole("grid", { name: /Risks, issues/ }).waitFor();
  await teams.enter(teams.page.getByRole("button", { name: "Suspend" }));
  const resume = teams.page.getByRole("button", { name: "Resume" });
  await resume.waitFor();
  const reads = teams.page.waitForRequest((request) => request.url().endsWith("/v1.0/$batch"));
  await teams.enter(resume);
  await reads;
  await teams.tab.getByRole("grid", { name: /Risks, issues/ }).waitFor();
  await teams.page.close();
});

test("saving that was not allowed yet keeps the change until the person allows it", async () => {
  const set = (consents: object): Promise<Response> =>
    fetch(`${demo.address}/demo/faults.json`, { method: "POST", body: JSON.stringify({ clear: "all", consents }) });
  await set({ writeRegisters: "askFirst" });
  const teams = await openTeams(demo, { persona: "pm", fragment: "register/Risks?open=Risks%2FR-0013" });
  await teams.tab.getByRole("textbox", { name: "There is a risk that" }).fill("Removal is refused at the gate and the van waits outside.");
  await teams.enter(teams.tab.getByRole("button", { name: /^Save/ }).first());
  await teams.tab.getByText(/^To save your changes, Project Registers must write to this site as you\./).waitFor();
  await teams.enter(teams.tab.getByRole("button", { name: "Allow" }));
  await teams.enter(teams.page.getByRole("dialog", { name: "Permissions requested" }).getByRole("button", { name: "Accept" }));
  await teams.allSaved();
  await set({});
  await teams.page.close();
});
