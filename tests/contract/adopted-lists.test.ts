import { collectPages, graphPath, scopesFor, type Graph, type GraphPath } from "../../src/graph";
import { isRecord, textAt } from "../../src/kernel";
import { registerAsKept, risks, valueAt, writtenAdoption, adoptionKey, columnOf, type Adoption, type MappedColumn } from "../../src/registers";
import type { RegisterPlace, StoredRow } from "../../src/store";
import { change, creation, updateOf } from "./support/edits";
import { northmere, type Client, type Northmere } from "./support/northmere";

const setUp = { scopes: scopesFor("setUpRegisters") };
const write = { scopes: scopesFor("writeRegisters") };
const read = { scopes: scopesFor("readRegisters") };

interface Homemade {
  readonly world: Northmere;
  readonly owner: Graph;
  readonly place: RegisterPlace;
  readonly listId: string;
  /** Everything that the list shows: column definitions and rows, as Graph tells them. */
  readonly everything: () => Promise<{ readonly columns: readonly unknown[]; readonly rows: ReadonlyMap<string, Readonly<Record<string, unknown>>> }>;
  readonly save: (adoption: Partial<Adoption>) => Promise<void>;
}

const likelihoods = ["1 - Rare", "2 - Unlikely", "3 - Possible", "4 - Likely", "5 - Almost certain"];

const columns: readonly (readonly [string, MappedColumn])[] = [
  ["Title", { field: "Title", heldAs: "text", words: [] }],
  ["RiskEvent", { field: "Risk_x0020_description", heldAs: "lines", words: [] }],
  ["Owner", { field: "Risk_x0020_owner", heldAs: "person", words: [] }],
  ["CurrentLikelihood", { field: "Likelihood", heldAs: "choice", words: likelihoods.map((theirs, index) => ({ theirs, ours: index + 1 })) }],
  ["CurrentConsequence", { field: "Impact", heldAs: "number", words: [] }],
  ["Controls", { field: "Notes", heldAs: "richText", words: [] }],
];

async function homemade(): Promise<Homemade> {
  const world = northmere();
  await world.setUp(["Settings"]);
  const { graph: owner, site } = await world.owner();
  const made = await owner.post(
    graphPath`/sites/${site}/lists`,
    {
      displayName: "Risk log",
      list: { template: "genericList" },
      columns: [
        { name: "Risk description", text: { allowMultipleLines: true, textType: "plain" } },
        { name: "Risk owner", personOrGroup: { allowMultipleSelection: false, chooseFromType: "peopleOnly" } },
        { name: "Likelihood", choice: { choices: likelihoods, allowTextEntry: false, displayAs: "dropDownMenu" } },
        { name: "Impact", number: { decimalPlaces: "none" } },
        { name: "Notes", text: { allowMultipleLines: true, textType: "richText" } },
        { name: "Status", choice: { choices: ["Live", "Gone"], allowTextEntry: false, displayAs: "dropDownMenu" } },
        { name: "Local priority", number: { decimalPlaces: "none" } },
      ],
    },
    setUp,
  );
  const listId = made.ok ? (textAt(made.value.body, "id") ?? "") : "";
  const items = graphPath`/sites/${site}/lists/${listId}/items`;
  const asha = await lookupIdOf(owner, site, "Asha Patel", world);
  for (const [title, likelihood] of [
    ["Scanners late", "4 - Likely"],
    ["Staff not released", "2 - Unlikely"],
  ] as const) {
    const fields = {
      Title: title,
      Risk_x0020_description: `${title}, again`,
      Likelihood: likelihood,
      Impact: 3,
      Notes: "<p>Loan <b>kit</b></p>",
      Status: "Live",
      Risk_x0020_ownerLookupId: asha,
    };
    const added = await owner.post(items, { fields: { ...fields, Local_x0020_priority: 2 } }, write);
    if (!added.ok) throw new Error(JSON.stringify(added.fault));
  }
  return {
    world,
    owner,
    place: { site, register: "Risks" },
    listId,
    everything: async () => ({ columns: await all(owner, graphPath`/sites/${site}/lists/${listId}/columns`), rows: await rowsOf(owner, items) }),
    save: async (more) => {
      const pmo = await world.client("owner");
      const place = { site, register: "Settings" };
      await pmo.store.refresh([place]);
      const adoption: Adoption = { register: "Risks", listId, listName: "Risk log", columns: new Map(columns), ...more };
      const json = writtenAdoption(adoption);
      const row = pmo.store.rows(place).find(({ values }) => valueAt(values, "Key") === adoptionKey("Risks"));
      const outcome = await change(
        pmo.store,
        row === undefined ? creation(place, { Title: "Risk log", Key: adoptionKey("Risks"), ValueJson: json }) : updateOf(row, { ValueJson: json }),
      );
      if (outcome.kind !== "saved") throw new Error(JSON.stringify(outcome));
    },
  };
}

async function all(graph: Graph, address: GraphPath): Promise<readonly unknown[]> {
  const found = await collectPages(graph.pages(address, { ...read, query: {} }));
  if (!found.ok) throw new Error(JSON.stringify(found.fault));
  return found.value;
}

async function rowsOf(graph: Graph, items: GraphPath): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const found = await collectPages(graph.pages(items, { ...read, query: { expand: [{ of: "fields" }] } }));
  if (!found.ok) throw new Error(JSON.stringify(found.fault));
  return new Map(
    found.value.flatMap((item) => (isRecord(item) && isRecord(item["fields"]) ? [[String(item["id"]), withoutMarks(item["fields"])] as const] : [])),
  );
}

