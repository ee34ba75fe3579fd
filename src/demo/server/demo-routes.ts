import { booleanAt, isRecord, numberAt, parseJson, textAt } from "../../kernel";
import { listUrlName } from "../../lists";
import { projects } from "../../registers";
import { personas } from "../seed";
import { isTenantFault, productAppId, type FaultSetting, type RetryAfterForm, type Tenant } from "../tenant";
import { describeAccess, readAccessWish } from "./access-switches";
import { accountOf, issueTokens } from "./accounts";
import { blockedByPolicy, isConsentState, isPermissionWay, type Consents, type MissingConsent } from "./consents";
import { replyJson, type Reply } from "./reply";

/** GET /demo/token?persona=pm&scope=User.Read%20Sites.Read.All: what a host would hand to its page; with `consent=accept` after the person has accepted. */
export function answerToken(tenant: Tenant, consents: Consents, query: URLSearchParams): Reply {
  const person = tenant.personByKey(query.get("persona") ?? "");
  if (person === undefined) return replyJson(404, { error: "There is no such persona." });
  const scope = query.get("scope") ?? "";
  const clientId = query.get("client_id") ?? undefined;
  if (isBlocked(consents, clientId)) return replyJson(400, blockedByPolicy);
  if (query.get("consent") === "accept") consents.accept(scope.split(" "));
  const missing = missingConsent(consents, clientId, scope);
  if (missing !== undefined)
    return replyJson(400, { error: "interaction_required", suberror: "consent_required", consent: missing.state, scopes: missing.scopes });
  return replyJson(200, issueTokens(tenant, person, { scope, clientId, nonce: query.get("nonce") ?? undefined }));
}

/** What the product may not have yet. Teams and the tests read the tenant as clients of their own. */
export function missingConsent(consents: Consents, clientId: string | undefined, scope: string): MissingConsent | undefined {
  return clientId === productAppId ? consents.missing(scope.split(" ")) : undefined;
}

/** Conditional Access keeps the product out; nobody else, for the demo's own pages must go on. */
export function isBlocked(consents: Consents, clientId: string | undefined): boolean {
  return clientId === productAppId && consents.conditionalAccess;
}

const rightsOfPersonas = new Map(personas.map(({ key, may }) => [key, may]));

/** GET /demo/personas: everybody in the directories; those a visitor is meant to be carry what they may do. */
export function answerPersonas(tenant: Tenant): Reply {
  const people = tenant.people().map((person) => ({
    key: person.key,
    jobTitle: person.jobTitle,
    department: person.department,
    may: rightsOfPersonas.get(person.key),
    ...accountOf(person),
  }));
  return replyJson(200, { personas: people });
}

const teamsAppId = "5b0d6a3e-0000-4000-8000-000000000002";

/**
 * GET /demo/deployment.json: what an administrator would have written for the first tenant.
 * @param sites keys of its sites; without them it names every site that holds registers.
 */
export function answerDeployment(tenant: Tenant, consents: Consents, sites: readonly string[] | undefined): Reply {
  const { state } = tenant;
  const [first] = state.tenants.inGroup("").values();
  if (first === undefined) return replyJson(404, { error: "The tenant is empty." });
  const holdsRegisters = (siteId: string): boolean => [...state.lists.inGroup(siteId).values()].some(({ name }) => name === listUrlName(projects));
  const named = [...state.sites.inGroup(first.id).values()].filter(({ id, key }) => sites?.includes(key) ?? holdsRegisters(id));
  return replyJson(200, {
    clientId: productAppId,
    teamsAppId,
    tenantId: first.id,
    permissions: consents.way,
    sites: named.map(({ displayName, host, path }) => ({ name: displayName, address: `https://${host}${path}` })),
  });
}

/** GET /demo/usage.json */
export function answerUsage(tenant: Tenant): Reply {
  return replyJson(200, tenant.usage.report());
}

/** GET /demo/faults.json: every switch with its setting and how often it struck, the quirks, the budget, the permissions and the rights */
export function answerFaults(tenant: Tenant, consents: Consents): Reply {
  return replyJson(200, {
    faults: tenant.faults.list(),
    quirks: tenant.quirks,
    unitsPerMinute: tenant.usage.unitsPerMinute ?? null,
    consents: consents.list(),
    permissions: consents.way,
    conditionalAccess: consents.conditionalAccess,
    ...describeAccess(tenant),
  });
}

