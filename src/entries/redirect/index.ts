export { startRedirect } from "./start";
