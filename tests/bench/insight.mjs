import { runNode } from "../../.config/lib/run.mjs";
import { bundleBench } from "./support/bundle.mjs";

/**
 * Everything that the records of a large trust say of its projects: worked out from nothing, and again after one row changed.
 * The peer is the same code without what it remembers. The page of one project
 * is timed, too, as figures are worked out when they are asked for. Also how many projects the two methods of the overall RAG turn
 * which colour.
 * @param {{times?: number}} parameters how often each is measured; the median counts.
 */
export async function run(parameters = {}) {
  const script = await bundleBench({ name: "insight", entry: new URL("./insight/main.ts", import.meta.url), target: "node" });
  const { code, text, errors } = await runNode(["--expose-gc", script, JSON.stringify(parameters)]);
  if (code !== 0) throw new Error(errors || `the bench ended with code ${code}`);
  const { results, ratios } = JSON.parse(text);
  return { results, ratios, floors: { "cold / one row changed": { atLeast: 10 } } };
}
