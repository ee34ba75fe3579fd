import { findingsOf, inShort, rule } from "./quality-ground";

const yesterday = "2026-11-23";
const today = "2026-11-24";
const daysAgo14 = "2026-11-10";
const daysAgo15 = "2026-11-09";

rule("DQ-21", [
  ["due yesterday", "fails", { Issues: [{ DueDate: yesterday, Status: "In progress" }] }],
  ["due yesterday, without a status", "fails", { Issues: [{ DueDate: yesterday }] }],
  ["due today", "passes", { Issues: [{ DueDate: today }] }],
  ["no day", "passes", { Issues: [{ Status: "Escalated" }] }],
  ["on hold", "fails", { Issues: [{ DueDate: yesterday, Status: "On hold" }] }],
  ["open", "fails", { Issues: [{ DueDate: yesterday, Status: "Open" }] }],
  ["resolved", "silent", { Issues: [{ DueDate: yesterday, Status: "Resolved" }] }],
  ["closed", "silent", { Issues: [{ DueDate: yesterday, Status: "Closed" }] }],
  ["a status of the trust's own", "silent", { Issues: [{ DueDate: yesterday, Status: "With supplier" }] }],
]);

const critical = { Priority: "Critical", EscalationLevel: "Project", RaisedDate: daysAgo15 } as const;

rule("DQ-22", [
  ["15 days open in the project", "fails", { Issues: [critical] }],
  ["14 days open in the project", "passes", { Issues: [{ ...critical, RaisedDate: daysAgo14 }] }],
  ["managed above it", "passes", { Issues: [{ ...critical, EscalationLevel: "Programme" }] }],
  ["nobody said where it is managed", "passes", { Issues: [{ ...critical, EscalationLevel: undefined }] }],
  ["nobody said when it was raised", "passes", { Issues: [{ ...critical, RaisedDate: undefined }] }],
  ["high", "silent", { Issues: [{ ...critical, Priority: "High" }] }],
  ["closed", "silent", { Issues: [{ ...critical, Status: "Closed" }] }],
]);

rule("DQ-23", [
  ["due yesterday", "fails", { Actions: [{ DueDate: yesterday, Status: "Blocked" }] }],
  ["not started", "fails", { Actions: [{ DueDate: yesterday, Status: "Not started" }] }],
  ["in progress", "fails", { Actions: [{ DueDate: yesterday, Status: "In progress" }] }],
  ["without a status", "fails", { Actions: [{ DueDate: yesterday }] }],
  ["due today", "passes", { Actions: [{ DueDate: today }] }],
  ["no day", "passes", { Actions: [{}] }],
  ["complete", "silent", { Actions: [{ DueDate: yesterday, Status: "Complete" }] }],
  ["cancelled", "silent", { Actions: [{ DueDate: yesterday, Status: "Cancelled" }] }],
]);

rule("DQ-24", [
  ["moved three times", "fails", { Actions: [{ TimesMoved: 3 }] }],
  ["moved twice", "passes", { Actions: [{ TimesMoved: 2 }] }],
  ["nobody counted", "passes", { Actions: [{}] }],
  ["complete: nobody can mend it", "silent", { Actions: [{ TimesMoved: 9, Status: "Complete" }] }],
]);

const proposed = { Status: "Proposed", GiverAccepted: true, $made: daysAgo15 } as const;

rule("DQ-38", [
  ["proposed 15 days ago", "fails", { Dependencies: [proposed] }],
  ["proposed 14 days ago", "passes", { Dependencies: [{ ...proposed, $made: daysAgo14 }] }],
  ["without a status, 15 days ago", "fails", { Dependencies: [{ ...proposed, Status: undefined }] }],
  ["nobody knows since when", "passes", { Dependencies: [{ ...proposed, $made: undefined }] }],
  ["agreed, and old", "passes", { Dependencies: [{ ...proposed, Status: "Agreed" }] }],
  ["needed in 30 days and not accepted", "fails", { Dependencies: [{ Status: "At risk", GiverAccepted: false, NeededBy: "2026-12-24" }] }],
  ["needed in 30 days and nobody said whether it is accepted", "fails", { Dependencies: [{ NeededBy: "2026-12-24" }] }],
  ["needed in 31 days and not accepted", "passes", { Dependencies: [{ Status: "On track", NeededBy: "2026-12-25" }] }],
  ["needed already and not accepted", "fails", { Dependencies: [{ Status: "Late", NeededBy: yesterday }] }],
  ["needed soon and accepted", "passes", { Dependencies: [{ Status: "Agreed", GiverAccepted: true, NeededBy: today }] }],
  ["no day", "passes", { Dependencies: [{ Status: "Agreed", GiverAccepted: false }] }],
  ["delivered", "silent", { Dependencies: [{ Status: "Delivered", NeededBy: today }] }],
]);

