export { StatusCardPage } from "./status-card-page";
