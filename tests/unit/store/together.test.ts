import type { Edit } from "../../../src/registers";
import type { Mishap } from "./memory-source";
import { MishapDisk, type DiskMishap } from "./mishap-disk";
import { OneDevice } from "./one-device";
import { creation, decisionOf, editOf, openStore, projects, risks, twoRisks, type Setting } from "./setting";
import { atRest } from "./still-world";

const offline: Mishap = { fault: { kind: "offline" }, when: "before" };

/** As at publishing: a row, another that names it, and a change to a third. */
function three({ store, world }: Setting): readonly Edit[] {
  const report = creation(world, { Title: "Report" }, projects);
  return [report, creation(world, { Title: "Snapshot", Report: report.id }), editOf(store, "1", { Owner: "Published" })];
}

/** What stands in the lists of the three, in the order of publishing. */
function standing({ lists }: Setting): readonly boolean[] {
  const titles = lists.rows(risks).map(({ values }) => values["Title"]);
  return [lists.rows(projects).length > 0, titles.includes("Snapshot"), lists.row(risks, "1")?.values["Owner"] === "Published"];
}

describe("changes made together", () => {
  it("go one after the other, each when the one before it is in the register", async () => {
    const setting = await openStore(twoRisks);
    const { outcomes } = await setting.store.changeTogether(three(setting), "publishing");
    expect(outcomes.map(({ kind }) => kind)).toEqual(["saved", "saved", "saved"]);
    expect(setting.source.requests).toEqual(["createMany 1", "createMany 1", "updateMany 1"]);
    expect(setting.lists.rows(risks)[2]?.values).toMatchObject({ Title: "Snapshot", Report: "R-0001" });
  });

  it("wait together, and go on in order after a restart in another page", async () => {
    const device = new OneDevice();
    const first = await openStore(twoRisks, { device: device.page("first") });
    first.source.failNext("create", { kind: "unavailable" }, "after");
    first.source.always = undefined;
    const { outcomes } = await first.store.changeTogether(three(first), "publishing");
    expect(outcomes.map(({ kind }) => kind)).toEqual(["onDevice", "onDevice", "onDevice"]);
    expect(standing(first)).toEqual([true, false, false]);
    device.close("first");
    const second = await openStore([], { device: device.page("second") }, undefined, first.lists);
    await atRest();
    expect(standing(first)).toEqual([true, true, true]);
    expect(first.lists.rows(projects)).toHaveLength(1);
    expect(second.store.status().unsent).toBe(0);
  });

  it("wait with the one that needs a decision, which says how many", async () => {
    const setting = await openStore(twoRisks);
    setting.source.failNext("create", { kind: "forbidden" });
    const { outcomes } = await setting.store.changeTogether(three(setting), "publishing");
    expect(outcomes.map(({ kind }) => kind)).toEqual(["needsDecision", "needsDecision", "needsDecision"]);
    expect(setting.store.decisions()).toMatchObject([{ edit: { register: "Projects" }, waitingWithIt: [{ changes: { Title: "Snapshot" } }, { id: "1" }] }]);
    expect(setting.store.status()).toMatchObject({ unsent: 0, needsDecision: 1 });
    expect(standing(setting)).toEqual([false, false, false]);
    expect(setting.store.rows(risks).map(({ values }) => values["Owner"])).toEqual(["Ada Byron", "Tom Hale"]);
  });

  it("go on when that one is sent again, also from another page after a restart", async () => {
    const device = new OneDevice();
    const first = await openStore(twoRisks, { device: device.page("first") });
    first.source.failNext("create", { kind: "forbidden" });
    await first.store.changeTogether(three(first), "publishing");
    device.close("first");
    const second = await openStore([], { device: device.page("second") }, undefined, first.lists);
    await atRest();
    const [decision] = second.store.decisions();
    expect(decision?.waitingWithIt).toHaveLength(2);
    await second.store.answer(decision?.id ?? "", { kind: "tryAgain" });
    await atRest();
    expect(standing(first)).toEqual([true, true, true]);
    expect(device.memory.drawer("queue").size).toBe(0);
  });

  it("are dropped from there on when that one is dropped", async () => {
    const device = new OneDevice();
    const setting = await openStore(twoRisks, { device: device.page("a page") });
    setting.lists.edit(risks, "1", { Owner: "Mary Finch" });
    const [report, , change] = three(setting);
    const { outcomes } = await setting.store.changeTogether([report!, change!, creation(setting.world, { Title: "Snapshot" })], "publishing");
    await setting.store.answer(decisionOf(outcomes[1]).id, { kind: "takeTheirs" });
    await atRest();
    expect(standing(setting)).toEqual([true, false, false]);
    expect(setting.store.status()).toMatchObject({ unsent: 0, needsDecision: 0 });
    expect(device.memory.drawer("queue").size).toBe(0);
  });

  it("go on when a pull shows that the one that needed a decision had arrived", async () => {
    const late: (() => void)[] = [];
    const setting = await openStore(twoRisks, {}, (what) => (what === "late update" ? new Promise((resolve) => late.push(resolve)) : Promise.resolve()));
    setting.source.failNext("update", { kind: "offline" }, "late");
    setting.source.failNext("update", { kind: "forbidden" });
    const [, , change] = three(setting);
    await setting.store.changeTogether([change!, creation(setting.world, { Title: "Snapshot" })], "publishing");
    await setting.store.retryUnsent();
    expect(setting.store.decisions()).toMatchObject([{ waitingWithIt: [{ changes: { Title: "Snapshot" } }] }]);
    late.forEach((arrive) => arrive());
    await atRest();
    await setting.store.refresh([risks]);
    await atRest();
    expect(setting.store.decisions()).toEqual([]);
    expect(setting.lists.rows(risks).map(({ values }) => values["Title"])).toContain("Snapshot");
  });

  it("wait for a person when the device has kept only the last of them: none goes without the one before it", async () => {
    const device = new OneDevice();
    const refusals: (DiskMishap | undefined)[] = [];
    const disk = new MishapDisk(device.memory.open(), () => refusals.shift());
    const setting = await openStore(twoRisks, { device: device.page("a page", disk) });
    const [, , change] = three(setting);
    setting.source.always = { fault: { kind: "signInNeeded" }, when: "before" };
    // Together at first, together once more, then the first alone; the device has room for the second.
    refusals.push("refuse", "refuse", "refuse");
    const { outcomes } = await setting.store.changeTogether([change!, creation(setting.world, { Title: "Snapshot" })], "publishing");
    await atRest();
    setting.source.always = undefined;
    await setting.store.retryUnsent();
    await atRest();
    expect(outcomes.map(({ kind }) => kind)).not.toContain("saved");
    expect(standing(setting).slice(1)).toEqual([false, false]);
  });

  it("are taken back by one undo, the last first", async () => {
    const setting = await openStore(twoRisks);
    await setting.store.changeTogether(three(setting), "publishing");
    await setting.store.undo();
    expect(setting.lists.row(risks, "1")?.values["Owner"]).toBe("Ada Byron");
    expect(setting.store.rows(projects)).toEqual([]);
  });
});

describe("the age of what waits", () => {
  it("is that of the oldest change, of this page or another one, and survives a restart", async () => {
    const device = new OneDevice();
    const first = await openStore(twoRisks, { device: device.page("first") });
    first.source.always = offline;
    const madeAtMs = first.world.nowMs();
    await first.store.change([editOf(first.store, "1", { Likelihood: 4 })], "change");
    await first.world.pass(5_000);
    await first.store.change([editOf(first.store, "2", { Likelihood: 4 })], "change");
    expect(first.store.status().oldestUnsentAtMs).toBe(madeAtMs);
    const second = await openStore([], { device: device.page("second") }, undefined, first.lists);
    await atRest();
    expect(second.store.status()).toMatchObject({ unsent: 0, oldestUnsentAtMs: madeAtMs });
    first.source.always = undefined;
    await first.store.retryUnsent();
    expect(first.store.status()).not.toHaveProperty("oldestUnsentAtMs");
    await second.store.refresh([risks]);
    await atRest();
    expect(second.store.status()).not.toHaveProperty("oldestUnsentAtMs");
  });
});
