import { addDays, pence } from "../../../kernel";
import { projects, projectOrganisations, stages, stakeholders, tiers } from "../../../registers";
import type { ProjectPlan } from "../project-plan";
import { countOf, person, type Scene } from "../scene";

const gateAfterStage: Readonly<Record<number, string>> = {
  1: "Gate 0 Strategic assessment",
  2: "Gate 1 Business justification",
  3: "Gate 2 Delivery strategy",
  4: "Gate 3 Investment decision",
  5: "Gate 4 Readiness for service",
  6: "Gate 4 Readiness for service",
  7: "Gate 5 Operations review and benefits realisation",
};
const caseOfStage: Readonly<Record<number, readonly [string, string]>> = {
  1: ["None", "Not started"],
  2: ["Strategic outline case (SOC)", "Draft"],
  3: ["Outline business case (OBC)", "Submitted"],
  4: ["Full business case (FBC)", "Submitted"],
};

export type Rag = "Green" | "Amber" | "Red";

/** What the manager says. Some of those in trouble say it more kindly than the facts do. */
export function declaredRag({ trouble, ref, dice }: ProjectPlan): Rag {
  const said = dice.fork(`${ref} declared`).chance(0.3) ? Math.max(0, trouble - 1) : trouble;
  return said === 0 ? "Green" : said === 1 ? "Amber" : "Red";
}

/** RAGs of the seven dimensions: time and cost carry the trouble. */
export function dimensionRags(
  plan: ProjectPlan,
  name: string,
): Readonly<Record<"RagTime" | "RagCost" | "RagQuality" | "RagScope" | "RagBenefits" | "RagRisk" | "RagResources", Rag>> {
  const dice = plan.dice.fork(`rags ${name}`);
  const worse = (chance: number): Rag => (plan.trouble === 0 ? "Green" : dice.chance(chance) ? (plan.trouble === 2 ? "Red" : "Amber") : "Green");
  return {
    RagTime: plan.trouble === 0 ? "Green" : plan.trouble === 1 ? "Amber" : "Red",
    RagCost: worse(0.4),
    RagQuality: worse(0.15),
    RagScope: worse(0.2),
    RagBenefits: worse(0.2),
    RagRisk: plan.trouble === 2 ? "Red" : "Amber",
    RagResources: worse(0.5),
  };
}

export function addProject(scene: Scene, plan: ProjectPlan): void {
  const { kind, tier, status, stage, dice, budgetPence } = plan;
  const { today, book } = scene;
  const hasBudget = status !== "Pipeline" && status !== "Rejected";
  const capital = Math.round(budgetPence * capitalShare(plan));
  const contingency = Math.round(budgetPence * 0.08);
  const active = status === "Active";
  const isBaselined = stage >= 3 && hasBudget;
  const rags = active ? dimensionRags(plan, "now") : {};
  // Two budgets typed from a paper that had been rounded.
  const isRounded = hasBudget && (plan.ref === "P-0017" || plan.ref === "P-0033");
  if (isRounded) scene.imperfect.add(plan.ref);
  const [caseType, caseStatus] = caseOfStage[stage] ?? ["Full business case (FBC)", "Approved"];
  book.add(projects, {
    Title: plan.title,
    Status: status,
    Stage: stages[stage - 1],
    Tier: tiers[tier - 1],
    ...person("ProjectManager", plan.manager),
    ...person("Sro", plan.sro),
    ...person("ClinicalLead", plan.clinicalLead),
    ...(hasBudget ? person("FinanceLead", plan.financeLead) : {}),
    ...person("SeniorUser", plan.serviceOwner),
    ...person("PmoContact", scene.cast.ofRole("pmo")[0]),
    Team: [plan.manager, plan.serviceOwner, plan.clinicalLead].map(({ name, address }) => `${name} <${address}>`).join("\n"),
    ProgrammeRef: plan.programme,
    Description: plan.title === kind.name ? kind.what : `${kind.what} This project is the part called ${plan.title.slice(kind.name.length + 2)}.`,
    OutOfScope: kind.outOfScope,
    Pathway: kind.pathway,
    DeliveryType: kind.deliveryType,
    DeliveryMethod: kind.method,
    IsCip: kind.isCip === true,
    IsMandatory: dice.chance(0.15),
    InequalitiesFocus: kind.objective === "SO4",
    StrategicObjectiveCode: kind.objective,
    SponsorDivision: kind.division,
    LeadOrgCode: scene.siteAddress.includes("westvale") ? "Z0W1V" : "Z0N1M",
    ClinicalImpact: dice.chance(0.1) ? undefined : kind.clinicalImpact,
    NoveltyScore: dice.whole(1, 4),
    ProfileScore: Math.max(1, 5 - tier),
    BusinessCaseType: caseType,
    BusinessCaseStatus: caseStatus,
    FundingSourceCode: kind.funding,
    ...(hasBudget
      ? {
          BudgetApproved: pence(budgetPence),
          BudgetCapital: pence(capital),
          BudgetRevenue: pence(budgetPence - capital + (isRounded ? 100_000 : 0)),
          ContingencyApproved: pence(contingency),
          ContingencyRemaining: pence(Math.round(contingency * (1 - dice.next() * (0.3 + plan.trouble * 0.3)))),
        }
      : {}),
    ...(isBaselined ? { StartBaseline: plan.start, EndBaseline: plan.endBaseline, BaselineVersion: dice.chance(0.2) ? 2 : 1 } : {}),
    StartForecast: plan.start,
    EndForecast: plan.endForecast,
    EndActual: plan.endActual,
    ...(active ? { RagOverall: declaredRag(plan), ...rags } : { RagOverall: "Not rated" }),
    ...(stage < 7 && hasBudget ? { NextGate: gateAfterStage[stage], NextGateDate: addDays(today, dice.whole(10, 110)) } : {}),
    ToleranceTimeDays: 14,
    ToleranceCostPct: 5,
    HoldReason:
      status === "On hold"
        ? "Waiting for the funding decision of the partners; the board reviews it next month."
        : status === "Stopped"
          ? "The supplier left the market and no other meets the need."
          : undefined,
    DocumentsUrl: `${scene.siteAddress}/Shared%20Documents/${plan.ref}`,
    Confidentiality: dice.chance(0.1) ? "OFFICIAL-SENSITIVE: COMMERCIAL" : "OFFICIAL",
    OldReference: dice.chance(0.2) ? `TP-${String(dice.whole(100, 999))}` : undefined,
    Notes: plan.isForgotten ? "Update expected from the project manager." : undefined,
  });
}

