import { addDays, pence } from "../../../kernel";
import { actions, assumptions, bandOf, changes, decisions, dependencies, exceptionReports, issues, risks } from "../../../registers";
import { assumptionTexts, changeTexts, commonActions, commonDecisions, commonIssues, commonRisks, dependencyTexts } from "../content/common";
import type { RiskText } from "../content/kind";
import type { Dice } from "../dice";
import type { DirectoryPerson } from "../people";
import type { ProjectPlan } from "../project-plan";
import { countOf, person, sentence, type Scene } from "../scene";

/** Risks, issues, actions, decisions and what stands near them. */
export function addRaid(scene: Scene, plan: ProjectPlan): void {
  if (plan.status === "Rejected") return;
  const riskRefs = addRisks(scene, plan);
  const issueRefs = addIssues(scene, plan, riskRefs);
  addActions(scene, plan, [...riskRefs.map((ref) => ["Risk", ref] as const), ...issueRefs.map((ref) => ["Issue", ref] as const)]);
  addDecisions(scene, plan);
  if (scene.has("Assumptions")) addAssumptions(scene, plan, riskRefs);
  if (scene.has("Dependencies")) addDependencies(scene, plan);
  if (scene.has("Changes")) addChanges(scene, plan);
  if (scene.has("ExceptionReports") && plan.trouble === 2 && plan.status === "Active") addException(scene, plan);
}

interface TextChoice<T> {
  readonly own: readonly T[];
  readonly common: readonly T[];
  readonly wanted: number;
  readonly dice: Dice;
}

/** The main project of a kind has all that belongs to the kind; a part of it shares half, so that two projects seldom read alike. */
function textsFor<T>(plan: ProjectPlan, { own, common, wanted, dice }: TextChoice<T>): readonly T[] {
  const ofKind = plan.title === plan.kind.name ? own.slice(0, wanted) : dice.some(own, Math.ceil(wanted / 2));
  return [...ofKind, ...dice.some(common, wanted - ofKind.length)];
}

/** Someone who would plausibly own a thing of this project. */
function someone(scene: Scene, plan: ProjectPlan, dice: Dice): DirectoryPerson {
  const { kind, manager, serviceOwner, clinicalLead, financeLead } = plan;
  const expert = kind.isDigital === true ? scene.cast.ofRole("digital") : kind.division === "EST" ? scene.cast.ofRole("estates") : scene.cast.ofRole("service");
  return dice.pick([manager, manager, serviceOwner, serviceOwner, clinicalLead, financeLead, dice.pick(expert), dice.pick(expert)]);
}

function isOver({ status }: ProjectPlan): boolean {
  return status === "Completed" || status === "Stopped";
}

const reviewDays: Readonly<Record<string, number>> = { Low: 90, Moderate: 60, High: 30, Extreme: 7 };

function addRisks(scene: Scene, plan: ProjectPlan): readonly string[] {
  const dice = plan.dice.fork("risks");
  const wanted = countOf(scene, dice, plan.tier === 1 ? 9 : plan.tier === 2 ? 8 : 5.6);
  const texts = textsFor(plan, { own: plan.kind.risks, common: commonRisks, wanted, dice });
  return texts.map((text) => addRisk(scene, plan, { text, dice }));
}

