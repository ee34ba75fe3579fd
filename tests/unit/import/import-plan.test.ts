import { importPlan } from "../../../src/features/import/import-plan";
import type { Mapping } from "../../../src/features/import/mapping";
import { problemRowsWorkbook } from "../../../src/features/import/problem-rows";
import { sourceTable } from "../../../src/features/import/source-table";
import { readTable } from "../../../src/exchange";
import { costs, projects, risks, valueAt } from "../../../src/registers";
import { planOf, portfolioText, requestFor, rightAway, rowOf, sheetOf, tableOf, textOf, windows1252, written } from "./fixture";

const exempt = "Exempt under Section 43 of the Freedom of Information Act 2000 (Commercial interests)";

test("a published portfolio becomes projects: whole-life cost in £ million is exact to the penny, dates are right, all are incomplete", async () => {
  const planned = await planOf(await tableOf(portfolioText(184)));
  const { added, refused, incomplete, cellProblems } = planned.plan.totals;
  // A sixth of the rows holds sentences in four columns; a quarter of the others has a rating that is none of ours.
  const hidden = 30;
  const amberRed = Array.from({ length: 184 }, (_, index) => index).filter((index) => index % 6 !== 5 && index % 4 === 2).length;
  expect({ added, refused, incomplete, cellProblems }).toEqual({ added: 184, refused: 0, incomplete: 184, cellProblems: hidden * 4 + amberRed });
  const rows = written(planned);
  expect(valueAt(rows[0]!.values, "BudgetApproved")).toBe(2_013_02 * 1_000_000);
  expect(rows.map((row) => valueAt(row.values, "BudgetApproved"))).toEqual(
    Array.from({ length: 184 }, (_, index) => (index % 6 === 5 ? undefined : (201_302 + index * 10_001) * 1_000_000)),
  );
  expect(valueAt(rows[0]!.values, "StartForecast")).toBe("2014-07-08");
  expect(valueAt(rows[1]!.values, "EndForecast")).toBe("2024-04-02");
  expect(valueAt(rows[0]!.values, "OldReference")).toBe("NM_0001");
});

test("a sentence where a figure should be goes to the notes under its heading, and the row is imported all the same", async () => {
  const planned = await planOf(await tableOf(portfolioText(6)));
  const sixth = written(planned)[5];
  expect(valueAt(sixth!.values, "BudgetApproved")).toBeUndefined();
  expect(textOf(sixth, "Notes")).toContain(`wlc_baseline_incl_NCG: ${exempt}`);
  expect(planned.plan.rows[5]!.problems).toContainEqual({
    field: "BudgetApproved",
    says: "Approved budget (whole life) holds a sentence. It is kept in Notes",
    wrote: exempt,
  });
  expect(planned.plan.rows[5]!.position).toBe(7);
});

test("line breaks and letters of Windows-1252 in a comment arrive in the notes as they are", async () => {
  const notes = textOf(written(await planOf(await tableOf(portfolioText(1))))[0], "Notes");
  expect(notes).toContain("schedule_comment: The end date moved. This is due to: \n\n- late scanners; and\n- training that “slipped” by a month.");
});

test("the same file again changes nothing, with its problems still listed", async () => {
  const table = await tableOf(portfolioText(24));
  const first = await planOf(table);
  const second = await planOf(table, { live: written(first) });
  expect(second.plan.totals).toMatchObject({ added: 0, changed: 0, unchanged: 24, refused: 0, cells: 0, cellProblems: first.plan.totals.cellProblems });
});

test("a repeat finds its row although the key was changed in the register since, and a changed cell is one change", async () => {
  const table = await tableOf("Project ID,Project name,Description\r\nNM_1,Blood tracking,Trace blood from donor to patient\r\n");
  const rows = written(await planOf(table)).map((row) => rowOf(row.id, { ...row.values, OldReference: "NM_1 (moved)" }));
  const again = await planOf(await tableOf("Project ID,Project name,Description\r\nNM_1,Blood tracking,Trace every unit of blood\r\n"), { live: rows });
  expect(again.plan.rows).toMatchObject([{ kind: "changed", id: rows[0]!.id, changes: { OldReference: "NM_1", Description: "Trace every unit of blood" } }]);
});

test("notes that somebody wrote stay, and what stands there is not added again", async () => {
  const table = await tableOf(portfolioText(6));
  const rows = written(await planOf(table)).map((row) => rowOf(row.id, { ...row.values, Notes: `Asked for by the board.\n\n${textOf(row, "Notes")}` }));
  expect((await planOf(table, { live: rows })).plan.totals.unchanged).toBe(6);
  const bare = rows.map((row) => rowOf(row.id, { ...row.values, Notes: "Asked for by the board." }));
  const after = written(await planOf(table, { live: bare }), bare);
  expect(textOf(after[5], "Notes")).toMatch(/^Asked for by the board\.\n\n.*Exempt under Section 43/s);
});

