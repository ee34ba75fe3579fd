/** @jest-environment jsdom */
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { readTable } from "../../../src/exchange";
import { projects, risks, valueAt } from "../../../src/registers";
import { closedDirectory, directoryOf, portfolioText, site, windows1252 } from "./fixture";
import { fullDevice } from "../parts/full-device";
import { openNorthmere, pressKey, showImport } from "./setting";

const place = { site, register: "Projects" };

afterEach(cleanup);

test("a file goes from choosing to the register by keyboard with a receipt, and a second import changes nothing", async () => {
  const northmere = openNorthmere();
  const { choose } = showImport(northmere, projects);
  choose("portfolio.csv", windows1252(portfolioText(24)));
  expect((await screen.findAllByText("portfolio.csv: Windows-1252, semicolons, 24 rows")).length).toBeGreaterThan(0);
  expect(screen.getByLabelText<HTMLSelectElement>(/^Amounts of Approved budget/).value).toBe("1000000");

  await pressKey("Show what would change");
  await screen.findByText("24 projects will be added", undefined, { timeout: 5_000 });
  expect(screen.getByText("24 rows are incomplete. You can fill the rest later")).toBeTruthy();
  expect(screen.getByRole("button", { name: /^3\. See what would change/ })).toBe(screen.getByRole("button", { expanded: true }));
  expect(northmere.lists.rows(place)).toHaveLength(0);

  await pressKey("Import 24 projects");
  await screen.findByText("24 projects imported", undefined, { timeout: 5_000 });
  expect(northmere.lists.rows(place)).toHaveLength(24);
  const [receipt] = northmere.lists.rows({ site, register: "Receipts" });
  expect(receipt?.values).toMatchObject({
    Kind: "Import",
    RegisterName: "Projects",
    SourceName: "portfolio.csv",
    AddedCount: 24,
    RefusedCount: 0,
    MadeAt: "2026-11-24T09:00:00.000Z",
  });
  expect(northmere.services.store.status().undoLabel).toBe("import of 24 projects");

  await pressKey("Import another file");
  choose("portfolio.csv", windows1252(portfolioText(24)));
  expect(await screen.findByText("You have matched these headings before. The same choices are set again.")).toBeTruthy();
  await pressKey("Show what would change");
  await screen.findByText("24 projects are already the same", undefined, { timeout: 5_000 });
  expect(screen.getByText(/^Nothing to import/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Import \d/ })).toBeNull();
}, 30_000);

test("Undo takes the whole import back", async () => {
  const northmere = openNorthmere();
  const { choose } = showImport(northmere, projects);
  choose("portfolio.csv", windows1252(portfolioText(6)));
  await pressKey("Show what would change");
  await pressKey("Import 6 projects");
  await pressKey("Undo this import");
  await screen.findByText(/The import was taken back in 6 records/, undefined, { timeout: 5_000 });
  expect(northmere.lists.rows(place).every((row) => valueAt(row.values, "Archived") === true)).toBe(true);
  expect(northmere.services.store.rows(place)).toHaveLength(0);
}, 30_000);

test("rows that neither the device nor SharePoint takes are listed apart from refused ones, and the import can be run again", async () => {
  const northmere = openNorthmere(fullDevice().device);
  northmere.source.always = { fault: { kind: "signInNeeded" }, when: "before" };
  const { choose } = showImport(northmere, projects);
  choose("portfolio.csv", windows1252(portfolioText(6)));
  await pressKey("Show what would change");
  await pressKey("Import 6 projects");
  await screen.findByText("Nothing is saved yet", undefined, { timeout: 5_000 });
  expect(screen.queryByText(/imported$/)).toBeNull();
  expect(screen.getByText("6 rows are not saved yet: the register did not answer and this device had no room")).toBeTruthy();
  const list = screen.getByRole("heading", { name: "Rows not saved yet" }).closest("section");
  expect(list?.querySelectorAll("li")).toHaveLength(6);
  expect(list?.textContent).toMatch(/Row 2, /);
  expect(screen.queryByText("Refused rows")).toBeNull();
  expect(screen.queryByRole("button", { name: "Undo this import" })).toBeNull();
  northmere.source.always = undefined;
  await pressKey("Run the import again");
  await pressKey("Import 6 projects");
  await screen.findByText("6 projects imported", undefined, { timeout: 5_000 });
  expect(northmere.lists.rows(place)).toHaveLength(6);
}, 30_000);

