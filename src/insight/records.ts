import type {
  actions,
  assumptions,
  benefitMeasures,
  benefits,
  changes,
  contracts,
  costs,
  decisions,
  dependencies,
  financialPeriods,
  gateReviews,
  hazards,
  highlightReports,
  impactAssessments,
  issues,
  lessons,
  milestones,
  portfolioSnapshots,
  projects,
  qualityRegister,
  Register,
  resourceDemand,
  risks,
  Row,
  RowOf,
} from "../registers";
import type { Source } from "./figure";

interface RegistersOfAProject {
  readonly Risks: typeof risks;
  readonly Issues: typeof issues;
  readonly Actions: typeof actions;
  readonly Assumptions: typeof assumptions;
  readonly Dependencies: typeof dependencies;
  readonly Decisions: typeof decisions;
  readonly Changes: typeof changes;
  readonly Milestones: typeof milestones;
  readonly Costs: typeof costs;
  readonly Benefits: typeof benefits;
  readonly BenefitMeasures: typeof benefitMeasures;
  readonly Contracts: typeof contracts;
  readonly Lessons: typeof lessons;
  readonly GateReviews: typeof gateReviews;
  readonly QualityRegister: typeof qualityRegister;
  readonly Hazards: typeof hazards;
  readonly ImpactAssessments: typeof impactAssessments;
  readonly ResourceDemand: typeof resourceDemand;
  readonly HighlightReports: typeof highlightReports;
  readonly PortfolioSnapshots: typeof portfolioSnapshots;
}

export type RegisterOfAProject = keyof RegistersOfAProject;

/** Their names. A record, so that a name that is missing here does not compile. */
const names: Readonly<Record<RegisterOfAProject, true>> = {
  Risks: true,
  Issues: true,
  Actions: true,
  Assumptions: true,
  Dependencies: true,
  Decisions: true,
  Changes: true,
  Milestones: true,
  Costs: true,
  Benefits: true,
  BenefitMeasures: true,
  Contracts: true,
  Lessons: true,
  GateReviews: true,
  QualityRegister: true,
  Hazards: true,
  ImpactAssessments: true,
  ResourceDemand: true,
  HighlightReports: true,
  PortfolioSnapshots: true,
};
export const registersOfAProject = Object.keys(names) as readonly RegisterOfAProject[]; // the record's own keys

/** A row with the types that its register's columns promise; the codec keeps that promise. */
export type RecordIn<R extends Register> = Omit<Row, "values"> & { readonly values: RowOf<R> };

export type RecordOf<Name extends RegisterOfAProject> = RecordIn<RegistersOfAProject[Name]>;
export type ProjectRecord = RecordIn<typeof projects>;
export type PeriodRecord = RecordIn<typeof financialPeriods>;

/** One project with everything that its registers hold of it, archived rows left out. */
export type ProjectRecords = { readonly project: ProjectRecord } & { readonly [Name in RegisterOfAProject]: readonly RecordOf<Name>[] };

/** Where an input stands, for "why?". A row typed in Lists has no Ref yet and is named by its number there. */
export function sourceOf(register: string, record: Pick<Row, "id"> & { readonly values: { readonly Ref?: string } }): Source {
  return { register, ref: record.values.Ref ?? record.id };
}

/** Rows of one register with their columns' types: the codec lets nothing else into a row, and what a list owner typed elsewhere is text. */
export function recordsIn<R extends Register>(rows: readonly Row[]): readonly RecordIn<R>[] {
  return rows as unknown as readonly RecordIn<R>[];
}
