import { addDays, daysBetween, pence, type CalendarDate } from "../../../kernel";
import { estimates, gateChecklist, gateReviews, hazards, impactAssessments, lessons, milestones, planTasks, qualityRegister, stages } from "../../../registers";
import { checklistItems, planSteps } from "../content/common";
import type { ProjectPlan } from "../project-plan";
import { countOf, earlier, person, shareOfLength, type Scene } from "../scene";

/** Milestones, plan, gates, quality, safety and lessons. */
export function addDelivery(scene: Scene, plan: ProjectPlan): readonly string[] {
  if (plan.status === "Rejected") return [];
  const milestoneRefs = addMilestones(scene, plan);
  if (scene.has("PlanTasks")) addPlanTasks(scene, plan);
  if (scene.has("GateReviews")) addGates(scene, plan);
  if (scene.has("QualityRegister")) addQuality(scene, plan);
  if (scene.has("Hazards") && plan.kind.hazard !== undefined && plan.stage >= 3) addHazard(scene, plan);
  if (scene.has("ImpactAssessments") && plan.stage >= 2) addAssessments(scene, plan);
  if (scene.has("Lessons") && plan.stage >= 4) addLesson(scene, plan);
  if (scene.has("Estimates") && plan.stage >= 2) addEstimate(scene, plan);
  return milestoneRefs;
}

interface MilestonePlan {
  readonly title: string;
  readonly done: string;
  readonly share: number;
  readonly type: string;
  readonly gate?: string;
}

function milestonesOf({ kind, tier }: ProjectPlan): readonly MilestonePlan[] {
  const step = 0.62 / kind.milestones.length;
  const own = kind.milestones.map(([title, done], index): MilestonePlan => ({
    title,
    done,
    share: 0.34 + step * (index + 1),
    type: index === kind.milestones.length - 1 || /go-live|live|handed over/i.test(title) ? "Key (board)" : "Project",
  }));
  return [
    { title: "Project brief agreed", done: "Signed by the SRO", share: 0.08, type: "Project" },
    ...(tier <= 3
      ? [
          {
            title: "Full business case approved",
            done: "Approved by the board with the authority",
            share: 0.33,
            type: "Gate",
            gate: "Gate 3 Investment decision",
          },
        ]
      : []),
    ...own,
    { title: "Project closed", done: "End report accepted", share: 1, type: "Project" },
  ];
}

function addMilestones(scene: Scene, plan: ProjectPlan): readonly string[] {
  const dice = plan.dice.fork("milestones");
  const { today, book } = scene;
  const wanted = milestonesOf(plan);
  const chosen = scene.density < 1 ? wanted.filter((_, index) => index > 0 && (index < wanted.length - 1 || dice.chance(0.5))) : wanted;
  return chosen.map(({ title, done, share, type, gate }) => {
    const baseline = addDays(plan.start, Math.round(plan.lengthDays * share));
    const isPast = plan.status !== "Pipeline" && plan.status !== "Stopped" && baseline < today;
    const slip = Math.round(plan.slipDays * Math.min(1, share + 0.15)) + dice.whole(-3, 3);
    const expected = addDays(baseline, plan.status === "Pipeline" ? 0 : isPast && plan.trouble === 0 ? Math.min(slip, 4) : slip);
    // Now and then nobody has moved a forecast that has passed.
    const isMissed = isPast && expected < today && plan.status === "Active" && (plan.isForgotten || dice.chance(0.05));
    const isDone = isPast && expected < today && !isMissed;
    const late = daysBetween(baseline, expected);
    return book.add(milestones, {
      Title: title,
      ProjectRef: plan.ref,
      Description: done,
      MilestoneType: type,
      Gate: gate,
      BaselineDate: plan.stage >= 3 || type === "Gate" ? baseline : undefined,
      OriginalBaseline: plan.stage >= 3 ? baseline : undefined,
      ForecastDate: expected,
      ActualDate: isDone ? expected : undefined,
      Status: isDone ? "Complete" : share < shareOfLength(plan, today) + 0.12 && plan.status === "Active" ? "In progress" : "Not started",
      PctComplete: isDone ? 100 : isPast ? dice.whole(4, 9) * 10 : 0,
      SlipReason:
        late > 7 && !dice.chance(0.1)
          ? dice.pick([
              "Staff were needed on the wards",
              "The supplier delivered late",
              "Testing found more errors than planned",
              "Approval came a month later",
            ])
          : undefined,
      ...person("Owner", dice.chance(0.7) ? plan.manager : plan.serviceOwner),
      ShowInBoardPack: type === "Key (board)",
    });
  });
}