rule("DQ-39", [
  ["needed yesterday", "fails", { Dependencies: [{ NeededBy: yesterday }] }],
  ["needed today", "passes", { Dependencies: [{ NeededBy: today }] }],
  ["no day", "passes", { Dependencies: [{ Status: "Proposed" }] }],
  ["delivered", "silent", { Dependencies: [{ NeededBy: yesterday, Status: "Delivered" }] }],
  ["withdrawn", "silent", { Dependencies: [{ NeededBy: yesterday, Status: "Withdrawn" }] }],
]);

rule("DQ-40", [
  ["submitted 15 days ago", "fails", { Changes: [{ Status: "Submitted", SubmittedDate: daysAgo15 }] }],
  ["in assessment for 15 days", "fails", { Changes: [{ Status: "Impact assessment", SubmittedDate: daysAgo15 }] }],
  ["awaiting its decision for 15 days", "fails", { Changes: [{ Status: "Awaiting decision", SubmittedDate: daysAgo15 }] }],
  ["submitted 14 days ago", "passes", { Changes: [{ Status: "Submitted", SubmittedDate: daysAgo14 }] }],
  ["nobody said when it was submitted", "passes", { Changes: [{ Status: "Submitted" }] }],
  ["approved", "silent", { Changes: [{ Status: "Approved", SubmittedDate: daysAgo15 }] }],
  ["a draft", "silent", { Changes: [{ Status: "Draft", SubmittedDate: daysAgo15 }] }],
  ["without a status", "silent", { Changes: [{ SubmittedDate: daysAgo15 }] }],
]);

rule("DQ-41", [
  ["needed yesterday", "fails", { Decisions: [{ Status: "Proposed", NeededBy: yesterday }] }],
  ["awaited", "fails", { Decisions: [{ Status: "Awaiting decision", NeededBy: yesterday }] }],
  ["put off", "fails", { Decisions: [{ Status: "Deferred", NeededBy: yesterday }] }],
  ["needed today", "passes", { Decisions: [{ NeededBy: today }] }],
  ["no day", "passes", { Decisions: [{}] }],
  ["decided", "silent", { Decisions: [{ Status: "Decided", NeededBy: yesterday }] }],
  ["withdrawn", "silent", { Decisions: [{ Status: "Withdrawn", NeededBy: yesterday }] }],
  ["superseded", "silent", { Decisions: [{ Status: "Superseded", NeededBy: yesterday }] }],
]);

rule("DQ-54", [
  ["to be tested by yesterday", "fails", { Assumptions: [{ Status: "Not tested", ValidateBy: yesterday }] }],
  ["without a status", "fails", { Assumptions: [{ ValidateBy: yesterday }] }],
  ["to be tested by today", "passes", { Assumptions: [{ ValidateBy: today }] }],
  ["no day", "passes", { Assumptions: [{}] }],
  ["confirmed", "silent", { Assumptions: [{ Status: "Confirmed", ValidateBy: yesterday }] }],
]);

rule("DQ-25", [
  ["forecast for yesterday", "fails", { Milestones: [{ ForecastDate: yesterday, Status: "In progress" }] }],
  ["forecast for today", "passes", { Milestones: [{ ForecastDate: today }] }],
  ["no forecast, baseline yesterday", "fails", { Milestones: [{ BaselineDate: yesterday }] }],
  ["baseline yesterday, forecast to come", "passes", { Milestones: [{ BaselineDate: yesterday, ForecastDate: today }] }],
  ["it has come", "passes", { Milestones: [{ ForecastDate: yesterday, ActualDate: yesterday }] }],
  ["complete without its day", "fails", { Milestones: [{ ForecastDate: yesterday, Status: "Complete" }] }],
  ["no day", "passes", { Milestones: [{ Status: "Not started" }] }],
  ["removed", "silent", { Milestones: [{ ForecastDate: yesterday, Status: "Removed by change" }] }],
  ["a status of the trust's own", "silent", { Milestones: [{ ForecastDate: yesterday, Status: "Paused" }] }],
]);

rule("DQ-26", [
  ["no forecast", "fails", { Milestones: [{ Status: "In progress" }] }],
  ["not started, no forecast", "fails", { Milestones: [{ Status: "Not started" }] }],
  ["without a status, no forecast", "fails", { Milestones: [{}] }],
  ["a forecast", "passes", { Milestones: [{ ForecastDate: today }] }],
  ["complete", "silent", { Milestones: [{ Status: "Complete" }] }],
  ["it has come", "silent", { Milestones: [{ ActualDate: yesterday }] }],
  ["removed", "silent", { Milestones: [{ Status: "Removed by change" }] }],
]);

const slipped = { BaselineDate: "2026-12-01", ForecastDate: "2026-12-09" } as const;
const explained = { elsewhere: { Milestones: [{ SlipReason: "Snow" }] } };

