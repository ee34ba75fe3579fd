import { person, text, yesNo } from "../language/column";
import { register } from "../language/register";
import { codeText } from "../shapes";

export const divisions = register({
  name: "Divisions",
  label: "Divisions",
  one: "division",
  many: "divisions",
  purpose: "The trust’s divisions by their code.",
  ref: { prefix: "DV-", digits: 3, mostDigits: 3 },
  belongsTo: "nothing",
  level: "light",
  shows: ["Code", "Director", "Active"],
  columns: {
    Title: text({ label: "Title", level: "light", needed: "create", shortest: 3, alsoKnownAs: ["Division", "Directorate", "Name"] }),
    Code: codeText({ label: "Code", level: "light", needed: "create", unique: true }),
    Director: person({ label: "Divisional director", level: "standard" }),
    Active: yesNo({ label: "Active", level: "light", needed: "report", standard: true }),
  },
});
