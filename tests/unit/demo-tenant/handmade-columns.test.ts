import { at, northmere, rowsOf, siteAddress, textOf, type Northmere, type Reply } from "./fixture";

interface Handmade extends Northmere {
  readonly list: string;
  readonly departments: string;
}

const score = "=LEFT([Likelihood],1)*LEFT([Impact],1)";

/** A list as its owner makes it: names with spaces, a look-up, a calculated column, a hyperlink, rich text. */
function handmade(formula = score, outputType = "number"): Handmade {
  const world = northmere();
  const make = (displayName: string, columns: readonly unknown[]): string => {
    const made = world.pat.post(`${siteAddress}/lists`, { displayName, columns, list: { template: "genericList" } });
    return textOf(made, "id");
  };
  const departments = make("Departments", []);
  const list = make("Risk log", [
    { name: "Risk description", text: { allowMultipleLines: true } },
    { name: "Risk owner", personOrGroup: {} },
    { name: "Department", lookup: { listId: departments, columnName: "Title" } },
    { name: "Other departments", lookup: { listId: departments, columnName: "Title", allowMultipleValues: true } },
    { name: "Likelihood", choice: { choices: ["1 - Rare", "2 - Unlikely"] } },
    { name: "Impact", choice: { choices: ["4 - Major", "5 - Catastrophic"] } },
    { name: "Weight", number: {} },
    { name: "Score", calculated: { formula, outputType } },
    { name: "Evidence", hyperlinkOrPicture: { isPicture: false } },
    { name: "Notes", text: { allowMultipleLines: true, textType: "richText" } },
    { name: "Escalated?", boolean: {}, defaultValue: { value: "0" } },
  ]);
  const at = (id: string): string => `${siteAddress}/lists/${id}`;
  for (const title of ["Theatres", "Recovery"]) world.pat.post(`${at(departments)}/items`, { fields: { Title: title } });
  return { ...world, list: at(list), departments };
}

function columnNamed({ pat, list }: Handmade, displayName: string): Readonly<Record<string, unknown>> | undefined {
  return rowsOf(pat.get(`${list}/columns`)).find((column) => column["displayName"] === displayName);
}

function add({ wren, list }: Handmade, fields: object): Reply {
  return wren.post(`${list}/items`, { fields: { Title: "Flood", ...fields } });
}

describe("columns made by hand", () => {
  test("keep their words as display name, and encode them in the internal name", () => {
    const world = handmade();
    expect(["Risk description", "Risk owner", "Escalated?"].map((words) => columnNamed(world, words)?.["name"])).toEqual([
      "Risk_x0020_description",
      "Risk_x0020_owner",
      "Escalated_x003f_",
    ]);
  });

  test("tell by their facet what they are", () => {
    const world = handmade();
    expect(columnNamed(world, "Risk owner")).toMatchObject({ personOrGroup: { allowMultipleSelection: false, chooseFromType: "peopleOnly" } });
    expect(columnNamed(world, "Department")).toMatchObject({ lookup: { listId: world.departments, columnName: "Title", allowMultipleValues: false } });
    expect(columnNamed(world, "Score")).toMatchObject({ readOnly: true, calculated: { formula: score, outputType: "number" } });
    expect(columnNamed(world, "Notes")).toMatchObject({ text: { allowMultipleLines: true, textType: "richText" } });
    expect(columnNamed(world, "Escalated?")).toMatchObject({ boolean: {}, defaultValue: { value: "0" } });
  });

  test("that hold a hyperlink come without any facet", () => {
    const names = Object.keys(columnNamed(handmade(), "Evidence") ?? {});
    expect(names).toContain("name");
    expect(names.filter((name) => ["text", "hyperlinkOrPicture", "lookup", "calculated"].includes(name))).toEqual([]);
  });
});

describe("values in columns made by hand", () => {
  test("a look-up reads as the id of its row, and as its words only where they are selected", () => {
    const world = handmade();
    add(world, { DepartmentLookupId: 2 });
    const fields = (select: string): unknown => at(world.wren.get(`${world.list}/items/1?$expand=fields${select}`), "fields");
    expect(fields("")).toMatchObject({ DepartmentLookupId: "2" });
    expect(fields("")).not.toHaveProperty("Department");
    expect(fields("($select=Department)")).toMatchObject({ Department: "Recovery" });
    expect(fields("($select=Department)")).not.toHaveProperty("DepartmentLookupId");
    expect(fields("($select=DepartmentLookupId)")).toMatchObject({ DepartmentLookupId: "2" });
  });

  test("a look-up of several rows reads as ids and words together", () => {
    const world = handmade();
    const reply = add(world, { "Other_x0020_departmentsLookupId@odata.type": "Collection(Edm.Int32)", Other_x0020_departmentsLookupId: [1, 2] });
    expect(at(reply, "fields", "Other_x0020_departments")).toEqual([
      { LookupId: 1, LookupValue: "Theatres" },
      { LookupId: 2, LookupValue: "Recovery" },
    ]);
  });

  test("a calculated column follows its row, is not written, and stands in each version as it was", () => {
    const world = handmade();
    expect(at(add(world, { Likelihood: "2 - Unlikely", Impact: "4 - Major" }), "fields", "Score")).toBe(8);
    expect(add(world, { Score: 20 }).status).toBe(400);
    world.wren.patch(`${world.list}/items/1/fields`, { Impact: "5 - Catastrophic" }, { "If-Match": "*" });
    const selected = world.wren.get(`${world.list}/items/1?$expand=fields($select=Title,Score)`);
    expect(at(selected, "fields", "Score")).toBe(10);
    const versions = rowsOf(world.wren.get(`${world.list}/items/1/versions?$expand=fields`));
    expect(versions.map((version) => (version["fields"] as Record<string, unknown>)["Score"])).toEqual([10, 8]);
  });

  test("a calculated column is empty where a part of it is, and for a formula that is not imitated", () => {
    expect(at(add(handmade(), { Likelihood: "2 - Unlikely" }), "fields")).not.toHaveProperty("Score");
    const world = handmade('=IF([Weight]>1,"High","Low")', "text");
    expect(at(add(world, { Weight: 2 }), "fields")).not.toHaveProperty("Score");
  });

  test("a product of whole columns is worked out, as text where the column gives text", () => {
    expect(at(add(handmade("=[Weight]*[Weight]", "text"), { Weight: 1.5 }), "fields", "Score")).toBe("2.25");
  });

  test("a hyperlink is typed in Lists alone, and reads as words and address", () => {
    const world = handmade();
    add(world, {});
    const Evidence = { Url: "https://northmere.sharepoint.com/sites/pmo/plan.docx", Description: "Plan" };
    expect(add(world, { Evidence }).status).toBe(500);
    world.tenant.listsApp.typeRow({ site: "pmo", list: "Risk log", person: "wren", item: 1, fields: { Evidence } });
    expect(at(world.wren.get(`${world.list}/items/1/fields`), "Evidence")).toEqual(Evidence);
  });

  test("rich text reads as the HTML that was written", () => {
    const Notes = "<div><b>Ask</b> estates</div>";
    expect(at(add(handmade(), { Notes }), "fields", "Notes")).toBe(Notes);
  });
});
