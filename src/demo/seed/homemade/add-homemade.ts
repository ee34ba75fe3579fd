import { textAt, type CalendarDate } from "../../../kernel";
import { createSites, graphPath, readAll, scopesFor, type BatchRequest, type Graph } from "../../../graph";
import type { Tenant } from "../../tenant";
import { expectValue, graphOfEach, momentOf } from "../connect";
import { createDice } from "../dice";
import { actionTracker, departmentList, departments, ourProjects, projectList, riskLog, type HandmadeList } from "./lists";
import { actionRows, changesOfFirstRisk, riskRows, type HandmadeRow } from "./rows";

interface HandmadeRequest {
  readonly tenant: Tenant;
  readonly host: string;
  readonly seed: number;
  readonly today: CalendarDate;
  readonly setNowMs: ((nowMs: number) => void) | undefined;
}

const path = "/sites/homemade";
const owner = "pmo";
const mostParts = 20; // Graph's limit of a batch
const setUp = { scopes: scopesFor("setUpRegisters") };
const writing = { scopes: scopesFor("writeRegisters") };

/** The lists that a team of a theatre made for itself, with the rows they typed. Throws (a bug) where the tenant refuses. */
export async function addHomemade(request: HandmadeRequest): Promise<void> {
  const graphOf = graphOfEach(request.tenant);
  const graph = graphOf(owner);
  const site = expectValue(await createSites(graph).byPath(request.host, path), "the site of the theatres").id;
  const ids = await makeLists(request, graph, site);
  const people = await lookupIds(graph, site);
  const dice = createDice(request.seed).fork("homemade");
  const parts = { today: request.today, people };
  const placeOf = ({ name }: HandmadeList): Place => ({ graphOf, site, list: idIn(ids, name) });
  const send = (list: HandmadeList, rows: readonly HandmadeRow[]): Promise<readonly string[]> => writeRows(request, placeOf(list), rows);
  const short = (titles: readonly object[]): readonly HandmadeRow[] => titles.map((fields) => ({ by: owner, daysAgo: 300, fields: { ...fields } }));
  await send(departmentList, short(departments.map((Title) => ({ Title }))));
  await send(projectList, short(ourProjects.map(([Title, Code]) => ({ Title, Code }))));
  const risks = await send(riskLog, riskRows({ ...parts, dice: dice.fork("risks") }));
  await send(actionTracker, actionRows({ ...parts, dice: dice.fork("actions") }));
  await changeRow(request, { ...placeOf(riskLog), item: risks[0] ?? "" }, changesOfFirstRisk);
  addEvidence(request, risks);
}

async function makeLists({ today, setNowMs }: HandmadeRequest, graph: Graph, site: string): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  setNowMs?.(momentOf(today, 310));
  for (const { name, columns } of [departmentList, projectList, riskLog, actionTracker]) {
    const body = { displayName: name, list: { template: "genericList" }, columns: columns((other) => idIn(ids, other)) };
    const made = expectValue(await graph.post(graphPath`/sites/${site}/lists`, body, setUp), `the list ${name}`);
    ids.set(name, textAt(made.body, "id") ?? "");
  }
  return ids;
}

function idIn(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new RangeError(`there is no list ${name} yet`);
  return id;
}

/** Person columns hold ids of the site's own list of people. */
async function lookupIds(graph: Graph, site: string): Promise<readonly number[]> {
  const address = graphPath`/sites/${site}/lists/${"User Information List"}/items`;
  const items = expectValue(
    await readAll(graph, address, { scopes: scopesFor("readRegisters"), parse: (item) => textAt(item, "id") }),
    "the people of the theatres",
  );
  return items.map(Number);
}

interface Place {
  readonly graphOf: (person: string) => Graph;
  readonly site: string;
  readonly list: string;
}

/** Neighbours with the same author and day share a batch. @returns the rows' ids in the order of the rows. */
async function writeRows({ today, setNowMs }: HandmadeRequest, { graphOf, site, list }: Place, rows: readonly HandmadeRow[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let from = 0; from < rows.length; from += mostParts) {
    const batch = rows.slice(from, from + mostParts);
    const [first] = batch;
    if (first === undefined) break;
    setNowMs?.(momentOf(today, first.daysAgo));
    const requests = batch.map(({ fields }): BatchRequest => ({ method: "POST", address: graphPath`/sites/${site}/lists/${list}/items`, body: { fields } }));
    const answers = await graphOf(first.by).batch(requests, writing);
    ids.push(...answers.map((answer) => textAt(expectValue(answer, "a row typed by hand").body, "id") ?? ""));
  }
  return ids;
}

/** One by one: each change has the eTag that the one before it left. */
async function changeRow(
  { today, setNowMs }: HandmadeRequest,
  { graphOf, site, list, item }: Place & { readonly item: string },
  changes: readonly HandmadeRow[],
): Promise<void> {
  const address = graphPath`/sites/${site}/lists/${list}/items/${item}`;
  const read = expectValue(await graphOf(owner).get(address, { scopes: scopesFor("readRegisters") }), "a risk");
  let etag = textAt(read.body, "eTag") ?? "";
  for (const { by, daysAgo, fields } of changes) {
    setNowMs?.(momentOf(today, daysAgo));
    const changed = expectValue(await graphOf(by).patch(address, { fields }, { ...writing, ifMatch: etag }), "a change to a risk");
    etag = textAt(changed.body, "eTag") ?? "";
  }
}

/** Graph writes no hyperlink, so these were typed in Lists. */
function addEvidence({ tenant, host }: HandmadeRequest, risks: readonly string[]): void {
  for (const index of [3, 11, 24, 37, 52]) {
    const name = `evidence-${String(index)}.docx`;
    const Evidence = { Url: `https://${host}${path}/Shared%20Documents/${name}`, Description: name };
    tenant.listsApp.typeRow({ site: "homemade", person: "helen-strand", list: riskLog.name, item: Number(risks[index]), fields: { Evidence } });
  }
}
