export { AccessPage } from "./access-page";
export { AskAdministrator } from "./ask-administrator";
export { WhyNot } from "./why-not";
