import { columnsAt, draftsFrom, readDrafts } from "../../src/parts/record/drafts";
import { graphPath, scopesFor } from "../../src/graph";
import { columnOf, editsOf, isRepairable, planChanges, readWritten, registerAsKept, risks, type Register } from "../../src/registers";
import type { RegisterPlace } from "../../src/store";
import { planOf, tableOf } from "../unit/import/fixture";
import { ruleContext } from "../unit/registers/rule-context";
import { change, creation, rowAt, scannersLate, updateOf } from "./support/edits";
import { northmere, type Client, type Northmere } from "./support/northmere";

const setUp = { scopes: scopesFor("setUpRegisters") };
const context = ruleContext();
const statuses = ["Draft", "Open", "Closed", "Became an issue", "Watching"];
const quietly = { report: () => undefined, signal: new AbortController().signal };

interface Setting {
  readonly world: Northmere;
  readonly place: RegisterPlace;
  readonly owner: Awaited<ReturnType<Northmere["owner"]>>;
  readonly addChoice: () => Promise<void>;
  readonly removeColumn: (name: string) => Promise<void>;
}

async function risksOfNorthmere(): Promise<Setting> {
  const world = northmere();
  await world.setUp(["Risks"]);
  const owner = await world.owner();
  const listId = await owner.listId("Risks");
  const done = (ok: boolean): void => {
    if (!ok) throw new Error("the owner could not change the list");
  };
  return {
    world,
    owner,
    place: { site: owner.site, register: "Risks" },
    addChoice: async () => {
      const address = graphPath`/sites/${owner.site}/lists/${listId}/columns/${"Status"}`;
      done((await owner.graph.patch(address, { choice: { choices: statuses } }, setUp)).ok);
    },
    removeColumn: async (name) => {
      done((await owner.graph.delete(graphPath`/sites/${owner.site}/lists/${listId}/columns/${name}`, setUp)).ok);
    },
  };
}

function keptBy(client: Client, place: RegisterPlace): Register {
  return registerAsKept(risks, client.rights.list(place));
}

function choicesOf(register: Register): readonly string[] {
  const column = columnOf(register, "Status");
  return column?.type === "choice" ? column.choices : [];
}

describe("a choice that the list's owner added", () => {
  it("is offered by the form, accepted there, by an import and by the change plan, and written", async () => {
    const { world, place, addChoice } = await risksOfNorthmere();
    await addChoice();
    const tom = await world.client("tom");
    expect((await change(tom.store, creation(place, scannersLate))).kind).toBe("saved");
    const register = keptBy(tom, place);
    expect(choicesOf(register)).toEqual(statuses);

    const row = rowAt(tom.store, place, "R-0001");
    const typed = readDrafts(register, { drafts: { ...draftsFrom(register, row.values), Status: "watching" }, before: row.values, context });
    expect(typed).toMatchObject({ kind: "ready", changes: { Status: "Watching" } });

    const planned = planChanges({
      register,
      site: place.site,
      incoming: [{ position: 2, values: { Status: "Watching" }, problems: [], id: row.id, newKey: row.values["ClientKey"] as never }],
      base: [row],
      context,
    });
    expect(planned.totals).toMatchObject({ changed: 1, refused: 0, cellProblems: 0 });
    const { outcomes } = await tom.store.change(editsOf(planned), "publish");
    expect(outcomes).toMatchObject([{ kind: "saved", row: { values: { Status: "Watching" } } }]);

    const file = await tableOf("Title,Risk,Likelihood,Consequence,Owner,Status\r\nRoof leaks,The roof leaks,3,3,tom@northmere.example,WATCHING\r\n");
    const imported = await planOf(file, { register });
    expect(imported.plan.rows).toMatchObject([{ kind: "added", changes: { Status: "Watching" }, problems: [] }]);
    expect((await tom.store.change(editsOf({ ...imported.plan, site: place.site }), "import")).outcomes).toMatchObject([{ kind: "saved" }]);
  });

  it("comes with the first row that holds it, in a session that began before", async () => {
    const { world, place, addChoice } = await risksOfNorthmere();
    const asha = await world.client("asha");
    await asha.store.refresh([place]);
    expect(choicesOf(keptBy(asha, place))).not.toContain("Watching");
    await addChoice();
    const tom = await world.client("tom");
    await change(tom.store, creation(place, { ...scannersLate, Status: "Watching" }));
    await asha.store.refresh([place]);
    expect(choicesOf(keptBy(asha, place))).toEqual(statuses);
  });

  it("stays in its row while somebody changes other columns, and no rule makes anything of it", async () => {
    const { world, place, addChoice } = await risksOfNorthmere();
    await addChoice();
    const tom = await world.client("tom");
    await change(tom.store, creation(place, { ...scannersLate, Status: "Watching" }));
    const row = rowAt(tom.store, place, "R-0001");
    for (const register of [risks, keptBy(tom, place)]) {
      const typed = readDrafts(register, { drafts: { ...draftsFrom(register, row.values), Controls: "Loan kit agreed" }, before: row.values, context });
      expect(typed).toMatchObject({ kind: "ready", changes: { Controls: "Loan kit agreed" } });
    }
    expect(await change(tom.store, updateOf(row, { Controls: "Loan kit agreed" }))).toMatchObject({ kind: "saved", row: { values: { Status: "Watching" } } });
  });
});

