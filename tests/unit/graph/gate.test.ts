import { createGate, type GateNeighbours } from "../../../src/graph/gate";
import { HandTime, rest, startMs } from "./scripted-graph";

/** A gate among others, with what it tells them, and when its requests left. */
function amongOthers() {
  const time = new HandTime();
  const told: number[] = [];
  let hear: (leftMs: number) => boolean = () => false;
  const neighbours: GateNeighbours = {
    tell: (delayMs) => void told.push(delayMs),
    onHeard: (heed) => {
      hear = heed;
    },
  };
  const gate = createGate(time, time, Promise.resolve(neighbours));
  const sent: number[] = [];
  const send = (): void =>
    void gate.enter(undefined).then((pass) => {
      sent.push(time.nowMs() - startMs);
      pass?.leave();
    });
  const pass = async (durationMs: number): Promise<void> => {
    const endMs = time.nowMs() + durationMs;
    time.after(durationMs, () => undefined);
    while (time.nowMs() < endMs) {
      time.step();
      await rest();
    }
  };
  return { gate, told, sent, send, pass, hear: (leftMs: number) => hear(leftMs) };
}

describe("a gate among those of the person's other pages", () => {
  it("tells them of each order it is given, also of one that came before they could be reached", async () => {
    const { gate, told } = amongOthers();
    gate.shut(41_000);
    await rest();
    gate.shut(5_000);
    await rest();
    expect(told).toEqual([41_000, 5_000]);
  });

  it("holds what it hears from them as if it had been given to itself, and tells nobody", async () => {
    const { gate, told, sent, send, pass, hear } = amongOthers();
    await rest();
    expect(hear(41_000)).toBe(true);
    send();
    await rest();
    expect(gate.blockedUntilMs - startMs).toBe(41_000);
    await pass(60_000);
    expect(sent).toEqual([41_000]);
    expect(gate.blockedUntilMs).toBe(0);
    expect(told).toEqual([]);
  });

  it("believes no order of more than ten minutes, and keeps its own however long they are", async () => {
    const { gate, sent, send, pass, hear } = amongOthers();
    await rest();
    expect(hear(600_001)).toBe(false);
    expect(gate.blockedUntilMs).toBe(0);
    expect(hear(600_000)).toBe(true);
    gate.shut(3_600_000);
    send();
    await pass(3_600_000);
    expect(sent).toEqual([3_600_000]);
  });

  it("asks for itself when others have kept it shut for ten minutes, and believes them again then", async () => {
    const { gate, sent, send, pass, hear } = amongOthers();
    await rest();
    send();
    await rest();
    hear(300_000);
    send();
    for (let minute = 0; minute < 60; minute += 1) {
      hear(300_000);
      await pass(60_000);
    }
    // The last that was believed came after nine minutes.
    expect(sent).toEqual([0, 9 * 60_000 + 300_000]);
    expect(gate.blockedUntilMs).toBeGreaterThan(0);
  });

  it("is its page's own where no others can be reached", async () => {
    const time = new HandTime();
    for (const neighbours of [undefined, Promise.resolve(undefined)]) {
      const gate = createGate(time, time, neighbours);
      gate.shut(1_000);
      await rest();
      expect(gate.blockedUntilMs).toBe(time.nowMs() + 1_000);
    }
  });
});

describe("a page that rests", () => {
  it("lets nothing leave until it wakes, and then everything at once", async () => {
    const { gate, sent, send, pass } = amongOthers();
    gate.rest();
    gate.rest();
    send();
    const isOpen = gate.untilOpen(undefined).then(() => "open");
    await pass(1_800_000);
    expect(sent).toEqual([]);
    expect(gate.blockedUntilMs).toBe(0);
    gate.wake();
    expect(await isOpen).toBe("open");
    expect(sent).toEqual([1_800_000]);
  });

  it("keeps an order that ran when it fell asleep or was heard meanwhile", async () => {
    const { gate, sent, send, pass, hear } = amongOthers();
    await rest();
    gate.shut(60_000);
    gate.rest();
    send();
    await pass(30_000);
    hear(50_000);
    gate.wake();
    await pass(100_000);
    expect(sent).toEqual([80_000]);
  });
});