test("problems are shown one a line, and their rows can be taken away as a workbook", async () => {
  const northmere = openNorthmere();
  const { choose } = showImport(northmere, projects);
  choose("portfolio.csv", windows1252(portfolioText(6)));
  await pressKey("Show what would change");
  fireEvent.click(await screen.findByLabelText("Only problems", undefined, { timeout: 5_000 }));
  const cells = screen.getAllByText("Approved budget (whole life) holds a sentence. It is kept in Notes");
  expect(cells[0]?.closest("tr")?.textContent).toMatch(/Ward scheme 00067.*Exempt under Section 43/s);
  await pressKey("Import 6 projects");
  await pressKey("Download 2 problem rows");
  await screen.findByText("Problem rows Projects.xlsx is ready");
  const read = await readTable(northmere.saved.get("Problem rows Projects.xlsx")!, "problems");
  const rows = read.ok ? read.value.sheets[0]!.rows : [];
  expect(rows.map((row) => row[0])).toEqual(["Row in the file", 4, 7]);
  expect(rows[0]).toContain("project_number");
}, 30_000);

test("a file that cannot be read is refused by its name, and nothing else opens", async () => {
  const northmere = openNorthmere();
  const { choose } = showImport(northmere, risks);
  choose("plan.mpp", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]));
  expect(await screen.findByText(/^plan\.mpp is in an old Office format\. Nothing was changed\./)).toBeTruthy();
  expect(screen.getByRole("button", { name: /^2\. Match the columns/ })).toHaveProperty("disabled", true);
}, 30_000);

test("a column can be left out, take one value for all rows, or take words told to mean our choices", async () => {
  const northmere = openNorthmere();
  const { choose } = showImport(northmere, projects);
  choose("portfolio.csv", windows1252(portfolioText(6)));
  fireEvent.change(await screen.findByLabelText(/^“Amber\/red”/), { target: { value: "Red" } });
  fireEvent.change(screen.getByLabelText("Status"), { target: { value: "value" } });
  fireEvent.change(screen.getByLabelText(/^Status for all rows/), { target: { value: "Active" } });
  fireEvent.change(screen.getByLabelText("What and why"), { target: { value: "" } });
  await pressKey("Show what would change");
  await pressKey("Import 6 projects");
  await screen.findByText("6 projects imported", undefined, { timeout: 5_000 });
  const third = northmere.lists.rows(place).find((row) => valueAt(row.values, "OldReference") === "NM_0003");
  expect(third?.values).toMatchObject({ RagOverall: "Red", Status: "Active" });
  expect(third?.values).not.toHaveProperty("Description");
}, 30_000);

test("what looks like a patient's detail is asked about once before anything is written", async () => {
  const northmere = openNorthmere();
  const { choose } = showImport(northmere, projects);
  choose("wards.csv", windows1252("Project name,What and why\r\nWard Wi-Fi,Asked for by the family of AB 12 34 56 C after the incident\r\n"));
  await pressKey("Show what would change");
  await pressKey("Import 1 project");
  expect(await screen.findByText("Is this about a patient?")).toBeTruthy();
  expect(northmere.lists.rows(place)).toHaveLength(0);
  await pressKey("It is not, import");
  await screen.findByText("1 project imported", undefined, { timeout: 5_000 });
  expect(northmere.lists.rows(place)).toHaveLength(1);
}, 30_000);

test("a site without the register says so before anything could be planned", async () => {
  const northmere = openNorthmere();
  northmere.source.pull = (requests, came) => {
    for (const { place } of requests) came({ place, pages: { ok: false, fault: { kind: "notFound" } } });
    return Promise.resolve();
  };
  const { choose } = showImport(northmere, projects);
  choose("portfolio.csv", windows1252(portfolioText(3)));
  await pressKey("Show what would change");
  expect(await screen.findByText("This site has no Projects register yet")).toBeTruthy();
}, 30_000);

const riskLog = [
  "Northmere risk log,,,,",
  "Risk ID,Risk,Likelihood,Impact,Risk owner",
  "L-1,Scanners arrive after the wards have opened,High,Major,Mei Lin",
  "L-2,The signal on ward 4 is too weak,Whatever,3,A. Patel",
  "Total,,,3,",
  ",,,,",
  "Prepared by the project office,,,,",
  "",
].join("\r\n");

