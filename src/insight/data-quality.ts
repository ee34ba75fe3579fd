import type { Row } from "../registers";
import { compareText } from "./compare-text";
import { assessmentChecks, gateChecks, hazardChecks, qualityRegisterChecks } from "./quality-assurance";
import { benefitChecks } from "./quality-benefits";
import { contractChecks } from "./quality-contracts";
import { costChecks } from "./quality-costs";
import { judgeEverywhere, termsOfEveryRegister } from "./quality-everywhere";
import { milestoneChecks } from "./quality-milestones";
import { projectItselfChecks } from "./quality-projects";
import { reportChecks, reportingChecks } from "./quality-reports";
import { riskChecks } from "./quality-risks";
import type { QualityRuleId, Severity } from "./finding";
import type { CheckGroup, Judged } from "./quality-rule";
import { judgedBy, type Quality } from "./quality-score";
import type { SiteFacts } from "./quality-site-facts";
import { actionChecks, assumptionChecks, changeChecks, decisionChecks, dependencyChecks, issueChecks } from "./quality-work";
import type { ProjectRags } from "./project-rags";
import type { ProjectRecord, ProjectRecords } from "./records";
import type { Standpoint } from "./standpoint";
import { siteRules } from "./site-quality";
import { tamed } from "./tame";

export interface ProjectToJudge {
  readonly records: ProjectRecords;
  readonly rags: Pick<ProjectRags, "overall">;
  readonly site: SiteFacts;
}

const groups: readonly CheckGroup[] = [
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

export interface QualityRule {
  readonly rule: QualityRuleId;
  readonly severity: Severity;
  /** Undefined for a rule of every register. */
  readonly register: string | undefined;
}

/** Every rule there is, in order, for a page that explains them or switches them off. */
export const qualityRules: readonly QualityRule[] = [
  ...groups.flatMap(({ register, checks }) => checks.map(({ rule, severity }) => ({ rule, severity, register }))),
  ...termsOfEveryRegister.map(({ rule, severity }) => ({ rule, severity, register: undefined })),
  ...siteRules,
].sort((one, other) => compareText(one.rule, other.rule));

/** The rules of reference 13 over one project and its records. Those about the site's own lists are `siteQuality`'s. */
export function projectQuality({ records, rags, site }: ProjectToJudge, standpoint: Standpoint): Quality {
  const judged: Judged = { records: tamedRecords(records, site), overall: rags.overall, site, standpoint };
  return judgedBy(standpoint, (notes) => {
    for (const group of groups) group.judge(judged, notes);
    for (const [name, rows] of rowsByRegister(judged.records)) {
      const register = site.registers.get(name);
      if (register !== undefined) judgeEverywhere(register, rows, { site, notes });
    }
  });
}

/** Every cell as its register promises it. Of a register that the site did not bring nothing is judged. */
function tamedRecords({ project, ...registers }: ProjectRecords, site: SiteFacts): ProjectRecords {
  const tame = <Kind extends Pick<ProjectRecord, "values"> | Row>(name: string, rows: readonly Kind[]): readonly Kind[] => {
    const register = site.registers.get(name);
    return register === undefined ? [] : tamed(rows, register);
  };
  const rows = Object.entries(registers).map(([name, found]) => [name, tame<Row>(name, found)] as const);
  // Each register's rows under its name, as they came.
  return { ...(Object.fromEntries(rows) as unknown as typeof registers), project: tame("Projects", [project])[0] ?? project };
}

function rowsByRegister({ project, ...registers }: ProjectRecords): readonly (readonly [string, readonly Row[]])[] {
  return [["Projects", [project]], ...Object.entries(registers)];
}
