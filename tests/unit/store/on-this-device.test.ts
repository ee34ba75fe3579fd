import { fail } from "../../../src/kernel";
import type { Disk } from "../../../src/store/disk";
import type { Mishap } from "./memory-source";
import { MishapDisk, type DiskMishap } from "./mishap-disk";
import { OneDevice } from "./one-device";
import { creation, decisionOf, editOf, openStore, projects, risks, twoRisks, type Setting } from "./setting";
import { atRest } from "./still-world";

const offline: Mishap = { fault: { kind: "offline" }, when: "before" };
const signInNeeded: Mishap = { fault: { kind: "signInNeeded" }, when: "before" };
const lostAnswer: Mishap = { fault: { kind: "unavailable" }, when: "after" };

/** A page of a device over lists that other pages have open, too. */
async function nextPage(device: OneDevice, own: string, before: Setting, disk?: Disk): Promise<Setting> {
  return openStore([], { device: device.page(own, disk) }, undefined, before.lists);
}

describe("what is saved on this device", () => {
  it("is in the register after the page that made it has died", async () => {
    const device = new OneDevice();
    const first = await openStore(twoRisks, { device: device.page("first") });
    first.source.always = offline;
    const { outcomes } = await first.store.change([editOf(first.store, "1", { Likelihood: 5 })], "change");
    expect(outcomes).toEqual([{ kind: "onDevice", id: "1" }]);
    device.close("first");
    const second = await nextPage(device, "second", first);
    await atRest();
    expect(first.lists.row(risks, "1")?.values["Likelihood"]).toBe(5);
    expect(second.store.row(risks, "1")).toMatchObject({ state: "saved", values: { Likelihood: 5 } });
    expect(device.memory.drawer("queue").size).toBe(0);
  });

  it("is put in once when the page died between sending and hearing", async () => {
    const device = new OneDevice();
    const first = await openStore(twoRisks, { device: device.page("first") });
    first.source.always = lostAnswer;
    const made = creation(first.world, { Title: "Lift fails" });
    await first.store.change([made, editOf(first.store, "2", { Likelihood: 4 })], "change");
    device.close("first");
    await nextPage(device, "second", first);
    await atRest();
    expect(first.lists.rows(risks).map(({ values }) => values["Title"])).toEqual(["Roof leaks", "Supplier fails", "Lift fails"]);
    expect(first.lists.written.filter(({ by, field }) => by === "app" && field === "Likelihood")).toHaveLength(1);
  });

  it("is not asked about when another page has put it in, where pages cannot tell which of them live", async () => {
    const device = new OneDevice();
    device.canTell = false;
    const first = await openStore(twoRisks, { device: device.page("first") });
    first.source.failNext("create", { kind: "forbidden" });
    const made = creation(first.world, { Title: "Lift fails" });
    await first.store.change([made], "new risk");
    expect(first.store.decisions()).toHaveLength(1);
    first.lists.insert(risks, { Title: "Lift fails", ClientKey: made.id.slice("new:".length), OperationId: "x" }, "app");
    await first.store.refresh([risks]);
    expect(first.store.decisions()).toEqual([]);
  });

  it("names a row that was made before the restart", async () => {
    const device = new OneDevice();
    const first = await openStore(twoRisks, { device: device.page("first") });
    const made = creation(first.world, { Title: "Lift fails" });
    const naming = creation(first.world, { Title: "Stairs crowded", RelatesTo: made.id });
    await first.store.change([made], "one");
    first.source.always = offline;
    await first.store.change([naming], "other");
    device.close("first");
    await nextPage(device, "second", first);
    await atRest();
    expect(
      first.lists
        .rows(risks)
        .map(({ values }) => values["RelatesTo"])
        .at(-1),
    ).toBe("R-0003");
  });

  it("names a row that the page which takes it over had pulled too early to know", async () => {
    const device = new OneDevice();
    const first = await openStore(twoRisks, { device: device.page("first") });
    const second = await nextPage(device, "second", first);
    await second.store.refresh([risks, projects]);
    const made = creation(first.world, { Title: "New theatre" }, projects);
    await first.store.change([made], "new project");
    first.source.always = offline;
    await first.store.change([creation(first.world, { Title: "Roof leaks there", ProjectRef: made.id })], "new risk");
    device.close("first");
    second.source.always = offline;
    await second.store.refresh([risks]);
    await atRest();
    await second.store.change([editOf(second.store, "2", { Likelihood: 4 })], "change");
    expect(second.store.decisions()).toEqual([]);
    second.source.always = undefined;
    await second.store.retryUnsent();
    expect(first.lists.row(risks, "3")?.values).toMatchObject({ Title: "Roof leaks there", ProjectRef: "R-0001" });
  });

  it("waits for the new row that it names also when another page answers what was asked about that row", async () => {
    const device = new OneDevice();
    const first = await openStore(twoRisks, { device: device.page("first") });
    const second = await nextPage(device, "second", first);
    first.source.failNext("create", { kind: "forbidden" });
    const made = creation(first.world, { Title: "New theatre" }, projects);
    const decision = decisionOf((await first.store.change([made], "new project")).outcomes[0]);
    await first.store.change([creation(first.world, { Title: "Roof leaks there", ProjectRef: made.id })], "new risk");
    await atRest();
    second.source.always = offline;
    void second.store.answer(decision.id, { kind: "tryAgain" });
    await atRest();
    expect(first.store.decisions()).toEqual([]);
    second.source.always = undefined;
    await second.store.retryUnsent();
    await atRest();
    await first.store.refresh([risks, projects]);
    await atRest();
    expect(first.store.status()).toMatchObject({ unsent: 0, needsDecision: 0 });
    expect(first.lists.rows(risks).at(-1)?.values["ProjectRef"]).toBe("R-0001");
  });

  it("still needs its decision after a restart, and is answered there", async () => {
    const device = new OneDevice();
    const first = await openStore(twoRisks, { device: device.page("first") });
    const edit = editOf(first.store, "1", { Likelihood: 4 });
    first.lists.edit(risks, "1", { Likelihood: 5 });
    const before = decisionOf((await first.store.change([edit], "change")).outcomes[0]);
    device.close("first");
    const second = await nextPage(device, "second", first);
    expect(second.store.decisions()).toEqual([before]);
    expect(second.store.row(risks, "1")?.state).toBe("needsDecision");
    await second.store.answer(before.id, { kind: "keepMine" });
    expect(first.lists.row(risks, "1")?.values["Likelihood"]).toBe(4);
    expect(device.memory.drawer("queue").size).toBe(0);
  });
});

