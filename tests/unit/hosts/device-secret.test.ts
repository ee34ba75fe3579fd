import { deviceSecret, secretFileName } from "../../../src/hosts/device/device-secret";
import { fail, succeed } from "../../../src/kernel";
import { StillWorld } from "../store/still-world";
import { Place } from "./profile";

function written(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}

const secret = btoa("x".repeat(32));

describe("the secret of a person's devices", () => {
  test("is made where there is none, as 32 random bytes in a small file that says what it is for, and stays the same from then on", async () => {
    const place = new Place();
    const world = new StillWorld();
    const first = await deviceSecret(place, { randomness: world, timers: world });
    expect(first.ok && first.value.length).toBe(32);
    expect(JSON.parse(textOf(place.file))).toEqual({
      format: 1,
      about: expect.stringContaining("Project Registers") as string,
      secret: expect.any(String) as string,
    });
    expect(await deviceSecret(place, { randomness: world, timers: world })).toEqual(first);
    expect(world.timersWaiting).toBe(0);
  });

  test("two devices that make it at once end with the one that stood first", async () => {
    const place = new Place();
    const [one, other] = [new StillWorld(1), new StillWorld(2)];
    const secrets = await Promise.all([one, other].map((world) => deviceSecret(place, { randomness: world, timers: world })));
    expect(secrets[0]).toEqual(secrets[1]);
  });

  test.each([
    ["empty", ""],
    ["not JSON", "{"],
    ["of another format", JSON.stringify({ format: 2, secret })],
    ["without a format", JSON.stringify({ secret })],
    ["without a secret", JSON.stringify({ format: 1 })],
    ["too short", JSON.stringify({ format: 1, secret: btoa("x".repeat(31)) })],
    ["too long", JSON.stringify({ format: 1, secret: btoa("x".repeat(33)) })],
    ["with a gap in its secret", JSON.stringify({ format: 1, secret: ` ${secret.slice(1)}` })],
    ["a list", JSON.stringify([{ format: 1, secret }])],
  ])("a file that is %s is named, and never written over", async (_what, text) => {
    const place = new Place();
    place.file = written(text);
    const world = new StillWorld();
    expect(await deviceSecret(place, { randomness: world, timers: world })).toMatchObject({ ok: false, fault: { kind: "unreadable", where: secretFileName } });
    expect(textOf(place.file)).toBe(text);
  });

  test("a file that the person's editor has saved again is read all the same", async () => {
    const place = new Place();
    place.file = written(`\ufeff{ "secret": "${secret}",\r\n "format": 1 }\r\n`);
    const world = new StillWorld();
    expect(await deviceSecret(place, { randomness: world, timers: world })).toEqual(succeed(written("x".repeat(32))));
  });

  test("a place that refuses is answered with what it says", async () => {
    const world = new StillWorld();
    for (const kind of ["forbidden", "notFound", "signInNeeded", "offline"] as const) {
      const place = new Place();
      place.refuses = { kind };
      expect(await deviceSecret(place, { randomness: world, timers: world })).toEqual(fail({ kind }));
    }
  });

  test("a person without OneDrive has no file, and none can be made", async () => {
    const world = new StillWorld();
    const place = { read: () => Promise.resolve(succeed(undefined)), createOnce: () => Promise.resolve(fail({ kind: "notFound" } as const)) };
    expect(await deviceSecret(place, { randomness: world, timers: world })).toEqual(fail({ kind: "notFound" }));
  });

  test.each(["offline", "unavailable"] as const)("an answer to the making that got lost (%s) is settled by reading", async (kind) => {
    const world = new StillWorld();
    const place = new Place();
    const lost = {
      read: () => place.read(),
      createOnce: async (bytes: Uint8Array) => {
        await place.createOnce(bytes);
        return fail({ kind });
      },
    };
    expect(await deviceSecret(lost, { randomness: world, timers: world })).toMatchObject({ ok: true });
    const never = { read: () => place.read(), createOnce: () => Promise.resolve(fail({ kind })) };
    place.file = undefined;
    expect(await deviceSecret(never, { randomness: world, timers: world })).toEqual(fail({ kind }));
  });

  test("what was made and cannot be read is not used", async () => {
    const world = new StillWorld();
    const place = { read: () => Promise.resolve(succeed(undefined)), createOnce: () => Promise.resolve(succeed(undefined)) };
    expect(await deviceSecret(place, { randomness: world, timers: world })).toEqual(fail({ kind: "unavailable" }));
  });

  test("a place that stays silent is not waited for longer than ten seconds, and is told so", async () => {
    const world = new StillWorld();
    let stopped: AbortSignal | undefined;
    let answerLate: () => void = () => undefined;
    const made: Uint8Array[] = [];
    const place = {
      read: async (signal?: AbortSignal) => {
        stopped = signal;
        await new Promise<void>((resolve) => (answerLate = resolve));
        return succeed(undefined);
      },
      createOnce: (bytes: Uint8Array) => {
        made.push(bytes);
        return Promise.resolve(succeed(undefined));
      },
    };
    const answer = deviceSecret(place, { randomness: world, timers: world });
    await world.pass(10_000);
    expect(await answer).toEqual(fail({ kind: "offline" }));
    expect(stopped?.aborted).toBe(true);
    answerLate();
    await world.pass(0);
    expect(made).toEqual([]);
  });
});
