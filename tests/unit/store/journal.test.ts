import { fail } from "../../../src/kernel";
import type { Fault } from "../../../src/kernel";
import { Journal } from "../../../src/store/journal";
import { MemoryDevice } from "../../../src/store/memory-disk";
import { creationOf, found, keyOf, maybeSent, namedOf, newIdOf, opened, operationOf, parkedOf, watched } from "./journal-setting";

const well = { ok: true, value: undefined };
const refused = { ok: false, fault: { kind: "storageRefused" } };
const strict = { durability: "strict" } as const;

describe("a journal", () => {
  test("gives back what was added in the order of adding, across restarts, as maybe sent (J1, J3)", async () => {
    const device = new MemoryDevice();
    const first = await opened(device.open());
    expect(await first.journal.add([operationOf(9), operationOf(3)])).toEqual(well);
    const second = await opened(device.open());
    await second.journal.add([operationOf(1)]);
    expect(second.journal.size).toBe(3);
    expect((await found(device.open())).operations).toEqual([operationOf(9), operationOf(3), operationOf(1)].map(maybeSent));
  });

  test("lets an operation go as gone or as parked, and a decision with or without a successor (J2)", async () => {
    const device = new MemoryDevice();
    const { journal } = await opened(device.open());
    await journal.add([1, 2, 3, 4].map((number) => operationOf(number)));
    const [one, other] = [parkedOf(operationOf(3)), parkedOf(operationOf(2))];
    expect(await journal.settle({ gone: [keyOf(1)], parked: [one, other] })).toEqual(well);
    expect(await found(device.open())).toEqual({ operations: [maybeSent(operationOf(4))], parked: [one, other], named: [], elsewhere: [], unreadable: [] });
    await journal.answered(one.decision.id);
    await journal.answered(other.decision.id, { next: [operationOf(2, { changes: { Title: "Agreed" } })] });
    const after = await found(device.open());
    expect(after.parked).toEqual([]);
    expect(after.operations.map(({ id, edit }) => [id, edit.changes["Title"]])).toEqual([
      [keyOf(4), "Change 4"],
      [keyOf(2), "Agreed"],
    ]);
    expect(journal.size).toBe(2);
  });

  test("a parked operation says itself whether it may have been sent", async () => {
    const device = new MemoryDevice();
    const { journal } = await opened(device.open());
    await journal.add([operationOf(1), operationOf(2)]);
    await journal.settle({ parked: [parkedOf(operationOf(1)), parkedOf(maybeSent(operationOf(2)))] });
    expect((await found(device.open())).parked.map(({ operation }) => operation.maybeSent)).toEqual([false, true]);
  });

  test("a conflict with an empty side comes back with the side there and empty", async () => {
    const device = new MemoryDevice();
    const { journal } = await opened(device.open());
    await journal.add([operationOf(1)]);
    await journal.settle({ parked: [parkedOf(operationOf(1))] });
    expect((await found(device.open())).parked[0]?.decision.conflicts).toStrictEqual([
      { field: "Title", base: "Roof leaks", mine: undefined, theirs: "Roof mended" },
    ]);
  });

  test("a replaced operation keeps its place, and one that has left does not come back (J5)", async () => {
    const device = new MemoryDevice();
    const { journal } = await opened(device.open());
    await journal.add([operationOf(1), operationOf(2), operationOf(3)]);
    await journal.settle({ gone: [keyOf(2)] });
    const rebased = operationOf(1, { changes: { Title: "Rebased" } });
    await journal.replace([rebased, operationOf(2)]);
    expect((await found(device.open())).operations).toEqual([rebased, operationOf(3)].map(maybeSent));
  });

  test("what a parking changes in other operations lies there with it, in one transaction", async () => {
    const { disk, writes } = watched(new MemoryDevice().open());
    const { journal } = await opened(disk);
    await journal.add([operationOf(1), operationOf(2), operationOf(3)]);
    await journal.settle({ parked: [parkedOf(operationOf(1))], replaced: [operationOf(2)], gone: [keyOf(3)] });
    expect(writes.map((changes) => changes.length)).toEqual([3, 4]);
  });

  test("600 calls in one tick are one transaction, and 600 more while it is under way are one other", async () => {
    const { disk, writes } = watched(new MemoryDevice().open());
    const { journal } = await opened(disk);
    const first = Array.from({ length: 600 }, (_, number) => journal.add([operationOf(number)]));
    await Promise.resolve();
    const then = Array.from({ length: 600 }, (_, number) => journal.settle({ gone: [keyOf(number)] }));
    expect(await Promise.all([...first, ...then])).toEqual(Array(1_200).fill(well));
    expect(writes.map((changes) => changes.length)).toEqual([600, 600]);
    expect(journal.size).toBe(0);
  });

  test("nothing to write is no transaction", async () => {
    const { disk, writes } = watched(new MemoryDevice().open());
    const { journal } = await opened(disk);
    expect(await Promise.all([journal.add([]), journal.replace([operationOf(1)]), journal.settle({ gone: ["x"] }), journal.answered("y")])).toEqual(
      Array(4).fill(well),
    );
    expect(writes).toEqual([]);
  });

  test("a full disk is said so, and nothing is taken for written (J6)", async () => {
    const device = new MemoryDevice();
    let isFull = false;
    const { disk, writes } = watched(device.open(), () => (isFull ? Promise.resolve(fail<Fault>({ kind: "storageRefused" })) : undefined));
    const { journal } = await opened(disk);
    await journal.add([operationOf(1)]);
    isFull = true;
    expect(await journal.add([operationOf(2), operationOf(3)])).toEqual(refused);
    expect(await journal.settle({ parked: [parkedOf(operationOf(1))] })).toEqual(refused);
    expect(journal.size).toBe(1);
    isFull = false;
    expect(await journal.settle({ parked: [parkedOf(operationOf(1))] })).toEqual(well);
    expect(writes.at(-1)).toHaveLength(2);
    expect((await found(device.open())).operations).toEqual([]);
  });

  test("an import that does not fit takes no other change of the same tick with it", async () => {
    const device = new MemoryDevice();
    const { disk, writes } = watched(device.open(), () => ((writes.at(-1)?.length ?? 0) > 10 ? Promise.resolve(fail({ kind: "storageRefused" })) : undefined));
    const { journal } = await opened(disk);
    const large = Array.from({ length: 20 }, (_, number) => operationOf(100 + number));
    expect(await Promise.all([journal.add([operationOf(1)]), journal.add(large), journal.add([operationOf(2)])])).toEqual([well, refused, well]);
    expect((await found(device.open())).operations).toEqual([operationOf(1), operationOf(2)].map(maybeSent));
  });

  test("a disk that does not answer as a disk should is no endless round", async () => {
    const { disk, writes } = watched(new MemoryDevice().open(), () => Promise.resolve({ ok: true, value: "moved" }));
    const { journal } = await opened(disk);
    expect(await journal.add([operationOf(1)])).toEqual(refused);
    expect(writes.length).toBeLessThan(100);
  });

  test("a bug in writing is met by its caller, and later calls go on", async () => {
    let isBroken = true;
    const { disk } = watched(new MemoryDevice().open(), () => (isBroken ? Promise.reject(new Error("broken")) : undefined));
    const { journal } = await opened(disk);
    await expect(journal.add([operationOf(1)])).rejects.toThrow("broken");
    isBroken = false;
    expect(await journal.add([operationOf(1)])).toEqual(well);
  });

  test("passes on that a disk cannot be read, at opening and later", async () => {
    const device = new MemoryDevice();
    const { journal } = await opened(device.open());
    device.replace();
    expect(await journal.add([operationOf(1)])).toEqual(refused);
    const closed = device.open();
    device.replace();
    expect(await Journal.open(closed, "a page")).toEqual(refused);
  });

  test("refuses a change that could not be read again, with everything that came with it", async () => {
    const device = new MemoryDevice();
    const { journal } = await opened(device.open());
    const spoiled = operationOf(2, { changes: { Score: Number.NaN } });
    expect(await journal.add([operationOf(1), spoiled])).toMatchObject({ ok: false, fault: { kind: "unreadable" } });
    expect(await journal.add([operationOf(3)])).toEqual(well);
    expect((await found(device.open())).operations).toEqual([maybeSent(operationOf(3))]);
  });

  test("after the browser took everything, counts nothing and takes it all again", async () => {
    const device = new MemoryDevice();
    const { journal } = await opened(device.open());
    await journal.add([operationOf(1), operationOf(2)]);
    device.evict();
    expect(journal.size).toBe(0);
    expect(await journal.add([operationOf(1), operationOf(2)])).toEqual(well);
    expect((await found(device.open())).operations).toEqual([operationOf(1), operationOf(2)].map(maybeSent));
  });
});

