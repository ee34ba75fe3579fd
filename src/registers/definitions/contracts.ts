import { addDays, pence, roundHalfAwayFromZero, type CalendarDate, type Pence } from "../../kernel";
import { choice, date, link, money, number, person, reference, text, wholeNumber, yesNo } from "../language/column";
import { atMost, filled, isOneOf, whenever } from "../language/conditions";
import { register } from "../language/register";
import { valueAt } from "../language/row";
import { confidentialities, contractKinds, contractStages, kpiRatings, procurementRegimes, procurementRoutes } from "../choices";

const fromTender = ["Tender live", "Evaluation", "Standstill"];
const fromAwarded = ["Awarded", "Live", "Extension decision", "Re-procurement", "Ended", "Terminated"];
const kpiFromPence = 500_000_000;

export const contracts = register({
  name: "Contracts",
  label: "Contracts",
  one: "contract",
  many: "contracts",
  purpose: "Contracts and procurements. A corporate contract belongs to no project.",
  ref: { prefix: "CT-", digits: 4, mostDigits: 4 },
  belongsTo: "projectIfAny",
  level: "standard",
  shows: ["SupplierRef", "Stage", "ContractOwner", "ValueExVat", "EndDate", "ExtensionNoticeDate"],
  statusColumn: "Stage",
  closedStatuses: ["Ended", "Terminated"],
  columns: {
    Title: text({ label: "Title", level: "light", needed: "create", shortest: 3, alsoKnownAs: ["Contract", "Contract title", "Name"] }),
    SupplierRef: reference("Suppliers", { label: "Supplier", level: "standard", indexed: true, alsoKnownAs: ["Supplier name"] }),
    ContractKind: choice(contractKinds, { label: "Kind", level: "standard", needed: "report", help: "Picks the threshold." }),
    ProcurementRegime: choice(procurementRegimes, { label: "Rules that apply", level: "standard", needed: "report" }),
    ProcurementRoute: choice(procurementRoutes, { label: "Route", level: "standard" }),
    FrameworkName: text({ label: "Framework", level: "standard" }),
    Stage: choice(contractStages, { label: "Stage", level: "standard", needed: "report", indexed: true, standard: "Pipeline" }),
    ContractOwner: person({ label: "Contract owner", level: "standard", needed: "report", indexed: true, help: "In the service." }),
    ContractManager: person({ label: "Contract manager", level: "standard" }),
    ProcurementLead: person({ label: "Procurement lead", level: "standard" }),
    ValueExVat: money({
      label: "Total value excluding VAT",
      level: "standard",
      needed: "report",
      fromPence: 1,
      help: "Whole term including extensions.",
      alsoKnownAs: ["Contract value", "Total value", "Value"],
    }),
    ValueIncVat: money({ label: "Total value including VAT", level: "standard", filledBy: "ownRow" }),
    VatRate: number({ label: "VAT rate", level: "standard", needed: "report", standard: 0.2, from: 0, to: 0.25 }),
    AnnualValue: money({ label: "Value a year", level: "standard", fromPence: 0 }),
    StartDate: date({ label: "Start", level: "standard", alsoKnownAs: ["Start date"] }),
    EndDate: date({ label: "End (initial or extended term)", level: "standard", alsoKnownAs: ["End date", "Expiry date", "Expiry"] }),
    ExtensionMonths: text({ label: "Extension options (months)", level: "standard", pattern: "^\\d{1,3}(\\+\\d{1,3})*$", help: "For example 12+12." }),
    ExtensionsUsed: wholeNumber({ label: "Extensions used", level: "full", from: 0 }),
    NoticeDays: wholeNumber({ label: "Notice to extend or end (days)", level: "standard", from: 0 }),
    ExtensionNoticeDate: date({
      label: "Last day to give notice",
      level: "standard",
      filledBy: "ownRow",
      help: "The end less the notice, while an extension is left.",
    }),
    RenewalDecision: text({ label: "What we will do", level: "standard", help: "Extend, re-procure, end." }),
    KpiCount: wholeNumber({ label: "Number of KPIs", level: "full", from: 0 }),
    KpiRating: choice(kpiRatings, { label: "Latest performance rating", level: "full", help: "Statutory rating words." }),
    NextPerformanceNotice: date({ label: "Next UK9 notice due", level: "full", help: "At least every 12 months." }),
    TenderNoticeUrl: link({ label: "Find a Tender notice", level: "full" }),
    NoticesPublished: text({
      label: "Notices published",
      level: "full",
      pattern: "^(UK(1[0-7]|[1-9])(,|$))*$",
      help: "Codes separated by commas: UK4,UK6,UK7.",
    }),
    SocialValueWeight: number({ label: "Social value weighting %", level: "full", from: 0, to: 100 }),
    DpiaNeeded: yesNo({ label: "Handles personal data", level: "standard", needed: "report" }),
    ContractUrl: link({ label: "Contract documents", level: "full" }),
    Confidentiality: choice(confidentialities, { label: "Marking", level: "standard", needed: "report", standard: "OFFICIAL-SENSITIVE: COMMERCIAL" }),
  },
  workedOut: {
    ValueIncVat: (contract) => withVat(contract.ValueExVat, contract.VatRate),
    ExtensionNoticeDate: (contract) => lastDayToGiveNotice(contract),
  },
  rules: [
    {
      id: "V-CON-AWARDED",
      severity: "error",
      at: "report",
      says: "An awarded contract needs its supplier, start and end",
      fields: ["SupplierRef", "StartDate", "EndDate"],
      holds: (contract) =>
        whenever(isOneOf(contract.Stage, ...fromAwarded), filled(contract.SupplierRef) && filled(contract.StartDate) && filled(contract.EndDate)),
    },
    {
      id: "V-CON-ROUTE",
      severity: "error",
      at: "report",
      says: "From the tender on, a contract needs its procurement route",
      fields: ["ProcurementRoute"],
      holds: (contract) => whenever(isOneOf(contract.Stage, ...fromTender, ...fromAwarded), filled(contract.ProcurementRoute)),
    },
    {
      id: "V-CON-FRAMEWORK",
      severity: "error",
      at: "report",
      says: "A framework call-off needs the name of the framework",
      fields: ["FrameworkName"],
      holds: (contract) => whenever(contract.ProcurementRoute === "Framework call-off", filled(contract.FrameworkName)),
    },
    {
      id: "V-CON-ORDER",
      severity: "error",
      at: "create",
      says: "The contract must end after it starts",
      fields: ["StartDate", "EndDate"],
      holds: (contract) => contract.StartDate === undefined || contract.EndDate === undefined || contract.EndDate > contract.StartDate,
    },
    {
      id: "V-CON-EXTENSIONS",
      severity: "error",
      at: "create",
      says: "More extensions are used than the contract has",
      fields: ["ExtensionsUsed", "ExtensionMonths"],
      holds: (contract) => whenever(filled(contract.ExtensionMonths), atMost(contract.ExtensionsUsed, optionsOf(contract.ExtensionMonths))),
    },
    {
      id: "V-CON-PSR",
      severity: "warning",
      at: "report",
      says: "Health care services are bought under the Provider Selection Regime",
      fields: ["ProcurementRegime", "ContractKind"],
      holds: (contract) =>
        whenever(
          contract.ContractKind === "Health care services (PSR)" && filled(contract.ProcurementRegime),
          isOneOf(contract.ProcurementRegime, "Provider Selection Regime", "Before 24 February 2025 (PCR 2015)", "Exempt"),
        ),
    },
    {
      id: "V-CON-KPIS",
      severity: "warning",
      at: "report",
      says: "A contract over £5 million normally needs at least 3 KPIs",
      fields: ["KpiCount"],
      holds: (contract) =>
        whenever(
          contract.ValueExVat !== undefined &&
            contract.ValueExVat > kpiFromPence &&
            contract.ProcurementRegime === "Procurement Act 2023" &&
            !isOneOf(contract.ContractKind, "Light touch services", "Concession"),
          (contract.KpiCount ?? 0) >= 3,
        ),
    },
    {
      id: "V-CON-DPIA",
      severity: "error",
      at: "report",
      says: "A contract that handles personal data needs a data protection impact assessment (DPIA)",
      fields: ["DpiaNeeded"],
      holds: (contract, context) =>
        whenever(
          contract.DpiaNeeded === true && filled(contract.ProjectRef),
          context.rowsOf("ImpactAssessments", contract.ProjectRef ?? "").some(({ values }) => valueAt(values, "AssessmentType") === "DPIA"),
        ),
    },
    {
      id: "V-CON-NOTICE",
      severity: "warning",
      at: "report",
      says: "The notice is not on Find a Tender",
      fields: ["TenderNoticeUrl"],
      holds: (contract) => contract.TenderNoticeUrl === undefined || contract.TenderNoticeUrl.startsWith("https://www.find-tender.service.gov.uk/"),
    },
  ],
});

