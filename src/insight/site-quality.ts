import type { intakeRequests, resourceCapacity, Row } from "../registers";
import { addWorkingDays } from "./calendar";
import { threshold } from "./figure";
import { judgePeople, overAllocated, type Demand } from "./over-allocation";
import { judgeWithoutProject } from "./quality-checks";
import { judgeEverywhere } from "./quality-everywhere";
import { dated, findingOf, type CheckTerms, type Notes } from "./quality-rule";
import { judgedBy, type Quality } from "./quality-score";
import type { SiteFacts } from "./quality-site-facts";
import { recordsIn, registersOfAProject, type ProjectRecords, type RecordIn } from "./records";
import type { Standpoint } from "./standpoint";

type Request = RecordIn<typeof intakeRequests>;

/** What a site holds that no project answers for. Rows are tame. */
export interface SiteToJudge {
  /** What every project of the site asks people for. */
  readonly needs: readonly Demand[];
  /** Records that name no project, a programme's risks for one. */
  readonly withoutProject: Omit<ProjectRecords, "project">;
  /** Rows of the lists that belong to the site. */
  readonly rowsOf: (register: string) => readonly Row[];
  readonly site: SiteFacts;
}

const waiting: CheckTerms = { rule: "DQ-56", severity: "Medium", field: "TriageDate" };

export const siteRules = [
  { rule: overAllocated.rule, severity: overAllocated.severity, register: "ResourceDemand" },
  { rule: waiting.rule, severity: waiting.severity, register: "IntakeRequests" },
] as const;

/** They say how the product works and are read by every figure; nobody is asked to keep them complete. */
const readElsewhere: ReadonlySet<string> = new Set(["Projects", "Settings", "FinancialPeriods", "StrategicObjectives", ...registersOfAProject]);

/** The registers among those that belong to the site and not to a project. */
export function listsOfTheSite(registers: Iterable<string>): readonly string[] {
  return [...registers].filter((name) => !readElsewhere.has(name));
}

const noProject: ProjectRecords["project"] = { id: "", values: {}, extras: {} };

/**
 * DQ-55 and DQ-56 (reference 13), which no project answers for alone; the rules of every register over the lists that belong to the site;
 * and all rules over records that name no project.
 */
export function siteQuality({ needs, withoutProject, rowsOf, site }: SiteToJudge, standpoint: Standpoint): Quality {
  const capacities = recordsIn<typeof resourceCapacity>(rowsOf("ResourceCapacity"));
  const requests = recordsIn<typeof intakeRequests>(rowsOf("IntakeRequests"));
  return judgedBy(standpoint, (notes) => {
    if (notes.asks(overAllocated.rule)) judgePeople({ needs, capacities, today: standpoint.today }, notes);
    if (notes.asks(waiting.rule)) for (const request of requests) judgeRequest(request, standpoint, notes);
    for (const name of listsOfTheSite(site.registers.keys())) judgeEverywhere(name, rowsOf(name), { site, notes });
    const records = { ...withoutProject, project: noProject };
    judgeWithoutProject({ records, overall: { value: "Not rated", rule: "overallRagWorst", inputs: [] }, site, standpoint }, notes);
  });
}

/** Submitted, and not looked at within the working days that the trust allows. */
function judgeRequest(request: Request, standpoint: Standpoint, notes: Notes): void {
  const { Status, SubmittedDate, TriageDate } = request.values;
  if (Status !== "Submitted") return;
  const allowed = standpoint.thresholds["intake.triageDays"];
  const lastDay = SubmittedDate === undefined ? undefined : addWorkingDays(SubmittedDate, allowed, standpoint).value;
  if (TriageDate !== undefined || lastDay === undefined || standpoint.today <= lastDay) {
    notes.passed(waiting.severity);
    return;
  }
  const inputs = [...dated("submitted", SubmittedDate), ...dated("triageDue", lastDay), threshold("triageDays", { unit: "days", value: allowed })];
  notes.failed(findingOf({ check: waiting, register: "IntakeRequests", record: request, fault: { inputs } }));
}