describe("the names of rows that have come into the list (J8)", () => {
  const follower = operationOf(2, { id: newIdOf(1) });
  const child = operationOf(3, { changes: { Risk: newIdOf(1) } });
  const seeing = operationOf(4, { seen: { values: { Risk: newIdOf(1) } } });

  test.each([
    ["changes the row itself", follower],
    ["has it as a value", child],
    ["had it before its author", seeing],
  ])("lie there as long as an operation %s", async (_how, dependant) => {
    const device = new MemoryDevice();
    const { disk, writes } = watched(device.open());
    const { journal } = await opened(disk);
    await journal.add([creationOf(1), dependant]);
    expect((await found(device.open())).named).toEqual([]);
    await journal.settle({ gone: [keyOf(1)], named: [namedOf(1)] });
    expect((await found(device.open())).named).toEqual([namedOf(1)]);
    const next = await opened(device.open());
    await next.journal.settle({ parked: [parkedOf(dependant)] });
    expect((await found(device.open())).named).toEqual([namedOf(1)]);
    await next.journal.answered(dependant.id);
    expect(await found(device.open())).toEqual({ operations: [], parked: [], named: [], elsewhere: [], unreadable: [] });
    expect(writes).toHaveLength(2);
  });

  test("are not kept for nobody, but for whoever names the row later in this session", async () => {
    const device = new MemoryDevice();
    const { journal } = await opened(device.open());
    await journal.add([creationOf(1)]);
    await journal.settle({ gone: [keyOf(1)], named: [namedOf(1)] });
    expect((await found(device.open())).named).toEqual([]);
    await journal.add([follower]);
    expect((await found(device.open())).named).toEqual([namedOf(1)]);
  });

  test("stand while one of two still names the row, and go when a replacing takes the last away", async () => {
    const device = new MemoryDevice();
    const { journal } = await opened(device.open());
    await journal.add([creationOf(1), follower, child]);
    await journal.settle({ gone: [keyOf(1), follower.id], named: [namedOf(1)] });
    expect((await found(device.open())).named).toEqual([namedOf(1)]);
    await journal.replace([operationOf(3, { changes: { Risk: "R-1" } })]);
    expect((await found(device.open())).named).toEqual([]);
  });

  test("come with an answered decision about the row that was found", async () => {
    const device = new MemoryDevice();
    const { journal } = await opened(device.open());
    await journal.add([creationOf(1), child]);
    await journal.settle({ parked: [parkedOf(creationOf(1))] });
    await journal.answered(keyOf(1), { next: [operationOf(1, { id: "101" })], named: [namedOf(1)] });
    const after = await found(device.open());
    expect(after.named).toEqual([namedOf(1)]);
    expect(after.operations.map(({ id }) => id)).toEqual([child.id, keyOf(1)]);
  });

  test("get their ref when it is learned, and stay while an entry cannot be read", async () => {
    const device = new MemoryDevice();
    await device.open().write([{ drawer: "queue", key: `operation/${keyOf(9)}`, value: { format: 2 } }], strict);
    const { journal } = await opened(device.open());
    const { ref: _ref, ...withoutRef } = namedOf(1);
    await journal.add([creationOf(1), child]);
    await journal.settle({ gone: [keyOf(1)], named: [withoutRef] });
    expect((await found(device.open())).named).toEqual([withoutRef]);
    await journal.settle({ gone: [child.id], named: [namedOf(1)] });
    expect(await found(device.open())).toEqual({ operations: [], parked: [], named: [withoutRef], elsewhere: [], unreadable: [`operation/${keyOf(9)}`] });
  });
});

