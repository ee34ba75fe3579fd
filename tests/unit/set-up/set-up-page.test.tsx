/** @jest-environment jsdom */
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import { SetUpPage } from "../../../src/features/set-up";
import { ServicesProvider, type MissingColumns, type MissingParts, type ProvisioningService } from "../../../src/parts";
import { AppTheme, Notifier } from "../../../src/ui";
import { openNorthmere } from "../parts/services";

const lost: readonly MissingColumns[] = [
  {
    register: "Risks",
    columns: [
      { name: "Controls", label: "Controls in place" },
      { name: "OwnerAddress", label: "Risk owner (address)" },
    ],
  },
  { register: "Costs", columns: [{ name: "Notes", label: "Notes" }] },
];

interface Shown {
  readonly added: (readonly MissingColumns[])[];
}

async function show(found: readonly MissingParts[], addColumns?: ProvisioningService["addColumns"]): Promise<Shown> {
  const added: (readonly MissingColumns[])[] = [];
  let looks = 0;
  const { services } = await openNorthmere({});
  const provisioning: ProvisioningService = {
    ...services.provisioning,
    missing: () => {
      const value = found[Math.min(looks, found.length - 1)] ?? { lists: [], columns: [] };
      looks += 1;
      return Promise.resolve({ ok: true, value });
    },
    addColumns: (site, wanted, progress) => {
      added.push(wanted);
      if (addColumns !== undefined) return addColumns(site, wanted, progress);
      return Promise.resolve(wanted.map(({ register, columns }) => ({ register, outcome: { ok: true, value: columns.length } })));
    },
  };
  render(
    <AppTheme theme="default">
      <Notifier>
        <ServicesProvider value={{ ...services, provisioning }}>
          <SetUpPage />
        </ServicesProvider>
      </Notifier>
    </AppTheme>,
  );
  await act(() => Promise.resolve());
  return { added };
}

async function press(name: string): Promise<void> {
  fireEvent.click(screen.getByRole("button", { name }));
  await act(() => Promise.resolve());
}

describe("lists that lost columns", () => {
  test("are named with their columns, and nothing is added before the person has seen what would be", async () => {
    const { added } = await show([{ lists: [], columns: lost }]);
    expect(screen.getByText("Risks no longer has the columns Controls in place and Risk owner (address).")).toBeTruthy();
    expect(screen.getByText("Costs no longer has the column Notes.")).toBeTruthy();
    await press("Add them back");
    const preview = within(screen.getByRole("alertdialog", { name: "Add 3 columns?" }));
    expect(preview.getByText("Risks: Controls in place, Risk owner (address)")).toBeTruthy();
    expect(preview.getByText("Costs: Notes")).toBeTruthy();
    expect(preview.getByText("They come back empty. Nothing else in the lists changes.")).toBeTruthy();
    expect(added).toEqual([]);
    await press("Cancel");
    expect([added, screen.queryByRole("alertdialog")]).toEqual([[], null]);
  });

  test("get exactly those columns back, and the page looks again", async () => {
    const { added } = await show([
      { lists: [], columns: lost },
      { lists: [], columns: [] },
    ]);
    await press("Add them back");
    await press("Add the columns");
    expect(added).toEqual([lost]);
    expect(screen.getByText("3 columns were added.")).toBeTruthy();
    expect(screen.queryByText(/no longer has/)).toBeNull();
  });

  test("are told one by one when SharePoint refuses, and what was added is said too", async () => {
    await show([{ lists: [], columns: lost }], (_site, wanted) =>
      Promise.resolve(
        wanted.map(({ register }) => ({ register, outcome: register === "Risks" ? { ok: false, fault: { kind: "forbidden" } } : { ok: true, value: 1 } })),
      ),
    );
    await press("Add them back");
    await press("Add the columns");
    expect(screen.getByText(/^Risks: /)).toBeTruthy();
    expect(screen.getByText("1 column was added.")).toBeTruthy();
  });

  test("are not mentioned where every list has all of its columns", async () => {
    await show([{ lists: [], columns: [] }]);
    expect(screen.getByText("Every register is set up in this site.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Add them back" })).toBeNull();
  });
});
