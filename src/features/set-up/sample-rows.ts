import { addDays, financialYearOf, pence, type CalendarDate } from "../../kernel";
import {
  actions,
  completeRow,
  costs,
  decisions,
  issues,
  milestones,
  projects,
  risks,
  type Register,
  type RowOf,
  type Value,
  type Values,
} from "../../registers";

/** Rows of a register by its name. */
export type SampleRows = ReadonlyMap<string, readonly Values[]>;

type Draft<R extends Register> = { readonly [Name in keyof RowOf<R>]?: RowOf<R>[Name] };

const people = {
  ana: { Owner: "Ana Lowe", OwnerAddress: "ana.lowe@sample.example" },
  ben: { Owner: "Ben Osei", OwnerAddress: "ben.osei@sample.example" },
  cai: { Owner: "Cai Hughes", OwnerAddress: "cai.hughes@sample.example" },
} as const;

/** Three invented projects of an invented trust, as they might stand on the day. Nothing here is about anybody. */
export function sampleRows(today: CalendarDate): SampleRows {
  const day = (days: number): CalendarDate => addDays(today, days);
  const year = financialYearOf(today);
  const manager = ({ Owner, OwnerAddress }: (typeof people)["ana"] | (typeof people)["ben"] | (typeof people)["cai"]): Draft<typeof projects> => ({
    ProjectManager: Owner,
    ProjectManagerAddress: OwnerAddress,
  });
  const active = { Status: "Active" } as const;
  const ofBeds = { ProjectRef: "P-0001" } as const;
  const ofRecords = { ProjectRef: "P-0002" } as const;
  const ofRoof = { ProjectRef: "P-0003" } as const;
  return new Map([
    rowsOf(projects, "P-", [
      { Title: "Discharge lounge", ...manager(people.ana), ...active, Stage: "5 Deliver", RagOverall: "Amber", EndForecast: day(120) },
      { Title: "Electronic observations", ...manager(people.ben), ...active, Stage: "3 Plan (OBC)", RagOverall: "Green", EndForecast: day(300) },
      { Title: "Theatre roof", ...manager(people.cai), ...active, Stage: "4 Approve and procure (FBC)", RagOverall: "Red", EndForecast: day(210) },
    ]),
    rowsOf(risks, "R-", [
      { ...ofBeds, ...people.ana, RiskEvent: "The lift for beds is delivered late", CurrentLikelihood: 4, CurrentConsequence: 3, Status: "Open" },
      { ...ofRecords, ...people.ben, RiskEvent: "Wards cannot release staff for training", CurrentLikelihood: 3, CurrentConsequence: 4, Status: "Open" },
      { ...ofRecords, ...people.cai, RiskEvent: "The wireless network does not reach two wards", CurrentLikelihood: 2, CurrentConsequence: 4, Status: "Open" },
      { ...ofRoof, ...people.cai, RiskEvent: "Rain enters the theatres while the roof is open", CurrentLikelihood: 4, CurrentConsequence: 5, Status: "Open" },
    ]),
    rowsOf(issues, "I-", [
      { ...ofBeds, ...people.ana, Title: "The flooring was refused at inspection", Priority: "High", Status: "Open", DueDate: day(7) },
      { ...ofRoof, ...people.cai, Title: "Tenders came in above the budget", Priority: "Critical", Status: "Escalated", DueDate: day(-3) },
    ]),
    rowsOf(actions, "A-", [
      { ...ofBeds, ...people.ben, Title: "Agree opening hours with the wards", DueDate: day(10), Status: "In progress" },
      { ...ofRecords, ...people.ana, Title: "Book training rooms", DueDate: day(-5), Status: "Not started" },
      { ...ofRecords, ...people.ben, Title: "Write the test plan", DueDate: day(25), Status: "Not started" },
      { ...ofRoof, ...people.cai, Title: "Ask the estates lead for a smaller scope", DueDate: day(3), Status: "In progress" },
    ]),
    rowsOf(decisions, "D-", [{ ...ofRoof, Title: "Close one theatre while the roof is made", Status: "Awaiting decision", NeededBy: day(14) }]),
    rowsOf(milestones, "M-", [
      { ...ofBeds, ...people.ana, Title: "First patients", BaselineDate: day(100), ForecastDate: day(120), Status: "Not started" },
      { ...ofRecords, ...people.ben, Title: "Outline business case approved", BaselineDate: day(30), ForecastDate: day(30), Status: "In progress" },
      { ...ofRoof, ...people.cai, Title: "Contract signed", BaselineDate: day(-10), ForecastDate: day(35), Status: "In progress" },
    ]),
    rowsOf(costs, "CO-", [
      { ...ofBeds, Title: "Building work", FinancialYear: year, CapRev: "Capital", Status: "Live", BudM01: pence(18_000_000), BudM02: pence(22_500_000) },
      { ...ofRecords, Title: "Licences", FinancialYear: year, CapRev: "Revenue", Status: "Committed", BudM04: pence(9_600_000) },
      { ...ofRoof, Title: "Roof", FinancialYear: year, CapRev: "Capital", Status: "Planned", BudM09: pence(64_000_000) },
    ]),
  ]);
}

function rowsOf<R extends Register>(register: R, prefix: string, drafts: readonly Draft<R>[]): readonly [string, readonly Values[]] {
  const rows = drafts.map((draft, index) => {
    const typed = Object.entries(draft).filter((entry): entry is [string, Value] => entry[1] !== undefined);
    const number = index + 1;
    const ref = `${prefix}${String(number).padStart(register.ref.digits, "0")}`;
    return completeRow(register, { ...Object.fromEntries(typed), Ref: ref, RefNo: number });
  });
  return [register.name, rows];
}
