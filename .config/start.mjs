/** `npm start`: everything from a fresh clone to the running demo. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { ensureInstalled } from "./lib/install.mjs";
import { readOptions, stop } from "./lib/options.mjs";
import { at, root } from "./lib/paths.mjs";
import { isFree } from "./lib/port.mjs";
import { secondsSince } from "./lib/run.mjs";
import { bundleAll } from "./lib/webpack.mjs";

const usage = "npm start -- [--port 5300] [--no-open] [--reset] [--size small|large] [--seed NUMBER]";
const startMs = performance.now();

const { values: options } = readOptions(
  {
    port: { type: "string", default: "5300" },
    "no-open": { type: "boolean", default: false },
    reset: { type: "boolean", default: false },
    size: { type: "string", default: "small" },
    seed: { type: "string", default: "1" },
  },
  usage,
);
const port = Number(options.port);
if (!Number.isInteger(port) || port < 1 || port > 65_535) stop(`--port must be a number from 1 to 65535, not "${options.port}".\nUsage: ${usage}`);
if (options.size !== "small" && options.size !== "large") stop(`--size must be small or large, not "${options.size}".\nUsage: ${usage}`);
if (!/^\d{1,9}$/.test(options.seed)) stop(`--seed must be a whole number, not "${options.seed}".\nUsage: ${usage}`);
if (!(await isFree(port))) stop(`Port ${port} is in use. Stop the other program, or choose another port: npm start -- --port ${port + 1}`);

await ensureInstalled();
console.log("Building the demo …");
const built = await bundleAll(["demo", "node"]);
if (built.text) console.log(built.text);
if (!built.ok) stop("The build failed.");
if (!existsSync(at("dist", "node", "server.cjs"))) stop("There is no server to start: src/demo/server/main.ts is missing.");

const server = spawn(
  process.execPath,
  [
    at("dist", "node", "server.cjs"),
    ...["--port", String(port), "--size", options.size, "--seed", options.seed],
    ...["--pages", at("dist", "demo"), "--office", at("node_modules", "@microsoft", "office-js", "dist"), "--data", at(".local", "demo")],
    ...(options.reset ? ["--reset"] : []),
  ],
  { cwd: root, stdio: ["ignore", "pipe", "inherit"] },
);

let isStopping = false;
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    isStopping = true;
    server.kill("SIGTERM");
  });
}
server.on("exit", (code) => {
  if (!isStopping) console.error(`The demo's server stopped by itself (code ${code ?? "none"}).`);
  process.exit(isStopping ? 0 : (code ?? 1) || 1);
});

/** The server says "ready" on a line of its own once it listens and its data stand; its other lines are for people. */
createInterface({ input: server.stdout }).on("line", (line) => {
  if (line.trim() !== "ready") {
    console.log(line);
    return;
  }
  const address = `http://localhost:${port}`;
  console.log(
    [
      "",
      `  Start here   ${address}/`,
      `  Teams        ${address}/teams-host.html`,
      `  Excel        ${address}/excel-host.html`,
      `  Faults       ${address}/demo/faults`,
      `  Graph        ${address}/v1.0/  (a token: ${address}/demo/token?persona=pm)`,
      "",
      `ready in ${secondsSince(startMs)}. Ctrl+C stops it.`,
    ].join("\n"),
  );
  if (!options["no-open"]) open(`${address}/`);
});

/** Opens the person's browser where there is a screen; a machine without one just shows the addresses. */
function open(address) {
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const [program, ...parameters] = { darwin: ["open", address], win32: ["cmd", "/c", "start", "", address] }[process.platform] ?? ["xdg-open", address];
  spawn(program, parameters, { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}
