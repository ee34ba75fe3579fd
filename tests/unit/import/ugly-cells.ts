import { actions, projects, risks } from "../../../src/registers";
import { uglyWorkbook } from "../exchange/ugly-workbook";
import type { UglyCase } from "./ugly-workbooks";

const late = "Scanners arrive after the wards have opened";
const signal = "The signal on ward 4 is too weak for handhelds";
const staff = "Too few staff are trained before go-live";

/** Workbooks that are ugly in their cells and around their table. */
export const uglyCells: readonly UglyCase[] = [
  {
    says: "errors, and formulas that nobody worked out, are problems and never 0",
    register: risks,
    bytes: uglyWorkbook({
      isUncalculated: true,
      rows: [
        ["Risk ref", "Risk", "Likelihood", "Impact"],
        ["F1", late, { error: "#REF!" }, 4],
        ["F2", signal, { formula: "Sheet9!B2" }, { formula: "MAX(1,3)", result: 0 }],
        ["F3", staff, { formula: "1+1", result: 2 }, 0.1 + 2.9],
      ],
    }),
    from: { OldReference: "Risk ref", RiskEvent: "Risk", CurrentLikelihood: "Likelihood", CurrentConsequence: "Impact" },
    leftOut: {},
    records: {
      2: { CurrentLikelihood: undefined, CurrentConsequence: 4, Cause: undefined },
      3: { CurrentLikelihood: undefined, CurrentConsequence: undefined, Cause: undefined },
      4: { CurrentLikelihood: 2, CurrentConsequence: 3 },
    },
    problems: [
      [2, "CurrentLikelihood", "#REF!"],
      [3, "CurrentLikelihood", "Formula without a result"],
      [3, "CurrentConsequence", "Formula without a result"],
    ],
  },
  {
    says: "a template numbered ahead, with formulas down all its rows, gives only the rows that were filled",
    register: risks,
    bytes: uglyWorkbook({
      rows: [
        ["Risk No", "Risk", "Likelihood", "Impact", "Score"],
        [1, late, 4, 4, { formula: "C2*D2", result: 16 }],
        [2, signal, 3, 3, { formula: "C3*D3", result: 9 }],
        [3, undefined, undefined, undefined, { formula: 'IF(C4="","",C4*D4)', result: "" }],
        [4, undefined, undefined, undefined, { formula: "C5*D5", result: 0 }],
        [5, undefined, { formula: "Sheet9!C6" }],
      ],
    }),
    from: { OldReference: "Risk No", RiskEvent: "Risk", CurrentLikelihood: "Likelihood", CurrentConsequence: "Impact" },
    leftOut: { nothing: [4, 5, 6] },
    records: { 2: { OldReference: "1", CurrentScore: 16 }, 3: { OldReference: "2", CurrentScore: 9 } },
  },
  {
    says: "rich text, line breaks and blanks in cells and headings",
    register: risks,
    bytes: uglyWorkbook({
      rows: [
        ["Risk\nID", { rich: ["Risk ", "description"] }, " Likelihood\n(1 to 5) ", "Impact"],
        ["X1", { rich: ["Scanners arrive ", "late", " & nobody knows"] }, " 4 ", "5 – Catastrophic"],
        ["X2", "First line of the risk\nSecond line", "Almost  certain", "4 (Major)"],
      ],
    }),
    from: { OldReference: "Risk ID", RiskEvent: "Risk description", CurrentLikelihood: "Likelihood (1 to 5)", CurrentConsequence: "Impact" },
    leftOut: {},
    records: {
      2: { RiskEvent: "Scanners arrive late & nobody knows", CurrentLikelihood: 4, CurrentConsequence: 5 },
      3: { RiskEvent: "First line of the risk\nSecond line", CurrentLikelihood: 5, CurrentConsequence: 4 },
    },
  },
  {
    says: "a plan 400 columns wide, a week each, is read by its first columns",
    register: actions,
    bytes: uglyWorkbook({
      rows: [
        ["Task", "Lead", "Deadline", ...Array.from({ length: 400 }, (_, week) => `Week ${String(week + 1)}`)],
        ["Order the scanners", "Mei Lin", "3 November 2026", "x", "x", ...Array.from({ length: 396 }, () => undefined), "x"],
        ["Book the room", "Tom Reid", "4 November 2026"],
      ],
    }),
    from: { Title: "Task", Owner: "Lead", DueDate: "Deadline" },
    leftOut: {},
    records: { 2: { Title: "Order the scanners", DueDate: "2026-11-03", Progress: undefined }, 3: { Title: "Book the room" } },
  },
  {
    says: "percentages for a share of one, and yes in every way",
    register: risks,
    bytes: uglyWorkbook({
      rows: [
        ["Risk ref", "Risk", "Probability (0 to 1)", "Show in board pack"],
        ["Y1", late, { percent: 45 }, "Y"],
        ["Y2", signal, "7%", "✓"],
        ["Y3", staff, 0.25, false],
        ["Y4", "The lift is out of order for a month", "1 in 4", "perhaps"],
      ],
    }),
    from: { OldReference: "Risk ref", RiskEvent: "Risk", Probability: "Probability (0 to 1)", ShowInBoardPack: "Show in board pack" },
    leftOut: {},
    records: {
      2: { Probability: 0.45, ShowInBoardPack: true },
      3: { Probability: 0.07, ShowInBoardPack: true },
      4: { Probability: 0.25, ShowInBoardPack: false },
      5: { Probability: undefined, ShowInBoardPack: undefined },
    },
    problems: [
      [5, "Probability", "1 in 4"],
      [5, "ShowInBoardPack", "perhaps"],
    ],
  },
  {
    says: "a scoring key beside the table that runs further down than the table",
    register: risks,
    bytes: uglyWorkbook({
      rows: [
        ["Risk ref", "Risk", "Likelihood", "Impact", undefined, "Points", "Meaning"],
        ["K1", late, 4, 4, undefined, 1, "Rare"],
        ["K2", signal, 3, 3, undefined, 2, "Unlikely"],
        [undefined, undefined, undefined, undefined, undefined, 3, "Possible"],
        [undefined, undefined, undefined, undefined, undefined, 4, "Likely"],
      ],
    }),
    from: { OldReference: "Risk ref", RiskEvent: "Risk", CurrentLikelihood: "Likelihood", CurrentConsequence: "Impact" },
    leftOut: { nothing: [4, 5] },
    records: { 2: { OldReference: "K1" }, 3: { OldReference: "K2" } },
  },
  {
    says: "the name of each division in a band above its projects",
    register: projects,
    bytes: uglyWorkbook({
      rows: [
        ["Project code", "Project name", "Lead", "Status", "End date"],
        ["Division of surgery"],
        ["B-1", "Theatre lights", "Mei Lin", "Active", "1/4/2027"],
        ["B-2", "Recovery beds", "Tom Reid", "On hold", "1/5/2027"],
        ["Division of medicine"],
        ["B-3", "Falls alarm", "Mei Lin", "Active", "1/6/2027"],
        ["B-4", "Bed tracking", "Tom Reid", "Pipeline", "1/7/2027"],
      ],
      merged: ["A2:E2"],
    }),
    from: { OldReference: "Project code", Title: "Project name", ProjectManager: "Lead", Status: "Status", EndForecast: "End date" },
    leftOut: { band: [2, 5] },
    records: {
      3: { Title: "Theatre lights", EndForecast: "2027-04-01" },
      4: { Title: "Recovery beds", Status: "On hold" },
      6: { Title: "Falls alarm" },
      7: { Title: "Bed tracking", Status: "Pipeline" },
    },
  },
];
