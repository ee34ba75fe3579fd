import { ukDateAt } from "../../kernel";
import { deployedSites, seedDemo } from "../seed";
import { runServer } from "./run-server";

async function main(): Promise<void> {
  const server = await runServer({
    parameters: process.argv.slice(2),
    deployedSites,
    seedOf: (size, seed) => async (tenant, stage) => {
      await seedDemo({ tenant, size, seed, today: ukDateAt(Date.now()), setNowMs: (nowMs) => stage.setNowMs(nowMs) });
    },
    say: (line) => void process.stdout.write(`${line}\n`),
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.close().then(() => process.exit(0)));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
