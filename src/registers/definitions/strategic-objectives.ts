import { longText, person, text, yesNo } from "../language/column";
import { register } from "../language/register";
import { codeText } from "../shapes";

export const strategicObjectives = register({
  name: "StrategicObjectives",
  label: "Strategic objectives",
  one: "strategic objective",
  many: "strategic objectives",
  purpose: "The trust’s strategy, and the right-hand end of the benefits map.",
  ref: { prefix: "SO-", digits: 3, mostDigits: 3 },
  belongsTo: "nothing",
  level: "light",
  shows: ["Code", "ExecLead", "Active"],
  columns: {
    Title: text({ label: "Title", level: "light", needed: "create", shortest: 3, alsoKnownAs: ["Objective", "Name"] }),
    Code: codeText({ label: "Code", level: "light", needed: "create", unique: true }),
    Description: longText({ label: "Description", level: "standard" }),
    ExecLead: person({ label: "Executive lead", level: "standard" }),
    Active: yesNo({ label: "Active", level: "light", needed: "report", standard: true }),
  },
});