describe("a device that refuses", () => {
  async function refusing(): Promise<{ readonly setting: Setting; readonly mishap: { now: DiskMishap | undefined } }> {
    const device = new OneDevice();
    const mishap: { now: DiskMishap | undefined } = { now: "refuse" };
    const disk = new MishapDisk(device.memory.open(), () => mishap.now);
    return { setting: await openStore(twoRisks, { device: device.page("first", disk) }), mishap };
  }

  it("does not stand between a change and the register", async () => {
    const { setting } = await refusing();
    const { outcomes } = await setting.store.change([editOf(setting.store, "1", { Likelihood: 5 })], "change");
    expect(outcomes[0]?.kind).toBe("saved");
    expect(setting.store.status()).toMatchObject({ unsent: 0, device: { keeps: "changes", fault: { kind: "storageRefused" } } });
  });

  it("and a register out of reach give the change back: neither is said to have it", async () => {
    const { setting } = await refusing();
    setting.source.always = signInNeeded;
    const edit = editOf(setting.store, "1", { Likelihood: 5 });
    const { outcomes } = await setting.store.change([edit], "change");
    expect(outcomes).toMatchObject([{ kind: "notKept", edit: { id: "1", changes: { Likelihood: 5 } }, fault: { kind: "storageRefused" } }]);
    expect(setting.store.row(risks, "1")).toMatchObject({ state: "saved", values: { Likelihood: 2 } });
    expect(setting.store.status().unsent).toBe(0);
  });

  it("is asked once more before a change is given back", async () => {
    const { setting, mishap } = await refusing();
    setting.source.always = signInNeeded;
    const told = setting.store.change([editOf(setting.store, "1", { Likelihood: 5 })], "change");
    // The first asking is refused in this very tick.
    await Promise.resolve();
    while (setting.store.status().device.fault === undefined) await Promise.resolve();
    mishap.now = undefined;
    const { outcomes } = await told;
    expect(outcomes).toEqual([{ kind: "onDevice", id: "1" }]);
  });

  it("keeps a change that may have reached the register in the page until that is known", async () => {
    const { setting } = await refusing();
    setting.source.always = lostAnswer;
    const told = setting.store.change([editOf(setting.store, "1", { Likelihood: 5 })], "change");
    await atRest();
    expect(setting.store.status()).toMatchObject({ unsent: 1, unkept: 1 });
    setting.source.always = undefined;
    await setting.store.retryUnsent();
    expect((await told).outcomes[0]?.kind).toBe("saved");
  });

  it("and a register out of reach leave an answered decision open, and take an undo back", async () => {
    const { setting, mishap } = await refusing();
    const { store, lists, source } = setting;
    mishap.now = undefined;
    await store.change([editOf(store, "2", { Likelihood: 1 })], "other change");
    lists.edit(risks, "1", { Likelihood: 5 });
    const seen = { ...editOf(store, "1", { Likelihood: 4 }) };
    const { outcomes } = await store.change([seen], "change");
    mishap.now = "refuse";
    source.always = signInNeeded;
    const again = await store.answer(decisionOf(outcomes[0]).id, { kind: "keepMine" });
    expect(again).toMatchObject({
      ok: true,
      value: { kind: "needsDecision", decision: { reason: { kind: "storageRefused" }, edit: { changes: { Likelihood: 4 } } } },
    });
    expect(await store.undo()).toMatchObject({ ok: true, value: { outcomes: [{ kind: "notKept", edit: { id: "2", changes: { Likelihood: 3 } } }] } });
    expect(store.decisions()).toMatchObject([{ edit: { id: "1" } }]);
  });

  it("does not take an acknowledged change away with the new row that it was typed over", async () => {
    const { setting, mishap } = await refusing();
    const { store, source, world } = setting;
    source.always = { fault: { kind: "throttled", retryAtMs: world.nowMs() + 60_000 }, when: "before" };
    const made = creation(world, { Title: "Lift fails" });
    const told = store.change([made], "new risk");
    await atRest();
    mishap.now = undefined;
    expect((await store.change([editOf(store, made.id, { Owner: "Mary Finch" })], "change")).outcomes[0]?.kind).toBe("onDevice");
    mishap.now = "refuse";
    source.always = signInNeeded;
    await world.pass(61_000);
    expect((await told).outcomes[0]?.kind).toBe("needsDecision");
    expect(store.decisions()).toMatchObject([{ edit: { changes: { Title: "Lift fails", Owner: "Mary Finch" } } }]);
  });

  it("from the start is said so", async () => {
    const device = { ...new OneDevice().page("first"), disk: Promise.resolve(fail({ kind: "storageRefused" } as const)) };
    const setting = await openStore(twoRisks, { device });
    expect(setting.store.status().device).toMatchObject({ keeps: "nothing", fault: { kind: "storageRefused" } });
    setting.source.always = signInNeeded;
    expect((await setting.store.change([editOf(setting.store, "1", { Likelihood: 5 })], "change")).outcomes[0]?.kind).toBe("notKept");
  });
});

