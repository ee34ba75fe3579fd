export { DataQualityPage } from "./data-quality-page";
