import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { at } from "../lib/paths.mjs";
import { buildProduction } from "../lib/production.mjs";

/** Kilobytes (1,000 bytes, gzip -9). Sign-in loads beside the shell and is counted apart. */
const budgets = {
  "tab before first rows": 235,
  "settings page before its form": 235,
  "task pane before first paint": 215,
  "sign-in and Graph": 80,
  "redirect page": 6,
  "largest lazy part": 65,
};

const apart = /^(?:msal|graph-client)\./;

/** Builds for production, searches the result and weighs it. */
export async function checkBundle() {
  const { problems } = await buildProduction();
  if (problems.length > 0) return { problems };
  const weights = weigh();
  const over = Object.entries(weights).filter(([name, kilobytes]) => kilobytes > budgets[name]);
  return {
    problems: over.map(([name, kilobytes]) => `${name}: ${kilobytes.toFixed(1)} kB, budget ${budgets[name]} kB`),
    note: Object.entries(weights)
      .map(([name, kilobytes]) => `${name} ${kilobytes.toFixed(0)} of ${budgets[name]} kB`)
      .join(", "),
  };
}

/** @returns {Record<string, number>} what stands in dist/production now, by the names of the budgets. */
export function weigh() {
  const scripts = readdirSync(at("dist", "production")).filter((name) => name.endsWith(".js"));
  const first = Object.fromEntries(["tab", "tab-config", "taskpane", "redirect"].map((page) => [page, scriptsOf(page)]));
  const atOnce = new Set(Object.values(first).flat());
  const lazy = scripts.filter((name) => !atOnce.has(name) && !apart.test(name));
  const shell = (page) => total(first[page].filter((name) => !apart.test(name)));
  return {
    "tab before first rows": shell("tab"),
    "settings page before its form": shell("tab-config"),
    "task pane before first paint": shell("taskpane"),
    "sign-in and Graph": total(scripts.filter((name) => apart.test(name))),
    "redirect page": total(first.redirect),
    "largest lazy part": Math.max(0, ...lazy.map((name) => total([name]))),
  };
}

function scriptsOf(page) {
  const html = readFileSync(at("dist", "production", `${page}.html`), "utf8");
  return [...html.matchAll(/<script[^>]*\ssrc="?([^":\s>]+\.js)/g)].map(([, name]) => name);
}

function total(names) {
  return names.reduce((sum, name) => sum + gzipSync(readFileSync(at("dist", "production", name)), { level: 9 }).length / 1000, 0);
}
