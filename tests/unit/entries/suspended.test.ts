import { wakeUp } from "../../../src/entries/shared/wake-up";
import { createGraph, graphPath, type Graph } from "../../../src/graph";
import { succeed } from "../../../src/kernel";
import { atRest } from "../store/still-world";
import { editOf, openStore, twoRisks } from "../store/setting";

/** A page in Teams whose network has just failed one change, so that it waits for its next try. */
async function open() {
  const own: { graph?: Graph } = {};
  const sent: string[] = [];
  // Whatever the store asks of the register goes through the page's own gate.
  const through = async (what: string): Promise<void> => {
    if (what.endsWith("arrives")) await own.graph?.get(graphPath`/${what}`, { scopes: ["Sites.ReadWrite.All"] });
  };
  const { store, source, world, lists } = await openStore(twoRisks, {}, through);
  const fetch = (url: string): Promise<Response> => {
    sent.push(url);
    return Promise.resolve(new Response("{}", { status: 200, headers: { "Content-Type": "application/json" } }));
  };
  const graph = createGraph({ fetch, token: () => Promise.resolve(succeed("token")), clock: world, timers: world, randomness: world });
  own.graph = graph;
  const document = Object.assign(new EventTarget(), { visibilityState: "visible" });
  const page = Object.assign(new EventTarget(), { document, location: new URL("https://tab.example/tab.html") });
  let suspend = (): Promise<void> => Promise.resolve();
  let resume = (_address: string | undefined): void => undefined;
  const host = { onSuspend: (flush: typeof suspend) => void (suspend = flush), onResume: (wake: typeof resume) => void (resume = wake) };
  wakeUp({ page: page as unknown as Window, host, graph, store, until: undefined }); // the parts of a window that it uses
  source.failNext("update", { kind: "offline" });
  await store.change([editOf(store, "1", { Likelihood: 5 })], "change");
  expect(store.status().unsent).toBe(1);
  sent.length = 0;
  const see = (state: DocumentVisibilityState): void => {
    document.visibilityState = state;
    document.dispatchEvent(new Event("visibilitychange"));
  };
  const minutesPass = async (minutes: number): Promise<void> => {
    for (let minute = 0; minute < minutes; minute += 1) await world.pass(60_000);
  };
  return { store, world, lists, sent, see, minutesPass, suspend: () => suspend(), resume: () => resume(undefined) };
}

test("an edit that waits for its next try goes from a page that is merely hidden", async () => {
  const { store, see, minutesPass } = await open();
  see("hidden");
  await minutesPass(3);
  expect(store.status().unsent).toBe(0);
});

test("nothing leaves a page that Teams has suspended, and on its return the edit goes at once", async () => {
  const { store, sent, minutesPass, suspend, resume } = await open();
  await suspend();
  await minutesPass(30);
  expect(sent).toEqual([]);
  expect(store.status().unsent).toBe(1);
  resume();
  await atRest();
  expect(sent.length).toBeGreaterThan(0);
  expect(store.status().unsent).toBe(0);
});

test("a change that somebody makes while the page falls asleep waits with the rest", async () => {
  const { store, sent, suspend, resume } = await open();
  await suspend();
  const made = store.change([editOf(store, "2", { Likelihood: 1 })], "change");
  await atRest();
  expect(sent).toEqual([]);
  resume();
  expect((await made).outcomes).toMatchObject([{ kind: "saved" }]);
});
