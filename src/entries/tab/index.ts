export { startTab } from "./start";
