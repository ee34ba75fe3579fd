import type { PersonRecord, TenantRecord } from "../state/records";
import { toBase64, utf8Bytes } from "./encoding";
import { readToken } from "./tokens";
import { fail } from "../../../kernel";
import type { Outcome } from "./wire";
import type { World } from "./world";

export interface Caller {
  readonly person: PersonRecord;
  readonly tenant: TenantRecord;
  readonly appId: string;
  readonly scopes: readonly string[];
}

const challenge =
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"';

/** Who calls, from the bearer token: its shape, its life, its tenant and its person are checked. */
export function readCaller(world: World, authorization: string | undefined): Outcome<Caller> {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? "")?.[1];
  if (token === undefined) return unauthenticated("Access token is empty.");
  const claims = readToken(token);
  if (claims === undefined) return unauthenticated("CompactToken parsing failed with error code: 80049217");
  if (claims.expiresAtSeconds * 1000 <= world.clock.nowMs()) return unauthenticated("Lifetime validation failed, the token is expired.");
  const tenant = world.state.tenants.get("", claims.tenantId);
  const person = world.state.people.get(claims.tenantId, claims.personId);
  if (tenant === undefined || person === undefined) return unauthenticated("Access token validation failure.");
  return { ok: true, value: { tenant, person, appId: claims.appId, scopes: claims.scopes } };
}

function unauthenticated(message: string): Outcome<never> {
  return fail({ status: 401, code: "InvalidAuthenticationToken", message, headers: { "WWW-Authenticate": challenge } });
}

/** The service asks for a fresh token with these claims (Entra: claims challenge). */
export function claimsChallenge(world: World): Outcome<never> {
  const claims = { access_token: { nbf: { essential: true, value: String(Math.floor(world.clock.nowMs() / 1000)) } } };
  const encoded = toBase64(utf8Bytes(JSON.stringify(claims)));
  return fail({
    status: 401,
    code: "InvalidAuthenticationToken",
    message: "Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp",
    headers: { "WWW-Authenticate": `${challenge}, error="insufficient_claims", claims="${encoded}"` },
  });
}
