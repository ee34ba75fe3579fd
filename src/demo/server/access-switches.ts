import { fail, isRecord, numberAt, property, succeed, textAt, type Result } from "../../kernel";
import { productAppId, type AppRole, type ListRight, type SiteRecord, type Tenant } from "../tenant";

const appGrants: readonly (AppRole | "none")[] = ["none", "read", "write", "owner", "fullcontrol"];
const listRights: readonly (ListRight | "inherit")[] = ["inherit", "none", "read"];

/** The rights of app and people, as GET /demo/faults.json shows them. */
export function describeAccess(tenant: Tenant): object {
  const sites = sitesOf(tenant);
  return {
    sites: sites.map(({ key, displayName }) => ({ key, name: displayName })),
    appGrants: Object.fromEntries(sites.map(({ key, id }) => [key, tenant.state.appGrants.get(id, productAppId)?.role ?? "none"])),
    restrictedSite: tenant.restrictions.restrictedSite ?? null,
    listRights: tenant.restrictions.listRights(),
    lockedItems: lockedItems(tenant, sites),
  };
}

/**
 * Reads what a POST to /demo/faults.json says of rights: `appGrants: {"pmo": "write"}`, `restrictedSite: "pmo" | null`,
 * `listRights: {"site": "pmo", "person"?: "pm", "lists": {"PRRisks": "none" | "read" | "inherit"}}`,
 * `lockedItem: {"site": "pmo", "list": "PRRisks", "item": 1, "label": "Keep 8 years" | null}`.
 * @returns what carries it out, or a sentence about the first part that is not understood.
 */
export function readAccessWish(tenant: Tenant, wish: Readonly<Record<string, unknown>>): Result<() => void, string> {
  const steps: (() => void)[] = [];
  for (const read of [readAppGrants, readRestrictedSite, readListRights, readLockedItem]) {
    const step = read(tenant, wish);
    if (!step.ok) return step;
    steps.push(step.value);
  }
  return succeed(() => {
    for (const step of steps) step();
  });
}

type Step = Result<() => void, string>;
type Wish = Readonly<Record<string, unknown>>;

const nothing = (): void => undefined;

function readAppGrants(tenant: Tenant, wish: Wish): Step {
  const steps: (() => void)[] = [];
  for (const [key, sent] of entriesAt(wish, "appGrants")) {
    const grant = appGrants.find((one) => one === sent);
    if (tenant.siteByKey(key) === undefined || grant === undefined) return fail(`There is no site ${key} on which an app could be granted ${String(sent)}.`);
    steps.push(() => tenant.grantApp(key, grant));
  }
  return succeed(() => {
    for (const step of steps) step();
  });
}

function readRestrictedSite(tenant: Tenant, wish: Wish): Step {
  if (!Object.hasOwn(wish, "restrictedSite")) return succeed(nothing);
  const key = textAt(wish, "restrictedSite");
  if (key === undefined ? wish["restrictedSite"] !== null : tenant.siteByKey(key) === undefined) return fail(`There is no site ${String(key)}.`);
  return succeed(() => void (tenant.restrictions.restrictedSite = key));
}

function readListRights(tenant: Tenant, wish: Wish): Step {
  const sent = wish["listRights"];
  if (sent === undefined) return succeed(nothing);
  const site = tenant.siteByKey(textAt(sent, "site") ?? "");
  const person = textAt(sent, "person");
  if (site === undefined || (person !== undefined && tenant.personByKey(person) === undefined))
    return fail("The rights on lists name a site or a person that is not there.");
  const steps: (() => void)[] = [];
  for (const [list, value] of entriesAt(sent, "lists")) {
    const right = listRights.find((one) => one === value);
    if (!hasList(tenant, site, list) || right === undefined) return fail(`There is no list ${list} that could give the right ${String(value)}.`);
    steps.push(() => tenant.restrictions.setListRight({ site: site.key, list, person }, right === "inherit" ? undefined : right));
  }
  return succeed(() => {
    for (const step of steps) step();
  });
}

function readLockedItem(tenant: Tenant, wish: Wish): Step {
  const sent = wish["lockedItem"];
  if (sent === undefined) return succeed(nothing);
  const site = tenant.siteByKey(textAt(sent, "site") ?? "");
  const name = textAt(sent, "list") ?? "";
  const list = site === undefined ? undefined : listsOf(tenant, site).find((one) => one.name === name);
  const item = numberAt(sent, "item") ?? 0;
  const row = list === undefined ? undefined : tenant.state.items.get(list.id, String(item));
  if (site === undefined || row === undefined || row.deleted) return fail("The row to be locked is not there.");
  return succeed(() => tenant.listsApp.labelRow({ site: site.key, list: name, item }, textAt(sent, "label")));
}

function entriesAt(value: unknown, name: string): readonly (readonly [string, unknown])[] {
  const found = property(value, name);
  return Object.entries(isRecord(found) ? found : {});
}

function sitesOf({ state }: Tenant): readonly SiteRecord[] {
  const [first] = state.tenants.inGroup("").values();
  return first === undefined ? [] : [...state.sites.inGroup(first.id).values()];
}

function listsOf({ state }: Tenant, site: SiteRecord): readonly { readonly id: string; readonly name: string }[] {
  return [...state.lists.inGroup(site.id).values()];
}

function hasList(tenant: Tenant, site: SiteRecord, name: string): boolean {
  return listsOf(tenant, site).some((list) => list.name.toLowerCase() === name.toLowerCase());
}

function lockedItems(tenant: Tenant, sites: readonly SiteRecord[]): readonly object[] {
  return sites.flatMap((site) =>
    listsOf(tenant, site).flatMap((list) =>
      [...tenant.state.items.inGroup(list.id).values()].flatMap(({ id, label }) =>
        label === undefined ? [] : [{ site: site.key, list: list.name, item: id, label }],
      ),
    ),
  );
}
