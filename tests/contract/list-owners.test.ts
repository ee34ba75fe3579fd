import { graphPath, scopesFor } from "../../src/graph";
import { sharePointColumns } from "../../src/lists";
import { risks } from "../../src/registers";
import type { RegisterPlace } from "../../src/store";
import { change, creation, rowAt, scannersLate, updateOf } from "./support/edits";
import { northmere, type Client, type Northmere } from "./support/northmere";

const setUp = { scopes: scopesFor("setUpRegisters") };
const quietly = { report: () => undefined, signal: new AbortController().signal };

interface Setting {
  readonly world: Northmere;
  readonly asha: Client;
  readonly place: RegisterPlace;
  readonly owner: Awaited<ReturnType<Northmere["owner"]>>;
  readonly listId: string;
}

async function risksOfNorthmere(): Promise<Setting> {
  const world = northmere();
  await world.setUp(["Risks"]);
  const owner = await world.owner();
  return { world, owner, asha: await world.client("asha"), place: { site: owner.site, register: "Risks" }, listId: await owner.listId("Risks") };
}

describe("a list that its owner changed", () => {
  it("lacks a column: a value for it is refused by name and kept, other values are saved", async () => {
    const { owner, listId, place, world } = await risksOfNorthmere();
    expect((await owner.graph.delete(graphPath`/sites/${owner.site}/lists/${listId}/columns/${"Controls"}`, setUp)).ok).toBe(true);
    const tom = await world.client("tom");
    const saved = await change(tom.store, creation(place, scannersLate));
    expect(saved.kind).toBe("saved");
    expect(tom.rights.list(place)?.missing).toEqual(["Controls"]);
    const outcome = await change(tom.store, updateOf(rowAt(tom.store, place, "R-0001"), { Controls: "Loan kit agreed" }));
    expect(outcome).toMatchObject({
      kind: "needsDecision",
      decision: { reason: { kind: "invalid", problems: [{ field: "Controls" }] }, edit: { changes: { Controls: "Loan kit agreed" } } },
    });
  });

  it("lacks a worked-out column: the score is left out, the edit is saved", async () => {
    const { owner, listId, place, world } = await risksOfNorthmere();
    await owner.graph.delete(graphPath`/sites/${owner.site}/lists/${listId}/columns/${"CurrentScore"}`, setUp);
    const tom = await world.client("tom");
    const saved = await change(tom.store, creation(place, scannersLate));
    expect(saved).toMatchObject({ kind: "saved", row: { values: { CurrentLikelihood: 4 } } });
  });

  it("has a column more: it is shown under the owner's name for it and survives our edits", async () => {
    const { owner, listId, place, asha, world } = await risksOfNorthmere();
    const made = await owner.graph.post(
      graphPath`/sites/${owner.site}/lists/${listId}/columns`,
      { name: "Ward", displayName: "Ward affected", text: {} },
      setUp,
    );
    expect(made.ok).toBe(true);
    world.tenant.listsApp.typeRow({ site: "pmo", person: "tom", list: listId, fields: { Title: "Roof leaks", Ward: "B4" } });
    await asha.store.refresh([place]);
    const [typed] = asha.store.rows(place);
    expect(typed?.extras).toEqual({ "Ward affected": "B4" });
    if (typed === undefined) throw new Error("the row is not there");
    expect((await change(asha.store, updateOf(typed, { Controls: "Tarpaulin" }))).kind).toBe("saved");
    const tom = await world.client("tom");
    await tom.store.refresh([place]);
    expect(tom.store.rows(place)[0]).toMatchObject({ extras: { "Ward affected": "B4" }, values: { Controls: "Tarpaulin" } });
  });

  it("has a choice more: it is known, read, and may be written", async () => {
    const { owner, listId, place, world } = await risksOfNorthmere();
    const patched = await owner.graph.patch(
      graphPath`/sites/${owner.site}/lists/${listId}/columns/${"Status"}`,
      { choice: { choices: ["Open", "Watching", "Closed"] } },
      setUp,
    );
    expect(patched.ok).toBe(true);
    const tom = await world.client("tom");
    const saved = await change(tom.store, creation(place, { ...scannersLate, Status: "Watching" }));
    expect(saved).toMatchObject({ kind: "saved", row: { values: { Status: "Watching" } } });
    expect(tom.rights.list(place)?.choices.get("Status")).toEqual(["Open", "Watching", "Closed"]);
  });

  it("was renamed: a list is ours by its address, whatever people call it", async () => {
    const { owner, listId, place, world } = await risksOfNorthmere();
    await owner.graph.patch(graphPath`/sites/${owner.site}/lists/${listId}`, { displayName: "Our worries" }, setUp);
    const tom = await world.client("tom");
    expect((await change(tom.store, creation(place, scannersLate))).kind).toBe("saved");
  });
});

