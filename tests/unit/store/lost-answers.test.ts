import { succeed } from "../../../src/kernel";
import { creation, editOf, openStore, risks, twoRisks } from "./setting";
import { atRest } from "./still-world";

describe("when answers get lost", () => {
  it.each(["before", "after"] as const)("creates a row once although the answer was lost %s the write", async (when) => {
    const { store, lists, source, world } = await openStore();
    source.failNext("create", { kind: "unavailable" }, when);
    const receipt = await store.change([creation(world, { Title: "Once" })], "new risk");
    expect(receipt.outcomes[0]?.kind).toBe("onDevice");
    expect(store.rows(risks)[0]?.state).toBe("onDevice");
    await store.retryUnsent();
    expect(lists.rows(risks)).toHaveLength(1);
    expect(store.rows(risks)).toMatchObject([{ id: "1", state: "saved" }]);
    expect(source.requests[1]).toBe("find");
  });

  it.each(["before", "after"] as const)("applies an update once although the answer was lost %s the write", async (when) => {
    const { store, lists, source } = await openStore(twoRisks);
    source.failNext("update", { kind: "offline" }, when);
    await store.change([editOf(store, "1", { Likelihood: 4 })], "change");
    expect(store.status().unsent).toBe(1);
    await store.retryUnsent();
    expect(lists.row(risks, "1")).toMatchObject({ etag: '"1,2"', values: { Likelihood: 4 } });
    expect(store.row(risks, "1")?.state).toBe("saved");
  });

  it("does not apply an update again that was written, and that somebody has set back since (P2)", async () => {
    const { store, lists, source } = await openStore(twoRisks);
    source.failNext("update", { kind: "offline" }, "after");
    await store.change([editOf(store, "1", { Likelihood: 4 })], "change");
    lists.edit(risks, "1", { Likelihood: 2, OperationId: "another" });
    await store.retryUnsent();
    expect(lists.row(risks, "1")?.values["Likelihood"]).toBe(2);
    expect(store.row(risks, "1")).toMatchObject({ state: "saved", values: { Likelihood: 2 } });
    expect(source.requests).toEqual(["updateMany 1", "read 1", "versions 1"]);
  });

  it.each(["stays", "is deleted"])("believes that an update was carried out when only its row could not be read after it, and %s", async (then) => {
    const { store, lists, source } = await openStore(twoRisks);
    const send = source.updateMany.bind(source);
    source.updateMany = async (requests) => {
      const answers = await send(requests);
      if (then === "is deleted") lists.remove(risks, "1");
      return answers.map((answer) => (answer.ok ? succeed({ id: answer.value.id, values: {}, extras: {} }) : answer));
    };
    const receipt = await store.change([editOf(store, "1", { Likelihood: 4 })], "change");
    expect(receipt.outcomes).toMatchObject([{ kind: "saved" }]);
    expect(store.row(risks, "1")).toMatchObject({ state: "saved", values: { Title: "Roof leaks", Likelihood: 4 } });
    expect(source.requests).toEqual(["updateMany 1"]);
    await store.refresh([risks]);
    expect(store.decisions()).toEqual([]);
    expect(store.row(risks, "1")?.etag).toBe(lists.row(risks, "1")?.etag);
  });

  it("reads a row whose new etag it was not told before the next change to it", async () => {
    const { store, lists, source } = await openStore(twoRisks);
    const send = source.updateMany.bind(source);
    source.updateMany = async (requests) => (await send(requests)).map((answer) => (answer.ok ? succeed({ id: "1", values: {}, extras: {} }) : answer));
    await store.change([editOf(store, "1", { Likelihood: 4 })], "change");
    await store.change([editOf(store, "1", { Owner: "Mary Finch" })], "change");
    expect(source.requests).toEqual(["updateMany 1", "updateMany 1", "read 1", "update 1"]);
    expect(lists.row(risks, "1")?.values).toMatchObject({ Likelihood: 4, Owner: "Mary Finch" });
  });

  it("judges by the columns where the versions cannot be read, and waits where they can be read later", async () => {
    const { store, lists, source } = await openStore(twoRisks);
    source.failNext("update", { kind: "offline" }, "after");
    await store.change([editOf(store, "1", { Likelihood: 4 })], "change");
    lists.edit(risks, "1", { Owner: "Mary Finch", OperationId: "another" });
    source.failNext("versions", { kind: "unavailable" });
    await store.retryUnsent();
    expect(store.status().unsent).toBe(1);
    source.failNext("versions", { kind: "forbidden" });
    await store.retryUnsent();
    expect(store.row(risks, "1")).toMatchObject({ state: "saved", values: { Likelihood: 4, Owner: "Mary Finch" } });
  });

  it("asks the versions about a change that was parked after a lost answer, once for each state of its row (P3)", async () => {
    const { store, lists, source } = await openStore(twoRisks);
    source.failNext("update", { kind: "offline" }, "after");
    await store.change([editOf(store, "1", { Likelihood: 4 })], "change");
    source.failNext("read", { kind: "forbidden" });
    await store.retryUnsent();
    expect(store.decisions()).toMatchObject([{ reason: { kind: "forbidden" } }]);
    lists.edit(risks, "1", { Likelihood: 1, OperationId: "another" });
    source.failNext("versions", { kind: "unavailable" });
    await store.refresh([risks]);
    await atRest();
    expect(store.decisions()).toHaveLength(1);
    await store.refresh([risks]);
    await atRest();
    expect(store.decisions()).toEqual([]);
    expect(store.row(risks, "1")).toMatchObject({ state: "saved", values: { Likelihood: 1 } });
    await store.refresh([risks]);
    expect(source.requests.filter((request) => request.startsWith("versions"))).toHaveLength(2);
  });

  it("leaves a parked change with the person when no version of its row came from it", async () => {
    const { store, lists, source } = await openStore(twoRisks);
    source.failNext("update", { kind: "offline" }, "before");
    await store.change([editOf(store, "1", { Likelihood: 4 })], "change");
    source.failNext("read", { kind: "forbidden" });
    await store.retryUnsent();
    lists.edit(risks, "1", { Owner: "Mary Finch" });
    await store.refresh([risks]);
    await atRest();
    await store.refresh([risks]);
    expect(store.decisions()).toHaveLength(1);
    expect(source.requests.filter((request) => request.startsWith("versions"))).toHaveLength(1);
  });

  it("believes a refused create only when its key is not in the list (P3)", async () => {
    const { store, source, world, lists } = await openStore();
    source.failNext("create", { kind: "unavailable" }, "after");
    source.failNext("create", { kind: "invalid", problems: [] });
    source.failNext("find", { kind: "offline" });
    await store.change([creation(world, { Title: "Once" })], "new risk");
    await store.retryUnsent();
    await store.retryUnsent();
    expect(store.decisions()).toEqual([]);
    expect(lists.rows(risks)).toHaveLength(1);
    expect(store.rows(risks)).toMatchObject([{ id: "1", state: "saved" }]);
  });

  it("takes a decision off the list when a pull shows that a given-up request arrived after all (P3)", async () => {
    const late: (() => void)[] = [];
    const { store, lists, source } = await openStore(twoRisks, {}, (what) =>
      what === "late update" ? new Promise((resolve) => late.push(resolve)) : Promise.resolve(),
    );
    source.failNext("update", { kind: "offline" }, "late");
    source.failNext("update", { kind: "forbidden" });
    await store.change([editOf(store, "1", { Likelihood: 4 })], "change");
    await store.retryUnsent();
    expect(store.status()).toMatchObject({ unsent: 0, needsDecision: 1 });
    late.forEach((arrive) => arrive());
    await atRest();
    await store.refresh([risks]);
    expect(lists.row(risks, "1")?.values).toMatchObject({ Likelihood: 4 });
    expect(store.decisions()).toEqual([]);
    expect(store.row(risks, "1")?.state).toBe("saved");
  });

  it.each(["a pull finds the row", "it is sent again"])("puts in what was typed over a new row after its create had been sent, when %s", async (how) => {
    const { store, source, world, lists } = await openStore();
    source.failNext("create", { kind: "unavailable" }, "after");
    const made = creation(world, { Title: "Lift fails" });
    await store.change([made], "new risk");
    source.always = { fault: { kind: "forbidden" }, when: "before" };
    await store.change([editOf(store, made.id, { Title: "Lift fails often", Owner: "Mary Finch" })], "change");
    await store.retryUnsent();
    const [decision] = store.decisions();
    expect(decision).toMatchObject({ reason: { kind: "forbidden" }, edit: { changes: { Title: "Lift fails often", Owner: "Mary Finch" } } });
    source.always = undefined;
    if (how === "a pull finds the row") {
      await store.refresh([risks]);
      expect(store.decisions()).toMatchObject([{ theirs: { values: { Title: "Lift fails" } } }]);
      await store.answer(decision?.id ?? "", { kind: "keepMine" });
    } else await store.answer(decision?.id ?? "", { kind: "tryAgain" });
    await atRest();
    expect(lists.rows(risks)).toHaveLength(1);
    expect(lists.row(risks, "1")?.values).toMatchObject({ Title: "Lift fails often", Owner: "Mary Finch" });
    expect(store.status()).toMatchObject({ unsent: 0, needsDecision: 0 });
  });

  it("is not asked about a new row that arrived after all, whatever its columns have become", async () => {
    const { store, source, world, lists } = await openStore();
    source.failNext("create", { kind: "unavailable" }, "after");
    source.failNext("find", { kind: "forbidden" });
    await store.change([creation(world, { Title: "Lift fails" })], "new risk");
    await store.retryUnsent();
    expect(store.decisions()).toHaveLength(1);
    lists.edit(risks, "1", { Title: "Renamed" });
    await store.refresh([risks]);
    expect(store.decisions()).toEqual([]);
  });

  it("takes the answer from a pull when that brings it first", async () => {
    const { store, lists, source, world } = await openStore(twoRisks);
    source.failNext("create", { kind: "offline" }, "after");
    const edit = creation(world, { Title: "Found again" });
    await store.change([edit], "new risk");
    await store.refresh([risks]);
    expect(store.row(risks, edit.id)).toMatchObject({ id: "3", state: "saved" });
    expect(store.rows(risks)).toHaveLength(3);
    expect(lists.rows(risks)).toHaveLength(3);
    expect(store.status().unsent).toBe(0);
  });

  it("shows the row once when a pull brings it while its create is still under way", async () => {
    const { store, source, world, lists } = await openStore();
    const edit = creation(world, { Title: "Under way" });
    const sent = store.change([edit], "new risk");
    lists.insert(risks, { Title: "Under way", ClientKey: edit.id.slice(4), OperationId: "x" }, "app");
    await store.refresh([risks]);
    expect(store.rows(risks)).toHaveLength(1);
    await sent;
    expect(store.rows(risks)).toHaveLength(1);
    expect(source.requests).toContain("find");
  });

  it("keeps a saved value on screen when a pull that began before the save ends after it", async () => {
    const { store, lists } = await openStore(twoRisks);
    const pulling = store.refresh([risks]);
    await store.change([editOf(store, "1", { Likelihood: 4 })], "change");
    await pulling;
    expect(store.row(risks, "1")?.values).toMatchObject({ Likelihood: 4 });
    lists.edit(risks, "1", { Likelihood: 5 });
    await store.refresh([risks]);
    expect(store.row(risks, "1")?.values).toMatchObject({ Likelihood: 5 });
  });
});

