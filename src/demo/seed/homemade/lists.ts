/** A list as its owner made it, before anybody thought of registers. */
export interface HandmadeList {
  readonly name: string;
  /** In the words of Graph's columnDefinition; a look-up gets the id of the list that it points to. */
  readonly columns: (listId: (name: string) => string) => readonly object[];
}

export const departments = ["Main theatres", "Day surgery", "Endoscopy", "Recovery", "Pre-assessment", "Sterile services"] as const;
export const likelihoods = ["1 - Rare", "2 - Unlikely", "3 - Possible", "4 - Likely", "5 - Almost certain"] as const;
export const impacts = ["1 - Negligible", "2 - Minor", "3 - Moderate", "4 - Major", "5 - Catastrophic"] as const;
export const riskTypes = ["Clinical", "Workforce", "Financial", "Digital", "Estates", "Reputation"] as const;
export const progresses = ["Not started", "In progress", "Done", "Cancelled"] as const;
/** Name and code of each. */
export const ourProjects = [
  ["Theatre booking", "TI-01"],
  ["Tray tracking", "TI-02"],
  ["Starting on time", "TI-03"],
  ["Recovery beds", "TI-04"],
  ["Day surgery at weekends", "TI-05"],
  ["Pre-assessment by phone", "TI-06"],
] as const;

export const departmentList: HandmadeList = { name: "Departments", columns: () => [{ name: "Lead", text: {} }] };

export const projectList: HandmadeList = {
  name: "Our projects",
  columns: () => [{ name: "Code", text: { maxLength: 20 }, required: true, indexed: true, enforceUniqueValues: true }],
};

/** No column says to which project a risk belongs. */
export const riskLog: HandmadeList = {
  name: "Risk log",
  columns: (listId) => [
    { name: "Risk no.", number: { decimalPlaces: "none" } },
    { name: "Risk description", text: { allowMultipleLines: true, linesForEditing: 6 }, required: true },
    { name: "Risk owner", personOrGroup: { allowMultipleSelection: false, chooseFromType: "peopleOnly" } },
    { name: "Department", lookup: { listId: listId("Departments"), columnName: "Title" } },
    { name: "Type of risk", choice: { choices: riskTypes, displayAs: "checkBoxes" } },
    { name: "Likelihood", choice: { choices: likelihoods, displayAs: "dropDownMenu" }, required: true, defaultValue: { value: "3 - Possible" } },
    { name: "Impact", choice: { choices: impacts, displayAs: "dropDownMenu" }, required: true },
    { name: "Score", calculated: { formula: "=LEFT([Likelihood],1)*LEFT([Impact],1)", outputType: "number" } },
    { name: "Status", choice: { choices: ["Open", "Closed", "On hold"], displayAs: "radioButtons" }, defaultValue: { value: "Open" } },
    { name: "Review date", dateTime: { format: "dateOnly" } },
    { name: "Escalated?", boolean: {}, defaultValue: { value: "0" } },
    { name: "Evidence", hyperlinkOrPicture: { isPicture: false } },
    { name: "Notes", text: { allowMultipleLines: true, textType: "richText" } },
  ],
};

export const actionTracker: HandmadeList = {
  name: "Action tracker",
  columns: (listId) => [
    { name: "Assigned to", personOrGroup: { allowMultipleSelection: false, chooseFromType: "peopleOnly" } },
    { name: "Project", lookup: { listId: listId("Our projects"), columnName: "Title" }, required: true },
    { name: "Due", dateTime: { format: "dateOnly" } },
    { name: "Progress", choice: { choices: progresses, displayAs: "dropDownMenu" }, defaultValue: { value: "Not started" } },
    { name: "% done", number: { displayAs: "percentage", decimalPlaces: "none", minimum: 0, maximum: 1 } },
    { name: "Also involved", personOrGroup: { allowMultipleSelection: true, chooseFromType: "peopleOnly" } },
  ],
};
