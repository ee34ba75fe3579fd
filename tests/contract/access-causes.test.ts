import { explainAccess, type Cause, type Known } from "../../src/features/permissions/explain-access";
import { createSites } from "../../src/graph";
import type { Fault } from "../../src/kernel";
import { checkAccess, createSiteLists } from "../../src/lists";
import { loadRegister, type Edit } from "../../src/registers";
import { change, creation, scannersLate, updateOf } from "./support/edits";
import { northmere, type Client, type Northmere } from "./support/northmere";

interface Opened {
  readonly at: Northmere;
  readonly client: Client;
  readonly place: { readonly site: string; readonly register: string };
}

/** A page with one risk in sight, before anything is closed. */
async function opened(): Promise<Opened> {
  const at = northmere();
  await at.setUp(["Risks"]);
  const client = await at.client("asha");
  const place = { site: client.site, register: "Risks" };
  await client.store.refresh([place]);
  if ((await change(client.store, creation(place, scannersLate))).kind !== "saved") throw new Error("the risk was not saved");
  return { at, client, place };
}

/** What the person is told, as the page finds it out. */
async function cause({ client, place }: Opened, known: Partial<Known> = {}, host = "northmere.sharepoint.com"): Promise<Cause> {
  const { graph } = client;
  const findSite = () => createSites(graph).byPath(host, "/sites/pmo");
  const findings = await checkAccess({ graph, lists: createSiteLists(graph, loadRegister), findSite }, { register: "Risks", row: "1" });
  return explainAccess(findings, { way: "broad", heldUp: undefined, isReadOnly: client.rights.of(place) === "readOnly", ...known });
}

/** Why the change waits for the person. */
async function refusal({ client }: Opened, edit: Edit): Promise<Fault> {
  const outcome = await change(client.store, edit);
  if (outcome.kind !== "needsDecision" || outcome.decision.reason.kind === "conflict") throw new Error(JSON.stringify(outcome));
  return outcome.decision.reason;
}

/** A change of the risk in sight. */
function retitled({ client, place }: Opened): Edit {
  const [row] = client.store.rows(place);
  if (row === undefined) throw new Error("no risk");
  return updateOf(row, { Title: "Scanners very late" });
}

const risks = { site: "pmo", list: "PRRisks" };

describe("what each switch of the demo closes is told as what it is", () => {
  test("nothing, while all of them are off", async () => {
    expect(await cause(await opened())).toBe("nothing");
  });

  test("a policy on the site: the site is closed, and no grant of the app is missing", async () => {
    const page = await opened();
    page.at.tenant.restrictions.restrictedSite = "pmo";
    expect(await cause(page)).toBe("noSiteRight");
    expect(await cause(page, { way: "selected" })).toBe("noSiteGrant");
  });

  test("lists alone are closed: access to the site is restricted", async () => {
    const page = await opened();
    page.at.tenant.faults.set("forbidden", { pathIncludes: "/lists" });
    expect(await cause(page)).toBe("restricted");
  });

  test("a list of its own rights: not there, or to be read alone", async () => {
    const page = await opened();
    page.at.tenant.restrictions.setListRight({ ...risks, person: "asha" }, "none");
    expect(await cause(page)).toBe("listNotThere");
    page.at.tenant.restrictions.setListRight({ ...risks, person: "asha" }, "read");
    expect(await cause(page, { refusal: await refusal(page, retitled(page)) })).toBe("readOnly");
  });

  test("a retention label on the record", async () => {
    const page = await opened();
    page.at.tenant.listsApp.labelRow({ ...risks, item: 1 }, "Keep 8 years");
    expect(await cause(page, { refusal: await refusal(page, retitled(page)) })).toBe("itemLocked");
  });

  test("a list that is full", async () => {
    const page = await opened();
    page.at.tenant.faults.set("listFull", {});
    expect(await cause(page, { refusal: await refusal(page, creation(page.place, { ...scannersLate, Title: "Signal is weak" })) })).toBe("overLimits");
  });

  test("a security rule", async () => {
    const page = await opened();
    page.at.tenant.faults.set("claimsChallenge401", {});
    expect(await cause(page)).toBe("conditionalAccess");
  });

  test("a site of another organisation", async () => {
    expect(await cause(await opened(), {}, "westvale.sharepoint.com")).toBe("otherTenant");
  });
});
