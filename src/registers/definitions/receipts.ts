import { choice, json, person, reference, text, wholeNumber } from "../language/column";
import { register } from "../language/register";
import { receiptKinds } from "../choices";

export const receipts = register({
  name: "Receipts",
  label: "Receipts",
  one: "receipt",
  many: "receipts",
  purpose: "What an import, publish, undo or chase did, so that anyone can look it up.",
  ref: { prefix: "RT-", digits: 5, mostDigits: 6 },
  belongsTo: "projectIfAny",
  level: "light",
  titleFrom: "Kind",
  shows: ["Kind", "RegisterName", "MadeBy", "MadeAt", "AddedCount", "ChangedCount", "RefusedCount"],
  columns: {
    Kind: choice(receiptKinds, { label: "Kind", level: "light", filledBy: "once" }),
    RegisterName: text({ label: "Register", level: "light", filledBy: "once", longest: 32 }),
    MadeBy: person({ label: "Who", level: "light", filledBy: "once", indexed: true }),
    MadeAt: text({
      label: "When",
      level: "light",
      filledBy: "once",
      longest: 24,
      pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$",
      help: "UTC, like 2026-08-06T09:30:00Z.",
    }),
    SourceName: text({ label: "File or sheet", level: "standard", filledBy: "once" }),
    AddedCount: wholeNumber({ label: "Added", level: "light", filledBy: "once", from: 0 }),
    ChangedCount: wholeNumber({ label: "Changed", level: "light", filledBy: "once", from: 0 }),
    UnchangedCount: wholeNumber({ label: "Unchanged", level: "light", filledBy: "once", from: 0 }),
    RefusedCount: wholeNumber({ label: "Refused", level: "light", filledBy: "once", from: 0 }),
    UndoOf: reference("Receipts", { label: "Undoes", level: "standard", filledBy: "once" }),
    DetailJson: json({ label: "Detail", level: "full", filledBy: "once" }),
  },
});
