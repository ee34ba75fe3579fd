import type { ListLook, TheirColumn } from "../../../src/registers";
import { actions, risks, type Register } from "../../../src/registers";
import type { KnownProject } from "../../../src/features/adopt/projects-of-rows";

type Of = Partial<TheirColumn> & Pick<TheirColumn, "field" | "heldAs">;

export function theirs(of: Of): TheirColumn {
  return { displayName: of.field, isRequired: false, isReadOnly: false, choices: [], takesOtherWords: false, items: [], ...of };
}

const riskColumns: readonly TheirColumn[] = [
  theirs({ field: "Title", displayName: "Risk", heldAs: "text", isRequired: true, longest: 255 }),
  theirs({ field: "Risk_x0020_no", displayName: "Risk no", heldAs: "number" }),
  theirs({ field: "Risk_x0020_owner", displayName: "Risk owner", heldAs: "person" }),
  theirs({
    field: "Likelihood",
    heldAs: "choice",
    choices: ["1 - Rare", "2 - Unlikely", "3 - Possible", "4 - Likely", "5 - Almost certain"],
  }),
  theirs({ field: "Impact", heldAs: "choice", choices: ["Very low", "Low", "Medium", "High", "Very high"] }),
  theirs({ field: "Risk_x0020_rating", displayName: "Risk rating", heldAs: "calculated", isReadOnly: true }),
  theirs({ field: "Status", heldAs: "choice", choices: ["Live", "Closed", "Archived - duplicate"] }),
  theirs({ field: "Mitigation", heldAs: "richText" }),
  theirs({ field: "Review_x0020_date", displayName: "Review date", heldAs: "date" }),
  theirs({
    field: "Scheme",
    displayName: "Project",
    heldAs: "lookup",
    items: [
      { id: "1", shown: "Theatre refurbishment" },
      { id: "2", shown: "Ward 7 move" },
      { id: "3", shown: "Car park" },
    ],
  }),
  theirs({ field: "Department", heldAs: "choice", choices: ["Estates", "Digital"], isRequired: true }),
];

/** A trust's own risk log: other words for everything, a calculated rating, a look-up of schemes. */
export const riskLog: ListLook = {
  listId: "0f4b0e64-6c2f-4a52-8b52-6f0a3f3e2c11",
  listName: "Risk log",
  webUrl: "https://northmere.sharepoint.com/sites/homemade/Lists/Risk%20log",
  columns: riskColumns,
  rows: [
    {
      Title: "The lift fails during the move",
      Risk_x0020_no: "1",
      Risk_x0020_owner: "Jo Bloggs",
      Likelihood: "4 - Likely",
      Impact: "Very high",
      Status: "Live",
      Mitigation: "<div>Hire a <b>second</b> lift</div>",
      Review_x0020_date: "2026-12-03T12:00:00Z",
      Scheme: "Theatre refurbishment",
      SchemeLookupId: "1",
      Department: "Estates",
    },
    {
      Title: "Nobody answers the tender",
      Risk_x0020_no: "2",
      Risk_x0020_owner: "Asha Patel",
      Likelihood: "2 - Unlikely",
      Impact: "Medium",
      Status: "Archived - duplicate",
      Scheme: "Car park",
      SchemeLookupId: "3",
      Department: "Digital",
    },
    { Title: "No figures yet", Status: "Live", Department: "Digital" },
  ],
};

export const actionTracker: ListLook = {
  listId: "77c2f0a1-1111-4222-8333-944455556666",
  listName: "Action tracker",
  webUrl: "https://northmere.sharepoint.com/sites/homemade/Lists/Action%20tracker",
  columns: [
    theirs({ field: "Title", displayName: "Action", heldAs: "text", isRequired: true, longest: 255 }),
    theirs({ field: "AssignedTo", displayName: "Assigned to", heldAs: "person" }),
    theirs({ field: "DueDate", displayName: "By when", heldAs: "date" }),
    theirs({ field: "State", displayName: "Status", heldAs: "choice", choices: ["To do", "WIP", "Done"], takesOtherWords: true }),
    theirs({ field: "Notes1", displayName: "Notes", heldAs: "lines" }),
  ],
  rows: [{ Title: "Order the lift", AssignedTo: "Jo Bloggs", DueDate: "2026-12-24T00:00:00Z", State: "WIP" }],
};

export const projects: readonly KnownProject[] = [
  { ref: "P-0001", title: "Theatre refurbishment" },
  { ref: "P-0002", title: "Ward 7 relocation", oldReference: "WARD-7" },
  { ref: "P-0003", title: "Blood tracking" },
];

export { actions, risks, type Register };