function addRisk(scene: Scene, plan: ProjectPlan, { text, dice }: { readonly text: RiskText; readonly dice: Dice }): string {
  const { today, book } = scene;
  const [cause, event, effect, category, likelihood, consequence, response] = text;
  const closed = isOver(plan) || (dice.chance(0.14) && !plan.isShowcase);
  const moved = dice.pick([-1, 0, 0, plan.trouble === 2 ? 1 : 0]);
  const now = Math.min(5, Math.max(1, likelihood + (plan.isShowcase ? 0 : moved)));
  const inherent = Math.min(5, now + dice.whole(0, 1));
  const band = bandOf(now * consequence) ?? "Moderate";
  const raised = addDays(today, -dice.whole(40, 260));
  const isLate = plan.isForgotten || dice.chance(0.16);
  const tolerated = now * consequence <= 6 && dice.chance(0.5);
  const cost = Math.round((plan.budgetPence * (0.005 + dice.next() * 0.03)) / 10_000) * 10_000;
  const unowned = !closed && dice.chance(0.05) && !plan.isShowcase;
  // Typed before there was a rule against a target above the current score.
  const isOdd = !closed && now < 5 && dice.chance(0.012) && !plan.isShowcase;
  const isQuantified = dice.chance(0.4);
  const ref = book.add(risks, {
    RiskEvent: sentence(event),
    Cause: cause,
    Effect: effect,
    ProjectRef: plan.ref,
    ...person("Owner", unowned ? undefined : someone(scene, plan, dice)),
    RiskType: "Threat",
    Category: category,
    Response: tolerated ? "Tolerate" : "Treat",
    ResponsePlan: response,
    Status: closed ? "Closed" : dice.chance(0.03) ? "Draft" : "Open",
    CurrentLikelihood: now,
    CurrentConsequence: consequence,
    InherentLikelihood: inherent,
    InherentConsequence: consequence,
    TargetLikelihood: isOdd ? Math.min(5, now + 1) : tolerated ? now : Math.max(1, now - 2),
    TargetConsequence: consequence,
    TargetDate: addDays(today, dice.whole(20, 160)),
    NextReviewDate: addDays(today, closed || isLate ? -dice.whole(2, 40) : dice.whole(1, reviewDays[band] ?? 30)),
    MitigationDueDate: addDays(today, dice.whole(-10, 60)),
    Proximity: dice.pick(["Within 1 month", "Within 3 months", "Within 6 months", "Within 12 months"]),
    EscalationLevel: now * consequence >= 15 ? "Executive" : now * consequence >= 12 ? "Programme" : "Project",
    Controls: dice.chance(0.7) ? `Reviewed at the project board; ${plan.serviceOwner.jobTitle.toLowerCase()} informed.` : undefined,
    ControlGaps: now * consequence >= 15 ? "The control depends on one person and has not been tested." : undefined,
    ControlAssurance: dice.pick(["None", "Limited", "Adequate", "Adequate", "Strong"]),
    ...(isQuantified
      ? { CostImpactMin: pence(Math.round(cost / 2)), CostImpact: pence(cost), CostImpactMax: pence(cost * 2), TimeImpactDays: dice.whole(5, 60) }
      : {}),
    RaisedDate: raised,
    LastReviewDate: addDays(today, -dice.whole(3, plan.isForgotten ? 120 : 35)),
    ...(closed ? { ClosedDate: addDays(today, -dice.whole(5, 30)), ClosureReason: "The control worked and the cause is gone" } : {}),
    ShowInBoardPack: now * consequence >= 15,
  });
  if (unowned || isOdd) scene.imperfect.add(ref);
  if (!closed && !isOdd && !plan.isForgotten && dice.chance(0.12)) addRiskHistory(scene, plan, { ref, now, dice });
  return ref;
}

/** The likelihood moved when the owner looked again. */
function addRiskHistory(scene: Scene, plan: ProjectPlan, { ref, now, dice }: { readonly ref: string; readonly now: number; readonly dice: Dice }): void {
  const row = scene.book.rowsOf(risks).find((values) => values["Ref"] === ref);
  const consequence = Number(row?.["CurrentConsequence"]);
  const target = Number(row?.["TargetLikelihood"]);
  const likelihood = Math.max(target, Math.min(5, now + dice.pick([-1, 1])));
  if (likelihood === now) return;
  const scored = { CurrentLikelihood: likelihood, CurrentScore: likelihood * consequence, CurrentBand: bandOf(likelihood * consequence) };
  scene.book.change(risks, { ...scored, LastReviewDate: addDays(scene.today, -2) }, { ref, by: plan.manager.key, daysAgo: 2 });
}

