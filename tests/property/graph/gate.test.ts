import fc from "fast-check";
import { createGate } from "../../../src/graph/gate";
import { orderChannel } from "../../../src/hosts";
import type { Clock } from "../../../src/kernel";
import { owner } from "../../contract/support/disks";
import { Scheduler } from "../../sim/scheduler";
import { originChannels, type OriginChannels } from "../../unit/hosts/channels";

interface Page {
  readonly shut: (delayMs: number) => void;
  readonly send: () => void;
  clockAheadMs: number;
  /** Orders that have reached this page: when they end, and from when on they are known here. */
  readonly known: { readonly fromMs: number; readonly untilMs: number }[];
}

/** Pages of one device in a time of their own. Messages take `travelMs`. */
class Device {
  readonly scheduler = new Scheduler({ isTraced: false });
  readonly pages: Page[] = [];
  readonly broken: string[] = [];
  /** How long each request waited. */
  readonly waitedMs: number[] = [];
  readonly channels: OriginChannels;
  readonly #gates = new Map<Page, ReturnType<typeof createGate>>();

  constructor(readonly travelMs: number) {
    this.channels = originChannels((arrive) => void this.scheduler.after(travelMs, arrive));
  }

  open(): Page {
    const { scheduler, channels } = this;
    const clock: Clock = { nowMs: () => scheduler.nowMs() + page.clockAheadMs };
    const orders = orderChannel({ BroadcastChannel: channels.Channel, performance: { now: () => scheduler.nowMs() } }, owner);
    const page: Page = { shut: (delayMs) => this.#order(page, delayMs), send: () => void this.#send(page), clockAheadMs: 0, known: [] };
    const gate = createGate(clock, scheduler, Promise.resolve(orders));
    this.#gates.set(page, gate);
    this.pages.push(page);
    // It asks, and is answered by those who know: two messages.
    scheduler.after(this.travelMs, () => {
      const running = this.pages.flatMap(({ known }) => known).filter(({ untilMs, fromMs }) => fromMs < scheduler.nowMs() && untilMs > scheduler.nowMs());
      scheduler.after(this.travelMs, () => page.known.push(...running.map(({ untilMs }) => ({ fromMs: scheduler.nowMs(), untilMs }))));
    });
    return page;
  }

  #order(page: Page, delayMs: number): void {
    const { scheduler, pages, travelMs } = this;
    const untilMs = scheduler.nowMs() + delayMs;
    this.#gates.get(page)?.shut(delayMs);
    page.known.push({ fromMs: scheduler.nowMs() - 1, untilMs });
    for (const other of pages) if (other !== page) scheduler.after(travelMs, () => other.known.push({ fromMs: scheduler.nowMs(), untilMs }));
  }

  async #send(page: Page): Promise<void> {
    const askedMs = this.scheduler.nowMs();
    const pass = await this.#gates.get(page)?.enter(undefined);
    const nowMs = this.scheduler.nowMs();
    this.waitedMs.push(nowMs - askedMs);
    // At the very moment in which news arrives, either may come first.
    for (const { fromMs, untilMs } of page.known) if (fromMs < nowMs && nowMs < untilMs) this.broken.push(`${String(untilMs - nowMs)} ms too early`);
    this.scheduler.after(20, () => pass?.leave());
  }
}

const which = fc.nat(3);
const deed = fc.oneof(
  fc.record({ does: fc.constant("is ordered" as const), which, ms: fc.integer({ min: 1, max: 90_000 }) }),
  fc.record({ does: fc.constant("sends" as const), which, ms: fc.constant(0) }),
  fc.record({ does: fc.constant("opens" as const), which, ms: fc.constant(0) }),
  fc.record({ does: fc.constant("clock jumps" as const), which, ms: fc.integer({ min: -7_200_000, max: 7_200_000 }) }),
  fc.record({ does: fc.constant("time passes" as const), which, ms: fc.integer({ min: 1, max: 60_000 }) }),
);

describe("the gates of a device", () => {
  it("let no page send while an order runs that has reached it, whoever was given it and whatever the clocks say", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2_000 }), fc.array(deed, { minLength: 5, maxLength: 40 }), async (travelMs, deeds) => {
        const device = new Device(travelMs);
        const first = device.open();
        for (const { does, which: at, ms } of deeds) {
          const page = device.pages[at % device.pages.length] ?? first;
          if (does === "is ordered") page.shut(ms);
          else if (does === "sends") page.send();
          else if (does === "opens") device.open();
          else if (does === "clock jumps") page.clockAheadMs += ms;
          else await device.scheduler.pass(ms);
          await device.scheduler.pass(0);
        }
        for (const page of device.pages) page.send();
        await device.scheduler.pass(3_600_000);
        expect(device.broken).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("open within twenty minutes, whatever anything else of the origin says for how long", async () => {
    const word = fc.oneof(
      fc.record({ leftMs: fc.oneof(fc.integer({ min: 1, max: 700_000 }), fc.double()) }),
      fc.constant({ says: "which orders run?" }),
      fc.anything({ withBigInt: true }),
    );
    const said = fc.array(fc.tuple(fc.integer({ min: 5_000, max: 400_000 }), word), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(said, async (words) => {
        const device = new Device(1);
        const page = device.open();
        const endMs = device.scheduler.nowMs() + 7_200_000;
        for (let round = 0; device.scheduler.nowMs() < endMs; round += 1) {
          const [pauseMs, data] = words[round % words.length] ?? [1_000, null];
          for (const name of device.channels.names) device.channels.say(name, data);
          page.send();
          await device.scheduler.pass(pauseMs);
        }
        await device.scheduler.pass(1_800_000);
        expect(Math.max(...device.waitedMs)).toBeLessThanOrEqual(1_200_000);
      }),
      { numRuns: 60 },
    );
  });
});
