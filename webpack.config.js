const { existsSync } = require("node:fs");
const { join } = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const headers = require("./.config/headers.cjs");

const at = (...parts) => join(__dirname, ...parts);

/** Each page: its entry, its title and the scripts that must run before ours. */
const productionPages = {
  tab: { entry: "src/entries/tab/main.tsx", title: "Project Registers" },
  "tab-config": { entry: "src/entries/tab-config/main.tsx", title: "Add Project Registers to this channel" },
  taskpane: {
    entry: "src/entries/taskpane/main.tsx",
    title: "Project Registers for Excel",
    // Microsoft requires its own copy, which changes without notice, so it can carry no integrity hash.
    firstScripts: ["https://appsforoffice.microsoft.com/lib/1/hosted/office.js"],
  },
  redirect: { entry: "src/entries/redirect/main.ts", title: "Signing in" },
};

const demoPages = {
  index: { entry: "src/demo/pages/index.tsx", title: "Project Registers demo" },
  "teams-host": { entry: "src/demo/pages/teams-host.tsx", title: "Demo of Teams" },
  "excel-host": { entry: "src/demo/pages/excel-host.tsx", title: "Demo of Excel" },
  faults: { entry: "src/demo/pages/faults.tsx", title: "Demo faults" },
  tab: { entry: "src/demo/pages/tab.tsx", title: "Project Registers" },
  "tab-config": { entry: "src/demo/pages/tab-config.tsx", title: "Add Project Registers to this channel" },
  taskpane: { entry: "src/demo/pages/taskpane.tsx", title: "Project Registers for Excel", firstScripts: ["/office/office.js"] },
  redirect: { entry: "src/demo/pages/redirect.ts", title: "Signing in" },
};

/** The rules that a style file makes are known while building; the files it imports are TypeScript. */
const styleRule = {
  test: /\.styles\.ts$/,
  exclude: /node_modules/,
  enforce: "post",
  loader: "@griffel/webpack-loader",
  options: { babelOptions: { presets: ["@babel/preset-typescript"] } },
};

/** Writes what a static host or the demo's server must send with each page, beside the pages. */
class HeadersPlugin {
  constructor(files) {
    this.files = files;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("HeadersPlugin", (compilation) => {
      compilation.hooks.processAssets.tap("HeadersPlugin", () => {
        for (const [name, content] of Object.entries(this.files)) {
          compilation.emitAsset(name, new compiler.webpack.sources.RawSource(`${JSON.stringify(content, null, 2)}\n`));
        }
      });
    });
  }
}

function shared(name, mode) {
  return {
    name,
    mode,
    context: __dirname,
    resolve: {
      extensions: [".tsx", ".ts", ".js"],
      // The card renderer's carousel, which no card of ours has: 25 kB.
      alias: { swiper: false, "swiper/modules": false },
    },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: "swc-loader",
          options: {
            jsc: {
              parser: { syntax: "typescript", tsx: true },
              transform: { react: { runtime: "automatic", development: mode === "development" } },
              target: "es2022",
            },
          },
        },
        // Styles become plain CSS rules while building, so the pages carry neither the style compiler nor the table of tokens.
        ...(mode === "production" ? [styleRule] : []),
        // adaptivecards imports its own files without their extension.
        { test: /node_modules[\\/]adaptivecards[\\/].*\.js$/, resolve: { fullySpecified: false } },
      ],
    },
    performance: { hints: false },
    stats: "errors-warnings",
    cache: { type: "filesystem", cacheDirectory: at(".local", "cache", "webpack"), name: `${name}-${mode}`, buildDependencies: { config: [__filename] } },
  };
}

/** The redirect page opens in a hidden frame at each sign-in, so it brings its few kilobytes by itself. */
function hasShell(chunk) {
  return chunk.name !== "redirect";
}

/** A step of the work may come before its page: only what exists is built. */
function existing(pages) {
  return Object.entries(pages).filter(([, page]) => existsSync(at(page.entry)));
}

function web(name, mode, pages, headerFiles) {
  const found = existing(pages);
  const hashed = mode === "production" ? "[name].[contenthash:12]" : "[name]";
  return {
    ...shared(name, mode),
    target: ["web", "es2022"],
    devtool: mode === "production" ? "hidden-source-map" : "cheap-module-source-map",
    entry: Object.fromEntries(found.map(([page, { entry }]) => [page, at(entry)])),
    output: {
      path: at("dist", name),
      filename: `${hashed}.js`,
      chunkFilename: `${hashed}.js`,
      assetModuleFilename: "[name].[contenthash:12][ext]",
      publicPath: "auto",
      trustedTypes: "project-registers",
      // Only names with a hash leave old files behind; a running demo keeps its files through a build.
      clean: mode === "production",
    },
    optimization: {
      usedExports: true,
      sideEffects: true,
      minimize: mode === "production",
      splitChunks: {
        // A page's first part is one file, which packs better than several; what is fetched later is shared.
        chunks: "async",
        cacheGroups: {
          // Kept apart by name: they load beside the shell and have a budget of their own.
          msal: { test: /node_modules[\\/]@azure[\\/]msal-/, name: "msal", chunks: hasShell, priority: 30, enforce: true },
          graphClient: { test: /node_modules[\\/]@microsoft[\\/]microsoft-graph-client/, name: "graph-client", chunks: hasShell, priority: 30, enforce: true },
        },
      },
    },
    plugins: [
      ...found.map(
        ([page, { title, firstScripts = [] }]) =>
          new HtmlWebpackPlugin({
            template: at(".config/html/page.html"),
            filename: `${page}.html`,
            chunks: [page],
            title,
            firstScripts,
            inject: false,
            scriptLoading: "defer",
          }),
      ),
      new CopyPlugin({ patterns: [{ from: at("assets"), to: "assets", noErrorOnMissing: true }] }),
      new HeadersPlugin(headerFiles),
    ],
  };
}

/** The demo's server. Packages with native binaries stay outside and are loaded from node_modules. */
function node(mode) {
  return {
    ...shared("node", mode),
    target: "node20",
    devtool: "source-map",
    entry: Object.fromEntries(existing({ server: { entry: "src/demo/server/main.ts" } }).map(([name, { entry }]) => [name, at(entry)])),
    output: { path: at("dist", "node"), filename: "[name].cjs", library: { type: "commonjs2" }, asyncChunks: false, clean: true },
    externals: { libsql: "commonjs libsql" },
    optimization: { minimize: false },
  };
}

/** `webpack` alone builds for production; `--env demo` and `--env node` build the demo's pages and its server for development. */
module.exports = (env = {}) => {
  if (env.demo) return web("demo", "development", demoPages, { "headers.json": headers.demoHeaders() });
  if (env.node) return node("development");
  const production = headers.productionHeaders();
  return web("production", "production", productionPages, { "headers.json": production, "staticwebapp.config.json": headers.staticWebAppForm(production) });
};
