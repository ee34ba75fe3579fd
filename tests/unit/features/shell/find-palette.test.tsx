/** @jest-environment jsdom */
import { fireEvent, render, screen } from "@testing-library/react";
import { FindPalette } from "../../../../src/features/shell/find-palette";
import { ServicesProvider } from "../../../../src/parts";
import type { Values } from "../../../../src/registers";
import type { RegisterPlace, StoredRow } from "../../../../src/store";
import { AppTheme, LiveAnnouncer, Notifier } from "../../../../src/ui";
import { openNorthmere } from "../../parts/services";

// The first rendering loads all of Fluent; a busy machine needs more than five seconds for it.
jest.setTimeout(60_000);

/** @returns where the person is after the first record that these words find. */
async function found(rows: Readonly<Record<string, readonly Values[]>>, words: string): Promise<string> {
  const { services: given } = await openNorthmere(rows);
  // Lists of ours give every row a ref; one that the trust made itself has none.
  const isWithout = Object.values(rows)
    .flat()
    .every((values) => !("Ref" in values));
  const withoutRef = ({ values: { Ref: ref, ...values }, ...row }: StoredRow): StoredRow => ({
    ...row,
    values: isWithout || ref === undefined ? values : { ...values, Ref: ref },
  });
  const services = { ...given, store: { ...given.store, rows: (place: RegisterPlace) => given.store.rows(place).map(withoutRef) } };
  render(
    <AppTheme theme="default">
      <LiveAnnouncer>
        <Notifier>
          <ServicesProvider value={services}>
            <FindPalette commands={[]} onClose={() => undefined} />
          </ServicesProvider>
        </Notifier>
      </LiveAnnouncer>
    </AppTheme>,
  );
  fireEvent.change(screen.getByRole("combobox"), { target: { value: words } });
  const [first] = screen.getAllByRole("option");
  if (first === undefined) throw new Error("nothing was found");
  fireEvent.click(first);
  return services.location.read();
}

test.each<[string, Readonly<Record<string, readonly Values[]>>, string]>([
  ["a project with a ref on its own page", { Projects: [{ Ref: "P-0001", Title: "Theatre roof" }] }, "project/P-0001"],
  ["a risk by its ref", { Risks: [{ Ref: "R-0042", Title: "The roof leaks" }] }, "register/Risks?open=Risks%2FR-0042"],
  ["a risk of a list without refs by its row", { Risks: [{ Title: "The roof leaks" }] }, "register/Risks?open=Risks%2F1"],
  ["a project without a ref by its row", { Projects: [{ Title: "Theatre roof" }] }, "projects?open=Projects%2F1"],
])("what is found opens %s", async (_what, rows, fragment) => {
  expect(await found(rows, "roof")).toBe(fragment);
});