test("a register's own export comes back over the same records by Ref", async () => {
  const live = [rowOf("7", { Ref: "R-0042", Title: "Late scanners", RiskEvent: "Scanners arrive late" })];
  const planned = await planOf(
    await tableOf("Ref,Title,There is a risk that\r\nR-0042,Late scanners,Scanners arrive very late\r\nR-0999,New one,Another risk\r\n"),
    { register: risks, live },
  );
  expect(planned.plan.rows).toMatchObject([{ kind: "changed", id: "7", changes: { RiskEvent: "Scanners arrive very late" } }, { kind: "added" }]);
});

test("without a key a row is known by all its cells, twins included", async () => {
  const text = "Title,Financial year\r\nScanners,2026/27\r\nScanners,2026/27\r\nTraining,2026-27\r\n";
  const table = await tableOf(text);
  const first = await planOf(table, { register: costs });
  expect(first.plan.totals).toMatchObject({ added: 3, refused: 0 });
  expect(written(first).map((row) => valueAt(row.values, "FinancialYear"))).toEqual(["2026/27", "2026/27", "2026/27"]);
  expect((await planOf(table, { register: costs, live: written(first) })).plan.totals).toMatchObject({ unchanged: 3, added: 0 });
});

test("one key in two rows of the file uses the first; one key in two records changes neither", async () => {
  const table = await tableOf("Project ID,Project name\r\nA1,First scheme\r\nA1,Second scheme\r\nB2,Third scheme\r\n");
  const mapping: Mapping = { ...requestFor(table).mapping, keyColumn: "OldReference" };
  const live = [rowOf("1", { Ref: "P-0001", OldReference: "B2", Title: "One" }), rowOf("2", { Ref: "P-0002", OldReference: "b2 ", Title: "Two" })];
  const planned = await planOf(table, { mapping, live });
  expect(planned.plan.rows.map((row) => row.kind)).toEqual(["added", "refused", "refused"]);
  expect(planned.plan.rows.flatMap((row) => (row.kind === "refused" ? row.reasons : []))).toEqual([
    "Another row has the same key, A1. Only the first is used",
    "More than one record has the key B2. Nothing is changed for this row",
  ]);
});

test("a record that was archived comes back and says so, unless a live one has the key", async () => {
  const table = await tableOf("Project ID,Project name\r\nA1,First scheme\r\n");
  const archived = written(await planOf(table)).map((row) => rowOf(row.id, { ...row.values, Archived: true }));
  const back = await planOf(table, { archived });
  expect(back.plan.rows).toMatchObject([{ kind: "changed", changes: { Archived: null } }]);
  expect(back.comingBack).toBe(1);
  const live = [rowOf("9", { Ref: "P-0009", OldReference: "A1", Title: "First scheme" })];
  expect((await planOf(table, { live, archived: [rowOf("8", { OldReference: "A1", Archived: true })] })).plan.rows).toMatchObject([
    { kind: "unchanged", id: "9" },
  ]);
});

test("people known here get their address; others keep the name, lose a stranger's address, and are marked", async () => {
  const table = await tableOf("Project ID,Project name,Project manager,SRO\r\nA1,Blood tracking,asha  PATEL,Tom Reid\r\n");
  const live = [rowOf("1", { Ref: "P-0001", OldReference: "A1", Title: "Blood tracking", Sro: "Mei Lin", SroAddress: "mei.lin@northmere.example" })];
  const others = { Risks: [rowOf("5", { Owner: "Asha Patel", OwnerAddress: "asha.patel@northmere.example" })] };
  const planned = await planOf(table, { live, others });
  expect(planned.plan.rows).toMatchObject([{ changes: { ProjectManagerAddress: "asha.patel@northmere.example", Sro: "Tom Reid", SroAddress: null } }]);
  expect(planned.namesOnly).toBe(1);
  expect(planned.remarks.get(2)).toMatchObject([{ field: "Sro", wrote: "Tom Reid" }]);
});

