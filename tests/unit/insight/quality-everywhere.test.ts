import { costs, risks } from "../../../src/registers";
import type { allRegisters } from "../../../src/registers/all-registers";
import { findingsOf, inShort, judge, rule, type Cells } from "./quality-ground";

const scored = { Ref: "R-0001", CurrentLikelihood: 3, CurrentConsequence: 4, CurrentScore: 12, CurrentBand: "High" } as const;

rule("DQ-44", [
  ["a score that is not the product", "fails", { Risks: [{ ...scored, CurrentScore: 9 }] }],
  ["a score that was never stored", "fails", { Risks: [{ ...scored, CurrentScore: undefined }] }],
  ["a score of nothing", "fails", { Risks: [{ ...scored, CurrentLikelihood: undefined, CurrentBand: undefined }] }],
  ["all of them right", "passes", { Risks: [scored] }],
  ["a register without stored totals", "silent", { Issues: [{ Title: "x" }] }],
]);

// Passes the check; numbers that begin with 4 are in issue.
const issued = "4010232137";

rule("DQ-45", [
  ["an NHS number with separators", "fails", { Issues: [{ Description: "about 401 023 2137" }] }],
  ["ten plain digits that may be one", "fails", { Issues: [{ Description: `about ${issued}` }] }],
  ["ten plain digits that somebody looked at", "passes", { Issues: [{ Description: `about ${issued}`, PidCheckedBy: "Ann" }] }],
  ["an NHS number with separators, looked at all the same", "fails", { Issues: [{ Description: "about 401 023 2137", PidCheckedBy: "Ann" }] }],
  ["both kinds, looked at", "fails", { Issues: [{ Description: `${issued}, or 401 023 2137`, PidCheckedBy: "Ann" }] }],
  ["a date of birth", "fails", { Issues: [{ Title: "DOB 3 May 1980" }] }],
  ["full-width digits", "fails", { Issues: [{ Description: "NHS number ４０１０２３２１３７" }] }],
  ["a test number", "passes", { Issues: [{ Description: "999 000 0018" }] }],
  ["a text without digits", "passes", { Issues: [{ Description: "nothing to see" }] }],
  ["among people", "fails", { project: { Team: "Ann <ann@example.org>\nNHS 401 023 2137" } }],
]);

const left = { inactive: ["ann@example.org"] } as const;

rule("DQ-57", [
  ["an owner who left", "fails", { Issues: [{ Owner: "Ann", OwnerAddress: "ann@example.org" }] }, left],
  ["written in capitals", "fails", { Issues: [{ OwnerAddress: "Ann@Example.org" }] }, left],
  ["somebody of the team who left", "fails", { project: { Team: "Bob <bob@example.org>\nAnn <Ann@example.org>" } }, left],
  ["an owner who is there", "passes", { Issues: [{ OwnerAddress: "bob@example.org" }] }, left],
  ["a text that mentions somebody", "silent", { Issues: [{ Description: "ask <ann@example.org>" }] }, left],
  ["the directory was not asked", "silent", { Issues: [{ OwnerAddress: "ann@example.org" }] }],
  ["a name without an address", "silent", { Issues: [{ Owner: "Ann" }] }, left],
  ["a closed issue: who did it stays true", "silent", { Issues: [{ OwnerAddress: "ann@example.org", Status: "Closed" }] }, left],
  ["nobody has left", "passes", { Issues: [{ OwnerAddress: "ann@example.org" }] }, { inactive: [] }],
]);

