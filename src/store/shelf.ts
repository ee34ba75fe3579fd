import { isRecord, numberAt, textAt, type Result } from "../kernel";
import type { RowId } from "../registers";
import type { Base, PulledLayer } from "./base";
import { chunkChanges, chunkFolder, chunkKey, chunksOf, rowsFromChunks, type Chunks } from "./chunks";
import type { Disk, DiskChange, DiskEntry } from "./disk";
import type { RowsFormat } from "./packed-rows";
import { placeKey } from "./place";
import type { RegisterPlace } from "./ports";
import type { StoreDevice } from "./store";

/** What of a place is not on the disk yet. */
type Unwritten = "everything" | ReadonlySet<RowId>;

interface PlaceShelf {
  /** The version over which this page may write; undefined for none. */
  version: number | undefined;
  unwritten: Unwritten;
  /** The keys of its chunks on the disk, as far as this page has read or written them. */
  lying: ReadonlySet<string>;
  /** `reading` until the disk has said what lies there; `left` to another page that writes this place. */
  state: "reading" | "ready" | "writing" | "left";
}

const nothing: ReadonlySet<RowId> = new Set();

type OpenDisk = { readonly disk: Disk; readonly format: RowsFormat };

/**
 * The pulled rows on the disk of this device, where it may keep them: what a new page shows before its first request.
 * F1. Rows and token of a place are written in one transaction and over the version that was read, so they always belong together.
 * F2. What another page has written is left to it for the rest of this page's life: an older token costs a longer round, no row.
 * F3. Rows that cannot be read, or of another format, are pulled again and written over.
 * F4. A refused write is made up for by the next one; nobody waits for any.
 * F5. One place is written at a time, so what else is on its way to the disk waits for one place at most.
 */
export class Shelf {
  readonly #base: Base;
  readonly #device: StoreDevice | undefined;
  readonly #places = new Map<string, PlaceShelf>();
  /** Places with rows to be written, in the order in which they are. */
  readonly #waiting = new Map<string, RegisterPlace>();
  #isWriting = false;
  #open: Promise<OpenDisk | undefined> | undefined;

  constructor(device: StoreDevice | undefined, base: Base) {
    this.#device = device;
    this.#base = base;
  }

  /** False until `restore` was asked for the place. */
  knows(place: RegisterPlace): boolean {
    return this.#places.has(placeKey(place));
  }

