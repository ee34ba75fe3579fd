/** `npm run check`: everything that can be known without running the product. `npm run check -- lint rooms` runs some of it. */
import { ensureInstalled } from "./lib/install.mjs";
import { readOptions, stop } from "./lib/options.mjs";

const { positionals: wanted } = readOptions({}, "npm run check -- [STEP …]");
await ensureInstalled();
const { runChecks, stepNames } = await import("./lib/checks.mjs");
for (const name of wanted) if (!stepNames.includes(name)) stop(`There is no step ${name}. Steps: ${stepNames.join(", ")}`);
const { failed } = await runChecks(wanted.length > 0 ? wanted : stepNames);
process.exit(failed === 0 ? 0 : 1);
