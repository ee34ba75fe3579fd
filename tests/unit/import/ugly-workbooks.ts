import { actions, projects, risks, type Register } from "../../../src/registers";
import { uglyWorkbook, type UglyCell } from "../exchange/ugly-workbook";

/** A spreadsheet as one lies on a shared drive, and what an import without any help makes of it. All content is invented. */
export interface UglyCase {
  readonly says: string;
  readonly bytes: Uint8Array;
  readonly register: Register;
  /** Where each column comes from. */
  readonly from: Readonly<Record<string, string>>;
  /** Row numbers that are no records, by why. */
  readonly leftOut: Readonly<Record<string, readonly number[]>>;
  /** What the records hold, by row number. Only these rows become records. */
  readonly records: Readonly<Record<number, Readonly<Record<string, unknown>>>>;
  /** Cells that could not be read, as the row's number, the column and what it held. */
  readonly problems?: readonly (readonly [number, string, string])[];
}

const blank: readonly UglyCell[] = [];
const late = "Scanners arrive after the wards have opened";
const signal = "The signal on ward 4 is too weak for handhelds";
const staff = "Too few staff are trained before go-live";

export const uglyTables: readonly UglyCase[] = [
  {
    says: "title rows and notes above, headings in two merged lines, words for scores, a footer below",
    register: risks,
    bytes: uglyWorkbook({
      rows: [
        ["Northmere University Hospitals NHS Trust"],
        ["Blood tracking: risk log"],
        ["Add a row for each new risk. Score every month."],
        blank,
        ["Risk ID", "Risk description", "Score", undefined, "Risk owner"],
        [undefined, undefined, "Likelihood", "Impact", undefined],
        ["BT/01", late, "High", "4 - Major", "Mei Lin"],
        ["BT/02", signal, "Med", "Moderate", undefined],
        blank,
        ["Prepared by the project office on 3 November 2026"],
      ],
      merged: ["A1:E1", "A2:E2", "A3:E3", "A5:A6", "B5:B6", "C5:D5", "E5:E6"],
    }),
    from: {
      OldReference: "Risk ID",
      RiskEvent: "Risk description",
      CurrentLikelihood: "Score: Likelihood",
      CurrentConsequence: "Score: Impact",
      Owner: "Risk owner",
    },
    leftOut: { note: [10] },
    records: {
      7: { OldReference: "BT/01", RiskEvent: late, CurrentLikelihood: 4, CurrentConsequence: 4, CurrentScore: 16, Owner: "Mei Lin" },
      8: { OldReference: "BT/02", CurrentLikelihood: 3, CurrentConsequence: 3, CurrentScore: 9 },
    },
  },
  {
    says: "subtotals and a grand total by word, and a sum without any word",
    register: projects,
    bytes: uglyWorkbook({
      rows: [
        ["Capital plan 2026/27, £000"],
        blank,
        ["Scheme code", "Scheme", "Lead", "Approved budget"],
        ["C-11", "Ward 7 ensuite rooms", "Mei Lin", 1250],
        ["C-12", "Total hip pathway theatre", "Tom Reid", "£350"],
        ["Sub-total estates", undefined, undefined, 1600],
        ["C-21", "Scanner replacement", "Mei Lin", 900.5],
        ["C-22", "Endoscopy stack", "Tom Reid", 99.5],
        [undefined, undefined, undefined, { formula: "SUM(D7:D8)", result: 1000 }],
        ["Grand total:", undefined, undefined, 2600],
      ],
    }),
    from: { OldReference: "Scheme code", Title: "Scheme", ProjectManager: "Lead", BudgetApproved: "Approved budget" },
    leftOut: { total: [6, 9, 10] },
    records: {
      4: { Title: "Ward 7 ensuite rooms", BudgetApproved: 125_000_000 },
      5: { Title: "Total hip pathway theatre", BudgetApproved: 35_000_000 },
      7: { Title: "Scanner replacement", BudgetApproved: 90_050_000 },
      8: { OldReference: "C-22", BudgetApproved: 9_950_000 },
    },
  },
  {
    says: "a project merged down over its risks belongs to each of them",
    register: risks,
    bytes: uglyWorkbook({
      rows: [
        ["Workstream", "Ref", "Risk", "Likelihood", "Consequence", "Category"],
        ["Wards", "W1", late, 4, 4, "Commercial & supply"],
        [undefined, "W2", signal, 3, 3, "Cyber and information"],
        ["Training", "T1", staff, 2, 4, "Workforce and skills"],
      ],
      merged: ["A2:A3"],
    }),
    from: { OldReference: "Ref", RiskEvent: "Risk", CurrentLikelihood: "Likelihood", CurrentConsequence: "Consequence", Category: "Category" },
    leftOut: {},
    records: {
      2: { OldReference: "W1", Category: "Commercial and supply" },
      3: { OldReference: "W2", Category: "Cyber and information" },
      4: { OldReference: "T1", Category: "Workforce and skills" },
    },
  },
  {
    says: "a risk over several merged lines is one record, and the lines' texts join it",
    register: risks,
    bytes: uglyWorkbook({
      rows: [
        ["Risk no.", "Risk", "L", "C", "Mitigation"],
        ["7a", late, 4, 4, "Order two weeks earlier"],
        [undefined, undefined, undefined, undefined, "Borrow scanners from the depot"],
        [undefined, undefined, undefined, undefined, "Weekly call with the supplier"],
        ["7b", signal, 3, 3, "Survey the ward"],
      ],
      merged: ["A2:A4", "B2:B4", "C2:C4", "D2:D4"],
    }),
    from: { OldReference: "Risk no.", RiskEvent: "Risk", CurrentLikelihood: "L", CurrentConsequence: "C", ResponsePlan: "Mitigation" },
    leftOut: { continued: [3, 4] },
    records: {
      2: { OldReference: "7a", ResponsePlan: "Order two weeks earlier\nBorrow scanners from the depot\nWeekly call with the supplier" },
      5: { OldReference: "7b", ResponsePlan: "Survey the ward" },
    },
  },
  {
    says: "headings repeated on each printed page, page footers, blank rows between",
    register: actions,
    bytes: uglyWorkbook({
      rows: [
        ["Action ref", "Action", "Owner", "Due date", "Status"],
        ["1.1", "Order the scanners", "Mei Lin", { serial: 46_329 }, "WIP"],
        blank,
        ["1.2", "Book the training room", "Tom Reid", { serial: 46_340 }, "Not started"],
        ["Page 1 of 2"],
        blank,
        ["Action ref", "Action", "Owner", "Due date", "Status"],
        ["1.3", "Print the ward posters", "Mei Lin", { serial: 46_350 }, "Done"],
        ["Page 2 of 2"],
      ],
    }),
    from: { OldReference: "Action ref", Title: "Action", Owner: "Owner", DueDate: "Due date", Status: "Status" },
    leftOut: { repeatedHeadings: [7], note: [5, 9] },
    records: {
      2: { Title: "Order the scanners", DueDate: "2026-11-03", Status: "In progress" },
      4: { Title: "Book the training room", DueDate: "2026-11-14", Status: "Not started" },
      8: { Title: "Print the ward posters", DueDate: "2026-11-24", Status: "Complete" },
    },
  },
  {
    says: "rows hidden by a filter, a hidden column and a hidden sheet stay out",
    register: projects,
    bytes: uglyWorkbook({
      rows: [
        ["Project code", "Project name", "Day rate of the contractor, for the office alone", "Status"],
        ["P7-01", "Blood tracking", "A rate that nobody else should ever read in any register", "Active"],
        ["P7-02", "Old pharmacy robot", "A rate that nobody else should ever read in any register", "Stopped"],
        ["P7-03", "Ward Wi-Fi", "A rate that nobody else should ever read in any register", "Active"],
      ],
      hiddenRows: [3],
      hiddenColumns: [3],
      filter: "A1:D4",
      moreSheets: [{ name: "Lists", isHidden: true, rows: [["Status"], ["Active"]] }],
    }),
    from: { OldReference: "Project code", Title: "Project name", Status: "Status" },
    leftOut: { hidden: [3] },
    records: { 2: { Title: "Blood tracking", Notes: undefined }, 4: { Title: "Ward Wi-Fi", Status: "Active", Notes: undefined } },
  },
  {
    says: "another table further down is left for an import of its own; the same headings again go on with the first",
    register: risks,
    bytes: uglyWorkbook({
      rows: [
        ["Open risks"],
        ["Ref", "Risk", "Likelihood", "Impact"],
        ["R/1", late, 4, 4],
        blank,
        ["Closed risks"],
        ["Ref", "Risk", "Likelihood", "Impact"],
        ["R/2", signal, 3, 3],
        blank,
        ["Issues"],
        ["No", "Issue", "Owner", "Date raised"],
        ["I/1", "The loan kit is broken", "Tom Reid", "3/11/2026"],
      ],
    }),
    from: { OldReference: "Ref", RiskEvent: "Risk", CurrentLikelihood: "Likelihood", CurrentConsequence: "Impact" },
    leftOut: { band: [5], repeatedHeadings: [6], anotherTable: [9, 10, 11] },
    records: { 3: { OldReference: "R/1" }, 7: { OldReference: "R/2", CurrentScore: 9 } },
  },
  {
    says: "days as people write them: read where they are days, kept as words where they are not",
    register: actions,
    bytes: uglyWorkbook({
      rows: [
        ["No.", "Action", "Due"],
        ["D1", "Order the scanners", "3/11/2026"],
        ["D2", "Book the room", "3rd Nov 26"],
        ["D3", "Print the posters", "Tues 3 November 2026"],
        ["D4", "Ask the supplier", "w/c 3 Nov"],
        ["D5", "Close the project", "Q3 2026"],
        ["D6", "Write the report", "end of March"],
        ["D7", "Tell the wards", "TBC"],
        ["D8", "Thank the team", "n/a"],
        ["D9", "Sell the old kit", 46_329],
        ["D10", "Meet the board", "31/11/2026"],
      ],
    }),
    from: { OldReference: "No.", Title: "Action", DueDate: "Due" },
    leftOut: {},
    records: {
      2: { DueDate: "2026-11-03" },
      3: { DueDate: "2026-11-03" },
      4: { DueDate: "2026-11-03" },
      5: { DueDate: undefined, Description: "Due: w/c 3 Nov" },
      6: { DueDate: undefined, Description: "Due: Q3 2026" },
      7: { DueDate: undefined, Description: "Due: end of March" },
      8: { DueDate: undefined, Description: "Due: TBC" },
      9: { DueDate: undefined, Description: undefined },
      10: { DueDate: undefined, Description: "Due: 46329" },
      11: { DueDate: undefined, Description: "Due: 31/11/2026" },
    },
    problems: [
      [5, "DueDate", "w/c 3 Nov"],
      [6, "DueDate", "Q3 2026"],
      [7, "DueDate", "end of March"],
      [8, "DueDate", "TBC"],
      [10, "DueDate", "46329"],
      [11, "DueDate", "31/11/2026"],
    ],
  },
  {
    says: "a workbook from an old Mac counts its days from 1904",
    register: actions,
    bytes: uglyWorkbook({
      is1904: true,
      rows: [
        ["Action", "Due date"],
        ["Order the scanners", { serial: 44_867 }],
        ["Book the room", { serial: 44_868 }],
      ],
    }),
    from: { Title: "Action", DueDate: "Due date" },
    leftOut: {},
    records: { 2: { DueDate: "2026-11-03" }, 3: { DueDate: "2026-11-04" } },
  },
  {
    says: "amounts as text: pounds, commas, brackets, k and m; words instead of an amount are kept",
    register: projects,
    bytes: uglyWorkbook({
      rows: [
        ["Project ID", "Project name", "Budget"],
        ["N-1", "Blood tracking", "£1,250.00"],
        ["N-2", "Saving on paper", "(£300)"],
        ["N-3", "Ward posters", "12k"],
        ["N-4", "New theatre", "£1.2m"],
        ["N-5", "Bed tracking", "TBC"],
        ["N-6", "Falls alarm", "n/a"],
        ["N-7", "Free trial", " £ -   "],
        ["N-8", "Car park", "about £20k"],
      ],
    }),
    from: { OldReference: "Project ID", Title: "Project name", BudgetApproved: "Budget" },
    leftOut: {},
    records: {
      2: { BudgetApproved: 125_000 },
      3: { BudgetApproved: undefined, Notes: "Budget: (£300)" },
      4: { BudgetApproved: 1_200_000 },
      5: { BudgetApproved: 120_000_000 },
      6: { BudgetApproved: undefined, Notes: "Budget: TBC" },
      7: { BudgetApproved: undefined, Notes: undefined },
      8: { BudgetApproved: 0 },
      9: { BudgetApproved: undefined, Notes: "Budget: about £20k" },
    },
    problems: [
      [3, "BudgetApproved", "(£300)"],
      [6, "BudgetApproved", "TBC"],
      [9, "BudgetApproved", "about £20k"],
    ],
  },
];