describe("waiting", () => {
  it("tries again by itself, later each time, and in order", async () => {
    const { store, lists, source, world } = await openStore(twoRisks);
    for (let times = 0; times < 2; times += 1) source.failNext("update", { kind: "offline" });
    await store.change([editOf(store, "1", { Likelihood: 4 })], "change");
    await world.pass(1_000);
    expect(store.row(risks, "1")?.state).toBe("onDevice");
    await world.pass(2_000);
    expect(lists.row(risks, "1")?.values).toMatchObject({ Likelihood: 4 });
    expect(world.timersWaiting).toBe(0);
  });

  it("sends nothing before the moment that the service named, whatever the person does", async () => {
    const { store, source, world } = await openStore(twoRisks);
    source.failNext("update", { kind: "throttled", retryAtMs: world.nowMs() + 315_000 });
    await store.change([editOf(store, "1", { Likelihood: 4 })], "change");
    const sent = source.requests.length;
    await world.pass(300_000);
    await store.retryUnsent();
    const other = await store.change([editOf(store, "2", { Likelihood: 4 })], "other");
    expect(other.outcomes[0]?.kind).toBe("onDevice");
    expect(source.requests).toHaveLength(sent);
    await world.pass(15_000);
    expect(store.status().unsent).toBe(0);
  });

  it("does not let one operation that never gets through hold up the others", async () => {
    const { store, lists, source, world } = await openStore(twoRisks);
    for (let times = 0; times < 8; times += 1) source.failNext("update", { kind: "unavailable" });
    await store.change([editOf(store, "1", { Likelihood: 4 })], "stuck");
    await store.change([editOf(store, "1", { Likelihood: 5 })], "behind it");
    source.failNext("create", { kind: "unavailable" });
    await store.change([creation(world, { Title: "Free" })], "free");
    await world.pass(1_000);
    expect(lists.rows(risks).map((row) => row.values["Title"])).toContain("Free");
    for (let minute = 0; minute < 20; minute += 1) await world.pass(120_000);
    expect(lists.row(risks, "1")?.values).toMatchObject({ Likelihood: 5 });
  });

  it("sends everything that waited as soon as one change gets through", async () => {
    const { store, lists, source } = await openStore(twoRisks);
    source.failNext("update", { kind: "offline" });
    await store.change([editOf(store, "1", { Likelihood: 4 })], "change");
    await store.change([editOf(store, "2", { Likelihood: 4 })], "change");
    await atRest();
    expect(lists.row(risks, "1")?.values).toMatchObject({ Likelihood: 4 });
    expect(store.status().unsent).toBe(0);
  });

  it("does not sleep for ever when the clock is set back", async () => {
    const { store, source, world } = await openStore(twoRisks);
    source.failNext("update", { kind: "offline" });
    await store.change([editOf(store, "1", { Likelihood: 4 })], "change");
    world.setClock(world.nowMs() - 3_600_000);
    await store.change([editOf(store, "2", { Likelihood: 4 })], "change");
    await atRest();
    expect(store.status().unsent).toBe(0);
  });
});
