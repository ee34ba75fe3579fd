import { failingRuns, seedsFrom } from "./support/no-failing-run";

test("no edit is lost, doubled or written over anything unseen in a thousand runs that are always the same", async () => {
  expect(await failingRuns(seedsFrom(1))).toEqual([]);
}, 600_000);
