import { parseFinancialYear, pence, type Pence } from "../../kernel";
import { choice, date, longText, money, monthly, person, reference, text } from "../language/column";
import { filled, isOneOf, whenever } from "../language/conditions";
import { register } from "../language/register";
import { capRevs, costCategories, costStatuses, recurrences, vatTreatments } from "../choices";
import { financialYearText, fundingSourceCode } from "../shapes";
import { needsProject, otherRowsOf, repeats } from "../shared-rules";

const months = ["April", "May", "June", "July", "August", "September", "October", "November", "December", "January", "February", "March"];

/** Twelve money columns that a file may call "Budget M1", "Bud Apr" or "Apr budget". */
function amounts<Prefix extends string>(prefix: Prefix, label: string, help: string) {
  return monthly(prefix, (month) => {
    const short = month.slice(0, 3);
    const number = String(months.indexOf(month) + 1);
    return money({
      label: `${label} ${month}`,
      level: "standard",
      help,
      alsoKnownAs: [`${label} M${number}`, `${label} ${short}`, `${short} ${label.toLowerCase()}`, `${prefix}${number}`],
    });
  });
}

const nameOfLine = ["FinancialYear", "CapRev", "CostCentre", "SubjectiveCode", "FundingSourceCode", "Title"] as const;

export const costs = register({
  name: "Costs",
  label: "Costs",
  one: "cost line",
  many: "cost lines",
  purpose: "One row per cost line per financial year, with budget, actual, accrual and forecast for each month.",
  ref: { prefix: "CO-", digits: 5, mostDigits: 5 },
  belongsTo: "project",
  level: "light",
  shows: ["FinancialYear", "CapRev", "AnnualBudget", "CostCategory", "Status"],
  statusColumn: "Status",
  closedStatuses: ["Closed", "Cancelled"],
  columns: {
    Title: text({
      label: "Title",
      level: "light",
      needed: "create",
      shortest: 3,
      alsoKnownAs: ["Cost line", "Item", "Description", "Name", "Line", "Line description"],
    }),
    FinancialYear: financialYearText({
      label: "Financial year",
      level: "light",
      needed: "create",
      indexed: true,
      help: "April to March, like 2026/27.",
      alsoKnownAs: ["Year", "FY"],
    }),
    CapRev: choice(capRevs, {
      label: "Capital or revenue",
      level: "light",
      needed: "create",
      alsoKnownAs: ["Cap/Rev", "Capital/Revenue", "Type", "Cost type"],
    }),
    AnnualBudget: money({ label: "Annual budget", level: "light", filledBy: "ownRow", help: "The 12 budget months added up." }),
    Status: choice(costStatuses, { label: "Status", level: "light", standard: "Planned", indexed: true, alsoKnownAs: ["Line status"] }),
    Recurrence: choice(recurrences, { label: "Recurrent or non-recurrent", level: "standard", needed: "report", alsoKnownAs: ["Recurrent", "R/NR"] }),
    CostCategory: choice(costCategories, { label: "Category", level: "standard", needed: "report", alsoKnownAs: ["Cost category", "Expenditure type"] }),
    CostCentre: text({ label: "Cost centre", level: "standard", longest: 20, help: "As in the ledger.", alsoKnownAs: ["Cost centre code", "CC"] }),
    SubjectiveCode: text({
      label: "Subjective (account) code",
      level: "standard",
      longest: 20,
      alsoKnownAs: ["Subjective", "Subjective code", "Account code", "Account"],
    }),
    CapitalSchemeCode: text({
      label: "Capital scheme code",
      level: "standard",
      longest: 40,
      help: "For capital.",
      alsoKnownAs: ["Scheme code", "Capital code"],
    }),
    FundingSourceCode: fundingSourceCode({ label: "Funding source", level: "standard", needed: "report", alsoKnownAs: ["Funding", "Fund"] }),
    SupplierRef: reference("Suppliers", { label: "Supplier", level: "full", alsoKnownAs: ["Vendor"] }),
    ContractRef: reference("Contracts", { label: "Contract", level: "full" }),
    PurchaseOrder: text({ label: "Purchase order", level: "full", longest: 30, alsoKnownAs: ["PO", "PO number", "Order number"] }),
    VatTreatment: choice(vatTreatments, {
      label: "VAT",
      level: "standard",
      needed: "report",
      help: "Amounts include the VAT that cannot be recovered.",
      alsoKnownAs: ["VAT treatment"],
    }),
    Owner: person({ label: "Budget holder", level: "standard", needed: "report", indexed: true, alsoKnownAs: ["Owner", "Budget owner", "Budget manager"] }),
    OpeningAccrual: money({ label: "Opening accrual", level: "full", help: "The closing accrual at month 12 of last year." }),
    ...amounts("BudM", "Budget", "The approved budget for the month."),
    ...amounts("ActM", "Actual", "Posted in the ledger in the month."),
    ...amounts("AccM", "Closing accrual", "Owed but not invoiced at the end of the month: a balance, not a movement."),
    ...amounts("FctM", "Forecast", "The cost expected for the month. Counts for months after the last closed one."),
    FotPrevious: money({ label: "Forecast outturn last month", level: "full", filledBy: "once", help: "Copied when the month is closed." }),
    ReprofiledToNextYear: money({ label: "Moved to next year", level: "full", fromPence: 0, help: "Capital slippage that was agreed." }),
    ForecastDate: date({
      label: "Forecast last reviewed",
      level: "standard",
      notInFuture: true,
      help: "The day the forecast changed or “no change” was confirmed.",
    }),
    VarianceReason: longText({
      label: "Reason for variance",
      level: "standard",
      notYetEnforced: "Required when the outturn differs from the budget by more than 5% and £5,000",
      alsoKnownAs: ["Variance comment", "Variance explanation", "Comments"],
    }),
  },
  workedOut: {
    AnnualBudget: (cost) =>
      total([
        cost.BudM01,
        cost.BudM02,
        cost.BudM03,
        cost.BudM04,
        cost.BudM05,
        cost.BudM06,
        cost.BudM07,
        cost.BudM08,
        cost.BudM09,
        cost.BudM10,
        cost.BudM11,
        cost.BudM12,
      ]),
  },
  rules: [
    needsProject("V-CST-PROJECT", "cost line"),
    {
      id: "V-CST-01",
      severity: "error",
      at: "create",
      says: "The project already has a cost line with this title, year, codes and funding source",
      fields: ["Title", "FinancialYear", "CapRev", "CostCentre", "SubjectiveCode", "FundingSourceCode"],
      holds: (cost, context) => !otherRowsOf("Costs", cost, context).some(({ values }) => values.Archived !== true && repeats(values, cost, nameOfLine)),
    },
    {
      id: "V-CST-02",
      severity: "error",
      at: "report",
      says: "A month that is still open cannot have actuals or accruals",
      fields: ["FinancialYear"],
      holds: (cost, context) =>
        openMonths(cost.FinancialYear, context.rowsOf("FinancialPeriods", "")).every(
          (month) => !hasAmount(cost, `ActM${month}`) && !hasAmount(cost, `AccM${month}`),
        ),
    },
    {
      id: "V-CST-03",
      severity: "warning",
      at: "report",
      says: "An actual is negative, but the line is not income and has no note",
      fields: ["CostCategory", "VarianceReason"],
      holds: (cost) =>
        isOneOf(cost.CostCategory, "Income") || filled(cost.VarianceReason) || monthNumbers.every((month) => (amountAt(cost, `ActM${month}`) ?? 0) >= 0),
    },
    {
      id: "V-CST-YEAR",
      severity: "error",
      at: "create",
      says: "The second part of the financial year must be the year after the first, like 2026/27",
      fields: ["FinancialYear"],
      holds: (cost) => cost.FinancialYear === undefined || parseFinancialYear(cost.FinancialYear) !== undefined,
    },
    {
      id: "V-CST-CAPITAL",
      severity: "warning",
      at: "report",
      says: "Capital is normally non-recurrent",
      fields: ["Recurrence", "CapRev"],
      holds: (cost) => !(cost.CapRev === "Capital" && cost.Recurrence === "Recurrent"),
    },
    {
      id: "V-CST-CODES",
      severity: "error",
      at: "report",
      says: "A committed or live line needs its cost centre and subjective code",
      fields: ["CostCentre", "SubjectiveCode"],
      holds: (cost) => whenever(isOneOf(cost.Status, "Committed", "Live"), filled(cost.CostCentre) && filled(cost.SubjectiveCode)),
    },
    {
      id: "V-CST-COST-CENTRE",
      severity: "error",
      at: "report",
      says: "The cost centre does not look like one of this trust",
      fields: ["CostCentre"],
      holds: (cost, context) => matches(cost.CostCentre, context.setting("finance.costCentre.regex"), "^[A-Z0-9]{4,8}$"),
    },
    {
      id: "V-CST-SUBJECTIVE",
      severity: "error",
      at: "report",
      says: "The subjective code does not look like one of this trust",
      fields: ["SubjectiveCode"],
      holds: (cost, context) => matches(cost.SubjectiveCode, context.setting("finance.subjective.regex"), "^[0-9]{4,8}$"),
    },
    {
      id: "V-CST-SCHEME",
      severity: "error",
      at: "report",
      says: "A live capital line needs its capital scheme code",
      fields: ["CapitalSchemeCode"],
      holds: (cost) => whenever(cost.CapRev === "Capital" && cost.Status === "Live", filled(cost.CapitalSchemeCode)),
    },
  ],
});

