import { choice, date, text, yesNo } from "../language/column";
import { register } from "../language/register";
import { riskPotentials } from "../choices";

export const suppliers = register({
  name: "Suppliers",
  label: "Suppliers",
  one: "supplier",
  many: "suppliers",
  purpose: "Companies and bodies we buy from.",
  ref: { prefix: "SU-", digits: 4, mostDigits: 4 },
  belongsTo: "nothing",
  level: "standard",
  shows: ["RiskRating", "CyberEssentials", "Active"],
  columns: {
    Title: text({ label: "Title", level: "light", needed: "create", shortest: 3, alsoKnownAs: ["Supplier", "Supplier name", "Company", "Vendor", "Name"] }),
    CompanyNumber: text({ label: "Companies House number", level: "standard", indexed: true, pattern: "^([0-9]{8}|[A-Z]{2}[0-9]{6})$" }),
    PpoNumber: text({ label: "Public procurement organisation number", level: "full", help: "Central Digital Platform identifier." }),
    ContactText: text({ label: "Contact", level: "standard", help: "Work contact only." }),
    IsSme: yesNo({ label: "Small or medium enterprise", level: "full" }),
    RiskRating: choice(riskPotentials, { label: "Supplier risk", level: "standard" }),
    DspStatus: text({ label: "DSPT status", level: "full", help: "Data Security and Protection Toolkit result and year." }),
    CyberEssentials: date({ label: "Cyber Essentials expiry", level: "standard" }),
    Active: yesNo({ label: "Active", level: "standard", needed: "report", standard: true }),
  },
});
