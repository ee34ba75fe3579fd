import { pagesOf, type PagesPage } from "../../../src/hosts";
import { holdForever, whileUnused } from "../../../src/hosts/device/page-locks";
import { owner } from "../../contract/support/disks";
import { atRest, StillWorld } from "../store/still-world";
import { originChannels } from "./channels";
import { ProfileLocks } from "./profile";

function origin() {
  const locks = new ProfileLocks();
  const { names, Channel } = originChannels();
  let seed = 0;
  const open = (whose = owner) => {
    const page: { navigator: NonNullable<PagesPage["navigator"]>; BroadcastChannel: typeof BroadcastChannel } = { navigator: {}, BroadcastChannel: Channel };
    page.navigator = { locks: locks.managerFor(page) };
    return { pages: pagesOf(page, new StillWorld((seed += 1)), whose), close: () => locks.die(page), page };
  };
  return { open, names, locks };
}

describe("the pages of one person", () => {
  test("know who is alive, themselves among them, and no longer who is gone", async () => {
    const { open } = origin();
    const [one, other] = [open(), open()];
    expect(await one.pages.alive()).toEqual(new Set([one.pages.own, other.pages.own]));
    other.close();
    expect(await one.pages.alive()).toEqual(new Set([one.pages.own]));
    expect(open().pages.own).not.toBe(other.pages.own);
  });

  test("tell each other that there is something to read, until somebody stops listening", async () => {
    const { open } = origin();
    const [one, other] = [open(), open()];
    const heard: string[] = [];
    one.pages.onTold(() => heard.push("one"));
    const stop = other.pages.onTold(() => heard.push("other"));
    one.pages.tell();
    await atRest();
    expect(heard).toEqual(["other"]);
    stop();
    one.pages.tell();
    await atRest();
    expect(heard).toEqual(["other"]);
  });

  test("neither see nor hear those of another person or tenant, and name nobody", async () => {
    const { open, names, locks } = origin();
    const mine = open();
    const others = [open({ ...owner, personId: "b" }), open({ ...owner, tenantId: "b" })];
    const heard: string[] = [];
    for (const { pages } of others) pages.onTold(() => heard.push("told"));
    mine.pages.tell();
    await atRest();
    expect(heard).toEqual([]);
    expect(await mine.pages.alive()).toEqual(new Set([mine.pages.own]));
    const held = (await locks.managerFor({}).query()).held?.map(({ name }) => name ?? "") ?? [];
    const said = [...names, ...held].join(" ");
    expect(said.includes(owner.personId) || said.includes(owner.tenantId)).toBe(false);
  });

  test("cannot tell who lives where there are no locks, and need no channel", async () => {
    const refused = () => Promise.reject(new DOMException("an opaque origin", "SecurityError"));
    const Closed = function (): never {
      throw new DOMException("an opaque origin", "SecurityError");
    };
    const closed = { navigator: { locks: { request: refused, query: refused } }, BroadcastChannel: Closed as unknown as typeof BroadcastChannel };
    for (const page of [{}, { navigator: {} }, closed]) {
      const pages = pagesOf(page, new StillWorld(), owner);
      pages.tell();
      pages.onTold(() => undefined)();
      expect(await pages.alive()).toBeUndefined();
    }
  });
});

describe("work that needs a name for itself", () => {
  test("is done while nobody holds it, and those who come meanwhile wait", async () => {
    const locks = new ProfileLocks();
    const [one, other] = [{ navigator: { locks: locks.managerFor({}) } }, { navigator: { locks: locks.managerFor({}) } }];
    let finish: () => void = () => undefined;
    const order: string[] = [];
    const working = whileUnused(one, "a", async (use) => {
      await new Promise<void>((resolve) => (finish = resolve));
      order.push(use);
      return "done";
    });
    const held = holdForever(other, "a", "shared").then(() => order.push("held"));
    await atRest();
    finish();
    expect(await working).toBe("done");
    await held;
    expect(order).toEqual(["unused", "held"]);
    expect(await whileUnused(one, "a", () => Promise.resolve("done"))).toBeUndefined();
    expect(await whileUnused(one, "b", () => Promise.resolve("done"))).toBe("done");
  });

  test("is done where the platform has no locks or refuses them, and knows it; a bug in it comes through", async () => {
    const refused = () => Promise.reject(new DOMException("an opaque origin", "SecurityError"));
    for (const page of [{}, { navigator: { locks: { request: refused, query: refused } } }]) {
      await holdForever(page, "a", "shared");
      expect(await whileUnused(page, "a", (use) => Promise.resolve(use))).toBe("unknown");
    }
    const page = { navigator: { locks: new ProfileLocks().managerFor({}) } };
    await expect(whileUnused(page, "a", () => Promise.reject(new RangeError("a bug")))).rejects.toThrow(RangeError);
  });
});