describe("a row typed in Lists", () => {
  it("names a person without an address, is edited here by its item id, and gets our marks with the first edit", async () => {
    const { place, asha, world, listId } = await risksOfNorthmere();
    const item = world.tenant.listsApp.typeRow({
      site: "pmo",
      person: "tom",
      list: listId,
      fields: { Title: "Roof leaks", Owner: "Tom Reid", NextReviewDate: "2026-07-06" },
    });
    await asha.store.refresh([place]);
    const typed = asha.store.row(place, String(item));
    expect(typed?.values).toEqual({ Title: "Roof leaks", Owner: "Tom Reid", NextReviewDate: "2026-07-06" });
    expect(typed?.changedBy).toBe("Tom Reid");
    if (typed === undefined) throw new Error("the row is not there");
    const outcome = await change(asha.store, updateOf(typed, { OwnerAddress: "tom@northmere.example" }));
    expect(outcome).toMatchObject({ kind: "saved", row: { id: String(item), values: { Owner: "Tom Reid", OwnerAddress: "tom@northmere.example" } } });
    expect(outcome.kind === "saved" && outcome.row.values["OperationId"]).toBeTruthy();
  });

  it("disappears here when it is deleted there", async () => {
    const { place, asha, world, listId } = await risksOfNorthmere();
    const item = world.tenant.listsApp.typeRow({ site: "pmo", person: "tom", list: listId, fields: { Title: "Roof leaks" } });
    await asha.store.refresh([place]);
    world.tenant.listsApp.deleteRow({ site: "pmo", list: listId, item });
    await asha.store.refresh([place]);
    expect(asha.store.rows(place)).toEqual([]);
  });
});

describe("many rows at once", () => {
  it("creates 45 rows and changes all of them, twenty a request, each with its own Ref", async () => {
    const { place, asha, world } = await risksOfNorthmere();
    await asha.store.refresh([place]);
    const before = world.tenant.usage.report().requests;
    const made = await asha.store.change(
      Array.from({ length: 45 }, (_, index) => creation(place, { ...scannersLate, Title: `Risk ${String(index + 1)}` })),
      "import of 45 risks",
    );
    expect(made.outcomes.map((outcome) => outcome.kind)).toEqual(Array.from({ length: 45 }, () => "saved"));
    // One look for the highest number, one for each twenty rows.
    expect(world.tenant.usage.report().requests - before).toBe(4);
    const rows = asha.store.rows(place);
    expect(new Set(rows.map((row) => row.values["Ref"])).size).toBe(45);
    const changed = await asha.store.change(
      rows.map((row) => updateOf(row, { Controls: "Loan kit agreed" })),
      "change of 45 risks",
    );
    expect(changed.outcomes.every((outcome) => outcome.kind === "saved")).toBe(true);
    expect(world.tenant.usage.report().requests - before).toBe(7);
    expect(world.tenant.usage.report().complaints).toEqual([]);
  });

  it("judges each row alone when another person has changed one of them", async () => {
    const { place, asha, world } = await risksOfNorthmere();
    await asha.store.change(
      Array.from({ length: 25 }, (_, index) => creation(place, { ...scannersLate, Title: `Risk ${String(index + 1)}` })),
      "import",
    );
    const tom = await world.client("tom");
    await tom.store.refresh([place]);
    const rows = asha.store.rows(place);
    await change(tom.store, updateOf(rowAt(tom.store, place, "R-0003"), { Controls: "Order spares" }));
    const { outcomes } = await asha.store.change(
      rows.map((row) => updateOf(row, { Controls: "Loan kit agreed" })),
      "change",
    );
    expect(outcomes.filter((outcome) => outcome.kind === "saved")).toHaveLength(24);
    expect(outcomes.filter((outcome) => outcome.kind === "needsDecision")).toHaveLength(1);
  });
});

