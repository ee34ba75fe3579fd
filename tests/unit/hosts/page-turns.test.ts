import { webCipher } from "../../../src/hosts";
import type { Disk, DiskChange } from "../../../src/store/disk";
import { MemoryDevice } from "../../../src/store/memory-disk";
import { sealedDisk } from "../../../src/store/sealed-disk";
import { emptyBrowser, openDisk } from "../../contract/support/disks";

const chunks = 12;

/** What became of the page while these chunks were written: how many of them were made into what the disk keeps between two of its turns. */
async function madeByTurn(disk: Disk): Promise<readonly number[]> {
  const made: number[] = [0];
  let isWriting = true;
  const goRound = async (): Promise<void> => {
    while (isWriting) {
      await turn();
      made.push(0);
    }
  };
  const round = goRound();
  const changes = Array.from({ length: chunks }, (_, index): DiskChange => ({
    drawer: "chunks",
    key: `rows/${index}`,
    get value() {
      made[made.length - 1] = (made.at(-1) ?? 0) + 1;
      return { texts: "a long text ".repeat(8_000) };
    },
  }));
  expect(await disk.write(changes, { durability: "relaxed", expected: { name: "rows", version: undefined, next: 1 } })).toEqual({ ok: true, value: "written" });
  isWriting = false;
  await round;
  return made;
}

/** As a click would have its own. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

describe("while chunks are written", () => {
  afterEach(() => jest.restoreAllMocks());

  test("the page gets its turn between those that are sealed, also where the platform seals within the call", async () => {
    const cipher = await webCipher(new Uint8Array(32));
    for (const work of ["encrypt", "sign"] as const)
      jest.spyOn(crypto.subtle, work).mockImplementation(() => Promise.resolve(crypto.getRandomValues(new Uint8Array(32)).buffer));
    const made = await madeByTurn(sealedDisk(new MemoryDevice().open(), cipher));
    expect(made.reduce((sum, count) => sum + count, 0)).toBe(chunks);
    expect(Math.max(...made)).toBeLessThanOrEqual(3);
  });

  test("the page gets its turn between those that go into the database, and all of them lie in one transaction", async () => {
    const browser = emptyBrowser();
    const disk = await openDisk(browser);
    const made = await madeByTurn(disk);
    expect(made.reduce((sum, count) => sum + count, 0)).toBe(chunks);
    expect(Math.max(...made)).toBeLessThanOrEqual(3);
    const read = await disk.read("chunks", "rows");
    expect(read.ok && read.value.length).toBe(chunks);
  });

  test("a write that comes too late leaves none of them, however many turns it took", async () => {
    const disk = await openDisk(emptyBrowser());
    await disk.write([], { durability: "relaxed", expected: { name: "rows", version: undefined, next: 7 } });
    const changes = Array.from({ length: chunks }, (_, index): DiskChange => ({ drawer: "chunks", key: `rows/${index}`, value: index }));
    expect(await disk.write(changes, { durability: "relaxed", expected: { name: "rows", version: 1, next: 2 } })).toEqual({ ok: true, value: "moved" });
    expect(await disk.read("chunks")).toEqual({ ok: true, value: [] });
  });
});
