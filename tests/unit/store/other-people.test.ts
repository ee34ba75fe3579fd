import { creation, decisionOf, editOf, openStore, risks, twoRisks } from "./setting";

describe("meeting other people's changes", () => {
  it("merges columns that nobody else touched and names what others changed", async () => {
    const { store, lists, source } = await openStore(twoRisks);
    lists.edit(risks, "1", { Owner: "Mary Finch" });
    const receipt = await store.change([editOf(store, "1", { Likelihood: 4 })], "change");
    expect(receipt.outcomes).toMatchObject([{ kind: "saved", mergedFields: ["Owner"] }]);
    expect(lists.row(risks, "1")?.values).toMatchObject({ Likelihood: 4, Owner: "Mary Finch" });
    expect(source.requests).toEqual(["updateMany 1", "read 1", "update 1"]);
  });

  it("merges with the base first when the author saw an older row, which saves the refused request", async () => {
    const { store, lists, source } = await openStore(twoRisks);
    const edit = editOf(store, "1", { Likelihood: 4 });
    lists.edit(risks, "1", { Owner: "Mary Finch" });
    await store.refresh([risks]);
    await store.change([edit], "change");
    expect(source.requests).toEqual(["pull 1", "updateMany 1"]);
    expect(source.updates[0]?.etag).toBe('"1,2"');
  });

  it("is satisfied without writing when both set the same value", async () => {
    const { store, lists } = await openStore(twoRisks);
    const edit = editOf(store, "1", { Likelihood: 4 });
    lists.edit(risks, "1", { Likelihood: 4 });
    const receipt = await store.change([edit], "change");
    expect(receipt.outcomes[0]?.kind).toBe("saved");
    expect(lists.row(risks, "1")?.etag).toBe('"1,2"');
  });

  it("asks when both changed a column differently; the whole edit waits and the row shows theirs", async () => {
    const { store, lists } = await openStore(twoRisks);
    lists.edit(risks, "1", { Likelihood: 5 });
    const receipt = await store.change([editOf(store, "1", { Likelihood: 4, Owner: "Mary Finch" })], "change");
    const decision = decisionOf(receipt.outcomes[0]);
    expect(decision).toMatchObject({ reason: { kind: "conflict" }, conflicts: [{ field: "Likelihood", base: 2, mine: 4, theirs: 5 }] });
    expect(decision.edit.changes).toEqual({ Likelihood: 4, Owner: "Mary Finch" });
    expect(store.row(risks, "1")).toMatchObject({ state: "needsDecision", values: { Likelihood: 5, Owner: "Ada Byron" } });
    expect(store.status()).toMatchObject({ unsent: 0, needsDecision: 1 });
  });

  it.each([
    [{ kind: "keepMine" } as const, { Likelihood: 4, Owner: "Mary Finch" }],
    [{ kind: "takeTheirs" } as const, { Likelihood: 5, Owner: "Ada Byron" }],
    [{ kind: "merge", values: { Likelihood: 3 } } as const, { Likelihood: 3, Owner: "Mary Finch" }],
  ])("carries out the answer %j", async (answer, expected) => {
    const { store, lists } = await openStore(twoRisks);
    lists.edit(risks, "1", { Likelihood: 5 });
    const receipt = await store.change([editOf(store, "1", { Likelihood: 4, Owner: "Mary Finch" })], "change");
    const result = await store.answer(decisionOf(receipt.outcomes[0]).id, answer);
    expect(result).toMatchObject({ ok: true, value: { kind: "saved", row: { state: "saved" } } });
    expect(lists.row(risks, "1")?.values).toMatchObject(expected);
    expect(store.decisions()).toEqual([]);
  });

  it("asks again when the row moved on while the person was deciding", async () => {
    const { store, lists } = await openStore(twoRisks);
    lists.edit(risks, "1", { Likelihood: 5 });
    const receipt = await store.change([editOf(store, "1", { Likelihood: 4 })], "change");
    lists.edit(risks, "1", { Likelihood: 1 });
    const result = await store.answer(decisionOf(receipt.outcomes[0]).id, { kind: "keepMine" });
    expect(result).toMatchObject({ ok: true, value: { kind: "needsDecision", decision: { conflicts: [{ base: 5, mine: 4, theirs: 1 }] } } });
  });

  it.each(["before", "after"] as const)(
    "does not write into the row that has the number of the old one in a list made anew, pulled %s the change (P4)",
    async (when) => {
      const { store, lists } = await openStore(twoRisks);
      const edit = editOf(store, "1", { Effect: "Ward closes" });
      lists.makeAgain(risks);
      lists.type(risks, { Title: "Roof leaks", Likelihood: 2, Owner: "Ada Byron" });
      if (when === "before") await store.refresh([risks]);
      const receipt = await store.change([edit], "change");
      expect(decisionOf(receipt.outcomes[0])).toMatchObject({ reason: { kind: "notFound" }, edit: { changes: { Effect: "Ward closes" } } });
      expect(lists.row(risks, "1")?.values).not.toHaveProperty("Effect");
      await store.refresh([risks]);
      expect(store.row(risks, "1")?.values).toMatchObject({ Title: "Roof leaks" });
    },
  );

  it("asks about a change that was typed over one to the old row of a list made anew", async () => {
    const { store, lists, source } = await openStore(twoRisks);
    source.failNext("update", { kind: "offline" });
    await store.change([editOf(store, "1", { Effect: "Ward closes" })], "change");
    lists.makeAgain(risks);
    lists.type(risks, { Title: "Another" });
    await store.refresh([risks]);
    await store.change([editOf(store, "1", { Effect: "Ward closes early" })], "change");
    await store.retryUnsent();
    expect(store.decisions()).toMatchObject([{ reason: { kind: "notFound" } }, { reason: { kind: "conflict" } }]);
    expect(lists.row(risks, "1")?.values).not.toHaveProperty("Effect");
  });

  it("keeps a change to a removed row and can put it in as a new row", async () => {
    const { store, lists } = await openStore(twoRisks);
    const edit = editOf(store, "1", { Likelihood: 4 });
    lists.remove(risks, "1");
    const receipt = await store.change([edit], "change");
    expect(decisionOf(receipt.outcomes[0])).toMatchObject({ reason: { kind: "notFound" } });
    expect(store.row(risks, "1")).toBeUndefined();
    await store.answer(decisionOf(receipt.outcomes[0]).id, { kind: "keepMine" });
    expect(lists.row(risks, "3")?.values).toMatchObject({ Title: "Roof leaks", Likelihood: 4, Ref: "R-0003" });
  });

  it("keeps a refused change for a decision and sends it again when asked", async () => {
    const { store, lists, source } = await openStore(twoRisks);
    source.failNext("update", { kind: "forbidden" });
    const receipt = await store.change([editOf(store, "1", { Likelihood: 4 })], "change");
    expect(store.row(risks, "1")).toMatchObject({ state: "needsDecision", values: { Likelihood: 2 } });
    await store.answer(decisionOf(receipt.outcomes[0]).id, { kind: "tryAgain" });
    expect(lists.row(risks, "1")?.values).toMatchObject({ Likelihood: 4 });
  });

  it("drops a refused new row without a trace when the person does", async () => {
    const { store, source, world } = await openStore();
    source.failNext("create", { kind: "invalid", problems: [] });
    const receipt = await store.change([creation(world, { Title: "x" })], "new");
    expect(store.rows(risks)).toEqual([]);
    const result = await store.answer(decisionOf(receipt.outcomes[0]).id, { kind: "takeTheirs" });
    expect(result).toEqual({ ok: false, fault: { kind: "cancelled" } });
    expect(store.status()).toMatchObject({ unsent: 0, needsDecision: 0 });
  });

  it("lets changes that stand on a refused value speak about what the register holds", async () => {
    const { store, lists, source } = await openStore(twoRisks);
    source.failNext("update", { kind: "invalid", problems: [] });
    const refused = store.change([editOf(store, "1", { Likelihood: 99 })], "one");
    const better = store.change([editOf(store, "1", { Likelihood: 4 })], "two");
    expect((await refused).outcomes[0]?.kind).toBe("needsDecision");
    expect((await better).outcomes[0]?.kind).toBe("saved");
    expect(lists.row(risks, "1")?.values).toMatchObject({ Likelihood: 4 });
  });

  it("meets a repeated import of the same key as a change to the row that is there", async () => {
    const { store, lists, world } = await openStore();
    const edit = creation(world, { Title: "Imported", Likelihood: 2 });
    lists.insert(risks, { Title: "Imported", Likelihood: 3, ClientKey: edit.id.slice(4), OperationId: "theirs" }, "other");
    const receipt = await store.change([edit], "import");
    expect(decisionOf(receipt.outcomes[0]).conflicts).toMatchObject([{ field: "Likelihood", mine: 2, theirs: 3 }]);
    await store.answer(decisionOf(receipt.outcomes[0]).id, { kind: "keepMine" });
    expect(lists.rows(risks)).toHaveLength(1);
    expect(lists.row(risks, "1")?.values).toMatchObject({ Likelihood: 2 });
    expect(store.row(risks, edit.id)?.id).toBe("1");
  });
});