describe("a set-up that was interrupted", () => {
  const wanted = ["Projects", "Risks", "Issues", "Actions", "Decisions", "Milestones"];

  it("goes on where it stopped and makes nothing twice", async () => {
    const owner = await northmere().owner();
    const stop = new AbortController();
    const report = (done: number): void => {
      if (done === 2) stop.abort();
    };
    const first = await owner.provisioning.create(owner.site, wanted, { report, signal: stop.signal });
    expect(first.some((list) => !list.outcome.ok && list.outcome.fault.kind === "cancelled")).toBe(true);
    expect(first.map((list) => list.register)).toEqual(wanted);
    const again = await owner.provisioning.create(owner.site, wanted, { report: () => undefined, signal: new AbortController().signal });
    expect(again.map((list) => list.outcome)).toEqual(first.map((list) => ({ ok: true, value: list.outcome.ok ? "alreadyThere" : "created" })));
    const found = await owner.provisioning.look(owner.site);
    expect(found.ok && found.value.standing.map((list) => list.register)).toEqual(wanted);
    expect(found.ok && found.value.absent.some((list) => wanted.includes(list.register))).toBe(false);
  });

  it("finds the list whose making was answered by a broken gateway, and gives it its name", async () => {
    const world = northmere();
    const owner = await world.owner();
    world.tenant.faults.set("gatewayTimeoutAfterCommit", { remaining: 1, method: "POST" });
    await owner.provisioning.create(owner.site, ["Risks"], { report: () => undefined, signal: new AbortController().signal });
    const [made] = await owner.provisioning.create(owner.site, ["Risks"], { report: () => undefined, signal: new AbortController().signal });
    expect(made?.outcome.ok).toBe(true);
    const list = await owner.graph.get(graphPath`/sites/${owner.site}/lists/${await owner.listId("Risks")}`, { scopes: scopesFor("readRegisters") });
    expect(list).toMatchObject({ ok: true, value: { body: { name: "PRRisks", displayName: "Risks" } } });
  });

  it("completes a list that a fault left half-made: its columns, then the name that people see", async () => {
    const world = northmere();
    const owner = await world.owner();
    const some = sharePointColumns(risks).slice(0, 9);
    await owner.graph.post(graphPath`/sites/${owner.site}/lists`, { displayName: "PRRisks", columns: some, list: { template: "genericList" } }, setUp);
    const toGo = sharePointColumns(risks).length - some.length;
    const started = { register: "Risks", columns: toGo, isStarted: true };
    const found = await owner.provisioning.look(owner.site);
    expect(found.ok && found.value.absent.find((list) => list.register === "Risks")).toEqual(started);

    world.tenant.faults.set("connectionLostBefore", { method: "POST", pathIncludes: "/columns", remaining: 1 });
    expect(await owner.provisioning.create(owner.site, ["Risks"], quietly)).toMatchObject([{ outcome: { ok: false, fault: { kind: "offline" } } }]);
    const again = await owner.provisioning.look(owner.site);
    expect(again.ok && again.value.absent.find((list) => list.register === "Risks")).toEqual(started);

    expect(await owner.provisioning.create(owner.site, ["Risks"], quietly)).toEqual([{ register: "Risks", outcome: { ok: true, value: "completed" } }]);
    const whole = await owner.provisioning.look(owner.site);
    expect(whole.ok && whole.value.standing).toEqual([{ register: "Risks", differences: [] }]);
    const list = await owner.graph.get(graphPath`/sites/${owner.site}/lists/${await owner.listId("Risks")}`, { scopes: scopesFor("readRegisters") });
    expect(list).toMatchObject({ ok: true, value: { body: { name: "PRRisks", displayName: "Risks" } } });
  });

  it("stops between the columns of one list when the person says so, and goes on from there", async () => {
    const world = northmere();
    const owner = await world.owner();
    await owner.graph.post(graphPath`/sites/${owner.site}/lists`, { displayName: "PRRisks", list: { template: "genericList" } }, setUp);
    const stop = new AbortController();
    const making = owner.provisioning.create(owner.site, ["Risks"], { report: () => undefined, signal: stop.signal });
    const standing = async (): Promise<number> => {
      const found = await owner.provisioning.look(owner.site);
      return found.ok ? (found.value.absent.find((list) => list.register === "Risks")?.columns ?? 0) : -1;
    };
    while ((await standing()) === sharePointColumns(risks).length);
    stop.abort();
    expect(await making).toMatchObject([{ outcome: { ok: false, fault: { kind: "cancelled" } } }]);
    const left = await standing();
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(sharePointColumns(risks).length);
    expect(await owner.provisioning.create(owner.site, ["Risks"], quietly)).toMatchObject([{ outcome: { ok: true, value: "completed" } }]);
    expect(await standing()).toBe(0);
  });

  it("adds the columns that a list of ours lacks", async () => {
    const { owner, listId, place, world } = await risksOfNorthmere();
    await owner.graph.delete(graphPath`/sites/${owner.site}/lists/${listId}/columns/${"Controls"}`, setUp);
    await world.setUp(["Risks"]);
    const tom = await world.client("tom");
    expect(await change(tom.store, creation(place, { ...scannersLate, Controls: "Loan kit agreed" }))).toMatchObject({
      kind: "saved",
      row: { values: { Controls: "Loan kit agreed" } },
    });
  });

  it("is refused, list by list, for somebody who may not make lists", async () => {
    const { world } = await risksOfNorthmere();
    world.tenant.faults.set("forbidden", { method: "POST" });
    const owner = await world.owner();
    const outcomes = await owner.provisioning.create(owner.site, ["Issues", "Risks"], { report: () => undefined, signal: new AbortController().signal });
    expect(outcomes).toMatchObject([
      { register: "Risks", outcome: { ok: true, value: "alreadyThere" } },
      { register: "Issues", outcome: { ok: false, fault: { kind: "forbidden" } } },
    ]);
  });
});
