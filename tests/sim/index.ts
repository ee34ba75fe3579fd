export { breakages } from "./breakages";
export { prepareGround } from "./ground";
export { failureLine, runThatNotices, simulateMany, sumOf, whatIsMissing } from "./many";
export type { Schedule } from "./schedule";
export { shrink } from "./shrink";
export { simulate } from "./simulate";
