import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { at } from "../../../.config/lib/paths.mjs";

const require = createRequire(import.meta.url);

/**
 * Bundles a bench's TypeScript and everything it imports, packages too, as the product's own build does: every client then runs
 * from the same kind of code. Nothing is minified, so that profiles name functions.
 * @param {{name: string, entry: URL, target: "node" | "web"}} bench
 * @returns {Promise<string>} the path of the script, in .local/bench/<name>.
 */
export async function bundleBench({ name, entry, target }) {
  const webpack = require("webpack");
  const shared = require("../../../webpack.config.js")(target === "node" ? { node: true } : {});
  const path = at(".local", "bench", name);
  const { mode: _mode, plugins: _plugins, externals: _externals, ...rest } = shared;
  const stats = await new Promise((resolve, reject) => {
    const compiler = webpack({
      ...rest,
      name: `bench-${name}`,
      mode: "production",
      devtool: false,
      entry: { main: fileURLToPath(entry) },
      output: { path, filename: target === "node" ? "[name].cjs" : "[name].js", clean: true },
      optimization: { minimize: false, concatenateModules: true },
      cache: { ...shared.cache, name: `bench-${name}` },
    });
    compiler.run((error, result) => compiler.close(() => (error ? reject(error) : resolve(result))));
  });
  if (stats.hasErrors()) throw new Error(stats.toString("errors-only"));
  return at(".local", "bench", name, target === "node" ? "main.cjs" : "main.js");
}
