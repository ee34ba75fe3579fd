import fc from "fast-check";
import type { Result } from "../../../src/kernel";
import { webCipher } from "../../../src/hosts";
import type { Changes, RowId } from "../../../src/registers";
import type { Disk } from "../../../src/store/disk";
import type { Following, Journal, JournalContents, Leaving } from "../../../src/store/journal";
import { entryKey, rowsNamedBy, type Parked } from "../../../src/store/journal-entry";
import { MemoryDevice } from "../../../src/store/memory-disk";
import type { Operation } from "../../../src/store/operation";
import { sealedDisk } from "../../../src/store/sealed-disk";
import { diskKey } from "../../contract/support/disks";
import { creationOf, found, keyOf, maybeSent, namedOf, newIdOf, opened, operationOf, parkedOf } from "../../unit/store/journal-setting";
import { MishapDisk, type DiskMishap } from "../../unit/store/mishap-disk";

/** What ought to lie there, kept in the plainest way: two lists in their order. Shares nothing with the journal. */
interface Model {
  readonly operations: readonly Operation[];
  readonly parked: readonly Parked[];
}

interface Call {
  readonly what: string;
  readonly named: readonly number[];
  readonly make: (journal: Journal) => Promise<Result<void>>;
  readonly change: (model: Model) => Model;
}

const nothing: Model = { operations: [], parked: [] };
const without = (model: Model, id: string): Model => ({
  operations: model.operations.filter((one) => one.id !== id),
  parked: model.parked.filter(({ operation }) => operation.id !== id),
});
const isWaiting = (model: Model, id: string): boolean => model.operations.some((one) => one.id === id);
const replaceIn = (model: Model, operation: Operation): Model => ({
  ...model,
  operations: model.operations.map((one) => (one.id === operation.id ? operation : one)),
});
const addTo = (model: Model, operation: Operation): Model => {
  if (isWaiting(model, operation.id)) return replaceIn(model, operation);
  const rest = without(model, operation.id);
  return { ...rest, operations: [...rest.operations, operation] };
};
const parkIn = (model: Model, parked: Parked): Model => {
  if (!isWaiting(model, parked.operation.id)) return model;
  const rest = without(model, parked.operation.id);
  return { ...rest, parked: [...rest.parked, parked] };
};

const number = fc.integer({ min: 1, max: 8 });
const changes: fc.Arbitrary<Changes> = fc.record(
  { Title: fc.string(), Likelihood: fc.integer({ min: 1, max: 5 }), Risk: number.map(newIdOf), Closed: fc.constant(null) },
  { requiredKeys: ["Title"] },
);
const operation: fc.Arbitrary<Operation> = fc
  .record({ number, changes, kind: fc.constantFrom("create", "update", "update of a new row"), of: number })
  .map(({ number: id, changes: made, kind, of }) =>
    kind === "create" ? creationOf(id, made) : operationOf(id, { changes: made, id: kind === "update" ? String(of) : newIdOf(of) }),
  );

const add = fc.uniqueArray(operation, { maxLength: 4, selector: ({ id }) => id }).map((operations): Call => ({
  what: "add",
  named: [],
  make: (journal) => journal.add(operations),
  change: (model) => operations.reduce(addTo, model),
}));
const replace = operation.map((one): Call => ({
  what: "replace",
  named: [],
  make: (journal) => journal.replace([one]),
  change: (model) => replaceIn(model, one),
}));
const leave = fc
  .record({ gone: fc.array(number, { maxLength: 3 }), parked: fc.array(operation, { maxLength: 2 }), named: fc.array(number, { maxLength: 2 }) })
  .map(({ gone, parked, named }): Call => {
    const leaving: Leaving = { gone: gone.map(keyOf), parked: parked.map(parkedOf), named: named.map((one) => namedOf(one)) };
    return {
      what: "settle",
      named,
      make: (journal) => journal.settle(leaving),
      change: (model) => parked.map(parkedOf).reduce(parkIn, gone.map(keyOf).reduce(without, model)),
    };
  });
