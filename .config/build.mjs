/** `npm run build`: the static files that a web server sends, with the headers that it must send, searched for what must not be in them. */
import { ensureInstalled } from "./lib/install.mjs";
import { stop } from "./lib/options.mjs";
import { secondsSince } from "./lib/run.mjs";

await ensureInstalled();
const { buildProduction } = await import("./lib/production.mjs");
const startMs = performance.now();
const { problems, notes } = await buildProduction();
if (problems.length > 0) stop(problems.join("\n"));
for (const note of notes) console.log(note);
console.log(`dist/production built in ${secondsSince(startMs)}`);
