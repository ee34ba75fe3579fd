import type { intakeRequests, Row } from "../registers";
import { addWorkingDays } from "./calendar";
import { threshold } from "./figure";
import { judgePeople, overAllocated, type Capacity, type Demand } from "./over-allocation";
import { judgeEverywhere } from "./quality-everywhere";
import { dated, findingOf, type CheckTerms, type Notes } from "./quality-rule";
import { judgedBy, type Quality } from "./quality-score";
import type { SiteFacts } from "./quality-site-facts";
import type { ProjectRecords, RecordIn } from "./records";
import type { Standpoint } from "./standpoint";
import { tamed } from "./tame";

type Request = RecordIn<typeof intakeRequests>;

export interface SiteToJudge {
  readonly projects: readonly Pick<ProjectRecords, "ResourceDemand">[];
  readonly requests: readonly Request[];
  readonly capacities: readonly Capacity[];
  readonly site: SiteFacts;
}

const waiting: CheckTerms = { rule: "DQ-56", severity: "Medium", field: "TriageDate" };

export const siteRules = [
  { rule: overAllocated.rule, severity: overAllocated.severity, register: "ResourceDemand" },
  { rule: waiting.rule, severity: waiting.severity, register: "IntakeRequests" },
] as const;

/** DQ-55 and DQ-56 (reference 13), which no project answers for alone, and the rules of every register over the lists that belong to none. */
export function siteQuality({ projects, requests, capacities, site }: SiteToJudge, standpoint: Standpoint): Quality {
  const rowsOf = <Record extends Row | Request | Capacity | Demand>(name: string, rows: readonly Record[]): readonly Record[] => {
    const register = site.registers.get(name);
    return register === undefined ? [] : tamed(rows, register);
  };
  const [asked, given] = [rowsOf("IntakeRequests", requests), rowsOf("ResourceCapacity", capacities)];
  const needs = rowsOf(
    "ResourceDemand",
    projects.flatMap(({ ResourceDemand }) => ResourceDemand),
  );
  return judgedBy(standpoint, (notes) => {
    if (notes.asks(overAllocated.rule)) judgePeople({ needs, capacities: given, today: standpoint.today }, notes);
    if (notes.asks(waiting.rule)) for (const request of asked) judgeRequest(request, standpoint, notes);
    for (const [name, rows] of [
      ["IntakeRequests", asked],
      ["ResourceCapacity", given],
    ] as const) {
      const register = site.registers.get(name);
      if (register !== undefined) judgeEverywhere(register, rows, { site, notes });
    }
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
