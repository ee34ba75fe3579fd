import { breakages, prepareGround, runThatNotices, shrink, simulate } from "../../sim";

describe("the store over the demo's tenant, with every kind of fault", () => {
  it("gives the same run for the same seed, and again from what was recorded of it", async () => {
    const ground = await prepareGround();
    const first = await simulate(42, { ground, isTraced: true });
    const again = await simulate(42, { ground, isTraced: true });
    expect(again.trace).toEqual(first.trace);
    const replayed = await simulate(42, { ground, isTraced: true, schedule: first.schedule });
    expect(replayed.trace).toEqual(first.trace);
  }, 60_000);

  it.each(Object.entries(breakages))(
    "notices the breakage %s within 500 runs",
    async (_name, breakage) => {
      const ground = await prepareGround();
      expect(await runThatNotices(breakage, { ground, mostSeeds: 500 })).toBeDefined();
    },
    120_000,
  );

  it("shows a failure with little else", async () => {
    const ground = await prepareGround();
    const breakage = breakages["no If-Match"];
    const outcome = await runThatNotices(breakage, { ground, mostSeeds: 500 });
    if (outcome === undefined) throw new Error("nobody noticed");
    const small = await shrink(outcome, { ground, breakage, mostRuns: 60 });
    expect(small.violations[0]?.invariant).toBe(outcome.violations[0]?.invariant);
    expect(small.schedule.actions.length).toBeLessThan(outcome.schedule.actions.length);
  }, 120_000);
});
