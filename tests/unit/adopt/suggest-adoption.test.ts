import { firstMapping, projectSource, withAllOfProject, withMeaning, withTheirs } from "../../../src/features/adopt/change-mapping";
import { suggestAdoption, suggestRegister } from "../../../src/features/adopt/suggest-adoption";
import { withoutMeaning, theirWords } from "../../../src/features/adopt/their-words";
import { columnOf, lightRegisters, type Adoption, type ListLook } from "../../../src/registers";
import { actions, actionTracker, projects, riskLog, risks, theirs } from "./looks";

function fieldsOf({ columns }: Adoption): Readonly<Record<string, string>> {
  return Object.fromEntries([...columns].map(([name, { field }]) => [name, field]));
}

function wordsOf({ columns }: Adoption, name: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries((columns.get(name)?.words ?? []).map(({ theirs: word, ours }) => [word, ours]));
}

const bare: ListLook = { listId: riskLog.listId, listName: "Things", webUrl: "", columns: [], rows: [] };

describe("which register a list is", () => {
  test.each([
    [riskLog, "Risks"],
    [actionTracker, "Actions"],
    [{ ...riskLog, listName: "Log 2026" }, "Risks"],
    [{ ...actionTracker, listName: "Monday meeting" }, "Actions"],
    [{ ...riskLog, listName: "Project risks" }, "Risks"],
    [{ ...bare, listName: "Issues", columns: [theirs({ field: "Title", heldAs: "text" })] }, "Issues"],
  ])("%#: %s", (look, expected) => {
    expect(suggestRegister(lightRegisters, look)?.name).toBe(expected);
  });
});

describe("a first mapping of a risk log", () => {
  const adoption = suggestAdoption(risks, riskLog, projects);

  test("finds every column that can be ours, by its own name, another name, or its words", () => {
    expect(fieldsOf(adoption)).toEqual({
      RiskEvent: "Title",
      OldReference: "Risk_x0020_no",
      Owner: "Risk_x0020_owner",
      CurrentLikelihood: "Likelihood",
      CurrentConsequence: "Impact",
      Status: "Status",
      ResponsePlan: "Mitigation",
      NextReviewDate: "Review_x0020_date",
      ProjectRef: "Scheme",
    });
  });

  test("numbers in front, and the usual words of a scale, mean steps of ours", () => {
    expect(wordsOf(adoption, "CurrentLikelihood")).toEqual({ "1 - Rare": 1, "2 - Unlikely": 2, "3 - Possible": 3, "4 - Likely": 4, "5 - Almost certain": 5 });
    expect(wordsOf(adoption, "CurrentConsequence")).toEqual({ "Very low": 1, Low: 2, Medium: 3, High: 4, "Very high": 5 });
  });

  test("a status keeps its own word where it is ours, gets ours where one is likely, and none otherwise", () => {
    expect(wordsOf(adoption, "Status")).toEqual({ Live: "Open" });
    const status = columnOf(risks, "Status");
    const mapped = adoption.columns.get("Status");
    const their = riskLog.columns.find(({ field }) => field === "Status");
    if (status === undefined || mapped === undefined || their === undefined) throw new Error("the status was not found");
    expect(withoutMeaning(status, mapped, theirWords(their, riskLog.rows)).map(({ shown, count }) => [shown, count])).toEqual([["Archived - duplicate", 1]]);
  });

  test("items of a look-up are projects by title or old number, keyed by the item", () => {
    expect(wordsOf(adoption, "ProjectRef")).toEqual({ "1": "P-0001", "2": "P-0002" });
    const twice = suggestAdoption(risks, riskLog, [...projects, { ref: "P-0009", title: "Theatre refurbishment" }]);
    expect(wordsOf(twice, "ProjectRef")).toEqual({ "2": "P-0002" });
  });

  test("a column never stands where its kind cannot", () => {
    const look = {
      ...bare,
      columns: [theirs({ field: "Likelihood", heldAs: "person" }), theirs({ field: "Risk_x0020_owner", displayName: "Risk owner", heldAs: "number" })],
    };
    expect(fieldsOf(suggestAdoption(risks, look, projects))).toEqual({});
  });

  test("a title and a description each have their own place", () => {
    const look = {
      ...bare,
      columns: [theirs({ field: "Title", heldAs: "text" }), theirs({ field: "Desc", displayName: "Risk description", heldAs: "lines" })],
    };
    expect(fieldsOf(suggestAdoption(risks, look, projects))).toEqual({ Title: "Title", RiskEvent: "Desc" });
  });

  test("a choice whose words say nothing here is not ours, whatever it is called", () => {
    const look = { ...bare, columns: [theirs({ field: "Kind", displayName: "Type of risk", heldAs: "choice", choices: ["Clinical", "Estates", "Digital"] })] };
    expect(fieldsOf(suggestAdoption(risks, look, projects))).toEqual({});
  });

  test("a choice whose words are ours is the status, whatever it is called", () => {
    const progress = theirs({ field: "Progress", heldAs: "choice", choices: ["Not started", "In progress", "Done", "Cancelled"] });
    expect(fieldsOf(suggestAdoption(actions, { ...bare, columns: [progress] }, projects))).toEqual({ Status: "Progress" });
  });

  test("a list without columns maps nothing", () => {
    expect(suggestAdoption(risks, bare, projects).columns.size).toBe(0);
  });
});

