export type { Column, Columns, ColumnType, Level, RowOfColumns, Step, ValueOf } from "./language/column";
export { registerAsKept, type ListAsKept } from "./language/as-kept";
export { columnOf, fillableColumns, type Register, type RowOf, type Rule, type RuleContext } from "./language/register";
export {
  applyChanges,
  changesBetween,
  isNewRow,
  newRowId,
  reverseChanges,
  valueAt,
  valuesFrom,
  type Changes,
  type Edit,
  type Row,
  type RowId,
  type Seen,
  type Value,
  type Values,
} from "./language/row";
export { actions } from "./definitions/actions";
export { assumptions } from "./definitions/assumptions";
export { benefitMap } from "./definitions/benefit-map";
export { benefitMeasures } from "./definitions/benefit-measures";
export { benefits } from "./definitions/benefits";
export { changes } from "./definitions/changes";
export { contracts } from "./definitions/contracts";
export { costs } from "./definitions/costs";
export { decisions } from "./definitions/decisions";
export { dependencies } from "./definitions/dependencies";
export { divisions } from "./definitions/divisions";
export { estimates } from "./definitions/estimates";
export { exceptionReports } from "./definitions/exception-reports";
export { financialPeriods } from "./definitions/financial-periods";
export { fundingSources } from "./definitions/funding-sources";
export { gateChecklist } from "./definitions/gate-checklist";
export { gateReviews } from "./definitions/gate-reviews";
export { hazards } from "./definitions/hazards";
export { highlightReports } from "./definitions/highlight-reports";
export { impactAssessments } from "./definitions/impact-assessments";
export { intakeRequests } from "./definitions/intake-requests";
export { issues } from "./definitions/issues";
export { lessons } from "./definitions/lessons";
export { maturityAssessments } from "./definitions/maturity-assessments";
export { milestones } from "./definitions/milestones";
export { organisations } from "./definitions/organisations";
export { planTasks } from "./definitions/plan-tasks";
export { pmoRequests } from "./definitions/pmo-requests";
export { pmoServices } from "./definitions/pmo-services";
export { portfolioSnapshots } from "./definitions/portfolio-snapshots";
export { programmes } from "./definitions/programmes";
export { projectOrganisations } from "./definitions/project-organisations";
export { projects } from "./definitions/projects";
export { qualityRegister } from "./definitions/quality-register";
export { receipts } from "./definitions/receipts";
export { resourceCapacity } from "./definitions/resource-capacity";
export { resourceDemand } from "./definitions/resource-demand";
export { risks } from "./definitions/risks";
export { settings } from "./definitions/settings";
export { stakeholders } from "./definitions/stakeholders";
export { strategicObjectives } from "./definitions/strategic-objectives";
export { suppliers } from "./definitions/suppliers";
export { firstRegisters } from "./first-registers";
export { loadCatalogue, loadRegister, loadRegisters, refOf, registerNamed, type Catalogue } from "./catalogue";
export { allRegisters, furtherRegisters, lightRegisters, supportingRegisters } from "./all-registers";
export { rags, stages, tiers, trends } from "./choices";
export { hazardLevel } from "./hazard-level";
export { samePerson, stageNumber } from "./shared-rules";
export { bandOf, type RiskBand } from "./risk-score";
export { matchChoice, readWritten, showValue, writtenValue, type Reading, type WritingHabits } from "./written-value";
export { blockingProblems, completeRow, moveProblem, problemsOf, whatIsWrong, type Problem } from "./validate";
export { editsOf, planChanges, type CellProblem, type ChangePlan, type IncomingRow, type PlannedRow, type PlanRequest, type PlanTotals } from "./change-plan";
export { isOpenRow } from "./open-row";
export { isRepairable, type ListDifference, type Repairable } from "./list-difference";
export {
  fitOf,
  isMappable,
  readAdoption,
  writtenAdoption,
  type Adoption,
  type CandidateList,
  type Fit,
  type HeldAs,
  type ListLook,
  type MappedColumn,
  type SameMeaning,
  type TheirColumn,
} from "./adoption";
export { adoptedRef } from "./adopted-ref";
export { adoptionKey, isAdoptionKey } from "./adoption-key";
