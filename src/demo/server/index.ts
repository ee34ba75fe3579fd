export { startServer, type RunningServer, type ServerOptions } from "./start-server";
export { runServer, type RunOptions, type SeedSize } from "./run-server";
export { openTenant, type OpeningOptions, type Seed, type SeedStage } from "./open-tenant";
export type { StaticSource } from "./static-files";
export { openSqliteStorage, type SqliteStorage } from "./sqlite-storage";
export type { Account, IssuedTokens } from "./accounts";
