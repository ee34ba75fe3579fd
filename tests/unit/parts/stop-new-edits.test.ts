import { stopNewEdits } from "../../../src/parts";
import { stopAfterMs } from "../../../src/parts/saving/old-changes";
import type { Changes, Edit } from "../../../src/registers";
import { agedStore } from "./aged-store";
import { order, projects } from "./record-page";
import { openNorthmere, placeOf, type Northmere } from "./services";

const place = placeOf("Actions");

async function open(ageMs: number): Promise<Northmere> {
  const northmere = await openNorthmere({ Actions: [order] });
  const { world, services } = northmere;
  const store = stopNewEdits(agedStore(services.store, world.nowMs() - ageMs).store, world);
  return { ...northmere, services: { ...services, store } };
}

function edit({ services }: Northmere, title: string): Edit {
  return { ...place, kind: "update", id: "1", changes: { Title: title }, seen: services.store.seen(place, "1") ?? { values: {} } };
}

test("edits go through while the oldest change has waited for less than 72 hours", async () => {
  const northmere = await open(stopAfterMs - 60_000);
  const receipt = northmere.services.store.change([edit(northmere, "Order more spares")], "action");
  await northmere.world.pass(0);
  expect((await receipt).outcomes).toMatchObject([{ kind: "saved" }]);
});

test("then a new edit goes back to its author whole, and neither the register nor the screen has it", async () => {
  const northmere = await open(stopAfterMs);
  const asked = edit(northmere, "Order more spares");
  const receipt = await northmere.services.store.change([asked], "action");
  expect(receipt.outcomes).toEqual([{ kind: "notKept", edit: asked, fault: { kind: "tooLarge", limit: "72 hours" } }]);
  expect(northmere.services.store.row(place, "1")?.values["Title"]).toBe(order["Title"]);
  expect(northmere.lists.row(place, "1")?.values["Title"]).toBe(order["Title"]);
});

test("nor is anything made together taken then", async () => {
  const northmere = await open(stopAfterMs);
  const asked = edit(northmere, "Order more spares");
  const receipt = await northmere.services.store.changeTogether([asked], "actions");
  expect(receipt.outcomes).toMatchObject([{ kind: "notKept", edit: asked }]);
});

test("the link of a card that was posted already is kept all the same, but not beside anything that somebody typed", async () => {
  const northmere = await openNorthmere({ Projects: projects });
  const { world, lists } = northmere;
  const store = stopNewEdits(agedStore(northmere.services.store, world.nowMs() - stopAfterMs).store, world);
  const noted = (changes: Changes): Edit => ({ ...placeOf("Projects"), kind: "update", id: "1", changes, seen: store.seen(placeOf("Projects"), "1")! });
  const both = await store.change([noted({ CardUrl: "https://teams.microsoft.com/l/message/1", Title: "Blood" })], "P-0001");
  expect(both.outcomes).toMatchObject([{ kind: "notKept" }]);
  const archived = await store.change([noted({ Archived: true })], "P-0001");
  expect(archived.outcomes).toMatchObject([{ kind: "notKept" }]);
  const receipt = store.change([noted({ CardUrl: "https://teams.microsoft.com/l/message/1" })], "P-0001");
  await world.pass(0);
  expect((await receipt).outcomes).toMatchObject([{ kind: "saved" }]);
  expect(lists.row(placeOf("Projects"), "1")?.values["CardUrl"]).toBe("https://teams.microsoft.com/l/message/1");
});

test("nothing is archived then either", async () => {
  const northmere = await open(stopAfterMs);
  const receipt = await northmere.services.store.archive(place, ["1"]);
  expect(receipt.outcomes).toMatchObject([{ kind: "notKept", edit: { id: "1", changes: { Archived: true } } }]);
  expect(northmere.services.store.rows(place)).toHaveLength(1);
});

test("sending again, undo and answers to decisions stay possible", async () => {
  const northmere = await openNorthmere({ Actions: [order] });
  const { world, source } = northmere;
  const aged = agedStore(northmere.services.store, undefined);
  const store = stopNewEdits(aged.store, world);
  const open = { ...northmere, services: { ...northmere.services, store } };
  const before = store.change([edit(open, "Order more spares")], "action");
  await world.pass(0);
  await before;
  source.failNext("update", { kind: "forbidden" });
  const refused = store.change([edit(open, "Order none")], "action");
  await world.pass(0);
  await refused;
  aged.oldest.atMs = world.nowMs() - stopAfterMs;
  const [decision] = store.decisions();
  const answer = store.answer(decision?.id ?? "", { kind: "takeTheirs" });
  await world.pass(0);
  expect((await answer).ok).toBe(true);
  const undone = store.undo();
  await world.pass(0);
  expect((await undone).ok).toBe(true);
  expect(northmere.lists.row(place, "1")?.values["Title"]).toBe(order["Title"]);
  await store.retryUnsent();
});
