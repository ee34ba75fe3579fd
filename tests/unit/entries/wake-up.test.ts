/** @jest-environment jsdom */
import { wakeUp } from "../../../src/entries/shared/wake-up";
import type { Host } from "../../../src/hosts";
import type { RefreshingService } from "../../../src/parts";
import type { StoreStatus } from "../../../src/store";
import { openNorthmere, placeOf } from "../parts/services";

interface Opened {
  readonly refreshing: RefreshingService;
  /** "read Risks", "send", and from when to when nothing may leave: in order. */
  readonly done: string[];
  readonly leave: AbortController;
  readonly suspend: () => Promise<void>;
  readonly resume: (address?: string) => void;
}

let visibility: DocumentVisibilityState = "visible";

beforeEach(() => {
  jest.useFakeTimers({ now: Date.UTC(2026, 10, 24, 9) });
  visibility = "visible";
  Object.defineProperty(document, "visibilityState", { get: () => visibility, configurable: true });
});

afterEach(() => {
  jest.useRealTimers();
});

async function open(unkept: number, send: () => Promise<void> = () => Promise.resolve()): Promise<Opened> {
  jest.useRealTimers();
  const { services } = await openNorthmere({});
  jest.useFakeTimers({ now: Date.UTC(2026, 10, 24, 9) });
  const done: string[] = [];
  const asAtMs = new Map<string, number>();
  const status: StoreStatus = { ...services.store.status(), unkept, unsent: unkept };
  let suspend: () => Promise<void> = () => Promise.resolve();
  let resume: (address: string | undefined) => void = () => undefined;
  const host: Pick<Host, "onSuspend" | "onResume"> = {
    onSuspend: (flush) => {
      suspend = flush;
    },
    onResume: (wake) => {
      resume = wake;
    },
  };
  const leave = new AbortController();
  const refreshing = wakeUp({
    page: window,
    host,
    graph: { gate: { blockedUntilMs: 0 }, rest: () => void done.push("rest"), wake: () => void done.push("wake") },
    store: {
      placeState: (place) => {
        const at = asAtMs.get(place.register);
        return { place, pulling: false, ...(at === undefined ? {} : { asAtMs: at }) };
      },
      refresh: (places) => {
        for (const { register } of places) asAtMs.set(register, Date.now());
        done.push(`read ${places.map(({ register }) => register).join(" ")}`);
        return Promise.resolve(places.map((place) => ({ place, pulling: false })));
      },
      status: () => status,
      retryUnsent: () => {
        done.push("send");
        return send();
      },
    },
    until: leave.signal,
  });
  return { refreshing, done, leave, suspend: () => suspend(), resume: (address) => resume(address) };
}

function see(next: DocumentVisibilityState): void {
  visibility = next;
  document.dispatchEvent(new Event("visibilitychange"));
}

const pass = (durationMs: number): Promise<void> => jest.advanceTimersByTimeAsync(durationMs);

test("nothing is read while the page is hidden, and what is in sight at once when it is seen again", async () => {
  const { refreshing, done } = await open(0);
  refreshing.show([placeOf("Risks")]);
  await pass(61_000);
  expect(done.length).toBeGreaterThan(1);
  see("hidden");
  done.length = 0;
  await pass(3_600_000);
  expect(done).toEqual([]);
  see("visible");
  await pass(0);
  expect(done).toEqual(["read Risks"]);
});

test("a page that is opened out of sight reads nothing before somebody looks", async () => {
  visibility = "hidden";
  const { refreshing, done } = await open(0);
  refreshing.show([placeOf("Risks")]);
  await pass(600_000);
  expect(done).toEqual([]);
  see("visible");
  await pass(0);
  expect(done).toEqual(["read Risks"]);
});

test("with everything on the device the host hears at once that it may suspend; waking reads again", async () => {
  const { refreshing, done, suspend, resume } = await open(0);
  refreshing.show([placeOf("Risks")]);
  await pass(1_000);
  done.length = 0;
  await suspend();
  await pass(1_800_000);
  expect(done).toEqual(["rest"]);
  resume();
  await pass(0);
  expect(done).toEqual(["rest", "wake", "send", "read Risks"]);
});

test("a page that is woken while it still sends what only it holds does not fall asleep afterwards", async () => {
  const { suspend, resume, done } = await open(1, () => new Promise(() => undefined));
  const asleep = suspend();
  await pass(5_000);
  resume();
  await pass(20_000);
  await asleep;
  expect(done).toEqual(["send", "wake", "send"]);
});

test("what only this page holds is sent before the host suspends it, for twenty seconds at most", async () => {
  const { suspend, done } = await open(1, () => new Promise(() => undefined));
  let isReady = false;
  void suspend().then(() => {
    isReady = true;
  });
  await pass(19_000);
  expect(done).toEqual(["send"]);
  expect(isReady).toBe(false);
  await pass(1_000);
  expect(isReady).toBe(true);
  expect(done).toEqual(["send", "rest"]);
});

test("what only this page holds is sent when the page is hidden, as it may be about to close", async () => {
  const { done } = await open(1);
  see("hidden");
  await pass(0);
  expect(done).toEqual(["send"]);
});

test("when the network returns what waits is sent, and what is in sight read if it is older than 30 seconds", async () => {
  const { refreshing, done } = await open(0);
  refreshing.show([placeOf("Risks")]);
  await pass(10_000);
  window.dispatchEvent(new Event("online"));
  await pass(0);
  expect(done).toEqual(["read Risks", "send"]);
});

test("a page that has turned to another site reads and sends nothing of the old one", async () => {
  const { refreshing, done, leave } = await open(1);
  refreshing.show([placeOf("Risks")]);
  await pass(1_000);
  leave.abort();
  done.length = 0;
  see("hidden");
  see("visible");
  window.dispatchEvent(new Event("online"));
  await pass(3_600_000);
  expect(done).toEqual([]);
});
