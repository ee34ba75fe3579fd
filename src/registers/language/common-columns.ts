import { date, reference, text, wholeNumber, yesNo, type Columns } from "./column";

/** Columns of every register (reference 0.3); a register may describe any of them again in its own words. */
const everywhere = {
  Title: text({ label: "Title", level: "light", needed: "create", shortest: 3, alsoKnownAs: ["Name", "Heading", "Subject"] }),
  Ref: text({ label: "Ref", level: "light", filledBy: "once", unique: true, help: "Given when the row reaches the list." }),
  RefNo: wholeNumber({ label: "Ref number", level: "full", filledBy: "once", hidden: true, indexed: true }),
  ClientKey: text({ label: "Client key", level: "full", filledBy: "once", hidden: true, unique: true, longest: 32 }),
  OperationId: text({ label: "Operation", level: "full", filledBy: "once", hidden: true }),
  OldReference: text({ label: "Old reference", level: "full", longest: 120, help: "The reference in the register or file the row came from." }),
  PidCheckedBy: text({ label: "Checked for patient details by", level: "full", filledBy: "once" }),
  PidCheckedDate: date({ label: "Checked for patient details on", level: "full", filledBy: "once" }),
  Archived: yesNo({ label: "Archived", level: "full", filledBy: "once" }),
} satisfies Columns;

const ofAProject = {
  ProjectRef: reference("Projects", { label: "Project", level: "light", indexed: true }),
} satisfies Columns;

const ofAProgramme = {
  ProgrammeRef: reference("Programmes", { label: "Programme", level: "standard" }),
} satisfies Columns;

/** Typed with all of them: a row of a register without projects simply never has a ProjectRef. */
export type CommonColumns = typeof everywhere & typeof ofAProject & typeof ofAProgramme;

export function commonColumns(belongsTo: "project" | "projectOrProgramme" | "projectIfAny" | "nothing"): Columns {
  if (belongsTo === "nothing") return everywhere;
  if (belongsTo === "projectOrProgramme") return { ...everywhere, ...ofAProject, ...ofAProgramme };
  return { ...everywhere, ...ofAProject };
}
