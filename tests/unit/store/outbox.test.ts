import type { Edit } from "../../../src/registers";
import type { Lane, Operation } from "../../../src/store/operation";
import { Outbox } from "../../../src/store/outbox";
import { risks } from "./setting";

const firstNew = `new:${"a".repeat(32)}`;

function operation(id: string, row: string, lane: Lane = "interactive", kind: Edit["kind"] = "update"): Operation {
  return { id, lane, madeAtMs: 0, maybeSent: false, attempts: 0, edit: { ...risks, kind, id: row, changes: {}, seen: { values: {} } } };
}

function fill(...operations: readonly Operation[]): Outbox {
  const outbox = new Outbox();
  for (const one of operations) outbox.add(one, one.edit.id).keeping = "kept";
  return outbox;
}

const take = (outbox: Outbox, lane: Lane = "interactive") => outbox.take(lane, () => true).map((entry) => entry.operation.id);

describe("outbox", () => {
  it("sends a row's operations one at a time, the oldest first (O1)", () => {
    const outbox = fill(operation("one", "1"), operation("two", "1"), operation("other", "2"));
    expect(take(outbox)).toEqual(["one", "other"]);
    expect(take(outbox)).toEqual([]);
    const one = outbox.find("one");
    if (one) outbox.remove(one);
    expect(take(outbox)).toEqual(["two"]);
  });

  it("keeps an operation until it is removed (O2)", () => {
    const outbox = fill(operation("one", "1"));
    take(outbox);
    expect(outbox.size).toBe(1);
  });

  it("gives each lane its own send, never more than 20 and never two kinds at once (O3)", () => {
    const many = Array.from({ length: 25 }, (_, index) => operation(`bulk ${String(index)}`, String(index), "bulk"));
    const outbox = fill(...many, operation("small", "99"), operation("create", firstNew, "interactive", "create"));
    expect(take(outbox)).toEqual(["small"]);
    expect(take(outbox)).toEqual(["create"]);
    expect(take(outbox, "bulk")).toHaveLength(20);
    expect(take(outbox, "bulk")).toHaveLength(5);
  });

  it("passes over what may not go yet without holding up the rest (O4)", () => {
    const outbox = fill(operation("stuck", "1"), operation("free", "2"));
    expect(outbox.take("interactive", (entry) => entry.operation.id !== "stuck").map((entry) => entry.operation.id)).toEqual(["free"]);
  });

  it("sends nothing that the device is still asked to keep, nor anything behind it (O5)", () => {
    const outbox = fill(operation("behind", "1"), operation("other", "2"));
    const first = outbox.add(operation("asked", "3"), "3");
    outbox.add(operation("after", "3"), "3").keeping = "kept";
    expect(take(outbox)).toEqual(["behind", "other"]);
    first.keeping = "refused";
    expect(take(outbox)).toEqual(["asked"]);
  });

  it("puts what waited under a new row's first id before anything under its list id", () => {
    const outbox = fill(operation("create", firstNew, "interactive", "create"), operation("edit", firstNew), operation("later", "7"));
    outbox.rename(risks, firstNew, "7");
    expect(outbox.queueOf(risks, "7").map((entry) => entry.operation.id)).toEqual(["create", "edit", "later"]);
    expect(outbox.newIds(risks)).toEqual([]);
  });
});
