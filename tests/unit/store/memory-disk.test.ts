import type { DiskLoss } from "../../../src/store/disk";
import { MemoryDevice } from "../../../src/store/memory-disk";
import { MishapDisk, type DiskMishap } from "./mishap-disk";
import { atRest } from "./still-world";

const strict = { durability: "strict" } as const;
const two = [
  { drawer: "queue", key: "a", value: 1 },
  { drawer: "meta", key: "a", value: 1 },
] as const;

describe("a device in memory", () => {
  test("that loses everything tells every tab that listens, and goes on, empty", async () => {
    const device = new MemoryDevice();
    const [one, other] = [device.open(), device.open()];
    const losses: DiskLoss[] = [];
    one.onLost((loss) => losses.push(loss));
    other.onLost((loss) => losses.push(loss));
    await one.write(two, strict);
    device.evict();
    expect(losses).toEqual(Array(2).fill({ why: "evicted", unsent: 1 }));
    expect(await one.read("queue")).toEqual({ ok: true, value: [] });
    expect(await one.write(two, strict)).toEqual({ ok: true, value: "written" });
  });

  test("that loses everything between two sessions tells the next one, and only that", async () => {
    const device = new MemoryDevice();
    await device.open().write(two, strict);
    device.evict();
    const losses: DiskLoss[] = [];
    device.open().onLost((loss) => losses.push(loss));
    device.open().onLost((loss) => losses.push(loss));
    await atRest();
    expect(losses).toEqual([{ why: "evicted", unsent: 1 }]);
  });

  test("taken over by a newer version of the app closes its tabs and keeps what it holds", async () => {
    const device = new MemoryDevice();
    const older = device.open();
    await older.write(two, strict);
    device.replace();
    expect(await older.read("queue")).toEqual({ ok: false, fault: { kind: "storageRefused" } });
    expect(await device.open().read("queue")).toEqual({ ok: true, value: [{ key: "a", value: 1 }] });
  });
});

describe("a tab with mishaps", () => {
  async function afterMishap(mishap: DiskMishap): Promise<{ readonly answer: unknown; readonly left: unknown; readonly isDead: boolean }> {
    const device = new MemoryDevice();
    const tab = new MishapDisk(device.open(), () => mishap);
    let answer: unknown = "none";
    void tab.write(two, strict).then((result) => (answer = result));
    await atRest();
    const read = await device.open().read("meta");
    return { answer, left: read.ok && read.value.length, isDead: tab.isDead };
  }

  test("a refused write answers and leaves nothing", async () => {
    expect(await afterMishap("refuse")).toEqual({ answer: { ok: false, fault: { kind: "storageRefused" } }, left: 0, isDead: false });
  });

  test("a page that dies inside a transaction leaves nothing and answers nothing", async () => {
    expect(await afterMishap("crashBefore")).toEqual({ answer: "none", left: 0, isDead: true });
  });

  test("a page that dies after the commit leaves all of it and answers nothing", async () => {
    expect(await afterMishap("crashAfter")).toEqual({ answer: "none", left: 1, isDead: true });
  });

  test("a dead page hears of no loss, so the next one does", async () => {
    const device = new MemoryDevice();
    const tab = new MishapDisk(device.open(), () => undefined);
    const losses: string[] = [];
    tab.onLost(() => losses.push("dead"));
    tab.die();
    device.evict();
    device.open().onLost(() => losses.push("next"));
    await atRest();
    expect(losses).toEqual(["next"]);
  });
});
