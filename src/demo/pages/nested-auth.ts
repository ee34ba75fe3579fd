import { isRecord, numberAt, parseJson, property, textAt } from "../../kernel";

/** Plays the host's token broker for MSAL's nested app authentication (teams.md 2.1): strings of JSON in and out. */
export type NestedAuthBroker = (request: string) => Promise<string>;

/** @param persona asked at each request, so that the persona switch works at once. */
export function nestedAuthBroker(fetcher: typeof fetch, persona: () => string): NestedAuthBroker {
  return async (text) => {
    const request = parseJson(text);
    const requestId = textAt(request, "requestId") ?? "";
    const answer = (rest: Record<string, unknown>): string => JSON.stringify({ messageType: "NestedAppAuthResponse", requestId, ...rest });
    const refuse = (status: string, code: string): string => answer({ success: false, error: { status, code, subError: "", description: "" } });

    const method = textAt(request, "method");
    const scope = textAt(property(request, "tokenParams"), "scope") ?? "User.Read";
    if (method !== "GetInitContext" && method !== "GetToken" && method !== "GetTokenPopup") return refuse("PERSISTENT_ERROR", "unsupported_method");
    const issued = await issue(fetcher, persona(), scope);
    if (issued === undefined) return refuse("USER_INTERACTION_REQUIRED", "interaction_required");
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

async function issue(fetcher: typeof fetch, persona: string, scope: string) {
  const response = await fetcher(`/demo/token?${new URLSearchParams({ persona, scope }).toString()}`);
  const body: unknown = response.ok ? await response.json() : undefined;
  const account = property(body, "account");
  if (!isRecord(account)) return undefined;
  return {
    token: {
      access_token: textAt(body, "access_token"),
      expires_in: numberAt(body, "expires_in") ?? 3600,
      id_token: textAt(body, "id_token"),
      scope: textAt(body, "scope") ?? scope,
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
