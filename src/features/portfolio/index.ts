export { NotVisited, type NotVisitedProps } from "./not-visited";
export { PortfolioPage } from "./portfolio-page";
export { visitSite } from "./visit-site";
