import { openStore, projects, risks, twoRisks } from "./setting";

describe("reading", () => {
  it("gives the same list until something in that place changed, and unchanged rows keep their identity", async () => {
    const { store, lists } = await openStore(twoRisks);
    const [first, second] = store.rows(risks);
    const before = store.rows(risks);
    await store.refresh([risks]);
    expect(store.rows(risks)).toBe(before);
    lists.edit(risks, "2", { Likelihood: 5 });
    await store.refresh([risks]);
    expect(store.rows(risks)).not.toBe(before);
    expect(store.rows(risks)[0]).toBe(first);
    expect(store.rows(risks)[1]).not.toBe(second);
    expect(store.rows(projects)).toBe(store.rows(projects));
  });

  it("keeps identities when the whole list is pulled again after its token grew too old", async () => {
    const { store, lists, source } = await openStore(twoRisks);
    const before = store.rows(risks);
    lists.expireTokens(risks);
    await store.refresh([risks]);
    expect(source.requests).toEqual(["pull 1", "pull 1"]);
    expect(store.rows(risks)).toBe(before);
  });

  it("drops rows that a whole pull no longer brings", async () => {
    const { store, lists } = await openStore(twoRisks);
    lists.remove(risks, "1");
    lists.expireTokens(risks);
    await store.refresh([risks]);
    expect(store.rows(risks).map((row) => row.id)).toEqual(["2"]);
  });

  it("keeps what it has when a pull fails, and says the fault until one succeeds", async () => {
    const { store, source } = await openStore(twoRisks);
    source.failNext("pull", { kind: "offline" });
    const [state] = await store.refresh([risks]);
    expect(state?.fault).toEqual({ kind: "offline" });
    expect(store.rows(risks)).toHaveLength(2);
    const [later] = await store.refresh([risks]);
    expect(later?.fault).toBeUndefined();
    expect(later?.pulling).toBe(false);
    expect(later?.asAtMs).toBeGreaterThan(0);
  });

  it("pulls several places in one request, and a place under way is not pulled twice", async () => {
    const { store, source } = await openStore();
    await Promise.all([store.refresh([risks, projects]), store.refresh([risks])]);
    expect(source.requests).toEqual(["pull 2"]);
  });

  it("pulls a place again for whoever still wants it after the one who began has stopped", async () => {
    const { store, source } = await openStore();
    const stop = new AbortController();
    const stopped = store.refresh([projects], stop.signal);
    stop.abort();
    const [state] = await store.refresh([projects]);
    await stopped;
    expect(source.requests).toEqual(["pull 1", "pull 1"]);
    expect(state?.asAtMs).toBeDefined();
  });

  it("leaves archived rows out of the list and keeps them findable by ref", async () => {
    const { store } = await openStore(twoRisks);
    const receipt = await store.archive(risks, ["1"]);
    expect(receipt.outcomes.map((outcome) => outcome.kind)).toEqual(["saved"]);
    expect(store.rows(risks).map((row) => row.id)).toEqual(["2"]);
    expect(store.archivedRows(risks).map((row) => row.id)).toEqual(["1"]);
    expect(store.findByRef(risks, "R-0001")?.id).toBe("1");
    expect(store.status().undoLabel).toBe("archive of R-0001");
  });
});