const monthNumbers = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];

function amountAt(row: object, name: string): number | undefined {
  const value: unknown = Object.getOwnPropertyDescriptor(row, name)?.value;
  return typeof value === "number" ? value : undefined;
}

function hasAmount(row: object, name: string): boolean {
  return (amountAt(row, name) ?? 0) !== 0;
}

/** Undefined when no month has a budget (nothing budgeted is not a budget of nothing), or when the sum is too large to be exact. */
function total(amounts: readonly (Pence | undefined)[]): Pence | undefined {
  const known = amounts.filter((amount) => amount !== undefined);
  const sum = known.reduce<number>((before, amount) => before + amount, 0);
  return known.length === 0 || !Number.isSafeInteger(sum) ? undefined : pence(sum);
}

/** Months of the year that FinancialPeriods says are open; a month it does not name is nobody's claim. */
function openMonths(year: string | undefined, periods: readonly { readonly values: Readonly<Record<string, unknown>> }[]): readonly string[] {
  return periods
    .filter(({ values }) => values.FinancialYear === year && values.PeriodStatus === "Open" && typeof values.MonthNo === "number")
    .map(({ values }) => String(values.MonthNo).padStart(2, "0"));
}

/** A trust's own pattern that is no regular expression says nothing about the code. */
function matches(code: string | undefined, pattern: unknown, standard: string): boolean {
  if (code === undefined) return true;
  try {
    return new RegExp(typeof pattern === "string" && pattern.length <= 200 ? pattern : standard).test(code);
  } catch {
    return true;
  }
}
