import { draftsFrom, patientDetails, readDrafts, startingValues, type Drafts } from "../../../src/parts";
import { actions, projects, registerAsKept, risks, type Register, type Values } from "../../../src/registers";
import { ruleContext } from "../registers/rule-context";

const context = ruleContext();
const address = "asha.patel@northmere.example";

/** A new record of a project's page, with only these fields typed. */
function typeNew(register: Register, typed: Drafts, given: Values = { ProjectRef: "P-0001" }) {
  return readDrafts(register, { drafts: { ...draftsFrom(register, startingValues(register, given)), ...typed }, before: {}, context });
}

function edit(register: Register, before: Values, typed: Drafts) {
  return readDrafts(register, { drafts: { ...draftsFrom(register, before), ...typed }, before, context });
}

function fieldsOf(reading: ReturnType<typeof readDrafts>): readonly string[] {
  return reading.kind === "wrong" ? reading.problems.map((problem) => problem.field) : [];
}

describe("few typed fields make a record", () => {
  test.each<[string, Register, number, Drafts, Values]>([
    ["a project", projects, 2, { Title: "Blood tracking", ProjectManager: address }, {}],
    ["a risk", risks, 4, { RiskEvent: "Scanners arrive late", Owner: address, CurrentLikelihood: "4", CurrentConsequence: "3" }, { ProjectRef: "P-0001" }],
    ["an action", actions, 3, { Title: "Order spares", Owner: address, DueDate: "1 December 2026" }, { ProjectRef: "P-0001" }],
  ])("%s", (_what, register, count, typed, given) => {
    const names = Object.keys(typed);
    expect(names).toHaveLength(count);
    expect(typeNew(register, typed, given)).toMatchObject({ kind: "ready", asks: [] });
    for (const left of names) {
      const fewer = Object.fromEntries(Object.entries(typed).filter(([name]) => name !== left));
      expect(fieldsOf(typeNew(register, fewer, given))).toEqual([left]);
    }
  });

  test("an empty form says what it lacks instead of saving nothing in silence", () => {
    expect(fieldsOf(readDrafts(actions, { drafts: {}, before: {}, context }))).toEqual(["Title", "Owner", "DueDate"]);
  });

  test("what is stored holds the typed values, the standards and what follows from them", () => {
    const reading = typeNew(risks, { RiskEvent: "Scanners arrive late", Owner: address.toUpperCase(), CurrentLikelihood: "4", CurrentConsequence: "3" });
    expect(reading.kind === "ready" && reading.changes).toMatchObject({
      Title: "Scanners arrive late",
      OwnerAddress: address,
      CurrentScore: 12,
      ProjectRef: "P-0001",
    });
  });
});

describe("changing a record", () => {
  const before: Values = { Title: "Order spares", Owner: "Asha Patel", OwnerAddress: address, DueDate: "2026-12-01", Status: "Waiting for spares" };

  test("only what was typed differently is a change; a cleared field clears", () => {
    expect(edit(actions, before, {})).toEqual({ kind: "unchanged" });
    expect(edit(actions, before, { DueDate: "01/12/2026", Title: " Order spares " })).toEqual({ kind: "unchanged" });
    expect(edit(actions, before, { Title: "Order more spares" })).toEqual({ kind: "ready", changes: { Title: "Order more spares" }, asks: [] });
    expect(fieldsOf(edit(actions, before, { DueDate: "" }))).toEqual(["DueDate"]);
  });

  test("a choice typed in Lists stays; one that the list's owner added may be chosen, another may not", () => {
    expect(edit(actions, before, { Title: "Order more spares" }).kind).toBe("ready");
    const chosen = { drafts: { ...draftsFrom(actions, before), Status: "With the supplier" }, before, context };
    expect(readDrafts(actions, chosen).kind).toBe("wrong");
    const kept = registerAsKept(actions, { missing: [], choices: new Map([["Status", ["With the supplier"]]]), displayNames: new Map() });
    expect(readDrafts(kept, chosen)).toMatchObject({
      kind: "ready",
      changes: { Status: "With the supplier" },
    });
  });

  test("what cannot be read is said once, under its own field", () => {
    expect(fieldsOf(edit(actions, before, { DueDate: "soon" }))).toEqual(["DueDate"]);
  });

  test("a person is chosen, or typed as a work address; a bare name is asked about", () => {
    expect(edit(actions, before, { Owner: "Tom Reid", OwnerAddress: "Tom.Reid@northmere.example" })).toMatchObject({
      kind: "ready",
      changes: { Owner: "Tom Reid", OwnerAddress: "tom.reid@northmere.example" },
    });
    expect(fieldsOf(edit(actions, before, { Owner: "Tom", OwnerAddress: "" }))).toEqual(["Owner"]);
    expect(fieldsOf(edit(actions, before, { Owner: "tom@", OwnerAddress: "" }))).toEqual(["Owner"]);
  });
});

describe("patient details", () => {
  const before: Values = { Title: "Order spares", Owner: "Asha Patel", OwnerAddress: address, DueDate: "2026-12-01" };
  // Test numbers start with 9 and are let through; these pass the check in a range that is in issue, and belong to nobody here.
  const certain = "Patient 401 023 2137 moved";
  const likely = "Scan 4010232137 moved";

  test("a sure one stops the save under its field, once, and the sentence does not repeat it", () => {
    const reading = edit(actions, before, { Title: `${certain}, ${certain}` });
    expect(fieldsOf(reading)).toEqual(["Title"]);
    expect(JSON.stringify(reading)).not.toContain("2137");
    expect(fieldsOf(typeNew(risks, { RiskEvent: certain, Owner: address, CurrentLikelihood: "4", CurrentConsequence: "3" }))).toEqual(["RiskEvent"]);
  });

  test("a likely one asks, naming the field", () => {
    expect(edit(actions, before, { Title: likely })).toMatchObject({ kind: "ready", asks: [actions.columns.Title.label] });
    expect(edit(actions, before, { Title: "Born, DOB 3/4/1950" })).toMatchObject({ kind: "ready", asks: [actions.columns.Title.label] });
  });

  test("what stood there before was judged before", () => {
    expect(edit(actions, { ...before, Title: certain }, { DueDate: "2 December 2026" }).kind).toBe("ready");
    expect(patientDetails(actions, { Title: certain, DueDate: "2026-12-01", Owner: null })).toEqual([{ field: "Title", confidence: "high" }]);
  });
});
