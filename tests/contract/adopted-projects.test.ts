import { collectPages, graphPath, scopesFor } from "../../src/graph";
import { textAt } from "../../src/kernel";
import { adoptedRef, adoptionKey, projects, valueAt, writtenAdoption, type MappedColumn } from "../../src/registers";
import type { RegisterPlace } from "../../src/store";
import { change, creation, updateOf } from "./support/edits";
import { northmere, type Northmere } from "./support/northmere";

const setUp = { scopes: scopesFor("setUpRegisters") };
const write = { scopes: scopesFor("writeRegisters") };
const read = { scopes: scopesFor("readRegisters") };

interface Schemes {
  readonly world: Northmere;
  readonly site: string;
  readonly place: RegisterPlace;
  readonly refOf: (id: string) => string;
  /** Column definitions and rows, as Graph tells them. */
  readonly everything: () => Promise<readonly (readonly unknown[])[]>;
}

/** A trust's own list of two schemes, used as Projects, beside a list of ours for risks. */
async function schemes(): Promise<Schemes> {
  const world = northmere();
  await world.setUp(["Settings", "Risks"]);
  const { graph, site } = await world.owner();
  const columns = [{ name: "Scheme lead", text: { maxLength: 255 } }];
  const made = await graph.post(graphPath`/sites/${site}/lists`, { displayName: "Schemes", list: { template: "genericList" }, columns }, setUp);
  const listId = made.ok ? (textAt(made.value.body, "id") ?? "") : "";
  for (const title of ["Theatre roof", "Discharge lounge"])
    await graph.post(graphPath`/sites/${site}/lists/${listId}/items`, { fields: { Title: title, Scheme_x0020_lead: "Jo Bloggs" } }, write);
  const place = { site, register: "Settings" };
  const pmo = await world.client("owner");
  await pmo.store.refresh([place]);
  const mapped: readonly (readonly [string, MappedColumn])[] = [
    ["Title", { field: "Title", heldAs: "text", words: [] }],
    ["ProjectManager", { field: "Scheme_x0020_lead", heldAs: "text", words: [] }],
  ];
  const json = writtenAdoption({ register: "Projects", listId, listName: "Schemes", columns: new Map(mapped) });
  const outcome = await change(pmo.store, creation(place, { Title: "Schemes", Key: adoptionKey("Projects"), ValueJson: json }));
  if (outcome.kind !== "saved") throw new Error(JSON.stringify(outcome));
  const all = async (part: "columns" | "items"): Promise<readonly unknown[]> => {
    const query = part === "items" ? { expand: [{ of: "fields" as const }] } : {};
    const found = await collectPages(graph.pages(graphPath`/sites/${site}/lists/${listId}/${part}`, { ...read, query }));
    if (!found.ok) throw new Error(JSON.stringify(found.fault));
    return found.value;
  };
  return {
    ...{ world, site, place: { site, register: "Projects" } },
    refOf: (id) => adoptedRef(projects, listId, id) ?? "",
    everything: () => Promise.all([all("columns"), all("items")]),
  };
}

it("projects of a trust's own list are called by their rows, and nothing is written into the list for that", async () => {
  const { world, place, refOf, everything } = await schemes();
  const before = await everything();
  const asha = await world.client("asha");
  await asha.store.refresh([place]);
  expect(asha.store.rows(place).map(({ values }) => [valueAt(values, "Ref"), valueAt(values, "Title")])).toEqual([
    [refOf("1"), "Theatre roof"],
    [refOf("2"), "Discharge lounge"],
  ]);
  expect(asha.store.findByRef(place, refOf("2"))?.id).toBe("2");
  expect(asha.rights.list(place)?.missing).not.toContain("Ref");
  expect(await everything()).toEqual(before);
});

it("a risk of ours belongs to such a project, and its number stays when the project is changed", async () => {
  const { world, site, place, refOf } = await schemes();
  const asha = await world.client("asha");
  const risks = { site, register: "Risks" };
  await asha.store.refresh([place, risks]);
  const added = await change(asha.store, creation(risks, { Title: "The crane is late", RiskEvent: "The crane is late", ProjectRef: refOf("1") }));
  expect(added.kind).toBe("saved");
  const [roof] = asha.store.rows(place);
  if (roof === undefined) throw new Error("no project");
  expect((await change(asha.store, updateOf(roof, { Title: "Theatre roof and gutters" }))).kind).toBe("saved");
  const tom = await world.client("tom");
  await tom.store.refresh([place, risks]);
  const [risk] = tom.store.rows(risks);
  expect(valueAt(tom.store.findByRef(place, String(valueAt(risk?.values ?? {}, "ProjectRef")))?.values ?? {}, "Title")).toBe("Theatre roof and gutters");
});

it("a project that is added here is called by the row that it gets", async () => {
  const { world, place, refOf } = await schemes();
  const asha = await world.client("asha");
  await asha.store.refresh([place]);
  expect((await change(asha.store, creation(place, { Title: "Car park", ProjectManager: "Jo Bloggs" }))).kind).toBe("saved");
  await asha.store.refresh([place]);
  expect(asha.store.rows(place).map(({ values }) => valueAt(values, "Ref"))).toEqual(["1", "2", "3"].map(refOf));
});
