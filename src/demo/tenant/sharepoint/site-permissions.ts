import { isRecord, property, textAt } from "../../../kernel";
import { toBase64, utf8Bytes } from "../engine/encoding";
import { readJsonBody, refuse, serviceRoot, type Outcome } from "../engine/wire";
import type { Call } from "../engine/world";
import type { AppGrantRecord, AppRole, SiteRecord } from "../state/records";
import { siteFor } from "./site-rights";

const appRoles: readonly AppRole[] = ["read", "write", "owner", "fullcontrol"];
/** Where an identity may stand: the documents' sample sends an array under the first name, metadata know the others. */
const identityNames = ["grantedTo", "grantedToIdentities", "grantedToV2", "grantedToIdentitiesV2"];
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** GET /sites/{site}/permissions: what apps have been granted. The real service asks for an administrator's role; here managing the site is enough. */
export function listSitePermissions(call: Call): Outcome {
  const site = siteFor(call, "manage");
  if (!site.ok) return site;
  const value = [...call.world.state.appGrants.inGroup(site.value.id)].map(([appId, grant]) => presentGrant(site.value, appId, grant));
  return { ok: true, value: { status: 200, json: { "@odata.context": contextOf(site.value), value } } };
}

/** POST /sites/{site}/permissions: a second grant to the same app takes the place of the first. */
export function grantOnSite(call: Call): Outcome {
  const site = siteFor(call, "manage");
  if (!site.ok) return site;
  const body = readJsonBody(call.body, call.headers.get("content-type"));
  if (!body.ok) return body;
  const { roles } = body.value;
  const role = Array.isArray(roles) && roles.length === 1 ? appRoles.find((one) => one === roles[0]) : undefined;
  const application = property(identityIn(body.value), "application");
  const appId = textAt(application, "id")?.toLowerCase() ?? "";
  if (role === undefined || !guid.test(appId)) return refuse(400, "invalidRequest", "One of the provided arguments is not acceptable");
  const grant: AppGrantRecord = { role, appName: textAt(application, "displayName") ?? "" };
  call.world.state.appGrants.put(site.value.id, appId, grant);
  return { ok: true, value: { status: 201, json: { "@odata.context": `${contextOf(site.value)}/$entity`, ...presentGrant(site.value, appId, grant) } } };
}

function identityIn(body: Readonly<Record<string, unknown>>): unknown {
  const sent = identityNames.map((name) => body[name]).find((value) => value !== undefined);
  return Array.isArray(sent) ? (sent as readonly unknown[])[0] : isRecord(sent) ? sent : undefined; // nothing is known of the elements yet
}

function contextOf(site: SiteRecord): string {
  return `${serviceRoot}/$metadata#sites('${encodeURIComponent(site.id)}')/permissions`;
}

function presentGrant(site: SiteRecord, appId: string, { role, appName }: AppGrantRecord): Readonly<Record<string, unknown>> {
  const identities = [{ application: { displayName: appName, id: appId } }];
  const id = toBase64(utf8Bytes(`i:0i.t|ms.sp.ext|${appId}@${site.tenantId}`));
  return { id, roles: [role], grantedToIdentitiesV2: identities, grantedToIdentities: identities };
}