function addIssues(scene: Scene, plan: ProjectPlan, riskRefs: readonly string[]): readonly string[] {
  const dice = plan.dice.fork("issues");
  const { today, book } = scene;
  const wanted = plan.status === "Pipeline" ? 0 : countOf(scene, dice, 2 + plan.trouble);
  const texts = textsFor(plan, { own: plan.kind.issues, common: commonIssues, wanted, dice });
  return texts.map(([title, happened, resolution]) => {
    const resolved = isOver(plan) || dice.chance(0.35);
    const escalated = !resolved && plan.trouble === 2 && dice.chance(0.5);
    const raisedAgo = dice.whole(12, 90);
    const raised = addDays(today, -raisedAgo);
    return book.add(issues, {
      Title: title,
      ProjectRef: plan.ref,
      ...person("Owner", someone(scene, plan, dice)),
      Priority: escalated ? "Critical" : dice.pick(["High", "Medium", "Medium", "Low"]),
      Status: resolved ? dice.pick(["Resolved", "Closed"]) : escalated ? "Escalated" : dice.pick(["Open", "In progress", "In progress", "On hold"]),
      Description: happened,
      Resolution: resolution,
      IssueType: dice.pick(["Problem or concern", "Problem or concern", "Off-specification", "Request for change"]),
      ImpactLevel: escalated ? "Major" : dice.pick(["Minor", "Moderate", "Moderate"]),
      EscalationLevel: escalated ? dice.pick(["Programme", "Executive"]) : "Project",
      RaisedDate: raised,
      DueDate: addDays(raised, raisedAgo + dice.whole(-9, 30)) < raised ? raised : addDays(today, dice.whole(-9, 30)),
      ...(resolved ? { ResolvedDate: addDays(raised, dice.whole(4, raisedAgo)) } : {}),
      RiskRef: riskRefs.length > 0 && dice.chance(0.3) ? dice.pick(riskRefs) : undefined,
    });
  });
}

type Source = readonly [type: string, ref: string];

function addActions(scene: Scene, plan: ProjectPlan, sources: readonly Source[]): void {
  const dice = plan.dice.fork("actions");
  const { today, book } = scene;
  const wanted = plan.status === "Pipeline" ? countOf(scene, dice, 1.5) : countOf(scene, dice, plan.tier <= 2 ? 12 : 9);
  const titles = textsFor(plan, { own: plan.kind.actions, common: commonActions, wanted, dice });
  for (const title of titles) {
    const done = isOver(plan) || dice.chance(0.42);
    const moved = dice.chance(0.22) ? dice.whole(1, 4) : 0;
    const due = addDays(today, done ? -dice.whole(3, 80) : plan.isForgotten || dice.chance(0.22) ? -dice.whole(1, 35) : dice.whole(0, 40));
    const [sourceType, sourceRef] = sources.length > 0 && dice.chance(0.6) ? dice.pick(sources) : (["Meeting", undefined] as const);
    const completed = addDays(due, dice.whole(-6, 8));
    book.add(actions, {
      Title: title,
      ProjectRef: plan.ref,
      ...person("Owner", someone(scene, plan, dice)),
      DueDate: due,
      OriginalDueDate: addDays(due, -moved * 9),
      TimesMoved: moved,
      Status: done ? "Complete" : dice.pick(["Not started", "In progress", "In progress", "Blocked"]),
      Priority: dice.pick(["High", "Medium", "Medium", "Low"]),
      SourceType: sourceType,
      SourceRef: sourceRef,
      Progress: dice.chance(0.4)
        ? dice.pick([
            "Waiting for a reply from the service.",
            "Half done, the rest this week.",
            "Agreed by phone, letter to follow.",
            "Discussed at the last board.",
          ])
        : undefined,
      CompletedDate: done ? (completed > today ? today : completed) : undefined,
    });
  }
}