describe("two tabs over one queue (J9)", () => {
  test("what one tab took away, the other neither replaces nor parks", async () => {
    const device = new MemoryDevice();
    const one = await opened(device.open());
    await one.journal.add([operationOf(1), operationOf(2)]);
    const other = await opened(device.open());
    await one.journal.settle({ gone: [keyOf(1), keyOf(2)] });
    expect(await other.journal.replace([operationOf(1)])).toEqual(well);
    expect(await other.journal.settle({ parked: [parkedOf(operationOf(2))] })).toEqual(well);
    expect(await found(device.open())).toEqual({ operations: [], parked: [], named: [], elsewhere: [], unreadable: [] });
    expect(other.journal.size).toBe(0);
  });

  test("a parked operation that another tab got into the register is gone", async () => {
    const device = new MemoryDevice();
    const one = await opened(device.open());
    await one.journal.add([operationOf(1)]);
    const other = await opened(device.open());
    await one.journal.settle({ parked: [parkedOf(operationOf(1))] });
    await other.journal.settle({ gone: [keyOf(1)] });
    expect(await found(device.open())).toEqual({ operations: [], parked: [], named: [], elsewhere: [], unreadable: [] });
  });

  test("keep the order of both, and a name that only the other tab's operation needs", async () => {
    const device = new MemoryDevice();
    const one = await opened(device.open());
    const other = await opened(device.open());
    await one.journal.add([creationOf(1)]);
    await other.journal.add([operationOf(2, { changes: { Risk: newIdOf(1) } })]);
    await one.journal.settle({ gone: [keyOf(1)], named: [namedOf(1)] });
    await one.journal.add([operationOf(3)]);
    const after = await found(device.open());
    expect(after.operations.map(({ id }) => id)).toEqual([keyOf(2), keyOf(3)]);
    expect(after.named).toEqual([namedOf(1)]);
  });
});

