import { webCipher } from "../../../src/hosts";
import type { Disk } from "../../../src/store/disk";
import { MemoryDevice } from "../../../src/store/memory-disk";
import { sealedDisk } from "../../../src/store/sealed-disk";

const strict = { durability: "strict" } as const;
const key = new Uint8Array(32).fill(1);
const otherKey = new Uint8Array(32).fill(2);
const unreadable = { ok: false, fault: { kind: "unreadable" } };

async function setting(): Promise<{ readonly device: MemoryDevice; readonly inner: Disk; readonly disk: Disk }> {
  const device = new MemoryDevice();
  const inner = device.open();
  return { device, inner, disk: sealedDisk(inner, await webCipher(key)) };
}

/** What lies on the inner disk, key and bytes. */
async function lying(inner: Disk, drawer: "queue" | "meta" = "queue"): Promise<readonly (readonly [string, Uint8Array])[]> {
  const found = await inner.read(drawer);
  if (!found.ok) throw new Error("the inner disk answers");
  return found.value.map((entry) => [entry.key, entry.value as Uint8Array]);
}

describe("a sealed disk", () => {
  test("tells nothing under another key, and can be erased and used again", async () => {
    const { device, disk } = await setting();
    await disk.write([{ drawer: "queue", key: "a", value: 1 }], { ...strict, expected: { name: "token", version: undefined, next: 1 } });
    const stranger = sealedDisk(device.open(), await webCipher(otherKey));
    expect(await stranger.read("queue")).toMatchObject(unreadable);
    expect(await stranger.version("token")).toEqual({ ok: true, value: undefined });
    expect(await stranger.read("queue", "")).toEqual({ ok: true, value: [] });
    expect(await stranger.erase()).toEqual({ ok: true, value: undefined });
    await stranger.write([{ drawer: "queue", key: "b", value: 2 }], strict);
    expect(await stranger.read("queue")).toEqual({ ok: true, value: [{ key: "b", value: 2 }] });
  });

  test("a value altered by one bit, cut short, or not sealed at all is unreadable, wherever it was altered", async () => {
    const { inner, disk } = await setting();
    await disk.write([{ drawer: "queue", key: "a", value: { text: "words" } }], strict);
    const [[place, sealed]] = (await lying(inner)) as [[string, Uint8Array]];
    const flipped = (at: number): Uint8Array => sealed.map((byte, index) => (index === at ? byte ^ 1 : byte));
    const spoiled: unknown[] = [
      flipped(0),
      flipped(12),
      flipped(sealed.length - 1),
      sealed.slice(0, -1),
      sealed.slice(0, 5),
      new Uint8Array(),
      "words",
      1,
      null,
      {},
    ];
    for (const value of spoiled) {
      await inner.write([{ drawer: "queue", key: place, value }], strict);
      expect(await disk.read("queue")).toMatchObject(unreadable);
    }
    await inner.write([{ drawer: "queue", key: place, value: sealed }], strict);
    expect(await disk.read("queue")).toEqual({ ok: true, value: [{ key: "a", value: { text: "words" } }] });
  });

  test("an entry that was put in another's place, or in another drawer, is unreadable (E2)", async () => {
    const { inner, disk } = await setting();
    await disk.write(
      [
        { drawer: "queue", key: "a", value: 1 },
        { drawer: "queue", key: "b", value: 2 },
      ],
      strict,
    );
    const [[first, one], [second, other]] = (await lying(inner)) as [[string, Uint8Array], [string, Uint8Array]];
    await inner.write([{ drawer: "meta", key: first, value: one }], strict);
    expect(await disk.read("meta")).toMatchObject(unreadable);
    await inner.write(
      [
        { drawer: "queue", key: first, value: other },
        { drawer: "queue", key: second, value: one },
      ],
      strict,
    );
    expect(await disk.read("queue")).toMatchObject(unreadable);
  });

  test("the same value sealed twice lies there differently, in the same place", async () => {
    const { inner, disk } = await setting();
    const write = () => disk.write([{ drawer: "queue", key: "a/1", value: "same" }], strict);
    await write();
    const [[place, sealed]] = (await lying(inner)) as [[string, Uint8Array]];
    await write();
    const after = await lying(inner);
    expect(after.map(([where]) => where)).toEqual([place]);
    expect(after[0]?.[1]).not.toEqual(sealed);
  });

  test("equal keys in two drawers, and a folder and a key of one name, have different names", async () => {
    const { inner, disk } = await setting();
    await disk.write(
      [
        { drawer: "queue", key: "a/a", value: 1 },
        { drawer: "meta", key: "a/a", value: 1 },
        { drawer: "queue", key: "a", value: 1 },
      ],
      strict,
    );
    const places = [...(await lying(inner)), ...(await lying(inner, "meta"))].map(([place]) => place);
    expect(new Set(places.flatMap((place) => place.split("/"))).size).toBe(6);
    expect(places.every((place) => /^[0-9a-f]{32}\/[0-9a-f]{32}$/.test(place))).toBe(true);
  });

  test("keys and texts that plain UTF-8 would make one stay apart", async () => {
    const { disk } = await setting();
    const keys = ["\ud800", "\udfff", "\ufffd", "é", "e\u0301"];
    await disk.write(
      keys.map((name) => ({ drawer: "queue", key: name, value: name }) as const),
      strict,
    );
    const found = await disk.read("queue");
    expect(found.ok && found.value.map((entry) => [entry.key, entry.value]).sort()).toEqual(keys.map((name) => [name, name]).sort());
  });

  test("passes on what the inner disk refuses or loses", async () => {
    const { device, disk } = await setting();
    const losses: unknown[] = [];
    const stop = disk.onLost((loss) => losses.push(loss));
    await disk.write([{ drawer: "queue", key: "a", value: 1 }], strict);
    device.evict();
    stop();
    device.replace();
    expect(losses).toEqual([{ why: "evicted", unsent: 1 }]);
    const refused = { ok: false, fault: { kind: "storageRefused" } };
    expect([await disk.read("queue"), await disk.version("v"), await disk.write([], strict), await disk.erase()]).toEqual(Array(4).fill(refused));
  });

  test("a write that cannot be sealed is a bug and throws; nothing of it stands, and later calls go on", async () => {
    const { disk } = await setting();
    const good = { drawer: "queue", key: "a", value: 1 } as const;
    await expect(disk.write([good, { drawer: "queue", key: "b", value: 1n }], strict)).rejects.toThrow();
    expect(await disk.read("queue")).toEqual({ ok: true, value: [] });
    expect(await disk.write([good], strict)).toEqual({ ok: true, value: "written" });
  });

  test("takes no key of another length", async () => {
    await expect(webCipher(new Uint8Array(16))).rejects.toThrow(RangeError);
  });
});
