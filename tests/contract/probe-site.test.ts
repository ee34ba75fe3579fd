import { probeSite, probeSteps, type Probe } from "../../src/lists";
import { createSites } from "../../src/graph";
import { northmere, type Client, type Northmere } from "./support/northmere";

async function opened(person = "owner"): Promise<{ readonly at: Northmere; readonly client: Client; readonly site: string }> {
  const at = northmere();
  const client = await at.client(person);
  const site = await createSites(client.graph).byPath("northmere.sharepoint.com", "/sites/pmo");
  if (!site.ok) throw new Error(site.fault.kind);
  return { at, client, site: site.value.id };
}

function probe({ graph }: Client, site: string, signal = new AbortController().signal, report: (done: number) => void = () => undefined): Promise<Probe> {
  return probeSite({ graph, site, clock: { nowMs: () => Date.UTC(2026, 10, 24, 9) } }, { signal, report });
}

function outcomes({ findings }: Probe): Readonly<Record<string, string>> {
  return Object.fromEntries(findings.map(({ step, outcome }) => [step, outcome]));
}

test("a site that does what the app expects is told so step by step, and the list of the check is gone afterwards", async () => {
  const { client, site } = await opened();
  const counts: number[] = [];
  const found = await probe(client, site, undefined, (done) => counts.push(done));
  expect(found.findings.filter(({ outcome }) => outcome !== "asExpected")).toEqual([]);
  expect(counts).toEqual(probeSteps.map((_step, index) => index + 1));
  const lists = await client.graph.get(`/sites/${encodeURIComponent(site)}/lists` as never, { scopes: [] });
  expect(JSON.stringify(lists)).not.toContain(found.listName);
});

test("where no list may be made, nothing more is tried and the reason is told", async () => {
  const { client, site } = await opened("board");
  const found = await probe(client, site);
  expect(found.fault?.kind).toBe("forbidden");
  expect(outcomes(found)).toMatchObject({ makeList: "differs", writeRow: "notTried", removeList: "notTried" });
});

test("stopped on the way, it still removes what it made", async () => {
  const { client, site } = await opened();
  const stop = new AbortController();
  const found = await probe(client, site, stop.signal, (done) => done === 4 && stop.abort());
  expect(outcomes(found)).toMatchObject({ readRow: "asExpected", summerDate: "notTried", removeList: "asExpected" });
});
