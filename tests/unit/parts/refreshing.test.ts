import { WatchedPlaces, site } from "./watched-places";

const secondMs = 1_000;
const minuteMs = 60_000;

let places: WatchedPlaces;

beforeEach(() => {
  places = new WatchedPlaces();
});

const gaps = (): readonly number[] => places.asked.slice(1).map(({ atMs }, index) => atMs - (places.asked[index]?.atMs ?? 0));
const registersAsked = (): readonly (readonly string[])[] => places.taken().map(({ registers }) => registers);

test("all that a screen shows is asked for at once, in one call, and then every 30 to 60 seconds", async () => {
  places.show("Risks", "Issues");
  places.show("Projects");
  await places.time.pass(10 * minuteMs);
  expect(places.asked.every(({ registers }) => registers.join() === "Risks,Issues,Projects")).toBe(true);
  for (const gap of gaps()) expect(gap).toBe(45_000 + places.answerAfterMs);
  expect(places.asked).toHaveLength(14);
});

test("a register that was left is asked for every four to five minutes, together with what is in sight", async () => {
  const leave = places.show("Risks");
  await places.time.pass(20 * secondMs);
  leave();
  places.show("Issues");
  await places.time.pass(20 * minuteMs);
  const withRisks = places.taken().filter(({ registers }) => registers.includes("Risks"));
  expect(withRisks.map(({ registers }) => registers.join())).toEqual(["Risks", ...withRisks.slice(1).map(() => "Risks,Issues")]);
  expect(withRisks).toHaveLength(5);
});

test("with nothing in sight what was opened before is still asked for every four to five minutes", async () => {
  const leave = places.show("Risks", "Issues");
  await places.time.pass(minuteMs / 2);
  leave();
  places.taken();
  await places.time.pass(30 * minuteMs);
  expect(registersAsked()).toEqual(Array.from({ length: 6 }, () => ["Risks", "Issues"]));
});

test("registers that were left one after the other are soon asked for together again", async () => {
  for (const register of ["Risks", "Issues", "Actions", "Costs"]) {
    places.chance = (places.chance + 77) % 256;
    const leave = places.show(register);
    await places.time.pass(20 * secondMs);
    leave();
  }
  await places.time.pass(10 * minuteMs);
  places.taken();
  await places.time.pass(30 * minuteMs);
  for (const { registers } of places.taken()) expect([...registers].sort()).toEqual(["Actions", "Costs", "Issues", "Risks"]);
});

test("a register that was read less than ten seconds ago is not asked for again by going there", async () => {
  const leave = places.show("Risks");
  await places.time.pass(5 * secondMs);
  leave();
  places.show("Risks");
  await places.time.pass(secondMs);
  expect(places.asked).toHaveLength(1);
  await places.time.pass(minuteMs);
  expect(places.asked).toHaveLength(2);
});

test("nothing is asked for while the page is hidden; what is in sight is, as soon as somebody looks", async () => {
  places.show("Risks");
  await places.time.pass(minuteMs);
  places.taken();
  places.refreshing.rest("hidden");
  await places.time.pass(60 * minuteMs);
  expect(places.asked).toEqual([]);
  places.refreshing.wake("hidden");
  await places.time.pass(1);
  expect(registersAsked()).toEqual([["Risks"]]);
});

test("a page that was hidden for a moment does not ask for what is fresh", async () => {
  places.show("Risks");
  await places.time.pass(10 * secondMs);
  places.refreshing.rest("hidden");
  await places.time.pass(5 * secondMs);
  places.refreshing.wake("hidden");
  await places.time.pass(10 * secondMs);
  expect(places.asked).toHaveLength(1);
});

test("a suspended page stays at rest while its window comes and goes, and asks when the host wakes it", async () => {
  places.show("Risks");
  await places.time.pass(secondMs);
  places.taken();
  places.refreshing.rest("suspended");
  places.refreshing.rest("hidden");
  places.refreshing.wake("hidden");
  await places.time.pass(10 * minuteMs);
  expect(places.asked).toEqual([]);
  places.refreshing.wake("suspended");
  await places.time.pass(1);
  expect(registersAsked()).toEqual([["Risks"]]);
});

test("a page that turned to another site never asks again", async () => {
  places.show("Risks");
  await places.time.pass(secondMs);
  places.refreshing.rest("left");
  places.refreshing.rest("hidden");
  places.refreshing.wake("hidden");
  places.refreshing.lookAgain();
  await places.time.pass(60 * minuteMs);
  expect(places.asked).toHaveLength(1);
});

test("while reading fails the pauses double up to five minutes; one success brings back the usual pace", async () => {
  places.failing.add("Risks");
  places.show("Risks");
  await places.time.pass(30 * minuteMs);
  expect(gaps().map((gap) => (gap - places.answerAfterMs) / secondMs)).toEqual([90, 180, 270, 270, 270, 270, 270]);
  places.failing.clear();
  places.refreshing.lookAgain();
  await places.time.pass(minuteMs);
  expect(gaps().slice(-1)).toEqual([45_000 + places.answerAfterMs]);
});

test("one register that cannot be read slows no other", async () => {
  places.failing.add("Risks");
  places.show("Risks", "Issues");
  await places.time.pass(10 * minuteMs);
  const times = (register: string): number => places.asked.filter(({ registers }) => registers.includes(register)).length;
  expect(times("Issues")).toBe(14);
  expect(times("Risks")).toBeLessThanOrEqual(5);
});

test("when the network returns what is in sight and older than 30 seconds is asked for at once", async () => {
  places.show("Risks");
  await places.time.pass(secondMs);
  places.failing.add("Risks");
  await places.time.pass(4 * minuteMs);
  places.taken();
  places.failing.clear();
  places.refreshing.lookAgain();
  await places.time.pass(1);
  expect(registersAsked()).toEqual([["Risks"]]);
  await places.time.pass(secondMs);
  places.refreshing.lookAgain();
  await places.time.pass(secondMs);
  expect(places.asked).toEqual([]);
});

test("nothing is asked for while an order to wait is running; after it whoever sees nothing yet comes first", async () => {
  places.show("Risks");
  await places.time.pass(40 * secondMs);
  places.taken();
  places.orderToWait(5 * minuteMs);
  places.show("Issues");
  await places.time.pass(5 * minuteMs - 1);
  expect(places.asked).toEqual([]);
  await places.time.pass(minuteMs);
  expect(registersAsked().slice(0, 2)).toEqual([["Issues"], ["Risks"]]);
});

test("a clock that is set back an hour does not stop the refreshing", async () => {
  places.show("Risks");
  await places.time.pass(minuteMs);
  places.taken();
  places.clockIsOffByMs = -60 * minuteMs;
  await places.time.pass(10 * minuteMs);
  expect(places.asked.length).toBeGreaterThanOrEqual(12);
});

test("a call that never comes back holds up nothing but its own registers", async () => {
  places.answerAfterMs = 60 * minuteMs;
  places.show("Risks");
  await places.time.pass(secondMs);
  places.answerAfterMs = 200;
  places.show("Issues");
  await places.time.pass(10 * minuteMs);
  expect(places.asked.filter(({ registers }) => registers.includes("Risks"))).toHaveLength(1);
  expect(places.asked.filter(({ registers }) => registers.includes("Issues")).length).toBeGreaterThan(10);
  expect(places.state({ site, register: "Issues" }).asAtMs).toBeDefined();
});
