import { deployedSites } from "../../../src/demo/seed";
import { findPatientDetails, isRecord, property, textAt } from "../../../src/kernel";
import { lightRegisters } from "../../../src/registers";
import { seeded, send, valuesIn, type Reply, type Seeded } from "./fixture";

const place = (key: string): string => `/sites/northmere.sharepoint.com:/sites/${key}:`;
const newPmo = place("new-pmo");
const homemade = place("homemade");

let demo: Seeded;
beforeAll(async () => {
  demo = await seeded();
}, 60_000);

const read = (person: string, path: string): Reply => send(demo.tenant, person, { path });
const namesOf = (reply: Reply, name: string): readonly unknown[] => valuesIn(reply).map((value) => value[name]);

function fieldsOf(list: string): readonly Readonly<Record<string, unknown>>[] {
  return valuesIn(read("pmo", `${homemade}/lists/${encodeURIComponent(list)}/items?$expand=fields&$top=500`))
    .map((item) => property(item, "fields"))
    .filter(isRecord);
}

function columnsOf(list: string): ReadonlyMap<unknown, Readonly<Record<string, unknown>>> {
  return new Map(valuesIn(read("pmo", `${homemade}/lists/${encodeURIComponent(list)}/columns`)).map((column) => [column["displayName"], column]));
}

describe("the sites beside the trust's own two", () => {
  const rights: readonly (readonly [person: string, site: string, reading: number])[] = [
    ["pmo", "new-pmo", 200],
    ["pm", "new-pmo", 200],
    ["finance", "new-pmo", 403],
    ["finance", "homemade", 200],
    ["sro", "homemade", 200],
    ["board", "homemade", 403],
    ["pmo", "spread-imaging", 200],
    ["pmo", "spread-pharmacy", 200],
    ["pmo", "spread-wards", 200],
    ["sro", "spread-imaging", 200],
    ["sro", "spread-pharmacy", 200],
    ["sro", "spread-wards", 403],
    ["pm", "spread-imaging", 403],
  ];
  it.each(rights)("answer %s at %s with %i", (person, site, reading) => {
    expect(read(person, `${place(site)}/lists`).status).toBe(reading);
  });

  it("answer the persona of another trust as a host of another tenancy", () => {
    for (const site of [...deployedSites, "new-pmo", "spread-wards"]) {
      const refused = read("other", place(site).slice(0, -1));
      expect([refused.status, textAt(property(refused.json, "error"), "message")]).toEqual([400, "Invalid hostname for this tenancy"]);
    }
  });

  it("are followed by those who may see them, but for the new office and the theatres", () => {
    expect(namesOf(read("pmo", "/me/followedSites"), "name")).toEqual(["pmo", "northmere-estates", "spread-imaging", "spread-pharmacy", "spread-wards"]);
    expect(namesOf(read("sro", "/me/followedSites"), "name")).toEqual(["spread-imaging", "spread-pharmacy"]);
  });

  it("have no grant for the product, which the trust's own have", () => {
    const granted = [...demo.tenant.state.sites.all()].flatMap(([, , { id, key }]) =>
      [...demo.tenant.state.appGrants.inGroup(id).values()].map(({ role }) => [key, role]),
    );
    expect(granted).toEqual(deployedSites.map((key) => [key, "write"]));
  });
});

describe("the new office", () => {
  it("has a team with a standard channel, and no list but the library", () => {
    const teams = valuesIn(read("pm", "/me/joinedTeams"));
    const id =
      textAt(
        teams.find(({ displayName }) => displayName === "New PMO"),
        "id",
      ) ?? "";
    expect(valuesIn(read("pm", `/teams/${id}/channels`)).map(({ displayName, membershipType }) => [displayName, membershipType])).toEqual([
      ["General", "standard"],
      ["Set-up", "standard"],
    ]);
    expect(namesOf(read("pm", `${newPmo}/lists`), "displayName")).toEqual(["Documents"]);
  });

  it("lets the PMO lead make lists, and the project manager only write", () => {
    const list = { path: `${newPmo}/lists`, method: "POST", body: { displayName: "Asked in a test" } };
    expect(send(demo.tenant, "pm", list).status).toBe(403);
    expect(send(demo.tenant, "pmo", list).status).toBe(201);
  });
});