test("an action tracker's words are ours where they are usual", () => {
  const adoption = suggestAdoption(actions, actionTracker, projects);
  expect(fieldsOf(adoption)).toEqual({ Title: "Title", Owner: "AssignedTo", DueDate: "DueDate", Status: "State", Progress: "Notes1" });
  expect(wordsOf(adoption, "Status")).toEqual({ "To do": "Not started", WIP: "In progress", Done: "Complete" });
});

describe("the project of the rows", () => {
  test("is a column where the list has one, whatever else could be said", () => {
    expect(projectSource(firstMapping(risks, { look: riskLog, projects, scopeProject: "P-0003" }))).toEqual({ kind: "column", field: "Scheme" });
  });

  test.each([
    ["the tab's own project", { look: actionTracker, projects, scopeProject: "P-0003" }, { kind: "all", ref: "P-0003" }],
    ["the one that the list is named for", { look: { ...actionTracker, listName: "Blood tracking actions" }, projects }, { kind: "all", ref: "P-0003" }],
    ["the only one there is", { look: actionTracker, projects: projects.slice(0, 1) }, { kind: "all", ref: "P-0001" }],
    ["none while it is in doubt", { look: actionTracker, projects }, { kind: "none" }],
  ])("is %s", (_which, ground, expected) => {
    expect(projectSource(firstMapping(actions, ground))).toEqual(expected);
  });

  test("one project for all rows takes the place of a column, and the other way round", () => {
    const ground = { look: riskLog, projects };
    const all = withAllOfProject(firstMapping(risks, ground), "P-0002");
    expect([projectSource(all), all.columns.has("ProjectRef")]).toEqual([{ kind: "all", ref: "P-0002" }, false]);
    const scheme = riskLog.columns.find(({ field }) => field === "Scheme");
    const column = withTheirs(withAllOfProject(all, undefined), { register: risks, name: "ProjectRef", their: scheme }, ground);
    expect([projectSource(column), column.allOfProject]).toEqual([{ kind: "column", field: "Scheme" }, undefined]);
  });
});

describe("changing a mapping", () => {
  const ground = { look: riskLog, projects };
  const first = firstMapping(risks, ground);
  const department = riskLog.columns.find(({ field }) => field === "Department");
  const impact = riskLog.columns.find(({ field }) => field === "Impact");

  test("a column of theirs stands in one place: it leaves the one it had", () => {
    const changed = withTheirs(first, { register: risks, name: "TargetConsequence", their: impact }, ground);
    expect(changed.columns.get("TargetConsequence")?.field).toBe("Impact");
    expect(changed.columns.has("CurrentConsequence")).toBe(false);
  });

  test("another column brings its own words, and none takes the column away", () => {
    expect(wordsOf(withTheirs(first, { register: risks, name: "Status", their: department }, ground), "Status")).toEqual({});
    expect(withTheirs(first, { register: risks, name: "Status", their: undefined }, ground).columns.has("Status")).toBe(false);
  });

  test("a word is told, told otherwise in its place, and told nothing", () => {
    const told = withMeaning(first, "Status", { theirs: "Archived - duplicate", ours: "Closed" });
    expect(wordsOf(told, "Status")).toEqual({ Live: "Open", "Archived - duplicate": "Closed" });
    const otherwise = withMeaning(told, "Status", { theirs: "Live", ours: "Draft" });
    expect(otherwise.columns.get("Status")?.words[0]).toEqual({ theirs: "Live", ours: "Draft" });
    expect(wordsOf(withMeaning(told, "Status", { theirs: "Live", ours: undefined }), "Status")).toEqual({ "Archived - duplicate": "Closed" });
  });
});
