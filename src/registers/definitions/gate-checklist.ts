import { choice, link, longText, person, reference, text, yesNo } from "../language/column";
import { filled, whenever } from "../language/conditions";
import { register } from "../language/register";
import { checklistResults } from "../choices";
import { needsProject, otherRowsOf, repeats } from "../shared-rules";

export const gateChecklist = register({
  name: "GateChecklist",
  label: "Gate checklist",
  one: "checklist item",
  many: "checklist items",
  purpose: "One row per checklist item and review.",
  ref: { prefix: "GC-", digits: 5, mostDigits: 5 },
  belongsTo: "project",
  level: "standard",
  titleFrom: "Question",
  shows: ["GateReviewRef", "ItemCode", "Mandatory", "Result", "AssessedBy"],
  statusColumn: "Result",
  closedStatuses: ["Met", "Not applicable"],
  columns: {
    GateReviewRef: reference("GateReviews", { label: "Review", level: "standard", needed: "create", indexed: true }),
    ItemCode: text({ label: "Item", level: "standard", needed: "create", help: "Like G2-04." }),
    Question: longText({ label: "Question", level: "standard", needed: "gate" }),
    Mandatory: yesNo({ label: "Must be met", level: "standard", needed: "gate" }),
    Result: choice(checklistResults, { label: "Result", level: "standard", needed: "gate", standard: "Not assessed" }),
    Evidence: longText({ label: "Evidence", level: "standard" }),
    EvidenceUrl: link({ label: "Link", level: "full" }),
    AssessedBy: person({ label: "Assessed by", level: "standard" }),
  },
  rules: [
    needsProject("V-CHK-PROJECT", "checklist item"),
    {
      id: "V-CHK-UNIQUE",
      severity: "error",
      at: "create",
      says: "The review already has this item",
      fields: ["ItemCode", "GateReviewRef"],
      holds: (item, context) =>
        !otherRowsOf("GateChecklist", item, context).some(({ values }) => values.Archived !== true && repeats(values, item, ["GateReviewRef", "ItemCode"])),
    },
    {
      id: "V-CHK-EVIDENCE",
      severity: "error",
      at: "gate",
      says: "An item that is met needs its evidence",
      fields: ["Evidence"],
      holds: (item) => whenever(item.Result === "Met", filled(item.Evidence)),
    },
  ],
});
