import {
  addDays,
  dateParts,
  financialMonths,
  firstDayOfFinancialMonth,
  parseIsoDate,
  pence,
  type CalendarDate,
  type FinancialYear,
  type Pence,
} from "../../../kernel";
import { benefitMap, benefitMeasures, benefits, contracts, costs, resourceDemand } from "../../../registers";
import type { BenefitText, CostText } from "../content/kind";
import type { Dice } from "../dice";
import type { ProjectPlan } from "../project-plan";
import { closedMonths, countOf, earlier, pastMonths, person, yearAfter, yearBefore, type Scene } from "../scene";

/** Cost lines, contracts, benefits and people's time. */
export function addMoney(scene: Scene, plan: ProjectPlan, milestoneRefs: readonly string[]): void {
  if (plan.status === "Rejected") return;
  addCosts(scene, plan);
  if (scene.has("Contracts")) addContract(scene, plan);
  if (scene.has("Benefits")) addBenefits(scene, plan, milestoneRefs);
  if (scene.has("ResourceDemand") && plan.status === "Active") addDemand(scene, plan);
}

function addCosts(scene: Scene, plan: ProjectPlan): void {
  const dice = plan.dice.fork("costs");
  const { year, closed } = closedMonths(scene.today);
  const paid = plan.kind.costs.filter(([, , , share]) => share > 0).reduce((sum, [, , , share]) => sum + share, 0);
  for (const [place, line] of plan.kind.costs.entries()) {
    const linePence = Math.round((plan.budgetPence * line[3]) / paid);
    for (const one of [yearBefore(year), year, yearAfter(year)]) {
      const months = monthsIn(plan, one);
      if (months.length === 0) continue;
      // The years beside this one are kept for the main lines only.
      if (one !== year && (place > 0 || (scene.density < 1 && plan.tier === 4))) continue;
      addCostLine(scene, plan, {
        line,
        place,
        year: one,
        months,
        annualPence: Math.round((linePence * months.length) / wholeMonths(plan)),
        closed: one === year ? closed : one < year ? 12 : 0,
        dice,
      });
    }
  }
}

interface CostLine {
  readonly line: CostText;
  readonly place: number;
  readonly year: FinancialYear;
  readonly months: readonly number[];
  readonly annualPence: number;
  readonly closed: number;
  readonly dice: Dice;
}

function addCostLine(scene: Scene, plan: ProjectPlan, { line, place, year, months, annualPence, closed, dice }: CostLine): void {
  const [title, category, capRev] = line;
  const { today, book } = scene;
  const isPast = year < closedMonths(today).year;
  const isLive = plan.status !== "Pipeline" && closed > 0;
  const budget = spread(annualPence, months);
  const drift = 1 + (plan.trouble === 2 ? 0.09 : plan.trouble === 1 ? 0.03 : -0.01) + (dice.next() - 0.5) * 0.06;
  const amounts: [string, Pence][] = [];
  let outturn = 0;
  for (const [month, amount] of budget) {
    amounts.push([`BudM${month}`, amount]);
    const spent = pence(Math.round(amount * drift * (0.85 + dice.next() * 0.3)));
    const isClosed = Number(month) <= closed;
    if (isLive && isClosed) amounts.push([`ActM${month}`, spent]);
    else amounts.push([`FctM${month}`, pence(Math.round(amount * (plan.status === "On hold" ? 0 : drift)))]);
    outturn += isLive && isClosed ? spent : Math.round(amount * drift);
  }
  const off = Math.abs(outturn - annualPence);
  const needsReason = off > Math.abs(annualPence) * 0.05 && off > 500_000;
  book.add(costs, {
    Title: title,
    ProjectRef: plan.ref,
    FinancialYear: year,
    CapRev: capRev,
    Recurrence: capRev === "Revenue" && /^Pay: substantive|Running|licences/.test(category) ? "Recurrent" : "Non-recurrent",
    CostCategory: category,
    Status: isPast ? "Closed" : isLive ? (dice.chance(0.15) ? "Committed" : "Live") : "Planned",
    CostCentre: `${plan.kind.division}${String(4100 + (Number(plan.ref.slice(2)) % 900))}`,
    SubjectiveCode: String(capRev === "Capital" ? 81000 + place * 10 : 52000 + place * 10),
    CapitalSchemeCode: capRev === "Capital" ? `CAP-${plan.ref.slice(2)}` : undefined,
    FundingSourceCode: plan.kind.funding,
    SupplierRef: scene.has("Suppliers") && !/^Pay|Training|Income/.test(category) ? supplierRef(plan) : undefined,
    PurchaseOrder: isLive && !category.startsWith("Pay") ? `PO${String(dice.whole(400000, 499999))}` : undefined,
    VatTreatment: category.startsWith("Pay") ? "Outside scope" : dice.pick(["Recoverable", "Irrecoverable"]),
    ...person("Owner", dice.chance(0.5) ? plan.serviceOwner : plan.manager),
    ...Object.fromEntries(amounts),
    FotPrevious: isLive && !isPast ? pence(Math.round(outturn * (0.98 + dice.next() * 0.03))) : undefined,
    ReprofiledToNextYear:
      capRev === "Capital" && plan.trouble > 0 && isLive && !isPast && dice.chance(0.4) ? pence(Math.round(Math.abs(annualPence) * 0.06)) : undefined,
    ForecastDate: addDays(today, -dice.whole(2, plan.isForgotten || dice.chance(0.1) ? 95 : 28)),
    VarianceReason:
      needsReason && !dice.chance(0.2)
        ? dice.pick([
            "Work moved from summer to winter",
            "The supplier raised the price",
            "Posts were filled later than planned",
            "Extra testing after the failed trial",
          ])
        : undefined,
  });
}

