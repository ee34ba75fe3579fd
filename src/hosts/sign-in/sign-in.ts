import {
  AuthError,
  createNestablePublicClientApplication,
  InteractionRequiredAuthError,
  type AccountInfo,
  type AuthenticationResult,
  type Configuration,
  type IPublicClientApplication,
} from "@azure/msal-browser";
import { fail, succeed, type Fault, type Result } from "../../kernel";

export interface SignInSettings {
  readonly clientId: string;
  readonly tenantId: string;
  /** The redirect-bridge page; only a browser without nested app authentication uses it (teams.md 2.4). */
  readonly redirectUri: string;
  /** Where the tenant's sign-in answers. Absent: Microsoft's own. The demo puts its own two endpoints here. */
  readonly authority?: { readonly cloudDiscoveryMetadata: string; readonly authorityMetadata: string };
  readonly loginHint?: string;
}

export interface SignedInPerson {
  readonly name: string;
  /** User principal name, lower case. */
  readonly address: string;
  readonly objectId: string;
  readonly tenantId: string;
}

/** The person's tokens, from the host's broker (nested app authentication) or a browser sign-in. Never logged, never stored by us. */
export interface SignIn {
  /** Who is signed in, after the first token. */
  person(): SignedInPerson | undefined;
  /** Signs in without a window where possible. */
  start(scopes: readonly string[]): Promise<Result<SignedInPerson>>;
  /** Signs in with a window; must follow a click. */
  ask(scopes: readonly string[], claims?: string): Promise<Result<SignedInPerson>>;
  token(scopes: readonly string[], claims?: string): Promise<Result<string>>;
}

export async function createSignIn(settings: SignInSettings): Promise<SignIn> {
  const client = await createNestablePublicClientApplication(configuration(settings));
  return signInWith(client, settings.loginHint);
}

export function signInWith(client: IPublicClientApplication, loginHint: string | undefined): SignIn {
  return new MsalSignIn(client, loginHint);
}

function configuration(settings: SignInSettings): Configuration {
  return {
    auth: {
      clientId: settings.clientId,
      // Fixed to one tenant: an account of another trust cannot be used by mistake (reliability-security T16).
      authority: `https://login.microsoftonline.com/${settings.tenantId}`,
      redirectUri: settings.redirectUri,
      clientCapabilities: ["CP1"],
      ...settings.authority,
    },
    // Tokens end with the tab; the broker or a silent sign-in renews them (teams.md 2.6).
    cache: { cacheLocation: "sessionStorage" },
  };
}

class MsalSignIn implements SignIn {
  private account: AccountInfo | undefined;

  constructor(
    private readonly client: IPublicClientApplication,
    private readonly loginHint: string | undefined,
  ) {
    this.account = client.getAllAccounts()[0];
  }

  person(): SignedInPerson | undefined {
    return this.account === undefined ? undefined : personOf(this.account);
  }

  async start(scopes: readonly string[]): Promise<Result<SignedInPerson>> {
    return this.signedIn(await this.silently(scopes));
  }

  async ask(scopes: readonly string[], claims?: string): Promise<Result<SignedInPerson>> {
    return this.signedIn(await this.attempt(() => this.client.acquireTokenPopup(this.request(scopes, claims))));
  }

  async token(scopes: readonly string[], claims?: string): Promise<Result<string>> {
    const answer = await this.silently(scopes, claims);
    return answer.ok ? succeed(answer.value.accessToken) : answer;
  }

  private async silently(scopes: readonly string[], claims?: string): Promise<Result<AuthenticationResult>> {
    const first = await this.attempt(() => this.client.acquireTokenSilent(this.request(scopes, claims)));
    if (first.ok || this.account !== undefined) return first;
    // A browser client without an account knows nobody yet: the session at the sign-in service may (teams.md 2.1, 2.3).
    return this.attempt(() => this.client.ssoSilent(this.request(scopes, claims)));
  }

  private request(scopes: readonly string[], claims: string | undefined) {
    return {
      scopes: [...scopes],
      ...(this.account === undefined ? {} : { account: this.account }),
      ...(claims === undefined ? {} : { claims }),
      ...(this.loginHint === undefined || this.loginHint === "" ? {} : { loginHint: this.loginHint }),
    };
  }

  private async attempt(acquire: () => Promise<AuthenticationResult>): Promise<Result<AuthenticationResult>> {
    try {
      const answer = await acquire();
      this.account = answer.account;
      return succeed(answer);
    } catch (error) {
      return fail(signInFault(error));
    }
  }

  private signedIn(answer: Result<AuthenticationResult>): Result<SignedInPerson> {
    if (!answer.ok) return answer;
    return succeed(personOf(answer.value.account));
  }
}

function personOf(account: Pick<AccountInfo, "username" | "localAccountId" | "tenantId"> & { name?: string }): SignedInPerson {
  return {
    name: account.name ?? account.username,
    address: account.username.toLowerCase(),
    objectId: account.localAccountId,
    tenantId: account.tenantId,
  };
}

/** MSAL's messages are links and its logs hashed: only `errorCode` says what happened (teams.md 2.1). */
function signInFault(error: unknown): Fault {
  if (error instanceof InteractionRequiredAuthError) return { kind: "signInNeeded" };
  if (!(error instanceof AuthError)) return { kind: "unreadable", where: "Sign-in", says: "an unknown error" };
  if (error.errorCode === "user_cancelled" || error.errorCode === "user_canceled") return { kind: "cancelled" };
  if (error.errorCode === "no_network_connectivity" || error.errorCode === "post_request_failed") return { kind: "offline" };
  return { kind: "signInNeeded", origin: { status: 0, code: error.errorCode, requestId: error.correlationId, message: "" } };
}