/** From the kind's cost lines, savings left out. */
function capitalShare({ kind }: ProjectPlan): number {
  const paid = kind.costs.filter(([, , , share]) => share > 0);
  const total = paid.reduce((sum, [, , , share]) => sum + share, 0);
  return paid.filter(([, , capRev]) => capRev === "Capital").reduce((sum, [, , , share]) => sum + share, 0) / total;
}

export function addPeopleAround(scene: Scene, plan: ProjectPlan): void {
  const { dice, kind, ref } = plan;
  const { book, today } = scene;
  if (scene.has("Stakeholders")) {
    for (const [title, group, interest] of dice.some(kind.stakeholders, countOf(scene, dice, 1.6))) {
      const influence = dice.whole(1, 4);
      book.add(stakeholders, {
        Title: title,
        ProjectRef: ref,
        StakeholderGroup: group,
        InterestText: interest,
        Influence: influence,
        Interest: dice.whole(1, 4),
        AttitudeNow: dice.pick(["Not aware", "Resistant", "Neutral", "Supportive"]),
        AttitudeWanted: dice.pick(["Supportive", "Leading"]),
        EngagementPlan: `Meet monthly with the ${kind.division === "EST" ? "site team" : "clinical lead"}; news by mail in between.`,
        ...person("Owner", dice.chance(0.5) ? plan.manager : plan.serviceOwner),
        LastContact: addDays(today, -dice.whole(5, 70)),
        NextContact: addDays(today, dice.whole(-12, 40)),
      });
    }
  }
  if (scene.has("ProjectOrganisations") && plan.tier <= 2) {
    book.add(projectOrganisations, {
      OrgCode: "Z0N1M",
      ProjectRef: ref,
      OrgRole: "Lead",
      ...person("Contact", plan.sro ?? plan.manager),
      DataSharingAgreed: true,
      Active: true,
    });
    const partners = [
      ["Z0I1B", "Funder", "Programme office of the integrated care board"],
      ["Z0U1N", "Partner", "Research office of the university"],
      ["Z0C1A", "Consulted", "Ambulance operations desk"],
    ] as const;
    const [code, role, contact] = dice.pick(partners);
    book.add(projectOrganisations, {
      OrgCode: code,
      ProjectRef: ref,
      OrgRole: role,
      ContactText: contact,
      FundingShare: role === "Funder" ? pence(Math.round(plan.budgetPence * 0.1)) : undefined,
      DataSharingAgreed: dice.chance(0.6),
      Active: true,
    });
  }
}