test("a project is found by ref or title; one that is not there is a problem of its cell", async () => {
  const table = await tableOf(
    "Project,Title,There is a risk that\r\nP-0001,Late scanners,Scanners arrive late\r\nblood tracking,Poor signal,The signal is poor\r\nAtlantis,Lost city,It sinks in the sea\r\n",
  );
  const others = { Projects: [rowOf("1", { Ref: "P-0001", Title: "Blood tracking" })] };
  const planned = await planOf(table, { register: risks, others });
  expect(written(planned).map((row) => valueAt(row.values, "ProjectRef"))).toEqual(["P-0001", "P-0001", undefined]);
  expect(planned.plan.rows[2]!.problems).toMatchObject([{ field: "ProjectRef", wrote: "Atlantis" }]);
  expect(textOf(written(planned)[2], "Cause")).toBe("Project: Atlantis");
});

test("a certain NHS number refuses its row and its words are shown nowhere; a possible detail is asked about", async () => {
  const table = await tableOf(
    "Project ID,Project name,Description\r\nA1,Ward scheme,For patient NHS number 401 023 2137 on ward 4\r\nA2,Clinic scheme,Owner born DOB 3/4/1980 leads it\r\nA3,Third scheme,Nothing to see here at all\r\n",
  );
  const planned = await planOf(table);
  expect(planned.plan.rows.map((row) => row.kind)).toEqual(["refused", "added", "added"]);
  expect(planned.patientAsks).toEqual(["What and why"]);
  const bytes = problemRowsWorkbook({ register: projects, table, planned, nowMs: 0 });
  const read = await readTable(bytes, "problems");
  expect(JSON.stringify(read)).not.toContain("401 023");
  expect(JSON.stringify([planned.plan.rows, [...planned.names.values()]])).not.toContain("401 023 2137");
});

test("named numbers of a scale, one value for all rows, and a value that breaks a rule", async () => {
  const table = await tableOf("There is a risk that,Likelihood,Consequence\r\nScanners arrive late,Likely,5 - Catastrophic\r\nNobody comes,9,Moderate\r\n");
  const suggested = requestFor(table, { register: risks }).mapping;
  const mapping: Mapping = {
    ...suggested,
    sources: new Map([...suggested.sources, ["Owner", { kind: "value", written: "Asha Patel <asha.patel@northmere.example>" }]]),
  };
  const planned = await planOf(table, { register: risks, mapping });
  const [first, second] = written(planned);
  expect(first!.values).toMatchObject({
    CurrentLikelihood: 4,
    CurrentConsequence: 5,
    CurrentScore: 20,
    Owner: "Asha Patel",
    OwnerAddress: "asha.patel@northmere.example",
  });
  expect(valueAt(second!.values, "CurrentLikelihood")).toBeUndefined();
  expect(planned.plan.rows[1]!.problems).toMatchObject([{ field: "CurrentLikelihood", wrote: "9" }]);
});

test("blank rows are passed over, and positions are those of the sheet", async () => {
  const sheet = await sheetOf(windows1252("Title row\r\n\r\nProject ID,Project name\r\nA1,First scheme\r\n,\r\nA2,Second scheme\r\n"));
  const table = sourceTable(sheet);
  expect((await planOf(table)).plan.rows.map((row) => row.position)).toEqual([4, 6]);
});

test("many rows are planned in slices that report and can be stopped", async () => {
  const rows = Array.from({ length: 1_500 }, (_, index) => `S${String(index)},Scheme ${String(index)},${String(index % 90)}.50`);
  const table = await tableOf(["Project ID,Project name,Approved budget (£m)", ...rows, ""].join("\r\n"));
  const told: number[] = [];
  const progress = { report: (done: number) => void told.push(done), signal: new AbortController().signal };
  const planned = await importPlan(requestFor(table), { timers: rightAway, progress });
  expect(planned.ok && planned.value.plan.totals.added).toBe(1_500);
  expect(told.length).toBeGreaterThan(10);
  const stop = new AbortController();
  const stopEarly = (done: number): void => {
    if (done >= 400) stop.abort();
  };
  expect(await importPlan(requestFor(table), { timers: rightAway, progress: { report: stopEarly, signal: stop.signal } })).toEqual({
    ok: false,
    fault: { kind: "cancelled" },
  });
}, 30_000);

test("a value that does not fit its column is a problem, and its words are kept", async () => {
  const table = await tableOf("Project ID,Project name,Actual end date\r\nA1,Blood tracking,1 January 2199\r\n");
  const planned = await planOf(table);
  expect(planned.plan.rows[0]!.problems).toEqual([
    { field: "EndActual", says: "End (actual) must be today or in the past. The words are kept in Notes", wrote: "1 January 2199" },
  ]);
  expect(textOf(written(planned)[0], "Notes")).toBe("Actual end date: 1 January 2199");
});