function addDecisions(scene: Scene, plan: ProjectPlan): void {
  const dice = plan.dice.fork("decisions");
  const { today, book } = scene;
  const wanted = plan.status === "Pipeline" ? 0 : countOf(scene, dice, 2.2);
  const texts = textsFor(plan, { own: plan.kind.decisions, common: commonDecisions, wanted, dice });
  for (const [title, question, reasons] of texts) {
    const decided = isOver(plan) || (dice.chance(0.55) && !plan.isShowcase);
    const outcome = dice.pick(["Approved", "Approved", "Approved with conditions", "Rejected"]);
    book.add(decisions, {
      Title: title,
      ProjectRef: plan.ref,
      Question: question,
      Status: decided ? "Decided" : dice.pick(["Proposed", "Awaiting decision", "Awaiting decision"]),
      NeededBy: addDays(today, decided ? -dice.whole(10, 80) : dice.whole(-6, 30)),
      ...person("DecisionMaker", dice.chance(0.6) && !plan.isShowcase ? (plan.sro ?? plan.clinicalLead) : plan.clinicalLead),
      DecisionBody: dice.pick(["Project board", "SRO", "Programme board", "Capital group"]),
      ...(decided ? { Outcome: outcome, DecisionDate: addDays(today, -dice.whole(8, 85)), Rationale: reasons } : { Recommendation: reasons }),
      ...(decided && outcome === "Approved with conditions" ? { Conditions: "The cost stays within the approved sum." } : {}),
      ShowInBoardPack: !decided && plan.trouble === 2,
    });
  }
}

function addAssumptions(scene: Scene, plan: ProjectPlan, riskRefs: readonly string[]): void {
  const dice = plan.dice.fork("assumptions");
  for (const text of dice.some(assumptionTexts, countOf(scene, dice, 1.1))) {
    const status = dice.pick(["Not tested", "Not tested", "Confirmed", "Wrong"]);
    const isTested = status === "Confirmed" || status === "Wrong";
    scene.book.add(assumptions, {
      Description: sentence(text),
      ProjectRef: plan.ref,
      Basis: "Discussed with the service at start-up.",
      Confidence: dice.pick(["High", "Medium", "Medium", "Low"]),
      ImpactIfWrong: dice.pick(["Minor", "Moderate", "Major"]),
      ...person("Owner", someone(scene, plan, dice)),
      ValidateBy: addDays(scene.today, dice.whole(-25, 60)),
      Status: status === "Wrong" && riskRefs.length === 0 ? "Not tested" : status,
      RiskRef: status === "Wrong" && riskRefs.length > 0 ? dice.pick(riskRefs) : undefined,
      TestedDate: isTested ? addDays(scene.today, -dice.whole(3, 40)) : undefined,
    });
  }
}

function addDependencies(scene: Scene, plan: ProjectPlan): void {
  const dice = plan.dice.fork("dependencies");
  if (plan.status !== "Active") return;
  const givers = scene.projects.filter(({ ref, status }) => ref !== plan.ref && status === "Active");
  for (const product of dice.some(dependencyTexts, countOf(scene, dice, 0.9))) {
    const external = dice.chance(0.25) || givers.length === 0;
    const giver = external ? undefined : dice.pick(givers);
    const needed = addDays(scene.today, dice.whole(-15, 90));
    const agreed = addDays(needed, dice.whole(-10, 5));
    const status = needed < scene.today ? dice.pick(["Late", "Delivered"]) : dice.pick(["Agreed", "On track", "At risk", "Proposed"]);
    const forecast = addDays(agreed, status === "At risk" || status === "Late" ? dice.whole(8, 30) : -dice.whole(0, 6));
    scene.book.add(dependencies, {
      Product: product,
      ProjectRef: plan.ref,
      DependencyType: external ? "External organisation" : "Between projects",
      GiverProjectRef: giver?.ref,
      GiverOrgCode: external ? dice.pick(["Z0I1B", "Z0C1A", "Z0U1N"]) : undefined,
      ...person("GiverOwner", giver?.manager),
      GiverOwnerText: external ? "Delivery lead of the organisation" : undefined,
      ...person("GetterOwner", plan.manager),
      NeededBy: needed,
      AgreedDate: status === "Proposed" ? undefined : agreed,
      GiverForecast: forecast,
      DeliveredDate: status === "Delivered" ? addDays(scene.today, -dice.whole(1, 10)) : undefined,
      Status: status,
      GiverAccepted: status !== "Proposed",
      ImpactIfLate: `${plan.kind.products[0] ?? "The next product"} cannot be tested on time.`,
    });
  }
}

