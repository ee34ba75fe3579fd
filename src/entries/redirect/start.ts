import { broadcastResponseToMainFrame } from "@azure/msal-browser/redirect-bridge";

/** MSAL's bridge page: hands the sign-in service's answer to the page that asked, then closes (teams.md 2.4). */
export function startRedirect(): Promise<void> {
  return broadcastResponseToMainFrame();
}
