import fc from "fast-check";
import { webCipher, type DiskPlatform } from "../../../src/hosts";
import type { Disk, DiskChange, DiskEntry, Drawer, ExpectedVersion } from "../../../src/store/disk";
import { MemoryDevice } from "../../../src/store/memory-disk";
import { sealedDisk } from "../../../src/store/sealed-disk";
import { devices, diskKey, emptyBrowser, openDisk, type Device } from "../../contract/support/disks";
import { MishapDisk, type DiskMishap } from "../../unit/store/mishap-disk";

const drawers: readonly Drawer[] = ["queue", "chunks", "meta"];
const drawer = fc.constantFrom(...drawers);
const key = fc.constantFrom("a", "/a", "a/1", "a/2", "a/b/1", "ab/1", "", "a/");
const value = fc.jsonValue({ maxDepth: 2 }).map((found) => JSON.parse(JSON.stringify(found)) as unknown);
const change: fc.Arbitrary<DiskChange> = fc.record({ drawer, key, value: fc.oneof({ weight: 3, arbitrary: value }, fc.constant(undefined)) });
const version = fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined });
const expected: fc.Arbitrary<ExpectedVersion> = fc.record({ name: fc.constantFrom("token", "other"), version, next: fc.integer({ min: 0, max: 2 }) });

type Call = (disk: Disk) => Promise<unknown>;

const write: fc.Arbitrary<Call> = fc
  .record({ changes: fc.array(change, { maxLength: 4 }), expected: fc.option(expected, { nil: undefined }), durability: fc.constantFrom("strict", "relaxed") })
  .map(
    ({ changes, expected: version, durability }) =>
      (disk) =>
        disk.write(changes, { durability, ...(version && { expected: version }) }),
  );

const read: fc.Arbitrary<Call> = fc
  .record({ drawer, folder: fc.constantFrom(undefined, "", "a", "a/b", "ab", "none") })
  .map((asked) => async (disk) => inOrder(await disk.read(asked.drawer, asked.folder)));

const call: fc.Arbitrary<Call> = fc.oneof(
  { weight: 6, arbitrary: write },
  { weight: 4, arbitrary: read },
  {
    weight: 2,
    arbitrary: fc.constantFrom("token", "other").map(
      (name): Call =>
        (disk) =>
          disk.version(name),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Call>((disk) => disk.erase()) },
);

/** An entry of no particular order in one order. */
function inOrder(found: Awaited<ReturnType<Disk["read"]>>): unknown {
  if (!found.ok) return found.fault;
  return [...found.value].sort((one, other) => (one.key < other.key ? -1 : 1));
}

async function everything(disk: Disk): Promise<unknown> {
  const versions = Promise.all([disk.version("token"), disk.version("other")]);
  return [await Promise.all(drawers.map(async (name) => inOrder(await disk.read(name)))), await versions];
}

const [plain, ...others] = devices;
const plainDevice = (): Device => plain![1]();

describe.each(others)("a disk %s", (_name, makeDevice) => {
  test("answers two tabs as the plain disk in memory does, whatever they call", async () => {
    const calls = fc.array(fc.record({ call, tab: fc.constantFrom(0, 1) }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(calls, async (steps) => {
        const [one, other] = [plainDevice(), makeDevice()];
        const [plainTabs, tabs] = [
          [await one.open(), await one.open()],
          [await other.open(), await other.open()],
        ];
        for (const step of steps) expect(await step.call(tabs[step.tab]!)).toEqual(await step.call(plainTabs[step.tab]!));
        expect(await everything(await other.open())).toEqual(await everything(await one.open()));
      }),
      { numRuns: 60 },
    );
  });

  test("answers calls that nobody waits for as if each had been waited for (D3)", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(call, { maxLength: 12 }), async (calls) => {
        const [waited, rushed] = [await makeDevice().open(), await makeDevice().open()];
        const answers: unknown[] = [];
        for (const one of calls) answers.push(await one(waited));
        expect(await Promise.all(calls.map((one) => one(rushed)))).toEqual(answers);
        expect(await everything(rushed)).toEqual(await everything(waited));
      }),
      { numRuns: 40 },
    );
  });
});

