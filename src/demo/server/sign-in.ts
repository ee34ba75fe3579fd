import { createHash, randomBytes } from "node:crypto";
import type { PersonRecord, Tenant } from "../tenant";
import { encode, issueTokens } from "./accounts";
import { blockedByPolicy, type Consents, type MissingConsent } from "./consents";
import { isBlocked, missingConsent } from "./demo-routes";
import { replyJson, replyRedirect, replyText, type Reply } from "./reply";

/** What the pages say on which a person is chosen and a permission is asked for. */
const words = {
  title: "Choose who you are",
  intro: "These people are invented. Nothing you do here leaves this computer.",
  consentTitle: "Permissions requested",
  consentIntro: "Project Registers asks to act as you with:",
  accept: "Accept",
  cancel: "Cancel",
  approvalTitle: "Need admin approval",
  approvalIntro: "Only an administrator may allow Project Registers:",
  back: "Return to the app without granting consent",
  blockedTitle: "You cannot access this right now",
  blockedIntro: "Your sign-in was successful but does not meet the criteria to access this resource.",
  backBlocked: "Return to the app",
};

const sessionCookie = "demo_person";

interface Grant {
  readonly personKey: string;
  readonly scope: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly nonce: string | undefined;
  readonly challenge: string;
}

/** The two endpoints of an authorisation server that MSAL needs: authorise and token (authorisation code with PKCE). */
export interface SignIn {
  authorise(query: URLSearchParams, cookie: string | undefined): Reply;
  token(form: URLSearchParams): Reply;
  /** RP-initiated logout: forgets the person and goes back. */
  signOut(query: URLSearchParams): Reply;
}

