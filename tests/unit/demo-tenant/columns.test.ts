import { at, errorCode, makeList, northmere, rowsOf, textOf, type Reply } from "./fixture";

describe("columns", () => {
  function withColumns(...columns: readonly unknown[]): {
    readonly replies: readonly Reply[];
    readonly list: string;
    readonly world: ReturnType<typeof northmere>;
  } {
    const world = northmere();
    const list = makeList(world, []);
    return { world, list, replies: columns.map((column) => world.pat.post(`${list}/columns`, column)) };
  }

  function statusOf(column: unknown): number | undefined {
    return withColumns(column).replies[0]?.status;
  }

  test("a column is answered 201 with its facet completed", () => {
    const [reply] = withColumns({ name: "Region", description: "test", text: {} }).replies;
    expect(reply?.status).toBe(201);
    expect(reply?.json).toMatchObject({
      name: "Region",
      displayName: "Region",
      description: "test",
      enforceUniqueValues: false,
      hidden: false,
      indexed: false,
      text: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 },
    });
  });

  test("a column called Author silently becomes Author0", () => {
    expect(textOf(withColumns({ name: "Author", text: {} }).replies[0] ?? fail(), "name")).toBe("Author0");
  });

  test("internal names are encoded and cut at 32 characters", () => {
    const [spaced, long, accented] = withColumns(
      { name: "Due date", dateTime: {} },
      { name: "A".repeat(40), text: {} },
      { displayName: "Déjà", text: {} },
    ).replies;
    expect(textOf(spaced ?? fail(), "name")).toBe("Due_x0020_date");
    expect(textOf(spaced ?? fail(), "displayName")).toBe("Due date");
    expect(textOf(long ?? fail(), "name")).toHaveLength(32);
    expect(textOf(accented ?? fail(), "name")).toBe("D_x00e9_j_x00e0_");
  });

  test("a name that is taken is answered 409, whatever its case", () => {
    const { replies } = withColumns({ name: "Region", text: {} }, { name: "region", text: {} });
    expect([replies[1]?.status, replies[1] && errorCode(replies[1])]).toEqual([409, "nameAlreadyExists"]);
  });

  test.each([
    ["no type", { name: "A" }],
    ["two types", { name: "A", text: {}, number: {} }],
    ["no name", { text: {} }],
    ["an unknown property", { name: "A", text: {}, colour: "red" }],
    ["an unknown property of its type", { name: "A", text: { longest: 5 } }],
    ["decimalPlaces as a number", { name: "A", number: { decimalPlaces: 2 } }],
    ["an unknown word", { name: "A", choice: { displayAs: "radio" } }],
    ["unique values without an index", { name: "A", text: {}, enforceUniqueValues: true }],
    ["an index on several lines", { name: "A", text: { allowMultipleLines: true }, indexed: true }],
    ["an index on several choices", { name: "A", choice: { displayAs: "checkBoxes" }, indexed: true }],
    ["unique yes or no", { name: "A", boolean: {}, indexed: true, enforceUniqueValues: true }],
  ])("a column with %s is answered 400", (_what, column) => {
    expect(statusOf(column)).toBe(400);
  });

  test("an explicit null for defaultValue or validation is answered 500", () => {
    expect([statusOf({ name: "A", text: {}, defaultValue: null }), statusOf({ name: "A", text: {}, validation: null })]).toEqual([500, 500]);
  });

  test("column types that are not imitated say so", () => {
    expect(statusOf({ name: "A", geolocation: {} })).toBe(501);
  });

  test("a list takes 20 indexes and no more", () => {
    const { replies } = withColumns(...Array.from({ length: 21 }, (_, number) => ({ name: `C${String(number)}`, text: {}, indexed: true })));
    expect(replies.map(({ status }) => status)).toEqual([...Array.from({ length: 20 }, () => 201), 400]);
  });

  test("hidden columns are listed only when hidden is selected", () => {
    const world = northmere();
    const list = makeList(world);
    const names = (path: string): unknown[] => rowsOf(world.pat.get(path)).map((column) => column["name"]);
    expect(names(`${list}/columns`)).not.toContain("ClientKey");
    expect(names(`${list}/columns?$select=name,hidden`)).toContain("ClientKey");
  });

  test("Title is not indexed, Created and Modified are", () => {
    const world = northmere();
    const rows = rowsOf(world.pat.get(`${makeList(world)}/columns`));
    const indexed = rows.filter((column) => column["indexed"] === true).map((column) => column["name"]);
    expect(indexed).toEqual(["Status", "ID", "Modified", "Created", "Author"]);
  });

  test("a hyperlink column comes back with no facet, and `type` is never returned", () => {
    const world = northmere();
    const link = rowsOf(world.pat.get(`${makeList(world)}/columns`)).find((column) => column["name"] === "Link");
    expect(link).not.toHaveProperty("hyperlinkOrPicture");
    expect(link).not.toHaveProperty("type");
  });

  test("the name shown can be changed, the internal name and the type cannot", () => {
    const { world, list } = withColumns({ name: "Region", text: {} });
    expect(at(world.pat.patch(`${list}/columns/Region`, { displayName: "Area" }), "displayName")).toBe("Area");
    expect(world.pat.patch(`${list}/columns/Region`, { name: "Area" }).status).toBe(400);
    expect(world.pat.patch(`${list}/columns/Region`, { number: {} }).status).toBe(400);
  });

  test("changing choices replaces the whole list of choices", () => {
    const world = northmere();
    const list = makeList(world);
    expect(at(world.pat.patch(`${list}/columns/Status`, { choice: { choices: ["New"] } }), "choice", "choices")).toEqual(["New"]);
  });

  test("unique values cannot be switched on over duplicates", () => {
    const { world, list } = withColumns({ name: "Code", text: {}, indexed: true });
    for (const code of ["a", "A"]) world.pat.post(`${list}/items`, { fields: { Code: code } });
    expect(world.pat.patch(`${list}/columns/Code`, { enforceUniqueValues: true }).status).toBe(400);
  });

  test("a deleted column takes its values with it and leaves the eTags", () => {
    const { world, list } = withColumns({ name: "Region", text: {} });
    const etag = at(world.pat.post(`${list}/items`, { fields: { Region: "North" } }), "eTag");
    expect(world.pat.delete(`${list}/columns/Region`).status).toBe(204);
    world.pat.post(`${list}/columns`, { name: "Region", text: {} });
    const item = world.pat.get(`${list}/items/1?$expand=fields`);
    expect(at(item, "fields", "Region")).toBeUndefined();
    expect(at(item, "eTag")).toBe(etag);
  });

  test("columns of the system are neither changed nor deleted", () => {
    const { world, list } = withColumns();
    expect(world.pat.delete(`${list}/columns/Title`).status).toBe(400);
    expect(world.pat.patch(`${list}/columns/Created`, { indexed: false }).status).toBe(400);
  });

  test("only managers change columns", () => {
    const { world, list } = withColumns();
    expect(world.wren.post(`${list}/columns`, { name: "A", text: {} }).status).toBe(403);
  });

  test("by a switch the display name of a new column is ignored, as some report", () => {
    const world = northmere({ quirks: { columnDisplayNameIgnored: true } });
    const list = makeList(world, []);
    expect(textOf(world.pat.post(`${list}/columns`, { name: "Region", displayName: "Area", text: {} }), "displayName")).toBe("Region");
  });
});

function fail(): never {
  throw new Error("no reply");
}
