import fc from "fast-check";
import { WatchedPlaces, type Asked } from "../../unit/parts/watched-places";

const secondMs = 1_000;
const registers = ["Risks", "Issues", "Actions", "Projects", "Costs"] as const;

type Event =
  | { readonly kind: "go to"; readonly registers: readonly string[] }
  | { readonly kind: "hide" | "look" | "suspend" | "resume" | "network" | "nothing" }
  | { readonly kind: "order"; readonly delayMs: number }
  | { readonly kind: "fail" | "mend"; readonly register: string }
  | { readonly kind: "slow"; readonly answerAfterMs: number }
  | { readonly kind: "chance"; readonly byte: number };

const register = fc.constantFrom(...registers);
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ kind: fc.constant("go to" as const), registers: fc.subarray([...registers]) }),
  fc.record({ kind: fc.constantFrom("hide" as const, "look" as const, "suspend" as const, "resume" as const, "network" as const, "nothing" as const) }),
  fc.record({ kind: fc.constant("order" as const), delayMs: fc.integer({ min: 1, max: 400_000 }) }),
  fc.record({ kind: fc.constantFrom("fail" as const, "mend" as const), register }),
  fc.record({ kind: fc.constant("slow" as const), answerAfterMs: fc.integer({ min: 0, max: 100_000 }) }),
  fc.record({ kind: fc.constant("chance" as const), byte: fc.nat({ max: 255 }) }),
);
const day = fc.array(fc.tuple(event, fc.integer({ min: 0, max: 400_000 })), { minLength: 1, maxLength: 25 });

/** A person's hours with the page: what it showed, when it rested, and everything that it asked for. */
class Watched extends WatchedPlaces {
  readonly resting = new Set<string>();
  shown: readonly string[] = [];
  #leave: () => void = () => undefined;

  act(next: Event): void {
    switch (next.kind) {
      case "go to":
        this.#leave();
        this.shown = next.registers;
        this.#leave = this.show(...next.registers);
        return;
      case "hide":
        this.resting.add("hidden");
        {
          this.refreshing.rest("hidden");
          return;
        }
      case "look":
        this.resting.delete("hidden");
        {
          this.refreshing.wake("hidden");
          return;
        }
      case "suspend":
        this.resting.add("suspended");
        {
          this.refreshing.rest("suspended");
          return;
        }
      case "resume":
        this.resting.delete("suspended");
        {
          this.refreshing.wake("suspended");
          return;
        }
      case "network": {
        this.refreshing.lookAgain();
        return;
      }
      case "order": {
        this.orderToWait(next.delayMs);
        return;
      }
      case "fail":
        this.failing.add(next.register);
        return;
      case "mend":
        this.failing.delete(next.register);
        return;
      case "slow":
        this.answerAfterMs = next.answerAfterMs;
        return;
      case "chance":
        this.chance = next.byte;
        return;
      case "nothing":
        return;
    }
  }
}

async function live(places: Watched, events: readonly (readonly [Event, number])[], between: () => void = () => undefined): Promise<void> {
  for (const [next, durationMs] of events) {
    places.act(next);
    for (let leftMs = durationMs; leftMs > 0; leftMs -= secondMs) {
      await places.time.pass(Math.min(leftMs, secondMs));
      between();
    }
  }
}

test("nothing is asked for twice at a time, while the page rests, or during an order to wait", async () => {
  await fc.assert(
    fc.asyncProperty(day, async (events) => {
      const places = new Watched();
      const wrong: Asked[] = [];
      places.onAsked = (asked) => {
        const isTwice = asked.registers.some((name) => places.underWay.has(name));
        if (isTwice || places.resting.size > 0 || places.gate.blockedUntilMs > 0) wrong.push(asked);
      };
      await live(places, events);
      expect(wrong).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test("what stays in sight of somebody is never older than a minute, or five while reading fails, answers and orders aside", async () => {
  await fc.assert(
    fc.asyncProperty(day, async (events) => {
      const places = new Watched();
      const waitingSinceMs = new Map<string, number>();
      const hasFailed = new Set<string>();
      const tooOld: string[] = [];
      places.onAsked = ({ registers: names }) => names.forEach((name) => waitingSinceMs.delete(name));
      const look = (): void => {
        for (const name of registers) {
          if (places.failing.has(name)) hasFailed.add(name);
          const isWaiting = places.shown.includes(name) && places.resting.size === 0 && places.gate.blockedUntilMs === 0 && !places.underWay.has(name);
          if (!isWaiting) waitingSinceMs.delete(name);
          else if (!waitingSinceMs.has(name)) waitingSinceMs.set(name, places.time.nowMs());
          const waitedMs = places.time.nowMs() - (waitingSinceMs.get(name) ?? places.time.nowMs());
          if (waitedMs > (hasFailed.has(name) ? 300 : 60) * secondMs + secondMs) tooOld.push(name);
        }
      };
      await live(places, events, look);
      expect(tooOld).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test("a register that can be read is not asked for more often than every 10 seconds, and every 30 while one screen shows it", async () => {
  const goings = fc.array(
    fc.tuple(
      event.filter(({ kind }) => kind !== "fail" && kind !== "resume"),
      fc.integer({ min: 0, max: 100_000 }),
    ),
    {
      minLength: 1,
      maxLength: 25,
    },
  );
  await fc.assert(
    fc.asyncProperty(goings, async (events) => {
      const places = new Watched();
      await live(places, events);
      for (const name of registers) {
        const moments = places.asked.filter(({ registers: names }) => names.includes(name)).map(({ atMs }) => atMs);
        moments.slice(1).forEach((atMs, index) => expect(atMs - (moments[index] ?? 0)).toBeGreaterThanOrEqual(10 * secondMs));
      }
    }),
    { numRuns: 60 },
  );
  const still = new Watched();
  still.act({ kind: "go to", registers });
  for (let byte = 0; byte < 256; byte += 5) {
    still.chance = byte;
    await still.time.pass(61 * secondMs);
  }
  still.asked.slice(1).forEach(({ atMs }, index) => expect(atMs - (still.asked[index]?.atMs ?? 0)).toBeGreaterThanOrEqual(30 * secondMs));
});
