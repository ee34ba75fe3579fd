import { isRecord, numberAt, parseJson, textAt } from "../../../kernel";
import type { PersonRecord } from "../state/records";
import { fromBase64Url, toBase64Url } from "./encoding";

const audience = "https://graph.microsoft.com";
/** Entra's default life of an access token is about an hour. */
const defaultLifeSeconds = 3600;

/** The application id of the product: every token of this tenant is given to it. */
export const productAppId = "5b0d6a3e-0000-4000-8000-000000000001";

export interface TokenClaims {
  readonly tenantId: string;
  readonly personId: string;
  readonly appId: string;
  readonly scopes: readonly string[];
  readonly expiresAtSeconds: number;
}

export interface NewToken {
  readonly scopes: readonly string[];
  readonly nowMs: number;
  /** An hour unless given. */
  readonly lifeSeconds?: number;
}

/**
 * A token with the shape of Entra's (header.payload.signature) that nobody signed: it says who calls, and proves nothing.
 * Only a server on the own machine may trust it.
 */
export function writeToken(person: PersonRecord, { scopes, nowMs, lifeSeconds = defaultLifeSeconds }: NewToken): string {
  const nowSeconds = Math.floor(nowMs / 1000);
  const payload = {
    aud: audience,
    iss: `https://sts.windows.net/${person.tenantId}/`,
    iat: nowSeconds,
    nbf: nowSeconds,
    exp: nowSeconds + lifeSeconds,
    appid: productAppId,
    tid: person.tenantId,
    oid: person.id,
    upn: person.userPrincipalName,
    name: person.displayName,
    scp: scopes.join(" "),
    ver: "1.0",
  };
  return `${toBase64Url(JSON.stringify({ typ: "JWT", alg: "none" }))}.${toBase64Url(JSON.stringify(payload))}.demo`;
}

/** The claims of a bearer token of ours; undefined for anything else. */
export function readToken(token: string): TokenClaims | undefined {
  const parts = token.split(".");
  const payload = parseJson(fromBase64Url(parts[1] ?? "") ?? "");
  if (parts.length !== 3 || !isRecord(payload) || payload["aud"] !== audience) return undefined;
  const tenantId = textAt(payload, "tid");
  const personId = textAt(payload, "oid");
  const appId = textAt(payload, "appid");
  const scopes = textAt(payload, "scp");
  const expiresAtSeconds = numberAt(payload, "exp");
  if (tenantId === undefined || personId === undefined || appId === undefined || scopes === undefined || expiresAtSeconds === undefined) return undefined;
  return { tenantId, personId, appId, scopes: scopes.split(" ").filter((scope) => scope !== ""), expiresAtSeconds };
}
