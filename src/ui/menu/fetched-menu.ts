import { fetched } from "../fetched/fetched";

/** A menu's positioning and keyboard weigh 25 kB that no first screen needs. */
export const FetchedMenu = fetched(() => import(/* webpackPrefetch: true */ "./open-menu").then((part) => part.OpenMenu), null);
