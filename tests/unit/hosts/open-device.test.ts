import { succeed } from "../../../src/kernel";
import type { DiskLoss } from "../../../src/store";
import { owner } from "../../contract/support/disks";
import { atRest } from "../store/still-world";
import { keep, Place, plainStore, Profile, queueOf, visit } from "./profile";

const forbidden = { kind: "forbidden" } as const;
const stranger = { ...owner, personId: "somebody-else" };
const dayMs = 24 * 60 * 60 * 1000;

function sealedWith(secretPlace: Place) {
  return { wanted: "sealed", secretPlace } as const;
}

describe("a sealed device", () => {
  test("gives back to every tab and every later session what was kept, and nothing of it lies there in clear", async () => {
    const [profile, place] = [new Profile(), new Place()];
    const [one, other] = await Promise.all([visit(profile, sealedWith(place)), visit(profile, sealedWith(place))]);
    expect([one.device.mode, one.device.because]).toEqual(["sealed", undefined]);
    await keep(one.disk, "operation/confidential");
    await one.disk.write([{ drawer: "chunks", key: "risks/1", value: [{ Title: "Confidential title" }] }], { durability: "relaxed" });
    expect(await queueOf(other.disk)).toEqual(["operation/confidential"]);
    one.close();
    other.close();
    expect(await queueOf((await visit(profile, sealedWith(place))).disk)).toEqual(["operation/confidential"]);
    expect(await profile.names()).toEqual([expect.stringMatching(/^sealed\.[0-9a-f]{64}\.[0-9a-f]{16}$/)]);
    const raw = (await profile.raw()) + JSON.stringify([...profile.kept]);
    for (const word of ["onfidential", "operation", "risks", "Title", owner.personId, owner.tenantId]) expect(raw).not.toContain(word);
    const { secret } = JSON.parse(new TextDecoder().decode(place.file)) as { readonly secret: string };
    for (const form of [secret, atob(secret)]) expect(raw).not.toContain(form);
  });

  test("tells another person nothing, although they have a secret of their own, or even the same", async () => {
    const [profile, place] = [new Profile(), new Place()];
    await keep((await visit(profile, sealedWith(place))).disk, "a");
    for (const theirs of [place, new Place()]) expect(await queueOf((await visit(profile, { ...sealedWith(theirs), owner: stranger })).disk)).toEqual([]);
  });

  test("gives way to clear memory when the place refuses, and says how many sealed entries wait; they open on a better day", async () => {
    const [profile, place] = [new Profile(), new Place()];
    const before = await visit(profile, sealedWith(place));
    await keep(before.disk, "a", "b");
    before.close();
    place.refuses = forbidden;
    const today = await visit(profile, sealedWith(place));
    expect(today.device).toMatchObject({ mode: "memory", because: forbidden, waitingUnsent: 2, lostUnsent: 0 });
    expect(await queueOf(today.disk)).toEqual([]);
    today.close();
    place.refuses = undefined;
    const later = await visit(profile, sealedWith(place));
    expect(later.device).toMatchObject({ mode: "sealed", waitingUnsent: 0, lostUnsent: 0 });
    expect(await queueOf(later.disk)).toEqual(["a", "b"]);
  });

  test("needs a place at all", async () => {
    expect((await visit(new Profile(), { wanted: "sealed" })).device).toMatchObject({ mode: "memory", because: { kind: "notFound" } });
  });

  test("asks the browser once not to evict it, when something is first kept", async () => {
    const [profile, place] = [new Profile(), new Place()];
    const { disk } = await visit(profile, sealedWith(place));
    await disk.read("queue");
    await disk.write([], { durability: "strict", expected: { name: "queue", version: undefined, next: 1 } });
    expect(profile.persistAsked).toBe(0);
    await keep(disk, "a");
    await keep((await visit(profile, sealedWith(place))).disk, "b");
    expect(profile.persistAsked).toBe(1);
  });
});

