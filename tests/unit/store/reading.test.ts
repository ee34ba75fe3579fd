import type { PullRequest, RegisterPlace } from "../../../src/store";
import { openStore, projects, risks, twoRisks, type Setting } from "./setting";
import { atRest } from "./still-world";

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

  describe("of several places", () => {
    /** A store whose source answers for a place when the test says so. */
    async function answeredByHand(): Promise<Setting & { readonly answer: (place: RegisterPlace) => Promise<void>; told: () => number }> {
      const setting = await openStore(twoRisks);
      const { lists, source, store } = setting;
      lists.type(projects, { Title: "New roof" });
      const answers = new Map<string, () => void>();
      const pull = source.pull.bind(source);
      source.pull = async (requests, came, signal) => {
        const gates = requests.map(({ place }) => new Promise<void>((resolve) => answers.set(place.register, resolve)));
        const answerOne = async (request: PullRequest, index: number): Promise<void> => {
          await gates[index];
          await pull([request], came, signal);
        };
        await Promise.all(requests.map(answerOne));
      };
      let told = 0;
      store.subscribe(() => (told += 1));
      const answer = async ({ register }: RegisterPlace): Promise<void> => {
        answers.get(register)?.();
        answers.delete(register);
        await atRest();
      };
      return { ...setting, answer, told: () => told };
    }

    it("shows each as soon as its rows are there, told once, and waits for the others", async () => {
      const { lists, store, answer, told } = await answeredByHand();
      lists.edit(risks, "1", { Likelihood: 5 });
      let isOver = false;
      const refreshed = store.refresh([projects, risks]).then(() => (isOver = true));
      await atRest();
      const before = told();
      await answer(risks);
      expect(store.rows(risks)[0]?.values["Likelihood"]).toBe(5);
      expect([store.placeState(risks).pulling, store.placeState(projects).pulling]).toEqual([false, true]);
      expect([told() - before, isOver]).toEqual([1, false]);
      await answer(projects);
      expect(store.rows(projects)).toHaveLength(1);
      await refreshed;
    });

    it("pulls one again that has come, while the others of its round are still out", async () => {
      const { lists, store, source, answer } = await answeredByHand();
      const both = store.refresh([projects, risks]);
      await atRest();
      await answer(risks);
      lists.edit(risks, "1", { Likelihood: 4 });
      const again = store.refresh([risks]);
      await atRest();
      await answer(risks);
      await again;
      expect(store.rows(risks)[0]?.values["Likelihood"]).toBe(4);
      await answer(projects);
      await both;
      expect(source.pulledFrom.length).toBe(4);
      expect([store.placeState(risks).pulling, store.placeState(projects).pulling]).toEqual([false, false]);
    });

    it("lets nobody who waits for one wait for the others", async () => {
      const { store, answer } = await answeredByHand();
      const both = store.refresh([projects, risks]);
      await atRest();
      let isOver = false;
      void store.refresh([risks]).then(() => (isOver = true));
      await answer(risks);
      expect(isOver).toBe(true);
      await answer(projects);
      await both;
    });

    it("does not leave one under way that its source said nothing of", async () => {
      const { store, source } = await openStore(twoRisks);
      source.pull = () => Promise.resolve();
      const [state] = await store.refresh([risks]);
      expect(state).toMatchObject({ pulling: false, fault: { kind: "unavailable" } });
    });
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