/** Days that a change has waited for its decision: a fortnight is usual, and what waits longest holds a project up. */
const daysUndecided = [
  [2, 13],
  [4, 20],
  [10, 45],
] as const;

function addChanges(scene: Scene, plan: ProjectPlan): void {
  const dice = plan.dice.fork("changes");
  if (plan.status === "Pipeline" || plan.stage < 3) return;
  for (const [title, wanted, why, type] of dice.some(changeTexts, countOf(scene, dice, 1.2 + plan.trouble * 0.4))) {
    const status = isOver(plan)
      ? "Implemented"
      : dice.pick(["Draft", "Submitted", "Impact assessment", "Awaiting decision", "Approved", "Implemented", "Rejected"]);
    const decided = ["Approved", "Implemented", "Rejected"].includes(status);
    const [from, to] = decided ? [20, 60] : daysUndecided[plan.trouble];
    const days = type === "Time" || type === "Re-baseline" ? dice.whole(7, 60) : 0;
    const cost = type === "Cost" || type === "Scope" ? Math.round(plan.budgetPence * (dice.next() * 0.06 - 0.01)) : 0;
    const safety = dice.chance(0.15);
    scene.book.add(changes, {
      Title: title,
      ProjectRef: plan.ref,
      Description: wanted,
      Reason: why,
      ChangeType: type,
      ...person("RequestedBy", plan.manager),
      Priority: dice.pick(["High", "Medium", "Low"]),
      TimeImpactDays: days,
      CostImpact: pence(cost),
      CapRev: dice.pick(["Capital", "Revenue"]),
      ScopeImpact: type !== "Scope" ? "None" : dice.chance(0.5) && (decided || plan.trouble === 2) ? "Major" : "Moderate",
      QualityImpact: "None",
      BenefitReductionPct: dice.pick([0, 0, 0, 5, 10]),
      RiskImpact: "Lowers the risk of a missed milestone.",
      ClinicalSafetyImpact: safety,
      CsoConsulted: safety ? decided || dice.chance(0.5) : undefined,
      MovesKeyMilestone: days > 20,
      FundingBeyondApproved: false,
      Recommendation: "Approve, with a review after a month.",
      Route: days > 30 || days > 20 ? "Level 3 Programme board or executive" : "Level 2 SRO or project board",
      ...person("Approver", plan.sro ?? plan.clinicalLead),
      Status: status,
      SubmittedDate: status === "Draft" ? undefined : addDays(scene.today, -dice.whole(from, to)),
      DecisionDate: decided ? addDays(scene.today, -dice.whole(8, 19)) : undefined,
      DecisionNote: status === "Rejected" ? "The cost is not covered this year." : decided ? "Agreed as asked." : undefined,
      ImplementedDate: status === "Implemented" ? addDays(scene.today, -dice.whole(1, 7)) : undefined,
    });
  }
}

function addException(scene: Scene, plan: ProjectPlan): void {
  const dice = plan.dice.fork("exception");
  scene.book.add(exceptionReports, {
    Title: `${plan.title}: end date`,
    ProjectRef: plan.ref,
    ToleranceArea: "Time",
    ToleranceAllowed: "14 days",
    ForecastBreach: `${String(plan.slipDays)} days late`,
    Cause: `Because ${plan.kind.risks[0]?.[0] ?? "work took longer than planned"}.`,
    Consequences: "The service keeps the old way of working until the new date.",
    Options: "1. Do nothing and accept the new date.\n2. Reduce the scope and keep the date.\n3. Pay for more people.",
    Recommendation: "Option 2, with the rest of the scope in the next phase.",
    ...person("RaisedBy", plan.manager),
    RaisedDate: addDays(scene.today, -dice.whole(6, 30)),
    DecisionBody: plan.tier === 1 ? "Executive committee" : "Programme board",
    Status: dice.pick(["Proposed", "Awaiting decision"]),
  });
}
