import type { Result } from "../../src/kernel";
import type { Disk, DiskChange, DiskLoss, Drawer } from "../../src/store/disk";
import { devices } from "./support/disks";

const strict = { durability: "strict" } as const;

function put(key: string, value: unknown, drawer: Drawer = "queue"): DiskChange {
  return { drawer, key, value };
}

async function entries(disk: Disk, drawer: Drawer = "queue", folder?: string): Promise<unknown> {
  const found = await disk.read(drawer, folder);
  return found.ok ? Object.fromEntries(found.value.map(({ key, value }) => [key, value])) : found.fault;
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.kind);
  return result.value;
}

describe.each(devices)("a disk %s", (_name, makeDevice) => {
  test("gives back what was written, to every tab", async () => {
    const device = makeDevice();
    const [one, other] = [await device.open(), await device.open()];
    const value = { text: "naïve – £1,234.50", list: [1, 0.5, true, null], inner: { empty: "" } };
    expect(await one.write([put("a", value), put("b", "")], strict)).toEqual({ ok: true, value: "written" });
    expect(await entries(one)).toEqual({ a: value, b: "" });
    expect(await entries(other)).toEqual({ a: value, b: "" });
  });

  test("keeps drawers apart, and a value of null is a value", async () => {
    const disk = await makeDevice().open();
    await disk.write([put("a", 1), put("a", null, "meta")], strict);
    expect(await entries(disk)).toEqual({ a: 1 });
    expect(await entries(disk, "meta")).toEqual({ a: null });
    expect(await entries(disk, "chunks")).toEqual({});
  });

  test("removes what is written as undefined, and of two changes to one key the last counts", async () => {
    const disk = await makeDevice().open();
    await disk.write([put("a", 1), put("b", 1), put("b", 2), put("never", undefined)], strict);
    await disk.write([put("a", undefined)], strict);
    expect(await entries(disk)).toEqual({ b: 2 });
  });

  test("finds exactly the keys of a folder (D5)", async () => {
    const disk = await makeDevice().open();
    const keys = ["x", "/x", "a/1", "a/2", "a/", "a/b/1", "ab/1", "a\n/1", "a0/1"];
    await disk.write(
      keys.map((key) => put(key, key, "chunks")),
      strict,
    );
    const found = async (folder: string): Promise<readonly string[]> => Object.keys((await entries(disk, "chunks", folder)) as object).sort();
    expect(await found("a")).toEqual(["a/", "a/1", "a/2"]);
    expect(await found("a/b")).toEqual(["a/b/1"]);
    expect(await found("")).toEqual(["/x", "x"]);
    expect(await found("b")).toEqual([]);
    expect(Object.keys((await entries(disk, "chunks")) as object)).toHaveLength(keys.length);
  });

  test("writes for one of two tabs that expect the same version, and tells the other that it moved (D2)", async () => {
    const device = makeDevice();
    const [one, other] = [await device.open(), await device.open()];
    const claim = (disk: Disk, value: string, version: number | undefined, next: number) =>
      disk.write([put("rows", value, "chunks")], { durability: "relaxed", expected: { name: "token", version, next } });
    const answers = await Promise.all([claim(one, "mine", undefined, 1), claim(other, "theirs", undefined, 1)]);
    expect(answers.map(valueOf).sort()).toEqual(["moved", "written"]);
    const winner = valueOf(answers[0]) === "written" ? "mine" : "theirs";
    expect(await entries(one, "chunks")).toEqual({ rows: winner });
    expect(valueOf(await other.version("token"))).toBe(1);
    expect(valueOf(await claim(other, "again", 1, 2))).toBe("written");
    expect(valueOf(await claim(one, "late", 1, 2))).toBe("moved");
    expect(await entries(one, "chunks")).toEqual({ rows: "again" });
  });

  test("knows no version that nobody set, and shows versions in no drawer", async () => {
    const disk = await makeDevice().open();
    expect(valueOf(await disk.version("token"))).toBeUndefined();
    expect(valueOf(await disk.write([], { ...strict, expected: { name: "token", version: undefined, next: 7 } }))).toBe("written");
    expect(valueOf(await disk.version("token"))).toBe(7);
    expect(valueOf(await disk.version("Token"))).toBeUndefined();
    expect(await entries(disk, "meta")).toEqual({});
  });

  test("has nothing to do for no changes", async () => {
    expect(await (await makeDevice().open()).write([], strict)).toEqual({ ok: true, value: "written" });
  });

  test("takes calls in their order although nobody waits for them (D3)", async () => {
    const disk = await makeDevice().open();
    const big = "x".repeat(200_000);
    void disk.write([put("a", big), put("b", 1)], strict);
    void disk.write([put("a", "small")], strict);
    const first = entries(disk);
    void disk.erase();
    void disk.write([put("c", 3)], strict);
    const second = entries(disk);
    expect(await first).toEqual({ a: "small", b: 1 });
    expect(await second).toEqual({ c: 3 });
  });

  test("erases everything, versions too; other tabs are told and stay closed (D4)", async () => {
    const device = makeDevice();
    const [one, other, silent] = [await device.open(), await device.open(), await device.open()];
    const losses: DiskLoss[] = [];
    one.onLost((loss) => losses.push({ ...loss }));
    other.onLost((loss) => losses.push({ ...loss }));
    await one.write([put("a", 1), put("a", 1, "meta"), put("a", 1, "chunks")], { ...strict, expected: { name: "token", version: undefined, next: 1 } });
    expect(await one.erase()).toEqual({ ok: true, value: undefined });
    expect(losses).toEqual([{ why: "erased" }]);
    for (const drawer of ["queue", "meta", "chunks"] as const) expect(await entries(one, drawer)).toEqual({});
    expect(valueOf(await one.version("token"))).toBeUndefined();
    const refused = { ok: false, fault: { kind: "storageRefused" } };
    expect([await other.read("queue"), await other.version("token"), await other.write([put("b", 1)], strict), await other.erase()]).toEqual(
      Array(4).fill(refused),
    );
    const late = new Promise((resolve) => silent.onLost(resolve));
    expect(await late).toEqual({ why: "erased" });
    await one.write([put("b", 2)], strict);
    expect(await entries(await device.open())).toEqual({ b: 2 });
  });

  test("an author who alters what they wrote or read alters nothing on the disk", async () => {
    const disk = await makeDevice().open();
    const mine = { list: [1] };
    await disk.write([put("a", mine)], strict);
    mine.list.push(2);
    const read = valueOf(await disk.read("queue"));
    (read[0]?.value as { list: number[] }).list.push(3);
    expect(await entries(disk)).toEqual({ a: { list: [1] } });
  });
});
