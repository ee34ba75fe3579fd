import type { Fault } from "../../../src/kernel";
import { editOf, openStore, twoRisks, type Setting } from "./setting";
import { atRest } from "./still-world";

/** Two changes, of which the first meets this. */
async function held(fault: Fault): Promise<Setting> {
  const setting = await openStore(twoRisks);
  setting.source.failNext("update", fault);
  await setting.store.change([editOf(setting.store, "1", { Likelihood: 4 })], "change");
  return setting;
}

const heldUpBy = ({ store }: Setting): Fault | undefined => store.status().heldUpBy;

describe("what unsent changes wait for", () => {
  it("is nothing while there are none, or while the first answer is awaited", async () => {
    const setting = await openStore(twoRisks);
    expect(heldUpBy(setting)).toBeUndefined();
    const sent = setting.store.change([editOf(setting.store, "1", { Likelihood: 4 })], "change");
    expect(setting.store.status().unsent).toBe(1);
    expect(heldUpBy(setting)).toBeUndefined();
    await sent;
    expect(heldUpBy(setting)).toBeUndefined();
  });

  it.each<Fault>([{ kind: "offline" }, { kind: "signInNeeded" }, { kind: "unavailable" }])("is the network, the sign-in or the service: %j", async (fault) => {
    const setting = await held(fault);
    expect(heldUpBy(setting)).toEqual(fault);
    await setting.store.retryUnsent();
    expect(setting.store.status()).toMatchObject({ unsent: 0 });
    expect(heldUpBy(setting)).toBeUndefined();
  });

  it("stays said while it is tried again, and is the same object until then", async () => {
    const setting = await held({ kind: "offline" });
    const status = setting.store.status();
    expect(setting.store.status()).toBe(status);
    setting.source.always = { fault: { kind: "offline" }, when: "before" };
    const seen: (Fault | undefined)[] = [];
    setting.store.subscribe(() => seen.push(heldUpBy(setting)));
    await setting.world.pass(60_000);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every((fault) => fault?.kind === "offline")).toBe(true);
  });

  it("is the moment that the service named, until it has come", async () => {
    const setting = await openStore(twoRisks);
    const fault: Fault = { kind: "throttled", retryAtMs: setting.world.nowMs() + 300_000 };
    setting.source.failNext("update", fault);
    await setting.store.change([editOf(setting.store, "1", { Likelihood: 4 })], "change");
    await setting.world.pass(299_000);
    expect(heldUpBy(setting)).toEqual(fault);
    const seen: (Fault | undefined)[] = [];
    setting.store.subscribe(() => seen.push(heldUpBy(setting)));
    await setting.world.pass(1_000);
    expect(seen).not.toContainEqual(fault);
    expect(setting.store.status().unsent).toBe(0);
  });

  it("is an order to wait that the network's own gate holds, as long as it does", async () => {
    const listeners = new Set<() => void>();
    const gate = { blockedUntilMs: 0, subscribe: (listener: () => void) => (listeners.add(listener), () => listeners.delete(listener)) };
    let arrive: () => void = () => undefined;
    const arriving = new Promise<void>((resolve) => (arrive = resolve));
    const setting = await openStore(twoRisks, { gate }, (what) => (what.startsWith("update arrives") ? arriving : Promise.resolve()));
    const sent = setting.store.change([editOf(setting.store, "1", { Likelihood: 4 })], "change");
    await atRest();
    expect(heldUpBy(setting)).toBeUndefined();
    let told = 0;
    setting.store.subscribe(() => (told += 1));
    gate.blockedUntilMs = setting.world.nowMs() + 300_000;
    for (const listener of listeners) listener();
    await atRest();
    expect(told).toBe(1);
    expect(heldUpBy(setting)).toEqual({ kind: "throttled", retryAtMs: gate.blockedUntilMs });
    expect(setting.store.status()).toBe(setting.store.status());
    gate.blockedUntilMs = 0;
    expect(heldUpBy(setting)).toBeUndefined();
    arrive();
    await sent;
    expect(setting.store.status().unsent).toBe(0);
  });

  it("of a change that never left is what stops every change", async () => {
    const setting = await held({ kind: "signInNeeded" });
    setting.source.always = { fault: { kind: "signInNeeded" }, when: "before" };
    await setting.store.change([editOf(setting.store, "2", { Likelihood: 4 })], "change");
    expect(setting.store.status()).toMatchObject({ unsent: 2, heldUpBy: { kind: "signInNeeded" } });
  });
});
