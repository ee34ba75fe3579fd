import { parseArgs } from "node:util";
import { ukDateAt } from "../../kernel";
import { seedDemo } from "../seed";
import { runServer } from "./run-server";

const parameters = process.argv.slice(2);
// The other parameters are the server's own to check.
const { values } = parseArgs({ args: parameters, options: { seed: { type: "string" } }, strict: false });

async function main(): Promise<void> {
  const server = await runServer({
    parameters,
    seedOf: (size, seed) => async (tenant, stage) => {
      await seedDemo({ tenant, size, seed: Number(values.seed ?? 1), today: ukDateAt(Date.now()), setNowMs: stage.setNowMs });
    },
    say: (line) => void process.stdout.write(`${line}\n`),
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.close().then(() => process.exit(0)));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
