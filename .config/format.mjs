/** `npm run format`: writes every file of code as prettier has it. */
import { ensureInstalled } from "./lib/install.mjs";
import { stop } from "./lib/options.mjs";

await ensureInstalled();
const { writeFormat } = await import("./checks/tools.mjs");
const { problems } = await writeFormat();
if (problems.length > 0) stop(problems.join("\n"));
