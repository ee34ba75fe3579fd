import { backoffMs, isOver, needsPerson, pauseAfter } from "../../../src/store/pause";
import { StillWorld } from "./still-world";

describe("pause", () => {
  it("grows from 1 second to 2 minutes and never beyond", () => {
    const leastJitter = { bytes: (count: number) => new Uint8Array(count) };
    expect([1, 2, 3, 7, 8, 50].map((attempts) => backoffMs(attempts, leastJitter))).toEqual([1_000, 2_000, 4_000, 64_000, 120_000, 120_000]);
    const mostJitter = { bytes: (count: number) => new Uint8Array(count).fill(255) };
    expect(backoffMs(1, mostJitter)).toBe(1_000);
    expect(backoffMs(8, mostJitter)).toBeGreaterThanOrEqual(60_000);
  });

  it("keeps to the moment that the service named, however far away", () => {
    const world = new StillWorld();
    const nowMs = world.nowMs();
    const fault = { kind: "throttled", retryAtMs: nowMs + 900_000 } as const;
    const pause = pauseAfter(fault, 1, { nowMs, randomness: world });
    expect(pause).toEqual({ fault, fromMs: nowMs, untilMs: nowMs + 900_000, isOrdered: true });
    expect(isOver(pause, nowMs + 899_999)).toBe(false);
    expect(isOver(pause, nowMs + 900_000)).toBe(true);
  });

  it("asks a person at once about a refusal, and after five tries about answers that nothing can read", () => {
    expect(needsPerson({ kind: "forbidden" }, 0)).toBe(true);
    expect(needsPerson({ kind: "unavailable" }, 99)).toBe(false);
    const gibberish = { kind: "unreadable", where: "graph", says: "a page instead of JSON" } as const;
    expect(needsPerson(gibberish, 3)).toBe(false);
    expect(needsPerson(gibberish, 4)).toBe(true);
  });
});
