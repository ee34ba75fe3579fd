import { actions } from "./definitions/actions";
import { assumptions } from "./definitions/assumptions";
import { benefitMap } from "./definitions/benefit-map";
import { benefitMeasures } from "./definitions/benefit-measures";
import { benefits } from "./definitions/benefits";
import { changes } from "./definitions/changes";
import { contracts } from "./definitions/contracts";
import { costs } from "./definitions/costs";
import { decisions } from "./definitions/decisions";
import { dependencies } from "./definitions/dependencies";
import { divisions } from "./definitions/divisions";
import { estimates } from "./definitions/estimates";
import { exceptionReports } from "./definitions/exception-reports";
import { financialPeriods } from "./definitions/financial-periods";
import { fundingSources } from "./definitions/funding-sources";
import { gateChecklist } from "./definitions/gate-checklist";
import { gateReviews } from "./definitions/gate-reviews";
import { hazards } from "./definitions/hazards";
import { highlightReports } from "./definitions/highlight-reports";
import { impactAssessments } from "./definitions/impact-assessments";
import { intakeRequests } from "./definitions/intake-requests";
import { issues } from "./definitions/issues";
import { lessons } from "./definitions/lessons";
import { maturityAssessments } from "./definitions/maturity-assessments";
import { milestones } from "./definitions/milestones";
import { organisations } from "./definitions/organisations";
import { planTasks } from "./definitions/plan-tasks";
import { pmoRequests } from "./definitions/pmo-requests";
import { pmoServices } from "./definitions/pmo-services";
import { portfolioSnapshots } from "./definitions/portfolio-snapshots";
import { programmes } from "./definitions/programmes";
import { projectOrganisations } from "./definitions/project-organisations";
import { projects } from "./definitions/projects";
import { qualityRegister } from "./definitions/quality-register";
import { receipts } from "./definitions/receipts";
import { resourceCapacity } from "./definitions/resource-capacity";
import { resourceDemand } from "./definitions/resource-demand";
import { risks } from "./definitions/risks";
import { settings } from "./definitions/settings";
import { stakeholders } from "./definitions/stakeholders";
import { strategicObjectives } from "./definitions/strategic-objectives";
import { suppliers } from "./definitions/suppliers";
import type { Register } from "./language/register";

/** The registers a trust sees before it asks for more, in the order people meet them. */
export const lightRegisters: readonly Register[] = [projects, risks, issues, actions, decisions, milestones, highlightReports, costs];

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

const byName: ReadonlyMap<string, Register> = new Map(allRegisters.map((register) => [register.name, register]));
const byPrefix: ReadonlyMap<string, Register> = new Map(allRegisters.map((register) => [register.ref.prefix, register]));

/** Undefined for a name that no register has: names come from links, settings and files. */
export function registerNamed(name: string): Register | undefined {
  return byName.get(name);
}

export function isRegisterName(name: unknown): name is string {
  return typeof name === "string" && byName.has(name);
}

/** The register whose rows have refs like this one: "R-0042" is of Risks. Undefined for anything that is no ref. */
export function registerOfRef(ref: string): Register | undefined {
  const match = /^([A-Z]{1,2}-)(\d+)$/.exec(ref);
  const register = match?.[1] === undefined ? undefined : byPrefix.get(match[1]);
  const digits = match?.[2]?.length ?? 0;
  return register !== undefined && digits >= register.ref.digits && digits <= register.ref.mostDigits ? register : undefined;
}

/** "R-0042" for 42, or undefined when the number does not fit the register's shape any more. */
export function refOf(register: Register, number: number): string | undefined {
  const digits = String(number).padStart(register.ref.digits, "0");
  return Number.isSafeInteger(number) && number > 0 && digits.length <= register.ref.mostDigits ? `${register.ref.prefix}${digits}` : undefined;
}
