export { addHomemade } from "./add-homemade";