function withVat(amount: Pence | undefined, rate: number | undefined): Pence | undefined {
  if (amount === undefined || rate === undefined) return undefined;
  const total = roundHalfAwayFromZero((amount * Math.round((1 + rate) * 10_000)) / 10_000);
  return Number.isSafeInteger(total) ? pence(total) : undefined;
}

function optionsOf(extensions: string | undefined): number {
  return extensions === undefined ? 0 : extensions.split("+").length;
}

interface Term {
  readonly EndDate?: CalendarDate;
  readonly NoticeDays?: number;
  readonly ExtensionMonths?: string;
  readonly ExtensionsUsed?: number;
}

/** Only while an extension is left (reference 11.3). */
function lastDayToGiveNotice(term: Term): CalendarDate | undefined {
  const isLeft = optionsOf(term.ExtensionMonths) > (term.ExtensionsUsed ?? 0);
  if (term.EndDate === undefined || term.NoticeDays === undefined || !isLeft) return undefined;
  // A number typed in Lists may be any: a notice of more than a century is no day that anybody can keep.
  return Number.isInteger(term.NoticeDays) && Math.abs(term.NoticeDays) <= longestNoticeDays ? addDays(term.EndDate, -term.NoticeDays) : undefined;
}

const longestNoticeDays = 36_500;
