import { creation, decisionOf, editOf, openStore, projects, risks, twoRisks } from "./setting";

describe("changing", () => {
  it("paints at once, tells listeners once, and sends afterwards with the etag that the author saw", async () => {
    const { store, source } = await openStore(twoRisks);
    let calls = 0;
    store.subscribe(() => (calls += 1));
    const sent = store.change([editOf(store, "1", { Likelihood: 4 })], "change to R-0001");
    expect(calls).toBe(1);
    expect(store.row(risks, "1")).toMatchObject({ state: "sending", values: { Likelihood: 4 } });
    expect(source.requests).toEqual([]);
    const receipt = await sent;
    expect(source.updates).toMatchObject([{ id: "1", etag: '"1,1"', changes: { Likelihood: 4 } }]);
    expect(receipt).toMatchObject({ cancelled: false, outcomes: [{ kind: "saved", mergedFields: [], row: { etag: '"1,2"', state: "saved" } }] });
    expect(store.status()).toMatchObject({ unsent: 0, needsDecision: 0 });
  });

  it("sends a row's changes one after another, each on top of the one before", async () => {
    const { store, lists } = await openStore(twoRisks);
    const first = store.change([editOf(store, "1", { Likelihood: 4 })], "one");
    const second = store.change([editOf(store, "1", { Likelihood: 5, Owner: null })], "two");
    await Promise.all([first, second]);
    expect(lists.row(risks, "1")?.values).toMatchObject({ Likelihood: 5 });
    expect(lists.row(risks, "1")?.values).not.toHaveProperty("Owner");
    expect(store.decisions()).toEqual([]);
  });

  it("lets a created row answer under its first id, and pulls do not show it twice", async () => {
    const { store, world } = await openStore(twoRisks);
    const edit = creation(world, { Title: "Crane blocks road" });
    const sent = store.change([edit], "new risk");
    expect(store.rows(risks).at(-1)?.id).toBe(edit.id);
    await sent;
    expect(store.row(risks, edit.id)).toBe(store.row(risks, "3"));
    await store.refresh([risks]);
    expect(store.rows(risks).map((row) => row.id)).toEqual(["1", "2", "3"]);
    await store.change([{ ...editOf(store, edit.id, { Likelihood: 1 }), id: edit.id }], "change");
    expect(store.row(risks, "3")?.values).toMatchObject({ Likelihood: 1 });
  });

  it("sends a row that names an unsaved row only when that has a ref, with the ref in its place", async () => {
    const { store, world, lists } = await openStore();
    const project = creation(world, { Title: "New ward" }, projects);
    const risk = creation(world, { Title: "new: a title, not a name", ProjectRef: project.id });
    const sent = store.change([risk, project], "project with a risk");
    expect(store.row(risks, risk.id)?.values).toMatchObject({ ProjectRef: project.id });
    expect(store.findByRef(projects, project.id)?.values).toMatchObject({ Title: "New ward" });
    await sent;
    expect(lists.rows(risks)[0]?.values).toMatchObject({ ProjectRef: "R-0001", Title: "new: a title, not a name" });
    expect(store.row(risks, risk.id)?.values).toMatchObject({ ProjectRef: "R-0001" });
  });

  it("lists a row for a decision when it names a row that nobody will create", async () => {
    const { store, world, source } = await openStore();
    const project = creation(world, { Title: "New ward" }, projects);
    const risk = creation(world, { Title: "Late", ProjectRef: project.id });
    source.failNext("create", { kind: "invalid", problems: [] });
    const receipt = await store.change([project, risk], "both");
    expect(receipt.outcomes.map((outcome) => outcome.kind)).toEqual(["needsDecision", "onDevice"]);
    await store.answer(decisionOf(receipt.outcomes[0]).id, { kind: "takeTheirs" });
    expect(store.decisions().map(({ edit }) => edit.id)).toEqual([risk.id]);
    const answer = await store.answer(store.decisions()[0]?.id ?? "", { kind: "merge", values: { ProjectRef: "P-0001" } });
    expect(answer).toMatchObject({ ok: true, value: { kind: "saved" } });
  });

  it("sends many in chunks of 20, reports how far it is, and lets a small change pass", async () => {
    const { store, source, world } = await openStore(twoRisks);
    const reports: string[] = [];
    const edits = Array.from({ length: 45 }, (_, index) => creation(world, { Title: `Imported ${String(index)}` }));
    const signal = new AbortController().signal;
    const bulk = store.change(edits, "import of 45 risks", { signal, report: (done, total) => reports.push(`${String(done)}/${String(total)}`) });
    const small = store.change([editOf(store, "1", { Likelihood: 4 })], "change");
    await Promise.all([bulk, small]);
    expect(reports).toEqual(["20/45", "40/45", "45/45"]);
    expect(source.requests.filter((request) => request.startsWith("createMany"))).toEqual(["createMany 20", "createMany 20", "createMany 5"]);
    expect(source.requests.indexOf("updateMany 1")).toBeLessThan(2);
  });

  it("stops when the person cancels: what is sent stays, the rest is taken back", async () => {
    const { store, lists, world } = await openStore();
    const stop = new AbortController();
    const edits = Array.from({ length: 50 }, (_, index) => creation(world, { Title: `Imported ${String(index)}` }));
    const receipt = await store.change(edits, "import", { signal: stop.signal, report: (done) => done === 20 && stop.abort() });
    expect(receipt.cancelled).toBe(true);
    expect(receipt.outcomes).toHaveLength(20);
    expect(lists.rows(risks)).toHaveLength(20);
    expect(store.rows(risks)).toHaveLength(20);
    expect(store.status().unsent).toBe(0);
    await store.undo();
    expect(store.rows(risks)).toHaveLength(0);
  });

  it("works a stored score out again when two people changed one factor each", async () => {
    const workedOut = () => ({ Score: (row: Readonly<Record<string, unknown>>) => Number(row["Likelihood"]) * Number(row["Consequence"]) });
    const { store, lists } = await openStore([{ Title: "Roof", Likelihood: 2, Consequence: 2, Score: 4 }], { workedOut });
    const edit = editOf(store, "1", { Likelihood: 3, Score: 6 });
    lists.edit(risks, "1", { Consequence: 3, Score: 6 });
    const receipt = await store.change([edit], "change");
    expect(receipt.outcomes).toMatchObject([{ kind: "saved", mergedFields: ["Consequence"] }]);
    expect(lists.row(risks, "1")?.values).toMatchObject({ Likelihood: 3, Consequence: 3, Score: 9 });
  });
});
