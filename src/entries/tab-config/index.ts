export { startTabConfig } from "./start";
