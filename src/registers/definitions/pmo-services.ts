import { choice, longText, number, person, text, wholeNumber, yesNo } from "../language/column";
import { register } from "../language/register";
import { maturityPerspectives, serviceCategories, tiers } from "../choices";

export const pmoServices = register({
  name: "PmoServices",
  label: "PMO service catalogue",
  one: "PMO service",
  many: "PMO services",
  purpose: "What the PMO offers.",
  ref: { prefix: "SV-", digits: 3, mostDigits: 3 },
  belongsTo: "nothing",
  level: "full",
  shows: ["ServiceCategory", "ServiceLevelDays", "StandardHours", "Owner", "Active"],
  columns: {
    ServiceCategory: choice(serviceCategories, { label: "Category", level: "standard", needed: "report" }),
    Description: longText({ label: "What you get", level: "standard", needed: "report" }),
    ForWhom: text({ label: "Who it is for", level: "standard", needed: "report" }),
    HowToAsk: text({ label: "How to ask", level: "standard", needed: "report" }),
    ServiceLevelDays: wholeNumber({ label: "Service level (working days)", level: "standard", needed: "report", from: 0 }),
    StandardHours: number({ label: "Usual PMO hours", level: "standard", needed: "report", from: 0 }),
    HoursSavedForUser: number({ label: "Hours saved for the user each time", level: "full", from: 0, help: "The usual value when a request is closed." }),
    Owner: person({ label: "Service owner", level: "standard", needed: "report", indexed: true }),
    MinTier: choice(tiers, { label: "Lowest tier covered", level: "full" }),
    MaturityLink: choice(maturityPerspectives, { label: "Maturity perspective", level: "full" }),
    Active: yesNo({ label: "Active", level: "standard", needed: "report", standard: true }),
  },
});