const answer = fc
  .record({ decision: number, next: fc.option(operation, { nil: undefined }), named: fc.array(number, { maxLength: 1 }) })
  .map(({ decision, next, named }): Call => {
    const following: Following = { named: named.map((one) => namedOf(one)), ...(next && { next: [next] }) };
    return {
      what: "answered",
      named,
      make: (journal) => journal.answered(keyOf(decision), following),
      change: (model) => {
        const rest = { ...model, parked: model.parked.filter(({ operation: one }) => one.id !== keyOf(decision)) };
        return next ? addTo(rest, next) : rest;
      },
    };
  });
const call: fc.Arbitrary<Call> = fc.oneof({ weight: 3, arbitrary: add }, replace, { weight: 2, arbitrary: leave }, { weight: 2, arbitrary: answer });
const mishap = fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, fc.constantFrom<DiskMishap>("refuse", "crashBefore", "crashAfter"));

/** What the journal gives for this model, names left out. */
function contents(model: Model): Omit<JournalContents, "named" | "elsewhere"> {
  return { operations: model.operations.map(maybeSent), parked: model.parked, unreadable: [] };
}

function withoutNames({ operations, parked, unreadable }: JournalContents): Omit<JournalContents, "named" | "elsewhere"> {
  return { operations, parked, unreadable };
}

function namesIn(model: Model): ReadonlySet<RowId> {
  return new Set([...model.operations, ...model.parked.map(({ operation: one }) => one)].flatMap(({ edit }) => rowsNamedBy(edit)));
}

/** Settled, or its page has died. */
async function untilKnown<T>(work: Promise<T>, tab: MishapDisk): Promise<T | undefined> {
  let outcome: { readonly value: T } | undefined;
  let failure: unknown;
  work.then((value) => (outcome = { value })).catch((error: unknown) => (failure = error));
  while (outcome === undefined && failure === undefined && !tab.isDead) await new Promise((resolve) => setImmediate(resolve));
  if (failure !== undefined) throw failure as Error;
  return outcome?.value;
}

const disks: readonly (readonly [string, (inner: Disk) => Promise<Disk>])[] = [
  ["in memory", (inner) => Promise.resolve(inner)],
  ["sealed", async (inner) => sealedDisk(inner, await webCipher(diskKey))],
];