test("an ugly risk log: rows left out are listed, words are mapped once, a doubtful person is chosen, and the receipt adds up", async () => {
  const northmere = openNorthmere();
  const asha = { name: "Asha Patel", address: "asha.patel@northmere.example", jobTitle: "Project manager" };
  const mei = { name: "Mei Lin", address: "mei.lin@northmere.example" };
  const withPeople = { ...northmere, services: { ...northmere.services, people: directoryOf(asha, mei) } };
  const { choose } = showImport(withPeople, risks);
  choose("log.csv", windows1252(riskLog));
  expect(await screen.findByRole("heading", { name: "2 rows are left out" }, { timeout: 5_000 })).toBeTruthy();
  expect(screen.getByText("1 total: row 5")).toBeTruthy();
  expect(screen.getByText("1 note or footer: row 7")).toBeTruthy();
  expect(screen.getByText("Row 7: Prepared by the project office", { selector: "li *" })).toBeTruthy();
  expect(screen.getByText("Words for Likelihood. 1 of 2 words matched. 2 words to check")).toBeTruthy();
  expect(screen.getByLabelText<HTMLSelectElement>(/^“High” \(1 row\)/).value).toBe("Likely");
  fireEvent.change(screen.getByLabelText(/^“Whatever”/), { target: { value: "Rare" } });

  await pressKey("Show what would change");
  expect(await screen.findByText("1 name was found for certain.", undefined, { timeout: 5_000 })).toBeTruthy();
  const who = screen.getByLabelText<HTMLSelectElement>("Who is “A. Patel”? (1 row)");
  expect([...who.options].map(({ text }) => text)).toEqual([
    "Keep the name alone",
    "Asha Patel, Project manager, asha.patel@northmere.example",
    "Somebody else: type a work address",
  ]);
  expect(who.value).toBe("");
  fireEvent.change(who, { target: { value: asha.address } });
  expect(screen.queryByRole("button", { name: /^Import \d/ })).toBeNull();
  await pressKey("Show what would change");
  await pressKey("Import 2 risks");
  await screen.findByText("2 risks imported", undefined, { timeout: 5_000 });
  const said = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(said).toContain("4 rows of the file were read");
  expect(said).toContain("2 rows were left out: 1 total: row 5; 1 note or footer: row 7");
  const rows = northmere.lists.rows({ site, register: "Risks" }).map(({ values }) => values);
  expect(rows).toMatchObject([
    { OldReference: "L-1", CurrentLikelihood: 4, CurrentConsequence: 4, Owner: "Mei Lin", OwnerAddress: "mei.lin@northmere.example" },
    { OldReference: "L-2", CurrentLikelihood: 1, CurrentConsequence: 3, Owner: "Asha Patel", OwnerAddress: "asha.patel@northmere.example" },
  ]);
  const [receipt] = northmere.lists.rows({ site, register: "Receipts" });
  expect(JSON.parse(String(valueAt(receipt!.values, "DetailJson")))).toMatchObject({
    rowsRead: 4,
    leftOut: [
      { why: "total", rows: [5] },
      { why: "note", rows: [7] },
    ],
  });

  await pressKey("Import another file");
  choose("other.csv", windows1252("Ref,Risk description,Likelihood,Impact\r\nM-1,The lift is out of order again,Whatever,High\r\n"));
  const again = await screen.findByLabelText<HTMLSelectElement>(/^“Whatever”/);
  expect(again.value).toBe("Rare");
  expect(screen.getByText("As you chose before.")).toBeTruthy();
}, 30_000);

test("totals are taken in when somebody says so, and what was matched stays", async () => {
  const northmere = openNorthmere();
  const { choose } = showImport(northmere, risks);
  choose("log.csv", windows1252(riskLog));
  fireEvent.change(await screen.findByLabelText(/^“Whatever”/), { target: { value: "Rare" } });
  const box = screen.getByLabelText<HTMLInputElement>("Import totals too");
  box.focus();
  fireEvent.click(box);
  expect(await screen.findByRole("heading", { name: "1 row is left out" })).toBeTruthy();
  expect(screen.getByLabelText("Import totals too")).toBe(box.ownerDocument.activeElement);
  expect(screen.getByLabelText<HTMLSelectElement>(/^“Whatever”/).value).toBe("Rare");
}, 30_000);

test("without the permission to search the directory, names are kept and an address can be typed", async () => {
  const northmere = openNorthmere();
  const { choose } = showImport({ ...northmere, services: { ...northmere.services, people: closedDirectory } }, risks);
  choose("log.csv", windows1252(riskLog));
  await pressKey("Show what would change");
  expect(await screen.findByText(/Project Registers needs your permission/, undefined, { timeout: 5_000 })).toBeTruthy();
  expect(screen.getByText(/^2 names were not looked for in the staff directory\./)).toBeTruthy();
  fireEvent.change(screen.getByLabelText(/^Work address of Mei Lin/), { target: { value: "Mei.Lin@northmere.example" } });
  await pressKey("Show what would change");
  await pressKey("Import 2 risks");
  await screen.findByText("2 risks imported", undefined, { timeout: 5_000 });
  expect(northmere.lists.rows({ site, register: "Risks" }).map(({ values }) => values)).toMatchObject([
    { Owner: "Mei Lin", OwnerAddress: "mei.lin@northmere.example" },
    { Owner: "A. Patel" },
  ]);
}, 30_000);

test("a file chosen for one register is not offered to the next", async () => {
  const northmere = openNorthmere();
  const { choose, goTo } = showImport(northmere, projects);
  choose("portfolio.csv", windows1252(portfolioText(3)));
  await screen.findAllByText("portfolio.csv: Windows-1252, semicolons, 3 rows", undefined, { timeout: 5_000 });
  goTo(risks);
  expect(screen.getByText("Import risks from a file")).toBeTruthy();
  expect(screen.queryByText(/portfolio\.csv/)).toBeNull();
}, 30_000);
