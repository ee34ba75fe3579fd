import { createSites } from "../../src/graph";
import type { Result } from "../../src/kernel";
import { checkAccess, createSiteLists } from "../../src/lists";
import { loadRegister } from "../../src/registers";
import { northmere, type Client, type Northmere } from "./support/northmere";

type Findings = Awaited<ReturnType<typeof checkAccess>>;

interface Asked {
  readonly register?: string;
  readonly row?: string;
  readonly path?: string;
}

function look({ graph }: Client, { path = "/sites/pmo", ...question }: Asked = {}): Promise<Findings> {
  const findSite = () => createSites(graph).byPath("northmere.sharepoint.com", path);
  return checkAccess({ graph, lists: createSiteLists(graph, loadRegister), findSite }, question);
}

/** "read" or the kind of the fault, by what was asked. */
function outcomes(findings: Findings): Readonly<Record<string, string>> {
  const answers = Object.entries<Result<unknown>>({ ...findings });
  return Object.fromEntries(answers.map(([name, answer]) => [name, answer.ok ? "read" : answer.fault.kind]));
}

async function opened(person = "asha"): Promise<{ readonly at: Northmere; readonly client: Client }> {
  const at = northmere();
  await at.setUp(["Risks"]);
  return { at, client: await at.client(person) };
}

describe("a few reads say how far a person comes", () => {
  test("to the rows of a register, with five of them and no write", async () => {
    const { at, client } = await opened("board");
    const before = at.tenant.usage.report();
    const findings = await look(client, { register: "Risks" });
    const { byRoute, calls } = at.tenant.usage.report();
    expect(outcomes(findings)).toEqual({ me: "read", site: "read", lists: "read", list: "read", rows: "read" });
    expect(findings.me).toMatchObject({ value: { name: "Bea Marsh", address: "board@northmere.example" } });
    const more = Object.keys(byRoute).filter((route) => byRoute[route] !== before.byRoute[route]);
    expect(more.every((route) => route.startsWith("GET "))).toBe(true);
    expect(calls - before.calls).toBe(5);
  });

  test("to a site that is not there, and no further", async () => {
    const { client } = await opened();
    expect(outcomes(await look(client, { path: "/sites/nowhere", register: "Risks" }))).toEqual({ me: "read", site: "notFound" });
  });

  test("to a site that a policy closes, and no further", async () => {
    const { at, client } = await opened();
    at.tenant.restrictions.restrictedSite = "pmo";
    expect(outcomes(await look(client, { register: "Risks" }))).toEqual({ me: "read", site: "forbidden" });
  });

  test("to a list that was never made, or that the person may not see: SharePoint does not tell which", async () => {
    const { at, client } = await opened();
    const notThere = { me: "read", site: "read", lists: "read", list: "notFound" };
    expect(outcomes(await look(client, { register: "Issues" }))).toEqual(notThere);
    at.tenant.restrictions.setListRight({ site: "pmo", list: "PRRisks", person: "asha" }, "none");
    expect(outcomes(await look(client, { register: "Risks" }))).toEqual(notThere);
  });

  test("what was known before is asked again: a list that came back is found", async () => {
    const { at, client } = await opened();
    at.tenant.restrictions.setListRight({ site: "pmo", list: "PRRisks", person: "asha" }, "none");
    await look(client, { register: "Risks" });
    at.tenant.restrictions.setListRight({ site: "pmo", list: "PRRisks", person: "asha" }, undefined);
    expect(outcomes(await look(client, { register: "Risks" }))).toMatchObject({ list: "read", rows: "read" });
  });

  test("to the retention label of a row", async () => {
    const { at, client } = await opened();
    const place = { site: "pmo", list: "PRRisks" };
    const item = at.tenant.listsApp.typeRow({ ...place, person: "asha", fields: { Title: "Pumps fail" } });
    const asked = { register: "Risks", row: String(item) };
    expect((await look(client, asked)).row).toEqual({ ok: true, value: { label: "" } });
    at.tenant.listsApp.labelRow({ ...place, item }, "Keep 7 years");
    expect((await look(client, asked)).row).toEqual({ ok: true, value: { label: "Keep 7 years" } });
    expect(outcomes(await look(client, { register: "Risks", row: "999" }))).toMatchObject({ rows: "read", row: "notFound" });
  });
});
