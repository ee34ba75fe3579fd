export { RaidPage, type RaidPageAddress } from "./raid-page";
