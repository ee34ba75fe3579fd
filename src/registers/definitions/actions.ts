import { choice, date, longText, person, text, wholeNumber } from "../language/column";
import { filled, whenever } from "../language/conditions";
import { register } from "../language/register";
import { actionStatuses, priorities, sourceTypes } from "../choices";
import { anyRefText } from "../shapes";
import { needsProjectOrProgramme } from "../shared-rules";

export const actions = register({
  name: "Actions",
  label: "Actions",
  one: "action",
  many: "actions",
  purpose: "A task for a named person, of a project or a programme.",
  ref: { prefix: "A-", digits: 4, mostDigits: 5 },
  belongsTo: "projectOrProgramme",
  level: "light",
  shows: ["Owner", "DueDate", "Status", "Priority"],
  statusColumn: "Status",
  closedStatuses: ["Complete", "Cancelled"],
  columns: {
    Title: text({
      label: "Title",
      level: "light",
      needed: "create",
      shortest: 3,
      alsoKnownAs: ["Action", "Action title", "Task", "Name", "Heading", "Subject", "To do"],
    }),
    Owner: person({
      label: "Owner",
      level: "light",
      needed: "create",
      indexed: true,
      help: "One named person.",
      alsoKnownAs: ["Action owner", "Assigned to", "Responsible", "Who", "Lead"],
    }),
    DueDate: date({ label: "Due", level: "light", needed: "create", alsoKnownAs: ["Due date", "By when", "Deadline", "Target date", "When", "Date due"] }),
    Status: choice(actionStatuses, {
      label: "Status",
      level: "light",
      standard: "Not started",
      indexed: true,
      alsoKnownAs: ["Action status", "State", "Open or closed"],
    }),
    Description: longText({ label: "Details", level: "standard", alsoKnownAs: ["Description", "Action description", "Detail"] }),
    ExternalOwner: text({ label: "Owner outside the trust", level: "full", longest: 120 }),
    OriginalDueDate: date({ label: "First due date", level: "standard", filledBy: "once" }),
    TimesMoved: wholeNumber({ label: "Times moved", level: "standard", filledBy: "once", from: 0, help: "How often the due date moved later." }),
    Priority: choice(priorities, { label: "Priority", level: "standard", standard: "Medium", alsoKnownAs: ["Urgency", "Importance"] }),
    SourceType: choice(sourceTypes, { label: "Comes from", level: "standard", needed: "report", alsoKnownAs: ["Source", "Source type"] }),
    SourceRef: anyRefText({
      label: "Source reference",
      level: "standard",
      help: "The Ref of the risk, issue or other record it comes from.",
      alsoKnownAs: ["Linked to", "Related ref"],
    }),
    Progress: longText({ label: "Progress note", level: "standard", alsoKnownAs: ["Progress", "Update", "Comments", "Notes", "Latest update"] }),
    CompletedDate: date({
      label: "Completed",
      level: "standard",
      notInFuture: true,
      alsoKnownAs: ["Date completed", "Completed date", "Date closed", "Closed date"],
    }),
  },
  rules: [
    needsProjectOrProgramme("V-ACT-BELONGS", "action"),
    {
      id: "V-ACT-COMPLETED",
      severity: "error",
      at: "report",
      says: "A complete action needs the day it was completed",
      fields: ["CompletedDate"],
      holds: (action) => whenever(action.Status === "Complete", filled(action.CompletedDate)),
    },
  ],
});
