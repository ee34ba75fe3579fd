import type { DecisionText, IssueText, RiskText } from "./kind";

/** What happens in projects of any kind. */
export const commonRisks: readonly RiskText[] = [
  ["the project manager runs three projects", "updates and chasing stop in busy weeks", "slips are seen a month late", "Workforce and skills", 3, 2, "PMO analyst covers reporting in the last week of each month"],
  ["the benefit owner changes post", "nobody measures the benefit after go-live", "the business case cannot be shown to have worked", "Business objectives or project", 3, 3, "Name a deputy and measure monthly from now"],
  ["the estimate rests on one quotation", "the second quotation is higher", "the approved sum is exceeded", "Finance, including claims", 3, 3, "Two more quotations before the order"],
  ["winter pressures move clinical staff to the wards", "workshops and testing are moved", "the next milestone slips by three weeks", "Service or business interruption", 4, 3, "Hold workshops before December and record decisions by mail"],
  ["the data protection assessment waits for a signature", "data cannot be shared at go-live", "go-live moves", "Statutory duty or inspection", 2, 4, "Weekly call with information governance until it is signed"],
  ["users see the change as one more form", "fewer than half of them use it", "old and new ways run beside each other", "Reputation", 3, 3, "Two clinical champions in each area"],
];

export const commonIssues: readonly IssueText[] = [
  ["Project board cancelled twice", "Two boards fell to operational pressure, and three decisions wait.", "Decisions by mail within five days, next board confirmed"],
  ["Purchase order stuck", "The order waits for a budget code since three weeks.", "Finance manager raises the code this week"],
  ["Key tester on leave", "The only tester who knows the old system is away for a month.", "Second tester learns the scripts"],
  ["Room for training lost", "The training room is used as an escalation ward.", "Training in the education centre in the evening"],
];

export const commonActions: readonly string[] = [
  "Send the highlight report to the SRO", "Update the plan after the board", "Confirm the budget code with finance", "Chase the supplier for a new date", "Book the next project board", "Write the lessons of this stage",
  "Check the benefit baseline with the service", "Review the risk owners", "Agree backfill with the matron", "Publish the newsletter to staff", "Confirm the go-live checklist", "Close the actions of the last audit",
];

export const commonDecisions: readonly DecisionText[] = [
  ["Move the next milestone", "May the milestone move by two weeks?", "The later date avoids half-term and costs nothing"],
  ["Use contingency", "May the project use contingency for the extra work?", "The work is needed and no other money is there"],
  ["Name a second clinical lead", "Who stands in for the clinical lead?", "Decisions waited twice for one person"],
];

export const assumptionTexts: readonly string[] = [
  "the service can release two people a week for testing", "prices stay as quoted until March", "no new national guidance changes the scope", "the current contract can be extended by three months", "the network in both buildings is good enough", "patients will accept a text message instead of a letter",
];

export const dependencyTexts: readonly string[] = [
  "Single sign-on for ward devices", "Patient demographics feed", "Network points in the new rooms", "Trained super-users", "Cleared and cleaned rooms", "Agreed data set for reporting", "Signed data sharing agreement", "Approved job descriptions",
];

export const changeTexts: readonly (readonly [title: string, wanted: string, why: string, type: string])[] = [
  ["Move the go-live by two weeks", "Move the go-live two weeks later and keep the end of the project.", "Devices arrive late and training is not finished.", "Time"],
  ["Add a third site", "Include the third site in this project instead of a later one.", "The supplier gives a better price for three sites at once.", "Scope"],
  ["Pay for extra testing", "Buy 20 days of testing from the supplier.", "The in-house tester is on leave.", "Cost"],
  ["Drop the patient leaflet", "Leave the printed leaflet out and use the web page.", "Printing costs rose and few copies were taken.", "Scope"],
  ["Set a new baseline after the pause", "Set the dates again after three months on hold.", "The old dates cannot be met and mislead the board.", "Re-baseline"],
];

export const planSteps: readonly string[] = ["Start-up and brief", "Requirements workshops", "Business case", "Procurement", "Build and configure", "Test", "Train", "Go live", "Hand over", "Close"];

export const checklistItems: readonly (readonly [code: string, question: string])[] = [
  ["01", "Is the need still there, and does the strategy say so?"],
  ["02", "Are the benefits owned by the service and measured now?"],
  ["03", "Are the costs and their funding confirmed by finance?"],
  ["04", "Are the top risks owned, with mitigation under way?"],
  ["05", "Are clinical safety and data protection assessed?"],
  ["06", "Is the plan for the next stage credible?"],
];

export const summaries = {
  Green: ["The project is on plan and on budget, and nothing stands in the way of the next milestone.", "Work went as planned this month, and the next milestone is within reach.", "Good progress: users took part in testing and the budget holds."],
  Amber: ["The project can still meet its aims, but one milestone has slipped and needs attention from the board.", "Delivery is feasible, though resources are short and the next milestone is under pressure.", "Most work is on plan; one late supplier puts the next milestone at risk."],
  Red: ["The agreed date cannot be met as things stand, and the board must choose between more money and less scope.", "Two milestones are missed and the forecast is over budget; a recovery plan goes to the board.", "The critical product failed its test, and the go-live cannot be held without a decision."],
} as const;
