import { creation, editOf, openStore, risks, twoRisks } from "./setting";

describe("undo and redo", () => {
  it("takes back one call at a time and puts it in again", async () => {
    const { store, lists } = await openStore(twoRisks);
    await store.change([editOf(store, "1", { Likelihood: 4 }), editOf(store, "2", { Likelihood: 4, Owner: null })], "change to 2 risks");
    expect(store.status()).toMatchObject({ undoLabel: "change to 2 risks" });
    await store.undo();
    expect(lists.rows(risks).map((row) => row.values["Likelihood"])).toEqual([2, 3]);
    expect(lists.row(risks, "2")?.values).toMatchObject({ Owner: "Tom Hale" });
    expect(store.status()).toMatchObject({ redoLabel: "change to 2 risks" });
    expect(store.status().undoLabel).toBeUndefined();
    await store.redo();
    expect(lists.row(risks, "2")?.values).toMatchObject({ Likelihood: 4 });
    expect(lists.row(risks, "2")?.values).not.toHaveProperty("Owner");
    expect(await store.redo()).toEqual({ ok: false, fault: { kind: "notFound" } });
  });

  it("archives a row whose creation is undone, and brings it back", async () => {
    const { store, world } = await openStore();
    await store.change([creation(world, { Title: "Oops" })], "new risk");
    await store.undo();
    expect(store.rows(risks)).toEqual([]);
    await store.redo();
    expect(store.rows(risks)).toHaveLength(1);
  });

  it("asks when somebody changed the value after me", async () => {
    const { store, lists } = await openStore(twoRisks);
    await store.change([editOf(store, "1", { Likelihood: 4 })], "change");
    lists.edit(risks, "1", { Likelihood: 5 });
    const result = await store.undo();
    expect(result).toMatchObject({ ok: true, value: { outcomes: [{ kind: "needsDecision", decision: { conflicts: [{ base: 4, mine: 2, theirs: 5 }] } }] } });
    expect(lists.row(risks, "1")?.values).toMatchObject({ Likelihood: 5 });
  });

  it("asks when somebody changed the value in the Lists page before a lost answer was found again", async () => {
    const { store, lists, source } = await openStore(twoRisks);
    source.failNext("update", { kind: "offline" }, "after");
    await store.change([editOf(store, "1", { Likelihood: 4 })], "change");
    lists.edit(risks, "1", { Likelihood: 5 });
    await store.retryUnsent();
    expect(store.status().unsent).toBe(0);
    await store.undo();
    expect(store.decisions()).toMatchObject([{ conflicts: [{ base: 4, mine: 2, theirs: 5 }] }]);
    expect(lists.row(risks, "1")?.values).toMatchObject({ Likelihood: 5 });
  });

  it("undoes a change that is still on the device", async () => {
    const { store, lists, source } = await openStore(twoRisks);
    source.failNext("update", { kind: "offline" });
    await store.change([editOf(store, "1", { Likelihood: 4 })], "change");
    const undone = store.undo();
    expect(store.row(risks, "1")?.values).toMatchObject({ Likelihood: 2 });
    await undone;
    await store.retryUnsent();
    expect(lists.row(risks, "1")?.values).toMatchObject({ Likelihood: 2 });
    expect(store.decisions()).toEqual([]);
  });

  it("does not offer to undo what waits for a decision", async () => {
    const { store, source } = await openStore(twoRisks);
    source.failNext("update", { kind: "forbidden" });
    await store.change([editOf(store, "1", { Likelihood: 4 })], "change");
    expect(store.status().undoLabel).toBeUndefined();
  });

  it("remembers 50 steps", async () => {
    const { store, lists } = await openStore([{ Title: "Counted", Likelihood: 0 }]);
    for (let count = 1; count <= 52; count += 1) await store.change([editOf(store, "1", { Likelihood: count })], String(count));
    for (let count = 0; count < 50; count += 1) expect((await store.undo()).ok).toBe(true);
    expect((await store.undo()).ok).toBe(false);
    expect(lists.row(risks, "1")?.values).toMatchObject({ Likelihood: 2 });
  });
});