describe("what another mode has left", () => {
  test("clear entries are moved into the sealed queue before it is given out, and leave nothing behind", async () => {
    const [profile, place] = [new Profile(), new Place()];
    const before = await visit(profile, { wanted: "memory" });
    await keep(before.disk, "a", "b");
    before.close();
    const { device, disk } = await visit(profile, sealedWith(place));
    expect(device).toMatchObject({ mode: "sealed", waitingUnsent: 0, lostUnsent: 0 });
    expect(await queueOf(disk)).toEqual(["a", "b"]);
    expect(await profile.names()).toEqual([expect.stringMatching(/^sealed\./)]);
    expect(await profile.raw()).not.toContain("words of");
  });

  test("sealed entries are moved into the clear queue when the device is to keep only memory", async () => {
    const [profile, place] = [new Profile(), new Place()];
    const before = await visit(profile, sealedWith(place));
    await keep(before.disk, "a");
    before.close();
    const without = await visit(profile, { wanted: "memory" });
    expect(without.device).toMatchObject({ mode: "memory", waitingUnsent: 1 });
    without.close();
    const { device, disk } = await visit(profile, { wanted: "memory", secretPlace: place });
    expect([device.waitingUnsent, await queueOf(disk)]).toEqual([0, ["a"]]);
    expect(await profile.names()).toEqual([expect.stringMatching(/^disk\./)]);
  });

  test("stays with a page that still works on it, and is taken in when that page is gone", async () => {
    const [profile, place] = [new Profile(), new Place()];
    const inMemory = await visit(profile, { wanted: "memory" });
    await keep(inMemory.disk, "a");
    const { device, disk } = await visit(profile, sealedWith(place));
    expect(await queueOf(disk)).toEqual([]);
    await keep(inMemory.disk, "b");
    expect(await queueOf(inMemory.disk)).toEqual(["a", "b"]);
    inMemory.close();
    expect(await device.takeIn()).toEqual(succeed(2));
    expect(await queueOf(disk)).toEqual(["a", "b"]);
    expect(await device.takeIn()).toEqual(succeed(0));
  });

  test("stays where it is when the moving is refused, counted, and nothing is lost", async () => {
    const [profile, place] = [new Profile(), new Place()];
    const before = await visit(profile, { wanted: "memory" });
    await keep(before.disk, "a");
    before.close();
    const refusing = { ...plainStore, move: () => Promise.resolve({ ok: false, fault: { kind: "storageRefused" } } as const) };
    const today = await visit(profile, sealedWith(place), refusing);
    expect(today.device).toMatchObject({ mode: "sealed", waitingUnsent: 1 });
    today.close();
    expect(await queueOf((await visit(profile, sealedWith(place))).disk)).toEqual(["a"]);
  });

  test("stays where it is as far as the store cannot read it", async () => {
    const [profile, place] = [new Profile(), new Place()];
    const before = await visit(profile, { wanted: "memory" });
    await keep(before.disk, "a");
    before.close();
    const today = await visit(profile, sealedWith(place), { ...plainStore, move: () => Promise.resolve(succeed(0)) });
    today.close();
    expect(await queueOf((await visit(profile, { wanted: "memory" })).disk)).toEqual(["a"]);
  });

  test("that the browser took away meanwhile is counted as lost, once", async () => {
    const [profile, place] = [new Profile(), new Place()];
    const before = await visit(profile, { wanted: "memory" });
    await keep(before.disk, "a", "b");
    before.close();
    await profile.evict();
    const today = await visit(profile, sealedWith(place));
    expect(today.device).toMatchObject({ mode: "sealed", lostUnsent: 2 });
    today.close();
    expect((await visit(profile, sealedWith(place))).device).toMatchObject({ mode: "sealed", lostUnsent: 0 });
  });
});

describe("a device that is to keep nothing", () => {
  test("opens nothing", async () => {
    const profile = new Profile();
    const { device } = await visit(profile, { wanted: "off" });
    expect(device).toMatchObject({ mode: "off", disk: { ok: false }, waitingUnsent: 0 });
    expect(device.because).toBeUndefined();
    expect(await profile.names()).toEqual([]);
  });

  test("still opens unsent changes of earlier days, so that they are sent", async () => {
    const profile = new Profile();
    const before = await visit(profile, { wanted: "memory" });
    await keep(before.disk, "a");
    before.close();
    const { device, disk } = await visit(profile, { wanted: "off" });
    expect([device.mode, await queueOf(disk)]).toEqual(["memory", ["a"]]);
  });

  test("is what is left where the browser refuses", async () => {
    const profile = new Profile();
    profile.indexedDB.open = () => {
      throw new DOMException("closed to this page", "SecurityError");
    };
    for (const request of [sealedWith(new Place()), { wanted: "memory" } as const])
      expect((await visit(profile, request)).device).toMatchObject({ mode: "off", because: { kind: "storageRefused" }, disk: { ok: false } });
  });
});