describe("what lies in the queue and is no entry of this version (J4)", () => {
  const lying = async (key: string, value: unknown): Promise<MemoryDevice> => {
    const device = new MemoryDevice();
    await device.open().write([{ drawer: "queue", key, value }], strict);
    return device;
  };
  const good = { format: 1, kind: "operation", order: 1, page: "a page", operation: operationOf(1) };
  const goodKey = `operation/${keyOf(1)}`;

  test("the entry that the following ones are spoiled from is one", async () => {
    expect((await found((await lying(goodKey, good)).open())).operations).toEqual([maybeSent(operationOf(1))]);
  });

  test.each<[string, string, unknown]>([
    ["a newer format", goodKey, { ...good, format: 2 }],
    ["no format", goodKey, { ...good, format: undefined }],
    ["another's key", `operation/${keyOf(2)}`, good],
    ["another folder", `parked/${keyOf(1)}`, good],
    ["a part that we do not know", goodKey, { ...good, more: 1 }],
    ["no page", goodKey, { format: 1, kind: "operation", order: 1, operation: operationOf(1) }],
    ["no order", goodKey, { ...good, order: "1" }],
    ["an order that is no count", goodKey, { ...good, order: 1.5 }],
    ["an unknown lane", goodKey, { ...good, operation: { ...operationOf(1), lane: "fast" } }],
    ["an edit of an unknown kind", goodKey, { ...good, operation: operationOf(1, { kind: "delete" as "update" }) }],
    ["a new row with an item's id", goodKey, { ...good, operation: operationOf(1, { kind: "create" }) }],
    ["a row id that is a path", goodKey, { ...good, operation: operationOf(1, { id: "7/../8" }) }],
    ["a register of two lines", goodKey, { ...good, operation: operationOf(1, { register: "Risks\nx" }) }],
    ["a value that is a list", goodKey, { ...good, operation: operationOf(1, { changes: { Title: [] as unknown as string } }) }],
    ["values that are a list", goodKey, { ...good, operation: operationOf(1, { seen: { values: [] as unknown as Record<string, string> } }) }],
    ["bytes", goodKey, new Uint8Array(4)],
    ["a decision without its operation", `parked/${keyOf(1)}`, { format: 1, kind: "parked", order: 1, decision: parkedOf(operationOf(1)).decision }],
    [
      "a decision with an unknown reason",
      `parked/${keyOf(1)}`,
      { format: 1, kind: "parked", order: 1, operation: operationOf(1), decision: { ...parkedOf(operationOf(1)).decision, reason: { kind: "constructor" } } },
    ],
    ["a name for what is no unsaved row", "named/7", { format: 1, kind: "named", named: { ...namedOf(1), newId: "7" } }],
  ])("%s is counted, left alone, and stays when others come and go", async (_what, key, value) => {
    const device = await lying(key, value);
    const before = device.drawer("queue").get(key);
    const { journal, found: first } = await opened(device.open());
    expect(first).toEqual({ operations: [], parked: [], named: [], elsewhere: [], unreadable: [key] });
    await journal.add([operationOf(50)]);
    await journal.settle({ gone: [keyOf(50), keyOf(1)] });
    expect(device.drawer("queue")).toEqual(new Map([[key, before]]));
  });

  test("an operation that lies there parked as well is handed out as parked only", async () => {
    const device = await lying(goodKey, good);
    const { decision, operation } = parkedOf(operationOf(1));
    await device.open().write([{ drawer: "queue", key: `parked/${keyOf(1)}`, value: { format: 1, kind: "parked", order: 2, operation, decision } }], strict);
    expect(await found(device.open())).toEqual({ operations: [], parked: [{ decision, operation }], named: [], elsewhere: [], unreadable: [goodKey] });
  });

  test("an operation whose place is taken by an unreadable entry is refused, and the entry stays", async () => {
    const device = await lying(goodKey, { ...good, format: 2 });
    const before = new Map(device.drawer("queue"));
    const { journal } = await opened(device.open());
    expect(await journal.add([operationOf(1)])).toMatchObject({ ok: false, fault: { kind: "unreadable" } });
    expect(device.drawer("queue")).toEqual(before);
  });

  test("an entry with the last of all order numbers leaves no room, and that is said", async () => {
    const device = await lying(goodKey, { ...good, order: Number.MAX_SAFE_INTEGER });
    const { journal } = await opened(device.open());
    expect(await journal.add([operationOf(2)])).toMatchObject({ ok: false, fault: { kind: "unreadable" } });
    expect(journal.size).toBe(1);
  });
});
