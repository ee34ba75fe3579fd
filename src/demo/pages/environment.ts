import type { Environment } from "../../entries/shared";
import { textAt } from "../../kernel";

const graphOrigin = "https://graph.microsoft.com";

/** The product's environment in the demo: Graph and sign-in answer on this page's own origin, everything else is the product's. */
export async function demoEnvironment(page: Window & typeof globalThis): Promise<Environment> {
  const deployment = await readDeployment(page);
  return {
    page,
    deployment: () => Promise.resolve(deployment),
    graphFetch: (url, init) => page.fetch(replaceOrigin(url, page.location.origin), init),
    authority: demoAuthority(textAt(deployment, "tenantId") ?? "", page.location.origin),
    alsoFramedBy: [],
  };
}

async function readDeployment(page: Window & typeof globalThis): Promise<unknown> {
  const response = await page.fetch("/demo/deployment.json", { cache: "no-store" });
  return response.ok ? ((await response.json()) as unknown) : undefined;
}

/** Only Graph's own origin is replaced; an address of any other origin stays what it is and fails as it would. */
function replaceOrigin(url: string, origin: string): string {
  return url.startsWith(`${graphOrigin}/`) ? origin + url.slice(graphOrigin.length) : url;
}

/**
 * MSAL refuses an authority over http, so the authority keeps Microsoft's name and only the endpoints are ours.
 * Both aliases are needed, or a silent sign-in fails with `authority_mismatch` (tried with msal-browser 5.29).
 */
function demoAuthority(tenantId: string, origin: string): NonNullable<Environment["authority"]> {
  // MSAL puts the tenant in the place of an endpoint's first part of the path (msal-common 16, Authority.replacePath), so it stands there already.
  const place = `${origin}/${tenantId}/demo`;
  const issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`;
  return {
    cloudDiscoveryMetadata: JSON.stringify({
      tenant_discovery_endpoint: `${issuer}/.well-known/openid-configuration`,
      metadata: [
        { preferred_network: "login.microsoftonline.com", preferred_cache: "login.windows.net", aliases: ["login.microsoftonline.com", "login.windows.net"] },
      ],
    }),
    authorityMetadata: JSON.stringify({
      authorization_endpoint: `${place}/authorize`,
      token_endpoint: `${place}/token-endpoint`,
      jwks_uri: `${place}/keys`,
      end_session_endpoint: `${place}/sign-out`,
      issuer,
    }),
  };
}

/** What an administrator's deployment says of the app, for the host pages. */
export interface DemoDeployment {
  readonly teamsAppId: string;
  readonly tenantId: string;
}

export async function demoDeployment(page: Window & typeof globalThis): Promise<DemoDeployment> {
  const value = await readDeployment(page);
  return { teamsAppId: textAt(value, "teamsAppId") ?? "", tenantId: textAt(value, "tenantId") ?? "" };
}
