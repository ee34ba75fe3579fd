import { addDays, type CalendarDate } from "../../kernel";
import { listUrlName } from "../../lists";
import { actions, issues, milestones, risks, type Register } from "../../registers";
import type { Tenant } from "../tenant";
import type { SiteWriter } from "./site-writer";

const addedCategory = "Patient flow and beds";

/** What a list owner did in SharePoint: a column of their own, and one more choice. */
export async function addListOwnersWork(writer: SiteWriter): Promise<void> {
  await writer.addColumn(risks, {
    name: "LocalPriority",
    displayName: "Local priority",
    choice: { choices: ["Now", "Next", "Later"], allowTextEntry: false, displayAs: "dropDownMenu" },
  });
  const { Category } = risks.columns;
  await writer.changeColumn(risks, "Category", { choice: { choices: [...Category.choices, addedCategory], allowTextEntry: true, displayAs: "dropDownMenu" } });
}

interface Typed {
  readonly person: string;
  readonly register: Register;
  readonly fields: Readonly<Record<string, string | number>>;
  /** The row to change; without it a new one. */
  readonly item?: number;
}

const asha = { Owner: "Asha Patel", OwnerAddress: "asha.patel@northmere.example" };

/** Rows typed in the Lists app, past the product: no Ref, no client key, dates at midnight of the site, and rules that nobody checked. */
export function addRowsTypedInLists(tenant: Tenant, today: CalendarDate): void {
  for (const { person, register, fields, item } of [...newRows(today), ...priorities]) {
    tenant.listsApp.typeRow({ site: "pmo", person, list: listUrlName(register), fields, ...(item === undefined ? {} : { item }) });
  }
}

function newRows(today: CalendarDate): readonly Typed[] {
  return [
    {
      person: "pm",
      register: risks,
      fields: {
        Title: "Ward printers",
        RiskEvent: "Ward printers run out of labels at the weekend",
        ProjectRef: "P-0012",
        ...asha,
        CurrentLikelihood: 3,
        CurrentConsequence: 3,
        Status: "Open",
        NextReviewDate: addDays(today, -3),
        LocalPriority: "Now",
      },
    },
    {
      person: "helen-strand",
      register: risks,
      fields: {
        Title: "Beds",
        RiskEvent: "No bed is free on the day of the move",
        ProjectRef: "P-0013",
        Owner: "Helen Strand",
        CurrentLikelihood: 4,
        CurrentConsequence: 3,
        Category: addedCategory,
        Status: "Open",
        NextReviewDate: addDays(today, 9),
        LocalPriority: "Next",
      },
    },
    {
      // Typed before the product was there to refuse a target above the current score.
      person: "imran-sheikh",
      register: risks,
      fields: {
        Title: "Old risk",
        RiskEvent: "The courier stops its evening run",
        ProjectRef: "P-0008",
        Owner: "Imran Sheikh",
        CurrentLikelihood: 2,
        CurrentConsequence: 3,
        CurrentScore: 6,
        TargetLikelihood: 3,
        TargetConsequence: 4,
        TargetScore: 12,
        Status: "Open",
      },
    },
    {
      person: "tom-reid",
      register: actions,
      fields: { Title: "Ask switchboard about alarms", ProjectRef: "P-0012", Owner: "Tom Reid", DueDate: addDays(today, 4), Status: "Not started" },
    },
    { person: "louise-mallory", register: actions, fields: { Title: "Bring sample wristbands", ProjectRef: "P-0012", DueDate: addDays(today, -2) } },
    {
      person: "niamh-gallagher",
      register: issues,
      fields: { Title: "Signs arrived in the wrong size", ProjectRef: "P-0007", Owner: "Niamh Gallagher", Status: "Open", RaisedDate: addDays(today, -6) },
    },
    {
      person: "marcus-tolley",
      register: milestones,
      fields: { Title: "Crane on site", ProjectRef: "P-0005", ForecastDate: addDays(today, 33), Owner: "Marcus Tolley", Status: "Not started" },
    },
  ];
}

/** The list owner's own column, filled for a few rows by their item id. */
const priorities: readonly Typed[] = (
  [
    [5, "Now"],
    [9, "Later"],
    [14, "Next"],
    [21, "Now"],
  ] as const
).map(([item, LocalPriority]) => ({ person: "pmo", register: risks, fields: { LocalPriority }, item }));
