import { assessmentChecks, gateChecks, hazardChecks, qualityRegisterChecks } from "./quality-assurance";
import { benefitChecks } from "./quality-benefits";
import { contractChecks } from "./quality-contracts";
import { costChecks } from "./quality-costs";
import { judgeEverywhere } from "./quality-everywhere";
import { milestoneChecks } from "./quality-milestones";
import { projectItselfChecks } from "./quality-projects";
import { reportChecks, reportingChecks } from "./quality-reports";
import { riskChecks } from "./quality-risks";
import type { CheckGroup, Judged, Notes } from "./quality-rule";
import { actionChecks, assumptionChecks, changeChecks, decisionChecks, dependencyChecks, issueChecks } from "./quality-work";
import { registersOfAProject } from "./records";

/** The rules that are held against a project and its records, a table a register. */
export const checkGroups: readonly CheckGroup[] = [
  projectItselfChecks,
  reportingChecks,
  riskChecks,
  issueChecks,
  actionChecks,
  milestoneChecks,
  costChecks,
  benefitChecks,
  dependencyChecks,
  changeChecks,
  decisionChecks,
  reportChecks,
  hazardChecks,
  assessmentChecks,
  contractChecks,
  gateChecks,
  qualityRegisterChecks,
  assumptionChecks,
];

export function judgeProject(judged: Judged, notes: Notes): void {
  for (const group of checkGroups) group.judge(judged, notes);
  judgeEverywhere("Projects", [judged.records.project], { site: judged.site, notes });
  judgeRegisters(judged, notes);
}

/** Records that belong to no project. */
export function judgeWithoutProject(judged: Judged, notes: Notes): void {
  for (const group of checkGroups) if (group.register !== "Projects") group.judge(judged, notes);
  judgeRegisters(judged, notes);
}

function judgeRegisters({ records, site }: Judged, notes: Notes): void {
  for (const register of registersOfAProject) judgeEverywhere(register, records[register], { site, notes });
}
