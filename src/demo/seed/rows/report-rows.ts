import { addDays, calendarDate, pence, type CalendarDate } from "../../../kernel";
import { highlightReports, portfolioSnapshots, risks, stages, tiers } from "../../../registers";
import { summaries } from "../content/common";
import type { Dice } from "../dice";
import type { ProjectPlan } from "../project-plan";
import { pastMonths, person, type Scene } from "../scene";
import { declaredRag, dimensionRags, type Rag } from "./project-rows";

const rank: Readonly<Record<Rag, number>> = { Green: 1, Amber: 2, Red: 3 };
const byRank = ["Green", "Green", "Amber", "Red"] as const;

interface Month {
  readonly month: string;
  /** 0 is the last whole month. */
  readonly ago: number;
  readonly rag: Rag;
  readonly before: Rag | undefined;
  readonly dice: Dice;
}

/** Reports of the last three months for projects that are under way, and the snapshots of those published. */
export function addReports(scene: Scene, plan: ProjectPlan): void {
  if (plan.status !== "Active") return;
  const dice = plan.dice.fork("reports");
  const months = pastMonths(scene.today, 3);
  const rags = ragsOf(plan, dice);
  for (const ago of [2, 1, 0]) {
    const month = months[ago];
    const rag = rags[ago];
    // The smallest report once a quarter, and somebody is always missing.
    const isMissing = (plan.tier === 4 && ago > 0) || (ago === 0 && (plan.isForgotten || dice.chance(0.1))) || (scene.density < 1 && ago === 2);
    if (month === undefined || rag === undefined || isMissing) continue;
    addReport(scene, plan, { month, ago, rag, before: rags[ago + 1], dice });
  }
}

/** Now, a month ago, two and three months ago. */
function ragsOf(plan: ProjectPlan, dice: Dice): readonly Rag[] {
  const now = declaredRag(plan);
  const rags: Rag[] = [now];
  for (let ago = 1; ago <= 3; ago += 1) {
    const later = rags[ago - 1] ?? now;
    rags.push(byRank[Math.min(3, Math.max(1, rank[later] + (dice.chance(0.35) ? dice.pick([-1, -1, 1]) : 0)))] ?? later);
  }
  return rags;
}

function statusOf(ago: number, dice: Dice): string {
  return ago > 0 ? "Published" : dice.pick(["Published", "Published", "Published", "SRO approved", "PMO reviewed", "Submitted", "Draft", "Returned"]);
}

function addReport(scene: Scene, plan: ProjectPlan, { month, ago, rag, before, dice }: Month): void {
  const { book, today } = scene;
  const status = statusOf(ago, dice);
  const isLate = dice.chance(0.15 + plan.trouble * 0.1);
  // Submitted about the fifth working day of the month after, approved and published in the days that follow; never in the future.
  const submitted = inMonthAfter(month, isLate ? 10 : 6, today);
  const approved = inMonthAfter(month, 11, today);
  const published = inMonthAfter(month, 13, today);
  const reached = ["Draft", "Returned"].includes(status) ? 0 : ["Submitted", "PMO reviewed"].includes(status) ? 1 : status === "SRO approved" ? 2 : 3;
  const kindly = rank[rag] < plan.trouble + 1;
  const milestone = plan.kind.milestones[Math.min(plan.kind.milestones.length - 1, Math.max(0, plan.stage - 3))]?.[0] ?? "next milestone";
  const [achieved = "Plan updated", planned = "Plan the next stage"] = dice.some(plan.kind.actions, 2);
  book.add(highlightReports, {
    Title: `${plan.title}, ${month}`,
    ProjectRef: plan.ref,
    PeriodMonth: month,
    Status: status,
    RagOverall: rag,
    RagReason: kindly && !dice.chance(0.3) ? `${rag} because the recovery plan was agreed with the SRO and removes the critical path.` : undefined,
    Summary: dice.pick(summaries[rag]),
    Achieved: `${achieved}: done.\n${dice.pick(plan.kind.products)} reviewed with the service.`,
    Planned: `Prepare ${milestone}.\n${planned}.`,
    ...(rag === "Green" ? {} : { PathToGreen: `${plan.kind.risks[0]?.[6] ?? "Recovery plan"}: ${plan.manager.name}, within six weeks.` }),
    ...(rag === "Red"
      ? {
          ForecastGreenDate: addDays(today, dice.whole(30, 100)),
          DecisionsNeeded: `${plan.kind.decisions[0]?.[0] ?? "Choose an option"} at the next board.`,
          CorrectiveActions: "Weekly recovery meeting with the SRO.",
        }
      : {}),
    ...person("ReportAuthor", plan.manager),
    ...dimensionRags(plan, month),
    TrendOverall: before === undefined ? "No comparison" : rank[rag] > rank[before] ? "Worsening" : rank[rag] < rank[before] ? "Improving" : "Stable",
    ...(reached >= 1 ? { SubmittedDate: submitted, IsLate: isLate } : {}),
    ...(reached >= 1 && status !== "Submitted" ? person("PmoReviewedBy", scene.cast.ofRole("pmo")[1] ?? scene.cast.ofRole("pmo")[0]) : {}),
    ...(reached >= 2 ? { ...person("SroApprovedBy", plan.sro ?? plan.clinicalLead), SroApprovedDate: approved } : {}),
    ...(reached >= 3 ? { PublishedDate: published, DqScore: dice.whole(plan.isForgotten ? 35 : 62, 98) } : {}),
    ReturnNote: status === "Returned" ? "The path to green has no date. Please add it and hand the report in again." : undefined,
  });
  if (reached >= 3 && scene.has("PortfolioSnapshots")) addSnapshot(scene, plan, { month, rag, dice });
}

function inMonthAfter(month: string, day: number, today: CalendarDate): CalendarDate {
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5, 7));
  const date = calendarDate(number === 12 ? year + 1 : year, (number % 12) + 1, day);
  return date === undefined || date > today ? today : date;
}

function addSnapshot(scene: Scene, plan: ProjectPlan, { month, rag, dice }: { readonly month: string; readonly rag: Rag; readonly dice: Dice }): void {
  const open = scene.book.rowsOf(risks).filter((values) => values["ProjectRef"] === plan.ref && values["Status"] === "Open");
  const yearPence = Math.round((plan.budgetPence * 365) / Math.max(365, plan.lengthDays));
  const worked = ([undefined, "Amber", "Red"] as const)[plan.trouble] ?? rag;
  scene.book.add(portfolioSnapshots, {
    Title: `${plan.title}, ${month}`,
    ProjectRef: plan.ref,
    PeriodMonth: month,
    ProgrammeRef: plan.programme,
    Stage: stages[plan.stage - 1],
    Tier: tiers[plan.tier - 1],
    RagOverall: rag,
    RagOverallCalc: worked,
    BudgetYear: pence(yearPence),
    YtdBudget: pence(Math.round(yearPence / 2)),
    YtdExpenditure: pence(Math.round((yearPence / 2) * (1 + plan.trouble * 0.05))),
    Fot: pence(Math.round(yearPence * (1 + plan.trouble * 0.05))),
    EndBaseline: plan.endBaseline,
    EndForecast: plan.endForecast,
    OpenExtremeRisks: open.filter((values) => values["CurrentBand"] === "Extreme").length,
    OpenHighRisks: open.filter((values) => values["CurrentBand"] === "High").length,
    OverdueActions: dice.whole(0, 3 + plan.trouble),
    DqScore: dice.whole(60, 98),
    RisksJson: JSON.stringify(open.map((values) => ({ Ref: values["Ref"], CurrentScore: values["CurrentScore"] }))),
  });
}
