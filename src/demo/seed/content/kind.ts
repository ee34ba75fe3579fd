export type RiskText = readonly [cause: string, event: string, effect: string, category: string, likelihood: number, consequence: number, plan: string];
export type IssueText = readonly [title: string, whatHappened: string, plan: string];
export type DecisionText = readonly [title: string, question: string, reasons: string];
type MilestoneText = readonly [title: string, doneMeans: string];
export type BenefitText = readonly [benefit: string, measure: string, unit: string, baseline: number, target: number, benefitClass: string, theme: string];
export type CostText = readonly [title: string, category: string, capitalOrRevenue: "Capital" | "Revenue", share: number];
type HazardText = readonly [hazard: string, cause: string, effect: string, harm: string];
type StakeholderText = readonly [title: string, group: string, interest: string];
type LessonText = readonly [type: string, theme: string, whatHappened: string, recommendation: string];

/** What projects of one kind have in common, in the words their people would use. All of it is invented. */
export interface Kind {
  readonly key: string;
  /** "Blood tracking": the head of a project's name. */
  readonly name: string;
  readonly what: string;
  readonly outOfScope: string;
  readonly pathway: string;
  readonly deliveryType: string;
  readonly method: string;
  readonly division: string;
  readonly objective: string;
  readonly funding: string;
  readonly clinicalImpact: number;
  readonly tier: 1 | 2 | 3 | 4;
  readonly isCip?: true;
  /** Health IT: has a hazard log, a DPIA and DCB0160. */
  readonly isDigital?: true;
  readonly risks: readonly RiskText[];
  readonly issues: readonly IssueText[];
  readonly actions: readonly string[];
  readonly decisions: readonly DecisionText[];
  /** In their order, between start-up and closure. */
  readonly milestones: readonly MilestoneText[];
  readonly benefits: readonly BenefitText[];
  readonly costs: readonly CostText[];
  readonly products: readonly string[];
  readonly stakeholders: readonly StakeholderText[];
  readonly hazard?: HazardText;
  readonly lesson: LessonText;
  readonly supplier: number;
}
