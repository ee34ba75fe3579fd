import { MemoryDevice } from "../../../src/store/memory-disk";
import { moveQueue } from "../../../src/store/move-queue";
import { creationOf, found, keyOf, namedOf, newIdOf, opened, operationOf, parkedOf } from "./journal-setting";
import { MishapDisk } from "./mishap-disk";

async function fullQueue(): Promise<MemoryDevice> {
  const device = new MemoryDevice();
  const { journal } = await opened(device.open(), "a dead page");
  const naming = operationOf(4, { id: newIdOf(1) });
  await journal.add([creationOf(1), operationOf(2), operationOf(3), naming]);
  await journal.settle({ gone: [keyOf(1)], named: [namedOf(1)], parked: [parkedOf(operationOf(2))] });
  return device;
}

describe("a queue that moves to another disk", () => {
  test("comes whole and in order, behind what lies there, and leaves nothing behind", async () => {
    const [from, into] = [await fullQueue(), new MemoryDevice()];
    await (await opened(into.open())).journal.add([operationOf(9)]);
    const before = await found(from.open());
    expect(await moveQueue(from.open(), into.open())).toEqual({ ok: true, value: 3 });
    const after = await found(into.open());
    expect(after.operations.map(({ id }) => id)).toEqual([9, 3, 4].map(keyOf));
    expect([after.parked, after.named]).toEqual([before.parked, before.named]);
    expect(from.drawer("queue").size).toBe(0);
  });

  test.each(["refuse", "crashAfter"] as const)("lies there once after a first try that met %s", async (mishap) => {
    const [from, into] = [await fullQueue(), new MemoryDevice()];
    const first = moveQueue(from.open(), new MishapDisk(into.open(), () => mishap));
    if (mishap === "refuse") expect(await first).toEqual({ ok: false, fault: { kind: "storageRefused" } });
    expect(from.drawer("queue").size).toBe(4);
    await moveQueue(from.open(), into.open());
    expect((await found(into.open())).operations.map(({ id }) => id)).toEqual([3, 4].map(keyOf));
    expect((await found(into.open())).parked).toHaveLength(1);
    expect(from.drawer("queue").size).toBe(0);
  });
});
