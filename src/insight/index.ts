export { dateAt, nextMilestone, type MilestoneFacts } from "./milestones";
export { yearMoney, type YearMoney } from "./year-money";
