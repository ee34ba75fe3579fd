import { parseJson } from "../../kernel";
import { json, text } from "../language/column";
import { register } from "../language/register";

export const settings = register({
  name: "Settings",
  label: "Settings",
  one: "setting",
  many: "settings",
  purpose: "One value per threshold, view or agreed mapping. A missing or unreadable one means the standard value.",
  ref: { prefix: "SE-", digits: 3, mostDigits: 3 },
  belongsTo: "nothing",
  level: "light",
  titleFrom: "Key",
  shows: ["Key", "ValueJson", "Reason"],
  columns: {
    Key: text({ label: "Key", level: "light", needed: "create", unique: true, pattern: "^[a-z][A-Za-z0-9.]{2,80}$" }),
    ValueJson: json({ label: "Value", level: "light", needed: "create", help: "JSON." }),
    Reason: text({ label: "Why changed", level: "standard", needed: "report" }),
  },
  rules: [
    {
      id: "V-SET-JSON",
      severity: "error",
      at: "create",
      says: "The value is not written as JSON",
      fields: ["ValueJson"],
      holds: (setting) => setting.ValueJson === undefined || parseJson(setting.ValueJson) !== undefined,
    },
  ],
});
