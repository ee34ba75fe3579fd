import type { Scene } from "../scene";
import { addDelivery } from "./delivery-rows";
import { addMoney } from "./money-rows";
import { addPeopleAround, addProject } from "./project-rows";
import { addRaid } from "./raid-rows";
import { addCorporateContracts, addOfficeRows, addProgrammes, addReferenceLists, addSuppliers } from "./reference-rows";
import { addReports } from "./report-rows";

/** Writes into the book all rows of one site, each after those it names. */
export function fillBook(scene: Scene): void {
  const { book, dice } = scene;
  book.writeAs(scene.owner, 390);
  addReferenceLists(scene);
  if (scene.has("Programmes")) addProgrammes(scene);
  if (scene.has("Suppliers")) addSuppliers(scene);
  for (const plan of scene.projects) {
    book.writeAs(plan.manager.key, plan.isForgotten ? dice.whole(70, 110) : dice.whole(3, 26));
    addProject(scene, plan);
    addPeopleAround(scene, plan);
    addRaid(scene, plan);
    const milestoneRefs = addDelivery(scene, plan);
    addMoney(scene, plan, milestoneRefs);
    addReports(scene, plan);
  }
  book.writeAs(scene.owner, 4);
  if (scene.has("Contracts")) addCorporateContracts(scene);
  if (scene.has("PmoServices")) addOfficeRows(scene);
}
