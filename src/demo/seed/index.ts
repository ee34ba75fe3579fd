export { seedDemo, type SeededSite, type SeedRequest, type SeedSize } from "./seed-demo";
export { personas, type Persona } from "./people";
