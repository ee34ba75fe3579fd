import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { publicPart, readDeployment } from "./deployment.mjs";
import { at } from "./paths.mjs";
import { bundle } from "./webpack.mjs";

const pages = ["tab.html", "tab-config.html", "taskpane.html", "redirect.html"];

/** Words that only the demo says, and addresses of a developer's own machine. */
const forbidden = [
  /demo\/(?:tenant|seed|pages|server|token|faults)/g,
  /DemoTenant|demoTenant|demo-tenant/g,
  /northmere/gi,
  /localhost(?::\d+)?/g,
  /127\.0\.0\.1(?::\d+)?/g,
  /\[?::1\]?(?=[:/"'])/g,
];

/** Libraries that speak of a local machine, each with the exact text and why it is harmless. */
const known = [];

/**
 * Builds dist/production and searches it.
 * @returns {Promise<{problems: string[], notes: string[]}>} whole sentences; problems make the build a failure.
 */
export async function buildProduction() {
  const { ok, text } = await bundle("production");
  if (!ok) return { problems: [text], notes: [] };
  const missing = pages.filter((page) => !existsSync(at("dist", "production", page)));
  if (missing.length > 0) return { problems: [`Pages without an entry in src/entries: ${missing.join(", ")}`], notes: [] };
  return { problems: [...demoModules(), ...searchBundle()], notes: [text, writeDeployment()].filter(Boolean) };
}

/** The pages read who to sign in with and which sites to open from one small file, so one build serves any trust. */
function writeDeployment() {
  if (!existsSync(at("deploy.json"))) return "No deploy.json: dist/production has no deployment.json, which the pages need to sign in.";
  const deployment = readDeployment(at("deploy.json"));
  if (!deployment.ok) return deployment.problems.join("\n");
  writeFileSync(at("dist", "production", "deployment.json"), `${JSON.stringify(publicPart(deployment.value), null, 2)}\n`);
  return "deployment.json written from deploy.json";
}

/** The source maps name every module that went in, whatever the minifier made of it. */
function demoModules() {
  const maps = readdirSync(at("dist", "production")).filter((name) => name.endsWith(".js.map"));
  return maps.flatMap((name) => {
    const { sources } = JSON.parse(readFileSync(at("dist", "production", name), "utf8"));
    return sources.filter((source) => /\/src\/demo\/|\/tests\//.test(source)).map((source) => `dist/production/${name.slice(0, -4)} holds ${source}`);
  });
}

function searchBundle() {
  const files = readdirSync(at("dist", "production")).filter((name) => /\.(?:js|html|css)$/.test(name));
  return files.flatMap((name) => {
    let text = readFileSync(at("dist", "production", name), "utf8");
    for (const { says } of known) text = text.replaceAll(says, "");
    return forbidden.flatMap((pattern) => [...text.matchAll(pattern)].map((found) => `dist/production/${name} holds "${around(text, found)}"`));
  });
}

function around(text, { index, 0: words }) {
  return text.slice(Math.max(0, index - 60), index + words.length + 40).replaceAll(/\s+/g, " ");
}
