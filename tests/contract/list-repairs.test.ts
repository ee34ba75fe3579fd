import { graphPath, scopesFor } from "../../src/graph";
import { sharePointColumns } from "../../src/lists";
import { isRepairable, risks, settings, type ListDifference } from "../../src/registers";
import { northmere, type Northmere } from "./support/northmere";

const setUp = { scopes: scopesFor("setUpRegisters") };
const quietly = { report: () => undefined, signal: new AbortController().signal };

interface Setting {
  readonly world: Northmere;
  readonly owner: Awaited<ReturnType<Northmere["owner"]>>;
  readonly differs: () => Promise<readonly ListDifference[]>;
  readonly change: (column: string, body: object) => Promise<void>;
  readonly remove: (column: string) => Promise<void>;
  readonly repair: (what: readonly ListDifference[]) => Promise<readonly unknown[]>;
}

async function risksOfNorthmere(): Promise<Setting> {
  const world = northmere();
  await world.setUp(["Risks"]);
  const owner = await world.owner();
  const columns = graphPath`/sites/${owner.site}/lists/${await owner.listId("Risks")}/columns`;
  const addressOf = (column: string): ReturnType<typeof graphPath> => `${columns}/${column}` as ReturnType<typeof graphPath>; // two paths, joined
  const done = ({ ok }: { readonly ok: boolean }): void => expect(ok).toBe(true);
  return {
    world,
    owner,
    differs: async () => {
      const found = await owner.provisioning.look(owner.site);
      return found.ok ? found.value.standing.flatMap(({ differences }) => differences) : [];
    },
    change: async (column, body) => done(await owner.graph.patch(addressOf(column), body, setUp)),
    remove: async (column) => done(await owner.graph.delete(addressOf(column), setUp)),
    repair: async (what) => {
      const wanted = what.filter(isRepairable).map((difference) => ({ register: "Risks", difference }));
      return (await owner.provisioning.repair(owner.site, wanted, quietly)).map(({ outcome }) => (outcome.ok ? outcome.value : outcome.fault.kind));
    },
  };
}

it("a list as it was made differs in nothing, and is no list that could be adopted", async () => {
  const { owner } = await risksOfNorthmere();
  const found = await owner.provisioning.look(owner.site);
  expect(found.ok && found.value.standing).toEqual([{ register: "Risks", differences: [] }]);
  expect(found.ok && found.value.otherLists).toBe(0);
});

it("a renamed column is told and asks for nothing", async () => {
  const { change, differs, repair } = await risksOfNorthmere();
  await change("Controls", { displayName: "What we do about it" });
  const found = await differs();
  expect(found).toEqual([{ kind: "renamed", column: "Controls", label: "Controls in place", now: "What we do about it" }]);
  expect(await repair(found)).toEqual([]);
});

it("a column made again as another type is told as retyped, and never touched", async () => {
  const { owner, differs, remove, repair } = await risksOfNorthmere();
  await remove("CurrentLikelihood");
  const columns = graphPath`/sites/${owner.site}/lists/${await owner.listId("Risks")}/columns`;
  await owner.graph.post(columns, { name: "CurrentLikelihood", displayName: "Likelihood", text: {} }, setUp);
  const found = await differs();
  expect(found).toEqual([{ kind: "retyped", column: "CurrentLikelihood", label: "Likelihood", made: "number", now: "text", isStillRead: false }]);
  expect(await repair(found)).toEqual([]);
});

it("a removed column comes back, hidden ones too, with the index that it needs", async () => {
  const { differs, remove, repair } = await risksOfNorthmere();
  for (const column of ["Controls", "ClientKey"]) await remove(column);
  const found = await differs();
  expect(found.map(({ kind, column }) => [kind, column])).toEqual([
    ["lost", "ClientKey"],
    ["lost", "Controls"],
  ]);
  expect(await repair(found)).toEqual(["done", "done"]);
  expect(await differs()).toEqual([]);
});