function addPlanTasks(scene: Scene, plan: ProjectPlan): void {
  const dice = plan.dice.fork("plan");
  // A detailed plan is kept for some projects only.
  if (plan.status === "Pipeline" || plan.status === "Stopped" || !dice.chance(scene.density < 1 ? 0.18 : 0.3)) return;
  const steps = scene.density < 1 ? planSteps.slice(2, 8) : planSteps;
  const length = Math.floor(plan.lengthDays / steps.length);
  const summary = scene.book.add(planTasks, {
    Title: plan.title,
    ProjectRef: plan.ref,
    MsUid: 1,
    MsId: 1,
    OutlineNumber: "1",
    OutlineLevel: 1,
    IsSummary: true,
    DurationDays: Math.round((plan.lengthDays * 5) / 7),
    StartDate: plan.start,
    FinishDate: plan.endBaseline,
    ...person("Owner", plan.manager),
  });
  steps.forEach((title, index) => {
    const start = addDays(plan.start, length * index);
    const finish = addDays(start, length - 1);
    const isDone = finish < scene.today && plan.status !== "Pipeline";
    const isRunning = !isDone && start <= scene.today;
    scene.book.add(planTasks, {
      Title: title,
      ProjectRef: plan.ref,
      ParentRef: summary,
      MsUid: index + 2,
      MsId: index + 2,
      OutlineNumber: `1.${String(index + 1)}`,
      OutlineLevel: 2,
      IsMilestone: false,
      DurationDays: Math.round((length * 5) / 7),
      StartDate: start,
      FinishDate: finish,
      BaselineStart: start,
      BaselineFinish: addDays(finish, -Math.min(length - 1, Math.max(0, Math.round(plan.slipDays / 3)))),
      PctComplete: isDone ? 100 : isRunning ? dice.whole(1, 9) * 10 : 0,
      ...(isDone ? { ActualStart: start, ActualFinish: finish } : isRunning ? { ActualStart: start } : {}),
      Predecessors: index === 0 ? undefined : `${String(index + 1)}FS`,
      ...person("Owner", dice.chance(0.5) ? plan.manager : plan.serviceOwner),
      BudgetCost: pence(Math.round(plan.budgetPence / steps.length)),
    });
  });
}

const gateOfStage = [
  "Gate 0 Strategic assessment",
  "Gate 1 Business justification",
  "Gate 2 Delivery strategy",
  "Gate 3 Investment decision",
  "Gate 4 Readiness for service",
  "Gate 4 Readiness for service",
  "Gate 5 Operations review and benefits realisation",
  "Gate 5 Operations review and benefits realisation",
] as const;

function addGates(scene: Scene, plan: ProjectPlan): void {
  const dice = plan.dice.fork("gates");
  const { today, book } = scene;
  if (plan.tier === 4 || plan.status === "Pipeline" || plan.status === "Stopped") return;
  const reviewers = dice
    .some(scene.cast.ofRole("pmo"), 2)
    .map(({ name, address }) => `${name} <${address}>`)
    .join("\n");
  if (plan.stage >= 3) {
    const held = addDays(today, -dice.whole(60, 200));
    const outcome = plan.trouble === 0 ? "Proceed" : "Proceed with conditions";
    book.add(gateReviews, {
      ProjectRef: plan.ref,
      ReviewType: "Gate review",
      Gate: gateOfStage[plan.stage - 2],
      PlannedDate: addDays(held, -dice.whole(0, 10)),
      HeldDate: held,
      Reviewers: reviewers,
      DeliveryConfidence: plan.trouble === 2 ? "Red" : plan.trouble === 1 ? "Amber" : "Green",
      Outcome: outcome,
      Conditions: outcome === "Proceed" ? undefined : "Benefit owners named and the resource plan agreed before the next board.",
      RecsCritical: plan.trouble === 2 ? 1 : 0,
      RecsEssential: dice.whole(0, 3),
      RecsRecommended: dice.whole(1, 5),
      NextReviewDate: addDays(today, dice.whole(30, 150)),
    });
  }
  if (plan.status !== "Active" || (scene.density < 1 && dice.chance(0.5))) return;
  const planned = book.add(gateReviews, {
    ProjectRef: plan.ref,
    ReviewType: "Gate review",
    Gate: gateOfStage[plan.stage - 1],
    PlannedDate: addDays(today, dice.whole(-5, 70)),
    Reviewers: reviewers,
    Outcome: "Not yet decided",
  });
  if (!scene.has("GateChecklist") || dice.chance(0.45)) return;
  for (const [code, question] of checklistItems.slice(0, scene.density < 1 ? 4 : 6)) {
    const result = dice.pick(["Met", "Met", "Partly met", "Not met", "Not assessed"]);
    book.add(gateChecklist, {
      GateReviewRef: planned,
      ProjectRef: plan.ref,
      ItemCode: `G${String(plan.stage - 1)}-${code}`,
      Question: question,
      Mandatory: code !== "06",
      Result: result,
      Evidence: result === "Met" ? "Paper of the last project board" : undefined,
      ...(result === "Not assessed" ? {} : person("AssessedBy", scene.cast.ofRole("pmo")[0])),
    });
  }
}

