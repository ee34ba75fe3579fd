import { fail, parseJson, succeed, type Fault, type Result } from "../kernel";
import { folderOf, type Disk, type DiskChange, type DiskEntry, type DiskLoss, type Drawer, type WriteOptions } from "./disk";

type Bytes = Uint8Array<ArrayBuffer>;

/** What sealing needs of the platform, under one secret key. */
export interface Cipher {
  /** Authenticated encryption; twice the same text gives two different answers. Sealing much lets the page go on in between. */
  seal(plain: Bytes, additional: Bytes): Promise<Bytes>;
  /** `undefined` when it was sealed under another key or other additional data, or was altered since. */
  open(sealed: Bytes, additional: Bytes): Promise<Bytes | undefined>;
  /** The same text gives the same name; without the key, nobody can tell which text. Free of "/". */
  conceal(text: Bytes): Promise<string>;
}

/**
 * Any disk, with everything on it sealed. The inner disk sees concealed keys, sealed values and bare version numbers.
 * E1. A key lies as `<its folder, concealed>/<folder and name, concealed>`, so folders are found and nothing is read from them.
 *     Equal texts in two drawers have different names.
 * E2. A value lies as one sealed text of its key and itself. Drawer and concealed key are its additional data, so an entry
 *     opens nowhere but in its own place. That an older value of the same place was put back is not noticed.
 * E3. Everything is sealed before the inner disk is asked, because a transaction of a browser ends while something else is
 *     awaited. Calls still reach the inner disk in their order (D3).
 * E4. What does not open makes the read answer `unreadable`: the caller decides whether to erase. Nothing is left out in silence.
 * E5. No turn of the page seals much: what is made into bytes next waits until the cipher has answered for what came before.
 * Sizes and numbers of entries stay visible.
 */
export function sealedDisk(inner: Disk, cipher: Cipher): Disk {
  const inTurn = turns();
  const names = concealing(cipher);
  const prepare = async (changes: readonly DiskChange[], options: WriteOptions): Promise<readonly [readonly DiskChange[], WriteOptions]> => {
    const [sealed, name] = await Promise.all([sealAll(cipher, names, changes), options.expected && names.version(options.expected.name)]);
    const expected = options.expected && name !== undefined ? { expected: { ...options.expected, name } } : {};
    return [sealed, { durability: options.durability, ...expected }];
  };
  return {
    read: async (drawer, folder) => {
      const hidden = folder === undefined ? Promise.resolve(undefined) : names.folder(drawer, folder);
      const found = await inTurn(hidden, (name) => inner.read(drawer, name));
      return found.ok ? openAll(cipher, drawer, found.value) : found;
    },
    version: (name) => inTurn(names.version(name), (hidden) => inner.version(hidden)),
    write: (changes, options) => inTurn(prepare(changes, options), ([sealed, hidden]) => inner.write(sealed, hidden)),
    erase: () => inTurn(Promise.resolve(), () => inner.erase()),
    onLost: (listener: (loss: DiskLoss) => void) => inner.onLost(listener),
  };
}

/** Preparing happens side by side, handing over in the order of the calls. */
function turns(): <P, T>(prepared: Promise<P>, handOver: (prepared: P) => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return async (prepared, handOver) => {
    const before = last;
    // In a list, because a promise in a promise would be awaited here, and calls would not overlap on the inner disk.
    const turn = Promise.all([prepared, before]).then(([ready]) => [handOver(ready)] as const);
    last = turn.catch(() => undefined);
    const [answer] = await turn;
    return answer;
  };
}

/** So many bytes at least are made and sealed before the page has a turn. */
const mostWaitingBytes = 64 * 1024;

async function sealAll(cipher: Cipher, names: Names, changes: readonly DiskChange[]): Promise<readonly DiskChange[]> {
  const sealed: Promise<DiskChange>[] = [];
  let waitingBytes = 0;
  for (const { drawer, key, value } of changes) {
    const plain = value === undefined ? undefined : bytesOf([key, value]);
    const size = plain?.length ?? 0;
    if (waitingBytes + size > mostWaitingBytes) {
      await Promise.all(sealed);
      waitingBytes = 0;
    }
    waitingBytes += size;
    sealed.push(
      names.key(drawer, key).then(async (hidden) => ({ drawer, key: hidden, value: plain && (await cipher.seal(plain, bytesOf([drawer, hidden]))) })),
    );
  }
  return Promise.all(sealed);
}

async function openAll(cipher: Cipher, drawer: Drawer, entries: readonly DiskEntry[]): Promise<Result<readonly DiskEntry[]>> {
  const opened = await Promise.all(entries.map((entry) => openEntry(cipher, drawer, entry)));
  const whole = opened.filter((entry) => entry !== undefined);
  return whole.length === opened.length ? succeed(whole) : fail(doesNotOpen);
}

const doesNotOpen: Fault = { kind: "unreadable", where: "This device", says: "an entry does not open under this key" };

async function openEntry(cipher: Cipher, drawer: Drawer, entry: DiskEntry): Promise<DiskEntry | undefined> {
  if (!isBytes(entry.value)) return undefined;
  const plain = await cipher.open(entry.value, bytesOf([drawer, entry.key]));
  const content = plain && parseJson(new TextDecoder().decode(plain));
  if (!Array.isArray(content) || content.length !== 2) return undefined;
  const [key, value] = content as readonly unknown[];
  return typeof key === "string" ? { key, value } : undefined;
}

interface Names {
  key(drawer: Drawer, key: string): Promise<string>;
  folder(drawer: Drawer, folder: string): Promise<string>;
  version(name: string): Promise<string>;
}

/** Folders are few and asked for again and again, so each is concealed once. */
function concealing(cipher: Cipher): Names {
  const folders = new Map<string, Promise<string>>();
  const folder = (drawer: Drawer, name: string): Promise<string> => {
    const known = folders.get(`${drawer}/${name}`) ?? cipher.conceal(bytesOf([drawer, "folder", name]));
    folders.set(`${drawer}/${name}`, known);
    return known;
  };
  return {
    folder,
    key: async (drawer, key) => {
      const [hidden, name] = await Promise.all([folder(drawer, folderOf(key)), cipher.conceal(bytesOf([drawer, "key", key]))]);
      return `${hidden}/${name}`;
    },
    version: (name) => cipher.conceal(bytesOf(["version", name])),
  };
}

/** Bytes in memory of their own, as a disk gives them; none are copied to find out. */
function isBytes(value: unknown): value is Bytes {
  return value instanceof Uint8Array && value.buffer instanceof ArrayBuffer;
}

/** As JSON, which keeps apart what plain UTF-8 would make one: halves of surrogate pairs, and where a part ends. */
function bytesOf(parts: readonly unknown[]): Bytes {
  return new TextEncoder().encode(JSON.stringify(parts));
}
