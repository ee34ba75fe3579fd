import { addDays, type CalendarDate } from "../../kernel";
import { actions, issues, milestones, risks } from "../../registers";
import type { Tenant } from "../tenant";
import type { SiteWriter } from "./site-writer";

/** What a list owner did in SharePoint: a column of their own, and one more choice. */
export async function addListOwnersWork(writer: SiteWriter): Promise<void> {
  await writer.addColumn(risks, { name: "LocalPriority", displayName: "Local priority", choice: { choices: ["Now", "Next", "Later"], allowTextEntry: false, displayAs: "dropDownMenu" } });
  const { Category } = risks.columns;
  await writer.changeColumn(risks, "Category", { choice: { choices: [...Category.choices, "Patient flow and beds"], allowTextEntry: true, displayAs: "dropDownMenu" } });
}

/** Rows typed in the Lists app, past the product: no Ref, no client key, dates at midnight of the site, and rules that nobody checked. */
export function addRowsTypedInLists(tenant: Tenant, today: CalendarDate): void {
  const type = (person: string, list: string, fields: Readonly<Record<string, string | number>>, item?: number): void => {
    tenant.listsApp.typeRow({ site: "pmo", person, list, fields, ...(item === undefined ? {} : { item }) });
  };
  const asha = { Owner: "Asha Patel", OwnerAddress: "asha.patel@northmere.example" };
  type("pm", `PR${risks.name}`, { Title: "Ward printers", RiskEvent: "Ward printers run out of labels at the weekend", ProjectRef: "P-0012", ...asha, CurrentLikelihood: 3, CurrentConsequence: 3, Status: "Open", NextReviewDate: addDays(today, -3), LocalPriority: "Now" });
  type("helen-strand", `PR${risks.name}`, { Title: "Beds", RiskEvent: "No bed is free on the day of the move", ProjectRef: "P-0013", Owner: "Helen Strand", CurrentLikelihood: 4, CurrentConsequence: 3, Category: "Patient flow and beds", Status: "Open", NextReviewDate: addDays(today, 9), LocalPriority: "Next" });
  // Typed before the product was there to refuse a target above the current score.
  type("imran-sheikh", `PR${risks.name}`, { Title: "Old risk", RiskEvent: "The courier stops its evening run", ProjectRef: "P-0008", Owner: "Imran Sheikh", CurrentLikelihood: 2, CurrentConsequence: 3, CurrentScore: 6, TargetLikelihood: 3, TargetConsequence: 4, TargetScore: 12, Status: "Open" });
  type("tom-reid", `PR${actions.name}`, { Title: "Ask switchboard about alarms", ProjectRef: "P-0012", Owner: "Tom Reid", DueDate: addDays(today, 4), Status: "Not started" });
  type("louise-mallory", `PR${actions.name}`, { Title: "Bring sample wristbands", ProjectRef: "P-0012", DueDate: addDays(today, -2) });
  type("niamh-gallagher", `PR${issues.name}`, { Title: "Signs arrived in the wrong size", ProjectRef: "P-0007", Owner: "Niamh Gallagher", Status: "Open", RaisedDate: addDays(today, -6) });
  type("marcus-tolley", `PR${milestones.name}`, { Title: "Crane on site", ProjectRef: "P-0005", ForecastDate: addDays(today, 33), Owner: "Marcus Tolley", Status: "Not started" });
  for (const [item, priority] of [[5, "Now"], [9, "Later"], [14, "Next"], [21, "Now"]] as const) type("pmo", `PR${risks.name}`, { LocalPriority: priority }, item);
}