function addQuality(scene: Scene, plan: ProjectPlan): void {
  const dice = plan.dice.fork("quality");
  const { today } = scene;
  if (plan.stage < 4 || plan.status === "Stopped") return;
  for (const product of dice.some(plan.kind.products, countOf(scene, dice, 1.1))) {
    const isDone = plan.status === "Completed" || dice.chance(0.5);
    const result = isDone
      ? plan.trouble === 2 && dice.chance(0.4)
        ? "Fail"
        : dice.pick(["Pass", "Pass", "Pass with conditions"])
      : dice.pick(["Not started", "In progress"]);
    scene.book.add(qualityRegister, {
      Product: product,
      ProjectRef: plan.ref,
      Criteria: "Meets the requirement as signed, with no open defect of the first class.",
      Method: dice.pick(["Review", "Test", "User acceptance test", "Inspection"]),
      ...person("Producer", plan.manager),
      ...person("Reviewer", plan.serviceOwner),
      ...person("Approver", plan.sro),
      PlannedDate: addDays(today, isDone ? -dice.whole(10, 60) : dice.whole(-20, 40)),
      ActualDate: isDone ? addDays(today, -dice.whole(2, 9)) : undefined,
      Result: result,
      IsCritical: dice.chance(0.4),
      Defects: result === "Pass" ? 0 : dice.whole(1, 6),
      Conditions: result === "Pass with conditions" ? "Two minor errors corrected within a month" : undefined,
    });
  }
}

function addHazard(scene: Scene, plan: ProjectPlan): void {
  const dice = plan.dice.fork("hazard");
  const [hazard, cause, effect, harm] = plan.kind.hazard ?? ["", "", "", ""];
  const status = plan.status === "Completed" ? "Closed" : dice.pick(["Open", "Controls in place", "Controls in place", "Accepted"]);
  const severity = dice.whole(3, 4);
  const residual = status === "Open" ? {} : { ResidualLikelihood: 1, ResidualSeverity: severity };
  const officer = scene.cast.ofRole("clinical").find(({ jobTitle }) => jobTitle === "Clinical safety officer") ?? plan.clinicalLead;
  scene.book.add(hazards, {
    Description: hazard,
    ProjectRef: plan.ref,
    SystemName: `${plan.kind.name}, version 4.2`,
    Cause: cause,
    Effect: effect,
    Harm: harm,
    ExistingControls: "Double check by a second person",
    InitialLikelihood: dice.whole(2, 4),
    InitialSeverity: severity,
    DesignControls: "Warning on screen before the step is finished",
    TestControls: "Test script with 50 made-up records",
    TrainingControls: "Part of the user course",
    ...residual,
    ...person("Owner", plan.clinicalLead),
    ...person("Cso", officer),
    Status: status,
    ...(status === "Accepted" || status === "Closed"
      ? { ...person("AcceptedBy", officer), AcceptReason: "The rest of the risk is low and watched by the weekly safety huddle." }
      : {}),
    ReviewDate: status === "Closed" ? undefined : addDays(scene.today, dice.whole(-8, 60)),
  });
}