function supplierRef(plan: ProjectPlan): string {
  return `SU-${String(plan.kind.supplier + 1).padStart(4, "0")}`;
}

/** Financial months, 1 to 12, in which the project spends. */
function monthsIn(plan: ProjectPlan, year: FinancialYear): readonly number[] {
  const from = monthIndex(plan.start);
  const to = monthIndex(plan.endBaseline);
  return financialMonths.filter((month) => {
    const index = monthIndex(firstDayOfFinancialMonth(year, month));
    return index >= from && index <= to;
  });
}

function wholeMonths(plan: ProjectPlan): number {
  return monthIndex(plan.endBaseline) - monthIndex(plan.start) + 1;
}

function monthIndex(date: CalendarDate): number {
  const { year, month } = dateParts(date);
  return year * 12 + month;
}

/** Equal whole pounds a month, the rest in the first: the sum is exact. */
function spread(total: number, months: readonly number[]): readonly (readonly [month: string, amount: Pence])[] {
  const each = Math.trunc(total / months.length / 100) * 100;
  return months.map((month, index) => [String(month).padStart(2, "0"), pence(index === 0 ? total - each * (months.length - 1) : each)]);
}

function addContract(scene: Scene, plan: ProjectPlan): void {
  const dice = plan.dice.fork("contract");
  if (
    plan.stage < 3 ||
    plan.status === "Pipeline" ||
    plan.kind.costs.every(([, category]) => /^(Pay|Training|Income)/.test(category)) ||
    !dice.chance(scene.density < 1 ? 0.3 : 0.6)
  )
    return;
  const isAwarded = plan.stage >= 5;
  const start = addDays(plan.start, 60);
  const value = Math.max(1_000_000, Math.round(plan.budgetPence * 0.6));
  scene.book.add(contracts, {
    Title: `${plan.kind.name}: main contract`,
    ProjectRef: plan.ref,
    SupplierRef: isAwarded ? supplierRef(plan) : undefined,
    ContractKind: plan.kind.division === "EST" ? "Works" : "Goods or services",
    ProcurementRegime: "Procurement Act 2023",
    ProcurementRoute: isAwarded || dice.chance(0.5) ? dice.pick(["Framework call-off", "Open procedure", "Competitive flexible procedure"]) : undefined,
    FrameworkName: "Northern health technology framework",
    Stage: isAwarded ? "Live" : dice.pick(["Planning", "Market engagement", "Pipeline"]),
    ...person("ContractOwner", plan.serviceOwner),
    ...person("ContractManager", plan.manager),
    ...person("ProcurementLead", scene.cast.ofRole("corporate")[0]),
    ValueExVat: pence(value),
    VatRate: 0.2,
    AnnualValue: pence(Math.round(value / 3)),
    ...(isAwarded
      ? {
          StartDate: start,
          EndDate: addDays(start, dice.whole(800, 1500)),
          ExtensionMonths: "12+12",
          ExtensionsUsed: 0,
          NoticeDays: 180,
          KpiCount: 4,
          KpiRating: dice.pick(["Good", "Approaching target", "Requires improvement"]),
        }
      : {}),
    RenewalDecision: isAwarded ? "Review 9 months before the end" : undefined,
    DpiaNeeded: plan.kind.isDigital === true,
    Confidentiality: "OFFICIAL-SENSITIVE: COMMERCIAL",
  });
}