describe("a secret that is gone", () => {
  async function withLostSecret() {
    const [profile, place] = [new Profile(), new Place()];
    const before = await visit(profile, sealedWith(place));
    await keep(before.disk, "a", "b");
    before.close();
    const { file } = place;
    place.file = undefined;
    return { profile, place, file };
  }

  test("is announced with what can no longer be read, and a new one begins beside it", async () => {
    const { profile, place } = await withLostSecret();
    const { device, disk } = await visit(profile, sealedWith(place));
    expect(device).toMatchObject({ mode: "sealed", waitingUnsent: 0, lostUnsent: 2 });
    expect(await queueOf(disk)).toEqual([]);
    await keep(disk, "c");
    expect(await queueOf(disk)).toEqual(["c"]);
    expect(await profile.names()).toHaveLength(2);
  });

  test("that comes back from the recycle bin opens everything again", async () => {
    const { profile, place, file } = await withLostSecret();
    const between = await visit(profile, sealedWith(place));
    await between.device.tidy();
    between.close();
    place.file = file;
    expect(await queueOf((await visit(profile, sealedWith(place))).disk)).toEqual(["a", "b"]);
  });

  test("is let go by the person", async () => {
    const { profile, place } = await withLostSecret();
    const today = await visit(profile, sealedWith(place));
    await keep(today.disk, "c");
    expect(await today.device.forgetLost()).toEqual(succeed(undefined));
    today.close();
    const later = await visit(profile, sealedWith(place));
    expect(later.device.lostUnsent).toBe(0);
    expect(await queueOf(later.disk)).toEqual(["c"]);
  });

  test("is let go by itself 14 days after it was first told, however long ago its last use was", async () => {
    const { profile, place } = await withLostSecret();
    await profile.world.pass(100 * dayMs);
    const today = await visit(profile, sealedWith(place));
    await today.device.tidy();
    await profile.world.pass(14 * dayMs - 1);
    await today.device.tidy();
    expect((await visit(profile, sealedWith(place))).device.lostUnsent).toBe(2);
    await profile.world.pass(1);
    await today.device.tidy();
    expect((await visit(profile, sealedWith(place))).device.lostUnsent).toBe(0);
  });

  test("is not held to be gone on a day on which the place does not answer", async () => {
    const { profile, place, file } = await withLostSecret();
    place.refuses = forbidden;
    const today = await visit(profile, sealedWith(place));
    expect(today.device).toMatchObject({ mode: "memory", waitingUnsent: 2, lostUnsent: 0 });
    await today.device.tidy();
    await today.device.forgetLost();
    await profile.world.pass(100 * dayMs);
    await today.device.tidy();
    place.refuses = undefined;
    place.file = file;
    expect(await queueOf((await visit(profile, sealedWith(place))).disk)).toEqual(["a", "b"]);
  });
});

