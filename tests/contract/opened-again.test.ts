import { graphPath, scopesFor } from "../../src/graph";
import { columnOf, registerAsKept, risks } from "../../src/registers";
import type { RegisterPlace } from "../../src/store";
import { OneDevice } from "../unit/store/one-device";
import { atRest } from "../unit/store/still-world";
import { change, creation, rowAt, scannersLate, updateOf } from "./support/edits";
import { northmere, type Client, type Northmere } from "./support/northmere";

const setUp = { scopes: scopesFor("setUpRegisters") };

interface Setting {
  readonly world: Northmere;
  readonly place: RegisterPlace;
  /** A new page on the device where Tom has read the register before. */
  readonly open: () => Promise<Client>;
  readonly owner: Awaited<ReturnType<Northmere["owner"]>>;
  /** The address of the list, or of a part of it. */
  readonly listAddress: (part?: string) => Promise<ReturnType<typeof graphPath>>;
}

async function readBefore(): Promise<Setting> {
  const world = northmere();
  await world.setUp(["Risks"]);
  const owner = await world.owner();
  const place: RegisterPlace = { site: owner.site, register: "Risks" };
  const device = new OneDevice();
  device.rowsFormat = "1";
  const before = await world.client("tom", device);
  await change(before.store, creation(place, scannersLate));
  await before.store.refresh([place]);
  await atRest();
  device.close("a page");
  const listAddress = async (part?: string): Promise<ReturnType<typeof graphPath>> => {
    const listId = await owner.listId("Risks");
    return part === undefined ? graphPath`/sites/${owner.site}/lists/${listId}` : graphPath`/sites/${owner.site}/lists/${listId}/columns/${part}`;
  };
  return { world, place, owner, listAddress, open: () => world.client("tom", device) };
}

describe("a register that is opened again on its device", () => {
  it("costs one request when nothing has changed, and knows what the list's owner had changed", async () => {
    const { world, place, open } = await readBefore();
    const tom = await open();
    const before = world.tenant.usage.report().requests;
    await tom.store.refresh([place]);
    expect(world.tenant.usage.report().requests - before).toBe(1);
    expect(tom.store.rows(place)).toHaveLength(1);
    expect(tom.rights.list(place)).toMatchObject({ missing: [] });
  });

  it("refuses by name a value for a column that its owner has removed meanwhile", async () => {
    const { place, owner, listAddress, open } = await readBefore();
    await owner.graph.delete(await listAddress("Controls"), setUp);
    const tom = await open();
    await tom.store.refresh([place]);
    const outcome = await change(tom.store, updateOf(rowAt(tom.store, place, "R-0001"), { Controls: "Loan kit agreed" }));
    expect(outcome).toMatchObject({ kind: "needsDecision", decision: { reason: { kind: "invalid", problems: [{ field: "Controls" }] } } });
    expect(tom.rights.list(place)?.missing).toEqual(["Controls"]);
  });

  it("offers a choice that its owner has added meanwhile from the second refresh on", async () => {
    const { place, owner, listAddress, open } = await readBefore();
    const choices = ["Draft", "Open", "Closed", "Became an issue", "Watching"];
    await owner.graph.patch(await listAddress("Status"), { choice: { choices } }, setUp);
    const tom = await open();
    await tom.store.refresh([place]);
    await tom.store.refresh([place]);
    expect(columnOf(registerAsKept(risks, tom.rights.list(place)), "Status")).toMatchObject({ choices });
  });

  it("is read from the beginning when the list was deleted and made anew under its name", async () => {
    const { world, place, owner, listAddress, open } = await readBefore();
    await owner.graph.delete(await listAddress(), setUp);
    await world.setUp(["Risks"]);
    const asha = await world.client("asha");
    await asha.store.refresh([place]);
    await change(asha.store, creation(place, { ...scannersLate, RiskEvent: "The new list's own" }));
    const tom = await open();
    await tom.store.refresh([place]);
    expect(tom.store.rows(place).map(({ values }) => values["RiskEvent"])).toEqual(["The new list's own"]);
    expect((await change(tom.store, updateOf(rowAt(tom.store, place, "R-0001"), { Controls: "Loan kit agreed" }))).kind).toBe("saved");
  });
});
