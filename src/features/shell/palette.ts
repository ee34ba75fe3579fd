export { CommandPalette } from "../../ui";