describe.each(disks)("a journal on a disk %s", (_name, over) => {
  test("gives back what a plain list would hold, whatever is called, refused and cut short, and wherever it is opened again (J1-J8)", async () => {
    const step = fc.record({ call, mishap, isReopened: fc.integer({ min: 0, max: 5 }).map((chance) => chance === 0) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const device = new MemoryDevice();
        let next: DiskMishap | undefined;
        const openTab = async (): Promise<{ readonly tab: MishapDisk; readonly journal: Journal; readonly found: JournalContents }> => {
          const tab = new MishapDisk(device.open(), () => next);
          return { tab, ...(await opened(await over(tab))) };
        };
        let here = await openTab();
        let model = nothing;
        let known = new Set<RowId>();
        for (const { call: made, mishap: what, isReopened } of steps) {
          next = what;
          const sizeBefore = here.journal.size;
          for (const one of made.named) known.add(newIdOf(one));
          const outcome = await untilKnown(made.make(here.journal), here.tab);
          if (outcome?.ok === true || (outcome === undefined && what === "crashAfter")) model = made.change(model);
          if (outcome?.ok === false) expect([what, outcome.fault.kind, here.journal.size]).toEqual(["refuse", "storageRefused", sizeBefore]);
          if (outcome?.ok === true) expect(here.journal.size).toBe(model.operations.length + model.parked.length);
          if (here.tab.isDead || isReopened) {
            here = await openTab();
            expect(withoutNames(here.found)).toEqual(contents(model));
            const named = here.found.named.map(({ newId }) => newId);
            // After a refusal a name may be known and not lie there yet, but then what made it needed is not there without it.
            expect(named.every((newId) => known.has(newId) && namesIn(model).has(newId))).toBe(true);
            known = new Set(named);
          }
        }
        expect(withoutNames(await found(await over(device.open())))).toEqual(contents(model));
      }),
      { numRuns: 150 },
    );
  });

  test("keeps the name of each row that came into the list while anything there names the row, and no other (J8)", async () => {
    const step = fc.record({ call, isReopened: fc.integer({ min: 0, max: 5 }).map((chance) => chance === 0) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const device = new MemoryDevice();
        const openHere = async (): Promise<Journal> => (await opened(await over(device.open()))).journal;
        let journal = await openHere();
        let model = nothing;
        let known = new Set<RowId>();
        for (const { call: made, isReopened } of steps) {
          for (const one of made.named) known.add(newIdOf(one));
          expect(await made.make(journal)).toEqual({ ok: true, value: undefined });
          model = made.change(model);
          const { named } = await found(await over(device.open()));
          const wanted = [...namesIn(model)].filter((newId) => known.has(newId));
          expect(named.map(({ newId }) => newId).sort()).toEqual(wanted.sort());
          if (!isReopened) continue;
          journal = await openHere();
          known = new Set(wanted);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("takes calls that nobody waits for whole and in their order, and of a burst cut short the first ones (J1, J2)", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(call, { maxLength: 4 }),
        fc.array(call, { minLength: 1, maxLength: 8 }),
        fc.array(mishap, { maxLength: 4 }),
        async (before, burst, mishaps) => {
          const device = new MemoryDevice();
          const left: (DiskMishap | undefined)[] = [];
          const tab = new MishapDisk(device.open(), () => left.shift());
          const { journal } = await opened(await over(tab));
          let model = nothing;
          for (const made of before) {
            await made.make(journal);
            model = made.change(model);
          }
          left.push(...mishaps);
          const told = new Map<number, boolean>();
          const all = Promise.all(burst.map(async (made, index) => told.set(index, (await made.make(journal)).ok)));
          await untilKnown(all, tab);
          // A refused burst goes call by call, so what is known of each call says whether it took effect; of the rest, the first ones may have.
          const known = burst.filter((_, index) => told.get(index) === true);
          const unknown = burst.filter((_, index) => !told.has(index));
          const taken = (calls: readonly Call[]): Model => calls.reduce((sum, made) => made.change(sum), model);
          const possible = Array.from({ length: tab.isDead ? unknown.length + 1 : 1 }, (_, count) => contents(taken([...known, ...unknown.slice(0, count)])));
          expect(possible).toContainEqual(withoutNames(await found(await over(device.open()))));
        },
      ),
      { numRuns: 150 },
    );
  });

  test("shares its queue with another tab as if there were one (J9)", async () => {
    const step = fc.record({ call, tab: fc.constantFrom(0, 1) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const device = new MemoryDevice();
        const tabs = [await opened(await over(device.open())), await opened(await over(device.open()))] as const;
        let model = nothing;
        for (const { call: made, tab } of steps) {
          expect(await made.make(tabs[tab].journal)).toEqual({ ok: true, value: undefined });
          model = made.change(model);
        }
        expect(withoutNames(await found(await over(device.open())))).toEqual(contents(model));
      }),
      { numRuns: 80 },
    );
  });

  test("loses nothing of what two tabs add and take away at one time (J1, J9)", async () => {
    const mine = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(mine, mine, async (one, other) => {
        const device = new MemoryDevice();
        const tabs = [await opened(await over(device.open())), await opened(await over(device.open()))] as const;
        const numbers = [one, other.map((each) => each + 100)];
        const work = numbers.flatMap((all, tab) =>
          all.map(async (each) => {
            const { journal } = tabs[tab]!;
            await journal.add([operationOf(each)]);
            if (each % 2 === 0) await journal.settle({ gone: [keyOf(each)] });
          }),
        );
        await Promise.all(work);
        const { operations } = await found(await over(device.open()));
        const ids = operations.map(({ id }) => id);
        for (const all of numbers) {
          const odd = all.filter((each) => each % 2 === 1).map(keyOf);
          expect(ids.filter((id) => odd.includes(id))).toEqual(odd);
        }
        expect(ids).toHaveLength(numbers.flat().filter((each) => each % 2 === 1).length);
      }),
      { numRuns: 60 },
    );
  });
});

