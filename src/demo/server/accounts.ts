import type { PersonRecord, Tenant } from "../tenant";

const lifeSeconds = 3600;

/** The account as MSAL and nested app authentication describe it. */
export interface Account {
  readonly environment: string;
  readonly homeAccountId: string;
  readonly localAccountId: string;
  readonly tenantId: string;
  readonly username: string;
  readonly name: string;
}

/** A token answer of Entra's, with the account beside it. */
export interface IssuedTokens {
  readonly token_type: "Bearer";
  readonly access_token: string;
  readonly id_token: string;
  readonly expires_in: number;
  readonly ext_expires_in: number;
  readonly scope: string;
  readonly client_info: string;
  readonly account: Account;
}

export interface TokenWish {
  readonly scope: string;
  readonly clientId?: string | undefined;
  readonly nonce?: string | undefined;
}

export function accountOf(person: PersonRecord): Account {
  return {
    environment: "login.microsoftonline.com",
    homeAccountId: `${person.id}.${person.tenantId}`,
    localAccountId: person.id,
    tenantId: person.tenantId,
    username: person.userPrincipalName,
    name: person.displayName,
  };
}

/** Tokens for a person, unsigned: only this machine may trust them. */
export function issueTokens(tenant: Tenant, person: PersonRecord, wish: TokenWish): IssuedTokens {
  const scopes = wish.scope.split(" ").filter((scope) => scope !== "");
  const nowSeconds = Math.floor(Date.now() / 1000);
  const idToken = {
    aud: wish.clientId ?? "demo",
    iss: `https://login.microsoftonline.com/${person.tenantId}/v2.0`,
    tid: person.tenantId,
    oid: person.id,
    sub: person.id,
    name: person.displayName,
    preferred_username: person.userPrincipalName,
    ...(wish.nonce === undefined ? {} : { nonce: wish.nonce }),
    iat: nowSeconds,
    nbf: nowSeconds,
    exp: nowSeconds + lifeSeconds,
    ver: "2.0",
  };
  return {
    token_type: "Bearer",
    access_token: tenant.issueToken(person.key, scopes, lifeSeconds),
    id_token: `${encode({ typ: "JWT", alg: "none" })}.${encode(idToken)}.demo`,
    expires_in: lifeSeconds,
    ext_expires_in: lifeSeconds,
    scope: scopes.join(" "),
    client_info: encode({ uid: person.id, utid: person.tenantId }),
    account: accountOf(person),
  };
}

export function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
