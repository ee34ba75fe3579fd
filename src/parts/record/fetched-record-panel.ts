import { fetched } from "../../ui";

/** The forms weigh as much as a list; they come when the first record is opened, or before, when the browser has nothing to do. */
export const RecordPanel = fetched(() => import(/* webpackPrefetch: true */ "./record-panel").then((part) => part.RecordPanel), null);
