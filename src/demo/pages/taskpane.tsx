import { startTaskpane } from "../../entries/taskpane";
import { demoEnvironment } from "./environment";
import { nestedAuthBroker, offerNestedAuth } from "./nested-auth";
import { askConsent, showBlocked } from "./shared/ask-consent";
import { chosenPersona } from "./shared/persona";

// Excel puts the bridge into the pane's window before the add-in's own script runs; outside the host page there is none.
if (window.parent !== window)
  offerNestedAuth(
    window,
    nestedAuthBroker({
      fetcher: window.fetch.bind(window),
      persona: () => chosenPersona(window),
      askConsent: (question) => askConsent(window, question),
      showBlocked: (says) => showBlocked(window, says),
    }),
  );

/** Excel on a desktop says its colours; Excel on the web, which this demo plays, says none. `?theme=dark` on the host page stands in for it. */
async function sayTheme(page: Window & { readonly Office?: { onReady(): Promise<unknown>; readonly context: object } }): Promise<void> {
  if (new URLSearchParams(page.location.search).get("theme") !== "dark" || page.parent === page || page.Office === undefined) return;
  await page.Office.onReady();
  Object.defineProperty(page.Office.context, "officeTheme", { value: { bodyBackgroundColor: "#292929", bodyForegroundColor: "#FFFFFF" } });
}

void Promise.all([demoEnvironment(window), sayTheme(window)]).then(([environment]) => startTaskpane(environment));
