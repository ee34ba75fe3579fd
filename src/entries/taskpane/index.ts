export { startTaskpane } from "./start";
