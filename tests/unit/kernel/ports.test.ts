import { today, wait, type Timers } from "../../../src/kernel";
import { StillWorld } from "../store/still-world";

describe("waiting", () => {
  test("it ends when its timer does", async () => {
    const world = new StillWorld();
    let isOver = false;
    void wait(world, 500).then(() => (isOver = true));
    await world.pass(499);
    expect(isOver).toBe(false);
    await world.pass(1);
    expect(isOver).toBe(true);
  });

  test("it ends early, without an error and without a timer left, when it is stopped", async () => {
    const world = new StillWorld();
    const stop = new AbortController();
    const waiting = wait(world, 60_000, stop.signal);
    stop.abort();
    await expect(waiting).resolves.toBeUndefined();
    expect(world.timersWaiting).toBe(0);
  });

  test("what was stopped before does not wait at all", async () => {
    const world = new StillWorld();
    await expect(wait(world, 60_000, AbortSignal.abort())).resolves.toBeUndefined();
    expect(world.timersWaiting).toBe(0);
  });

  test("a timer that ends at once, and stops the signal on the way, leaves nobody listening", async () => {
    const stop = new AbortController();
    const atOnce: Timers = {
      after: (_delayMs, callBack) => {
        stop.abort();
        callBack();
        return () => undefined;
      },
    };
    await expect(wait(atOnce, 5, stop.signal)).resolves.toBeUndefined();
  });
});

test("today is the day in London at the clock's moment", () => {
  expect(today({ nowMs: () => Date.UTC(2026, 6, 1, 23, 30) })).toBe("2026-07-02");
});
