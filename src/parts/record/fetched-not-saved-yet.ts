import { fetched } from "../../ui";

/** Fetched when the browser has nothing to do: once it is needed the network may be gone. */
export const NotSavedYet = fetched(() => import(/* webpackPrefetch: true */ "./not-saved-yet").then((part) => part.NotSavedYet), null);
