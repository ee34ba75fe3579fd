export { buildServices, type ServiceParts } from "./build-services";
export { parseDeployment, type DeployedSite, type Deployment } from "./deployment";
export { productionEnvironment, type Environment } from "./environment";
export { siteAt } from "./site-address";
export { parseTabAddress, tabAddress, type TabChoice } from "./tab-address";
