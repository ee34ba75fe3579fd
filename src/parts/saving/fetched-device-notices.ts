import { fetched } from "../../ui";

/** Fetched behind the first rows; what it says has waited for an hour, or since an earlier day. */
export const DeviceNotices = fetched(() => import("./device-notices").then((part) => part.DeviceNotices), null);