it("removed choices are offered again behind the owner's own, which stay", async () => {
  const { world, owner, change, differs, repair } = await risksOfNorthmere();
  await change("Status", { choice: { choices: ["Watching", "Open"] } });
  const found = await differs();
  expect(found).toEqual([{ kind: "choicesRemoved", column: "Status", label: "Status", choices: ["Draft", "Closed", "Became an issue"] }]);
  expect(await repair(found)).toEqual(["done"]);
  expect(await differs()).toEqual([]);
  const reader = await world.client("tom");
  await reader.store.refresh([{ site: owner.site, register: "Risks" }]);
  expect(reader.rights.list({ site: owner.site, register: "Risks" })?.choices.get("Status")).toEqual([
    "Watching",
    "Open",
    "Draft",
    "Closed",
    "Became an issue",
  ]);
});

it("a unique column that no longer is gets its mark back; where two rows hold one value SharePoint's refusal is told", async () => {
  const { world, owner, change, differs, repair } = await risksOfNorthmere();
  await change("ClientKey", { enforceUniqueValues: false, indexed: false });
  await change("Ref", { enforceUniqueValues: false });
  const found = await differs();
  expect(found.map(({ kind, column }) => [kind, column]).toSorted()).toEqual([
    ["uniqueLost", "ClientKey"],
    ["uniqueLost", "Ref"],
  ]);
  const list = await owner.listId("Risks");
  for (const Title of ["Roof leaks", "Roof leaks again"]) world.tenant.listsApp.typeRow({ site: "pmo", person: "tom", list, fields: { Title, Ref: "R-0001" } });
  expect((await repair(found)).toSorted()).toEqual(["done", "invalid"]);
  expect((await differs()).map(({ column }) => column)).toEqual(["Ref"]);
});

it("what the owner put right meanwhile is left alone", async () => {
  const { owner, differs, remove, repair } = await risksOfNorthmere();
  await remove("Controls");
  const found = await differs();
  const controls = sharePointColumns(risks).find(({ name }) => name === "Controls");
  await owner.graph.post(graphPath`/sites/${owner.site}/lists/${await owner.listId("Risks")}/columns`, controls, setUp);
  expect(await repair(found)).toEqual(["alreadyThere"]);
});

it("a list that was deleted is absent again, and a register that uses a list of the trust's own is neither absent nor standing", async () => {
  const world = northmere();
  await world.setUp(["Risks", "Settings"]);
  const owner = await world.owner();
  await owner.graph.delete(graphPath`/sites/${owner.site}/lists/${await owner.listId("Risks")}`, setUp);
  const namesOf = async (): Promise<readonly string[]> => {
    const found = await owner.provisioning.look(owner.site);
    return found.ok ? [...found.value.absent, ...found.value.standing].map(({ register }) => register) : [];
  };
  expect(await namesOf()).toContain("Risks");
  const theirs = await owner.graph.post(
    graphPath`/sites/${owner.site}/lists`,
    { displayName: "Our worries", columns: [], list: { template: "genericList" } },
    setUp,
  );
  const listId = theirs.ok ? String((theirs.value.body as { id: unknown }).id) : ""; // as the tenant answers
  const adoption = JSON.stringify({ version: 1, register: "Risks", listId, listName: "Our worries", columns: [] });
  world.tenant.listsApp.typeRow({
    site: "pmo",
    person: "tom",
    list: await owner.listId(settings.name),
    fields: { Title: "adoption", Key: "adoption.Risks", ValueJson: adoption },
  });
  expect(await namesOf()).not.toContain("Risks");
});

it("a stop leaves the rest undone, and says so", async () => {
  const { owner, differs, remove } = await risksOfNorthmere();
  for (const column of ["Controls", "NextReviewDate"]) await remove(column);
  const stop = new AbortController();
  const wanted = (await differs()).filter(isRepairable).map((difference) => ({ register: "Risks", difference }));
  const repaired = await owner.provisioning.repair(owner.site, wanted, { report: () => stop.abort(), signal: stop.signal });
  expect(repaired.map(({ outcome }) => outcome.ok)).toEqual([true, false]);
});
