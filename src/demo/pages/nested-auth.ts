import { isRecord, listAt, numberAt, parseJson, property, textAt } from "../../kernel";
import type { ConsentQuestion } from "./shared/ask-consent";

/** Plays the host's token broker for MSAL's nested app authentication (teams.md 2.1): strings of JSON in and out. */
export type NestedAuthBroker = (request: string) => Promise<string>;

export interface BrokerParts {
  readonly fetcher: typeof fetch;
  /** Asked at each request, so that the persona switch works at once. */
  readonly persona: () => string;
  /** Shows the question to the person; true: accepted. */
  readonly askConsent: (question: ConsentQuestion) => Promise<boolean>;
  /** Tells the person that a policy keeps them out; settles when they have read it. */
  readonly showBlocked: (says: string) => Promise<void>;
}

export function nestedAuthBroker({ fetcher, persona, askConsent, showBlocked }: BrokerParts): NestedAuthBroker {
  return async (text) => {
    const request = parseJson(text);
    const requestId = textAt(request, "requestId") ?? "";
    const answer = (rest: Record<string, unknown>): string => JSON.stringify({ messageType: "NestedAppAuthResponse", requestId, ...rest });
    const refuse = (status: string, code: string): string => answer({ success: false, error: { status, code, subError: "", description: "" } });

    const method = textAt(request, "method");
    const asked = { persona: persona(), scope: textAt(property(request, "tokenParams"), "scope") ?? "User.Read", client_id: clientOf(request) };
    if (method !== "GetInitContext" && method !== "GetToken" && method !== "GetTokenPopup") return refuse("PERSISTENT_ERROR", "unsupported_method");
    let issued = await issue(fetcher, asked);
    // What a real host answers where Conditional Access refuses is not documented; Entra's own words are these.
    if (issued.kind === "blocked") {
      if (method !== "GetTokenPopup") return refuse("USER_INTERACTION_REQUIRED", "interaction_required");
      await showBlocked(issued.says);
      return refuse("PERSISTENT_ERROR", "access_denied");
    }
    if (issued.kind === "consentMissing" && method === "GetTokenPopup") {
      const isAccepted = await askConsent(issued);
      // What a real host answers to a withheld permission is not documented; Entra's own answer is access_denied.
      if (issued.isWithheld) return refuse("PERSISTENT_ERROR", "access_denied");
      if (!isAccepted) return refuse("USER_CANCEL", "user_cancelled");
      issued = await issue(fetcher, { ...asked, consent: "accept" });
    }
    if (issued.kind !== "issued") return refuse("USER_INTERACTION_REQUIRED", issued.kind === "consentMissing" ? "consent_required" : "interaction_required");
    if (method === "GetInitContext") {
      const { homeAccountId, environment, tenantId } = issued.account;
      const accountContext = { homeAccountId, environment, tenantId };
      return answer({
        success: true,
        initContext: { sdkName: "project-registers-demo", sdkVersion: "1", capabilities: { queryAccount: true }, accountContext },
      });
    }
    return answer({ success: true, token: issued.token, account: issued.account });
  };
}

/** Consent belongs to an app, so the server is told which one asks. */
function clientOf(request: unknown): string {
  return textAt(property(request, "tokenParams"), "clientId") ?? "";
}

interface Asked {
  readonly persona: string;
  readonly scope: string;
  readonly client_id: string;
  readonly consent?: "accept";
}

type Issued =
  | { readonly kind: "nobody" }
  | { readonly kind: "blocked"; readonly says: string }
  | ({ readonly kind: "consentMissing" } & ConsentQuestion)
  | { readonly kind: "issued"; readonly token: object; readonly account: Readonly<Record<AccountField, string | undefined>> };

type AccountField = "homeAccountId" | "environment" | "tenantId" | "username" | "localAccountId" | "name";

async function issue(fetcher: typeof fetch, asked: Asked): Promise<Issued> {
  const response = await fetcher(`/demo/token?${new URLSearchParams({ ...asked }).toString()}`);
  const body: unknown = await response.json();
  if (textAt(body, "suberror") === "consent_required")
    return { kind: "consentMissing", scopes: listAt(body, "scopes").map(String), isWithheld: textAt(body, "consent") === "withheld" };
  if (listAt(body, "error_codes").includes(53003)) return { kind: "blocked", says: textAt(body, "error_description") ?? "" };
  const account = property(body, "account");
  if (!response.ok || !isRecord(account)) return { kind: "nobody" };
  return {
    kind: "issued",
    token: {
      access_token: textAt(body, "access_token"),
      expires_in: numberAt(body, "expires_in") ?? 3600,
      id_token: textAt(body, "id_token"),
      scope: textAt(body, "scope") ?? asked.scope,
      properties: null,
    },
    account: {
      homeAccountId: textAt(account, "homeAccountId"),
      environment: textAt(account, "environment") ?? "login.microsoftonline.com",
      tenantId: textAt(account, "tenantId"),
      username: textAt(account, "username"),
      localAccountId: textAt(account, "localAccountId"),
      name: textAt(account, "name"),
    },
  };
}

type BridgeListener = (event: { data: string }) => void;

/**
 * What Excel gives a task pane: MSAL calls `__initializeNestedAppAuth` and then speaks through `nestedAppAuthBridge`.
 * Teams needs none of this: teams-js makes the bridge itself.
 */
export function offerNestedAuth(page: Window, broker: NestedAuthBroker): void {
  const listeners = new Set<BridgeListener>();
  const bridge = {
    addEventListener: (_event: string, listener: BridgeListener): void => void listeners.add(listener),
    removeEventListener: (_event: string, listener: BridgeListener): void => void listeners.delete(listener),
    postMessage: (text: string): void => {
      void broker(text).then((data) => {
        listeners.forEach((listener) => {
          listener({ data });
        });
      });
    },
  };
  Object.assign(page, { nestedAppAuthBridge: bridge, __initializeNestedAppAuth: () => Promise.resolve() });
}
