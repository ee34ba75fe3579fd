import { compareText } from "./compare-text";
import type { QualityRuleId, Severity } from "./finding";
import type { ProjectRags } from "./project-rags";
import { checkGroups, judgeProject } from "./quality-checks";
import { termsOfEveryRegister } from "./quality-everywhere";
import { judgedBy, type Quality } from "./quality-score";
import type { SiteFacts } from "./quality-site-facts";
import type { ProjectRecords } from "./records";
import { siteRules } from "./site-quality";
import type { Standpoint } from "./standpoint";

export interface ProjectToJudge {
  readonly records: ProjectRecords;
  readonly rags: Pick<ProjectRags, "overall">;
  readonly site: SiteFacts;
}

export interface QualityRule {
  readonly rule: QualityRuleId;
  readonly severity: Severity;
  /** Undefined for a rule of every register. */
  readonly register: string | undefined;
}

/** Every rule there is, in order, for a page that explains them or switches them off. */
export const qualityRules: readonly QualityRule[] = [
  ...checkGroups.flatMap(({ register, checks }) => checks.map(({ rule, severity }) => ({ rule, severity, register }))),
  ...termsOfEveryRegister.map(({ rule, severity }) => ({ rule, severity, register: undefined })),
  ...siteRules,
].sort((one, other) => compareText(one.rule, other.rule));

/** The rules of reference 13 over one project and its records, which are tame. Those about the site's own lists are `siteQuality`'s. */
export function projectQuality({ records, rags, site }: ProjectToJudge, standpoint: Standpoint): Quality {
  return judgedBy(standpoint, (notes) => {
    judgeProject({ records, overall: rags.overall, site, standpoint }, notes);
  });
}