const benefitStatusOfStage = ["Identified", "Identified", "Baselined", "Planned", "Planned", "Planned", "Realising", "Realising"] as const;

function addBenefits(scene: Scene, plan: ProjectPlan, milestoneRefs: readonly string[]): void {
  const dice = plan.dice.fork("benefits");
  if (plan.status === "Stopped") return;
  const texts = plan.kind.benefits.slice(0, Math.max(1, countOf(scene, dice, 1.7)));
  for (const [place, text] of texts.entries()) {
    const ref = addBenefit(scene, plan, { text, place, dice });
    if (plan.stage >= 6) addMeasures(scene, plan, { ref, text, dice });
    const milestone = milestoneRefs.at(-2);
    if (place === 0 && milestone !== undefined && scene.has("BenefitMap") && dice.chance(scene.density < 1 ? 0.2 : 0.5))
      addMap(scene, plan, { benefit: ref, milestone });
  }
}

/** What is still expected of the benefits that were approved. */
const shareOfBenefits = [1, 0.94, 0.78] as const;

function addBenefit(
  scene: Scene,
  plan: ProjectPlan,
  { text, place, dice }: { readonly text: BenefitText; readonly place: number; readonly dice: Dice },
): string {
  const [benefit, measure, unit, baseline, target, benefitClass, theme] = text;
  const { today } = scene;
  const status = plan.status === "Active" && plan.trouble === 2 && place === 0 ? "At risk" : (benefitStatusOfStage[plan.stage - 1] ?? "Identified");
  const isPriced = benefitClass !== "Unmonetisable (UB)";
  const annual = Math.round((plan.budgetPence * (0.12 + dice.next() * 0.25)) / 100_000) * 100_000;
  const starts = earlier(addDays(plan.endBaseline, 30), addDays(today, 700));
  return scene.book.add(benefits, {
    Description: benefit,
    ProjectRef: plan.ref,
    BenefitClass: benefitClass,
    IsDisbenefit: false,
    Theme: theme,
    StrategicObjectiveCode: plan.kind.objective,
    ...person("Owner", dice.chance(0.07) ? plan.manager : plan.serviceOwner),
    Measure: measure,
    MeasureUnit: unit,
    MeasureDirection: target > baseline ? "Higher is better" : "Lower is better",
    DataSource: dice.pick(["Ward dashboard", "Patient administration system", "Ledger", "Quarterly audit"]),
    Frequency: dice.pick(["Monthly", "Monthly", "Quarterly"]),
    BaselineValue: baseline,
    BaselineDate: addDays(plan.start, 30),
    TargetValue: target,
    TargetDate: addDays(plan.endForecast, 180),
    ...(isPriced
      ? { AnnualValue: pence(annual), BaselineTotal: pence(annual * 5), ForecastTotal: pence(Math.round(annual * 5 * shareOfBenefits[plan.trouble])) }
      : {}),
    Recurrence: "Recurrent",
    StartDate: starts,
    EndDate: addDays(starts, 5 * 365),
    BudgetHolderAgreed: benefitClass === "Cash-releasing (CRB)" ? !dice.chance(0.1) : undefined,
    FinanceConfirmed: dice.pick(["Claimed", "Estimated", "Measured", "Confirmed by finance"]),
    CipSchemeCode: plan.kind.isCip === true ? `CIP-${plan.ref.slice(2)}` : undefined,
    Status: status,
    NextReviewDate: addDays(today, dice.whole(-10, 80)),
  });
}

