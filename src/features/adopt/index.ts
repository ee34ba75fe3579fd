export { AdoptPage } from "./adopt-page";
