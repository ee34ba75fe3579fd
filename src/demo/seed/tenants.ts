import { deriveClientKey } from "../../kernel";
import type { Tenant } from "../tenant";
import { addMoreSites } from "./more-sites";
import { northmerePeople, westvalePeople, type DirectoryPerson } from "./people";

export const northmereHost = "northmere.sharepoint.com";
export const westvaleHost = "westvale.sharepoint.com";

/** Ids that are the same for every seed, so that addresses and links stay. */
function idOf(name: string): string {
  const hex = deriveClientKey("demo id", name);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)].join("-");
}

/** The two trusts with their people, sites, teams, channels and rights; lists and rows are not here. */
export function addTenants(tenant: Tenant): void {
  tenant.addTenant({ key: "northmere", displayName: "Northmere University Hospitals NHS Trust", host: northmereHost, id: idOf("northmere") });
  tenant.addTenant({ key: "westvale", displayName: "Westvale Community NHS Trust", host: westvaleHost, id: idOf("westvale") });
  for (const person of northmerePeople) addPerson(tenant, "northmere", person);
  for (const person of westvalePeople) addPerson(tenant, "westvale", person);
  addPmoTeam(tenant);
  addEstatesSite(tenant);
  addProjectTeams(tenant);
  addWestvale(tenant);
  addMoreSites(tenant, idOf);
}

function addPerson(tenant: Tenant, of: string, { key, name, address, jobTitle, department }: DirectoryPerson): void {
  const isGuest = key === "guest";
  const bare = name.replace(/^(Dr|Mr|Mrs|Ms) /, "").split(" ");
  tenant.addPerson({
    key,
    tenant: of,
    id: idOf(address),
    displayName: name,
    givenName: bare.slice(0, -1).join(" "),
    surname: bare.at(-1) ?? name,
    userPrincipalName: address,
    mail: isGuest ? "lena.fischer@meridiantrace.example" : address,
    jobTitle,
    department,
    officeLocation: isGuest ? "Outside the trust" : of === "northmere" ? "Northmere General" : "Westvale House",
    hasDrive: !isGuest,
  });
}

/** People of the trust who have nothing to do with projects: they meet a closed door. */
const withoutAccess = new Set(["chloe-bannister", "sian-cadwallader", "felix-moorcroft"]);

const ownerKeys = ["pmo", "gareth-lowry"];
const readers = (person: DirectoryPerson): boolean => person.role === "board" || person.role === "guest";

/** The PMO's site is its team's, and the first of the tenant. */
function addPmoTeam(tenant: Tenant): void {
  const members = ["pm", "finance", "sro", "clinician", "tom-reid", "meera-joshi", "zainab-yusuf"];
  tenant.addTeam({
    key: "pmo",
    tenant: "northmere",
    displayName: "PMO",
    description: "Programme management office",
    id: idOf("team pmo"),
    sitePath: "/sites/pmo",
    owners: ownerKeys,
    members,
  });
  for (const person of northmerePeople) {
    if (!withoutAccess.has(person.key) && !ownerKeys.includes(person.key)) tenant.grant("pmo", person.key, readers(person) ? "read" : "write");
  }
  tenant.addChannel({
    key: "reporting",
    team: "pmo",
    displayName: "Reporting",
    description: "Highlight reports and status cards",
    id: "19:demo-pmo-reporting@thread.tacv2",
  });
  tenant.addChannel({
    key: "board-papers",
    team: "pmo",
    displayName: "Board papers",
    membershipType: "private",
    id: "19:demo-pmo-board-papers@thread.tacv2",
    members: ["pmo", "gareth-lowry", "sro", "finance"],
  });
  tenant.addChannel({
    key: "regional-partners",
    team: "pmo",
    displayName: "Regional partners",
    membershipType: "shared",
    id: "19:demo-pmo-regional-partners@thread.tacv2",
    members: ["pmo", "pm", "sro", "guest"],
  });
}

function addEstatesSite(tenant: Tenant): void {
  tenant.addSite({
    key: "northmere-estates",
    tenant: "northmere",
    path: "/sites/northmere-estates",
    displayName: "Estates and capital programme",
    description: "Capital schemes of the trust",
    siteGuid: idOf("estates site"),
    webGuid: idOf("estates web"),
  });
  tenant.grant("northmere-estates", "pmo", "manage");
  for (const key of ["pm", "finance", "tom-reid"]) tenant.grant("northmere-estates", key, "write");
  for (const person of northmerePeople) {
    if (person.department === "Estates" && !withoutAccess.has(person.key)) tenant.grant("northmere-estates", person.key, "write");
    if (person.role === "clinical" && person.key !== "clinician") tenant.grant("northmere-estates", person.key, "write");
  }
  for (const key of ["sro", "board"]) tenant.grant("northmere-estates", key, "read");
  for (const key of ["pmo", "pm", "finance"]) {
    tenant.follow(key, "pmo");
    tenant.follow(key, "northmere-estates");
  }
}

function addProjectTeams(tenant: Tenant): void {
  const team = (key: string, displayName: string, people: { readonly owners: readonly string[]; readonly members: readonly string[] }): void => {
    tenant.addTeam({ key, tenant: "northmere", displayName, id: idOf(`team ${key}`), ...people });
  };
  team("blood-tracking", "Blood tracking", { owners: ["pm"], members: ["clinician", "sro", "terence-obi", "louise-mallory", "suki-takahara", "finance"] });
  tenant.addChannel({ key: "blood-status", team: "blood-tracking", displayName: "Status", id: "19:demo-blood-status@thread.tacv2" });
  team("dental-image-transfer", "Dental image transfer", { owners: ["pm"], members: ["alastair-quill", "bronwen-hughestate", "lewis-farrant"] });
  team("epr-programme", "EPR programme", {
    owners: ["fiona-braithwaite"],
    members: ["pmo", "siobhan-keane", "amara-eze", "keisha-alleyne", "philip-easton", "jocelyn-pardoe"],
  });
}

function addWestvale(tenant: Tenant): void {
  tenant.addSite({
    key: "westvale-projects",
    tenant: "westvale",
    path: "/sites/projects",
    displayName: "Projects",
    description: "Projects of Westvale",
    siteGuid: idOf("westvale site"),
    webGuid: idOf("westvale web"),
  });
  for (const { key } of westvalePeople) tenant.grant("westvale-projects", key, key === "other" ? "manage" : "write");
}