/** What SharePoint itself writes with every change. */
function withoutMarks(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !["@odata.etag", "Modified", "EditorLookupId", "_UIVersionString"].includes(name)));
}

async function lookupIdOf(graph: Graph, site: string, name: string, world: Northmere): Promise<number> {
  await (await world.client("asha")).graph.post(graphPath`/sites/${site}/lists/${"Settings"}/items`, { fields: { Title: "Asha was here" } }, write);
  const people = await all(graph, graphPath`/sites/${site}/lists/${"User Information List"}/items`);
  const met = await Promise.all(
    people.map((item) =>
      graph.get(graphPath`/sites/${site}/lists/${"User Information List"}/items/${textAt(item, "id") ?? ""}`, {
        ...read,
        query: { expand: [{ of: "fields" }] },
      }),
    ),
  );
  const found = met.find((answer) => answer.ok && JSON.stringify(answer.value.body).includes(name));
  return found?.ok === true ? Number(textAt(found.value.body, "id")) : 0;
}

async function open(client: Client, place: RegisterPlace): Promise<readonly StoredRow[]> {
  await client.store.refresh([place]);
  return client.store.rows(place);
}

function titled(rows: readonly StoredRow[], title: string): StoredRow {
  const row = rows.find(({ values }) => valueAt(values, "Title") === title);
  if (row === undefined) throw new Error(`no row ${title}`);
  return row;
}

describe("a list that the trust made itself, used as a register", () => {
  it("is not there until somebody says so", async () => {
    const { world, place } = await homemade();
    const asha = await world.client("asha");
    await open(asha, place);
    expect(asha.store.placeState(place)).toMatchObject({ fault: { kind: "notFound" } });
  });

  it("is read as risks, with people, scores and what we have no column for", async () => {
    const { world, place, save } = await homemade();
    await save({});
    const rows = await open(await world.client("asha"), place);
    expect(titled(rows, "Scanners late")).toMatchObject({
      values: {
        RiskEvent: "Scanners late, again",
        Owner: "Asha Patel",
        OwnerAddress: "asha@northmere.example",
        CurrentLikelihood: 4,
        CurrentConsequence: 3,
        CurrentScore: 12,
        Controls: "Loan kit",
      },
      extras: { Status: "Live", "Local priority": "2" },
    });
  });

  it("takes a change into the one column that was changed; every other cell and every column stay as they are", async () => {
    const { world, place, save, everything } = await homemade();
    await save({});
    const before = await everything();
    const asha = await world.client("asha");
    const row = titled(await open(asha, place), "Scanners late");
    expect((await change(asha.store, updateOf(row, { CurrentLikelihood: 5 }))).kind).toBe("saved");
    const after = await everything();
    expect(after.columns).toEqual(before.columns);
    const changed = { ...before.rows.get(row.id), Likelihood: "5 - Almost certain" };
    expect(after.rows).toEqual(new Map([...before.rows, [row.id, changed]]));
    expect(valueAt(titled(asha.store.rows(place), "Scanners late").values, "CurrentScore")).toBe(15);
  });

  it("shows what can only be changed in SharePoint, offers no field for it, and refuses the lost", async () => {
    const { world, place, save } = await homemade();
    await save({});
    const asha = await world.client("asha");
    const row = titled(await open(asha, place), "Scanners late");
    const kept = registerAsKept(risks, asha.rights.list(place));
    expect(columnOf(kept, "Controls")?.filledBy).toBe("list");
    expect(columnOf(kept, "Cause")).toBeUndefined();
    expect(columnOf(kept, "CurrentScore")).toBeDefined();
    const outcome = await change(asha.store, updateOf(row, { Controls: "Two kits" }));
    expect(outcome).toMatchObject({ kind: "needsDecision" });
  });

  it("takes a new row", async () => {
    const { world, place, save, everything } = await homemade();
    await save({});
    const asha = await world.client("asha");
    await open(asha, place);
    const values = {
      Title: "Power",
      RiskEvent: "The power fails at go-live",
      Owner: "Asha Patel",
      OwnerAddress: "asha@northmere.example",
      CurrentLikelihood: 1,
      CurrentConsequence: 5,
    };
    expect((await change(asha.store, creation(place, values))).kind).toBe("saved");
    expect([...(await everything()).rows.values()].find(({ Title }) => Title === "Power")).toMatchObject({ Likelihood: "1 - Rare", Impact: 5 });
    expect(titled(asha.store.rows(place), "Power").values).toMatchObject({ Owner: "Asha Patel", CurrentScore: 5 });
  });

  it("is read anew under another mapping, and let go when the mapping goes", async () => {
    const { world, place, save } = await homemade();
    await save({});
    const asha = await world.client("asha");
    await open(asha, place);
    await save({ columns: new Map([...columns, ["Status", { field: "Status", heldAs: "choice", words: [{ theirs: "Live", ours: "Open" }] }]]) });
    asha.lists.forget(place.site);
    expect(titled(await open(asha, place), "Scanners late").values["Status"]).toBe("Open");
  });

  it("says which column an owner took away or made anew, and reads the others", async () => {
    const { world, owner, place, listId, save } = await homemade();
    await save({});
    await owner.delete(graphPath`/sites/${place.site}/lists/${listId}/columns/${"Likelihood"}`, setUp);
    const asha = await world.client("asha");
    const row = titled(await open(asha, place), "Scanners late");
    expect(row.values["CurrentConsequence"]).toBe(3);
    expect(asha.rights.list(place)?.missing).toContain("CurrentLikelihood");
  });
});