/**
 * POST /demo/faults.json with any of {"set": {"throttle": {"remaining": 1}}, "clear": ["throttle"] | "all",
 * "quirks": {…}, "unitsPerMinute": 1250 | null, "consents": {"postMessages": "given" | "askFirst" | "withheld"},
 * "permissions": "broad" | "selected", "conditionalAccess": true | false} and what `readAccessWish` knows.
 * Answers as GET does; nothing changes when a part is not understood. "clear": "all" gives every permission and opens every
 * door again, but leaves what is data: grants of apps and labels of rows.
 */
export function changeFaults(tenant: Tenant, consents: Consents, body: string): Reply {
  const wish = parseJson(body);
  if (!isRecord(wish)) return replyJson(400, { error: "The body must be a JSON object." });
  const set = Object.entries(isRecord(wish["set"]) ? wish["set"] : {});
  const clear: readonly string[] = Array.isArray(wish["clear"]) ? wish["clear"].map(String) : [];
  const unknown = [...set.map(([name]) => name), ...clear].find((name) => !isTenantFault(name));
  if (unknown !== undefined) return replyJson(400, { error: `There is no fault called ${unknown}.` });
  const states = Object.entries(isRecord(wish["consents"]) ? wish["consents"] : {});
  const needs = new Set<string>(consents.list().map(({ feature }) => feature));
  const wrong = states.find(([feature, state]) => !needs.has(feature) || !isConsentState(state));
  if (wrong !== undefined) return replyJson(400, { error: `There is no permission ${wrong[0]} that could be ${String(wrong[1])}.` });
  const way = wish["permissions"] ?? consents.way;
  if (!isPermissionWay(way)) return replyJson(400, { error: `There is no way of permissions called ${JSON.stringify(way)}.` });
  const access = readAccessWish(tenant, wish);
  if (!access.ok) return replyJson(400, { error: access.fault });
  if (wish["clear"] === "all") {
    tenant.faults.clear();
    tenant.restrictions.clear();
    consents.clear();
  }
  if (Object.hasOwn(wish, "permissions")) consents.way = way;
  consents.conditionalAccess = booleanAt(wish, "conditionalAccess") ?? consents.conditionalAccess;
  access.value();
  for (const [feature, state] of states) if (isConsentState(state)) consents.set(feature, state);
  for (const name of clear) if (isTenantFault(name)) tenant.faults.clear(name);
  for (const [name, setting] of set) if (isTenantFault(name)) tenant.faults.set(name, readSetting(setting));
  changeQuirks(tenant, wish["quirks"]);
  if (Object.hasOwn(wish, "unitsPerMinute")) tenant.usage.unitsPerMinute = numberAt(wish, "unitsPerMinute");
  return answerFaults(tenant, consents);
}

const retryAfterForms: readonly RetryAfterForm[] = ["seconds", "date", "absent", "negative", "nonsense"];

function readSetting(value: unknown): FaultSetting {
  const form = retryAfterForms.find((one) => one === textAt(value, "retryAfterForm"));
  const numbers = (["remaining", "probability", "retryAfterSeconds", "delayMs"] as const).flatMap((name) => {
    const number = numberAt(value, name);
    return number === undefined ? [] : [[name, number] as const];
  });
  const texts = (["method", "pathIncludes", "code"] as const).flatMap((name) => {
    const text = textAt(value, name);
    return text === undefined ? [] : [[name, text] as const];
  });
  return { ...Object.fromEntries(numbers), ...Object.fromEntries(texts), ...(form === undefined ? {} : { retryAfterForm: form }) };
}

function changeQuirks(tenant: Tenant, wish: unknown): void {
  const { quirks } = tenant;
  for (const name of ["etagOnFieldsPatch", "siteLocalTimes", "columnDisplayNameIgnored", "exposeRetryAfter", "selectedMayCreateLists"] as const)
    quirks[name] = booleanAt(wish, name) ?? quirks[name];
  const conflictStatus = numberAt(wish, "conflictStatus");
  if (conflictStatus === 409 || conflictStatus === 412) quirks.conflictStatus = conflictStatus;
  const readBack = textAt(wish, "dateOnlyReadBack");
  if (readBack === "as sent" || readBack === "site midnight") quirks.dateOnlyReadBack = readBack;
  quirks.versionLimit = numberAt(wish, "versionLimit") ?? quirks.versionLimit;
}