describe("two pages on one device", () => {
  it("send their own changes, and count the other's", async () => {
    const device = new OneDevice();
    const first = await openStore(twoRisks, { device: device.page("first") });
    const second = await nextPage(device, "second", first);
    first.source.always = offline;
    await first.store.change([editOf(first.store, "1", { Likelihood: 5 })], "change");
    await atRest();
    expect(second.store.status()).toMatchObject({ unsent: 0, device: { elsewhere: 1 } });
    expect(second.source.requests).toEqual([]);
    device.close("first");
    await second.store.refresh([risks]);
    await atRest();
    expect(first.lists.row(risks, "1")?.values["Likelihood"]).toBe(5);
    expect(second.store.status()).toMatchObject({ unsent: 0, device: { elsewhere: 0 } });
  });

  it("show the same decisions, and an answer in one takes it off in the other", async () => {
    const device = new OneDevice();
    const first = await openStore(twoRisks, { device: device.page("first") });
    const second = await nextPage(device, "second", first);
    const edit = editOf(first.store, "1", { Likelihood: 4 });
    first.lists.edit(risks, "1", { Likelihood: 5 });
    const decision = decisionOf((await first.store.change([edit], "change")).outcomes[0]);
    await atRest();
    expect(second.store.decisions()).toEqual([decision]);
    await second.store.answer(decision.id, { kind: "keepMine" });
    await atRest();
    expect(first.store.decisions()).toEqual([]);
    expect(first.lists.row(risks, "1")?.values["Likelihood"]).toBe(4);
  });

  it("put a change in once even where nobody can tell which of them lives", async () => {
    const device = new OneDevice();
    device.canTell = false;
    const first = await openStore(twoRisks, { device: device.page("first") });
    first.source.always = offline;
    await first.store.change([creation(first.world, { Title: "Lift fails" })], "change");
    const second = await nextPage(device, "second", first);
    first.source.always = undefined;
    await first.store.retryUnsent();
    await second.store.retryUnsent();
    expect(first.lists.rows(risks)).toHaveLength(3);
    expect([first, second].map(({ store }) => store.status().unsent)).toEqual([0, 0]);
  });
});