describe("a column that the list's owner removed", () => {
  it("is no field and asks for nothing, also when a record needs it or starts with it", async () => {
    const { world, place, removeColumn } = await risksOfNorthmere();
    for (const name of ["Status", "CurrentLikelihood", "OwnerAddress"]) await removeColumn(name);
    const tom = await world.client("tom");
    await tom.store.refresh([place]);
    const register = keptBy(tom, place);
    expect(Object.keys(register.missing ?? {}).toSorted()).toEqual(["CurrentLikelihood", "Owner", "Status"]);
    expect(columnsAt(register, "full")).not.toEqual(expect.arrayContaining(["Status"]));
    const drafts = { RiskEvent: "The roof leaks", CurrentConsequence: "3" };
    const typed = readDrafts(register, { drafts, before: {}, context });
    expect(typed.kind).toBe("ready");
    if (typed.kind === "ready") expect((await change(tom.store, creation(place, typed.changes))).kind).toBe("saved");
    expect(readWritten(columnOf(risks, "Status")!, "Open")).toMatchObject({ kind: "value" });
  });

  it("is found out by the first refused write, in a session that began before: a value is refused by name, what is worked out is left out", async () => {
    const { world, place, removeColumn } = await risksOfNorthmere();
    const tom = await world.client("tom");
    await change(tom.store, creation(place, scannersLate));
    await removeColumn("CurrentScore");
    const saved = await change(tom.store, updateOf(rowAt(tom.store, place, "R-0001"), { CurrentLikelihood: 3, CurrentScore: 12 }));
    expect(saved).toMatchObject({ kind: "saved", row: { values: { CurrentLikelihood: 3 } } });
    await removeColumn("Controls");
    const refused = await change(tom.store, updateOf(rowAt(tom.store, place, "R-0001"), { Controls: "Loan kit agreed" }));
    expect(refused).toMatchObject({ kind: "needsDecision", decision: { reason: { kind: "invalid", problems: [{ field: "Controls" }] } } });
    expect((await change(tom.store, creation(place, { ...scannersLate, CurrentScore: 16 }))).kind).toBe("saved");
    expect(Object.keys(keptBy(tom, place).missing ?? {}).toSorted()).toEqual(["Controls", "CurrentScore"]);
  });

  it("is named by set-up and added back, and nothing else of the list changes", async () => {
    const { world, owner, place, removeColumn, addChoice } = await risksOfNorthmere();
    const tom = await world.client("tom");
    await change(tom.store, creation(place, scannersLate));
    await addChoice();
    const listId = await owner.listId("Risks");
    await owner.graph.patch(graphPath`/sites/${owner.site}/lists/${listId}`, { displayName: "Our worries" }, setUp);
    await owner.graph.patch(graphPath`/sites/${owner.site}/lists/${listId}/columns/${"Owner"}`, { displayName: "Whose it is" }, setUp);
    await owner.graph.post(graphPath`/sites/${owner.site}/lists/${listId}/columns`, { name: "Ward", displayName: "Ward affected", text: {} }, setUp);
    await removeColumn("Controls");
    await removeColumn("OwnerAddress");
    const before = await (
      await world.client("asha")
    ).graph.get(graphPath`/sites/${owner.site}/lists/${listId}/columns`, { scopes: scopesFor("readRegisters") });
    const found = await owner.provisioning.look(owner.site);
    const differs = found.ok ? found.value.standing.flatMap(({ differences }) => differences) : [];
    expect(differs).toEqual([
      { kind: "renamed", column: "Owner", label: "Risk owner", now: "Whose it is" },
      { kind: "lost", column: "OwnerAddress", label: "Risk owner (address)" },
      { kind: "lost", column: "Controls", label: columnOf(risks, "Controls")?.label },
    ]);
    expect(found.ok && found.value.absent.some((list) => list.register === "Risks")).toBe(false);

    const wanted = differs.filter(isRepairable).map((difference) => ({ register: "Risks", difference }));
    const repaired = await owner.provisioning.repair(owner.site, wanted, quietly);
    expect(repaired.map(({ outcome }) => outcome)).toEqual(wanted.map(() => ({ ok: true, value: "done" })));
    const after = await owner.graph.get(graphPath`/sites/${owner.site}/lists/${listId}/columns`, { scopes: scopesFor("readRegisters") });
    const columnsOf = (answer: typeof after): ReadonlyMap<unknown, unknown> =>
      new Map(answer.ok ? (answer.value.body as { value: { name: string }[] }).value.map((column) => [column.name, column]) : []);
    expect([...columnsOf(before)].every(([name, column]) => JSON.stringify(columnsOf(after).get(name)) === JSON.stringify(column))).toBe(true);
    expect([...columnsOf(after).keys()].filter((name) => !columnsOf(before).has(name)).toSorted()).toEqual(["Controls", "OwnerAddress"]);
    const list = await owner.graph.get(graphPath`/sites/${owner.site}/lists/${listId}`, { scopes: scopesFor("readRegisters") });
    expect(list).toMatchObject({ ok: true, value: { body: { displayName: "Our worries" } } });
    const again = await owner.provisioning.look(owner.site);
    expect(again.ok && again.value.standing.flatMap(({ differences }) => differences.map(({ kind }) => kind))).toEqual(["renamed"]);
    const fresh = await world.client("tom");
    await fresh.store.refresh([place]);
    expect(await change(fresh.store, updateOf(rowAt(fresh.store, place, "R-0001"), { Controls: "Loan kit agreed" }))).toMatchObject({ kind: "saved" });
  });

  it("is asked about in as few requests as lists allow", async () => {
    const world = northmere();
    await world.setUp(["Projects", "Risks", "Issues", "Actions", "Decisions", "Milestones"]);
    const owner = await world.owner();
    const before = world.tenant.usage.report().requests;
    const found = await owner.provisioning.look(owner.site);
    expect(found.ok && found.value.standing.flatMap(({ differences }) => differences)).toEqual([]);
    expect(world.tenant.usage.report().requests - before).toBe(2);
  });
});
