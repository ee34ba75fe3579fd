import { fail, succeed, type Fault, type Randomness, type Result } from "../../kernel";
import type { Cipher, Disk } from "../../store";
import { clearDatabase, isDatabaseOf, isSealedDatabase, sealedDatabase, type DiskOwner } from "./database-names";
import { deviceSecret, type SecretPlace } from "./device-secret";
import { countFrom, openIndexedDbDisk } from "./indexed-db-disk";
import { countUnsent, databasesHere, noteUse, removeDatabase, tidyDatabases, type LeftPlatform } from "./left-databases";
import { holdForever, whileUnused } from "./page-locks";
import { askingToPersist, type PersistencePage } from "./persistence";
import { sealingFor, type Sealing } from "./sealing";

export interface DevicePlatform extends LeftPlatform {
  readonly page: LeftPlatform["page"] & PersistencePage;
  readonly randomness: Randomness;
}

/** What the store knows and this room does not. */
export interface DeviceStore {
  seal(inner: Disk, cipher: Cipher): Disk;
  /**
   * Everything unsent goes behind what lies on `into`, strict, before it leaves `from`; what cannot be read stays. A repeat after a
   * crash does no harm. Answers how many changes came.
   */
  move(from: Disk, into: Disk): Promise<Result<number>>;
}

/**
 * How this device keeps what a person has done. `sealed`: everything under a key that only they can have made again. `memory`:
 * unsent changes alone, in clear; rows never. `off`: nothing.
 */
export type DeviceMode = "sealed" | "memory" | "off";

export interface DeviceRequest {
  readonly owner: DiskOwner;
  readonly wanted: DeviceMode;
  /** Without one nothing can be sealed. */
  readonly secretPlace?: SecretPlace;
}

/**
 * O1. A mode that cannot be had today gives way to the next weaker one: sealed, memory, off. `because` says why.
 * O2. Each mode has a database of its own. What the other one holds unsent is moved in before the disk is given out, if it can be
 *     opened and no page uses it; else it stays where it is. With `off` wanted, unsent changes of earlier days are still sent.
 * O3. Sealed content of a secret that is gone stays beside, counted, for 14 days or until the person lets it go: a file that comes
 *     back from the recycle bin opens it again.
 */
export interface OpenedDevice {
  readonly mode: DeviceMode;
  /** Refused when the mode is `off`. */
  readonly disk: Result<Disk>;
  /** Why the mode is not the wanted one. */
  readonly because?: Fault;
  /** The person's sealed entries that wait for a day on which their secret can be had. At most: names of new rows are counted too. */
  readonly waitingUnsent: number;
  /** The person's entries whose secret is gone, or whose database the browser took; at most. */
  readonly lostUnsent: number;
  /** Moves in what pages of the other mode have left since; call it when pages come and go. Answers how many came. */
  takeIn(): Promise<Result<number>>;
  /** Clears up after others and earlier days. For a quiet moment. */
  tidy(): Promise<{ readonly othersUnsent: number }>;
  /** The person has read that `lostUnsent` are lost, and lets them go. */
  forgetLost(): Promise<Result<void>>;
  /** Every unsent entry of this person on this device, in every mode and tab; what `erase` would drop. */
  countUnsent(): Promise<number>;
  /** Takes away all databases of this person, whatever lies in them; their open disks are told. */
  erase(): Promise<Result<void>>;
}

/** Opens the disk of a person on this device, as far as it can be had. Never refuses: see `mode` and `because`. */
export async function openDevice(platform: DevicePlatform, store: DeviceStore, request: DeviceRequest): Promise<OpenedDevice> {
  const { owner, wanted } = request;
  const [sealing, here] = await Promise.all([wanted === "sealed" ? sealingOf(platform, request) : undefined, unsentHere(platform, owner)]);
  const opening: Opening = { platform, store, owner, here };
  if (sealing?.ok === true) return openIn({ ...opening, sealing: sealing.value }, "sealed");
  const refused = sealing === undefined ? {} : { because: sealing.fault };
  if (wanted === "off" && (here.get(clearDatabase(owner)) ?? 0) === 0) return nothingOpen(opening, refused);
  const needsKey = wanted === "memory" && sum(here, isSealedDatabase) > 0;
  const key = needsKey ? await sealingOf(platform, request) : undefined;
  return openIn({ ...opening, ...refused, ...(key?.ok === true ? { sealing: key.value } : {}) }, "memory");
}

interface Opening {
  readonly platform: DevicePlatform;
  readonly store: DeviceStore;
  readonly owner: DiskOwner;
  /** What lies unsent in each of the owner's databases. */
  readonly here: ReadonlyMap<string, number>;
  readonly sealing?: Sealing;
  readonly because?: Fault;
}

async function sealingOf(platform: DevicePlatform, { owner, secretPlace }: DeviceRequest): Promise<Result<Sealing>> {
  if (secretPlace === undefined) return fail({ kind: "notFound" });
  const secret = await deviceSecret(secretPlace, platform);
  return secret.ok ? succeed(await sealingFor(secret.value, owner)) : secret;
}

/** Whether a sealed database of this person lies here, whoever holds its key. */
export async function hasSealedDatabase(platform: DevicePlatform, owner: DiskOwner): Promise<boolean> {
  return (await databasesHere(platform)).some((name) => isDatabaseOf(owner, name) && isSealedDatabase(name));
}