describe("a browser that throws away what was kept", () => {
  it("counts what a dead page left and no other could take over", async () => {
    const device = new OneDevice();
    const first = await openStore(twoRisks, { device: device.page("first") });
    first.source.always = offline;
    await first.store.change([editOf(first.store, "1", { Likelihood: 5 })], "change");
    device.close("first");
    const second = await nextPage(device, "second", first, new MishapDisk(device.memory.open(), () => "refuse"));
    await atRest();
    device.memory.evict();
    await atRest();
    expect(second.store.status().device.lost).toBe(1);
  });

  it("is survived by a page that lives: everything is kept again, decisions too", async () => {
    const device = new OneDevice();
    const first = await openStore(twoRisks, { device: device.page("first") });
    const edit = editOf(first.store, "1", { Likelihood: 4 });
    first.lists.edit(risks, "1", { Likelihood: 5 });
    await first.store.change([edit], "change");
    first.source.always = offline;
    await first.store.change([editOf(first.store, "2", { Likelihood: 5 })], "change");
    device.memory.evict();
    await atRest();
    expect(first.store.status().device.lost).toBe(0);
    device.close("first");
    const second = await nextPage(device, "second", first);
    await atRest();
    expect(second.store.decisions()).toHaveLength(1);
    expect(first.lists.row(risks, "2")?.values["Likelihood"]).toBe(5);
  });

  it("leaves a decision in the hands of every page: answered in one, it goes in the one that kept it again", async () => {
    const device = new OneDevice();
    const first = await openStore(twoRisks, { device: device.page("first") });
    const edit = editOf(first.store, "1", { Likelihood: 4 });
    first.lists.edit(risks, "1", { Likelihood: 5 });
    const decision = decisionOf((await first.store.change([edit], "change")).outcomes[0]);
    device.memory.evict();
    await atRest();
    const second = await nextPage(device, "second", first);
    await atRest();
    await second.store.answer(decision.id, { kind: "takeTheirs" });
    await atRest();
    expect([first, second].map(({ store }) => store.decisions())).toEqual([[], []]);
  });

  it("says how much is gone when no page remembers it", async () => {
    const device = new OneDevice();
    const disk = new MishapDisk(device.memory.open(), () => undefined);
    const first = await openStore(twoRisks, { device: device.page("first", disk) });
    first.source.always = offline;
    await first.store.change([editOf(first.store, "2", { Likelihood: 5 })], "change");
    device.close("first");
    disk.die();
    device.memory.evict();
    const second = await nextPage(device, "second", first);
    expect(second.store.status().device.lost).toBe(1);
  });

  it("or a newer version of the app, closes the disk: what was kept is not said to be kept by this page any more", async () => {
    const device = new OneDevice();
    const first = await openStore(twoRisks, { device: device.page("first") });
    first.source.always = offline;
    await first.store.change([editOf(first.store, "2", { Likelihood: 5 })], "change");
    device.memory.replace();
    expect(first.store.status()).toMatchObject({ unsent: 1, unkept: 1, device: { keeps: "nothing" } });
  });
});