function addMeasures(scene: Scene, plan: ProjectPlan, { ref, text, dice }: { readonly ref: string; readonly text: BenefitText; readonly dice: Dice }): void {
  if (!scene.has("BenefitMeasures")) return;
  const [, , , baseline, target, benefitClass] = text;
  const isPriced = benefitClass !== "Unmonetisable (UB)";
  const monthly = Math.round((plan.budgetPence * 0.2) / 12 / 1000) * 1000;
  for (const [ago, month] of pastMonths(scene.today, scene.density < 1 ? 3 : 6).entries()) {
    const share = Math.max(0.1, (scene.density < 1 ? 3 : 6) - ago) / 8;
    const planned = baseline + (target - baseline) * share;
    const reached = baseline + (target - baseline) * share * (0.7 + dice.next() * 0.4);
    scene.book.add(benefitMeasures, {
      Title: `${plan.kind.name}, ${month}`,
      BenefitRef: ref,
      ProjectRef: plan.ref,
      PeriodStart: parseIsoDate(`${month}-01`),
      PlannedMeasure: Number(planned.toFixed(2)),
      ActualMeasure: Number(reached.toFixed(2)),
      ...(isPriced ? { PlannedValue: pence(Math.round(monthly * share)), RealisedValue: pence(Math.round(monthly * share * (0.7 + dice.next() * 0.4))) } : {}),
      Evidence: dice.pick(["Estimated", "Measured", "Confirmed by finance"]),
    });
  }
}

function addMap(scene: Scene, plan: ProjectPlan, { benefit, milestone }: { readonly benefit: string; readonly milestone: string }): void {
  const change = `N-${plan.kind.key}`;
  const label = `New way of working: ${plan.kind.name.toLowerCase()}`;
  scene.book.add(benefitMap, {
    Title: `${milestone} enables the change`,
    ProjectRef: plan.ref,
    FromType: "Enabler",
    FromRef: milestone,
    FromLabel: "Go-live",
    ToType: "Business change",
    ToRef: change,
    ToLabel: label,
    ContributionPct: 100,
  });
  scene.book.add(benefitMap, {
    Title: `The change brings ${benefit}`,
    ProjectRef: plan.ref,
    FromType: "Business change",
    FromRef: change,
    FromLabel: label,
    ToType: "Benefit",
    ToRef: benefit,
    ContributionPct: 80,
  });
  scene.book.add(benefitMap, {
    Title: `${benefit} serves ${plan.kind.objective}`,
    ProjectRef: plan.ref,
    FromType: "Benefit",
    FromRef: benefit,
    ToType: "Strategic objective",
    ToRef: plan.kind.objective,
    ContributionPct: 20,
  });
}

/** Of a project under way most people are agreed; one in trouble often waits for them. */
const chanceOfAgreement = [0.98, 0.92, 0.7] as const;

function addDemand(scene: Scene, plan: ProjectPlan): void {
  const dice = plan.dice.fork("demand");
  const { year } = closedMonths(scene.today);
  const roles = [
    ["Project manager", "Agenda for Change band 7"],
    ["Business analyst", "Agenda for Change band 6"],
    ["Clinical backfill", "Agenda for Change band 6"],
    ["Digital specialist", "Agenda for Change band 7"],
    ["Change and training", "Agenda for Change band 5"],
  ] as const;
  for (const [role, band] of dice.some(roles, Math.max(1, countOf(scene, dice, 1.2)))) {
    const isNamed = role === "Project manager";
    const needed = dice.whole(2, isNamed ? 8 : 20) / 10;
    const agreed = Math.round(needed * (plan.trouble === 2 ? 6 : dice.whole(plan.trouble === 0 ? 10 : 8, 10))) / 10;
    const months = financialMonths.map((month) => String(month).padStart(2, "0"));
    const isAgreed = dice.chance(chanceOfAgreement[plan.trouble]);
    const wte: Readonly<Record<string, number>> = Object.fromEntries(
      months.flatMap((month) => [[`DemM${month}`, needed] as const, ...(isAgreed ? [[`AllM${month}`, agreed] as const] : [])]),
    );
    scene.book.add(resourceDemand, {
      Title: `${role} for ${plan.title}`,
      ProjectRef: plan.ref,
      FinancialYear: year,
      RoleType: role,
      StaffGroup: band,
      ...(isNamed ? person("Person", plan.manager) : {}),
      IsBackfill: role === "Clinical backfill",
      ...wte,
      AllocationStatus: isAgreed ? "Agreed" : "Requested",
      ...(isAgreed ? person("LineManager", plan.serviceOwner) : {}),
      RatePerDay: pence(dice.whole(180, 420) * 100),
    });
  }
}
