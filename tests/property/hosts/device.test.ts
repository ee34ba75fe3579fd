import fc from "fast-check";
import { fail, type Result } from "../../../src/kernel";
import { deviceSecret, type SecretPlace } from "../../../src/hosts/device/device-secret";
import { sealingFor } from "../../../src/hosts/device/sealing";
import { owner } from "../../contract/support/disks";
import { Place, Profile, queueOf, visit } from "../../unit/hosts/profile";
import { StillWorld } from "../../unit/store/still-world";

const strict = { durability: "strict" } as const;

/** The same place over a network that answers in any order and loses some answers. */
function farAway(place: Place, scheduler: fc.Scheduler, loses: readonly boolean[]): SecretPlace {
  const turns = loses[Symbol.iterator]();
  return {
    read: () => scheduler.schedule(Promise.resolve(), "read").then(() => scheduler.schedule(place.read(), "read answer")),
    createOnce: async (bytes): Promise<Result<void>> => {
      await scheduler.schedule(Promise.resolve(), "create");
      const answer = await scheduler.schedule(place.createOnce(bytes), "create answer");
      return turns.next().value === true ? fail({ kind: "offline" }) : answer;
    },
  };
}

describe("the secret of a person's devices", () => {
  test("is one, however many devices and tabs make it at once, in whatever order they are served and whichever answers get lost", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(fc.boolean(), { minLength: 2, maxLength: 4 }), async (scheduler, loses) => {
        const place = new Place();
        const making = loses.map((isLost, seed) => {
          const world = new StillWorld(seed + 1);
          return deviceSecret(farAway(place, scheduler, [isLost]), { randomness: world, timers: world });
        });
        await scheduler.waitFor(Promise.all(making));
        const secrets = await Promise.all(making);
        expect(secrets.map((secret) => secret.ok)).toEqual(loses.map(() => true));
        expect(new Set(secrets.map((secret) => secret.ok && secret.value.join())).size).toBe(1);
        const marks = await Promise.all(secrets.map(async (secret) => (secret.ok ? (await sealingFor(secret.value, owner)).mark : "")));
        expect(new Set(marks).size).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  test("any file but a whole one is unreadable, and stays as it is", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 80 }),
          fc.json().map((text) => new TextEncoder().encode(text)),
        ),
        async (file) => {
          const place = new Place();
          place.file = file.slice();
          const world = new StillWorld();
          expect(await deviceSecret(place, { randomness: world, timers: world })).toMatchObject({ ok: false, fault: { kind: "unreadable" } });
          expect(place.file).toEqual(file);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("a sealed device", () => {
  const id = fc.stringMatching(/^[a-z0-9]{1,8}-[a-z0-9]{1,8}$/);
  const anyOwner = fc.record({ tenantId: id, personId: id });
  const marked = fc.stringMatching(/^[ -~]{0,20}$/).map((text) => `qz7#${text}`);

  test("holds nothing in clear of whatever is written to it, keys and values, and another owner reads nothing", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyOwner,
        anyOwner,
        fc.array(fc.record({ key: marked, value: marked }), { minLength: 1, maxLength: 3 }),
        async (mine, theirs, entries) => {
          const [profile, place] = [new Profile(), new Place()];
          const { disk, device } = await visit(profile, { wanted: "sealed", secretPlace: place, owner: mine });
          await disk.write(
            entries.flatMap((entry) => (["queue", "chunks", "meta"] as const).map((drawer) => ({ drawer, ...entry }))),
            { ...strict, expected: { name: "qz7#version", version: undefined, next: 1 } },
          );
          expect((await profile.raw()) + [...profile.kept].join()).not.toContain("qz7#");
          expect(await queueOf(disk)).toEqual([...new Set(entries.map(({ key }) => key))].sort());
          expect(device.mode).toBe("sealed");
          fc.pre(JSON.stringify(mine) !== JSON.stringify(theirs));
          for (const secretPlace of [place, new Place()])
            expect(await queueOf((await visit(profile, { wanted: "sealed", secretPlace, owner: theirs })).disk)).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  test("has another key for every secret, person and tenant, and one for the same ones however their ids are written", async () => {
    const secret = fc.uint8Array({ minLength: 32, maxLength: 32 });
    await fc.assert(
      fc.asyncProperty(secret, secret, anyOwner, anyOwner, async (first, second, mine, theirs) => {
        const shouting = { tenantId: mine.tenantId.toUpperCase(), personId: mine.personId.toUpperCase() };
        const { mark } = await sealingFor(first, mine);
        expect((await sealingFor(first, shouting)).mark).toBe(mark);
        if (first.join() !== second.join()) expect((await sealingFor(second, mine)).mark).not.toBe(mark);
        if (JSON.stringify(mine) !== JSON.stringify(theirs)) expect((await sealingFor(first, theirs)).mark).not.toBe(mark);
      }),
      { numRuns: 50 },
    );
  });

  test("loses nothing and doubles nothing, whatever the modes and refusals of the days, as long as the secret stays", async () => {
    const day = fc.record({ wanted: fc.constantFrom("sealed" as const, "memory" as const), answers: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(day, { minLength: 1, maxLength: 6 }), async (days) => {
        const [profile, place] = [new Profile(), new Place()];
        const typed: string[] = [];
        for (const { wanted, answers } of days) {
          place.refuses = answers ? undefined : { kind: "forbidden" };
          const page = await visit(profile, { wanted, secretPlace: place });
          const key = `edit-${String(typed.push("") - 1)}`;
          typed[typed.length - 1] = key;
          await page.disk.write([{ drawer: "queue", key, value: 1 }], strict);
          expect((await queueOf(page.disk)).length + page.device.waitingUnsent).toBe(typed.length);
          await page.device.tidy();
          page.close();
        }
        place.refuses = undefined;
        const last = await visit(profile, { wanted: "sealed", secretPlace: place });
        expect(await queueOf(last.disk)).toEqual(typed.sort());
        expect([last.device.waitingUnsent, last.device.lostUnsent]).toEqual([0, 0]);
      }),
      { numRuns: 30 },
    );
  });
});