async function unsentHere(platform: DevicePlatform, owner: DiskOwner): Promise<ReadonlyMap<string, number>> {
  const names = (await databasesHere(platform)).filter((name) => isDatabaseOf(owner, name));
  return new Map(await Promise.all(names.map(async (name) => [name, (await countUnsent(platform, name)) ?? 0] as const)));
}

function sum(here: ReadonlyMap<string, number>, counts: (name: string) => boolean): number {
  return [...here].reduce((total, [name, unsent]) => total + (counts(name) ? unsent : 0), 0);
}

async function openIn(opening: Opening, mode: "sealed" | "memory"): Promise<OpenedDevice> {
  const { platform, store, owner, here, sealing, because } = opening;
  const isSealed = mode === "sealed" && sealing !== undefined;
  const name = isSealed ? sealedDatabase(owner, sealing.mark) : clearDatabase(owner);
  await holdForever(platform.page, name, "shared");
  const opened = await openIndexedDbDisk(platform, name);
  if (!opened.ok) return nothingOpen(opening, { because: because ?? opened.fault });
  noteUse(platform, name);
  const disk = askingToPersist(isSealed ? store.seal(opened.value, sealing.cipher) : opened.value, platform);
  const taken = await takeIn(opening, mode, disk);
  const after = await unsentHere(platform, owner);
  return {
    mode,
    disk: succeed(disk),
    ...(because === undefined ? {} : { because }),
    waitingUnsent: isSealed ? (taken.ok ? 0 : sum(after, (one) => !isSealedDatabase(one))) : sum(after, isSealedDatabase),
    lostUnsent: (isSealed ? sum(here, (one) => isSealedDatabase(one) && one !== name) : 0) + (taken.ok ? taken.value.lost : 0),
    takeIn: async () => {
      const more = await takeIn(opening, mode, disk);
      return more.ok ? succeed(more.value.came) : more;
    },
    ...housekeeping(opening, { open: name, isSealedOpen: isSealed }),
  };
}

function nothingOpen(opening: Opening, { because }: { readonly because?: Fault }): OpenedDevice {
  return {
    mode: "off",
    disk: fail(because ?? { kind: "storageRefused" }),
    ...(because === undefined ? {} : { because }),
    waitingUnsent: sum(opening.here, () => true),
    lostUnsent: 0,
    takeIn: () => Promise.resolve(succeed(0)),
    ...housekeeping(opening, { open: undefined, isSealedOpen: false }),
  };
}

interface Taken {
  readonly came: number;
  readonly lost: number;
}

/** O2. */
async function takeIn({ platform, store, owner, sealing }: Opening, mode: "sealed" | "memory", into: Disk): Promise<Result<Taken>> {
  const nothing: Result<Taken> = succeed({ came: 0, lost: 0 });
  const cipher = mode === "memory" ? sealing?.cipher : undefined;
  const name = mode === "sealed" ? clearDatabase(owner) : sealing && sealedDatabase(owner, sealing.mark);
  if (name === undefined || !(await holdsUnsent(platform, name))) return nothing;
  const taken = await whileUnused(platform.page, name, async (): Promise<Result<Taken>> => {
    const from = await openIndexedDbDisk(platform, name);
    if (!from.ok) return from;
    let lost = 0;
    from.value.onLost((loss) => (lost += loss.why === "evicted" ? loss.unsent : 0));
    const came = await store.move(cipher ? store.seal(from.value, cipher) : from.value, into);
    if (!came.ok) return came;
    const left = await from.value.read("queue");
    if (left.ok && left.value.length === 0) await from.value.erase();
    return succeed({ came: came.value, lost });
  });
  return taken ?? nothing;
}

/** By what lies there, and by the note beside it, which tells of a database that the browser took. */
async function holdsUnsent(platform: DevicePlatform, name: string): Promise<boolean> {
  if (countFrom(platform.notes.read(name) ?? "") > 0) return true;
  return (await databasesHere(platform)).includes(name) && (await countUnsent(platform, name)) !== 0;
}

type Housekeeping = Pick<OpenedDevice, "tidy" | "forgetLost" | "countUnsent" | "erase">;

function housekeeping({ platform, owner }: Opening, place: { readonly open: string | undefined; readonly isSealedOpen: boolean }): Housekeeping {
  const ownNames = async (): Promise<readonly string[]> => {
    const names = (await databasesHere(platform)).filter((name) => isDatabaseOf(owner, name));
    // A browser may not list them.
    return [...new Set([...names, ...(place.open === undefined ? [] : [place.open])])];
  };
  const remove = async (names: readonly string[]): Promise<Result<void>> => {
    const answers = await Promise.all(names.map((name) => removeDatabase(platform, name, "nothing")));
    return answers.find((answer) => !answer.ok) ?? succeed(undefined);
  };
  return {
    tidy: () => tidyDatabases(platform, { owner, ...place }),
    forgetLost: async () => remove(place.isSealedOpen ? (await ownNames()).filter((name) => isSealedDatabase(name) && name !== place.open) : []),
    countUnsent: async () => {
      const counts = await Promise.all((await ownNames()).map((name) => countUnsent(platform, name)));
      return counts.reduce<number>((total, count) => total + (count ?? 0), 0);
    },
    erase: async () => remove(await ownNames()),
  };
}
