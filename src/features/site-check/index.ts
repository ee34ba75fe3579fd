export { SiteCheckPage } from "./site-check-page";
