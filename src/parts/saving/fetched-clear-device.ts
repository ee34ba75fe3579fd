import { fetched } from "../../ui";

/** Seldom needed, and its dialog is heavy. */
export const ClearDevice = fetched(() => import("./clear-device").then((part) => part.ClearDevice), null);
