import { change, creation, rowAt, scannersLate as risk, updateOf as update } from "./support/edits";
import { northmere, type Client } from "./support/northmere";

async function twoPeopleAndARisk(): Promise<{
  asha: Client;
  tom: Client;
  place: { site: string; register: string };
  ref: string;
  world: ReturnType<typeof northmere>;
}> {
  const world = northmere();
  await world.setUp(["Risks"]);
  const asha = await world.client("asha");
  const tom = await world.client("tom");
  const place = { site: asha.site, register: "Risks" };
  const outcome = await change(asha.store, creation(place, risk));
  if (outcome.kind !== "saved") throw new Error(JSON.stringify(outcome));
  await tom.store.refresh([place]);
  return { asha, tom, place, world, ref: String(outcome.row.values["Ref"]) };
}

describe("registers in SharePoint lists", () => {
  it("makes every register's list and finds nothing missing afterwards", async () => {
    const world = northmere();
    await world.setUp(["Projects", "Risks", "Costs", "HighlightReports"]);
    await expect(world.setUp(["Projects", "Risks"])).resolves.toBeUndefined();
  });

  it("gives a new row its Ref and reads back what was written, dates in summer too", async () => {
    const { tom, place, ref } = await twoPeopleAndARisk();
    expect(ref).toBe("R-0001");
    const row = rowAt(tom.store, place, ref);
    expect(row.values).toMatchObject({ ...risk, Ref: "R-0001", RefNo: 1 });
    expect(row.changedBy).toBe("Asha Patel");
  });

  it("merges changes of two people to different fields", async () => {
    const { asha, tom, place, ref } = await twoPeopleAndARisk();
    const hers = rowAt(asha.store, place, ref);
    const his = rowAt(tom.store, place, ref);
    expect((await change(asha.store, update(hers, { Controls: "Loan kit agreed" }))).kind).toBe("saved");
    const outcome = await change(tom.store, update(his, { Proximity: "Within 1 month" }));
    expect(outcome).toMatchObject({ kind: "saved", mergedFields: ["Controls"], row: { values: { Controls: "Loan kit agreed", Proximity: "Within 1 month" } } });
  });

  it("asks when two people change the same field, and overwrites nothing", async () => {
    const { asha, tom, place, ref } = await twoPeopleAndARisk();
    const hers = rowAt(asha.store, place, ref);
    const his = rowAt(tom.store, place, ref);
    await change(asha.store, update(hers, { Controls: "Loan kit agreed" }));
    const outcome = await change(tom.store, update(his, { Controls: "Order spares" }));
    expect(outcome).toMatchObject({ kind: "needsDecision", decision: { conflicts: [{ field: "Controls", mine: "Order spares", theirs: "Loan kit agreed" }] } });
    await asha.store.refresh([place]);
    expect(asha.store.findByRef(place, ref)?.values["Controls"]).toBe("Loan kit agreed");
  });

  it("treats a 409 resourceModified as the same conflict", async () => {
    const { tom, place, ref, world } = await twoPeopleAndARisk();
    world.tenant.faults.set("conflict409", { remaining: 1 });
    const his = rowAt(tom.store, place, ref);
    expect((await change(tom.store, update(his, { Controls: "Order spares" }))).kind).toBe("saved");
  });

  it("learns from a 403 that a reader may not write, and keeps what was typed", async () => {
    const { place, ref, world } = await twoPeopleAndARisk();
    const board = await world.client("board");
    await board.store.refresh([place]);
    const row = rowAt(board.store, place, ref);
    const outcome = await change(board.store, update(row, { Controls: "Order spares" }));
    expect(outcome).toMatchObject({ kind: "needsDecision", decision: { reason: { kind: "forbidden" }, edit: { changes: { Controls: "Order spares" } } } });
    expect(board.rights.of(place)).toBe("readOnly");
  });

  it("finds a lost answer among the row's versions when somebody has set the value back since", async () => {
    const { asha, tom, place, ref, world } = await twoPeopleAndARisk();
    world.tenant.faults.set("gatewayTimeoutAfterCommit", { remaining: 1, method: "POST" });
    const hers = rowAt(asha.store, place, ref);
    expect((await change(asha.store, update(hers, { Controls: "Loan kit agreed" }))).kind).toBe("onDevice");
    await tom.store.refresh([place]);
    const before = hers.values["Controls"] ?? null;
    expect((await change(tom.store, update(rowAt(tom.store, place, ref), { Controls: before }))).kind).toBe("saved");
    await asha.store.retryUnsent();
    await tom.store.refresh([place]);
    expect(asha.store.status().unsent).toBe(0);
    expect(tom.store.findByRef(place, ref)?.values["Controls"] ?? null).toBe(before);
  });

  it("does not put a row in twice when the answer to its creation was lost", async () => {
    const { asha, place, world } = await twoPeopleAndARisk();
    world.tenant.faults.set("gatewayTimeoutAfterCommit", { remaining: 1, method: "POST" });
    await asha.store.change([creation(place, { ...risk, Title: "Staff not released" })], "risk");
    await asha.store.retryUnsent();
    await asha.store.refresh([place]);
    expect(asha.store.rows(place).filter((row) => row.values["Title"] === "Staff not released")).toHaveLength(1);
  });

  it("takes the next Ref when another person's new row took the number", async () => {
    const { asha, tom, place } = await twoPeopleAndARisk();
    await change(tom.store, creation(place, { ...risk, Title: "Second" }));
    await change(asha.store, creation(place, { ...risk, Title: "Third" }));
    await asha.store.refresh([place]);
    expect(
      asha.store
        .rows(place)
        .map((row) => row.values["Ref"])
        .sort(),
    ).toEqual(["R-0001", "R-0002", "R-0003"]);
  });

  it("undoes a saved change in the list itself", async () => {
    const { asha, tom, place, ref } = await twoPeopleAndARisk();
    const hers = rowAt(asha.store, place, ref);
    await change(asha.store, update(hers, { Controls: "Loan kit agreed" }));
    await asha.store.undo();
    await tom.store.refresh([place]);
    expect(tom.store.findByRef(place, ref)?.values).not.toHaveProperty("Controls");
  });

  it("starts again with the whole list when SharePoint has forgotten the change token", async () => {
    const { tom, place, ref, world } = await twoPeopleAndARisk();
    world.tenant.faults.set("resync410", { remaining: 1 });
    const [state] = await tom.store.refresh([place]);
    expect(state?.fault).toBeUndefined();
    expect(tom.store.findByRef(place, ref)).toBeDefined();
  });
});
