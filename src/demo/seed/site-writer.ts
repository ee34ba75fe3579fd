import { textAt, type CalendarDate } from "../../kernel";
import { createSites, graphPath, scopesFor, type BatchRequest, type Graph } from "../../graph";
import { createProvisioning, createSiteLists, encodeFields, listUrlName } from "../../lists";
import { loadRegister, loadRegisters, type Register, type Values } from "../../registers";
import type { Tenant } from "../tenant";
import { expectValue, graphOfEach, momentOf } from "./connect";
import type { RowBook } from "./row-book";

/** Where a site's rows go, as the product itself would write them: through Graph, as the person who typed them. */
export interface SiteWriter {
  /** Makes the lists of the registers. Throws (a bug in the seed or the tenant) when one is refused. */
  provision(registers: readonly Register[]): Promise<void>;
  write(book: RowBook): Promise<void>;
  addColumn(register: Register, column: Readonly<Record<string, unknown>>): Promise<void>;
  changeColumn(register: Register, name: string, column: Readonly<Record<string, unknown>>): Promise<void>;
}

interface WriterPlace {
  readonly tenant: Tenant;
  readonly host: string;
  readonly path: string;
  /** Key of the person who makes the lists. */
  readonly owner: string;
  readonly today: CalendarDate;
  /** Sets the tenant's clock, so that rows have a past; without it all is written now. */
  readonly setNowMs: ((nowMs: number) => void) | undefined;
}

const mostParts = 20; // Graph's limit of a batch

export async function openSite(place: WriterPlace): Promise<SiteWriter> {
  const graphOf = graphOfEach(place.tenant);
  const owner = graphOf(place.owner);
  const site = expectValue(await createSites(owner).byPath(place.host, place.path), `the site ${place.path}`);
  const lists = createSiteLists(owner, loadRegister);
  const setUp = { scopes: scopesFor("setUpRegisters") };

  async function listIds(): Promise<ReadonlyMap<string, string>> {
    return new Map(expectValue(await lists.all(site.id), "the lists").map((list) => [list.name, list.id]));
  }

  async function columnsOf(register: Register): Promise<string> {
    const id = (await listIds()).get(listUrlName(register));
    if (id === undefined) throw new Error(`${place.path} has no list for ${register.name}`);
    return id;
  }

  return {
    provision: async (registers) => {
      place.setNowMs?.(momentOf(place.today, 400));
      const made = await createProvisioning({ graph: owner, lists, loadRegisters }).create(
        site.id,
        registers.map(({ name }) => name),
        { report: () => undefined, signal: new AbortController().signal },
      );
      for (const { register, outcome } of made) expectValue(outcome, `the list of ${register}`);
    },
    write: async (book) => {
      const ids = await listIds();
      const created = await writeRows({ place, graphOf, site: site.id, ids }, book);
      await writeChanges({ place, graphOf, site: site.id, ids }, book, created);
    },
    addColumn: async (register, column) => {
      expectValue(await owner.post(graphPath`/sites/${site.id}/lists/${await columnsOf(register)}/columns`, column, setUp), "a column");
    },
    changeColumn: async (register, name, column) => {
      expectValue(await owner.patch(graphPath`/sites/${site.id}/lists/${await columnsOf(register)}/columns/${name}`, column, setUp), "a column");
    },
  };
}

interface Writing {
  readonly place: WriterPlace;
  readonly graphOf: (person: string) => Graph;
  readonly site: string;
  readonly ids: ReadonlyMap<string, string>;
}

interface Created {
  readonly id: string;
  etag: string;
  values: Values;
}

const writeScopes = { scopes: scopesFor("writeRegisters") };

/** Neighbours in the book with the same author and day share a batch. */
async function writeRows(writing: Writing, book: RowBook): Promise<Map<string, Created>> {
  const created = new Map<string, Created>();
  const { rows } = book;
  for (let from = 0; from < rows.length;) {
    const first = rows[from];
    if (first === undefined) break;
    let to = from + 1;
    while (to < rows.length && to - from < mostParts && rows[to]?.by === first.by && rows[to]?.daysAgo === first.daysAgo) to += 1;
    const batch = rows.slice(from, to);
    writing.place.setNowMs?.(momentOf(writing.place.today, first.daysAgo));
    const parts = batch.map(({ register, values }): BatchRequest => ({
      method: "POST",
      address: graphPath`/sites/${writing.site}/lists/${listOf(writing, register)}/items`,
      body: { fields: encodeFields(register, values) },
    }));
    const answers = await writing.graphOf(first.by).batch(parts, writeScopes);
    for (const [place, { register, values }] of batch.entries()) {
      const answer = answers[place];
      const name = `${register.name} ${String(values["Ref"])}`;
      if (answer === undefined) throw new Error(`${name} was not answered`);
      const { id, etag } = readCreated(expectValue(answer, name).body);
      created.set(name, { id, etag, values });
    }
    from = to;
  }
  return created;
}

/** One by one and oldest first: each has the eTag that the change before it left. */
async function writeChanges(writing: Writing, book: RowBook, created: Map<string, Created>): Promise<void> {
  for (const { register, ref, changes, by, daysAgo } of [...book.changes].sort((one, other) => other.daysAgo - one.daysAgo)) {
    const row = created.get(`${register.name} ${ref}`);
    if (row === undefined) throw new Error(`${register.name} has no row ${ref}`);
    writing.place.setNowMs?.(momentOf(writing.place.today, daysAgo));
    const address = graphPath`/sites/${writing.site}/lists/${listOf(writing, register)}/items/${row.id}`;
    const answer = await writing.graphOf(by).patch(address, { fields: encodeFields(register, changes) }, { ...writeScopes, ifMatch: row.etag });
    row.etag = readCreated(expectValue(answer, `a change to ${ref}`).body).etag;
  }
}

function listOf({ ids }: Writing, register: Register): string {
  const id = ids.get(listUrlName(register));
  if (id === undefined) throw new Error(`there is no list for ${register.name}`);
  return id;
}

function readCreated(body: unknown): { readonly id: string; readonly etag: string } {
  const id = textAt(body, "id");
  const etag = textAt(body, "@odata.etag");
  if (id === undefined || etag === undefined) throw new Error("a row came back without its id or eTag");
  return { id, etag };
}
