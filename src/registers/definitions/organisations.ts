import { choice, text, yesNo } from "../language/column";
import { register } from "../language/register";
import { orgTypes } from "../choices";

export const organisations = register({
  name: "Organisations",
  label: "Organisations",
  one: "organisation",
  many: "organisations",
  purpose: "Organisations by their ODS code.",
  ref: { prefix: "OR-", digits: 4, mostDigits: 4 },
  belongsTo: "nothing",
  level: "light",
  shows: ["OdsCode", "OrgType", "Active"],
  columns: {
    Title: text({ label: "Title", level: "light", needed: "create", shortest: 3, alsoKnownAs: ["Organisation", "Organisation name", "Name"] }),
    OdsCode: text({
      label: "ODS code",
      level: "light",
      needed: "create",
      unique: true,
      pattern: "^[A-Z0-9]{3,9}$",
      alsoKnownAs: ["ODS", "Code", "Organisation code"],
    }),
    OrgType: choice(orgTypes, { label: "Type", level: "light", needed: "report" }),
    Active: yesNo({ label: "Active", level: "light", needed: "report", standard: true }),
  },
});
