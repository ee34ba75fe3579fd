/** @jest-environment jsdom */
import { fragmentLocation, memoryLocation } from "../../../src/hosts";

/** A guard that lets only one fragment pass; `asked` holds what would make each held move after all. */
function guardFor(kept: string) {
  const asked: (() => void)[] = [];
  return { asked, keeps: (fragment: string) => fragment === kept, ask: (leave: () => void) => void asked.push(leave) };
}

const standing: (() => void)[] = [];
afterEach(() => {
  for (const stop of standing.splice(0)) stop();
});

/** Until the browser has told of a move of its own. */
async function moved(move: () => void): Promise<void> {
  const told = new Promise((resolve) => window.addEventListener("hashchange", resolve, { once: true }));
  move();
  await told;
}

describe.each([
  ["in the address", () => fragmentLocation(window)],
  ["in memory", () => memoryLocation("")],
])("a guarded place, %s", (_where, open) => {
  test("a move that would lose something waits for an answer, and is made once it may", () => {
    const location = open();
    location.go("raid?open=Risks%2FR-0001");
    const guard = guardFor("raid?view=q%3Dblood&open=Risks%2FR-0001");
    standing.push(location.guard(guard));
    let told = 0;
    location.subscribe(() => (told += 1));
    location.replace("raid?view=q%3Dblood&open=Risks%2FR-0001");
    expect([location.read(), told, guard.asked.length]).toEqual(["raid?view=q%3Dblood&open=Risks%2FR-0001", 1, 0]);
    location.go("projects");
    expect([location.read(), told, guard.asked.length]).toEqual(["raid?view=q%3Dblood&open=Risks%2FR-0001", 1, 1]);
    guard.asked[0]?.();
    expect([location.read(), told]).toEqual(["projects", 2]);
  });

  test("a guard that has gone holds nothing", () => {
    const location = open();
    location.go("raid");
    const guard = guardFor("");
    location.guard(guard)();
    location.go("projects");
    expect([location.read(), guard.asked.length]).toEqual(["projects", 0]);
  });

  test("each of two guards is asked before a move is made", () => {
    const location = open();
    location.go("raid");
    const one = guardFor("");
    const other = guardFor("");
    standing.push(location.guard(one));
    standing.push(location.guard(other));
    location.go("projects");
    expect([one.asked.length, other.asked.length]).toEqual([1, 0]);
    one.asked[0]?.();
    expect([location.read(), other.asked.length]).toEqual(["raid", 1]);
    other.asked[0]?.();
    expect(location.read()).toBe("projects");
  });
});

describe("the browser's own moves", () => {
  test("Back is held: the address stays what the screen shows, and leaving goes back", async () => {
    const location = fragmentLocation(window);
    location.go("raid");
    location.go("raid?open=Risks%2FR-0001");
    const guard = guardFor("");
    standing.push(location.guard(guard));
    await moved(() => window.history.back());
    expect([location.read(), window.location.hash, guard.asked.length]).toEqual(["raid?open=Risks%2FR-0001", "#raid?open=Risks%2FR-0001", 1]);
    await moved(() => guard.asked[0]?.());
    expect([location.read(), window.location.hash]).toEqual(["raid", "#raid"]);
  });

  test("Back is asked about again after staying", async () => {
    const location = fragmentLocation(window);
    location.go("raid");
    location.go("raid?open=Risks%2FR-0001");
    const guard = guardFor("");
    standing.push(location.guard(guard));
    for (const turn of [1, 2, 3]) {
      await moved(() => window.history.back());
      expect([location.read(), guard.asked.length]).toEqual(["raid?open=Risks%2FR-0001", turn]);
    }
  });

  test("a followed link is held, and leaving follows it", async () => {
    const location = fragmentLocation(window);
    location.go("raid");
    const guard = guardFor("");
    standing.push(location.guard(guard));
    await moved(() => (window.location.hash = "projects"));
    expect([location.read(), window.location.hash, guard.asked.length]).toEqual(["raid", "#raid", 1]);
    await moved(() => guard.asked[0]?.());
    expect(location.read()).toBe("projects");
  });

  test("closing the page asks only while a guard stands", () => {
    const location = fragmentLocation(window);
    const asks = (): boolean => {
      const closing = new Event("beforeunload", { cancelable: true });
      window.dispatchEvent(closing);
      return closing.defaultPrevented;
    };
    expect(asks()).toBe(false);
    const stop = location.guard(guardFor(""));
    expect(asks()).toBe(true);
    stop();
    expect(asks()).toBe(false);
  });
});
