/** @jest-environment jsdom */
import { screen } from "@testing-library/react";
import { setUpScript } from "../../../src/features/set-up/set-up-script";
import { succeed } from "../../../src/kernel";
import { createProvisioning, sharePointColumns } from "../../../src/lists";
import { allRegisters, lightRegisters, loadCatalogue, loadRegisters, supportingRegisters, type Register } from "../../../src/registers";
import { emptySite, press, showSetUp, type Showing } from "./setting";

// The first rendering loads all of Fluent; a busy machine needs more than five seconds for it.
jest.setTimeout(30_000);

beforeAll(async () => {
  await loadCatalogue();
});

// Planning asks nobody anything.
const planner = createProvisioning({ graph: {} as never, lists: {} as never, loadRegisters });
const provisioning = { plan: async (registers: readonly string[]) => succeed(await planner.plan(registers)) };
const absent = allRegisters.map(({ name }) => ({ register: name, columns: 10, isStarted: false }));
const behind = [...lightRegisters, ...supportingRegisters];

function showing(more: Partial<Showing>): Showing {
  return { looks: [{ ...emptySite, absent }], provisioning, ...more };
}

test("where sites are granted one by one the app makes no list: it gives files and a text for the administrator", async () => {
  const copied: string[] = [];
  const { saved, services } = await showSetUp(
    showing({
      way: "selected",
      services: {
        links: {
          toPage: (fragment) => fragment,
          toRecord: () => ({ teams: "", browser: "" }),
          open: () => Promise.reject(new Error("not used")),
          copy: (text) => Promise.resolve(succeed(void copied.push(text))),
        },
      },
    }),
  );
  expect(screen.queryByRole("button", { name: /^Create/ })).toBeNull();
  expect(screen.getByText("The file makes 16 lists.")).toBeTruthy();
  await press("Download the lists (JSON)");
  await press("Download the script (PowerShell)");
  const json = JSON.parse(saved.get("project-registers-set-up.json") ?? "") as {
    readonly site: string;
    readonly lists: readonly { readonly columns: unknown }[];
  };
  expect(json.site).toBe(services.session.site.address);
  expect(json.lists.map(({ columns }) => columns)).toEqual(behind.map((register: Register) => sharePointColumns(register)));
  expect(saved.get("project-registers-set-up.ps1")).toContain("PRRisks");
  await press("Copy the text");
  expect(copied).toHaveLength(1);
  expect(copied[0]).toContain(services.session.site.address);
});

test("lists that lack columns are in the files, too, as the app changes none", async () => {
  const standing = ["Risks", "Issues"].map((register) => ({
    register,
    differences: register === "Risks" ? [{ kind: "lost" as const, column: "Controls", label: "Controls in place" }] : [],
  }));
  const { saved } = await showSetUp(showing({ way: "selected", looks: [{ ...emptySite, standing }] }));
  expect(screen.getByText("The file adds missing columns to 1 list.")).toBeTruthy();
  expect(screen.queryByText(/^The file makes/)).toBeNull();
  await press("Download the lists (JSON)");
  const json = JSON.parse(saved.get("project-registers-set-up.json") ?? "") as { readonly lists: readonly { readonly urlName: string }[] };
  expect(json.lists.map(({ urlName }) => urlName)).toEqual(["PRRisks"]);
});

test("where the app may make lists the same files wait folded", async () => {
  await showSetUp(showing({}));
  expect(screen.getByText("Your administrator can do this instead").closest("details")?.open).toBe(false);
  expect(screen.getByRole("button", { name: "Download the script (PowerShell)", hidden: true })).toBeTruthy();
});

describe("the script", () => {
  const site = "https://northmere.sharepoint.com/sites/pm'o";
  const written = async (): Promise<string> => setUpScript({ version: 1, site, lists: await planner.plan(allRegisters.map(({ name }) => name)) });

  test("names each list in its comment and makes it with exactly the columns that the app would", async () => {
    const script = await written();
    for (const register of allRegisters) {
      expect(script).toContain(`  ${register.label} (PR${register.name}): `.replaceAll("’", "'"));
      for (const column of sharePointColumns(register)) {
        const escaped = JSON.stringify(column).replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
        expect(script).toContain(`      '${escaped.replaceAll("'", "''")}'\r\n`);
      }
    }
  });

  test("is ASCII with Windows line ends, and no value can end a literal", async () => {
    const script = await written();
    expect(script).toMatch(/^[\x20-\x7e\r\n]+$/);
    expect(script.split("\n").every((line) => line === "" || line.endsWith("\r"))).toBe(true);
    expect(script).toContain("$SiteAddress = 'https://northmere.sharepoint.com/sites/pm''o'");
    const literals = script.split("\r\n").filter((line) => /^ {6}'\{/.test(line));
    expect(literals.length).toBeGreaterThan(500);
    for (const line of literals) JSON.parse(line.trim().slice(1, -1).replaceAll("''", "'"));
  });

  test("holds no secret and asks for the one permission that lists need", async () => {
    const script = await written();
    expect(script.match(/-Scopes '[^']*'/g)).toEqual(["-Scopes 'Sites.Manage.All'"]);
    const code = script.split("\r\n").filter((line) => !/^ +(Label|Words) = |^ {6}'\{/.test(line));
    expect(code.join("\n")).not.toMatch(/secret|token|ClientId/i);
  });
});