function addAssessments(scene: Scene, plan: ProjectPlan): void {
  const dice = plan.dice.fork("assessments");
  const types = [...(plan.kind.isDigital === true ? ["DPIA", "DCB0160 clinical safety"] : []), ...(plan.kind.isCip === true ? ["QIA"] : []), "EIA"];
  const wanted = scene.density < 1 ? types.slice(0, 1) : types;
  for (const type of wanted) {
    const isApproved = plan.stage >= 5 && dice.chance(0.8);
    const approvedOn = addDays(scene.today, -dice.whole(30, 240));
    scene.book.add(impactAssessments, {
      Title: `${type}: ${plan.title}`,
      AssessmentType: type,
      ProjectRef: plan.ref,
      ScreeningResult: true,
      ...person("Lead", type === "DPIA" ? scene.cast.ofRole("corporate")[1] : plan.manager),
      ...person("Approver", plan.clinicalLead),
      ...(type === "QIA" ? person("SecondApprover", plan.sro ?? plan.serviceOwner) : {}),
      Status: isApproved ? dice.pick(["Approved", "Approved with conditions"]) : dice.pick(["Screening", "In progress", "Submitted"]),
      StartedDate: addDays(approvedOn, -30),
      DueDate: isApproved ? approvedOn : addDays(scene.today, dice.whole(-15, 45)),
      ...(isApproved ? { ApprovedDate: approvedOn, ReviewDate: addDays(approvedOn, 360) } : {}),
      ...(type === "QIA"
        ? {
            QiaSafetyPre: "3x3",
            QiaSafetyPost: "2x3",
            QiaExperiencePre: "3x2",
            QiaExperiencePost: "2x2",
            QiaMetrics: "Complaints, incidents and waiting times, monthly",
          }
        : {}),
      ...(type === "EIA" ? { EiaGroups: "Age: positive\nDisability: positive\nRace: neutral", EiaDirection: dice.pick(["Positive", "Neutral"]) } : {}),
      ...(type === "DPIA" && isApproved ? { DpiaOutcome: "Low risk" } : {}),
      Summary: "Reviewed by the lead; no effect that cannot be lessened.",
    });
  }
}

function addLesson(scene: Scene, plan: ProjectPlan): void {
  const dice = plan.dice.fork("lesson");
  if (!dice.chance(0.7 * scene.density)) return;
  const [type, theme, happened, recommendation] = plan.kind.lesson;
  scene.book.add(lessons, {
    WhatHappened: happened,
    ProjectRef: plan.ref,
    LessonType: type,
    Theme: theme,
    DeliveryType: plan.kind.deliveryType,
    Stage: stages[plan.stage - 1],
    Impact: "Cost or saved the team several weeks.",
    Recommendation: recommendation,
    ...person("Owner", plan.manager),
    RaisedDate: addDays(scene.today, -dice.whole(5, 120)),
    Status: dice.pick(["Captured", "Reviewed", "Shared"]),
    Tags: plan.kind.key,
  });
}

function addEstimate(scene: Scene, plan: ProjectPlan): void {
  const dice = plan.dice.fork("estimate");
  if (scene.density < 1 && plan.status !== "Completed" && dice.chance(0.5)) return;
  const pounds = Math.round(plan.budgetPence / 100);
  const isOver = plan.status === "Completed";
  scene.book.add(estimates, {
    Title: `Cost of ${plan.title}`,
    EstimateSubject: "Cost",
    ProjectRef: plan.ref,
    Stage: stages[Math.min(plan.stage, 4) - 1],
    Method: "Three-point",
    Optimistic: Math.round(pounds * 0.86),
    MostLikely: pounds,
    Pessimistic: Math.round(pounds * 1.4),
    Unit: "£",
    ObType: "Equipment and development",
    ObMitigation: 0.6,
    ObMitigationNote: "Two sites gave their actual costs.",
    P50: Math.round(pounds * 1.04),
    P80: Math.round(pounds * 1.19),
    ApprovedValue: pounds,
    ActualValue: isOver ? Math.round(pounds * (0.94 + dice.next() * 0.35)) : undefined,
    DeliveryType: plan.kind.deliveryType,
    ...person("EstimatedBy", plan.financeLead),
    EstimateDate: dayOfEstimate(scene, plan),
  });
}

function dayOfEstimate({ today }: Scene, plan: ProjectPlan): CalendarDate {
  return earlier(addDays(plan.start, 30), addDays(today, -20));
}