describe("what somebody else put into the queue (J4)", () => {
  const spot = fc.oneof(
    fc.string(),
    fc
      .tuple(fc.constantFrom("operation", "parked", "named"), fc.oneof(number.map(keyOf), number.map(newIdOf)))
      .map(([kind, id]) => entryKey(kind as "parked", id)),
  );

  test("anything at all is either handed out in exactly the shape in which it lies there, or counted; nothing throws", async () => {
    const value = fc.oneof(fc.jsonValue(), fc.uint8Array({ maxLength: 4 }));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(spot, value, { maxKeys: 6 }), async (lying) => {
        const device = new MemoryDevice();
        await device.open().write(
          Object.entries(lying).map(([key, what]) => ({ drawer: "queue", key, value: what })),
          { durability: "strict" },
        );
        expect(await found(device.open())).toEqual({ operations: [], parked: [], named: [], elsewhere: [], unreadable: Object.keys(lying) });
      }),
    );
  });

  test("one part of a good entry taken away, added, or made another kind of thing makes it unreadable", async () => {
    const good = fc.oneof(
      operation.map((one) => ({ key: entryKey("operation", one.id), fill: (journal: Journal) => journal.add([one]) })),
      operation.map((one) => ({
        key: entryKey("parked", one.id),
        fill: (journal: Journal) => Promise.all([journal.add([one]), journal.settle({ parked: [parkedOf(one)] })]),
      })),
    );
    const spoiling = fc.record({ at: fc.nat(), how: fc.constantFrom("remove", "add", "list", "record", "text in place of a record") });
    await fc.assert(
      fc.asyncProperty(good, spoiling, async ({ key, fill }, { at, how }) => {
        const device = new MemoryDevice();
        await fill((await opened(device.open())).journal);
        const lying = JSON.parse(device.drawer("queue").get(key) as string) as Record<string, unknown>;
        const spoiled = spoil(lying, at, how);
        await device.open().write([{ drawer: "queue", key, value: spoiled }], { durability: "strict" });
        expect(await found(device.open())).toMatchObject({ operations: [], parked: [], unreadable: [key] });
      }),
      { numRuns: 400 },
    );
  });
});

/** Where anything may be absent or any name may stand: a removal or an addition there is another good entry. */
const free = new Set(["changes", "values", "extras"]);
const mayBeAbsent = new Set(["etag", "theirs", "base", "mine"]);

/** The same entry with one of its parts spoiled: which one, `at` chooses. */
function spoil(entry: Record<string, unknown>, at: number, how: string): unknown {
  const copy = structuredClone(entry);
  const parts: { readonly of: Record<string, unknown>; readonly name: string; readonly isFree: boolean }[] = [];
  const visit = (of: Record<string, unknown>, isFree: boolean): void => {
    for (const [name, part] of Object.entries(of)) {
      if (!Array.isArray(of)) parts.push({ of, name, isFree });
      if (typeof part === "object" && part !== null) visit(part as Record<string, unknown>, free.has(name));
    }
  };
  visit(copy, false);
  const { of, name, isFree } = parts[at % parts.length]!;
  const isRecord = typeof of[name] === "object" && !Array.isArray(of[name]);
  if (how === "list") of[name] = Array.isArray(of[name]) ? [[]] : [];
  else if (how === "text in place of a record" && isRecord && of[name] !== null) of[name] = "text";
  else if (how === "remove" && !isFree && !mayBeAbsent.has(name)) Reflect.deleteProperty(of, name);
  else if (how === "add" && !isFree) of["__proto__x"] = 1;
  else of[name] = [{ deeper: {} }];
  return copy;
}
