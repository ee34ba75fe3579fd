import { fetched } from "../../ui";

/** The pane shows decisions too, and needs no form before somebody writes in one. */
export const WrittenField = fetched(() => import(/* webpackPrefetch: true */ "./written-field").then((part) => part.WrittenField), null);