describe("a stored total that is out of date", () => {
  const fixOf = (rows: Parameters<typeof findingsOf>[1]) => findingsOf("DQ-44", rows)[0];

  test("is put right in one step, the empty ones too", () => {
    expect(fixOf({ Risks: [{ Ref: "R-0001", CurrentLikelihood: 3, CurrentConsequence: 4, CurrentScore: 9, TargetScore: 4 }] })?.fix).toEqual({
      CurrentScore: 12,
      CurrentBand: "High",
      TargetScore: null,
    });
  });

  test("tells what stands there and what should", () => {
    expect(findingsOf("DQ-44", { Risks: [{ ...scored, CurrentScore: 9 }] })[0]).toMatchObject({
      field: "CurrentScore",
      ref: "R-0001",
      register: "Risks",
      severity: "Low",
      inputs: [
        { name: "column", value: "CurrentScore" },
        { name: "stored", value: "9" },
        { name: "workedOut", value: "12" },
      ],
    });
    expect(fixOf({ Risks: [{ TargetScore: 4 }] })?.inputs.map(({ name, value }) => [name, value])).toEqual([
      ["column", "TargetScore"],
      ["stored", "4"],
    ]);
    expect(fixOf({ Milestones: [{ BaselineDate: "2026-01-01", ForecastDate: "2026-01-05" }] })).toMatchObject({ fix: { SlipDays: 4 }, field: "SlipDays" });
    expect(fixOf({ Costs: [{ BudM01: 5, BudM02: 7 }] })).toMatchObject({ fix: { AnnualBudget: 12 } });
    expect(fixOf({ HighlightReports: [{ PeriodMonth: "2026-10" }] })).toMatchObject({ fix: { FinancialYear: "2026/27", MonthNo: 7 } });
  });

  test("is left alone where the list holds the column by itself, or has lost it", () => {
    const held = { ...risks, columns: { ...risks.columns, CurrentScore: { ...risks.columns.CurrentScore, filledBy: "list" } } };
    const { CurrentScore: _, ...others } = risks.columns;
    const stale: Cells = { ...scored, CurrentScore: 9 };
    for (const register of [held, { ...risks, columns: others }]) {
      expect(findingsOf("DQ-44", { Risks: [stale] }, { registers: [register as unknown as typeof risks as never] })).toEqual([]);
    }
  });

  test("is no matter of a list whose totals are all its own", () => {
    const own = { ...costs, columns: { ...costs.columns, AnnualBudget: { ...costs.columns.AnnualBudget, filledBy: "list" } } };
    const applied = (registers: readonly unknown[]) => judge({ Costs: [{ BudM01: 5 }] }, { registers: registers as typeof allRegisters }).applied.Low;
    expect([applied([own]), applied([costs])]).toEqual([0, 1]);
  });
});

describe("a text that may hold patient details", () => {
  test("is told by its column, never by what stands in it", () => {
    const found = findingsOf("DQ-45", { Issues: [{ Title: "DOB 3 May 1980", Description: "fine", Resolution: "see 401 023 2137" }] });
    expect(found.map(({ field }) => field)).toEqual(["Title"]);
    expect(found[0]?.inputs.map(({ name, value }) => [name, value])).toEqual([
      ["column", "Title"],
      ["column", "Resolution"],
      ["columns", 2],
    ]);
    expect(JSON.stringify(found)).not.toMatch(/2137|1980/);
  });

  test("is looked for in what people type, not in what the product keeps for itself", () => {
    expect(findingsOf("DQ-45", { Issues: [{ ClientKey: `aaaaaaaaaaaaaaaaaaaaaa${issued}` }], HighlightReports: [{ RisksJson: "401 023 2137" }] })).toEqual([]);
  });

  test("is found in a link or a name no more than in the form", () => {
    expect(findingsOf("DQ-45", { project: { DocumentsUrl: "https://example.org/401 023 2137", Sro: "401 023 2137" } })).toEqual([]);
  });

  test("counts for a row only when it has a text", () => {
    const applied = (cells: Cells) => judge({ Issues: [cells] }).applied.High;
    expect(applied({ Description: "x" }) - applied({ Priority: "Low" })).toBe(1);
  });
});

describe("people who left", () => {
  test("are told with the first column that names one", () => {
    const cells = { project: { SroAddress: "bob@example.org", ClinicalLeadAddress: "ann@example.org", Team: "Cy <cy@example.org>\nAnn <ann@example.org>" } };
    expect(findingsOf("DQ-57", cells, { inactive: ["ann@example.org", "cy@example.org"] }).map(inShort)).toMatchObject([
      { field: "ClinicalLead", ref: "P-0001" },
    ]);
    expect(findingsOf("DQ-57", cells, { inactive: ["ann@example.org", "cy@example.org"] })[0]?.inputs.map(({ value }) => value)).toEqual([
      "ann@example.org",
      "cy@example.org",
      "ann@example.org",
    ]);
  });
});
