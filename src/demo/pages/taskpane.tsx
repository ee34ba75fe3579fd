import { startTaskpane } from "../../entries/taskpane";
import { demoEnvironment } from "./environment";
import { nestedAuthBroker, offerNestedAuth } from "./nested-auth";
import { chosenPersona } from "./shared/persona";

// Excel puts the bridge into the pane's window before the add-in's own script runs; outside the host page there is none.
if (window.parent !== window)
  offerNestedAuth(
    window,
    nestedAuthBroker(window.fetch.bind(window), () => chosenPersona(window)),
  );
void demoEnvironment(window).then(startTaskpane);
