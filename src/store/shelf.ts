import { isRecord, numberAt, textAt, type Result } from "../kernel";
import type { RowId } from "../registers";
import type { Base, PulledLayer } from "./base";
import { chunkChanges, chunkFolder, chunksOf, rowsFromChunks } from "./chunks";
import type { Disk, DiskChange, DiskEntry } from "./disk";
import { placeKey } from "./place";
import type { RegisterPlace } from "./ports";
import type { StoreDevice } from "./store";

/** What of a place is not on the disk yet. */
type Unwritten = "everything" | ReadonlySet<RowId>;

interface PlaceShelf {
  /** The version over which this page may write; undefined for none. */
  version: number | undefined;
  unwritten: Unwritten;
  /** `reading` until the disk has said what lies there; `left` to another page that writes this place. */
  state: "reading" | "ready" | "writing" | "left";
}

const nothing: ReadonlySet<RowId> = new Set();

/**
 * The pulled rows on the disk of this device, where it may keep them: what a new page shows before its first request.
 * F1. Rows and token of a place are written in one transaction and over the version that was read, so they always belong together.
 * F2. What another page has written is left to it for the rest of this page's life: an older token costs a longer round, no row.
 * F3. Rows that cannot be read, or of another format, are pulled again and written over.
 * F4. A refused write is made up for by the next one; nobody waits for any.
 */
export class Shelf {
  readonly #base: Base;
  readonly #device: StoreDevice | undefined;
  readonly #places = new Map<string, PlaceShelf>();
  #open: Promise<{ readonly disk: Disk; readonly format: string } | undefined> | undefined;

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
   * @returns by place, the ids that came.
   */
  async restore(places: readonly RegisterPlace[]): Promise<readonly (readonly [RegisterPlace, readonly RowId[]])[]> {
    const fresh = places.filter((place) => !this.#places.has(placeKey(place)));
    for (const place of fresh) this.#places.set(placeKey(place), { version: undefined, unwritten: nothing, state: "reading" });
    if (fresh.length === 0) return [];
    const opened = await this.#opened();
    if (!opened) return [];
    return Promise.all(fresh.map(async (place) => [place, await this.#read(opened, place)] as const));
  }

  /** @param changed ids that a round brought or took away; undefined when it brought everything. */
  applied(place: RegisterPlace, changed: readonly RowId[] | undefined): void {
    const here = this.#places.get(placeKey(place));
    if (!here || here.state === "left") return;
    here.unwritten = changed && here.unwritten !== "everything" ? new Set([...here.unwritten, ...changed]) : "everything";
    if (here.state === "ready" && hasUnwritten(here)) void this.#write(place, here);
  }

  #opened(): Promise<{ readonly disk: Disk; readonly format: string } | undefined> {
    this.#open ??= this.#openDisk();
    return this.#open;
  }

  async #openDisk(): Promise<{ readonly disk: Disk; readonly format: string } | undefined> {
    const [disk, format] = await Promise.all([this.#device?.disk, this.#device?.rowsFormat]);
    if (disk?.ok !== true || format === undefined) return undefined;
    disk.value.onLost(({ why }) => {
      // Everything is written again at the next round, unless the disk is closed for good.
      for (const here of this.#places.values())
        Object.assign(here, { version: undefined, unwritten: "everything", state: why === "evicted" ? "ready" : "left" });
    });
    return { disk: disk.value, format };
  }

  /** The version is read first: one that is too old makes the next write answer `moved`. */
  async #read({ disk, format }: { readonly disk: Disk; readonly format: string }, place: RegisterPlace): Promise<readonly RowId[]> {
    const here = this.#places.get(placeKey(place));
    if (!here) return [];
    const version = await disk.version(versionOf(place));
    const [meta, entries] = await Promise.all([disk.read("meta", chunkFolder(place)), disk.read("chunks", chunkFolder(place))]);
    if (!version.ok || !meta.ok || !entries.ok) {
      here.state = "left";
      return [];
    }
    here.version = version.value;
    const rows = rowsFromChunks(entries.value);
    const token = readToken(meta.value[0]?.value, format);
    const came = rows.ok && token ? this.#base.restore(place, { rows: rows.value, ...token }) : undefined;
    if (!came) here.unwritten = "everything";
    here.state = "ready";
    if (hasUnwritten(here)) void this.#write(place, here);
    return came ?? [];
  }

  async #write(place: RegisterPlace, here: PlaceShelf): Promise<void> {
    const opened = await this.#opened();
    if (!opened || here.state !== "ready") return;
    here.state = "writing";
    const standing = here.unwritten === "everything" ? await opened.disk.read("chunks", chunkFolder(place)) : undefined;
    // Read in one turn with its rows, so that both belong together.
    const layer = this.#base.pulled(place);
    if (isLost(here)) return;
    if (!layer) {
      here.state = "ready";
      return;
    }
    const { unwritten } = here;
    here.unwritten = nothing;
    const ids = unwritten === "everything" ? layer.rows.keys() : unwritten;
    const changes = [...removals(standing), ...chunkChanges(place, chunksOf(layer.rows, ids)), tokenChange(place, layer, opened.format)];
    const expected = { name: versionOf(place), version: here.version, next: (here.version ?? 0) + 1 };
    const answer = await opened.disk.write(changes, { durability: "relaxed", expected });
    // A loss that was told meanwhile has set the place already.
    if (isLost(here)) return;
    here.state = answer.ok && answer.value === "moved" ? "left" : "ready";
    if (answer.ok && answer.value === "written") here.version = expected.next;
    if (!answer.ok) here.unwritten = "everything";
    else if (hasUnwritten(here)) await this.#write(place, here);
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

/** Of chunks that lie there; those that still have rows are written after it, and of two changes to one key the last counts. */
function removals(standing: Result<readonly DiskEntry[]> | undefined): readonly DiskChange[] {
  return standing?.ok === true ? standing.value.map(({ key }) => ({ drawer: "chunks", key, value: undefined })) : [];
}

function tokenChange(place: RegisterPlace, { token, asAtMs }: PulledLayer, format: string): DiskChange {
  return { drawer: "meta", key: `${chunkFolder(place)}/token`, value: { format, token, asAtMs } };
}

function readToken(value: unknown, format: string): { readonly token: string; readonly asAtMs: number } | undefined {
  const token = textAt(value, "token");
  const asAtMs = numberAt(value, "asAtMs");
  const isOurs = isRecord(value) && textAt(value, "format") === format;
  return isOurs && token !== undefined && asAtMs !== undefined ? { token, asAtMs } : undefined;
}
