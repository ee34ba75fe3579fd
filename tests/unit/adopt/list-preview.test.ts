import { suggestAdoption } from "../../../src/features/adopt/suggest-adoption";
import { filledCounts, previewRows, samplesOf } from "../../../src/features/adopt/list-preview";
import { addableColumns, lostColumns, missingProtection, unfilledThere, withoutLost } from "../../../src/features/adopt/list-checks";
import { worksOnlyWith } from "../../../src/features/adopt/what-needs";
import { adoptWords } from "../../../src/content";
import { actions, actionTracker, projects, riskLog, risks } from "./looks";

const adoption = suggestAdoption(risks, riskLog, projects);

test("rows are shown as the register would show them, with the scores and titles that the list lacks", () => {
  const [first, second, third] = previewRows(risks, adoption, riskLog.rows);
  expect(first).toMatchObject({
    Title: "The lift fails during the move",
    RiskEvent: "The lift fails during the move",
    OldReference: "1",
    Owner: "Jo Bloggs",
    CurrentLikelihood: 4,
    CurrentConsequence: 5,
    CurrentScore: 20,
    Status: "Open",
    ResponsePlan: "Hire a second lift",
    NextReviewDate: "2026-12-03",
    ProjectRef: "P-0001",
  });
  // A look-up that nobody has told the meaning of points nowhere; a status without a meaning is shown as it is.
  expect([second?.["ProjectRef"], second?.["Status"]]).toEqual([undefined, "Archived - duplicate"]);
  expect(third).toEqual({ Title: "No figures yet", RiskEvent: "No figures yet", Status: "Open" });
});

test("it counts how many rows have what the register works with", () => {
  const counts = filledCounts(risks, adoption, previewRows(risks, adoption, riskLog.rows));
  expect(counts.map(({ label, filled }) => `${label} ${String(filled)}`)).toEqual([
    "Project 1",
    "There is a risk that 3",
    "Risk owner 2",
    "Likelihood 2",
    "Consequence 2",
    "Status 3",
  ]);
});

test("samples are different values, as a person reads them", () => {
  expect(samplesOf("Review_x0020_date", "date", riskLog.rows)).toEqual(["3 December 2026"]);
  expect(samplesOf("Mitigation", "richText", riskLog.rows)).toEqual(["Hire a second lift"]);
  expect(samplesOf("Status", "choice", riskLog.rows)).toEqual(["Live", "Archived - duplicate"]);
  expect(samplesOf("constructor", "text", riskLog.rows)).toEqual([]);
});

describe("what the list's owner changed", () => {
  test("nothing is said while every column is as it was", () => {
    expect(lostColumns(risks, adoption, riskLog)).toEqual([]);
  });

  test("a column that is gone, and one of another kind, are named and left out", () => {
    const columns = riskLog.columns
      .filter(({ field }) => field !== "Impact")
      .map((column) => (column.field === "Likelihood" ? { ...column, heldAs: "person" as const } : column));
    const lost = lostColumns(risks, adoption, { ...riskLog, columns });
    expect(lost.map(({ says }) => says)).toEqual([adoptWords.otherKind("Likelihood", "Likelihood"), adoptWords.lostColumn("Consequence", "Impact")]);
    expect(withoutLost(adoption, lost).columns.has("CurrentLikelihood")).toBe(false);
  });
});

test("columns that the list insists on and nothing fills are named", () => {
  expect(unfilledThere(adoption, riskLog).map(({ field }) => field)).toEqual(["Department"]);
});

test("only what something leans on is offered to be added, never a person, and the hidden two apart", () => {
  expect(addableColumns(risks, adoption)).toEqual(["Archived"]);
  const mapped = suggestAdoption(actions, { ...actionTracker, columns: actionTracker.columns.slice(0, 1) }, projects);
  expect(addableColumns(actions, mapped)).toEqual(["ProjectRef", "DueDate", "Status", "Archived"]);
  expect(addableColumns(actions, { ...mapped, allOfProject: "P-0001" })).not.toContain("ProjectRef");
  expect(missingProtection(mapped)).toEqual(["ClientKey", "OperationId"]);
});

test.each([
  ["Owner", adoptWords.without.owner],
  ["CurrentLikelihood", adoptWords.without.score],
  ["NextReviewDate", adoptWords.without.review],
  ["Status", adoptWords.without.status],
  ["RiskEvent", adoptWords.without.name],
  ["ProjectRef", adoptWords.without.project],
  ["Controls", undefined],
  ["NoSuchColumn", undefined],
])("what works only with %s is said", (name, expected) => {
  expect(worksOnlyWith(risks, name)).toBe(expected);
});
