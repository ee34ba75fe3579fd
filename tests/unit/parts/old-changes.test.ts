import { changesAfterMs, oldChanges, stopAfterMs, warnAfterMs } from "../../../src/parts/saving/old-changes";
import type { StoreStatus } from "../../../src/store";

const madeAtMs = Date.UTC(2026, 10, 24, 9);

const status: StoreStatus = {
  unsent: 1,
  unkept: 0,
  needsDecision: 0,
  device: { keeps: "changes", fault: undefined, lost: 0, unreadable: 0, elsewhere: 0 },
  oldestUnsentAtMs: madeAtMs,
};

test("nothing is old while nothing waits", () => {
  const { oldestUnsentAtMs: _none, ...fresh } = status;
  expect(oldChanges(fresh, madeAtMs + stopAfterMs)).toBeUndefined();
  expect(changesAfterMs(fresh, madeAtMs)).toBeUndefined();
});

test("a change is old after an hour, and stops new ones after 72", () => {
  expect(oldChanges(status, madeAtMs + warnAfterMs - 1)).toBeUndefined();
  expect(oldChanges(status, madeAtMs + warnAfterMs)).toEqual({ sinceMs: madeAtMs, isStopped: false });
  expect(oldChanges(status, madeAtMs + stopAfterMs - 1)).toEqual({ sinceMs: madeAtMs, isStopped: false });
  expect(oldChanges(status, madeAtMs + stopAfterMs)).toEqual({ sinceMs: madeAtMs, isStopped: true });
});

test("a clock that was set back makes nothing old", () => {
  expect(oldChanges(status, madeAtMs - stopAfterMs)).toBeUndefined();
});

test("the clock is looked at again when the next limit is reached, and never after the last", () => {
  expect(changesAfterMs(status, madeAtMs)).toBe(warnAfterMs);
  expect(changesAfterMs(status, madeAtMs + warnAfterMs)).toBe(stopAfterMs - warnAfterMs);
  expect(changesAfterMs(status, madeAtMs + stopAfterMs)).toBeUndefined();
});
