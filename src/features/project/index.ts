export { ProjectPage, type ProjectPageAddress } from "./project-page";
