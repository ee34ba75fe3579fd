import { startTaskpane } from "../../entries/taskpane";
import { demoEnvironment } from "./environment";
import { nestedAuthBroker, offerNestedAuth } from "./nested-auth";
import { askConsent } from "./shared/ask-consent";
import { chosenPersona } from "./shared/persona";

// Excel puts the bridge into the pane's window before the add-in's own script runs; outside the host page there is none.
if (window.parent !== window)
  offerNestedAuth(
    window,
    nestedAuthBroker({
      fetcher: window.fetch.bind(window),
      persona: () => chosenPersona(window),
      askConsent: (question) => askConsent(window, question),
    }),
  );
void demoEnvironment(window).then(startTaskpane);
