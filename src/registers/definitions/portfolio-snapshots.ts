import { choice, date, json, money, reference, wholeNumber } from "../language/column";
import { register } from "../language/register";
import { rags, stages, tiers } from "../choices";
import { periodMonthText } from "../shapes";

export const portfolioSnapshots = register({
  name: "PortfolioSnapshots",
  label: "Monthly snapshots",
  one: "snapshot",
  many: "snapshots",
  purpose: "One row per project and month, written when the report is published and never edited.",
  ref: { prefix: "PS-", digits: 5, mostDigits: 5 },
  belongsTo: "project",
  level: "light",
  titleFrom: "PeriodMonth",
  shows: ["PeriodMonth", "RagOverall", "Stage", "BudgetYear", "Fot", "EndForecast"],
  columns: {
    PeriodMonth: periodMonthText({ label: "Period", level: "standard", filledBy: "once", indexed: true }),
    ProgrammeRef: reference("Programmes", { label: "Programme", level: "full", filledBy: "once" }),
    Stage: choice(stages, { label: "Stage", level: "standard", filledBy: "once" }),
    Tier: choice(tiers, { label: "Tier", level: "standard", filledBy: "once" }),
    RagOverall: choice(rags, { label: "Overall RAG", level: "standard", filledBy: "once" }),
    RagOverallCalc: choice(rags, { label: "Worked-out RAG", level: "standard", filledBy: "once" }),
    BudgetYear: money({ label: "Budget this year", level: "full", filledBy: "once" }),
    YtdBudget: money({ label: "Budget to date", level: "full", filledBy: "once" }),
    YtdExpenditure: money({ label: "Spent to date", level: "full", filledBy: "once" }),
    Fot: money({ label: "Forecast outturn", level: "full", filledBy: "once" }),
    CapitalFot: money({ label: "of which capital", level: "full", filledBy: "once" }),
    BenefitsPlanned: money({ label: "Benefits planned to date", level: "full", filledBy: "once" }),
    BenefitsRealised: money({ label: "Benefits realised to date", level: "full", filledBy: "once" }),
    EndBaseline: date({ label: "End baseline", level: "full", filledBy: "once" }),
    EndForecast: date({ label: "End forecast", level: "full", filledBy: "once" }),
    OpenExtremeRisks: wholeNumber({ label: "Open extreme risks", level: "full", filledBy: "once", from: 0 }),
    OpenHighRisks: wholeNumber({ label: "Open high risks", level: "full", filledBy: "once", from: 0 }),
    OverdueActions: wholeNumber({ label: "Overdue actions", level: "full", filledBy: "once", from: 0 }),
    DqScore: wholeNumber({ label: "Data quality score", level: "full", filledBy: "once", from: 0 }),
    RisksJson: json({ label: "Open risks (frozen)", level: "full", filledBy: "once", help: "Ref and scores, so that movement can be shown later." }),
  },
});
