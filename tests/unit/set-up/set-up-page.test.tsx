/** @jest-environment jsdom */
import { act, fireEvent, screen, within } from "@testing-library/react";
import { fail, succeed, type Progress, type Result } from "../../../src/kernel";
import type { ProvisionedList } from "../../../src/parts";
import { furtherRegisters, lightRegisters, loadCatalogue, supportingRegisters } from "../../../src/registers";
import { emptySite, press, settled, showSetUp } from "./setting";

// The first rendering loads all of Fluent; a busy machine needs more than five seconds for it.
jest.setTimeout(30_000);

beforeAll(async () => {
  await loadCatalogue();
});

const all = [...lightRegisters, ...furtherRegisters, ...supportingRegisters];
const nothingThere = { ...emptySite, absent: all.map(({ name }) => ({ register: name, columns: 10, isStarted: false })) };

const box = (name: string): HTMLInputElement => screen.getByRole("checkbox", { name, hidden: true });
const made = (registers: readonly string[]): Promise<Result<readonly ProvisionedList[]>> =>
  Promise.resolve(succeed(registers.map((register) => ({ register, outcome: succeed("created" as const) }))));

describe("a site without lists", () => {
  test("is offered the eight light registers; those behind come along, the others wait folded with their count", async () => {
    await showSetUp({ looks: [nothingThere] });
    expect(lightRegisters.map(({ label }) => box(label).checked)).toEqual(Array.from({ length: 8 }, () => true));
    expect(screen.getByText(/^These come with them: Settings, Receipts/)).toBeTruthy();
    const more = screen.getByText("More registers (26)");
    expect(more.closest("details")?.open).toBe(false);
    expect(furtherRegisters.map(({ label }) => box(label).checked)).toEqual(Array.from({ length: 26 }, () => false));
  });

  test("is told before anything is made: how many lists and columns, how long, which permission, what is not touched", async () => {
    await showSetUp({ looks: [nothingThere] });
    const plan = within(screen.getByRole("region", { name: "Before anything is made" }));
    expect(plan.getByText("16 lists with 160 columns will be made.")).toBeTruthy();
    expect(plan.getByText(/^It takes about 2 minutes\./)).toBeTruthy();
    expect(plan.getByText(/needs the permission Sites\.Manage\.All/)).toBeTruthy();
    expect(plan.getByRole("link", { name: "See every permission" }).getAttribute("href")).toBe("#permissions");
    expect(plan.getByText(/^Not touched: /)).toBeTruthy();
    expect(plan.getByText("Risks: 10 columns")).toBeTruthy();
    fireEvent.click(box("Risks"));
    expect(plan.getByText("15 lists with 150 columns will be made.")).toBeTruthy();
  });

  test("gets what was chosen in catalogue order, and nothing where nothing is chosen", async () => {
    const wanted: (readonly string[])[] = [];
    await showSetUp({
      looks: [nothingThere],
      provisioning: {
        create: (_site, registers) => {
          wanted.push(registers);
          return made(registers);
        },
      },
    });
    for (const { label } of lightRegisters.slice(1)) fireEvent.click(box(label));
    await press("Create 9 lists");
    expect(wanted).toEqual([["Projects", ...supportingRegisters.map(({ name }) => name)]]);
    fireEvent.click(box("Projects"));
    expect(screen.getByText("Choose at least one register.")).toBeTruthy();
  });

  test("shows how far it has come, with the time that the first lists took, and stops when told", async () => {
    let progress: Progress | undefined;
    let finish: () => void = () => undefined;
    const { world } = await showSetUp({
      looks: [nothingThere],
      provisioning: {
        create: (_site, registers, given) => {
          progress = given;
          return new Promise((resolve) => {
            finish = () =>
              resolve(succeed(registers.map((register, index) => ({ register, outcome: index === 0 ? succeed("created") : fail({ kind: "cancelled" }) }))));
          });
        },
      },
    });
    await press("Create 16 lists");
    expect(screen.getByText("Creating lists, about 2 minutes to go")).toBeTruthy();
    await act(async () => world.pass(60_000));
    act(() => progress?.report(4, 16));
    expect(screen.getByText("Creating lists, about 3 minutes to go")).toBeTruthy();
    await press("Cancel");
    expect(progress?.signal.aborted).toBe(true);
    finish();
    await settled();
    const receipt = within(screen.getByRole("region", { name: "What was set up" }));
    expect(receipt.getByText("Made (1)")).toBeTruthy();
    expect(receipt.getByText("Not finished, because you stopped (15)")).toBeTruthy();
    expect(receipt.getByText("Choose Create again to go on. What is made stays.")).toBeTruthy();
  });

  test("may look around in sample data instead, or use a list of its own where it has some", async () => {
    let looks = 0;
    await showSetUp({ looks: [{ ...nothingThere, otherLists: 2 }], onSample: () => (looks += 1) });
    expect(screen.getByText(/^This site has 2 other lists\./)).toBeTruthy();
    expect(screen.getByRole("link", { name: "Use a list you already have" }).getAttribute("href")).toBe("#adopt");
    await press("Look around with sample data");
    expect(looks).toBe(1);
  });

  test("has no door to an adoption where it has no list to adopt", async () => {
    await showSetUp({ looks: [nothingThere] });
    expect(screen.queryByRole("link", { name: "Use a list you already have" })).toBeNull();
  });
});