describe("clearing up after others", () => {
  async function leftBy(wanted: "memory" | "sealed", ...keys: readonly string[]) {
    const profile = new Profile();
    const theirs = new Place();
    const left = await visit(profile, { wanted, secretPlace: theirs, owner: stranger });
    await keep(left.disk, ...keys);
    const back = () => visit(profile, { wanted, secretPlace: theirs, owner: stranger });
    return { profile, left, back };
  }

  test.each(["memory", "sealed"] as const)("takes away what another person left empty (%s)", async (wanted) => {
    const { profile, left } = await leftBy(wanted);
    left.close();
    const mine = await visit(profile, { wanted: "memory" });
    expect(await mine.device.tidy()).toEqual({ othersUnsent: 0 });
    expect(await profile.names()).toHaveLength(1);
  });

  test.each(["memory", "sealed"] as const)("counts what another person has unsent, and leaves it for them (%s)", async (wanted) => {
    const { profile, left, back } = await leftBy(wanted, "a", "b");
    left.close();
    const mine = await visit(profile, { wanted: "memory" });
    expect(await mine.device.tidy()).toEqual({ othersUnsent: 2 });
    await profile.world.pass(14 * dayMs - 1);
    expect(await mine.device.tidy()).toEqual({ othersUnsent: 2 });
    expect(await queueOf((await back()).disk)).toEqual(["a", "b"]);
  });

  test.each(["memory", "sealed"] as const)("lets it go after 14 days without a visit, and its owner is told (%s)", async (wanted) => {
    const { profile, left, back } = await leftBy(wanted, "a", "b");
    left.close();
    await profile.world.pass(14 * dayMs);
    const mine = await visit(profile, { wanted: "memory" });
    expect(await mine.device.tidy()).toEqual({ othersUnsent: 0 });
    expect(await profile.names()).toHaveLength(1);
    const losses: DiskLoss[] = [];
    (await back()).disk.onLost((loss) => losses.push(loss));
    await atRest();
    expect(losses).toEqual([{ why: "evicted", unsent: 2 }]);
  });

  test("touches nothing that another page works on, empty or old", async () => {
    const { profile, left } = await leftBy("memory");
    const mine = await visit(profile, { wanted: "memory" });
    await profile.world.pass(100 * dayMs);
    await mine.device.tidy();
    await keep(left.disk, "a");
    expect(await mine.device.tidy()).toEqual({ othersUnsent: 0 });
    expect(await queueOf(left.disk)).toEqual(["a"]);
  });

  test("begins to count the days when nothing is known of them, or the clock was wrong", async () => {
    const { profile, left } = await leftBy("memory", "a");
    left.close();
    const mine = await visit(profile, { wanted: "memory" });
    for (const note of ["", "nonsense", `used ${String(profile.world.nowMs() + 1000 * dayMs)}`]) {
      for (const name of [...profile.kept.keys()].filter((one) => one.endsWith(".since"))) profile.kept.set(name, note);
      expect(await mine.device.tidy()).toEqual({ othersUnsent: 1 });
      await profile.world.pass(14 * dayMs - 1);
      expect(await mine.device.tidy()).toEqual({ othersUnsent: 1 });
    }
    await profile.world.pass(1);
    expect(await mine.device.tidy()).toEqual({ othersUnsent: 0 });
  });

  test("goes by time alone where nobody can tell which pages live, and never touches its own open database", async () => {
    const { profile, left } = await leftBy("memory");
    profile.hasLocks = false;
    const mine = await visit(profile, { wanted: "memory" });
    await mine.device.tidy();
    await keep(left.disk, "a");
    await left.disk.write([{ drawer: "queue", key: "a", value: undefined }], { durability: "strict" });
    await profile.world.pass(14 * dayMs);
    await mine.device.tidy();
    await keep(mine.disk, "b");
    expect(await queueOf(mine.disk)).toEqual(["b"]);
    expect(await profile.names()).toHaveLength(1);
  });

  test("leaves the databases of others on this origin alone", async () => {
    const profile = new Profile();
    profile.indexedDB.open("disk.of-somebody", 1);
    const mine = await visit(profile, { wanted: "memory" });
    await mine.device.tidy();
    await mine.device.erase();
    expect(await profile.names()).toEqual(["disk.of-somebody"]);
  });
});

describe("clearing this device", () => {
  test("takes every database of this person, in each mode, and nobody else's; open disks are told, and nothing is missed later", async () => {
    const [profile, place] = [new Profile(), new Place()];
    const others = await visit(profile, { wanted: "memory", owner: stranger });
    await keep(others.disk, "theirs");
    const inMemory = await visit(profile, { wanted: "memory" });
    await keep(inMemory.disk, "a");
    const sealed = await visit(profile, sealedWith(place));
    await keep(sealed.disk, "b", "c");
    expect(await sealed.device.countUnsent()).toBe(3);
    const losses: DiskLoss[] = [];
    for (const { disk } of [inMemory, sealed, others]) disk.onLost((loss) => losses.push(loss));
    expect(await sealed.device.erase()).toEqual(succeed(undefined));
    expect(losses).toEqual([{ why: "erased" }, { why: "erased" }]);
    expect(await queueOf(others.disk)).toEqual(["theirs"]);
    const names = await profile.names();
    expect(names).toHaveLength(1);
    const ofAPerson = [...profile.kept].filter(([name, note]) => /^(disk|sealed)\./.test(name) && note !== "");
    expect(ofAPerson.every(([name]) => name.startsWith(names[0] ?? "-"))).toBe(true);
    inMemory.close();
    sealed.close();
    const after = await visit(profile, sealedWith(place));
    after.disk.onLost((loss) => losses.push(loss));
    await atRest();
    expect(after.device.lostUnsent).toBe(0);
    expect(losses).toHaveLength(2);
    expect(await queueOf(after.disk)).toEqual([]);
  });

  test("works where the browser does not list its databases, and with nothing open", async () => {
    const profile = new Profile();
    profile.indexedDB.databases = () => {
      throw new TypeError("not here");
    };
    const { device, disk } = await visit(profile, { wanted: "memory" });
    await keep(disk, "a");
    expect(await device.tidy()).toEqual({ othersUnsent: 0 });
    expect(await device.erase()).toEqual(succeed(undefined));
    expect(await queueOf((await visit(profile, { wanted: "memory" })).disk)).toEqual([]);
    expect(await (await visit(new Profile(), { wanted: "off" })).device.erase()).toEqual(succeed(undefined));
  });
});
