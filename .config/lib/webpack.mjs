import { runNode } from "./run.mjs";
import { tool } from "./paths.mjs";

/**
 * Builds one target of webpack.config.js into dist/<target>.
 * @param {"production" | "demo" | "node"} target
 * @returns {Promise<{ok: boolean, text: string}>} webpack's own words, empty when there is nothing to say.
 */
export async function bundle(target) {
  const { code, text, errors } = await runNode([tool("webpack-cli", "bin", "cli.js"), "--env", target]);
  return { ok: code === 0, text: `${text}${errors}`.trim() };
}

/** Several targets at once, as webpack spends much of its time on one core. */
export async function bundleAll(targets) {
  const outcomes = await Promise.all(targets.map(bundle));
  return {
    ok: outcomes.every(({ ok }) => ok),
    text: outcomes
      .map(({ text }) => text)
      .filter(Boolean)
      .join("\n"),
  };
}