export function createSignIn(tenant: () => Tenant, consents: Consents): SignIn {
  const codes = new Map<string, Grant>();
  const refreshTokens = new Map<string, Grant>();
  return {
    authorise: (query, cookie) => authorise({ tenant: tenant(), consents, codes }, { query, cookie }),
    token: (form) => redeem({ tenant: tenant(), consents, codes }, refreshTokens, form),
    signOut: (query) => {
      const back = query.get("post_logout_redirect_uri") ?? "";
      const headers = { "Set-Cookie": `${sessionCookie}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax` };
      return isLocal(back)
        ? replyRedirect(back, headers)
        : { ...replyText(200, "Signed out."), headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" } };
    },
  };
}

interface Asked {
  readonly query: URLSearchParams;
  readonly cookie: string | undefined;
}

interface Desk {
  readonly tenant: Tenant;
  readonly consents: Consents;
  readonly codes: Map<string, Grant>;
}

function authorise({ tenant, consents, codes }: Desk, { query, cookie }: Asked): Reply {
  const redirectUri = query.get("redirect_uri") ?? "";
  const challenge = query.get("code_challenge") ?? "";
  if (!isLocal(redirectUri)) return replyText(400, "The redirect_uri must be on this machine.");
  if (query.get("response_type") !== "code" || query.get("code_challenge_method") !== "S256" || challenge === "") {
    return goBack(query, { error: "invalid_request", error_description: "Only the authorisation code flow with PKCE (S256) is served." });
  }
  const person = chosenPerson(tenant, { query, cookie });
  if (person === undefined) {
    return query.get("prompt") === "none"
      ? goBack(query, { error: "login_required", error_description: "Nobody has been chosen yet." })
      : chooser(tenant, query);
  }
  const refusal = policyAnswer(consents, query, person) ?? consentAnswer(consents, query, person);
  if (refusal !== undefined) return refusal;
  const code = randomBytes(24).toString("base64url");
  codes.set(code, {
    personKey: person.key,
    scope: query.get("scope") ?? "",
    clientId: query.get("client_id") ?? "",
    redirectUri,
    nonce: query.get("nonce") ?? undefined,
    challenge,
  });
  const answer = goBack(query, { code, client_info: encode({ uid: person.id, utid: person.tenantId }) });
  return { ...answer, headers: { ...answer.headers, "Set-Cookie": `${sessionCookie}=${encodeURIComponent(person.key)}; Path=/; HttpOnly; SameSite=Lax` } };
}

/**
 * Undefined when Conditional Access lets the product in. Microsoft's page has no way back to the app but closing the window;
 * the link here says access_denied, which is not verified.
 */
function policyAnswer(consents: Consents, query: URLSearchParams, person: PersonRecord): Reply | undefined {
  if (!isBlocked(consents, query.get("client_id") ?? undefined)) return undefined;
  const { error, suberror, error_description } = blockedByPolicy;
  if (query.get("prompt") === "none") return goBack(query, { error, suberror, error_description });
  if (query.get("consent") === "decline") return goBack(query, { error: "access_denied", error_description });
  const code = `<p>${escapeHtml(error_description)}</p>`;
  return plainPage(words.blockedTitle, `<p>${words.blockedIntro}</p>${code}${answerLink(query, person, { consent: "decline", label: words.backBlocked })}`);
}

/** Undefined when the product has all that it asks for, by now. */
function consentAnswer(consents: Consents, query: URLSearchParams, person: PersonRecord): Reply | undefined {
  const scope = query.get("scope") ?? "";
  if (query.get("consent") === "accept") consents.accept(scope.split(" "));
  const missing = missingConsent(consents, query.get("client_id") ?? undefined, scope);
  if (missing === undefined) return undefined;
  if (query.get("prompt") === "none") return goBack(query, { error: "consent_required", error_description: "AADSTS65001: consent is missing." });
  if (query.get("consent") === "decline")
    return goBack(query, { error: "access_denied", error_subcode: "cancel", error_description: "AADSTS65004: consent was declined." });
  return consentPage(query, person, missing);
}

function consentPage(query: URLSearchParams, person: PersonRecord, { state, scopes }: MissingConsent): Reply {
  const link = (consent: string, label: string): string => answerLink(query, person, { consent, label });
  const list = `<ul>${scopes.map((scope) => `<li>${escapeHtml(scope)}</li>`).join("")}</ul>`;
  return state === "withheld"
    ? plainPage(words.approvalTitle, `<p>${words.approvalIntro}</p>${list}${link("decline", words.back)}`)
    : plainPage(words.consentTitle, `<p>${words.consentIntro}</p>${list}${link("accept", words.accept)}${link("decline", words.cancel)}`);
}

/** A link that asks the same again with the person's answer. */
function answerLink(query: URLSearchParams, person: PersonRecord, { consent, label }: { readonly consent: string; readonly label: string }): string {
  const next = new URLSearchParams(query);
  next.set("person", person.key);
  next.set("consent", consent);
  return `<p><a href="/demo/authorize?${escapeHtml(next.toString())}">${label}</a></p>`;
}

/** Chosen on the page, hinted by the app, or remembered; select_account and login always ask. */
function chosenPerson(tenant: Tenant, { query, cookie }: Asked): PersonRecord | undefined {
  const picked = query.get("person");
  if (picked !== null) return tenant.personByKey(picked);
  if (["select_account", "login"].includes(query.get("prompt") ?? "")) return undefined;
  const hint = query.get("login_hint")?.toLowerCase();
  const remembered = new RegExp(`(?:^|;\\s*)${sessionCookie}=([^;]+)`).exec(cookie ?? "")?.[1];
  return (
    tenant.people().find(({ userPrincipalName }) => userPrincipalName.toLowerCase() === hint) ??
    (remembered === undefined ? undefined : tenant.personByKey(decodeURIComponent(remembered)))
  );
}

function goBack(query: URLSearchParams, answer: Readonly<Record<string, string>>): Reply {
  const state = query.get("state");
  const text = new URLSearchParams({ ...answer, ...(state === null ? {} : { state }) }).toString();
  return replyRedirect(`${query.get("redirect_uri") ?? ""}${query.get("response_mode") === "query" ? "?" : "#"}${text}`);
}

function chooser(tenant: Tenant, query: URLSearchParams): Reply {
  const links = tenant.people().map((person) => {
    const next = new URLSearchParams(query);
    next.set("person", person.key);
    return `<li><a href="/demo/authorize?${escapeHtml(next.toString())}">${escapeHtml(person.displayName)}</a> ${escapeHtml(person.jobTitle ?? "")} (${escapeHtml(person.userPrincipalName)})</li>`;
  });
  return plainPage(words.title, `<p>${words.intro}</p><ul>${links.join("")}</ul>`);
}

function plainPage(title: string, content: string): Reply {
  const body = `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>${title}</title></head><body><main><h1>${title}</h1>${content}</main></body></html>`;
  return {
    status: 200,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
    body,
  };
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

function redeem({ tenant, consents, codes }: Desk, refreshTokens: Map<string, Grant>, form: URLSearchParams): Reply {
  const grant = form.get("grant_type") === "authorization_code" ? redeemCode(codes, form) : refreshTokens.get(form.get("refresh_token") ?? "");
  const person = grant === undefined ? undefined : tenant.personByKey(grant.personKey);
  if (grant === undefined || person === undefined)
    return replyJson(400, { error: "invalid_grant", error_description: "The code, its verifier or the refresh token is not known." });
  const scope = form.get("scope") ?? grant.scope;
  if (isBlocked(consents, grant.clientId)) return replyJson(400, blockedByPolicy);
  if (missingConsent(consents, grant.clientId, scope) !== undefined)
    return replyJson(400, { error: "invalid_grant", suberror: "consent_required", error_description: "AADSTS65001: consent is missing." });
  const refreshToken = randomBytes(24).toString("base64url");
  refreshTokens.set(refreshToken, grant);
  const { account: _account, ...tokens } = issueTokens(tenant, person, {
    scope,
    clientId: grant.clientId,
    nonce: grant.nonce,
  });
  return replyJson(200, { ...tokens, refresh_token: refreshToken });
}

/** A code works once, for the same redirect address, and only with the verifier behind its challenge (RFC 7636). */
function redeemCode(codes: Map<string, Grant>, form: URLSearchParams): Grant | undefined {
  const code = form.get("code") ?? "";
  const grant = codes.get(code);
  codes.delete(code);
  const challenge = createHash("sha256")
    .update(form.get("code_verifier") ?? "")
    .digest("base64url");
  return grant?.challenge === challenge && grant.redirectUri === form.get("redirect_uri") ? grant : undefined;
}

function isLocal(address: string): boolean {
  return URL.canParse(address) && ["localhost", "127.0.0.1", "[::1]"].includes(new URL(address).hostname);
}
