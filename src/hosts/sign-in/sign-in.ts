import {
  AuthError,
  createNestablePublicClientApplication,
  InteractionRequiredAuthError,
  type AccountInfo,
  type AuthenticationResult,
  type Configuration,
  type IPublicClientApplication,
} from "@azure/msal-browser";
import { hostWords } from "../../content";
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
  /** Signs in with a window; must follow a click. `forbidden`: the person or the organisation said no; `cancelled`: the window was closed. */
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
    // A person with a second factor needs longer than MSAL's minute. A closed window is not noticed (teams.md 2.4), but asking again ends the wait for it.
    system: { popupBridgeTimeout: longestWindowMs },
    // Tokens end with the tab; the broker or a silent sign-in renews them (teams.md 2.6).
    cache: { cacheLocation: "sessionStorage" },
  };
}

const longestWindowMs = 600_000;

/** The window was closed, another one took its place, or nobody answered it. */
const endedByPerson: ReadonlySet<string> = new Set(["user_cancelled", "user_canceled", "timed_out", "interaction_in_progress_cancelled"]);

class MsalSignIn implements SignIn {
  private account: AccountInfo | undefined;
  /** Whose first token began all that is on the page. */
  private begunBy: string | undefined;

  constructor(
    private readonly client: IPublicClientApplication,
    private readonly loginHint: string | undefined,
  ) {
    const kept = client.getAllAccounts();
    // A window may have kept the account of whoever sat here before; the host knows who sits here now.
    this.account = loginHint === undefined || loginHint === "" ? kept[0] : kept.find(({ username }) => username.toLowerCase() === loginHint.toLowerCase());
  }

  person(): SignedInPerson | undefined {
    return this.account === undefined ? undefined : personOf(this.account);
  }

  async start(scopes: readonly string[]): Promise<Result<SignedInPerson>> {
    return this.signedIn(await this.silently(scopes));
  }

  async ask(scopes: readonly string[], claims?: string): Promise<Result<SignedInPerson>> {
    return this.signedIn(await this.attempt(() => this.client.acquireTokenPopup({ ...this.request(scopes, claims), overrideInteractionInProgress: true })));
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
      // Rows and unsent changes belong to whoever began: in the window anybody may be chosen.
      if (this.begunBy !== undefined && this.begunBy !== answer.account.homeAccountId)
        return fail({ kind: "hostRefused", what: hostWords.signIn, says: hostWords.otherAccount });
      this.account = answer.account;
      this.begunBy = answer.account.homeAccountId;
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
  if (endedByPerson.has(error.errorCode)) return { kind: "cancelled" };
  if (error.errorCode === "no_network_connectivity" || error.errorCode === "post_request_failed") return { kind: "offline" };
  if (error.errorCode === "popup_window_error" || error.errorCode === "empty_window_error")
    return { kind: "hostRefused", what: hostWords.signIn, says: hostWords.windowBlocked };
  const origin = { status: 0, code: error.errorCode, requestId: error.correlationId, message: "" };
  // Entra's answer when consent is declined, also by way of its page "Need admin approval" (AADSTS65004).
  return error.errorCode === "access_denied" ? { kind: "forbidden", origin } : { kind: "signInNeeded", origin };
}
