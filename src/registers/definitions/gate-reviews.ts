import { choice, date, link, longText, people, text, wholeNumber } from "../language/column";
import { filled, whenever } from "../language/conditions";
import { register } from "../language/register";
import { valueAt } from "../language/row";
import { businessCaseTypes, gateOutcomes, gates, rags, reviewTypes } from "../choices";
import { needsProjectOrProgramme } from "../shared-rules";

export const gateReviews = register({
  name: "GateReviews",
  label: "Gate and assurance reviews",
  one: "review",
  many: "reviews",
  purpose: "Gate reviews 0 to 5, health checks, audits and evaluations.",
  ref: { prefix: "G-", digits: 4, mostDigits: 4 },
  belongsTo: "projectOrProgramme",
  level: "standard",
  titleFrom: "ReviewType",
  shows: ["ReviewType", "Gate", "PlannedDate", "HeldDate", "DeliveryConfidence", "Outcome"],
  statusColumn: "Outcome",
  closedStatuses: ["Proceed", "Proceed with conditions", "Review again", "Stop"],
  columns: {
    ReviewType: choice(reviewTypes, { label: "Type", level: "standard", needed: "report" }),
    Gate: choice(gates, { label: "Gate", level: "standard" }),
    BusinessCaseType: choice(businessCaseTypes, { label: "Business case reviewed", level: "standard", help: "Gate 1 SOC, gate 2 OBC, gate 3 FBC." }),
    PlannedDate: date({ label: "Planned", level: "standard", needed: "report" }),
    HeldDate: date({ label: "Held", level: "standard" }),
    Reviewers: people({ label: "Reviewers", level: "standard", help: "Independent of the project." }),
    ReviewersText: text({ label: "External reviewers", level: "full" }),
    DeliveryConfidence: choice(rags, { label: "Delivery confidence", level: "standard" }),
    Outcome: choice(gateOutcomes, { label: "Outcome", level: "standard", needed: "gate", indexed: true, standard: "Not yet decided" }),
    Conditions: longText({ label: "Conditions", level: "standard" }),
    RecsCritical: wholeNumber({ label: "Recommendations: critical (do now)", level: "full", from: 0 }),
    RecsEssential: wholeNumber({ label: "Recommendations: essential (do by)", level: "full", from: 0 }),
    RecsRecommended: wholeNumber({ label: "Recommendations: recommended", level: "full", from: 0 }),
    NextReviewDate: date({ label: "Next review", level: "standard" }),
    ReportUrl: link({ label: "Report", level: "standard" }),
  },
  rules: [
    needsProjectOrProgramme("V-GAT-BELONGS", "review"),
    {
      id: "V-GAT-GATE",
      severity: "error",
      at: "report",
      says: "A gate review needs its gate",
      fields: ["Gate"],
      holds: (review) => whenever(review.ReviewType === "Gate review", filled(review.Gate)),
    },
    {
      id: "V-GAT-HELD",
      severity: "error",
      at: "report",
      says: "A review with an outcome needs the day it was held",
      fields: ["HeldDate"],
      holds: (review) => whenever(filled(review.Outcome) && review.Outcome !== "Not yet decided", filled(review.HeldDate)),
    },
    {
      id: "V-GAT-CONFIDENCE",
      severity: "error",
      at: "report",
      says: "A review that was held needs its delivery confidence",
      fields: ["DeliveryConfidence"],
      holds: (review) => whenever(filled(review.HeldDate), filled(review.DeliveryConfidence)),
    },
    {
      id: "V-GAT-CONDITIONS",
      severity: "error",
      at: "report",
      says: "To proceed with conditions needs the conditions",
      fields: ["Conditions"],
      holds: (review) => whenever(review.Outcome === "Proceed with conditions", filled(review.Conditions)),
    },
    {
      id: "V-GAT-MANDATORY",
      severity: "error",
      at: "gate",
      says: "A project cannot proceed while a mandatory item of the checklist is not met",
      fields: ["Outcome"],
      holds: (review, context) =>
        whenever(
          review.Outcome === "Proceed" && filled(review.Ref) && filled(review.ProjectRef),
          !context
            .rowsOf("GateChecklist", review.ProjectRef ?? "")
            .some(({ values }) => values.Archived !== true && values.GateReviewRef === review.Ref && values.Mandatory === true && values.Result === "Not met"),
        ),
    },
    {
      id: "V-GAT-INDEPENDENT",
      severity: "error",
      at: "report",
      says: "A reviewer is the SRO or the project manager of the project",
      fields: ["Reviewers"],
      holds: (review, context) => {
        const project = review.ProjectRef === undefined ? undefined : context.find("Projects", review.ProjectRef);
        if (project === undefined || review.Reviewers === undefined) return true;
        const reviewers = review.Reviewers.toLowerCase();
        return ["SroAddress", "ProjectManagerAddress"].every((name) => {
          const address = valueAt(project.values, name);
          return typeof address !== "string" || !reviewers.includes(`<${address}>`);
        });
      },
    },
  ],
});