describe("what was set up", () => {
  const standing = { ...emptySite, standing: all.map(({ name }) => ({ register: name, differences: [] })) };

  test("is told list by list, with a reason and what to do, is kept as a row and can be downloaded; the focus is on it", async () => {
    const { saved, lists } = await showSetUp({
      looks: [nothingThere, { ...standing, absent: [{ register: "Issues", columns: 10, isStarted: false }] }],
      provisioning: {
        create: (_site, registers) =>
          Promise.resolve(
            succeed(
              registers.map((register): ProvisionedList => {
                if (register === "Issues") return { register, outcome: fail({ kind: "forbidden" }) };
                return { register, outcome: succeed(register === "Risks" ? "completed" : register === "Costs" ? "alreadyThere" : "created") };
              }),
            ),
          ),
      },
    });
    await press("Create 16 lists");
    const receipt = within(screen.getByRole("region", { name: "What was set up" }));
    for (const heading of ["Made (13)", "Completed (1)", "There already (1)", "Not made (1)"]) expect(receipt.getByText(heading)).toBeTruthy();
    expect(receipt.getByText(/^Issues: .+\. .+/)).toBeTruthy();
    expect(document.activeElement).toBe(receipt.getByRole("heading", { name: "What was set up" }));
    expect(receipt.getByText("A copy is kept in the register of receipts.")).toBeTruthy();
    const [row] = lists.rows({ site: "northmere.sharepoint.com,site-one", register: "Receipts" });
    expect(row?.values).toMatchObject({ Kind: "Set up", MadeBy: "Femi Okoro", AddedCount: 13, ChangedCount: 1, UnchangedCount: 1, RefusedCount: 1 });
    await press("Download this receipt");
    expect(saved.get("Set-up receipt.txt")).toMatch(
      /^What was set up\r\nSite: Northmere registers, https:.*\r\nBy Femi Okoro, .*\r\n\r\nMade \(13\)\r\n- Projects\r\n/,
    );
  });

  test("opens three doors, of which the first is a project", async () => {
    const { services } = await showSetUp({ looks: [standing], onSample: () => undefined });
    const doors = within(screen.getByRole("region", { name: "What next?" }));
    expect(doors.getAllByRole("button").map(({ textContent }) => textContent)).toEqual([
      "Add a project",
      "Bring a spreadsheet",
      "Look around with sample data",
    ]);
    await press("Add a project");
    expect(services.location.read()).toBe("projects?open=Projects%2Fnew");
  });

  test("is said to have not begun when its code could not be fetched", async () => {
    await showSetUp({ looks: [nothingThere], provisioning: { create: () => Promise.resolve(fail({ kind: "offline" })) } });
    await press("Create 16 lists");
    expect(screen.queryByRole("region", { name: "What was set up" })).toBeNull();
    expect(screen.getByRole("button", { name: "Create 16 lists" })).toBeTruthy();
    expect(screen.getAllByRole("group").some(({ textContent }) => /connection|network|offline/i.test(textContent))).toBe(true);
  });
});

test("a list that an interrupted set-up began says so, is chosen, and its open columns alone are counted", async () => {
  await showSetUp({ looks: [{ ...emptySite, absent: [{ register: "Benefits", columns: 7, isStarted: true }] }] });
  expect(box("Benefits (begun, 7 columns to go)").checked).toBe(true);
  expect(box("Benefits (begun, 7 columns to go)").closest("details")?.open).toBe(true);
  expect(screen.getByText("1 list with 7 columns will be made.")).toBeTruthy();
});
