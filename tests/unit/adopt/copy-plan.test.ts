import { copyPlan, type CopyRequest } from "../../../src/features/adopt/copy-plan";
import { deriveClientKey } from "../../../src/kernel";
import { newRowId, type Row, type Values } from "../../../src/registers";
import { patientDetails } from "../../../src/parts";
import { riskLog, risks } from "./looks";

const context: CopyRequest["context"] = {
  today: "2026-11-24" as CopyRequest["context"]["today"],
  me: "femi.okoro@northmere.example",
  setting: () => undefined,
  find: () => undefined,
  rowsOf: () => [],
};

function row(id: string, values: Values): Row {
  return { id, values, extras: {} };
}

const lift: Values = {
  Title: "The lift fails during the move",
  RiskEvent: "The lift fails during the move",
  Owner: "Jo Bloggs",
  OwnerAddress: "jo.bloggs@northmere.example",
  CurrentLikelihood: 4,
  CurrentConsequence: 5,
  CurrentScore: 20,
  CurrentBand: "Extreme",
  Status: "Open",
};

function planned(theirs: readonly Row[], ours: readonly Row[] = []): ReturnType<typeof copyPlan> {
  return copyPlan({ register: risks, site: "a site", listId: riskLog.listId, theirs, ours, context, patientDetails });
}

const key = deriveClientKey(riskLog.listId, "7");

test("a row is added under a key of its list and item, with its number, its people's addresses and without a problem", () => {
  const { plan, names } = planned([row("7", lift)]);
  expect(plan.totals).toMatchObject({ added: 1, refused: 0, cellProblems: 0 });
  const [added] = plan.rows;
  expect(added).toMatchObject({ kind: "added", id: newRowId(key) });
  expect(added?.kind === "added" && added.changes).toMatchObject({ OldReference: "7", OwnerAddress: "jo.bloggs@northmere.example", CurrentScore: 20 });
  expect(names.get(1)).toBe("The lift fails during the move");
});

test("their own number stays the old reference", () => {
  const [added] = planned([row("7", { ...lift, OldReference: "R 12" })]).plan.rows;
  expect(added?.kind === "added" && added.changes["OldReference"]).toBe("R 12");
});

test("the same copy again changes nothing, whatever number the row was given", () => {
  const ours = row("3", { ...lift, Ref: "R-0001", ClientKey: key, OldReference: "7" });
  expect(planned([row("7", lift)], [ours]).plan.totals).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  expect(planned([row("8", lift)], [ours]).plan.totals).toMatchObject({ added: 1, unchanged: 0 });
});

test("a word that our list does not know is a problem of its cell, and the rest is copied", () => {
  const { plan } = planned([row("7", { ...lift, Status: "On hold" })]);
  expect(plan.totals).toMatchObject({ added: 1, cellProblems: 1 });
});

test("a row with an NHS number is refused and not shown; a likely detail is asked about", () => {
  const { plan, names, patientAsks } = planned([
    row("7", { ...lift, RiskEvent: "The patient 450 557 7104 may fall" }),
    row("8", { ...lift, RiskEvent: "Letter 4505577104 was lost", Title: "Lost" }),
  ]);
  expect(plan.totals.refused).toBe(1);
  expect(JSON.stringify([plan.rows[0], names.get(1)])).not.toContain("7104");
  expect(patientAsks).toEqual(["There is a risk that"]);
});