  async mayHoldRows(): Promise<boolean> {
    return (await this.#device?.mayHoldRows) === true;
  }

  /**
   * Brings back what lies on the disk of places that this page has not asked for yet. A place that was pulled meanwhile keeps what it has.
   * @param came is told the ids that came, of each place as soon as they are there.
   */
  async restore(places: readonly RegisterPlace[], came: (place: RegisterPlace, ids: readonly RowId[]) => void): Promise<void> {
    const fresh = places.filter((place) => !this.knows(place));
    for (const place of fresh) this.#places.set(placeKey(place), { version: undefined, unwritten: nothing, lying: new Set(), state: "reading" });
    if (fresh.length === 0) return;
    const opened = await this.#opened();
    if (!opened) return;
    const tokenOf = tokenReader(opened);
    await Promise.all(fresh.map(async (place) => came(place, await this.#read(opened, tokenOf, place))));
  }

  /** @param changed ids that a round brought or took away; undefined when it brought everything. */
  applied(place: RegisterPlace, changed: readonly RowId[] | undefined): void {
    const here = this.#places.get(placeKey(place));
    if (!here || here.state === "left") return;
    here.unwritten = changed && here.unwritten !== "everything" ? new Set([...here.unwritten, ...changed]) : "everything";
    this.#writeSoon(place, here);
  }

  #opened(): Promise<OpenDisk | undefined> {
    this.#open ??= this.#openDisk();
    return this.#open;
  }

  async #openDisk(): Promise<OpenDisk | undefined> {
    const [disk, format] = await Promise.all([this.#device?.disk, this.#device?.rowsFormat]);
    if (disk?.ok !== true || format === undefined) return undefined;
    disk.value.onLost(({ why }) => {
      // Everything is written again at the next round, unless the disk is closed for good.
      for (const here of this.#places.values())
        Object.assign(here, { version: undefined, unwritten: "everything", lying: new Set(), state: why === "evicted" ? "ready" : "left" });
    });
    return { disk: disk.value, format };
  }

  /** The version is asked for first, and so read first (D3): one that is too old makes the next write answer `moved`. */
  async #read({ disk, format }: OpenDisk, tokenOf: TokenReader, place: RegisterPlace): Promise<readonly RowId[]> {
    const here = this.#places.get(placeKey(place));
    if (!here) return [];
    const [version, token, entries] = await Promise.all([disk.version(versionOf(place)), tokenOf(place), disk.read("chunks", chunkFolder(place))]);
    if (!version.ok || !entries.ok) {
      here.state = "left";
      return [];
    }
    here.version = version.value;
    here.lying = new Set(entries.value.map(({ key }) => key));
    // Fewer chunks than the token speaks of: the browser threw them away between the two reads.
    const isWhole = token !== undefined && entries.value.length >= token.chunks;
    const rows = isWhole ? rowsFromChunks(entries.value, format) : undefined;
    const came = isWhole && rows?.ok === true ? this.#base.restore(place, { rows: rows.value, token: token.token, asAtMs: token.asAtMs }) : undefined;
    if (!came) here.unwritten = "everything";
    here.state = "ready";
    this.#writeSoon(place, here);
    return came ?? [];
  }

  #writeSoon(place: RegisterPlace, here: PlaceShelf): void {
    if (here.state !== "ready" || !hasUnwritten(here)) return;
    this.#waiting.set(placeKey(place), place);
    if (!this.#isWriting) void this.#writeWaiting();
  }

  async #writeWaiting(): Promise<void> {
    this.#isWriting = true;
    try {
      // Places that come meanwhile are walked over, too.
      for (const [key, place] of this.#waiting) {
        this.#waiting.delete(key);
        const here = this.#places.get(key);
        if (here) await this.#write(place, here);
      }
    } finally {
      this.#isWriting = false;
    }
  }

  async #write(place: RegisterPlace, here: PlaceShelf): Promise<void> {
    const opened = await this.#opened();
    const layer = this.#base.pulled(place);
    if (!opened || !layer || here.state !== "ready") return;
    here.state = "writing";
    const { unwritten, lying } = here;
    here.unwritten = nothing;
    // Taken in one turn with the token, so that both belong together.
    const chunks = chunksOf(layer.rows, unwritten === "everything" ? layer.rows.keys() : unwritten);
    const left = lyingAfter(place, chunks, unwritten === "everything" ? nothing : lying);
    const gone = [...lying].filter((key) => unwritten === "everything" && !left.has(key));
    const changes = [
      ...gone.map(removal),
      ...chunkChanges(place, chunks, opened.format),
      tokenChange(place, { ...layer, chunks: left.size }, opened.format.name),
    ];
    const expected = { name: versionOf(place), version: here.version, next: (here.version ?? 0) + 1 };
    const answer = await opened.disk.write(changes, { durability: "relaxed", expected });
    // A loss that was told meanwhile has set the place already.
    if (isLost(here)) return;
    here.state = answer.ok && answer.value === "moved" ? "left" : "ready";
    if (answer.ok && answer.value === "written") Object.assign(here, { version: expected.next, lying: left });
    if (!answer.ok) here.unwritten = "everything";
    else this.#writeSoon(place, here);
  }
}

function versionOf(place: RegisterPlace): string {
  return `rows ${placeKey(place)}`;
}

function hasUnwritten({ unwritten }: PlaceShelf): boolean {
  return unwritten === "everything" || unwritten.size > 0;
}

/** A loss of the disk that was told during a write has set the place already. */
function isLost({ state }: PlaceShelf): boolean {
  return state !== "writing";
}

/** The keys that lie there once these chunks are written; one without rows is taken away. */
function lyingAfter(place: RegisterPlace, chunks: Chunks, before: ReadonlySet<string>): ReadonlySet<string> {
  const lying = new Set(before);
  for (const [number, rows] of chunks) {
    if (rows.length > 0) lying.add(chunkKey(place, number));
    else lying.delete(chunkKey(place, number));
  }
  return lying;
}

function removal(key: string): DiskChange {
  return { drawer: "chunks", key, value: undefined };
}

function tokenKey({ site, register }: RegisterPlace): string {
  return `${site}/${register}`;
}

function tokenChange(place: RegisterPlace, { token, asAtMs, chunks }: Token, format: string): DiskChange {
  return { drawer: "meta", key: tokenKey(place), value: { format, token, asAtMs, chunks } };
}

/** `chunks`: how many lie there with it. */
type Token = Pick<PulledLayer, "token" | "asAtMs"> & { readonly chunks: number };
type TokenReader = (place: RegisterPlace) => Promise<Token | undefined>;

/** One read brings the tokens of all places of a site. It begins before that of any rows (D3), so a token may be too old for its rows, never too new. */
function tokenReader({ disk, format }: OpenDisk): TokenReader {
  const bySite = new Map<string, Promise<Result<readonly DiskEntry[]>>>();
  return async (place) => {
    const reading = bySite.get(place.site) ?? disk.read("meta", place.site);
    bySite.set(place.site, reading);
    const found = await reading;
    return found.ok ? readToken(found.value.find(({ key }) => key === tokenKey(place))?.value, format.name) : undefined;
  };
}

function readToken(value: unknown, format: string): Token | undefined {
  const token = textAt(value, "token");
  const asAtMs = numberAt(value, "asAtMs");
  const chunks = numberAt(value, "chunks");
  const isOurs = isRecord(value) && textAt(value, "format") === format;
  return isOurs && token !== undefined && asAtMs !== undefined && chunks !== undefined ? { token, asAtMs, chunks } : undefined;
}
