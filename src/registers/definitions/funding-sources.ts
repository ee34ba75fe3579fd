import { choice, date, longText, text, yesNo } from "../language/column";
import { register } from "../language/register";
import { capRevs } from "../choices";
import { codeText } from "../shapes";

export const fundingSources = register({
  name: "FundingSources",
  label: "Funding sources",
  one: "funding source",
  many: "funding sources",
  purpose: "Where money comes from: operational capital, national programme capital, charitable funds, revenue budget, grants.",
  ref: { prefix: "FS-", digits: 3, mostDigits: 3 },
  belongsTo: "nothing",
  level: "light",
  shows: ["Code", "CapRev", "SpendBy", "Active"],
  columns: {
    Title: text({ label: "Title", level: "light", needed: "create", shortest: 3, alsoKnownAs: ["Funding source", "Fund", "Name"] }),
    Code: codeText({ label: "Code", level: "light", needed: "create", unique: true }),
    CapRev: choice(capRevs, { label: "Capital or revenue", level: "light", needed: "report" }),
    CountsToCdel: yesNo({
      label: "Counts against CDEL",
      level: "standard",
      needed: "report",
      help: "Against the capital departmental expenditure limit (CDEL).",
    }),
    Conditions: longText({ label: "Conditions and end date", level: "full" }),
    SpendBy: date({ label: "Must be spent by", level: "standard" }),
    Active: yesNo({ label: "Active", level: "light", needed: "report", standard: true }),
  },
});