describe("the lists made by hand", () => {
  it("are two, each with the list that it looks up", () => {
    expect(namesOf(read("sro", `${homemade}/lists`), "displayName")).toEqual(["Documents", "Departments", "Our projects", "Risk log", "Action tracker"]);
    expect(["Departments", "Our projects", "Risk log", "Action tracker"].map((list) => fieldsOf(list).length)).toEqual([6, 6, 60, 80]);
  });

  it("have columns of every kind, with words for people and encoded names", () => {
    const risks = columnsOf("Risk log");
    expect([...risks.keys()]).not.toContain("Project");
    expect(risks.get("Risk description")).toMatchObject({ name: "Risk_x0020_description", required: true });
    expect(risks.get("Likelihood")).toMatchObject({ required: true, defaultValue: { value: "3 - Possible" } });
    expect(risks.get("Type of risk")).toMatchObject({ choice: { displayAs: "checkBoxes" } });
    expect(risks.get("Score")).toMatchObject({ calculated: { outputType: "number" } });
    expect(risks.get("Department")).toHaveProperty("lookup");
    expect(Object.keys(risks.get("Evidence") ?? {})).not.toContain("hyperlinkOrPicture");
    const actions = columnsOf("Action tracker");
    expect(actions.get("% done")).toMatchObject({ name: "_x0025__x0020_done", number: { displayAs: "percentage" } });
    expect(actions.get("Also involved")).toMatchObject({ personOrGroup: { allowMultipleSelection: true } });
    expect(actions.get("Project")).toMatchObject({ required: true });
  });

  it("have scores that are the product of their parts, also where the likelihood is the list's default", () => {
    for (const { Likelihood, Impact, Score } of fieldsOf("Risk log")) expect(Score).toBe(Number(String(Likelihood)[0]) * Number(String(Impact)[0]));
  });

  it("have empty cells, values outside of any project, rich text, links and people", () => {
    const risks = fieldsOf("Risk log");
    for (const name of ["Risk_x0020_ownerLookupId", "Review_x0020_date", "Type_x0020_of_x0020_risk", "Notes", "Risk_x0020_no_x002e_"]) {
      const filled = risks.filter((fields) => fields[name] !== undefined).length;
      expect([name, filled > 5, filled < 60]).toEqual([name, true, true]);
    }
    expect(risks.filter(({ Evidence }) => textAt(Evidence, "Url")?.startsWith("https://northmere.sharepoint.com/")).length).toBe(5);
    const several = fieldsOf("Action tracker").map((fields) => fields["Also_x0020_involved"]);
    expect(several.some((people) => Array.isArray(people) && people.length > 1)).toBe(true);
  });

  it("have titles that a cell and a page must not obey", () => {
    const titles = ["Risk log", "Action tracker"].flatMap((list) => fieldsOf(list).map((fields) => String(fields["Title"])));
    expect(titles.filter((title) => title.startsWith("=cmd|"))).toHaveLength(1);
    expect(titles.filter((title) => title.includes("<script>"))).toHaveLength(1);
  });

  it("have a risk that several people have changed", () => {
    const items = valuesIn(read("pmo", `${homemade}/lists/Risk%20log/items?$top=500`));
    const changed = items.find((item) => textAt(item, "eTag")?.endsWith(',5"') === true);
    const versions = valuesIn(read("pmo", `${homemade}/lists/Risk%20log/items/${textAt(changed, "id") ?? ""}/versions?$expand=fields`));
    expect(new Set(versions.map((version) => textAt(property(property(version, "lastModifiedBy"), "user"), "displayName"))).size).toBe(3);
    expect(textAt(property(versions[0], "fields"), "Title")).toBe("Trays late (main theatres)");
  });

  it("hold nothing that looks like a patient's details", () => {
    const texts = ["Risk log", "Action tracker"].flatMap((list) =>
      fieldsOf(list).flatMap((fields) => Object.values(fields).filter((value) => typeof value === "string")),
    );
    expect(texts.filter((text) => !/^"?[0-9a-f-]{36}/.test(text) && findPatientDetails(text).length > 0)).toEqual([]);
  });
});

describe("projects in a site each", () => {
  it("have the product's light registers, and a P-0001 of their own", () => {
    const titles = ["imaging", "pharmacy", "wards"].map((name) => {
      const lists = namesOf(read("pmo", `${place(`spread-${name}`)}/lists`), "name");
      expect(lists).toEqual(expect.arrayContaining(lightRegisters.map((register) => `PR${register.name}`)));
      const rows = valuesIn(read("pmo", `${place(`spread-${name}`)}/lists/Projects/items?$expand=fields&$filter=fields/Ref eq 'P-0001'`));
      return textAt(property(rows[0], "fields"), "Title");
    });
    expect(new Set(titles).size).toBe(3);
  });

  it("have rows in every light register that their projects call for", () => {
    for (const { site, rowCounts } of demo.sites.filter((one) => one.site.startsWith("spread-"))) {
      expect([site, rowCounts.get("Projects")]).toEqual([site, 3]);
      for (const register of ["Risks", "Issues", "Actions", "Costs", "Milestones"])
        expect([site, register, (rowCounts.get(register) ?? 0) > 0]).toEqual([site, register, true]);
    }
  });
});
