import { learnRights, type ListSchema, type SiteLists } from "../../../src/lists";
import type { RegisterPlace } from "../../../src/store";
import { MemoryLists, MemorySource } from "../store/memory-source";

const risks: RegisterPlace = { site: "site", register: "Risks" };
const issues: RegisterPlace = { site: "site", register: "Issues" };
const schema: ListSchema = { listId: "1", webUrl: "", missing: ["Controls"], displayNames: new Map(), choices: new Map([["Status", ["Open", "Waiting"]]]) };

function opened() {
  const source = new MemorySource(new MemoryLists());
  const unused = (): never => {
    throw new Error("rights ask for nothing");
  };
  const lists: SiteLists = {
    schema: unused,
    schemaNow: unused,
    schemas: unused,
    open: unused,
    all: unused,
    forget: unused,
    known: (place) => (place.register === "Risks" ? schema : undefined),
  };
  const { source: watched, rights } = learnRights(source, lists);
  return { source, watched, rights };
}

const create = { place: risks, clientKey: "a".repeat(32), operationId: "b", values: { Title: "Scanners late" } };

describe("rights are learned, not asked", () => {
  test("unknown until SharePoint refuses something", async () => {
    const { watched, rights } = opened();
    expect(rights.of(risks)).toBe("unknown");
    await watched.create(create);
    expect(rights.of(risks)).toBe("unknown");
  });

  test("a refused write makes its register read-only, that register alone, and is told once", async () => {
    const { source, watched, rights } = opened();
    let told = 0;
    const stop = rights.subscribe(() => (told += 1));
    source.failNext("create", { kind: "forbidden" });
    source.failNext("create", { kind: "forbidden" });
    await watched.create(create);
    await watched.createMany([create]);
    expect([rights.of(risks), rights.of(issues), told]).toEqual(["readOnly", "unknown", 1]);
    stop();
  });

  test("in a bulk write each answer is judged by its own register", async () => {
    const { source, watched, rights } = opened();
    source.failNext("update", { kind: "notFound" });
    source.failNext("update", { kind: "forbidden" });
    const update = { id: "1", etag: '"1,1"', operationId: "b", changes: {} };
    await watched.updateMany([
      { ...update, place: risks },
      { ...update, place: issues },
    ]);
    expect([rights.of(risks), rights.of(issues)]).toEqual(["unknown", "readOnly"]);
  });

  test("a refused pull means no access; any other fault teaches nothing", async () => {
    const { source, watched, rights } = opened();
    source.failNext("pull", { kind: "forbidden" });
    source.failNext("pull", { kind: "unavailable" });
    await watched.pull([{ place: risks }, { place: issues }], () => undefined);
    expect([rights.of(risks), rights.of(issues)]).toEqual(["noAccess", "unknown"]);
  });

  test("no access goes when a read succeeds; what other registers have learned stays", async () => {
    const { source, watched, rights } = opened();
    const pullBoth = (): Promise<unknown> => watched.pull([{ place: risks }, { place: issues }], () => undefined);
    source.failNext("pull", { kind: "forbidden" });
    source.failNext("pull", { kind: "forbidden" });
    await pullBoth();
    let told = 0;
    rights.subscribe(() => (told += 1));
    source.failNext("pull", { kind: "unavailable" });
    await pullBoth();
    expect([rights.of(risks), rights.of(issues), told]).toEqual(["noAccess", "unknown", 1]);
    await watched.findByClientKey(risks, "a".repeat(32));
    expect([rights.of(risks), told]).toEqual(["unknown", 2]);
  });

  test("read-only goes when a write succeeds, and not by a read", async () => {
    const { source, watched, rights } = opened();
    source.failNext("create", { kind: "forbidden" });
    await watched.create(create);
    await watched.pull([{ place: risks }], () => undefined);
    expect(rights.of(risks)).toBe("readOnly");
    await watched.createMany([create]);
    expect(rights.of(risks)).toBe("unknown");
  });

  test("a register that can be read again is still read-only when its write was refused", async () => {
    const { source, watched, rights } = opened();
    source.failNext("create", { kind: "forbidden" });
    await watched.create(create);
    source.failNext("pull", { kind: "forbidden" });
    await watched.pull([{ place: risks }], () => undefined);
    expect(rights.of(risks)).toBe("noAccess");
    await watched.pull([{ place: risks }], () => undefined);
    expect(rights.of(risks)).toBe("readOnly");
  });

  test("what a list owner changed is told without asking", () => {
    const { rights } = opened();
    expect(rights.list(risks)).toBe(schema);
    expect(rights.list(issues)).toBeUndefined();
  });
});
