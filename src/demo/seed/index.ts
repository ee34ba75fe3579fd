export { deployedSites, seedDemo, type SeededSite, type SeedRequest } from "./seed-demo";
export type { SeedSize } from "./site-books";
export { personas, type Persona } from "./people";