rule("DQ-27", [
  ["8 days later", "fails", { Milestones: [slipped] }, explained],
  ["7 days later", "passes", { Milestones: [{ ...slipped, ForecastDate: "2026-12-08" }] }, explained],
  ["it came 8 days late", "fails", { Milestones: [{ ...slipped, ForecastDate: "2026-12-01", ActualDate: "2026-12-09", Status: "Complete" }] }, explained],
  ["it came in time after all", "passes", { Milestones: [{ ...slipped, ActualDate: "2026-12-01" }] }, explained],
  ["explained", "passes", { Milestones: [{ ...slipped, SlipReason: "Snow" }] }],
  ["no baseline", "passes", { Milestones: [{ ForecastDate: "2026-12-09" }] }, explained],
  ["no forecast", "passes", { Milestones: [{ BaselineDate: "2026-12-09" }] }, explained],
  ["not started", "fails", { Milestones: [{ ...slipped, Status: "Not started" }] }, explained],
  ["in progress", "fails", { Milestones: [{ ...slipped, Status: "In progress" }] }, explained],
  ["nobody in the site explains", "silent", { Milestones: [slipped] }],
  ["removed", "silent", { Milestones: [{ ...slipped, Status: "Removed by change" }] }, explained],
]);

describe("a finding of work that waits", () => {
  const of = (...given: Parameters<typeof findingsOf>) => findingsOf(...given).map(inShort);
  const ref = "1-1";

  test("says what it rests on", () => {
    expect(of("DQ-21", { Issues: [{ DueDate: yesterday }] })).toEqual([{ field: "DueDate", ref, inputs: { dueDate: yesterday } }]);
    expect(of("DQ-22", { Issues: [critical] })).toEqual([{ field: "EscalationLevel", ref, inputs: { raised: daysAgo15, patienceDays: 14 } }]);
    expect(of("DQ-23", { Actions: [{ DueDate: yesterday }] })).toEqual([{ field: "DueDate", ref, inputs: { dueDate: yesterday } }]);
    expect(of("DQ-24", { Actions: [{ TimesMoved: 4 }] })).toEqual([{ field: "DueDate", ref, inputs: { timesMoved: 4, movedOften: 3 } }]);
    expect(of("DQ-38", { Dependencies: [proposed] })).toEqual([{ field: "GiverAccepted", ref, inputs: { proposed: daysAgo15, patienceDays: 14 } }]);
    expect(of("DQ-38", { Dependencies: [{ NeededBy: today }] })).toEqual([
      { field: "GiverAccepted", ref, inputs: { neededBy: today, acceptedBeforeDays: 30 } },
    ]);
    expect(of("DQ-39", { Dependencies: [{ NeededBy: yesterday }] })).toEqual([{ field: "NeededBy", ref, inputs: { neededBy: yesterday } }]);
    expect(of("DQ-40", { Changes: [{ Status: "Submitted", SubmittedDate: daysAgo15 }] })).toEqual([
      { field: "Status", ref, inputs: { submitted: daysAgo15, patienceDays: 14 } },
    ]);
    expect(of("DQ-41", { Decisions: [{ NeededBy: yesterday }] })).toEqual([{ field: "NeededBy", ref, inputs: { neededBy: yesterday } }]);
    expect(of("DQ-54", { Assumptions: [{ ValidateBy: yesterday }] })).toEqual([{ field: "ValidateBy", ref, inputs: { validateBy: yesterday } }]);
    expect(of("DQ-25", { Milestones: [{ ForecastDate: yesterday, BaselineDate: "2026-01-01" }] })).toEqual([
      { field: "ActualDate", ref, inputs: { forecast: yesterday } },
    ]);
    expect(of("DQ-25", { Milestones: [{ BaselineDate: yesterday }] })).toEqual([{ field: "ActualDate", ref, inputs: { baseline: yesterday } }]);
    expect(of("DQ-26", { Milestones: [{ BaselineDate: today }] })).toEqual([{ field: "ForecastDate", ref, inputs: { baseline: today } }]);
    expect(of("DQ-27", { Milestones: [slipped] }, explained)).toEqual([{ field: "SlipReason", ref, inputs: { slipDays: 8, slipExplainedDays: 7 } }]);
  });

  test("offers no step that would make up a fact", () => {
    const rows = { Issues: [{ DueDate: yesterday }], Actions: [{ DueDate: yesterday }], Milestones: [{ BaselineDate: yesterday }] };
    const findings = (["DQ-21", "DQ-23", "DQ-25", "DQ-26"] as const).flatMap((id) => findingsOf(id, rows));
    expect(findings).toHaveLength(4);
    expect(findings.filter(({ fix }) => fix !== undefined)).toEqual([]);
  });
});
