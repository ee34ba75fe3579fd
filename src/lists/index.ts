export { listUrlName, sharePointColumns, type SharePointColumn } from "./column-definition";
export { decodeFields, encodeFields } from "./field-codec";
export { createHistory } from "./history";
export { createProvisioning, type Provisioning } from "./provisioning";
export { learnRights, type Right, type Rights } from "./rights";
export { createSharePointSource } from "./sharepoint-source";
export type { ListSchema } from "./list-schema";
export { createSiteLists, type SiteLists } from "./site-lists";
