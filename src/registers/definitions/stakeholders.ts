import { choice, date, longText, person, text, wholeNumber } from "../language/column";
import { filled, whenever } from "../language/conditions";
import { register } from "../language/register";
import { attitudes, stakeholderGroups } from "../choices";
import { organisationCode } from "../shapes";
import { needsProject } from "../shared-rules";

export const stakeholders = register({
  name: "Stakeholders",
  label: "Stakeholders",
  one: "stakeholder",
  many: "stakeholders",
  purpose: "Groups and roles, not private individuals. Patients are never named.",
  ref: { prefix: "SH-", digits: 4, mostDigits: 4 },
  belongsTo: "project",
  level: "standard",
  shows: ["StakeholderGroup", "Influence", "Interest", "Quadrant", "Owner", "NextContact"],
  columns: {
    Title: text({ label: "Title", level: "light", needed: "create", shortest: 3, alsoKnownAs: ["Stakeholder", "Stakeholder name", "Name"] }),
    StakeholderGroup: choice(stakeholderGroups, { label: "Group", level: "standard", needed: "report" }),
    Contact: person({ label: "Contact", level: "standard", help: "Staff only." }),
    ContactText: text({ label: "Contact outside the trust", level: "standard", help: "Role and organisation." }),
    OrgCode: organisationCode({ label: "Organisation (ODS)", level: "full" }),
    InterestText: longText({ label: "What they care about", level: "standard" }),
    Influence: wholeNumber({
      label: "Influence (1 to 4)",
      level: "standard",
      needed: "report",
      from: 1,
      to: 4,
      help: "1 little, 4 can stop or save the project.",
    }),
    Interest: wholeNumber({ label: "Interest (1 to 4)", level: "standard", needed: "report", from: 1, to: 4 }),
    Quadrant: text({
      label: "Approach",
      level: "standard",
      filledBy: "ownRow",
      help: "Manage closely, keep satisfied, keep informed or monitor, from influence and interest.",
    }),
    AttitudeNow: choice(attitudes, { label: "Attitude now", level: "standard", needed: "report" }),
    AttitudeWanted: choice(attitudes, { label: "Attitude needed", level: "standard", needed: "report" }),
    EngagementPlan: longText({ label: "Engagement plan", level: "standard" }),
    Owner: person({ label: "Relationship owner", level: "standard", needed: "report", indexed: true }),
    LastContact: date({ label: "Last contact", level: "standard", notInFuture: true }),
    NextContact: date({ label: "Next contact", level: "standard" }),
  },
  workedOut: {
    Quadrant: (stakeholder) => quadrant(stakeholder.Influence, stakeholder.Interest),
  },
  rules: [
    needsProject("V-STK-PROJECT", "stakeholder"),
    {
      id: "V-STK-PLAN",
      severity: "error",
      at: "report",
      says: "A stakeholder to manage closely needs an engagement plan",
      fields: ["EngagementPlan"],
      holds: (stakeholder) => whenever(quadrant(stakeholder.Influence, stakeholder.Interest) === "Manage closely", filled(stakeholder.EngagementPlan)),
    },
  ],
});

/** High is 3 or 4. */
function quadrant(influence: number | undefined, interest: number | undefined): string | undefined {
  if (influence === undefined || interest === undefined) return undefined;
  if (influence >= 3) return interest >= 3 ? "Manage closely" : "Keep satisfied";
  return interest >= 3 ? "Keep informed" : "Monitor";
}