describe.each(devices)("a disk %s", (_name, makeDevice) => {
  test("lets exactly one of several writers with one expected version write (D2)", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 4 }), async (writers, rounds) => {
        const device = makeDevice();
        const tabs = await Promise.all(Array.from({ length: writers }, () => device.open()));
        for (let round = 0; round < rounds; round += 1) {
          const before = round === 0 ? undefined : round;
          const answers = await Promise.all(
            tabs.map((tab, writer) =>
              tab.write(
                drawers.map((name) => ({ drawer: name, key: "who", value: writer })),
                { durability: "strict", expected: { name: "token", version: before, next: round + 1 } },
              ),
            ),
          );
          const winners = answers.flatMap((answer, writer) => (answer.ok && answer.value === "written" ? [writer] : []));
          expect(winners).toHaveLength(1);
          expect(await everything(tabs[0]!)).toEqual([
            drawers.map(() => [{ key: "who", value: winners[0] }]),
            [
              { ok: true, value: round + 1 },
              { ok: true, value: undefined },
            ],
          ]);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("holds the whole of each write or none of it, through refusals and deaths of its page (D1)", async () => {
    const mishap = fc.constantFrom<DiskMishap | undefined>(undefined, "refuse", "crashBefore", "crashAfter");
    await fc.assert(
      fc.asyncProperty(fc.array(mishap, { minLength: 1, maxLength: 12 }), async (mishaps) => {
        const device = makeDevice();
        let next: DiskMishap | undefined;
        const openTab = async (): Promise<MishapDisk> => new MishapDisk(await device.open(), () => next);
        let tab = await openTab();
        let standing: number | undefined;
        for (const [index, what] of mishaps.entries()) {
          next = what;
          const stamp = index + 1;
          const writing = tab.write(
            drawers.map((name) => ({ drawer: name, key: "stamp", value: stamp })),
            { durability: "strict", expected: { name: "token", version: standing, next: stamp } },
          );
          if (what === undefined || what === "refuse") expect((await writing).ok).toBe(what === undefined);
          if (what === undefined || what === "crashAfter") standing = stamp;
          if (!tab.isDead) continue;
          await tab.handedOver();
          tab = await openTab();
        }
        const entries = standing === undefined ? [] : [{ key: "stamp", value: standing }];
        expect(await everything(await device.open())).toEqual([
          drawers.map(() => entries),
          [
            { ok: true, value: standing },
            { ok: true, value: undefined },
          ],
        ]);
      }),
      { numRuns: 40 },
    );
  });
});

test("a disk in IndexedDB whose transaction the browser aborts, at whatever moment, holds the whole write or none of it (D1)", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 12 }), fc.boolean(), async (turns, isExpecting) => {
      const browser = emptyBrowser();
      let isAborting = false;
      const disk = await openDisk(transactionsSeen(browser, (transaction) => isAborting && void abortAfter(transaction, turns)));
      const before = drawers.map((name) => ({ drawer: name, key: "stamp", value: 1 }));
      await disk.write(before, { durability: "strict", expected: { name: "token", version: undefined, next: 1 } });
      isAborting = true;
      const after = before.map((entry) => ({ ...entry, value: 2 }));
      const answer = await disk.write(after, { durability: "strict", ...(isExpecting && { expected: { name: "token", version: 1, next: 2 } }) });
      isAborting = false;
      const stamp = answer.ok ? 2 : 1;
      expect(await everything(disk)).toEqual([
        drawers.map(() => [{ key: "stamp", value: stamp }]),
        [
          { ok: true, value: isExpecting ? stamp : 1 },
          { ok: true, value: undefined },
        ],
      ]);
    }),
  );
});

/** The same browser; each transaction that begins is shown first. */
function transactionsSeen(browser: DiskPlatform, see: (transaction: IDBTransaction) => unknown): DiskPlatform {
  const open = (name: string, version?: number): IDBOpenDBRequest => {
    const request = browser.page.indexedDB.open(name, version);
    request.addEventListener("success", () => {
      const database = request.result;
      const begin = database.transaction.bind(database);
      database.transaction = (...how) => {
        const transaction = begin(...how);
        see(transaction);
        return transaction;
      };
    });
    return request;
  };
  const indexedDB = new Proxy(browser.page.indexedDB, { get: (target, name) => (name === "open" ? open : (Reflect.get(target, name) as unknown)) });
  return { ...browser, page: { indexedDB, IDBKeyRange: browser.page.IDBKeyRange } };
}

async function abortAfter(transaction: IDBTransaction, turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await (turn % 2 === 0 ? Promise.resolve() : new Promise((resolve) => setImmediate(resolve)));
  try {
    transaction.abort();
  } catch {
    // It had been committed already.
  }
}

describe("what a sealed disk leaves behind", () => {
  const secret = fc.stringMatching(/^[A-Za-z ]{6,20}$/).map((text) => `«${text}»`);

  test("no text of a value, a key, a folder or a version's name lies on the inner disk", async () => {
    const entry = fc.record({ drawer, folder: secret, name: secret, text: secret, isNested: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 6 }), secret, async (entries, token) => {
        const inner = new MemoryDevice().open();
        const asked: string[] = [];
        const disk = sealedDisk(listening(inner, asked), await webCipher(diskKey));
        const changes = entries.map(({ drawer: where, folder, name, text, isNested }) => ({
          drawer: where,
          key: `${folder}/${name}`,
          value: isNested ? { [text]: [text] } : text,
        }));
        await disk.write(changes, { durability: "strict", expected: { name: token, version: undefined, next: 1 } });
        await disk.version(token);
        await disk.read("queue", entries[0]!.folder);
        const lying = (await Promise.all(drawers.map((name) => inner.read(name)))).flatMap((found) => (found.ok ? found.value : []));
        expect(lying.length).toBe(new Set(changes.map((one) => `${one.drawer}${one.key}`)).size);
        const seen = [...asked, ...lying.map(textOf)].join("\n");
        const inside = (text: string): readonly string[] => [text, text.slice(1, -1), text.slice(1, 7)];
        for (const { folder, name, text } of entries)
          for (const part of [folder, name, text, token].flatMap(inside)) expect(seen.toLowerCase()).not.toContain(part.toLowerCase());
      }),
      { numRuns: 60 },
    );
  });
});

/** Everything that an inner disk is told, as text. */
function listening(inner: Disk, asked: string[]): Disk {
  return {
    read: (where, folder) => {
      asked.push(folder ?? "");
      return inner.read(where, folder);
    },
    version: (name) => {
      asked.push(name);
      return inner.version(name);
    },
    write: (changes, options) => {
      asked.push(JSON.stringify(options), ...changes.map(textOf));
      return inner.write(changes, options);
    },
    erase: () => inner.erase(),
    onLost: (listener) => inner.onLost(listener),
  };
}

function textOf({ key: where, value: what }: DiskEntry): string {
  return `${where} ${what instanceof Uint8Array ? new TextDecoder("latin1").decode(what) + new TextDecoder("utf-16le").decode(what) : String(what)}`;
}
