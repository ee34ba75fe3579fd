import { milestones } from "./definitions/milestones";
import { highlightReports } from "./definitions/highlight-reports";
import { costs } from "./definitions/costs";
import { assumptions } from "./definitions/assumptions";
import { benefitMap } from "./definitions/benefit-map";
import { benefitMeasures } from "./definitions/benefit-measures";
import { benefits } from "./definitions/benefits";
import { changes } from "./definitions/changes";
import { contracts } from "./definitions/contracts";
import { dependencies } from "./definitions/dependencies";
import { divisions } from "./definitions/divisions";
import { estimates } from "./definitions/estimates";
import { exceptionReports } from "./definitions/exception-reports";
import { financialPeriods } from "./definitions/financial-periods";
import { fundingSources } from "./definitions/funding-sources";
import { gateChecklist } from "./definitions/gate-checklist";
import { gateReviews } from "./definitions/gate-reviews";
import { hazards } from "./definitions/hazards";
import { impactAssessments } from "./definitions/impact-assessments";
import { intakeRequests } from "./definitions/intake-requests";
import { lessons } from "./definitions/lessons";
import { maturityAssessments } from "./definitions/maturity-assessments";
import { organisations } from "./definitions/organisations";
import { planTasks } from "./definitions/plan-tasks";
import { pmoRequests } from "./definitions/pmo-requests";
import { pmoServices } from "./definitions/pmo-services";
import { portfolioSnapshots } from "./definitions/portfolio-snapshots";
import { programmes } from "./definitions/programmes";
import { projectOrganisations } from "./definitions/project-organisations";
import { qualityRegister } from "./definitions/quality-register";
import { receipts } from "./definitions/receipts";
import { resourceCapacity } from "./definitions/resource-capacity";
import { resourceDemand } from "./definitions/resource-demand";
import { settings } from "./definitions/settings";
import { stakeholders } from "./definitions/stakeholders";
import { strategicObjectives } from "./definitions/strategic-objectives";
import { suppliers } from "./definitions/suppliers";
import { firstRegisters } from "./first-registers";
import type { Register } from "./language/register";

/** The registers a trust sees before it asks for more, in the order people meet them. */
export const lightRegisters: readonly Register[] = [...firstRegisters, milestones, highlightReports, costs];

/** Lists that stand behind every level and have no place among the registers: settings, receipts, snapshots, reference lists. */
export const supportingRegisters: readonly Register[] = [
  settings,
  receipts,
  portfolioSnapshots,
  financialPeriods,
  organisations,
  divisions,
  strategicObjectives,
  fundingSources,
];

/** What a trust may add to the light ones: `standard` first, then `full`, by each register's own level. */
export const furtherRegisters: readonly Register[] = [
  programmes,
  projectOrganisations,
  assumptions,
  dependencies,
  changes,
  exceptionReports,
  planTasks,
  benefits,
  benefitMeasures,
  benefitMap,
  suppliers,
  contracts,
  stakeholders,
  lessons,
  gateReviews,
  gateChecklist,
  qualityRegister,
  hazards,
  impactAssessments,
  resourceDemand,
  resourceCapacity,
  estimates,
  intakeRequests,
  pmoServices,
  pmoRequests,
  maturityAssessments,
];

/** Every register there is: light, further, supporting. */
export const allRegisters: readonly Register[] = [...lightRegisters, ...furtherRegisters, ...supportingRegisters];
