import { execFileSync } from "node:child_process";
import { breakages, failureLine, prepareGround, runThatNotices, shrink, simulate, simulateMany, whatIsMissing } from "../../sim";

/** Seeds that follow from the commit, so that each one is tried on other runs than the one before. */
function seedsOfCommit(count: number): readonly number[] {
  const first = 1_000_000 + (Number.parseInt(commit().slice(0, 7), 16) % 900_000_000);
  return Array.from({ length: count }, (_, index) => first + index);
}

/** A copy without its history has no commit; then these seeds are always the same. */
function commit(): string {
  try {
    return execFileSync("git", ["rev-parse", "HEAD"], { cwd: __dirname, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return "0000000";
  }
}

const fixed = Array.from({ length: 1_000 }, (_, index) => index + 1);

describe("the store over the demo's tenant, with every kind of fault", () => {
  it("keeps what it promised in 1,000 fixed runs and 1,000 of this commit (I1-I10)", async () => {
    const failures: string[] = [];
    const ground = await prepareGround();
    const summary = await simulateMany({ ground, seeds: [...fixed, ...seedsOfCommit(1_000)], failed: (outcome) => failures.push(failureLine(outcome)) });
    expect(failures).toEqual([]);
    expect(whatIsMissing(summary)).toEqual([]);
  }, 300_000);

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
