import { personas } from "../../../src/demo/seed";
import { isRecord, listAt, property, textAt } from "../../../src/kernel";
import { decodeFields } from "../../../src/lists";
import { risks } from "../../../src/registers";
import { seeded, send, valuesIn, type Seeded } from "./fixture";

const pmo = "/sites/northmere.sharepoint.com:/sites/pmo:";
const estates = "/sites/northmere.sharepoint.com:/sites/northmere-estates:";
const westvale = "/sites/westvale.sharepoint.com:/sites/projects:";

/** Everything that people wrote, before any test has added to it. */
function rowsIn({ tenant }: Seeded): string {
  return JSON.stringify([...tenant.state.items.all()].filter(([, , { createdById }]) => createdById !== null));
}

let demo: Seeded;
let rows = "";
beforeAll(async () => {
  demo = await seeded();
  rows = rowsIn(demo);
}, 60_000);

describe("the seeded tenant", () => {
  it("shows the PMO's site first, beside the estates site, and another trust in a tenant of its own", () => {
    const ours = valuesIn(send(demo.tenant, "pmo", { path: "/sites?search=*" })).map((site) => site["webUrl"]);
    expect(ours[0]).toBe("https://northmere.sharepoint.com/sites/pmo");
    expect(ours).toContain("https://northmere.sharepoint.com/sites/northmere-estates");
    expect(valuesIn(send(demo.tenant, "other", { path: "/sites?search=*" })).map((site) => site["webUrl"])).toEqual([
      "https://westvale.sharepoint.com/sites/projects",
    ]);
    expect(send(demo.tenant, "other", { path: pmo }).status).not.toBe(200);
    expect(send(demo.tenant, "pmo", { path: westvale }).status).not.toBe(200);
  });

  const rights: readonly (readonly [person: string, site: string, reading: number, writing: number])[] = [
    ["pm", pmo, 200, 201],
    ["finance", pmo, 200, 201],
    ["pmo", pmo, 200, 201],
    ["sro", pmo, 200, 201],
    ["clinician", pmo, 200, 201],
    ["board", pmo, 200, 403],
    ["guest", pmo, 200, 403],
    ["chloe-bannister", pmo, 403, 403],
    ["pm", estates, 200, 201],
    ["sro", estates, 200, 403],
    ["clinician", estates, 403, 403],
    ["board", estates, 200, 403],
    ["guest", estates, 403, 403],
    ["other", westvale, 200, 201],
  ];
  it.each(rights)("answers %s at %s with %i to a reader and %i to a writer", (person, site, reading, writing) => {
    expect(send(demo.tenant, person, { path: `${site}/lists/Decisions/items` }).status).toBe(reading);
    expect(send(demo.tenant, person, { path: `${site}/lists/Decisions/items`, method: "POST", body: { fields: { Title: "Asked in a test" } } }).status).toBe(
      writing,
    );
  });

  it("lets the PMO lead alone change lists", () => {
    const column = { path: `${pmo}/lists/Decisions/columns`, method: "POST", body: { name: "Room", text: {} } };
    expect(send(demo.tenant, "pm", column).status).toBe(403);
    expect(send(demo.tenant, "pmo", column).status).toBe(201);
  });

  it("knows every persona by key, with the address and the job of the table", () => {
    for (const { key, name, address, jobTitle } of personas) {
      const person = demo.tenant.personByKey(key);
      expect(person).toMatchObject({ displayName: name, userPrincipalName: address, jobTitle });
      expect(address).toBe(address.toLowerCase());
    }
    expect(demo.tenant.people().length).toBeGreaterThan(65);
    expect(new Set(demo.tenant.people().map(({ key }) => key)).size).toBe(demo.tenant.people().length);
  });

  it("has the PMO's team with a standard, a private and a shared channel", () => {
    const teams = valuesIn(send(demo.tenant, "pm", { path: "/me/joinedTeams" }));
    expect(teams.map((team) => team["displayName"])).toEqual(expect.arrayContaining(["PMO", "Blood tracking", "Dental image transfer"]));
    const id =
      textAt(
        teams.find((team) => team["displayName"] === "PMO"),
        "id",
      ) ?? "";
    const channels = valuesIn(send(demo.tenant, "pmo", { path: `/teams/${id}/channels` }));
    expect(new Map(channels.map((channel) => [channel["displayName"], channel["membershipType"]]))).toEqual(
      new Map([
        ["General", "standard"],
        ["Reporting", "standard"],
        ["Board papers", "private"],
        ["Regional partners", "shared"],
      ]),
    );
  });

  it("keeps rows as the product writes them", () => {
    const reply = send(demo.tenant, "pm", { path: `${pmo}/lists/Risks/items?$expand=fields&$filter=fields/Ref eq 'R-0060'` });
    const fields = property(valuesIn(reply)[0], "fields");
    expect(isRecord(fields)).toBe(true);
    const { values, extras } = decodeFields(risks, isRecord(fields) ? fields : {});
    expect(values).toMatchObject({ Ref: "R-0060", RefNo: 60 });
    expect(values["CurrentScore"]).toBe(Number(values["CurrentLikelihood"]) * Number(values["CurrentConsequence"]));
    expect(extras).toEqual({});
  });

  it("has risks that were scored again, with the earlier score in their history", () => {
    const items = valuesIn(send(demo.tenant, "pm", { path: `${pmo}/lists/Risks/items?$expand=fields&$top=500` }));
    const changed = items.filter((item) => textAt(item, "@odata.etag")?.endsWith(',2"') === true && property(property(item, "fields"), "Ref") !== undefined);
    expect(changed.length).toBeGreaterThan(5);
  });

  it("has rows typed in Lists, without Ref and client key, dated at midnight of the site", () => {
    const items = valuesIn(send(demo.tenant, "pm", { path: `${pmo}/lists/Actions/items?$expand=fields&$top=500` }));
    const typed = items.map((item) => property(item, "fields")).find((fields) => textAt(fields, "Title") === "Ask switchboard about alarms");
    expect(typed).toMatchObject({ ProjectRef: "P-0012", DueDate: "2026-11-28T00:00:00Z" });
    expect(property(typed, "Ref")).toBeUndefined();
    expect(property(typed, "ClientKey")).toBeUndefined();
  });

  it("has a column and a choice that a list owner added to the risks", () => {
    const columns = valuesIn(send(demo.tenant, "pmo", { path: `${pmo}/lists/Risks/columns` }));
    expect(columns.find((column) => column["name"] === "LocalPriority")).toMatchObject({ displayName: "Local priority" });
    const choices = listAt(
      property(
        columns.find((column) => column["name"] === "Category"),
        "choice",
      ),
      "choices",
    );
    expect(choices.at(-1)).toBe("Patient flow and beds");
    const items = valuesIn(send(demo.tenant, "pm", { path: `${pmo}/lists/Risks/items?$expand=fields&$top=500` }));
    expect(items.filter((item) => property(property(item, "fields"), "LocalPriority") !== undefined).length).toBeGreaterThan(4);
  });

  it("was written by the rules of the service, without a complaint", () => {
    expect(demo.tenant.usage.report().complaints).toEqual([]);
  });

  it("is the same tenant again for the same seed", async () => {
    const again = await seeded();
    const sites = [demo, again].map(({ tenant }) => [...tenant.state.sites.all()].map(([, , site]) => [site.id, site.path]));
    expect(sites[0]).toEqual(sites[1]);
    expect(rowsIn(again) === rows).toBe(true);
  });
});
