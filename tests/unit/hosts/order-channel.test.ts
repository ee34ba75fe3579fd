import { orderChannel } from "../../../src/hosts";
import { owner } from "../../contract/support/disks";
import { atRest } from "../store/still-world";
import { originChannels } from "./channels";

function origin() {
  const channels = originChannels();
  let nowMs = 0;
  const performance = { now: () => nowMs };
  /** A page that believes what it hears up to a minute. */
  const open = (whose = owner, believesMs = 60_000) => {
    const heard: number[] = [];
    const orders = orderChannel({ BroadcastChannel: channels.Channel, performance }, whose);
    orders.onHeard((leftMs) => {
      heard.push(leftMs);
      return leftMs <= believesMs;
    });
    return { ...orders, heard };
  };
  return { open, channels, pass: (durationMs: number) => (nowMs += durationMs) };
}

describe("orders to wait between the pages of a person", () => {
  test("reach every other page, and are not passed on", async () => {
    const { open } = origin();
    const [one, other, third] = [open(), open(), open()];
    await atRest();
    one.tell(41_000);
    await atRest();
    expect([one.heard, other.heard, third.heard]).toEqual([[], [41_000], [41_000]]);
  });

  test("are told to a page that opens as what is left of the longest, also by one that only heard of them", async () => {
    const { open, pass } = origin();
    const [one] = [open(), open()];
    one.tell(40_000);
    one.tell(10_000);
    await atRest();
    pass(15_000);
    const late = open();
    await atRest();
    expect(late.heard).toEqual([25_000]);
    pass(25_000);
    const later = open();
    await atRest();
    expect(later.heard).toEqual([]);
  });

  test("are news only where they end later than what a page knows, and end in whole milliseconds", async () => {
    const { open, channels } = origin();
    const page = open();
    await atRest();
    for (const leftMs of [20_000.2, 10_000, 20_000.2, 30_000]) for (const name of channels.names) channels.say(name, { leftMs });
    await atRest();
    expect(page.heard).toEqual([20_001, 30_000]);
  });

  test("that were not believed are told to nobody", async () => {
    const { open, channels } = origin();
    open();
    for (const name of channels.names) channels.say(name, { leftMs: 86_400_000 });
    await atRest();
    const late = open();
    await atRest();
    expect(late.heard).toEqual([]);
  });

  test.each([null, undefined, 41_000, "41000", [41_000], {}, { leftMs: "41000" }, { leftMs: -1 }, { leftMs: 0 }, { leftMs: Number.NaN }, { leftMs: Infinity }])(
    "mean nothing when they come as %j",
    async (word) => {
      const { open, channels } = origin();
      const page = open();
      for (const name of channels.names) channels.say(name, word);
      await atRest();
      expect(page.heard).toEqual([]);
    },
  );

  test("stay with the person and the tenant, and the channel's name tells neither", async () => {
    const { open, channels } = origin();
    const mine = open();
    const others = [open({ ...owner, personId: "b" }), open({ ...owner, tenantId: "b" })];
    mine.tell(41_000);
    await atRest();
    expect(others.map(({ heard }) => heard)).toEqual([[], []]);
    expect([...channels.names].join(" ")).not.toMatch(new RegExp(`${owner.personId}|${owner.tenantId}`));
  });

  test("stay in their page where there is no channel", () => {
    const Closed = function (): never {
      throw new DOMException("an opaque origin", "SecurityError");
    } as unknown as typeof BroadcastChannel; // closed to a page of an opaque origin
    for (const page of [{ performance }, { performance, BroadcastChannel: Closed }]) {
      const orders = orderChannel(page, owner);
      orders.onHeard(() => true);
      expect(() => orders.tell(41_000)).not.toThrow();
    }
  });
});
